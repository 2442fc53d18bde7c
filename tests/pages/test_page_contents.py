"""What each page says first, and what a choice in its address changes."""

import datetime as dt
import json
import re
from html import unescape

import pytest

from inspection.coverage import coverage, coverage_words
from inspection.exports import tables
from inspection.knowing import as_known_on
from inspection.register import register

EDITION_1_5 = {"as-known-on": "2026-11-22"}
"""A day of which a later report, statement or correction changes nothing."""


def first_answer(text: str) -> str:
    """The answer in words that a page opens with."""
    return text.split('<div class="answer"><p>', 1)[1].split("</p></div>", 1)[0]


def figures(app) -> list[dict]:
    """The figure of every chart on the page, as it is drawn on a wide screen."""
    drawn = "".join(element.value for element in app.get("html"))
    return [json.loads(unescape(text)) for text in re.findall("data-wide='([^']*)'", drawn)]


def test_the_overview_answers_for_each_force_before_anything_else(open_page, html_text):
    text = html_text(open_page("overview", **EDITION_1_5))
    assert first_answer(text).startswith(
        "The record holds eight child protection inspections of Northamptonshire Police, published "
        "in 2013, 2014, 2018, 2019, 2021 and 2025. The latest (2025, published 22 August 2025) "
        "graded one area good, two adequate and two requires improvement."
    )
    assert "The record holds two child protection inspections of Northumbria Police" in text


def test_the_overview_of_one_force_leaves_the_other_out(open_page, html_text):
    app = open_page("overview", force="northumbria")
    assert [header.value for header in app.header][0] == "Northumbria Police"
    assert "Northamptonshire Police has been" not in html_text(app)


def test_history_draws_a_mark_for_every_inspection_and_lists_it(
    open_page, html_text, published_record
):
    app = open_page("history")
    (figure,) = figures(app)
    drawn = [key for trace in figure["data"] for key in trace.get("customdata", [])]
    assert sorted(drawn) == sorted(published_record.inspection)
    text = html_text(app)
    assert all(f"./inspection?id={key}" in text for key in drawn)


@pytest.mark.parametrize(
    ("choice", "fits"),
    [
        ({"programme": "child-protection"}, lambda i: i.programme == "child-protection"),
        (
            {"programme": ["child-protection", "peel"]},
            lambda i: i.programme in ("child-protection", "peel"),
        ),
        ({"kind": "post-inspection-review"}, lambda i: i.kind == "post-inspection-review"),
        (
            {"from": "2018", "to": "2018", "programme": "child-protection"},
            lambda i: i.programme == "child-protection" and i.published.year == 2018,
        ),
    ],
)
def test_filters_of_the_history_narrow_it(choice, fits, open_page, html_text, published_record):
    count = sum(map(fits, published_record.inspections))
    assert 1 < count < len(published_record.inspections)
    assert f"Showing {count} inspections." in html_text(open_page("history", **choice))


def test_an_empty_history_says_so_and_draws_nothing(open_page, html_text):
    app = open_page("history", kind="reinspection", force="northumbria")
    assert first_answer(html_text(app)).startswith("No inspection in the record fits this choice.")
    assert figures(app) == []


def test_context_events_are_shown_on_request(open_page, html_text):
    assert "Suspended from the stop and search scheme" not in html_text(open_page("history"))
    assert "Suspended from the stop and search scheme" in html_text(
        open_page("history", context="yes")
    )


def test_grades_open_with_the_latest_and_what_forbids_comparing(open_page, html_text):
    text = html_text(open_page("grades", force="northamptonshire"))
    assert first_answer(text) == (
        "Northamptonshire Police: the latest grades in the record (2023-25, published 16 February "
        "2024) are one area outstanding, one good, five adequate and two requires improvement. "
        "Changed after publication: responding to the public, from adequate to requires improvement "
        "on 8 August 2024. They cannot be compared with those of 2021/22."
    )
    assert "2021/22 and 2023-25 cannot be compared." in text
    assert "2018/19 and 2021/22 cannot be compared." in text


