"""The history of forces: the answer, what keeps coming back, inspections and events as tables."""

from inspection.addresses import Place
from inspection.document import Bullets, Heading, Paragraph, Run, Table, plain, words
from inspection.model import ContextEvent
from inspection.overview import child_protection_counts, force_summary
from inspection.sheets import of_force
from inspection.timeline import context, timeline
from tests.inspection import samples as s

FIRST = s.inspection(
    "eastshire-cp-2015",
    "cp-2014",
    published="2015-03-10",
    fieldwork={"start": "2015-01", "end": "2015-01"},
    findings=(s.finding("e-1"), s.finding("e-2", theme="risk-recognition")),
)
SECOND = s.inspection(
    "eastshire-cp-2017",
    "cp-2014",
    published="2017-09-15",
    follows="eastshire-cp-2015",
    kind="reinspection",
    findings=(s.finding("e-3"),),
)
RECORD = s.record(
    FIRST,
    SECOND,
    context_events=(
        ContextEvent(
            id="event-1",
            forces=("eastshire",),
            date="2016-05-02",
            title="A new chief constable",
            summary="She took office.",
            sources=s.SOURCES,
        ),
    ),
)


def test_the_answer_is_the_history_and_the_latest_in_one():
    assert of_force.answer(force_summary(RECORD, "eastshire")) == (
        "The record holds two child protection inspections of Eastshire Police, published in 2015 "
        "and 2017. No grade of the latest (published 15 September 2017) is in this record. A "
        "judgement in our words."
    )
    assert of_force.answer(force_summary(RECORD, "westshire")) == (
        "The record holds no child protection inspection of Westshire Police on this day."
    )


def test_the_way_to_the_latest_stands_below_what_was_raised_most_often():
    third = s.inspection("eastshire-cp-2019", "cp-2014", published="2019-07-24")
    record = s.record(FIRST, SECOND, third)
    assert list(of_force.latest(force_summary(record, "eastshire"))) == [
        Paragraph(
            words(
                "Raised most often, out of the inspections that looked: missing children in 2 of 3."
            )
        ),
        Paragraph((Run("Read the latest in full", Place("inspection", "eastshire-cp-2019")),)),
    ]


def test_a_force_whose_themes_were_raised_once_has_only_the_way_to_the_latest():
    once = force_summary(s.record(FIRST), "eastshire")
    (told,) = of_force.latest(once)
    assert plain(told.words) == "Read the latest in full"
    assert list(of_force.latest(force_summary(RECORD, "westshire"))) == []


def test_a_returning_theme_has_its_denominator_and_leads_to_its_thread():
    heading, told, table = of_force.keeps_coming_back([force_summary(RECORD, "eastshire")])
    assert heading == Heading(2, "What keeps coming back", "what-keeps-coming-back")
    assert told.words[-1] == Run("How this is counted", Place("method", at="recurring"))
    assert table.caption == (
        "Eastshire Police: themes raised more than once in child protection inspections"
    )
    assert table.columns == ("Theme", "Raised", "In words")
    ((theme, raised, told_in_words),) = table.rows
    way = Place("recurring", "missing-children", choices=(("force", "eastshire"),))
    assert theme == (Run("Missing children", way),)
    assert plain(raised) == "2 of 2"
    assert plain(told_in_words) == (
        "Raised in 2 of the 2 inspections that looked at it, from 2015 to 2017."
    )


def test_child_protection_inspections_stand_with_what_each_said():
    assert of_force.child_protection(timeline(s.record(FIRST))) == Table(
        "Child protection inspections, oldest first",
        ("Inspection", "Fieldwork", "Published", "What inspectors said"),
        (
            (
                (
                    Run("Report eastshire-cp-2015", Place("inspection", "eastshire-cp-2015")),
                    Run(" "),
                    Run("Eastshire Police. Inspection.", style="under"),
                ),
                words("January 2015"),
                words("10 March 2015"),
                words("A judgement in our words."),
            ),
        ),
    )


