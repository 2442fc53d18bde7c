"""The rulebook of themes as blocks: agreement, hard pairs, disputed tags, the rule of each theme."""

from inspection.addresses import Place, dashboard_path, record_path
from inspection.blocks_html import Markup
from inspection.citing import Citation
from inspection.document import LINE, Folded, Heading, Paragraph, Run, Table
from inspection.sheets.of_rulebook import (
    linked_rule_words,
    rule_link,
    rule_of_theme,
    theme_rulebook,
)
from tests.inspection import samples as s

MISSING = s.theme(
    "missing-children",
    "child-protection",
    covers=["how the risk is graded", "how soon officers are sent"],
    not_here=[{"what": "theft of a phone", "theme": "investigating-crime"}],
)
THEMES = (
    MISSING,
    s.theme("risk-recognition", "child-protection"),
    s.theme("investigating-crime", "all-policing"),
)
PAIR = {"themes": ["risk-recognition", "missing-children"], "rule": "Missing comes first."}
RECORD = s.record(
    s.inspection(
        "eastshire-2018", "cp-2014", findings=(s.finding("e-1"), s.finding("e-2", scope="partner"))
    ),
    themes=THEMES,
    hard_pairs=[PAIR],
    disputed_tags=[{"fact": "e-2", "by_rule": "investigating-crime"}],
    second_reading={"findings": 40, "agreed": 35, "note": "Read in March."},
)
ALONE = s.record(themes=THEMES)


def test_the_rulebook_opens_with_whose_choice_a_theme_is_and_how_far_two_readers_agreed():
    heading, choice, agreed, *_ = theme_rulebook(RECORD)
    assert heading == Heading(2, "Theme rulebook", "theme-rulebook")
    assert choice.words[0].text.startswith("The theme of a finding is an editor's choice, not the")
    assert agreed == Paragraph(
        (
            Run(
                "Two readers chose the same theme for 35 of 40 findings (87.5 per cent). "
                "Read in March."
            ),
        )
    )


def test_a_hard_pair_links_to_the_rules_of_both_themes():
    pairs = list(theme_rulebook(RECORD))[3]
    assert pairs == Table(
        "Pairs of themes that are hard to tell apart",
        ("Themes", "How this record decides"),
        (
            (
                (
                    Run("Risk recognition", rule_link("risk-recognition", "").href),
                    Run(" "),
                    Run("/"),
                    Run(" "),
                    Run("Missing children", rule_link("missing-children", "").href),
                ),
                (Run("Missing comes first."),),
            ),
        ),
    )


def test_a_link_to_a_rule_leads_to_its_row_in_both_forms_and_tells_it_first_in_the_dashboard():
    link = rule_link("missing-children", "Missing children")
    assert link.text == "Missing children"
    assert dashboard_path(link.href) == "method?at=missing-children#missing-children"
    assert record_path(link.href) == "method/#missing-children"


def test_disputed_tags_are_folded_and_lead_to_what_was_found():
    folded = list(theme_rulebook(RECORD))[4]
    assert isinstance(folded, Folded)
    assert folded.summary == "1 tag that the rulebook would place elsewhere"
    told, table = folded.blocks
    assert told.words[0].text.startswith("Found when the rulebook was written. Every count")
    assert table.columns == ("Finding or request", "Inspection", "Theme", "By the rulebook")
    assert table.rows == (
        (
            (Run("What was found, e-2.", Place("inspection", "eastshire-2018", "e-2")),),
            (Run("Report eastshire-2018"),),
            (Run("Missing children"),),
            (Run("Investigating crime"),),
        ),
    )


def test_every_theme_has_a_row_that_links_can_name_with_a_line_for_each_point():
    *_, rules, quiet = theme_rulebook(RECORD)
    assert rules.caption == "Rules of each theme"
    assert rules.columns == ("Theme", "About", "Belongs here", "Belongs elsewhere", "Tagged")
    assert rules.rows[0] == (
        (Run("Missing children", id="missing-children"),),
        (Run("Missing children."),),
        (Run("how the risk is graded"), LINE, Run("how soon officers are sent")),
        (Run("theft of a phone: Investigating crime"),),
        (Run("2"),),
    )
    assert [row[0][0].id for row in rules.rows] == [theme.id for theme in THEMES]
    assert rules.rows[1][2:] == ((), (), (Run("0"),))
    assert quiet.quiet
    assert quiet.words[0].text.startswith("Tagged counts the findings and recommendations under")


def test_a_record_without_pairs_and_disputes_has_no_table_of_them():
    kinds = [type(block) for block in theme_rulebook(ALONE)]
    assert kinds == [Heading, Paragraph, Paragraph, Table, Paragraph]


def test_a_row_that_a_link_has_led_to_is_outlined_and_is_no_fact_to_cite():
    def cited(fact: str) -> Citation:
        raise AssertionError(fact)

    rules = list(theme_rulebook(RECORD))[-2]
    html = Markup(cited=cited, outlined="risk-recognition").block(rules)
    assert '<span id="missing-children">Missing children</span>' in html
    assert '<span id="risk-recognition" class="at">Risk recognition</span>' in html


def test_the_rule_that_a_link_leads_to_is_told_and_a_theme_that_is_none_is_said_to_be_none():
    assert linked_rule_words(RECORD, "missing-children") == (
        "The link points to this theme. Missing children: missing children. Belongs here: how the "
        "risk is graded; how soon officers are sent. Belongs elsewhere: theft of a phone: "
        "Investigating crime. It is outlined below."
    )
    assert linked_rule_words(RECORD, "x" * 100) == (
        f"The link points to “{'x' * 90}”, which is not a theme of this record."
    )


def test_the_rule_of_one_theme_stands_under_a_heading_with_the_way_to_the_rulebook():
    heading, rule, way = rule_of_theme(RECORD, "missing-children")
    assert heading == Heading(2, "What belongs under it, and what does not", "rule")
    assert rule.words[0].text.startswith("Missing children: missing children. Belongs here: how")
    assert way == Paragraph(
        (
            Run("How themes are given:"),
            Run(" "),
            Run("Theme rulebook", Place("method", at="theme-rulebook")),
        ),
        quiet=True,
    )
    assert list(rule_of_theme(RECORD, "no-theme")) == []
