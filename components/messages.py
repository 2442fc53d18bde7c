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
"""So does a past day that nobody has asked for lately: of a record of the whole country it costs more
than half a second. Of one typed on the page the server hears with the next choice."""
ON_PAGES = {"rerun_script": 1, "stop_script": 1, "app_heartbeat": 1}
BESIDE = {"deferred_file": ACTS_OF_A_FILE, "dataframe_chunk": 1}
"""All that a reader's browser has to say. A list, so that a new version adds nothing unseen."""


class Days:
    """Past days asked for, as many as a record is held narrowed to, those last asked for."""

    def __init__(self) -> None:
        self._asked: dict[str, None] = {}

    def heard_of(self, day: str) -> bool:
        """Whether a day is among them; from now on it is."""
        is_known = day in self._asked
        self._asked.pop(day, None)
        self._asked[day] = None  # the last in the row is the last asked for
        while len(self._asked) > DAYS_HELD:
            del self._asked[next(iter(self._asked))]
        return is_known


class Messages:
    """What one open page says. A past day costs nothing more where it or another has asked for it."""

    def __init__(self, days_of_all: Days) -> None:
        self._days_of_all, self._own_days = days_of_all, Days()

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
        """Whether a past day is asked for that neither this page nor any other asked for lately."""
        day = parse_qs(choices).get(KNOWN_ON, [""])[-1]
        return bool(day) and not any([d.heard_of(day) for d in (self._days_of_all, self._own_days)])