def test_an_inspection_is_linked_to_the_one_it_followed_up():
    table = of_force.inspections(RECORD, timeline(RECORD))
    assert table.caption == "Inspections, oldest first"
    assert table.columns == ("Inspection", "Programme", "Fieldwork", "Published", "Follows")
    first, second = table.rows
    assert [plain(cell) for cell in first[1:]] == [
        "child-protection", "January 2015", "10 March 2015", "",
    ]  # fmt: skip
    assert [plain(cell) for cell in second[1:4]] == [
        "child-protection", "not known", "15 September 2017",
    ]  # fmt: skip
    assert second[4] == (Run("Report eastshire-cp-2015", Place("inspection", "eastshire-cp-2015")),)


def test_the_history_says_how_many_inspections_were_chosen_and_how_many_followed_up():
    assert of_force.history_answer(["Eastshire Police", "Westshire Police"], timeline(RECORD)) == (
        "The record holds 2 inspections of Eastshire Police and Westshire Police for this choice, "
        "the first January 2015, the latest published 15 September 2017. 1 of them followed up an "
        "earlier one or went on with its history."
    )


def test_where_no_link_is_recorded_the_history_does_not_say_that_there_is_none():
    alone = s.inspection("eastshire-cp-2017", "cp-2014", published="2017-09-15")
    assert of_force.history_answer(["Eastshire Police"], timeline(s.record(FIRST, alone))) == (
        "The record holds 2 inspections of Eastshire Police for this choice, the first January 2015, "
        "the latest published 15 September 2017. None is recorded as following up an earlier one or "
        "going on with its history."
    )


def test_inspections_known_and_not_recorded_are_told_with_the_way_to_them():
    one = s.gap(unrecorded="known-to-exist", programme="child-protection", sources=s.SOURCES)
    two = s.gap(
        "gap-2", unrecorded="known-to-exist", programme="child-protection", sources=s.SOURCES
    )
    other = s.gap("gap-3", unrecorded="known-to-exist", programme="peel", sources=s.SOURCES)
    looked_for = s.gap("gap-4", unrecorded="looked-for", programme="child-protection")
    found = force_summary(s.record(FIRST, gaps=(one, other, looked_for)), "eastshire")
    assert found.history == (
        "The record holds one child protection inspection of Eastshire Police, published in 2015; "
        "one more is known to us to exist and not recorded."
    )
    way = Run("What is known and not recorded", Place("data", at="what-is-missing"))
    assert list(of_force.latest(found))[-1] == Paragraph((way,))
    several = force_summary(s.record(FIRST, SECOND, gaps=(one, two)), "eastshire")
    assert several.history.endswith(
        "published in 2015 and 2017; two more are known to us to exist and not recorded."
    )
    none = force_summary(s.record(gaps=(one,)), "eastshire")
    assert none.history == (
        "The record holds no child protection inspection of Eastshire Police on this day; one is "
        "known to us to exist and not recorded."
    )
    assert list(of_force.latest(none)) == [Paragraph((way,))]


def test_inspections_of_one_subject_are_told_apart_and_never_counted_among_the_others():
    narrow = s.programme(
        "exploitation", s.cycle("exploitation-2019"), family="child-protection", narrow=True
    )
    one, two = (
        s.inspection(
            f"eastshire-{year}", "exploitation-2019", programme="exploitation", kind="inspection",
            published=f"{year}-05-02",
        )
        for year in (2016, 2019)
    )  # fmt: skip
    whole = s.gap(unrecorded="known-to-exist", programme="child-protection", sources=s.SOURCES)
    other = s.gap("gap-2", unrecorded="known-to-exist", programme="exploitation", sources=s.SOURCES)

    def history(*inspections, gaps=()):
        programmes = (*s.programmes(), narrow)
        record = s.record(*inspections, gaps=gaps, programmes=programmes)
        counted = child_protection_counts(record, timeline(record))
        return force_summary(record, "eastshire").history, counted

    assert history(FIRST, one, SECOND, two) == (
        "The record holds two child protection inspections of Eastshire Police, published in 2015 "
        "and 2017, not counting two inspections of one subject only, published in 2016 and 2019.",
        "2 child protection inspections and 2 of one subject only",
    )
    assert history(FIRST, one, gaps=(other,)) == (
        "The record holds one child protection inspection of Eastshire Police, published in 2015, "
        "not counting one inspection of one subject only, published in 2016; one more of one subject only is "
        "known to us to exist and not recorded.",
        "1 child protection inspection and 1 of one subject only",
    )
    assert history(FIRST, gaps=(whole, other)) == (
        "The record holds one child protection inspection of Eastshire Police, published in 2015; "
        "one more, and one of one subject only, are known to us to exist and not recorded.",
        "1 child protection inspection",
    )
    assert history(one) == (
        "The record holds no child protection inspection of Eastshire Police on this day, but one "
        "inspection of one subject only, published in 2016.",
        "0 child protection inspections and 1 of one subject only",
    )


