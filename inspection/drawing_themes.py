"""What inspections said on each theme, years across: for paper and for wide screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from inspection.document import Drawing
from inspection.drawing_marks import legend, state_mark
from inspection.drawing_parts import LINE, QUIET, WIDTH, drawing, lines_of, rule, text, width_of
from inspection.measures import in_sentence, plural
from inspection.recurrence import RecurrenceRow, ThemeLine
from inspection.theme_states import ThemeCell, ThemeState

ROW = 11.5
THEMES = 122.0
PITCH = 9.6
TOP = 16.0
NARROW_WORDS = "Small mark: an inspection of one subject only"
NONE_LOOKS = "None of these inspections looks at this."


def wide_themes(lines: Sequence[ThemeLine], names: Mapping[str, str]) -> Drawing:
    """Themes down, years across, the forces beneath one another, a mark for each inspection.

    `names` gives the short name of each force, in the order of the rows of a line. Of a year in
    which no inspection of a force looked at a theme only one dot is drawn.
    """
    rows = [row for line in lines for row in line.rows if row]
    years = sorted({cell.year for row in rows for cell in row.cells})
    if not rows or not years:
        return drawing([text(0, 12, "No theme is in the record.")], "No theme.", "", 20)
    several = len(names) > 1
    left = THEMES + (max(width_of(name, 7) for name in names.values()) + 8 if several else 0)
    columns = _columns(rows, years, left)
    width = max(WIDTH, max(columns.values()) + 12)
    parts, y = [], TOP
    for line in lines:
        words = lines_of(line.theme_name, 8, THEMES - 8)
        height = max(ROW * len(line.rows), 9.2 * len(words)) + 3.5
        parts.append(rule(0, y, width, y))
        parts += [text(0, y + 9.6 + i * 9.2, w, bold=True) for i, w in enumerate(words)]
        for place, (row, name) in enumerate(zip(line.rows, names.values(), strict=True)):
            middle = y + 1.8 + (place + 0.5) * ROW
            if several:
                parts.append(text(THEMES, middle + 2.4, name, 7, colour=QUIET))
            parts += _marks(row, columns, middle, left)
        y += height
    head = [
        part
        for year, x in columns.items()
        for part in (
            rule(x - 3, TOP - 2, x - 3, y, LINE, 0.3),
            text(x - 0.5, TOP - 6, short_year(year), 7.5),
        )
    ]
    head.append(text(0, TOP - 6, f"Year, from {years[0]}", 7.5, colour=QUIET))
    keys, tall = legend(entries(rows), 0, y + 8, width)
    parts = [*head, *parts, rule(0, y, width, y), *keys]
    caption = "What inspections said on each theme"
    return drawing(parts, _alt(lines, names), caption, y + 8 + tall, width)


def _columns(rows: Sequence[RecurrenceRow], years: Sequence[int], left: float) -> dict[int, float]:
    """Where each year begins: as wide as the marks of its fullest row, the rest shared out."""
    most = {year: max(1, *(len(seen_in(row, year)) for row in rows)) for year in years}
    marks = sum(most.values())
    room = WIDTH - left - 7 * len(years)
    pitch = max(PITCH, min(14.0, room / marks))
    columns, x = {}, left
    for year in years:
        columns[year] = x + 3
        x += most[year] * pitch + 7
    return columns


def short_year(year: int) -> str:
    """A year in two figures: `’07`."""
    return f"’{year % 100:02}"


def cells_of(row: RecurrenceRow, year: int) -> list[ThemeCell]:
    """What the inspections of a year say on a theme, and those of which it was no part."""
    return [cell for cell in row.cells if cell.year == year]


def seen_in(row: RecurrenceRow, year: int) -> list[ThemeCell]:
    """What the inspections of a year say on a theme that they may have looked at."""
    return [c for c in cells_of(row, year) if c.state is not ThemeState.NOT_LOOKED_AT]


def _marks(
    row: RecurrenceRow | None, columns: Mapping[int, float], y: float, left: float
) -> list[str]:
    if row is None:
        return [text(left + 3, y + 2.4, NONE_LOOKS, 7)]
    parts = []
    for year, x in columns.items():
        seen = seen_in(row, year)
        for place, cell in enumerate(seen):
            at = x + 4.2 + place * PITCH
            parts.append(state_mark(cell.state, at, y, cell.is_narrow and cell.looked))
        if not seen and cells_of(row, year):
            parts.append(state_mark(ThemeState.NOT_LOOKED_AT, x + 4.2, y))
    return parts


def entries(rows: Sequence[RecurrenceRow]) -> list[tuple[str, str]]:
    """The marks drawn, each with its word."""
    cells = [cell for row in rows for cell in row.cells]
    found = {cell.state for cell in cells}
    entries = [(state_mark(state, 0, 0), state.label) for state in ThemeState if state in found]
    if any(cell.is_narrow and cell.looked for cell in cells):
        entries.append((state_mark(ThemeState.RAISED, 0, 0, narrow=True), NARROW_WORDS))
    return entries


def _alt(lines: Sequence[ThemeLine], names: Mapping[str, str]) -> str:
    """Every theme in words: of each force the years with what was said, silence left out."""
    told = []
    for line in lines:
        forces = [
            f"{name} {_row_words(row)}" for row, name in zip(line.rows, names.values(), strict=True)
        ]
        told.append(f"{line.theme_name}: {'; '.join(forces)}.")
    return " ".join([f"Grid of {plural(len(lines), 'theme')} by year.", *told])


def _row_words(row: RecurrenceRow | None) -> str:
    said = [
        f"{cell.year} {in_sentence(cell.state.label)}" for cell in (row.cells if row else ())
        if cell.looked and cell.state is not ThemeState.NOTHING
    ]  # fmt: skip
    return ", ".join(said) or "nothing recorded"