def test_the_change_of_8_august_2024_is_in_the_grid_and_gone_a_week_earlier(open_page, html_text):
    def word(app):
        notes = figures(app)[0]["layout"]["annotations"]
        return next(n["text"] for n in notes if (n["x"], n["y"]) == (1, 4))

    now = open_page("grades", force="northamptonshire")
    assert figures(now)[0]["layout"]["yaxis"]["ticktext"][4] == "Responding to the public"
    assert word(now) == "Requires improvement<br>(changed)"
    assert "8 August 2024. The data first supplied by the force" in html_text(now)
    then = open_page("grades", force="northamptonshire", **{"as-known-on": "2024-08-01"})
    assert word(then) == "Adequate"
    assert "8 August 2024" not in html_text(then)
    assert "&amp;as-known-on=2024-08-01" in html_text(then)
    assert "Shown as known on 1 August 2024." in html_text(then)


def test_no_cell_of_either_force_from_2014_on_is_blank_without_saying_which_kind(open_page):
    for chart in figures(open_page("grades")):
        heat = next(trace for trace in chart["data"] if trace["type"] == "heatmap")
        cells = len(heat["x"]) * len(heat["y"])
        words = [n["text"] for n in chart["layout"]["annotations"] if n.get("yref") != "paper"]
        assert len(words) == cells
        assert all(word.strip() for word in words)


def contents_of(text: str) -> dict[str, str]:
    """What the list of links below the answer leads to on the page, place to words."""
    listed = text.partition('<nav aria-label="On this page" class="contents">')[2]
    return dict(re.findall('<a href="#([^"]+)">([^<]+)</a>', listed.partition("</nav>")[0]))


def test_grades_lead_to_each_force_and_to_what_follows_and_fold_long_lists(open_page, html_text):
    app = open_page("grades")
    listed = contents_of(html_text(app))
    assert listed == {
        "of-northamptonshire": "Northamptonshire Police",
        "of-northumbria": "Northumbria Police",
        "behind": "What stands behind a grade",
        "side-by-side": "Side by side",
        "case-audits": "Case audits",
        "sources": "Sources",
    }
    assert {header.proto.anchor: header.value for header in app.header} == listed
    folded = [one.label for one in app.expander]
    assert "16 grades among those of all forces" in folded
    assert re.fullmatch("The [0-9]+ sources behind these grades", folded[-1])


def test_a_programme_is_chosen_by_its_short_name_and_told_in_full(open_page, html_text):
    for key, told in (
        ("grades", "Showing grades of Northumbria Police: PEEL assessments (police effectiveness"),
        ("recurring", "Inspections counted: PEEL assessments (police effectiveness, efficiency"),
    ):
        app = open_page(key, programme="peel", force="northumbria", themes="all")
        chosen = next(one for one in app.selectbox if one.key == "programme")
        assert "PEEL" in chosen.options
        assert told in html_text(app)


def test_both_forces_stand_side_by_side_only_where_that_is_fair(open_page, html_text):
    text = html_text(open_page("grades"))
    caption = (
        "Grades of Northamptonshire Police and Northumbria Police that may be set side by side"
    )
    fair = text.split(f"<caption>{caption}</caption>", 1)[1]
    rows = fair.split("</table>", 1)[0].split('<tr role="row">')[2:]
    assert len(rows) == 6
    assert all(">2015<" in row or ">2016<" in row for row in rows)
    assert "2021/22, 6 questions: not side by side. The framework was used in two versions" in text
    alone = open_page("grades", force="northumbria")
    assert "may be set side by side" not in html_text(alone)
    assert "Side by side" not in [header.value for header in alone.header]


def test_a_grade_is_placed_among_all_forces_with_the_basis_of_the_count(open_page, html_text):
    text = html_text(open_page("grades", force="northamptonshire"))
    assert "Good, one of 33 of 43 forces" in text
    assert "Requires improvement, one of 11 of 40 forces" in text
    assert "Counted from the force pages found, 40 of 43; not a published total." in text
    child = html_text(open_page("grades", programme="child-protection"))
    assert "Found by us for 5 forces besides those recorded here, of 43" in child


