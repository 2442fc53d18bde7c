"""The method: what each section says, what a cycle and a scale come to, what links lead here."""

from itertools import takewhile

from inspection import vocabulary
from inspection.addresses import Place
from inspection.document import Bullets, Heading, Paragraph, Run, Table, plain, words
from inspection.sheets import of_method
from inspection.standing import RULE, Reading
from inspection.theme_states import ThemeState
from tests.inspection import samples as s


def small_record():
    return s.record(
        s.inspection(),
        sources=(
            s.source("the-report"),
            s.source("the-method", publisher="The office", published="2014-03-01"),
        ),
        programmes=(
            s.programme(
                "peel",
                s.cycle("peel-2016", scale="two-grades", sources=("the-method", "the-report")),
                s.cycle("peel-2022", comparability_basis="inspectorate"),
                short_name="PEEL",
            ),
        ),
        scales=(s.scale("two-grades", "good", "requires-improvement"),),
        questions=(),
    )


def section(blocks, id):
    """What stands below the heading with this id, up to the next one."""
    found = iter(blocks)
    next(b for b in found if isinstance(b, Heading) and b.id == id)
    return list(takewhile(lambda block: not isinstance(block, Heading), found))


def test_every_section_can_be_linked_to_and_keeps_the_name_it_is_linked_by():
    headings = [b for b in of_method.method(small_record()) if isinstance(b, Heading)]
    assert [(heading.level, heading.id) for heading in headings] == [
        (2, "who-made-it"),
        (2, "rules-of-fairness"),
        (2, "programmes-cycles-and-what-may-be-compared"),
        (2, "grade-scales"),
        (2, "recurring"),
        (2, "progress"),
        (2, "clocks"),
        (2, "theme-rulebook"),
        (2, "as-known-on-a-day"),
        (2, "limits-of-the-record"),
        (2, "corrections"),
    ]


def test_a_cycle_is_a_fact_that_says_what_may_be_compared_and_who_says_so():
    cycles, told = section(
        of_method.cycles(small_record()), "programmes-cycles-and-what-may-be-compared"
    )
    assert cycles == Table(
        "Cycles: rounds of inspection under one method",
        ("Cycle", "Method", "Comparing", "Who says so", "Sources"),
        (
            (
                (Run("PEEL: Cycle peel-2016", fact="peel-2016"),),
                words("By looking. No report under it is in this record."),
                words("As is said here."),
                words("Our reading"),
                (Run("The office, 2014"), Run("; "), Run("The inspectorate")),
            ),
            (
                (Run("PEEL: Cycle peel-2022", fact="peel-2022"),),
                words("By looking."),
                words("As is said here."),
                words("The inspectorate says so"),
                (Run("The inspectorate"),),
            ),
        ),
    )
    assert plain(told.words).startswith("Grades of two forces stand side by side only within one")


def test_a_scale_shows_each_grade_in_its_colour_with_its_meaning():
    scale, told, empty = section(of_method.method(small_record()), "grade-scales")
    assert scale == Table(
        "two-grades",
        ("Grade", "Meaning"),
        (
            ((Run("Good", style="grade good"),), words("Is good.")),
            (
                (Run("Requires improvement", style="grade requires-improvement"),),
                words("Is requires-improvement."),
            ),
        ),
    )
    assert plain(told.words).endswith("are judgements in words and points on no scale.")
    assert empty.caption == "Kinds of empty"


def test_every_closed_word_of_the_record_stands_with_its_meaning():
    tables = [b for b in of_method.method(small_record()) if isinstance(b, Table)]
    kinds = [
        ("Kinds of empty", vocabulary.EmptyKind),
        ("What an inspection can say on a theme", ThemeState),
        ("Kinds of finding", vocabulary.FindingKind),
        ("Whom a finding is about", vocabulary.Scope),
        ("How strongly inspectors ask", vocabulary.RecommendationKind),
        ("Voices", vocabulary.Voice),
        ("Kinds of inspection", vocabulary.InspectionKind),
        ("Our readings", Reading),
    ]
    rows = {t.caption: [tuple(map(plain, row)) for row in t.rows] for t in tables}
    for caption, kind in kinds:
        assert rows[caption] == [(word.label, word.meaning) for word in kind], caption
    assert rows["Kinds of inspection"][0] == ("Inspection", "A first, full look under a programme.")
    columns = {t.caption: t.columns for t in tables}
    assert columns["Our readings"] == ("Reading", "Meaning")
    assert columns["Voices"] == ("Word", "Meaning")


def test_the_rules_of_fairness_and_of_our_reading_stand_in_full():
    (fair,) = section(of_method.method(small_record()), "rules-of-fairness")
    assert len(fair.items) == 10
    assert plain(fair.items[6]) == "No percentage complete, no overall score, no league table."
    reading, kinds = section(of_method.method(small_record()), "progress")
    assert tuple(map(plain, reading.items)) == RULE
    assert kinds.caption == "Our readings"


def test_a_figure_on_recurring_issues_stands_with_its_exact_meaning():
    figures, *_ = section(of_method.method(small_record()), "recurring")
    assert figures.columns == ("Word or figure", "Meaning")
    meaning = {plain(word): plain(meant) for word, meant in figures.rows}
    assert meaning["Raised in k of n"] == (
        "k inspections raised it; n are known to have looked at it."
    )
    assert "if they began within 365 days of it." in meaning["Episode"]
    assert len(figures.rows) == 15


def test_the_last_lawful_day_is_explained_with_an_example():
    (rules,) = section(of_method.method(small_record()), "clocks")
    assert plain(rules.items[0]).endswith(
        "the day of publication and 55 days: for a report of 22 August 2025 that is 16 October 2025."
    )
    assert plain(rules.items[-1]) == "None found by us never means late or not sent."


def test_corrections_say_how_an_error_is_reported_what_is_done_and_where_the_log_is():
    how, done, log = section(of_method.method(small_record()), "corrections")
    assert isinstance(how, Paragraph)
    assert "stands “Cite or correct”" in plain(how.words)
    assert isinstance(done, Bullets)
    assert [plain(item) for item in done.items] == [
        "What is reported is checked against the source that the fact names.",
        "If the fact is wrong, it is mended, the data version is raised, and the mending is entered "
        "in the public corrections log: what was wrong, since when, what it is now, who asked, by "
        "role, and the source.",
        "Nothing is mended silently.",
        "Where sources disagree, both stand, with how we chose.",
        "We promise no number of days within which we answer.",
    ]
    assert log.words[-1] == Run("Corrections log", Place("corrections"))


def test_what_is_missing_is_linked_to_where_it_is_listed():
    (told,) = section(of_method.method(small_record()), "limits-of-the-record")
    assert Run("Data", Place("data")) in told.words


def test_the_method_rests_on_the_sources_of_scales_and_cycles_each_once():
    assert of_method.sources(small_record()) == ("the-report", "the-method")
