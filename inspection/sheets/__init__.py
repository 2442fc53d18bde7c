"""What stands on the pages: the rows of the record as blocks of words, one module for each subject.

The dashboard and the published record draw the same sheets, so that the two cannot say different
things. A sheet takes rows or the record and returns blocks; it reads no address and no clock.
"""
