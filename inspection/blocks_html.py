"""Blocks as HTML, the same in the dashboard, in the published record and in a document.

Everything is escaped here. A link is made only to the web, to a place on the same page, or to a
place of the record; whatever else an address begins with is left as plain words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from pathlib import Path

from inspection.addresses import Place
from inspection.citing import Citation
from inspection.document import (
    LINE,
    Block,
    Bullets,
    Drawing,
    Facts,
    Folded,
    Heading,
    Paragraph,
    Run,
    Step,
    Steps,
    Table,
    Words,
)

STYLES = Path(__file__).with_name("blocks.css")
"""What blocks look like wherever they are shown."""
BROAD = 550
"""How wide a drawing is, in points, that needs more room than others for its words to be read."""
WEB = ("https://", "http://", "mailto:")


@dataclass(frozen=True, slots=True)
class Markup:
    """How blocks become HTML on one page.

    `way` gives the address of a place of the record, None where it has none there. `known` are the
    ids on the page that `#id` can lead to, None for all. `cited` gives the citation of a fact;
    without it facts are only anchored. `outlined` is the fact that a link has led to. `in_session`
    marks links to places of the record as steps within the dashboard's session.
    """

    way: Callable[[Place], str | None] = lambda _: None
    known: Collection[str] | None = None
    cited: Callable[[str], Citation] | None = None
    outlined: str = ""
    in_session: bool = False

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Several blocks, a line for each."""
        return "\n".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Heading(level, text, id):
                return f"<h{level}{_id(id)}>{escape(text)}</h{level}>"
            case Paragraph(words, lead, quiet):
                style = "lead" if lead else "quiet" if quiet else ""
                return "".join(_line(line, style) for line in self._lines(words))
            case Bullets(items):
                points = "".join(f"<li>{self.words(item)}</li>\n" for item in items)
                return f"<ul>\n{points}</ul>"
            case Table():
                return self.table(block)
            case Facts(pairs):
                return self._facts(pairs)
            case Folded():
                return self._folded(block)
            case Steps(steps):
                return f'<ol class="thread">{"".join(map(self._step, steps))}</ol>'
            case Drawing():
                return _drawing(block)

    def words(self, words: Words) -> str:
        """Some words within a line; several lines as paragraphs."""
        lines = self._lines(words)
        return lines[0] if len(lines) == 1 else "".join(map(_line, lines))

    def table(self, table: Table) -> str:
        """A table that a narrow screen lays out row by row; the roles keep it a table there."""
        caption = escape(table.caption)
        whole = sum(table.widths) or 1
        wide = "".join(f'<col style="width:{width / whole:.1%}">' for width in table.widths)
        columns = f"<colgroup>{wide}</colgroup>\n" if wide else ""
        head = "".join(
            f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in table.columns
        )
        rows = "\n".join(self._row(table, row) for row in table.rows)
        return (
            f'<div class="table" role="region" tabindex="0" aria-label="{caption}">\n'
            f'<table role="table">\n<caption>{caption}</caption>\n{columns}'
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
            f'<tbody role="rowgroup">\n{rows}\n</tbody>\n</table>\n</div>'
        )

    def _row(self, table: Table, row: tuple[Words, ...]) -> str:
        first = f'<th scope="row" role="rowheader">{self.words(row[0])}</th>'
        others = (
            f'<td role="cell" data-column="{escape(name)}">{self.words(cell)}</td>'
            for name, cell in zip(table.columns[1:], row[1:], strict=True)
        )
        return f'<tr role="row">{first}{"".join(others)}</tr>'

    def _facts(self, pairs: Iterable[tuple[str, Words]]) -> str:
        rows = (
            f"<dt>{escape(name)}</dt><dd>{self.words(value)}</dd>"
            for name, value in pairs
            if any(run.text for run in value)
        )
        return f'<dl class="facts">{"".join(rows)}</dl>'

    def _folded(self, folded: Folded) -> str:
        opened = " open" if self.outlined and self._holds(folded.blocks) else ""
        return (
            f"<details{_id(folded.id)}{opened}><summary>{escape(folded.summary)}</summary>"
            f"{self.blocks(folded.blocks)}</details>"
        )

    def _holds(self, blocks: Iterable[Block]) -> bool:
        """Whether what a link has led to stands within these blocks."""
        return f'id="{escape(self.outlined)}"' in self.blocks(blocks)

    def _step(self, step: Step | Folded) -> str:
        if isinstance(step, Folded):
            return f'<li class="between">{self._folded(step)}</li>'
        return (
            f'<li{_id(step.id)}{self._outline(step.id)}><p class="head">{self.words(step.head)}</p>'
            f"{self.blocks(step.blocks)}</li>"
        )

    def _lines(self, words: Words) -> list[str]:
        lines: list[list[Run]] = [[]]
        for run in words:
            if run == LINE:
                lines.append([])
            else:
                lines[-1].append(run)
        return [self._text(line) for line in lines if line] or [""]

    def _text(self, runs: list[Run]) -> str:
        """The runs of one line, small print in one piece, then how the facts in it are cited."""
        parts = []
        for is_small, group in groupby(_closed_up(runs), key=lambda run: run.style == "under"):
            text = "".join(map(self._run, group))
            parts.append(f'<span class="under">{text}</span>' if is_small else text)
        return "".join((*parts, *(self._cite(run.fact) for run in runs if run.fact)))

    def _run(self, run: Run) -> str:
        text = self._link(run)
        if run.strong:
            text = f"<strong>{text}</strong>"
        if run.style.startswith("mark "):
            return f'<span class="{escape(run.style)}"></span> {text}'
        if run.style and run.style != "under":
            text = f'<span class="{escape(run.style)}">{text}</span>'
        named = run.fact or run.id
        return f"<span{_id(named)}{self._outline(named)}>{text}</span>" if named else text

    def _outline(self, id: str) -> str:
        return ' class="at"' if id and id == self.outlined else ""

    def _cite(self, fact: str) -> str:
        """How to cite a fact and where to report an error in it, folded beneath it."""
        if self.cited is None:
            return ""
        found = self.cited(fact)
        return (
            f'<details class="cite" data-fact="{escape(fact)}"><summary>Cite or correct</summary>'
            f'<span class="citation">{escape(found.words)}</span> '
            f'<a href="{escape(found.permanent)}">Permanent link</a> '
            f'<a href="{escape(found.report)}">Report an error in this fact</a></details>'
        )

    def _link(self, run: Run) -> str:
        target = self._target(run.href)
        if target is None:
            return escape(run.text)
        kind = ' target="_self"' if self.in_session and isinstance(run.href, Place) else ""
        title = f' title="{escape(run.title)}"' if run.title else ""
        return f'<a href="{escape(target)}"{kind}{title}>{escape(run.text)}</a>'

    def _target(self, href: str | Place | None) -> str | None:
        if isinstance(href, Place):
            return self.way(href)
        if not href:
            return None
        if href.startswith("#"):
            return href if self.known is None or href[1:] in self.known else None
        return href if href.lower().startswith(WEB) else None


