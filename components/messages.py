"""What a browser says on an open page, and how much of it is for a reader.

A page opened or a choice made is one act. The framework would do more than a reader needs: tell
anybody which files of the project are not committed, or empty the caches of all.
"""

from __future__ import annotations

from urllib.parse import parse_qs

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

from components.dataset import DAYS_HELD, KNOWN_ON

ACTS_OF_A_FILE = 10
"""A PDF or a workbook costs the server what ten choices do."""
ACTS_OF_A_DAY = 30
"""So does a past day that is not held: of a record of the whole country, more than half a second."""
ON_PAGES = {"rerun_script": 1, "stop_script": 1, "app_heartbeat": 1}
BESIDE = {"deferred_file": ACTS_OF_A_FILE, "dataframe_chunk": 1}
"""All that a reader's browser has to say. A list, so that a new version adds nothing unseen."""


class Messages:
    """What browsers have said, as far as what they say next depends on it: the days last asked for."""

    def __init__(self) -> None:
        self._days: dict[str, None] = {}

    def acts_of(self, said: bytes) -> int:
        """How many acts a message is; none for what no reader asks for, which is not done."""
        try:
            message = BackMsg.FromString(said)
        except DecodeError:
            return 1  # the framework ends a session that says what it does not understand
        kind = message.WhichOneof("type")
        if kind == "backend_operation_request":
            asked = {field.name for field, _ in message.backend_operation_request.ListFields()}
            return max((BESIDE[name] for name in asked & set(BESIDE)), default=0)
        if kind == "rerun_script" and self._is_new_day(message.rerun_script.query_string):
            return ACTS_OF_A_DAY
        return ON_PAGES.get(kind, 0)

    def _is_new_day(self, choices: str) -> bool:
        """Whether a past day is asked for that is not among those the record is held narrowed to."""
        day = parse_qs(choices).get(KNOWN_ON, [""])[-1] if KNOWN_ON in choices else ""
        if not day:
            return False
        is_new = day not in self._days
        self._days.pop(day, None)
        self._days[day] = None  # the last in the row is the last asked for
        while len(self._days) > DAYS_HELD:
            del self._days[next(iter(self._days))]
        return is_new
