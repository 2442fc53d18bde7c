"""Where the dashboard and the published record are served, as set by whoever runs them.

`INSPECTION_ADDRESS` is the public address of the dashboard, `INSPECTION_RECORD_ADDRESS` that of the
published record where it does not stand below it, `INSPECTION_REPORT_TO` takes reports of errors.
"""

from __future__ import annotations

import os
from functools import lru_cache

from streamlit import get_option

from inspection.addresses import Addresses, addresses


def public_addresses() -> Addresses:
    """The addresses that permanent links and citations give.

    UnusableAddress where what was set is no web address.
    """
    base = str(get_option("server.baseUrlPath") or "").strip("/")
    local = f"http://localhost:{get_option('server.port')}/{base}"
    return _addresses(
        os.environ.get("INSPECTION_ADDRESS") or local,
        os.environ.get("INSPECTION_RECORD_ADDRESS", ""),
        os.environ.get("INSPECTION_REPORT_TO", ""),
    )


@lru_cache(maxsize=4)
def _addresses(dashboard: str, record: str, report_to: str) -> Addresses:
    return addresses(dashboard, record, report_to)
