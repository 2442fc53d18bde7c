"""The thread of a theme as blocks: what was found, asked and said at each look, oldest first."""

from inspection.addresses import Place
from inspection.blocks_html import Markup
from inspection.document import Bullets, Folded, Paragraph, Run, Step, words
from inspection.sheets.of_thread import last_said, sources_of, state_mark, step_id, the_thread
from inspection.threads import thread
from tests.inspection import samples as s

THEME = "missing-children"
FOUND_IN_2013 = s.inspection(
    "eastshire-2013",
    "cp-2014",
    published="2013-06-30",
    sources=("of-2013",),
    findings=(
        s.finding(
            "e-1",
            scope="partnership",
            note="A note.",
            measure={"numerator": 4, "denominator": 6, "unit": "cases"},
            sources=("of-2013", "the-report"),
        ),
        s.finding("e-other", "risk-recognition"),
    ),
    recommendations=(s.recommendation("e-r1", time_limit={"words": "within six months"}),),
    unseen_recommendations=(
        {"id": "e-u1", "summary": "Others were made.", "sources": ("the-report",)},
    ),
    responses=(s.response("e-a1", date="2013-07-01"), s.response("e-a2", themes=(THEME,))),
    statements=(
        s.statement("e-s1", "governing-body", theme=THEME, date="2014-02", sources=("said",)),
    ),
)
RECORD = s.record(
    FOUND_IN_2013,
    s.inspection(
        "eastshire-2015", "cp-2014", published="2015-06-30", looked_at=(),
        may_have_looked_at=(THEME,), sources=("of-2015",),
    ),
    s.inspection("eastshire-peel-2016", published="2016-06-30"),
    s.inspection("eastshire-2018", "cp-2024", published="2018-06-30"),
    sources=(
        s.source("the-report", url="https://x.org/report"), s.source("of-2013"),
        s.source("of-2015"), s.source("said", published="2014-02", publisher="The Post"),
    ),
)  # fmt: skip
STEPS = thread(RECORD, "eastshire", THEME)
FIRST, BETWEEN, LAST = the_thread(RECORD, STEPS).steps
REPORT = Run(
    "The inspectorate", "https://x.org/report", title="Title of the-report, The inspectorate"
)


def test_a_look_is_headed_by_when_it_was_what_it_said_and_which_inspection_it_was():
    assert FIRST.head == (
        Run("published 30 June 2013", Place("inspection", "eastshire-2013")),
        Run(" "),
        Run("Raised", style="mark raised"),
        Run(" "),
        Run("child-protection: Report eastshire-2013.", style="under"),
    )
    assert FIRST.id == "missing-children-in-eastshire-2013"


def test_a_look_holds_what_was_found_asked_and_said_each_with_the_way_to_it_and_its_sources():
    assert FIRST.blocks == (
        Paragraph((Run("Found", style="name"),)),
        Bullets(
            (
                words(
                    Run("Concern", Place("inspection", "eastshire-2013", "e-1")),
                    "What was found, e-1.",
                    "Measure: 4 of 6 cases.",
                    "About the partnership, not the force alone.",
                    "A note.",
                    (Run("The inspectorate"), Run("; "), REPORT),
                ),
            )
        ),
        Paragraph((Run("Asked for", style="name"),)),
        Bullets(
            (
                words(
                    Run("Recommendation", Place("inspection", "eastshire-2013", "e-r1")),
                    "What was asked, e-r1.",
                    "Time limit: within six months.",
                    REPORT,
                ),
            )
        ),
        Paragraph((Run("Not in our record", style="name"),)),
        Bullets(((Run("Others were made."),),)),
        Paragraph((Run("Answered and said since", style="name"),)),
        Bullets(
            (
                words(
                    Run("Force, of itself", strong=True, style="mark voice force"),
                    "(answer, date not known; Chief Constable, Eastshire Police):",
                    "What was answered, e-a2.",
                    REPORT,
                ),
                words(
                    Run("Governing body", strong=True, style="mark voice governing-body"),
                    "(since, February 2014; The speaker):",
                    "What was said, e-s1.",
                    Run("The Post, 2014"),
                ),
            )
        ),
        Paragraph(
            (
                Run(
                    "1 answer to the report as a whole",
                    Place("inspection", "eastshire-2013"),
                    style="under",
                ),
            )
        ),
        Paragraph(
            (Run("Next look (published 30 June 2018): looked at, nothing recorded.", style="next"),)
        ),
    )