def test_what_stands_behind_a_grade_is_one_choice_away(open_page, html_text):
    cell = "northamptonshire.cp-responding.child-protection-2024"
    text = html_text(open_page("grades", programme="child-protection", cell=cell))
    assert "What the inspection recorded under recognising risk" in text
    assert "Meets few of the published criteria; there are many areas to improve." in text


def test_the_heatmap_of_child_protection_prints_the_five_grades(open_page):
    figure = figures(open_page("grades", force="northamptonshire", programme="child-protection"))[0]
    words = [note["text"] for note in figure["layout"]["annotations"]]
    assert words == ["Adequate", "Good", "Requires improvement", "Adequate", "Requires improvement"]


def test_recurring_issues_open_with_a_denominator_and_follow_the_theme_asked_for(
    open_page, html_text
):
    app = open_page("recurring", force="northamptonshire", theme="missing-children")
    text = html_text(app)
    assert "out of the inspections that looked at a theme" in text
    thread = text.split('<ol class="thread">', 1)[1]
    assert "did not work together on information about missing children" in thread
    assert "Next look (March 2018): raised." in thread
    assert app.selectbox("theme").value == "missing-children"
    assert "The two forces on this theme" not in [header.value for header in app.header]


def test_the_thread_of_both_forces_stands_side_by_side_with_what_is_like_for_like(
    open_page, html_text
):
    app = open_page("recurring", theme="missing-children")
    text = html_text(app)
    assert text.count('<p class="quiet">Last word: ') == 2
    before, between = text.split('<ol class="thread">', 1)[1].split('<p class="quiet">Last word: ')
    assert '<li id="missing-children-in-northamptonshire-ncpi-2018">' in before
    assert '<li id="missing-children-in-northumbria-ncpi-2018">' in between
    assert "Raised with both: Northamptonshire Police in 2013, 2018, 2019 and 2025" in text
    assert "Two pairs of looks are like for like" in text
    assert "Yes. Same method, inspectors there within twelve months (2014 to 2023)." in text


def marks(text: str) -> int:
    return text.count('<span class="unseen">')


def test_recurring_issues_over_all_inspections_count_more_of_them(open_page, html_text):
    few = html_text(open_page("recurring", force="northamptonshire", themes="child-protection"))
    everything = html_text(open_page("recurring", force="northamptonshire", programme="all"))
    assert marks(few) == 16 * 8
    assert marks(everything) == 228
    assert '<th scope="col">2013</th><th scope="col">2018</th>' in few
    assert '<th scope="col">2012</th><th scope="col">2013</th>' in everything


def test_a_mark_leads_to_its_step_in_the_thread_which_is_outlined(open_page, html_text):
    step = "missing-children-in-northamptonshire-ncpi-2018"
    text = html_text(
        open_page("recurring", theme="missing-children", inspection="northamptonshire-ncpi-2018")
    )
    assert f"inspection=northamptonshire-ncpi-2018#{step}" in text
    assert f'<li id="{step}" class="at">' in text


def test_an_inspection_that_did_not_look_is_folded_away_but_opened_where_a_mark_leads_to_it(
    open_page, html_text
):
    revisit = "northamptonshire-cp-revisit-2013-03"
    closed = html_text(open_page("recurring", theme="missing-children"))
    opened = html_text(open_page("recurring", theme="missing-children", inspection=revisit))
    assert "<details><summary>2 inspections of which we do not know" in closed
    assert "<details open><summary>2 inspections of which we do not know" in opened
    assert "It may belong to what was looked at; what we could read does not say." in opened


def test_measures_over_time_stand_under_their_theme_with_what_they_rest_on(open_page, html_text):
    app = open_page("recurring", theme="risk-recognition")
    text = html_text(app)
    assert "Measured 4 times; no two are known to be by the same method" in text
    assert "<caption>Days until police acted, in single cases: every value" in text
    assert len(figures(app)) == 1
    elsewhere = html_text(open_page("recurring", theme="training-and-knowledge"))
    assert "Nothing under this theme was measured more than once in our record." in elsewhere


