"""The corrections log and how an error is reported."""

from __future__ import annotations

from inspection.addresses import Place
from inspection.document import LINE, Bullets, Heading, Paragraph, Run, Table, plain
from inspection.model import Record
from inspection.sheets.of_corrections import answer, corrections_page, how_to_report, log
from tests.inspection import samples as s


def record(*corrections: object) -> Record:
    looked = s.inspection(
        findings=[s.finding("e-1")], responses=[s.response("e-a1")], published="2022-09-15"
    )
    given = [s.source("the-report", url="https://www.example.org/report")]
    return s.record(looked, corrections=corrections, sources=given)


def table(*corrections: object) -> Table:
    (found,) = [block for block in log(record(*corrections)) if isinstance(block, Table)]
    return found


def test_the_answer_counts_corrections_and_says_since_when():
    edition = "This is edition 1.0.0, of 1 December 2025."
    assert answer(record()) == f"Nothing in this record has been corrected so far. {edition}"
    assert answer(record(s.correction())) == (
        f"One correction has been made to this record since 1 November 2025. {edition}"
    )
    many = [s.correction(f"c-{n}", date=f"2025-11-{30 - n}") for n in range(12)]
    assert answer(record(*many)) == (
        f"12 corrections have been made to this record since 19 November 2025. {edition}"
    )


def test_a_correction_is_told_with_its_place_both_wordings_who_asked_and_its_source():
    found = table(s.correction(first_in="0.9.0", note="It was counted twice."))
    assert found.caption == "Corrections, newest first"
    assert found.columns == (
        "When mended", "The fact", "What it said, since when", "What it says now", "Who asked",
        "Sources",
    )  # fmt: skip
    assert found.rows == (
        (
            (Run("1 November 2025"), LINE, Run("Edition 1.0.0", style="under")),
            (
                Run(
                    "Finding in Report eastshire-peel-2022",
                    Place("inspection", "eastshire-peel-2022", "e-1"),
                    fact="correction-1",
                ),
                LINE,
                Run("Eastshire Police. e-1", style="under"),
            ),
            (
                Run("Seven."),
                LINE,
                Run("From 1 October 2025, first in edition 0.9.0.", style="under"),
            ),
            (Run("Eight."), LINE, Run("It was counted twice.", style="under")),
            (Run("A reader"),),
            (
                Run(
                    "The inspectorate",
                    "https://www.example.org/report",
                    title="Title of the-report, The inspectorate",
                ),
            ),
        ),
    )


def test_of_what_was_taken_out_the_place_is_what_it_stood_in():
    gone = s.correction(fact="e-gone", removed=True, stood_in="e-a1", sources=(), unsourced="None.")
    nowhere = s.correction("correction-2", fact="e-gone", removed=True)
    first, second = table(gone, nowhere).rows
    assert first[1] == (
        Run("Taken out", fact="correction-1"),
        LINE,
        Run(
            "It stood in: Answer in Report eastshire-peel-2022",
            Place("inspection", "eastshire-peel-2022", "e-a1"),
        ),
        LINE,
        Run("Eastshire Police. e-gone", style="under"),
    )
    assert plain(first[5]) == "None."
    assert second[1] == (
        Run("Taken out", fact="correction-2"),
        LINE,
        Run("e-gone", style="under"),
    )


def test_what_was_mended_before_it_was_taken_out_has_no_link():
    earlier = s.correction(fact="e-gone")
    later = s.correction("correction-2", fact="e-gone", removed=True)
    row = table(earlier, later).rows[0]
    assert row[1][0] == Run("No longer in the record", fact="correction-1")


def test_the_newest_stands_first_by_day_and_then_by_edition():
    rows = table(
        s.correction("c-1", date="2025-11-01", mended_in="1.9.0"),
        s.correction("c-2", date="2025-11-02", mended_in="1.9.0"),
        s.correction("c-3", date="2025-11-02", mended_in="1.10.0"),
        s.correction("c-4", date="2025-11-02", mended_in="1.9.0"),
    ).rows
    assert [row[1][0].fact for row in rows] == ["c-3", "c-2", "c-4", "c-1"]


def test_without_a_correction_the_page_only_says_how_to_report():
    blocks = list(corrections_page(record(), ""))
    assert blocks == list(how_to_report(""))
    assert blocks[0] == Heading(2, "How to report an error", "report")


def paragraphs(report_to: str) -> list[str]:
    return [plain(b.words) for b in how_to_report(report_to) if isinstance(b, Paragraph)]


def test_it_is_said_what_to_send_and_where_the_id_stands():
    needed = next(block for block in how_to_report("") if isinstance(block, Bullets))
    assert [plain(point) for point in needed.items] == [
        "The id of the fact.",
        "What is wrong, and what should stand there.",
        "Where the right thing can be read: a report, minutes, a letter or a page open to everybody.",
    ]
    assert paragraphs("")[1] == (
        "The id stands in the link “Report an error in this fact”, which opens under “Cite or "
        "correct” beneath the fact. Where that link leads to this page, the id stands in the address "
        "of this page, after “fact=”. Leave out the names of children, their families, victims, "
        "suspects and offenders."
    )


def test_where_to_send_it_is_an_address_or_plainly_none():
    assert paragraphs("")[2] == (
        "Whoever runs this copy of the record has set no address for reports: a report goes to "
        "whoever runs it."
    )
    assert paragraphs("mailto:errors@example.org")[2] == "Send it to errors@example.org."
    sent = [b for b in how_to_report("https://example.org/report?x=1") if isinstance(b, Paragraph)]
    assert sent[2].words == (
        Run("Send it to"),
        Run(" "),
        Run("https://example.org/report", "https://example.org/report?x=1"),
        Run("."),
    )


def test_a_force_that_disagrees_has_a_voice_beside_the_source_and_nothing_is_mended_silently():
    *_, rules = how_to_report("")
    told = [plain(point) for point in rules.items]
    assert "Nothing is mended silently." in told
    assert told[-1] == (
        "A force or a governing body that disagrees with a source is shown beside it, in its own "
        "voice, with the day and where it said so; not instead of it."
    )
