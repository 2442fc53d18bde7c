"""What keeps coming back, told with its denominator.

What an inspection says on a theme, and whether it looked, is for `theme_states`. Here the looks of
one force are put in order and counted. A *look* is an inspection known to have looked at a theme;
inspections that did not look, and those of which we do not know, change no figure but their own
count. All figures are over the inspections chosen, oldest first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from inspection.measures import count_name, joined, plural
from inspection.model import Inspection, Record
from inspection.once import once_per_record
from inspection.theme_states import ThemeCell, ThemeState, tagged, theme_cell
from inspection.timeline import chronological
from inspection.vocabulary import ThemeFamily


@dataclass(frozen=True, slots=True)
class Run:
    """Successive looks, each of which raised the theme."""

    length: int
    first: ThemeCell
    last: ThemeCell


@dataclass(frozen=True, slots=True)
class Return:
    """A theme raised by the look that came next after one that reported progress and raised nothing."""

    progress: ThemeCell
    raised: ThemeCell


@dataclass(frozen=True, slots=True)
class RecurrenceRow:
    """One theme of one force over its inspections, oldest first.

    `raised` of `looked_at` inspections raised it; `episodes_raised` of `episodes_looked_at` say the
    same of episodes, in which a pilot and its revisits count once. `raised_narrow` of those that
    raised it were inspections of one subject only. `span_years` is the number of calendar years
    from the first raising to the last, 0 within one year, None where it was never raised.
    `longest_run` is the longest unbroken run of looks that raised it, the latest of equals.
    `returns` are the times it came back after progress. `years_without_look` are the spans of whole
    calendar years, first and last, between two looks, in which none is known. `last_look` is the
    latest inspection known to have looked. `is_recorded` is False where the record has no finding
    and no request at all of these inspections: then whether any of them raised it is not known.
    """

    force: str
    theme: str
    theme_name: str
    theme_about: str
    cells: tuple[ThemeCell, ...]
    raised: int
    looked_at: int
    not_known: int
    episodes_raised: int
    episodes_looked_at: int
    raised_narrow: int
    span_years: int | None
    longest_run: Run | None
    returns: tuple[Return, ...]
    years_without_look: tuple[tuple[int, int], ...]
    last_look: ThemeCell | None
    is_recorded: bool
    sentence: str

    @property
    def first_raised(self) -> str | None:
        """When it was first raised, in words."""
        return next((cell.when for cell in self.cells if cell.is_raised), None)

    @property
    def last_raised(self) -> str | None:
        """When it was last raised, in words."""
        return next((cell.when for cell in reversed(self.cells) if cell.is_raised), None)


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """One theme over the forces shown, on one axis; a force without a row has no look to show."""

    theme: str
    theme_name: str
    theme_about: str
    rows: tuple[RecurrenceRow | None, ...]


@once_per_record
def recurrence(
    record: Record,
    force: str,
    programmes: Collection[str] | None = None,
    family: ThemeFamily | None = None,
) -> tuple[RecurrenceRow, ...]:
    """Every theme that at least one chosen inspection looked at or may have, most persistent first.

    Most persistent is the theme raised in most episodes, then in most inspections, then out of most
    looks. `programmes` narrows the inspections, None or empty meaning all; `family` narrows the
    themes to child protection or all policing, themes of both always among them.
    """
    inspections = _counted(record, force, programmes)
    themes = [t for t in record.themes if family is None or t.family in (family, ThemeFamily.BOTH)]
    rows = [_row(record, force, theme.id, inspections) for theme in themes]
    kept = [row for row in rows if row.looked_at or row.not_known]
    return tuple(sorted(kept, key=lambda row: (-row.episodes_raised, -row.raised, -row.looked_at)))


@once_per_record
def theme_recurrence(
    record: Record, force: str, theme: str, programmes: Collection[str] | None = None
) -> RecurrenceRow | None:
    """The row of one theme as `recurrence` has it; None where no inspection counted looks at it."""
    row = _row(record, force, theme, _counted(record, force, programmes))
    return row if row.looked_at or row.not_known else None


def _counted(record: Record, force: str, programmes: Collection[str] | None) -> list[Inspection]:
    """The inspections of a force under these programmes, None or empty meaning all, oldest first."""
    chosen = (
        i for i in record.inspections_of[force] if not programmes or i.programme in programmes
    )
    return chronological(chosen)


def theme_lines(rows: Mapping[str, Sequence[RecurrenceRow]]) -> tuple[ThemeLine, ...]:
    """The themes of several forces on one axis, most persistent over the forces together first.

    `rows` are those of `recurrence` by force. Persistence is as there, summed over the forces; it
    orders the lines and is nowhere shown as a figure.
    """
    by_theme = {f: {row.theme: row for row in found} for f, found in rows.items()}
    first = {row.theme: row for found in reversed(list(rows.values())) for row in found}
    lines = [
        ThemeLine(
            theme,
            row.theme_name,
            row.theme_about,
            tuple(own.get(theme) for own in by_theme.values()),
        )
        for theme, row in first.items()
    ]

    def persistence(line: ThemeLine) -> tuple[int, int, int, str]:
        own = [row for row in line.rows if row]
        return (
            -sum(row.episodes_raised for row in own),
            -sum(row.raised for row in own),
            -sum(row.looked_at for row in own),
            line.theme,
        )

    return tuple(sorted(lines, key=persistence))


def _row(
    record: Record, force: str, theme: str, inspections: Iterable[Inspection]
) -> RecurrenceRow:
    cells = tuple(theme_cell(record, inspection, theme) for inspection in inspections)
    looks = [cell for cell in cells if cell.looked]
    raised = [cell for cell in looks if cell.is_raised]
    years = sorted({cell.year for cell in looks})
    is_recorded = any(tagged(record.inspection[cell.inspection]) for cell in looks or cells)
    silent = sum(not tagged(record.inspection[cell.inspection]) for cell in looks)
    return RecurrenceRow(
        force=force,
        theme=theme,
        theme_name=record.theme[theme].name,
        theme_about=record.theme[theme].about,
        cells=cells,
        raised=len(raised),
        looked_at=len(looks),
        not_known=sum(cell.state is ThemeState.NOT_KNOWN for cell in cells),
        episodes_raised=len({cell.episode for cell in raised}),
        episodes_looked_at=len({cell.episode for cell in looks}),
        raised_narrow=sum(cell.is_narrow for cell in raised),
        span_years=raised[-1].year - raised[0].year if raised else None,
        longest_run=_longest_run(looks),
        returns=tuple(
            Return(before, after)
            for before, after in pairwise(looks)
            if before.reports_progress and not before.is_raised and after.is_raised
        ),
        years_without_look=tuple(
            (before + 1, after - 1) for before, after in pairwise(years) if after - before > 1
        ),
        last_look=looks[-1] if looks else None,
        is_recorded=is_recorded,
        sentence=_sentence(cells, raised, looks, silent),
    )


def _longest_run(looks: Sequence[ThemeCell]) -> Run | None:
    runs = [
        list(cells) for is_raised, cells in groupby(looks, key=lambda c: c.is_raised) if is_raised
    ]
    longest = max(reversed(runs), key=len, default=None)
    return Run(len(longest), longest[0], longest[-1]) if longest else None


def _sentence(
    cells: Sequence[ThemeCell],
    raised: Sequence[ThemeCell],
    looks: Sequence[ThemeCell],
    silent: int,
) -> str:
    """`Raised in 2 of the 4 inspections that looked at it (2 of 3 episodes), from 2013 to 2018;
    inspectors reported progress in 2019.`

    `silent` are the looks of which no finding at all is recorded: of those nobody can say that
    nothing was raised.
    """
    is_recorded = silent < len(looks)
    not_known = sum(cell.state is ThemeState.NOT_KNOWN for cell in cells)
    if not looks:
        return (
            "No inspection is known to have looked at it; for "
            f"{count_name(not_known)} we do not know whether they did."
        )
    looked = f"{len(looks)} inspections that looked at it"
    if len(looks) == 1:
        looked = "one inspection that looked at it"
    words = f"Not raised in the {looked}"
    if not is_recorded:
        words = (
            f"Of the {looked} no finding is in our record, so whether it was raised is not known"
        )
    if raised:
        share = "" if len(looks) == 1 else f"{len(raised)} of "
        first, last = raised[0].year, raised[-1].year
        span = f"in {first}" if first == last else f"from {first} to {last}"
        words = f"Raised in {share}the {looked}{_episodes(raised, looks)}, {span}"
    better = dict.fromkeys(str(cell.year) for cell in looks if cell.reports_progress)
    if better:
        words += f"; inspectors reported progress in {joined(better)}"
    praised = dict.fromkeys(str(c.year) for c in looks if c.state is ThemeState.STRENGTH)
    if praised:
        words += f"; praised without a concern in {joined(praised)}"
    graded = dict.fromkeys(str(c.year) for c in looks if c.state is ThemeState.GRADED)
    if graded:
        no_finding = ", with no finding in our record," if is_recorded else ""
        words += f"; graded{no_finding} in {joined(graded)}"
    if silent and is_recorded:
        words += f"; of {count_name(silent)} of them no finding at all is in our record"
    unknown = (
        f" For {plural(not_known, 'more inspection')} we do not know whether they looked at it."
    )
    if not_known == 1:
        unknown = " For one more inspection we do not know whether it looked at it."
    return f"{words}.{unknown if not_known else ''}"


def _episodes(raised: Sequence[ThemeCell], looks: Sequence[ThemeCell]) -> str:
    """The same count in episodes, where it differs from that in inspections."""
    of = len({cell.episode for cell in looks})
    if of == len(looks):
        return ""
    return f" ({len({cell.episode for cell in raised})} of {plural(of, 'episode')})"