def test_an_inspection_page_holds_the_whole_of_its_record(open_page, html_text):
    app = open_page("inspection", id="northamptonshire-ncpi-2025")
    assert app.title[0].value == "Northamptonshire Police: National child protection inspection"
    assert [header.value for header in app.header] == [
        "Before and after",
        "Grades",
        "What inspectors found",
        "What inspectors asked for",
        "Responses and commitments",
        "Said since about progress",
        "Limits of this account",
        "Where sources disagree",
        "Sources",
    ]
    text = html_text(app)
    assert text.count("From the governing body on this report: nothing published found by us") == 1


def test_a_link_to_one_fact_shows_it_first(open_page, html_text):
    text = html_text(open_page("inspection", id="northamptonshire-ncpi-2025", at="nn-2025-16"))
    assert "The link points to this:  Decisions were poor in five of six" in text
    assert '<span id="nn-2025-16" class="at">' in text


def test_an_unknown_inspection_offers_near_ones_and_shows_no_other(open_page, html_text):
    app = open_page("inspection", id="northamptonshire-ncpi-2052")
    text = html_text(app)
    assert "No inspection in this record has the id “northamptonshire-ncpi-2052”." in text
    assert "./inspection?id=northamptonshire-ncpi-2025" in text
    assert app.title[0].value == "Inspection"


def test_a_search_marks_what_it_found_and_links_to_the_place(open_page, html_text):
    text = html_text(open_page("search", q="poor decisions strategy"))
    assert "<mark>Decisions</mark> were <mark>poor</mark> in five of six" in text
    assert "./inspection?id=northamptonshire-ncpi-2025&amp;at=nn-2025-16" in text


def test_a_search_can_be_narrowed(open_page, html_text):
    wide = html_text(open_page("search", q="exploitation"))
    narrow = html_text(
        open_page("search", q="exploitation", force="northumbria", theme="child-exploitation")
    )
    assert first_answer(wide) == "65 places in the record hold these words."
    assert first_answer(narrow) == "17 places in the record hold these words."


def test_an_empty_search_says_what_it_can_do(open_page, html_text):
    assert first_answer(html_text(open_page("search"))).startswith("Search finds words in")


def test_markup_in_a_search_is_shown_as_text(open_page, html_text):
    text = html_text(open_page("search", q="<script>alert(1)</script> missing"))
    assert "<script>alert(1)" not in text
    assert "the words “&lt;script&gt;alert(1)&lt;/script&gt; missing” for this choice." in text
    assert "Results for &lt;b&gt;missing" in html_text(open_page("search", q="<b>missing"))


def test_the_data_page_offers_a_table_and_the_whole_record(open_page):
    labels = [button.proto.label for button in open_page("data").get("download_button")]
    assert labels == [
        "inspections as CSV, as known today", "Whole record as JSON", "Whole record as YAML",
    ]  # fmt: skip
    then = open_page("data", table="grades", **{"as-known-on": "2019-07-24"})
    assert [b.proto.label for b in then.get("download_button")][0] == (
        "grades as CSV, as known on 24 July 2019"
    )


def test_the_data_page_leads_to_each_of_its_parts_and_folds_the_columns(open_page, html_text):
    app = open_page("data", table="grades")
    listed = contents_of(html_text(app))
    assert list(listed.values()) == [
        "Files at fixed addresses", "Feed and calendar", "One table and its columns",
        "The whole record", "What is missing", "What the record does not hold",
        "Where sources disagree", "Answers to national reports", "Sources",
    ]  # fmt: skip
    assert {header.proto.anchor: header.value for header in app.header} == listed
    assert "Columns of grades" in [one.label for one in app.expander]
    assert "Sources 1 to 20." in html_text(app)


