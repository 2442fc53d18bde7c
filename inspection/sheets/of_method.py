"""The method: scales, what may be compared, how things are counted, corrections, and the limits."""

from __future__ import annotations

from collections.abc import Iterator

from inspection import vocabulary
from inspection.addresses import Place
from inspection.document import Block, Bullets, Heading, Paragraph, Run, Table, words
from inspection.model import Record, Scale
from inspection.sheets.definitions import CLOCK_RULE, RECURRING
from inspection.sheets.of_rulebook import theme_rulebook
from inspection.sheets.pieces import source_links, table
from inspection.standing import RULE, Reading
from inspection.theme_states import ThemeState

ANSWER = (
    "This is an independent record of published inspections, told with a source for every fact. "
    "It draws no ranks, no averages and no scores, compares only what the inspectorate lets be "
    "compared, and says of every empty place why it is empty."
)
"""What the method comes to, in two sentences."""

NO_REPORT = "No report under it is in this record."
"""Said of a cycle under which nothing is recorded."""

FAIRNESS = (
    "Grades of different cycles are not a trend. A wall stands between cycles that cannot be "
    "compared, and nothing is drawn across it. Direction is shown only where a report states it.",
    "Not mentioned is not resolved. A theme's count is out of the inspections that looked at it.",
    "Who says so? The inspectorate, the governing body and the force are shown side by side, "
    "each with date and source. A force's statement about itself is its claim, not a finding.",
    "An empty cell says which kind of empty it is.",
    "A changed grade shows the first and the later value, the day and the reason.",
    "Fieldwork, first publication and the date stamped on a web copy are kept apart, and a date "
    "known only to the month or year is shown and drawn as that.",
    "No percentage complete, no overall score, no league table.",
    "Case audits are samples: the files examined, not a rate for all children.",
    "Nothing published found by us never means late or not sent.",
    "People are shown by office; a name only where a public office-holder spoke officially. No "
    "child, family member, victim, suspect or offender is named and no case story is retold.",
)
"""The rules that every page keeps, one point for each."""

CORRECTING = (
    "What is reported is checked against the source that the fact names.",
    "If the fact is wrong, it is mended, the data version is raised, and the mending is entered in "
    "the public corrections log: what was wrong, since when, what it is now, who asked, by role, "
    "and the source.",
    "Nothing is mended silently.",
    "Where sources disagree, both stand, with how we chose.",
    "We promise no number of days within which we answer.",
)
"""What becomes of a report that a fact is wrong, one point for each rule."""


def method(record: Record) -> Iterator[Block]:
    """Everything that stands below the answer and above the sources."""
    yield from _makers_and_rules()
    yield from cycles(record)
    yield from scales(record)
    yield _meanings("Kinds of empty", vocabulary.EmptyKind)
    yield Heading(2, "How recurring issues are counted", "recurring")
    yield table("What each word and figure means", ("Word or figure", "Meaning"), RECURRING)
    yield _meanings("What an inspection can say on a theme", ThemeState)
    yield _meanings("Kinds of finding", vocabulary.FindingKind)
    yield _meanings("Whom a finding is about", vocabulary.Scope)
    yield _meanings("How strongly inspectors ask", vocabulary.RecommendationKind)
    yield _meanings("Voices", vocabulary.Voice)
    yield _meanings("Kinds of inspection", vocabulary.InspectionKind)
    yield Heading(2, "How we read progress", "progress")
    yield _points(RULE)
    yield _meanings("Our readings", Reading, "Reading")
    yield Heading(2, "What is due after a report, and by when", "clocks")
    yield _points(CLOCK_RULE)
    yield from theme_rulebook(record)
    yield from _past_days_and_limits()
    yield from corrections()


def sources(record: Record) -> tuple[str, ...]:
    """The sources that the scales and the cycles were read in, by id, each once."""
    of_scales = [s for scale in record.scales for s in scale.sources]
    of_cycles = [s for p in record.programmes for c in p.cycles for s in c.sources]
    return tuple(dict.fromkeys([*of_scales, *of_cycles]))