def test_a_look_without_evidence_says_how_we_know_of_it_and_that_none_came_later():
    assert isinstance(LAST, Step)
    assert LAST.blocks == (
        Paragraph(
            words(
                "The method (Cycle cp-2024) sets out to look at it; no finding on it is in our "
                "record.",
                REPORT,
            )
        ),
        Paragraph(
            (Run("No later inspection counted here is known to have looked at it.", style="next"),)
        ),
    )


def test_inspections_that_did_not_look_stand_folded_where_they_belong_in_time():
    assert isinstance(BETWEEN, Folded)
    assert BETWEEN.summary == (
        "1 inspection that did not look at it and 1 inspection of which we do not know"
    )
    (inner,) = BETWEEN.blocks
    assert inner.steps == (
        Step(
            words(
                Run("published 30 June 2015", Place("inspection", "eastshire-2015")),
                Run("Not known", style="mark not-known"),
            ),
            (
                Paragraph(
                    words(
                        "child-protection. It may belong to what was looked at; what we could read "
                        "does not say.",
                        (Run("The inspectorate"), Run("; "), REPORT),
                    )
                ),
            ),
            "missing-children-in-eastshire-2015",
        ),
        Step(
            words(
                Run("published 30 June 2016", Place("inspection", "eastshire-peel-2016")),
                Run("Not looked at", style="mark not-looked-at"),
            ),
            (Paragraph(words("peel. It lies outside what was looked at.", REPORT)),),
            "missing-children-in-eastshire-peel-2016",
        ),
    )


def test_the_inspection_a_mark_has_led_to_is_outlined_and_its_fold_stands_open():
    thread_of = the_thread(RECORD, STEPS)
    closed = Markup().block(thread_of)
    assert 'class="at"' not in closed
    assert "<details open>" not in closed
    chosen = Markup(outlined=step_id(THEME, "eastshire-2015")).block(thread_of)
    assert '<li id="missing-children-in-eastshire-2015" class="at">' in chosen
    assert chosen.count('class="at"') == chosen.count("<details open>") == 1
    looked = Markup(outlined=step_id(THEME, "eastshire-2013")).block(thread_of)
    assert '<li id="missing-children-in-eastshire-2013" class="at">' in looked
    assert "<details open>" not in looked


def test_a_look_of_one_subject_has_a_small_mark_and_says_so_and_one_that_did_not_look_has_none():
    custody = s.programme("custody", s.cycle("custody-1", looks_at=(THEME,)), narrow=True)
    record = s.record(
        s.inspection(
            "eastshire-2018", "custody-1", programme="custody", kind="thematic",
            published="2018-06-28",
        ),
        programmes=(*s.programmes(), custody),
    )  # fmt: skip
    (step,) = the_thread(record, thread(record, "eastshire", THEME)).steps
    assert step.head[2:] == (
        Run("Looked at, nothing recorded", style="mark nothing-recorded narrow"),
        Run(" "),
        Run("custody: Report eastshire-2018. One subject only.", style="under"),
    )
    (unseen,) = thread(record, "eastshire", "risk-recognition")
    assert state_mark(unseen.cell) == Run("Not looked at", style="mark not-looked-at")


def test_the_last_word_names_the_voice_the_day_and_what_was_said():
    assert last_said(RECORD, STEPS) == Paragraph(
        words(
            "Last word: inspectorate (HMICFRS), 30 June 2018. Look: published 30 June 2018: looked "
            "at, nothing recorded.",
            REPORT,
        ),
        quiet=True,
    )
    assert last_said(RECORD, STEPS[:1]) == Paragraph(
        words(
            "Last word: governing body (The speaker), February 2014. Since: What was said, e-s1.",
            Run("The Post, 2014"),
        ),
        quiet=True,
    )
    assert last_said(RECORD, STEPS[1:3]) == Paragraph(
        (Run("No dated answer or statement on this theme was found by us."),), quiet=True
    )


def test_the_sources_are_those_of_the_looks_in_the_order_in_which_they_are_told():
    assert sources_of(STEPS) == [
        "of-2013", "the-report", "the-report", "the-report", "said",
        "of-2013", "the-report", "the-report",
    ]  # fmt: skip
    assert "of-2015" not in sources_of(STEPS)