def test_the_data_page_names_every_file_at_its_two_addresses(
    open_page, html_text, published_record
):
    text = html_text(open_page("data"))
    for table in tables(published_record):
        for folder in ("latest", published_record.release.version):
            assert f'href="./record/data/{folder}/{table.name}.csv"' in text
    assert 'href="./record/feed.atom"' in text
    assert 'href="./record/due-dates.ics"' in text


def test_the_data_page_says_what_is_missing_and_leads_to_each_gap(
    open_page, html_text, published_record
):
    def said_on(day):
        """The counts that the domain makes, which its own tests hold."""
        return coverage_words(coverage(as_known_on(published_record, day)).rows)

    text = html_text(open_page("data"))
    assert said_on(None).startswith(
        f"{len(published_record.inspections)} inspections are recorded; "
    )
    assert said_on(None) in text
    gaps = [gap.id for gap in published_record.gaps if gap.unrecorded]
    assert [gap for gap in gaps if f'href="./data?at={gap}"' not in text] == []
    assert "Known, not recorded</th>" in text
    assert "2 of 4" not in text
    then = html_text(open_page("data", **{"as-known-on": "2014-11-29"}))
    assert said_on(dt.date(2014, 11, 29)) in then
    assert said_on(dt.date(2014, 11, 29)) != said_on(None)
    assert "are without one from 29 November 2013 on" in then


def test_the_method_explains_every_cycle_and_who_says_what_may_be_compared(open_page, html_text):
    text = html_text(open_page("method"))
    assert "PEEL: 2021/22" in text
    assert "these grades cannot be compared directly with earlier ones" in text
    assert "not made, checked or endorsed by any police force" in text


def test_the_method_says_how_an_error_is_corrected_and_leads_to_the_log(open_page, html_text):
    app = open_page("method")
    (header,) = [h for h in app.header if h.value == "Corrections"]
    assert header.proto.anchor == "corrections"
    assert '<a href="./record/corrections/" target="_self">Corrections log</a>' in html_text(app)


def test_a_link_to_a_gap_outlines_it_where_it_can_be_cited(open_page, html_text):
    gap = "northamptonshire-gap-2007-inspection"
    text = html_text(open_page("data", at=gap))
    assert f'<span id="{gap}" class="at">An HMIC inspection report of October 2007' in text
    assert f"record/data/#{gap}</span>" in text
    assert text.count('class="at"') == 1


def test_an_event_is_cited_where_the_record_of_its_force_tells_it(open_page, html_text):
    event = "northumbria-context-stop-search-suspension"
    text = html_text(open_page("history", context="yes"))
    assert f'<span id="{event}">Suspended from the stop and search scheme</span>' in text
    assert f"record/forces/northumbria/#{event}</span>" in text


def test_a_choice_that_no_longer_fits_another_one_goes_without_a_reproach(open_page):
    cell = "northamptonshire.investigating-crime.peel-2023-25"
    app = open_page("grades", cell=cell)
    assert app.selectbox("cell").value == cell
    app.get("button_group")[0].set_value("northumbria").run()
    assert [warning.value for warning in app.warning] == []
    assert "cell" not in app.query_params
    assert app.selectbox("cell").value == "none"


def test_the_same_choice_in_a_link_is_told_to_be_missing(open_page):
    app = open_page("grades", force="northumbria",
                    cell="northamptonshire.investigating-crime.peel-2023-25")  # fmt: skip
    (warning,) = app.warning
    assert warning.value.startswith("The link asks for “northamptonshire.investigating-crime")


def test_the_method_publishes_the_rule_of_every_theme_and_how_often_two_readers_agreed(
    open_page, html_text
):
    app = open_page("method")
    text = html_text(app)
    assert "Theme rulebook" in [header.value for header in app.header]
    assert "Two readers chose the same theme for 35 of 40 findings (87.5 per cent)." in text
    pair = '<a href="./method?at=preventing-crime#preventing-crime" target="_self">Preventing crime'
    assert f"{pair}</a> / " in text
    rules = text.split("<caption>Rules of each theme</caption>", 1)[1].split("</table>", 1)[0]
    assert rules.count('<th scope="row" role="rowheader"><span id="') == 26
    row = rules.split('<span id="online-and-digital">Online abuse and digital devices</span>')[1]
    assert "<p>phones and computers waiting for examination</p>" in row
    assert "<p>exploitation that has no part online: Child exploitation</p>" in row
    assert row.split("</tr>", 1)[0].endswith('<td role="cell" data-column="Tagged">12</td>')
    assert "The link points to" not in text


