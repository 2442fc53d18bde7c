"""Lines, words and shapes in SVG; lengths are in points, the origin is above left.

A drawing is read on A4, perhaps in grey: words carry the meaning, and shape and darkness repeat it.
A colour is a name of look.py, which a page replaces by its own (`look.drawing_rules`), or a value
such as the ground of a grade, which stays what it is everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from inspection.document import Drawing
from inspection.look import COLOURS, FONT, on_paper

WIDTH = 480.0
"""How wide a drawing is: the text of an A4 page between margins of 20 mm."""
NARROW = 340.0
"""How wide a drawing is for a narrow screen, where a point is about a pixel."""
SMALL, NORMAL = 11.5, 12.0
"""The sizes of words there."""

INK, QUIET, LINE, EDGE, PAPER = "ink", "quiet", "hair", "edge", "ground"
ACCENT, WALL = "accent", "wall"
FAMILY = f"'{FONT}', sans-serif"

# How wide the signs from space to tilde are in the regular font, in thousandths of its size.
_ADVANCES = (
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497,
    497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527,
    494, 617, 652, 263, 479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513,
    476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495,
    255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
)  # fmt: skip
_OTHER_ADVANCE = 620
_BOLD = 1.035


def width_of(words: str, size: float, bold: bool = False) -> float:
    """How wide some words are when set in the project's font, rounded up a little."""
    units = sum(
        _ADVANCES[ord(sign) - 32] if " " <= sign <= "~" else _OTHER_ADVANCE for sign in words
    )
    return units / 1000 * size * (_BOLD if bold else 1.01)


def lines_of(words: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Words broken into lines no wider than `width`; a word too long for a line is cut into parts."""
    lines = [""]
    for word in words.split():
        for part in _parts(word, size, width, bold):
            longer = f"{lines[-1]} {part}".strip()
            if width_of(longer, size, bold) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return [line for line in lines if line] or [""]


def _parts(word: str, size: float, width: float, bold: bool) -> Iterable[str]:
    part = ""
    for sign in word:
        if part and width_of(part + sign, size, bold) > width:
            yield part
            part = ""
        part += sign
    yield part


def text(
    x: float,
    y: float,
    words: str,
    size: float = 8,
    *,
    anchor: str = "start",
    colour: str = INK,
    bold: bool = False,
) -> str:
    """Words on a line that stands at `y`, from `x` on, about it or up to it."""
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{n(x)}" y="{n(y)}" font-size="{n(size)}" {paint(fill=colour)} '
        f'text-anchor="{anchor}"{weight}>{escape(words)}</text>'
    )


def rule(x1: float, y1: float, x2: float, y2: float, colour: str = LINE, width: float = 0.5) -> str:
    """A straight line."""
    return (
        f'<line x1="{n(x1)}" y1="{n(y1)}" x2="{n(x2)}" y2="{n(y2)}" '
        f'{paint(stroke=colour)} stroke-width="{n(width)}"/>'
    )


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str,
    edge: str = "none",
    dashes: str = "",
    line: float = 0.6,
) -> str:
    """A rectangle, its edge dashed where `dashes` says so."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<rect x="{n(x)}" y="{n(y)}" width="{n(width)}" height="{n(height)}" '
        f'{paint(fill, edge)} stroke-width="{n(line)}"{dashed}/>'
    )


def paint(fill: str = "", stroke: str = "") -> str:
    """Colours as attributes: the value on paper, and a class by which a page gives it its own."""
    named, classes = [], []
    for attribute, kind, colour in (("fill", "fill", fill), ("stroke", "line", stroke)):
        if not colour:
            continue
        is_name = colour in COLOURS
        named.append(f'{attribute}="{on_paper(colour) if is_name else colour}"')
        classes += [f"{kind}-{colour}"] if is_name else []
    return " ".join([*named, *([f'class="{" ".join(classes)}"'] if classes else [])])


def scaled(mark: str, x: float, y: float, scale: float) -> str:
    """A mark that was drawn about the origin, about another point and in another size."""
    return f'<g transform="translate({n(x)} {n(y)}) scale({n(scale)})">{mark}</g>'


def drawing(
    parts: Iterable[str], alt: str, caption: str, height: float, width: float = WIDTH
) -> Drawing:
    """The parts as one drawing."""
    svg = svg_of(parts, height, width)
    return Drawing(svg, alt, caption, round(width, 2), round(height, 2))


def svg_of(parts: Iterable[str], height: float, width: float = NARROW) -> str:
    """The parts as one SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {n(width)} {n(height)}" '
        f'width="{n(width)}" height="{n(height)}" font-family="{FAMILY}">'
        f"{''.join(parts)}</svg>"
    )


def n(number: float) -> str:
    """A length to a hundredth of a point, without needless noughts."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
