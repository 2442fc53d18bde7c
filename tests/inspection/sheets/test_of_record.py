"""The record itself: gaps, conflicts and national answers are facts; sources are listed in full."""

from inspection.document import LINE, Bullets, Heading, Run, Table, plain, words
from inspection.model import Account, Conflict, Gap, NationalResponse
from inspection.sheets import of_record
from tests.inspection import samples as s

SOURCES = (
    s.source("the-report", published="2019-07-24", url="https://example.org/a"),
    s.source("the-news", publisher="The Post (online)", note="Read in a copy."),
)


def test_a_gap_is_a_fact_that_names_its_forces():
    gap = Gap(
        id="gap-1",
        forces=("eastshire", "westshire"),
        what="The letter of 2016",
        note="Not found on either site.",
        sources=("the-report",),
    )
    heading, gaps = of_record.gaps(s.record(gaps=(gap,)))
    assert heading == Heading(2, "What the record does not hold", "what-the-record-does-not-hold")
    assert gaps == Table(
        "Known gaps",
        ("What", "Forces", "What is known"),
        (
            (
                (Run("The letter of 2016", fact="gap-1"),),
                words("Eastshire Police and Westshire Police"),
                words("Not found on either site."),
            ),
        ),
    )


def test_both_sides_of_a_conflict_stand_each_with_its_sources():
    conflict = Conflict(
        id="conflict-1",
        force="eastshire",
        topic="The day of publication",
        accounts=(
            Account(says="It was 24 July.", sources=("the-report",)),
            Account(says="It was 25 July.", sources=("the-news",)),
        ),
        how_we_chose="The report itself.",
    )
    heading, table = of_record.conflicts(s.record(sources=SOURCES, conflicts=(conflict,)))
    assert heading == Heading(2, "Where sources disagree", "where-sources-disagree")
    assert table.caption == "Conflicts between sources"
    assert table.columns == ("About", "Force", "What each says", "How we chose")
    (row,) = table.rows
    assert row[0] == (Run("The day of publication", fact="conflict-1"),)
    assert row[1] == words("Eastshire Police")
    assert row[2] == (
        Run("It was 24 July."),
        Run(" "),
        Run(
            "The inspectorate, 2019",
            "https://example.org/a",
            title="Title of the-report, The inspectorate",
        ),
        LINE,
        Run("It was 25 July."),
        Run(" "),
        Run("The Post"),
    )
    assert row[3] == words("The report itself.")


def test_an_answer_to_a_national_report_tells_its_promises_and_whether_its_day_is_known():
    def answer(id, **fields):
        said = s.response(id, **fields).model_dump(exclude={"id"})
        return NationalResponse(id=id, force="eastshire", about=f"Report on {id}", **said)

    dated = answer("a-1", date="2020-02", commitments=(s.commitment("a-1-c1"),))
    undated = answer("a-2")
    heading, table = of_record.national_answers(s.record(national_responses=(dated, undated)))
    assert heading == Heading(2, "Answers to national reports", "answers-to-national-reports")
    assert table == Table(
        "Answers to reports on all forces",
        ("About", "Who", "When", "What was said", "Sources"),
        (
            (
                (Run("Report on a-1", fact="a-1"),),
                words("Chief Constable, Eastshire Police"),
                words("February 2020"),
                words("What was answered, a-1. What was promised, a-1-c1."),
                (Run("The inspectorate"),),
            ),
            (
                (Run("Report on a-2", fact="a-2"),),
                words("Chief Constable, Eastshire Police"),
                words("date not known"),
                words("What was answered, a-2."),
                (Run("The inspectorate"),),
            ),
        ),
    )


def test_limits_are_the_gaps_then_the_conflicts_then_the_national_answers():
    headings = [b.text for b in of_record.limits(s.record()) if isinstance(b, Heading)]
    assert headings == [
        "What the record does not hold",
        "Where sources disagree",
        "Answers to national reports",
    ]


def test_a_source_is_told_by_title_publisher_date_and_note_and_once():
    record = s.record(sources=SOURCES)
    assert of_record.source_list(record, ["the-news", "the-report", "the-news"]) == Bullets(
        (
            words(
                Run("Title of the-news"),
                "The Post (online), date not known.",
                "No public address known to us.",
                "Read in a copy.",
            ),
            words(
                Run("Title of the-report", "https://example.org/a"),
                "The inspectorate, 24 July 2019.",
            ),
        )
    )


def test_in_the_list_of_all_sources_each_is_a_fact_to_link_to_and_to_correct():
    listed = of_record.all_sources(s.record(sources=SOURCES))
    assert [(item[0].fact, item[0].href) for item in listed.items] == [
        ("the-report", "https://example.org/a"),
        ("the-news", None),
    ]
    assert plain(listed.items[0]) == "Title of the-report The inspectorate, 24 July 2019."
