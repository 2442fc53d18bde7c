"""The latest grades in the record, and the later rounds that are known and not recorded."""

from inspection.grading import graded_programmes
from inspection.latest_grades import latest_grades_words, no_report_words
from tests.inspection import samples as s
from tests.inspection.test_grading import RECORD

OLD = s.inspection(
    "eastshire-2016", "peel-2016", published="2017-03-02",
    grades=(s.grade("investigating", "good"), s.grade("preventing", "good")),
)  # fmt: skip
GRADES_OF_2016 = (
    "Eastshire Police: the latest grades in the record (Cycle peel-2016, published 2 March 2017) "
    "are good (investigating and preventing)."
)


def peel(*every):
    """The usual programmes; some cycles of PEEL were rounds of every force."""
    protection, peel = s.programmes()
    known = {"published": "2016-01", "sources": s.SOURCES}
    cycles = (
        s.cycle(c.id, scale=c.scale, every_force=known if c.id in every else None)
        for c in peel.cycles
    )
    return (protection, s.programme("peel", *cycles))


def known(id, cycle):
    gap = {"unrecorded": "known-to-exist", "programme": "peel", "sources": s.SOURCES}
    return s.gap(id, cycle=cycle, **gap)


def test_the_latest_grades_are_told_with_what_forbids_setting_them_beside_earlier_ones():
    assert latest_grades_words(RECORD, "eastshire", "peel") == (
        "Eastshire Police: the latest grades in the record (Cycle peel-2022, published 15 September "
        "2022) are adequate (investigating crime and managing offenders). They cannot be "
        "compared with those of Cycle peel-2016."
    )
    assert latest_grades_words(RECORD, "westshire", "peel") == (
        "Westshire Police: no grade under this programme is in the record."
    )


def test_a_force_left_ungraded_by_design_is_told_so_and_not_as_not_found():
    ungraded = s.inspection(
        "westshire-2022", grades=(s.grade("investigating-crime", empty="not-graded"),)
    )
    record = s.record(*RECORD.inspections, ungraded)
    assert latest_grades_words(record, "westshire", "peel") == (
        "Westshire Police: inspected, but given no grade by design, in reports published in 2022."
    )
    assert [p.id for p in graded_programmes(record, "westshire")] == ["peel"]


def test_a_grade_changed_after_publication_is_told_with_the_latest_grades():
    change = {"date": "2023-08-08", "value": "adequate", "reason": "Data.", "sources": s.SOURCES}
    changed = s.inspection(
        "eastshire-2022", grades=(s.grade("investigating-crime", "good", revisions=(change,)),)
    )
    assert latest_grades_words(s.record(changed), "eastshire", "peel").endswith(
        "are adequate (investigating crime). Changed after publication: investigating crime, from good "
        "to adequate on 8 August 2023."
    )


def test_a_force_of_which_a_grade_was_not_found_is_not_told_as_ungraded_by_design():
    grades = (
        s.grade("investigating-crime", empty="not-found"),
        s.grade("managing-offenders", empty="not-graded"),
    )
    record = s.record(*RECORD.inspections, s.inspection("westshire-2022", grades=grades))
    assert latest_grades_words(record, "westshire", "peel") == (
        "Westshire Police: no grade under this programme was found by us."
    )


def test_many_grades_are_counted_and_few_are_named_each_word_once():
    cases = (
        (("good", "good", "adequate"), "good (responding and investigating crime) and adequate "
         "(managing offenders)"),
        (("good", "good", "adequate", "good"), "three areas good and one adequate"),
    )  # fmt: skip
    asked = ("responding", "investigating-crime", "managing-offenders", "victim-service")
    for values, words in cases:
        grades = [s.grade(q, v) for q, v in zip(asked, values, strict=False)]
        told = latest_grades_words(s.record(s.inspection(grades=grades)), "eastshire", "peel")
        assert told.endswith(f"are {words}.")


def test_names_of_questions_with_an_and_of_their_own_are_kept_apart():
    questions = (s.question("preventing-and-deterring", "peel-2022"), *s.record().questions)
    grades = (s.grade("preventing-and-deterring", "good"), s.grade(value="good"))
    record = s.record(s.inspection(grades=grades), questions=questions)
    assert latest_grades_words(record, "eastshire", "peel").endswith(
        "are good (preventing and deterring; investigating crime)."
    )


