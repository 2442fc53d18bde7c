"""Dates as the sources give them: to the day, the month or only the year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MONTHS = tuple(calendar.month_name[1:])
_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, only to the month, or only to the year.

    Written `2025-08-22`, `2018-03` or `2014` in the data files. It is never padded: a date
    known to the month is shown, sorted and drawn as a month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError for anything else."""
        match = _SHAPE.fullmatch(text)
        if match is None:
            raise ValueError(f'"{text}" is not a date')
        year, month, day = (None if part is None else int(part) for part in match.groups())
        assert year is not None
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
        return cls(year, month, day)

    @property
    def precision(self) -> str:
        """`day`, `month` or `year`: how closely the source gives the date."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def earliest(self) -> dt.date:
        """The first day the date can stand for."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day the date can stand for.

        Why: a report known only to have come out "in 2014" was certainly public only when
        2014 was over, so every "as known on" question asks for this day.
        """
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def words(self) -> str:
        """As a reader sees it: `22 August 2025`, `March 2018` or `2014`."""
        parts = (
            str(self.day) if self.day else "",
            MONTHS[self.month - 1] if self.month else "",
            str(self.year),
        )
        return " ".join(part for part in parts if part)

    def __str__(self) -> str:
        parts = (f"{self.year:04}", f"{self.month:02}" if self.month else "")
        text = "-".join(part for part in parts if part)
        return f"{text}-{self.day:02}" if self.day else text

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def validate(value: Any) -> PartialDate:
            if isinstance(value, cls):
                return value
            try:
                return cls.parse(str(value))
            except ValueError as error:
                raise PydanticCustomError("partial_date", "not a date") from error

        return core_schema.no_info_plain_validator_function(
            validate, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


def date_words(day: dt.date) -> str:
    """A full date as a reader sees it, `22 August 2025`."""
    return PartialDate(day.year, day.month, day.day).words


def a_year_before(day: dt.date) -> dt.date:
    """The day a year before, from which a briefing looks back where none is given."""
    year = max(day.year - 1, dt.MINYEAR)
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)


def span_words(start: PartialDate | None, end: PartialDate | None) -> str | None:
    """A period as a reader sees it, no finer than the source: `8 to 18 January 2018`.

    None when neither end is known; an open end is said in words.
    """
    if start is None or end is None:
        known = start or end
        if known is None:
            return None
        return f"from {known.words}" if start else f"until {known.words}"
    if start == end:
        return start.words
    if (start.year, start.month) == (end.year, end.month) and start.day and end.day:
        return f"{start.day} to {end.words}"
    if start.year == end.year and start.month and start.precision == end.precision:
        head = PartialDate(start.year, start.month, start.day).words.rsplit(" ", 1)[0]
        return f"{head} to {end.words}"
    return f"{start.words} to {end.words}"