def test_a_history_tells_what_is_known_besides_over_all_where_it_shows_a_part():
    gaps = tuple(
        s.gap(key, unrecorded="known-to-exist", sources=s.SOURCES) for key in ("gap-1", "gap-2")
    )
    record = s.record(FIRST, gaps=gaps)
    of_one = s.record(FIRST, gaps=gaps[:1])
    assert of_force.history_missing(record, ["eastshire"], is_filtered=False) == (
        "Two more inspections are known to us to exist and not recorded."
    )
    assert of_force.history_missing(record, ["eastshire"], is_filtered=True) == (
        "Of all programmes, kinds and years, two more inspections are known to us to exist and not "
        "recorded."
    )
    assert of_force.history_missing(of_one, ["eastshire"], is_filtered=False) == (
        "One more inspection is known to us to exist and not recorded."
    )
    assert of_force.history_missing(record, ["westshire"], is_filtered=True) == ""
    way = Run("What is known and not recorded", Place("data", at="what-is-missing"))
    assert list(of_force.where_missing(record, ["eastshire"])) == [Paragraph((way,))]
    assert list(of_force.where_missing(record, ["westshire"])) == []


def test_a_force_without_a_finding_has_that_where_others_have_what_was_raised_most_often():
    silent = s.inspection(
        "eastshire-cp-2019", "cp-2014", published="2019-07-24",
        unseen_recommendations=({"id": "e-u1", "summary": "Two more.", "sources": s.SOURCES},),
    )  # fmt: skip
    first, latest = of_force.latest(force_summary(s.record(silent), "eastshire"))
    assert plain(first.words) == (
        "Of the inspections of Eastshire Police counted here no finding is in our record, so what "
        "was found under each theme is not known to us. One entry says that requests were made "
        "whose wording is not recorded: Two more."
    )
    assert plain(latest.words) == "Read the latest in full"


def test_an_event_outside_the_inspections_is_a_fact_with_its_sources():
    assert of_force.events(RECORD, context(RECORD)) == Table(
        "Events outside the inspections",
        ("Event", "When", "What happened", "Sources"),
        (
            (
                (Run("A new chief constable", fact="event-1"),),
                words("2 May 2016"),
                words("She took office."),
                (Run("The inspectorate"),),
            ),
        ),
    )


def test_the_other_pages_are_linked_with_what_they_show():
    _, pages = of_force.where_to_look_next()
    assert isinstance(pages, Bullets)
    assert [item[0].href for item in pages.items] == [
        Place("history"), Place("grades"), Place("recurring"), Place("search"), Place("data"),
    ]  # fmt: skip
    assert plain(pages.items[0]) == "History shows the inspections recorded, in time."
    assert plain(pages.items[1]) == "Grades shows what may be compared."


def test_the_size_of_the_record_names_its_edition():
    assert of_force.size_of_the_record(RECORD) == Paragraph(
        words(
            "The record holds 2 inspections, 3 findings, 0 grades and kinds of empty, "
            "0 recommendations, 0 responses and 1 source, edition 1.0.0."
        ),
        quiet=True,
    )
