"""The published record: the same facts as documents at permanent addresses that need no script."""
