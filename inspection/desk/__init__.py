"""The editor's desk: what somebody who keeps the record does at the command line.

Each command is a module with `add_command`; `python -m inspection --help` lists them.
"""
