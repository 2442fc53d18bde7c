"""The evidence thread of a theme: found, asked, answered, and what the next look found."""

from inspection.theme_states import ThemeState
from inspection.threads import evidence, last_word, thread
from inspection.vocabulary import Voice
from tests.inspection import samples as s


def look(year: int, *findings, cycle: str = "cp-2014", **fields):
    return s.inspection(
        f"eastshire-{year}", cycle, published=f"{year}-06-30", findings=findings, **fields
    )


def about(kind: str, number: int = 1, theme: str = "missing-children", **fields):
    return s.finding(f"e-{kind}-{number}-{theme}", theme, kind=kind, **fields)


def test_the_evidence_stands_in_the_order_of_the_inspections_with_measure_and_whom_it_is_about():
    measure = {"numerator": 4, "denominator": 6, "unit": "cases", "qualifier": "4 to 12 hours"}
    record = s.record(
        look(2025, about("concern", 1, scope="partnership", measure=measure)),
        look(2013, about("progress", 2, told_by="force")),
    )
    rows = evidence(record, "missing-children")
    assert [(r.when, r.kind, r.measure, r.about) for r in rows] == [
        ("published 30 June 2013", "Progress", None, "As told by the force."),
        (
            "published 30 June 2025",
            "Concern",
            "4 of 6 cases (4 to 12 hours)",
            "About the partnership, not the force alone.",
        ),
    ]
    assert evidence(record, "missing-children", inspection="eastshire-2013") == rows[:1]
    assert evidence(record, "missing-children", forces=["westshire"]) == ()


ASKED = look(
    2013,
    about("concern", 1),
    recommendations=(
        s.recommendation(
            "e-r1", time_limit={"words": "within six months"},
            statements=(s.statement("e-r1-s1", "inspectorate", date="2014-02-01"),),
        ),
        s.recommendation("e-r2", "risk-recognition"),
    ),
    unseen_recommendations=(
        {"id": "e-u1", "summary": "Others were made.", "sources": ("the-report",)},
        {"id": "e-u2", "summary": "On risk.", "theme": "risk-recognition",
         "sources": ("the-report",)},
    ),
    responses=(
        s.response("e-a1", date="2013-07-01", themes=("missing-children",)),
        s.response("e-a2", "governing-body", date="2013-08-01", commitments=(
            s.commitment("e-a2-c1", theme="missing-children", outcomes=(
                {"summary": "It was kept.", "voice": "force", "date": "2014-05-01",
                 "sources": s.SOURCES},
            )),
            s.commitment("e-a2-c2", theme="risk-recognition"),
        )),
    ),
    statements=(
        s.statement("e-s1", "force", theme="missing-children"),
        s.statement("e-s2", "force", theme="risk-recognition", date="2015-01-01"),
    ),
)  # fmt: skip
THREAD = s.record(
    look(2018, about("progress", 2)),
    look(2015, looked_at=(), may_have_looked_at=("missing-children",)),
    ASKED,
    s.inspection("eastshire-peel-2016", published="2016-06-30"),
)


def test_a_step_holds_what_was_found_asked_and_said_on_the_theme_alone():
    step = thread(THREAD, "eastshire", "missing-children")[0]
    assert [(r.id, r.is_asked, r.measure) for r in step.evidence] == [
        ("e-concern-1-missing-children", False, None),
        ("e-r1", True, "within six months"),
    ]
    assert [(r.id, r.what, r.voice, r.on) for r in step.said] == [
        ("e-s1", "Since", Voice.FORCE, "date not known"),
        ("e-a1", "Answer", Voice.FORCE, "1 July 2013"),
        ("e-a2-c1", "Promise", Voice.GOVERNING_BODY, "1 August 2013"),
        ("e-r1-s1", "Since", Voice.INSPECTORATE, "1 February 2014"),
        ("e-a2-c1-1", "What became of it", Voice.FORCE, "1 May 2014"),
    ]
    assert step.unseen == ("Others were made.",)
    assert step.general_answers == 1
    assert step.said[1].speaker == "Chief Constable, Eastshire Police"


def test_every_inspection_has_a_step_and_the_next_look_skips_those_that_did_not_look():
    steps = thread(THREAD, "eastshire", "missing-children")
    assert [(st.cell.inspection, st.cell.state) for st in steps] == [
        ("eastshire-2013", ThemeState.RAISED),
        ("eastshire-2015", ThemeState.NOT_KNOWN),
        ("eastshire-peel-2016", ThemeState.NOT_LOOKED_AT),
        ("eastshire-2018", ThemeState.PROGRESS),
    ]
    assert [st.next_look and st.next_look.inspection for st in steps] == [
        "eastshire-2018", "eastshire-2018", "eastshire-2018", None,
    ]  # fmt: skip
    assert [s.cell.year for s in thread(THREAD, "eastshire", "missing-children", ["peel"])] == [
        2016
    ]


def test_recommendations_we_have_not_read_are_told_only_where_the_theme_was_looked_at():
    unread = look(
        2015,
        looked_at=(),
        may_have_looked_at=("missing-children",),
        unseen_recommendations=(
            {"id": "e-u1", "summary": "Others were made.", "sources": ("the-report",)},
        ),
    )
    assert thread(s.record(unread), "eastshire", "missing-children")[0].unseen == ()


def test_the_last_word_is_the_latest_thing_said_by_whichever_voice_a_look_among_them():
    look_of_2018 = last_word(thread(THREAD, "eastshire", "missing-children"))
    assert (look_of_2018.inspection, look_of_2018.voice, look_of_2018.what, look_of_2018.on) == (
        "eastshire-2018",
        Voice.INSPECTORATE,
        "Look",
        "30 June 2018",
    )
    before = s.record(*(i for i in THREAD.inspections if i.id != "eastshire-2018"))
    assert last_word(thread(before, "eastshire", "missing-children")).id == "e-a2-c1-1"
    assert last_word(thread(THREAD, "westshire", "missing-children")) is None


def test_what_was_said_in_a_month_counts_from_its_last_day():
    said = (
        s.statement("e-s8", theme="missing-children", date="2014-05"),
        s.statement("e-s9", theme="missing-children", date="2014-05-20"),
    )
    (step,) = thread(s.record(look(2013, statements=said)), "eastshire", "missing-children")
    assert [row.id for row in step.said] == ["e-s9", "e-s8"]
    assert last_word([step]).id == "e-s8"


def test_no_later_step_tells_a_next_look_that_was_published_before_it():
    """Fieldwork known only by its year must not put a report before one that it came after."""
    spring = s.inspection("eastshire-2014", "cp-2014", published="2014-03-27")
    autumn = s.inspection(
        "eastshire-autumn", "cp-2014", fieldwork={"end": "2014"}, published="2014-11-27"
    )
    january = look(2018, fieldwork={"start": "2018-01-08", "end": "2018-01-18"})
    loose = look(2019, fieldwork={"start": "2018", "end": "2019-01"})
    steps = thread(s.record(loose, january, autumn, spring), "eastshire", "missing-children")
    assert [(st.cell.inspection, st.next_look and st.next_look.inspection) for st in steps] == [
        ("eastshire-2014", "eastshire-autumn"),
        ("eastshire-autumn", "eastshire-2018"),
        ("eastshire-2018", "eastshire-2019"),
        ("eastshire-2019", None),
    ]
    published = {st.cell.inspection: st.published for st in steps}
    assert [
        st.cell.inspection
        for st in steps
        if st.next_look and published[st.next_look.inspection].latest < st.published.earliest
    ] == []
