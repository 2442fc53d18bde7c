"""Measurements of the dashboard, each a ratio against a named reference taken in the same run."""