def test_a_link_to_a_theme_shows_its_rule_first_and_outlines_it(open_page, html_text):
    text = html_text(open_page("method", at="voice-of-the-child"))
    said = text.split("</h1>")[-1].split("The link points to this theme. ", 1)[1]
    assert said.startswith("The voice of the child: whether the child&#x27;s experience")
    assert '<span id="voice-of-the-child" class="at">The voice of the child</span>' in text


def test_a_link_to_a_theme_that_does_not_exist_says_so(open_page, html_text):
    text = html_text(open_page("method", at="voice-of-children"))
    assert "The link points to “voice-of-children”, which is not a theme of this record." in text
    assert 'class="at"' not in text


def test_progress_opens_with_replies_the_oldest_concern_and_promises_due(open_page, html_text):
    # The day before edition 1.5.0: answers without a date are known from an edition's own day on.
    text = html_text(open_page("progress", **{"as-known-on": "2026-11-21"}))
    assert (
        "13 reports in the record on Northamptonshire Police, published since 2 May 2017: three "
        "with only a statement found, eight with none found by us, two with no time limit known to "
        "apply. Of all years, four more inspections are known to us to exist and not recorded."
    ) in text
    assert "Its oldest open cause of concern was published 27 September 2019" in text
    assert (
        "Seven public promises are past the due date: three of the inspectorate, three of the "
        "governing body and one of the force; three read as addressed."
    ) in text


def test_progress_on_a_past_day_knows_nothing_of_what_came_later(open_page, html_text):
    before = html_text(
        open_page("progress", force="northumbria", item="northumbria-peel-2016-r01",
                  **{"as-known-on": "2019-02-01"})
    )  # fmt: skip
    after = html_text(
        open_page("progress", force="northumbria", item="northumbria-peel-2016-r01",
                  **{"as-known-on": "2019-04-11"})
    )  # fmt: skip
    assert (
        "<dt>Our reading</dt><dd>Addressed. The inspectorate says that it is done.</dd>" in before
    )
    assert "<dt>Our reading</dt><dd>Found again." in after
    assert "It went backwards:" not in before
    assert "It went backwards:" in after
    assert "northumbria-peel-2018" not in after


def test_the_register_is_narrowed_by_kind_reading_theme_due_date_and_day(
    open_page, published_record
):
    def shown(**asked):
        app = open_page("progress", **{"as-known-on": "2026-11-22"}, **asked)
        (words,) = [h.proto.body for h in app.get("html") if ">Showing " in h.proto.body]
        return words.split("Showing ")[1].split(" of")[0]

    every = register(as_known_on(published_record, dt.date(2026, 11, 22)))
    assert shown() == f"{len(every)} items"
    assert shown(kind="cause-of-concern") == "3 items"
    assert shown(state="found-again") == "1 item"
    assert shown(theme="missing-children", kind="area-for-improvement") == "1 item"
    assert shown(passed="yes", kind="commitment") == "9 items"
    assert shown(since="2025-08-21", force="northamptonshire", kind="area-for-improvement") == (
        "3 items"
    )


def test_the_three_questions_stand_with_an_item(open_page, html_text):
    text = html_text(open_page("progress", item="nn-2025-r2", **{"as-known-on": "2025-12-01"}))
    assert "Is it done?" in text
    assert "Its last day was 17 October 2025, 45 days ago." in text


def test_requests_not_read_are_told_and_not_counted(open_page, html_text):
    text = html_text(open_page("progress", force="northumbria"))
    assert "<summary>Not in the register: 4 notes on requests not read</summary>" in text
    assert "A set of recommendations was made on the areas that fell short" in text
