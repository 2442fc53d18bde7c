"""Drawings of the record: inspections in time, grades, and what was said on each theme.

They are SVG without scripts, with words as text, and each carries its content in words too. Each is
laid out twice: for paper and wide screens, and for narrow ones, where its words stay readable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from inspection.document import Drawing
from inspection.drawing_grades import wide_grades
from inspection.drawing_grades_narrow import narrow_grades
from inspection.drawing_themes import wide_themes
from inspection.drawing_themes_narrow import narrow_themes
from inspection.drawing_timeline import wide_timeline
from inspection.drawing_timeline_narrow import narrow_timeline
from inspection.grading import GradingGrid
from inspection.recurrence import ThemeLine
from inspection.timeline import TimelineRow


def timeline_drawing(rows: Sequence[TimelineRow]) -> Drawing:
    """When inspections were published and their fieldwork was, a mark for each by its kind."""
    return replace(wide_timeline(rows), narrow=narrow_timeline(rows))


def grades_drawing(grid: GradingGrid) -> Drawing:
    """The grades of a force by question and cycle, in the inspectorate's words."""
    return replace(wide_grades(grid), narrow=narrow_grades(grid))


def themes_drawing(lines: Sequence[ThemeLine], names: Mapping[str, str]) -> Drawing:
    """What inspections said on each theme by year; `names` are those of the rows of a line."""
    return replace(wide_themes(lines, names), narrow=narrow_themes(lines, names))
