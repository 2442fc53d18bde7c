"""Ask whether a fault is known in anything that is pinned: `python .ci/audit.py requirements.txt ...`

A known fault ends in failure. A service that does not answer, or does not know what it is asked
about, ends in a plain sentence: nobody's change should wait for it.
"""

from __future__ import annotations

import json
import subprocess
import sys

ASK = (
    sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner=off",
    "--timeout=15", "--format=json",
)  # fmt: skip
LONGEST_SECONDS = 120
UNREACHABLE = ("ConnectionError", "ConnectTimeout", "ReadTimeout", "ServiceError", "HTTPError")


def verdict(answer: str, complaint: str) -> tuple[int, str]:
    """Exit status and sentence for what pip-audit wrote to its output and its error output."""
    if not answer.strip():
        last = (complaint.strip().splitlines() or ["no answer at all"])[-1]
        if any(kind in complaint for kind in UNREACHABLE):
            return 0, f"The vulnerability service could not be asked ({last[:200]})."
        return 1, f"pip-audit failed:\n{complaint}"
    found = json.loads(answer)["dependencies"]
    faults = [
        f"{one['name']} {one['version']}: {fault['id']}, mended in "
        f"{', '.join(fault['fix_versions']) or 'no version yet'}"
        for one in found
        for fault in one.get("vulns", ())
    ]
    if faults:
        return 1, "\n".join(["Known faults in what is pinned:", *faults])
    unasked = sum("skip_reason" in one for one in found)
    if unasked:
        rest = "; no fault is known in the rest" if unasked < len(found) else ""
        asked = f"{unasked} of {len(found)} packages{rest}"
        return 0, f"The vulnerability service could not be asked about {asked}."
    return 0, f"No fault is known in any of {len(found)} packages."


def main(files: list[str]) -> int:
    asked = [f"--requirement={file}" for file in files]
    try:
        found = subprocess.run(
            [*ASK, *asked], capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS
        )
        status, said = verdict(found.stdout, found.stderr)
    except subprocess.TimeoutExpired:
        status, said = verdict("", f"ReadTimeout: no answer in {LONGEST_SECONDS} seconds")
    sys.stdout.write(f"{said}\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