def _makers_and_rules() -> Iterator[Block]:
    yield Heading(2, "Who made it", "who-made-it")
    yield Paragraph(
        words(
            "The record is made by a small independent team from public reports, notices and news: "
            "not made, checked or endorsed by any police force, commissioner or inspectorate. Facts "
            "from the inspectorate's reports are used under the Open Government Licence v3.0; the "
            "sentences are ours."
        )
    )
    yield Heading(2, "Rules of fairness", "rules-of-fairness")
    yield _points(FAIRNESS)


def cycles(record: Record) -> Iterator[Block]:
    """Every cycle: its method, what its grades may be compared with, and who says so."""
    used = {inspection.cycle for inspection in record.inspections}
    yield Heading(
        2,
        "Programmes, cycles and what may be compared",
        "programmes-cycles-and-what-may-be-compared",
    )
    yield table(
        "Cycles: rounds of inspection under one method",
        ("Cycle", "Method", "Comparing", "Who says so", "Sources"),
        [
            (
                Run(f"{programme.short_name}: {cycle.name}", fact=cycle.id),
                cycle.method if cycle.id in used else f"{cycle.method} {NO_REPORT}",
                cycle.comparability,
                cycle.comparability_basis.label,
                source_links(record, cycle.sources),
            )
            for programme in record.programmes
            for cycle in programme.cycles
        ],
    )
    yield Paragraph(
        words(
            "Grades of two forces stand side by side only within one programme, cycle and question, "
            "where the method did not change between them and inspectors were certainly with both "
            "within twelve months. Where the fieldwork of one is not known, they do not."
        )
    )


def scales(record: Record) -> Iterator[Block]:
    """Every scale with the meaning of each of its grades."""
    yield Heading(2, "Grade scales", "grade-scales")
    for scale in record.scales:
        yield _scale(scale)
    yield Paragraph(
        words(
            "Words such as “wholly inadequate” in 2013 or “good overall” for custody in 2012 are "
            "judgements in words and points on no scale."
        )
    )


def _scale(scale: Scale) -> Table:
    rows = [(Run(g.label, style=f"grade {g.id}"), g.meaning) for g in scale.grades]
    return table(scale.name, ("Grade", "Meaning"), rows)


def _past_days_and_limits() -> Iterator[Block]:
    yield Heading(2, "As known on a day", "as-known-on-a-day")
    yield Paragraph(
        words(
            "In the dashboard every page, search and file can be turned back to a day with the line "
            "at the top of the page; the day is kept in the address. A fact counts as known from the day it was "
            "published; where only the month or year is known, from its last day. A changed grade "
            "is shown as it stood on the day. Answers without a date count as known from the day "
            "this edition was released. What has no day of its own is not turned back: programmes, "
            "scales, themes, this page, and our notes on gaps."
        )
    )
    yield Heading(2, "Limits of the record", "limits-of-the-record")
    yield Paragraph(
        words(
            "The record was made from public pages, many of which could be read only in part. What "
            "is known to be missing is listed under",
            Run("Data", Place("data")),
            "and on each inspection's page.",
        )
    )


def corrections() -> Iterator[Block]:
    """How to report an error, and what is done about it."""
    yield Heading(2, "Corrections", "corrections")
    yield Paragraph(
        words(
            "Beneath every fact, where it is told in full, stands “Cite or correct”: each finding, "
            "grade, request, answer, statement, event, gap, conflict and source. It opens the "
            "permanent link of the fact and a link to report an error in it. Say what is wrong, what "
            "should stand there, and where that can be read."
        )
    )
    yield _points(CORRECTING)
    yield Paragraph(
        words("Every correction made so far:", Run("Corrections log", Place("corrections")))
    )


def _meanings(caption: str, closed: type[vocabulary.Word], name: str = "Word") -> Table:
    """A closed word list with its meanings."""
    return table(caption, (name, "Meaning"), [(word.label, word.meaning) for word in closed])


def _points(points: tuple[str, ...]) -> Bullets:
    return Bullets(tuple(words(point) for point in points))
