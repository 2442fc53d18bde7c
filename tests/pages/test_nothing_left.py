"""Where a choice leaves nothing, or names nothing: what it was is said, and links lead on."""

import re

import pytest


def links(text):
    """Words and address of each link on the page itself, the frame left out."""
    page = text.partition('class="answer">')[2].partition('<footer class="foot">')[0]
    return {
        words: to.replace("&amp;", "&")
        for to, words in re.findall(r'href="([^"]*)"[^>]*>([^<]*)<', page)
    }


def test_history_names_the_choices_and_undoes_each_or_all(open_page, html_text):
    text = html_text(
        open_page(
            "history",
            force="northumbria",
            programme=["peel", "custody"],
            kind="post-inspection-review",
            **{"from": "2012", "to": "2013", "as-known-on": "2019-07-24"},
        )
    )
    assert "No inspection in the record fits this choice." in text
    assert (
        "Chosen here: Northumbria Police; programme: PEEL and Custody; kind: Post-inspection review; "
        "the years 2012 to 2013; what was known on 24 July 2019."
    ) in text
    force, programmes = "force=northumbria", "programme=peel&programme=custody"
    kind, years, day = "kind=post-inspection-review", "from=2012&to=2013", "as-known-on=2019-07-24"
    assert links(text) == {
        "What is known and not recorded": f"./data?{day}#what-is-missing",
        "Show both forces": f"./history?{programmes}&{kind}&{years}&{day}",
        "Show every programme": f"./history?{force}&{kind}&{years}&{day}",
        "Show every kind": f"./history?{force}&{programmes}&{years}&{day}",
        "Show all years": f"./history?{force}&{programmes}&{kind}&{day}",
        "Show what is known today": f"./history?{force}&{programmes}&{kind}&{years}",
        "Start anew, with none of these": "./history",
    }


def test_one_choice_is_undone_by_one_link(open_page, html_text):
    text = html_text(open_page("search", q="trafficking", theme="missing-children"))
    assert "No place in the record holds the words “trafficking” for this choice." in text
    found = links(text)
    assert [words for words in found if words.startswith(("Show", "Start"))] == ["Show every theme"]
    assert found["Show every theme"] == "./search?q=trafficking"
    assert found["All inspections"] == "./history"


def test_progress_undoes_what_narrows_the_register_and_what_is_due(open_page, html_text):
    text = html_text(open_page("progress", kind="cause-of-concern", state="claimed"))
    assert "Showing 0 items of" in text
    assert "Chosen here: kind: Cause of concern; our reading: " in text
    found = links(text)
    assert found["Show every kind"] == "./progress?state=claimed#register"
    assert found["Show every reading"] == "./progress?kind=cause-of-concern#register"
    assert found["Start anew, with none of these"] == "./progress#register"


def test_recurring_issues_lead_back_from_a_day_before_any_was_looked_at(open_page, html_text):
    text = html_text(
        open_page(
            "recurring", force="northamptonshire", themes="all", **{"as-known-on": "2011-12-31"}
        )
    )
    assert "No inspection in the record looked at these themes under this programme." in text
    assert links(text) == {
        "Show both forces": "./recurring?themes=all&as-known-on=2011-12-31",
        "Show child protection themes": "./recurring?force=northamptonshire&as-known-on=2011-12-31",
        "Show what is known today": "./recurring?force=northamptonshire&themes=all",
        "Start anew, with none of these": "./recurring",
    }


def test_a_briefing_that_cannot_be_made_says_what_was_chosen(open_page, html_text):
    text = html_text(open_page("briefing", since="<b>soon</b>", force="northumbria"))
    assert "No briefing can be made of this choice." in text
    assert "Chosen here: Northumbria Police; changes since “&lt;b&gt;soon&lt;/b&gt;”." in text
    assert links(text) == {
        "Show both forces": "./briefing?since=%3Cb%3Esoon%3C%2Fb%3E",
        "Show changes of the year before": "./briefing?force=northumbria",
        "Start anew, with none of these": "./briefing",
    }


def test_grades_lead_back_from_a_day_without_any(open_page, html_text):
    text = html_text(open_page("grades", force="northumbria", **{"as-known-on": "2011-12-31"}))
    assert "The record holds no grade for this choice." in text
    assert links(text) == {
        "Show both forces": "./grades?as-known-on=2011-12-31",
        "Show what is known today": "./grades?force=northumbria",
        "Start anew, with none of these": "./grades",
    }


def test_a_choice_that_names_nothing_offers_what_is_like_it_and_keeps_the_rest(
    open_page, html_text
):
    app = open_page("history", force="northumbira", programme=["peel", "custdy"])
    assert [warning.value for warning in app.warning] == [
        "The link asks for “northumbira” as force, which is not in this record. Showing: Both forces.",
        "The link asks for “custdy” as programme, which is not in this record.",
    ]
    text = html_text(app)
    assert (
        '<p>Did you mean <a href="?force=northumbria&amp;programme=peel&amp;programme=custdy" '
        'target="_self">Northumbria Police</a>?</p>'
    ) in text
    assert (
        'href="?force=northumbira&amp;programme=peel&amp;programme=custody" target="_self">Custody<'
    ) in text


def test_markdown_in_an_address_is_no_link_in_the_warning(open_page):
    (warning,) = open_page("history", force="[here](https://evil.example)").warning
    assert "“\\[here\\](https:\u2060//evil.example)”" in warning.value


@pytest.mark.parametrize(
    ("key", "choices", "line"),
    [
        ("overview", {}, "Showing Northamptonshire Police and Northumbria Police: "),
        ("overview", {"force": "northumbria"}, "Showing Northumbria Police: "),
        ("grades", {"force": "northumbria", "programme": "child-protection"},
         "Showing grades of Northumbria Police: Child protection inspections of police forces."),
        ("recurring", {"force": "northumbria"}, "Showing 16 themes of Northumbria Police. "),
        ("data", {"table": "grades"}, "Showing the table grades: "),
        ("briefing", {"force": "northumbria", "theme": "missing-children"},
         "Showing the briefing on Northumbria Police, Missing children: "),
        ("inspection", {"id": "northumbria-ncpi-2018"}, "Showing Northumbria Police, January 2018: "),
    ],
)  # fmt: skip
def test_a_page_with_choices_has_one_line_that_says_what_they_show(
    key, choices, line, open_page, html_text
):
    text = html_text(open_page(key, **choices))
    assert f'<p class="status">{line}' in text
    assert 'role="status"' not in text