def test_a_later_round_of_every_force_that_is_not_recorded_is_told_with_the_latest_grades():
    record = s.record(OLD, programmes=peel("peel-2022"))
    assert latest_grades_words(record, "eastshire", "peel") == (
        f"{GRADES_OF_2016} A later round, Cycle peel-2022, inspected every force; its grades for "
        "this force are not in the record."
    )
    record = s.record(OLD, programmes=peel("peel-2016", "peel-2017", "peel-2022"))
    assert latest_grades_words(record, "eastshire", "peel") == (
        f"{GRADES_OF_2016} Later rounds, Cycle peel-2017 and Cycle peel-2022, inspected every "
        "force; their grades for this force are not in the record."
    )


def test_later_rounds_of_which_a_gap_tells_are_told_of_this_force_alone():
    gaps = (known("gap-1", "peel-2017"), known("gap-2", "peel-2016"))
    record = s.record(OLD, gaps=gaps, programmes=peel("peel-2022"))
    assert latest_grades_words(record, "eastshire", "peel") == (
        f"{GRADES_OF_2016} A later round, Cycle peel-2022, inspected every force; its grades for "
        "this force are not in the record. A later round, Cycle peel-2017, inspected this force; "
        "its grades are not in the record."
    )
    gaps = (known("gap-1", "peel-2017"), known("gap-2", "peel-2022"))
    record = s.record(OLD, gaps=gaps, programmes=peel("peel-2022"))
    assert latest_grades_words(record, "eastshire", "peel") == (
        f"{GRADES_OF_2016} Later rounds, Cycle peel-2017 and Cycle peel-2022, inspected this "
        "force; their grades are not in the record."
    )


def test_nothing_is_told_of_earlier_recorded_or_ungraded_rounds_or_of_what_was_looked_for():
    late = s.inspection("eastshire-2022", grades=(s.grade(empty="not-graded"),))
    looked_for = s.gap(unrecorded="looked-for", programme="peel", cycle="peel-2017")
    record = s.record(OLD, late, gaps=(looked_for,), programmes=peel("peel-2016", "peel-2022"))
    assert latest_grades_words(record, "eastshire", "peel") == GRADES_OF_2016


def test_a_round_of_every_force_of_which_a_revisit_alone_is_recorded_is_told_all_the_same():
    again = s.inspection("eastshire-2023", kind="revisit")
    told = latest_grades_words(
        s.record(OLD, again, programmes=peel("peel-2022")), "eastshire", "peel"
    )
    assert told.startswith(f"{GRADES_OF_2016} A later round, Cycle peel-2022, inspected every")
    gaps = (known("gap-1", "peel-2022"),)
    told = latest_grades_words(s.record(OLD, again, gaps=gaps), "eastshire", "peel")
    assert told == GRADES_OF_2016


def test_the_round_of_the_latest_grades_itself_is_no_later_one():
    again = s.inspection("eastshire-2023", kind="revisit", grades=(s.grade(value="good"),))
    told = latest_grades_words(s.record(again, programmes=peel("peel-2022")), "eastshire", "peel")
    assert told.endswith("are good (investigating crime).")


def test_of_a_force_without_a_grade_every_known_round_is_told():
    record = s.record(OLD, programmes=peel("peel-2016", "peel-2022"))
    assert latest_grades_words(record, "westshire", "peel") == (
        "Westshire Police: no grade under this programme is in the record. Rounds, Cycle peel-2016 "
        "and Cycle peel-2022, inspected every force; their grades for this force are not in the "
        "record."
    )