def _closed_up(runs: list[Run]) -> Iterable[Run]:
    """The runs, the spaces between small print and small print being small print themselves."""
    around = zip([*runs[1:], LINE], [LINE, *runs[:-1]], strict=True)
    for run, (after, before) in zip(runs, around, strict=True):
        is_between = run.text == " " and before.style == after.style == "under"
        yield replace(run, style="under") if is_between else run


def _line(line: str, style: str = "") -> str:
    """A line as a paragraph; as a division where something folded stands in it."""
    kind = "div" if "<details" in line else "p"
    classes = " ".join(filter(None, ("line" if kind == "div" else "", style)))
    named = f' class="{classes}"' if classes else ""
    return f"<{kind}{named}>{line}</{kind}>"


def _drawing(drawing: Drawing) -> str:
    """The drawing itself within the page, with its description as its name.

    Where it is laid out for narrow screens too, the style sheet shows one of the two by the room
    that there is; read aloud they are one picture.
    """
    caption = escape(drawing.caption)
    title = f"<figcaption>{caption}</figcaption>\n" if caption else ""
    shown = _svg(drawing.svg)
    if drawing.narrow:
        style = "wide broad" if drawing.width > BROAD else "wide"
        shown = _svg(drawing.svg, style) + _svg(drawing.narrow, "narrow")
    return (
        f'<figure>\n{title}<div class="drawing" role="img" aria-label="{escape(drawing.alt)}">'
        f"{shown}</div>\n</figure>"
    )


def _svg(svg: str, style: str = "") -> str:
    """An SVG from its first tag on, with the class that says for which screens it is."""
    named = f' class="{style}"' if style else ""
    return f'<svg aria-hidden="true"{named}{svg[svg.index("<svg") + len("<svg") :]}'


def _id(id: str) -> str:
    return f' id="{escape(id)}"' if id else ""
