"""The inspection record of police forces: facts, checks and derivations.

Everything a page of the dashboard shows can be had from this package in a notebook, without a
web framework. The package reads no clock: wherever "today" matters it is an argument.
"""
