"""Two forces on one theme: common, particular, like for like or not."""

from inspection.recurrence import recurrence
from inspection.theme_comparison import pair_words, theme_comparison
from tests.inspection import samples as s


def look(force: str, year: int, found: str, cycle: str = "cp-2014", **fields):
    findings = (s.finding(f"{force}-{year}", kind=found),) if found else ()
    return s.inspection(
        f"{force}-{year}", cycle, published=f"{year}-06-30", findings=findings, **fields
    )


def compared(*inspections, theme="missing-children"):
    record = s.record(*inspections)
    rows = [
        next(r for r in recurrence(record, force) if r.theme == theme)
        for force in ("eastshire", "westshire")
    ]
    return record, theme_comparison(record, *rows)


def test_looks_of_one_method_and_kind_within_twelve_months_are_like_for_like():
    record, found = compared(
        look("eastshire", 2018, "concern", fieldwork={"start": "2018-03", "end": "2018-03"}),
        look("westshire", 2018, "strength", fieldwork={"start": "2018-01", "end": "2018-01"}),
        look("eastshire", 2025, "concern", "cp-2024"),
    )
    assert [(p.first.inspection, p.second.inspection) for p in found.pairs] == [
        ("eastshire-2018", "westshire-2018")
    ]
    pair = found.pairs[0]
    assert pair.comparison.comparable
    assert pair_words(record, pair) == "Eastshire Police: raised; Westshire Police: strength."
    assert found.common == (
        "Raised with one alone: Eastshire Police in 2018 and 2025. The inspections of Westshire "
        "Police looked at it; none of them raised it, as far as our record goes."
    )
    assert found.particular == (
        "Only Eastshire Police: child-protection, Cycle cp-2024, Jun 2025 (raised).",
    )
    assert found.fairness == (
        "The two counts are not set against each other: inspectors are known to have looked at this "
        "2 times with Eastshire Police and 1 time with Westshire Police, and not all by the same "
        "method. One pair of looks is like for like: same method and kind, within twelve months."
    )


def test_the_same_method_without_known_fieldwork_is_not_like_for_like():
    record, found = compared(look("eastshire", 2018, "concern"), look("westshire", 2019, "concern"))
    assert [p.comparison.comparable for p in found.pairs] == [False]
    assert pair_words(record, found.pairs[0]) == "Both: raised."
    assert found.common == (
        "Raised with both: Eastshire Police in 2018 and Westshire Police in 2019."
    )
    assert found.fairness == (
        "Inspectors are known to have looked at this 1 time with Eastshire Police and 1 time with "
        "Westshire Police, by the same methods. No look at one is like for like with a look "
        "at the other."
    )


def test_an_inspection_and_a_review_are_no_pair_and_a_theme_nobody_raised_says_so():
    _, found = compared(
        look("eastshire", 2018, "progress"),
        look("westshire", 2018, "strength", kind="post-inspection-review"),
    )
    assert found.pairs == ()
    assert found.common == "Raised with neither."


def test_of_inspections_without_any_finding_it_is_not_said_that_they_raised_nothing():
    silent = "Of the inspections of Westshire Police that looked at it no finding is in our record."
    _, found = compared(look("eastshire", 2018, "concern"), look("westshire", 2018, ""))
    assert found.common == f"Raised with Eastshire Police in 2018. {silent}"
    _, found = compared(look("eastshire", 2018, "strength"), look("westshire", 2018, ""))
    assert found.common == f"Not known to be raised with either. {silent}"


def test_a_look_has_no_counterpart_in_an_inspection_of_which_we_do_not_know():
    unknown = {"looked_at": (), "may_have_looked_at": ("missing-children",)}
    _, found = compared(look("eastshire", 2018, "concern"), look("westshire", 2018, "", **unknown))
    assert found.pairs == ()
    assert found.particular == (
        "Only Eastshire Police: child-protection, Cycle cp-2014, Jun 2018 (raised).",
    )


def test_counts_by_some_of_the_same_methods_are_not_called_the_same():
    _, found = compared(
        look("eastshire", 2018, "concern"),
        look("westshire", 2018, "concern"),
        look("westshire", 2025, "concern", "cp-2024"),
    )
    assert "and not all by the same method" in found.fairness
