"""Method: scales, what may be compared, how things are counted, and the limits of the record."""

import streamlit as st

from components import dataset, definitions, prose, rulebook
from components.grade_chip import grade_chip
from inspection import vocabulary
from inspection.grade_cells import GradeCell
from inspection.theme_states import ThemeState


def meanings(caption: str, words: type[vocabulary.Word]) -> None:
    """A closed word list with its meanings."""
    prose.table(caption, ["Word", "Meaning"], [(word.label, word.meaning) for word in words])


record = dataset.record()
at = st.query_params.get("at", "")
st.title("Method")
prose.answer(
    "This is an independent record of published inspections, told with a source for every fact. "
    "It draws no ranks, no averages and no scores, compares only what the inspectorate lets be "
    "compared, and says of every empty place why it is empty."
)
if at:
    rulebook.linked_rule(record, at)
st.header("Who made it")
prose.paragraph(
    "The record is made by a small independent team from public reports, notices and news: not "
    "made, checked or endorsed by any police force, commissioner or inspectorate. Facts from the "
    "inspectorate's reports are used under the Open Government Licence v3.0; the sentences are ours."
)
st.header("Rules of fairness")
prose.bullets(
    [
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
    ]
)
st.header("Programmes, cycles and what may be compared")
prose.table(
    "Cycles: rounds of inspection under one method",
    ["Cycle", "Method", "Comparing", "Who says so", "Sources"],
    [
        (
            f"{programme.short_name}: {cycle.name}",
            cycle.method,
            cycle.comparability,
            cycle.comparability_basis.label,
            prose.source_links(record, cycle.sources),
        )
        for programme in record.programmes
        for cycle in programme.cycles
    ],
)
prose.paragraph(
    "Grades of two forces stand side by side only within one programme, cycle and question, where "
    "the method did not change between them and inspectors were certainly with both within twelve "
    "months. Where the fieldwork of one is not known, they do not."
)
st.header("Grade scales")
for scale in record.scales:
    prose.table(
        scale.name,
        ["Grade", "Meaning"],
        [
            (grade_chip(GradeCell("", "", "", "", grade.id, grade.label, None)), grade.meaning)
            for grade in scale.grades
        ],
    )
prose.paragraph(
    "Words such as “wholly inadequate” in 2013 or “good overall” for custody in 2012 are judgements "
    "in words and points on no scale."
)
meanings("Kinds of empty", vocabulary.EmptyKind)
definitions.recurring()
meanings("What an inspection can say on a theme", ThemeState)
meanings("Kinds of finding", vocabulary.FindingKind)
meanings("Whom a finding is about", vocabulary.Scope)
meanings("How strongly inspectors ask", vocabulary.RecommendationKind)
meanings("Voices", vocabulary.Voice)
meanings("Kinds of inspection", vocabulary.InspectionKind)
definitions.progress()
rulebook.theme_rulebook(record, at)
st.header("As known on a day")
prose.paragraph(
    "Every page, search and file can be turned back to a day with the line at the top of the page; "
    "the day is kept in the address. A fact counts as known from the day it was published; where "
    "only the month or year is known, from its last day. A changed grade is shown as it stood on the "
    "day. Answers without a date count as known from the day this edition was released. What has no "
    "day of its own is not turned back: programmes, scales, themes, this page, and our notes on gaps."
)
st.header("Limits of the record")
prose.paragraph(
    "The record was made from public pages, many of which could be read only in part. What is known "
    "to be missing is listed under",
    prose.link("data", "Data"),
    "and on each inspection's page. A mistake can be reported; corrections are listed with the data.",
)
st.header("Sources")
prose.source_list(
    record,
    [s for scale in record.scales for s in scale.sources]
    + [s for p in record.programmes for c in p.cycles for s in c.sources],
)
