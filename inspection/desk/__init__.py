"""The editor's desk: what somebody who keeps the record does at the command line.

Each command is a module with `add_command`, which is given the environment and the record that is
meant where none is named; `python -m inspection --help` lists them.
"""