def test_no_report_is_said_to_be_not_found_only_where_it_was_looked_for():
    nothing = s.record()
    assert no_report_words(nothing, "eastshire", "peel") == (
        "No report of this programme on this force is in the record."
    )
    assert no_report_words(nothing, "eastshire", "peel", ["peel-2016", "peel-2022"]) == (
        "Cycle peel-2016 and Cycle peel-2022: no report of this programme on this force is in the "
        "record."
    )
    of_all = s.record(gaps=(s.gap(unrecorded="looked-for", programme="peel"),))
    assert no_report_words(of_all, "eastshire", "peel") == (
        "No report of this programme on this force was found by us."
    )
    assert no_report_words(of_all, "westshire", "peel").endswith("is in the record.")
    assert no_report_words(of_all, "eastshire", "peel", ["peel-2016"]).endswith("is in the record.")
    of_one = s.record(gaps=(s.gap(unrecorded="looked-for", programme="peel", cycle="peel-2016"),))
    assert no_report_words(of_one, "eastshire", "peel", ["peel-2016"]) == (
        "Cycle peel-2016: no report of this programme on this force was found by us."
    )
    assert no_report_words(of_one, "eastshire", "peel").endswith("is in the record.")
    assert no_report_words(of_one, "eastshire", "peel", ["peel-2016", "peel-2017"]).endswith(
        "is in the record."
    )
    cycles = ("peel-2016", "peel-2017", "peel-2022")
    of_each = s.record(
        gaps=[s.gap(c, unrecorded="looked-for", programme="peel", cycle=c) for c in cycles]
    )
    assert no_report_words(of_each, "eastshire", "peel").endswith("was found by us.")


def test_a_grade_carried_forward_and_one_of_a_part_of_the_force_are_not_named_as_latest():
    early = s.inspection(
        "eastshire-2021", published="2021-09-15", grades=(s.grade("responding", "good"),)
    )
    late = s.inspection(
        "eastshire-2022",
        grades=(
            s.grade("investigating-crime", "good"),
            s.grade("responding", "good", carried_from="eastshire-2021"),
            s.grade("managing-offenders", "good", scope="regional-unit"),
        ),
    )
    assert latest_grades_words(s.record(early, late), "eastshire", "peel").endswith(
        "are good (investigating crime)."
    )


def test_grades_known_only_together_are_counted_with_the_few_that_are_known_alone():
    shared = {"questions": ("responding", "managing-offenders"), "counts": {"good": 1, "adequate": 1},
              "note": "Known together.", "sources": s.SOURCES}  # fmt: skip
    looked = s.inspection(grades=(s.grade(value="good"),), shared_grades=(shared,))
    assert latest_grades_words(s.record(looked), "eastshire", "peel").endswith(
        "are two areas good and one adequate."
    )


def test_a_later_round_that_grades_nothing_is_not_told_as_one_whose_grades_are_missing():
    cycles = (s.cycle("peel-2016", scale="four-grades"), s.cycle("peel-2022"))
    record = s.record(
        OLD,
        gaps=(known("gap-1", "peel-2022"),),
        programmes=(s.programmes()[0], s.programme("peel", *cycles)),
    )
    assert latest_grades_words(record, "eastshire", "peel") == GRADES_OF_2016


def test_of_a_grade_changed_twice_the_day_of_the_last_change_is_told():
    changes = tuple(
        {"date": date, "value": value, "reason": "Data.", "sources": s.SOURCES}
        for date, value in (("2023-08-08", "adequate"), ("2024-02-01", "inadequate"))
    )
    changed = s.inspection(grades=(s.grade("investigating-crime", "good", revisions=changes),))
    assert latest_grades_words(s.record(changed), "eastshire", "peel").endswith(
        "investigating crime, from good to inadequate on 1 February 2024."
    )


def test_what_forbids_comparing_is_said_also_where_the_last_round_has_two_graded_reports():
    first, again = (
        s.inspection(id, published=day, grades=(s.grade(value=value),))
        for id, day, value in (
            ("eastshire-2022", "2022-09-15", "adequate"),
            ("eastshire-2023", "2023-09-15", "good"),
        )
    )
    told = latest_grades_words(s.record(OLD, first, again), "eastshire", "peel")
    assert told.endswith(
        "are good (investigating crime). They cannot be compared with those of Cycle peel-2016."
    )


def test_a_grade_that_nobody_has_entered_yet_is_not_told_as_not_found():
    entry = s.grade("investigating-crime", empty="not-entered")
    record = s.record(s.inspection("westshire-2022", grades=(entry,)))
    assert latest_grades_words(record, "westshire", "peel") == (
        "Westshire Police: no grade under this programme is in the record."
    )
