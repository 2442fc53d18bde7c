"""Drawings for print: inspections in time, grades, and what was said on each theme.

They are SVG without scripts, with words as text, and each carries its content in words too.
"""

from __future__ import annotations

from inspection.drawing_grades import grades_drawing
from inspection.drawing_themes import themes_drawing
from inspection.drawing_timeline import timeline_drawing

__all__ = ["grades_drawing", "themes_drawing", "timeline_drawing"]
