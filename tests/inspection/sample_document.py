"""A document made by hand, with one of everything, and texts that try to be more than text."""

from inspection.document import (
    Bullets,
    Document,
    Drawing,
    Heading,
    Paragraph,
    Run,
    SourceLine,
    Table,
)

HOSTILE = (
    '#eval("1")',
    "*x* _y_ `z`",
    "$a^2$",
    "@a <known>",
    "\\\\ \\u{41}",
    "<script>alert(1)</script>",
    "</style><b>",
    "= no heading",
    "- no list",
    "// no comment",
    '#import "x.typ": *',
    "[content] {code}",
    "~--- ...",
)
LONG_WORD = "Verwaltungsgerichtsordnung" * 8
STAMP = "As known on 24 July 2019. Data version 1.2.0. Independent, not endorsed."
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40" '
    'font-family="\'Inspection Sans\', sans-serif"><rect width="200" height="40" fill="#ddd"/>'
    '<text x="10" y="24" font-size="12">Words in a drawing</text></svg>'
)


def words(text, href=None, strong=False):
    return (Run(text, href, strong),)


def document(*blocks, **fields):
    """The document below, or one of these blocks; any field of it can be given instead."""
    parts = {
        "title": "Eastshire Police: a briefing",
        "subtitle": "Child protection, since 26 July 2018",
        "description": "What is known of Eastshire Police",
        "stamp": STAMP,
        "day": "2019-07-24",
        "address": "https://example.org/briefing?force=eastshire&known=2019-07-24",
        "blocks": blocks or BLOCKS,
        "sources": (
            SourceLine("s-1", 1, "The first report", "The inspectorate", "26 July 2018",
                       "https://example.org/first-report"),
            SourceLine("s-2", 2, "A page since gone", "The force", "2018", None),
        ),
    }  # fmt: skip
    return Document(**(parts | fields))


TABLE = Table(
    "What was asked",
    ("Recommendation", "Asked", "Said since"),
    (
        (words("Record every decision"), words("26 July 2018"), (Run("Done, says the force "),
         Run("[1]", "#s-1"))),
        (words("Train every officer"), words("2018"), words("Nothing found by us")),
    ),
    (2, 1, 2),
)  # fmt: skip
BLOCKS = (
    Paragraph((Run("Two of three were raised again "), Run("[1]", "#s-1"), Run(".")), lead=True),
    Heading(2, "What is known", "known"),
    Paragraph((Run("A sentence with "), Run("weight", strong=True), Run(" and "),
               Run("a way out", "https://example.org/out"), Run("."))),
    Heading(3, "Asked and answered"),
    TABLE,
    Bullets((words("First point"), (Run("Second point, see "), Run("above", "#known")))),
    Heading(2, "In pictures"),
    Drawing(SVG, "Two marks: one of 2018, one of 2019.", "The picture", 200, 40),
    Paragraph(words("Small print"), quiet=True),
)  # fmt: skip


def texts(made):
    """Every text of a document."""
    found = [made.title, made.subtitle, made.stamp]
    for block in made.blocks:
        match block:
            case Heading(_, text):
                found.append(text)
            case Paragraph(runs):
                found += [run.text for run in runs]
            case Bullets(items):
                found += [run.text for item in items for run in item]
            case Table(caption, columns, rows):
                found += [caption, *columns]
                found += [run.text for row in rows for cell in row for run in cell]
            case Drawing():
                found.append(block.caption)
    for source in made.sources:
        found += [source.title, source.publisher, source.date, source.url or ""]
    return [text.strip() for text in found if text.strip()]
