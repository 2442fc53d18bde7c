"""What is due after reports, as a table with what it leaves out."""

import datetime as dt

from inspection.addresses import Place
from inspection.document import Paragraph, Run, Table, plain
from inspection.due_after_reports import due_after_reports
from inspection.sheets.of_due_dates import due_table
from tests.inspection import samples as s

DAY = dt.date(2022, 11, 1)
EARLY = s.inspection("eastshire-2016", "peel-2016", published="2016-03-01")
OLDER = s.inspection("eastshire-2017", "peel-2017", published="2017-06-01")
LATE = s.inspection("eastshire-2022", published="2022-09-15")
ANSWERED = s.inspection(
    "eastshire-2018",
    published="2018-09-03",
    responses=(s.response("e-x1", "governing-body", reply="formal", date="2018-10-01"),),
)
RECORD = s.record(EARLY, OLDER, ANSWERED, LATE)


def drawn(record=RECORD, **choices):
    return list(due_table(record, due_after_reports(record), DAY, **choices))


def small_print(text):
    return Paragraph((Run(text),), quiet=True)


def first_cells(table):
    return [row[0][0].text for row in table.rows]


def test_a_row_tells_the_report_what_is_due_by_when_and_what_was_found():
    table = drawn(s.record(LATE))[0]
    assert table == Table(
        "Due after a report (1 row)",
        ("Report or promise", "What is due", "Due", "What was found", "Sources"),
        (
            (
                (
                    Run("Report eastshire-2022", Place("inspection", "eastshire-2022")),
                    Run(" "),
                    Run("Eastshire Police, 15 September 2022.", style="under"),
                ),
                (Run("Published reply"),),
                (Run("9 November 2022"), Run(" "), Run("(in 8 days)")),
                (
                    Run("None found by us.", strong=True),
                    Run(" "),
                    Run("Last looked in November 2025."),
                ),
                (Run("The inspectorate"),),
            ),
        ),
    )


def test_the_latest_stand_first_and_reports_from_before_the_time_limit_are_told_and_left_out():
    note, table = drawn()
    assert note == small_print(
        "1 report published before 2 May 2017, when the time limit came into force, is left out."
    )
    assert table.caption == "Due after a report (3 rows)"
    assert first_cells(table) == [
        "Report eastshire-2022",
        "Report eastshire-2018",
        "Report eastshire-2017",
    ]


def test_with_the_earlier_reports_nothing_is_left_out_and_no_date_is_due_for_them():
    (table,) = drawn(earlier=True)
    assert table.caption == "Due after a report (4 rows)"
    assert [plain(cell) for cell in table.rows[-1][:3]] == [
        "Report eastshire-2016 Eastshire Police, 1 March 2016.",
        "Published reply",
        "no time limit in force",
    ]


def test_only_what_was_not_found_is_shown_where_that_is_chosen_and_the_others_are_counted():
    for earlier in (False, True):
        note, table = drawn(none_found=True, earlier=earlier)
        assert note == small_print(
            "Left out here: 1 row with something found, or where no time limit is known to apply."
        )
        assert first_cells(table) == ["Report eastshire-2022", "Report eastshire-2017"]


def test_where_nothing_is_due_that_is_said():
    nothing = "Nothing of this kind is in the record"
    assert drawn(s.record()) == [Paragraph((Run(f"{nothing} for this choice."),))]
    two_early = s.record(EARLY, s.inspection("eastshire-2015", "peel-2016", published="2015-03-01"))
    assert drawn(two_early, about="Eastshire Police") == [
        small_print(
            "2 reports published before 2 May 2017, when the time limit came into force, are left "
            "out."
        ),
        Paragraph((Run(f"{nothing} about Eastshire Police."),)),
    ]


def test_a_page_with_several_such_tables_names_the_force_in_the_caption():
    (table,) = drawn(s.record(LATE), about="Eastshire Police")
    assert table.caption == "Due after a report (1 row): Eastshire Police"
