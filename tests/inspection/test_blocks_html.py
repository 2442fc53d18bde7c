"""Blocks as HTML: links, citations, small print, steps, folds; nothing from the record runs."""

from __future__ import annotations

import pytest

from inspection.addresses import Place, dashboard_path
from inspection.blocks_html import Markup
from inspection.citing import Citation
from inspection.document import (
    LINE,
    Bullets,
    Facts,
    Folded,
    Heading,
    Paragraph,
    Run,
    Step,
    Steps,
    Table,
    words,
)


def cited(fact: str) -> Citation:
    return Citation(f"https://x.example/#{fact}", f"Cite {fact}.", f"mailto:a@x.example?s={fact}")


PLAIN = Markup()
CITING = Markup(cited=cited)
CITED = (
    '<details class="cite" data-fact="f-1"><summary>Cite or correct</summary>'
    '<span class="citation">Cite f-1.</span> '
    '<a href="https://x.example/#f-1">Permanent link</a> '
    '<a href="mailto:a@x.example?s=f-1">Report an error in this fact</a></details>'
)


def test_a_place_of_the_record_has_the_address_that_the_form_gives_it() -> None:
    told = Paragraph((Run("Read it", Place("inspection", "x-2025", "f-1")),))
    assert PLAIN.block(told) == "<p>Read it</p>"
    twin = Markup(way=lambda place: f"../{place.id}/#{place.at}")
    assert twin.block(told) == '<p><a href="../x-2025/#f-1">Read it</a></p>'
    app = Markup(way=dashboard_path, in_session=True)
    assert app.block(told) == (
        '<p><a href="inspection?id=x-2025&amp;at=f-1" target="_self">Read it</a></p>'
    )


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "//x.example", ""])
def test_an_address_that_is_no_web_address_is_left_as_words(href: str) -> None:
    assert PLAIN.block(Paragraph((Run("words", href),))) == "<p>words</p>"


def test_nothing_from_the_record_becomes_markup() -> None:
    hostile = '<b onclick="x">&'
    safe = "&lt;b onclick=&quot;x&quot;&gt;&amp;"
    run = Run(hostile, f"https://x.example/{hostile}", style=hostile, fact=hostile, title=hostile)
    blocks = (
        Heading(2, hostile, hostile),
        Table(hostile, (hostile, hostile), (((run,), (Run(hostile),)),)),
        Facts(((hostile, (Run(hostile),)),)),
        Folded(hostile, (Paragraph((Run(hostile, style=f"mark {hostile}"),)),), hostile),
        Steps((Step((Run(hostile),), (), hostile),)),
    )
    for block in blocks:
        made = Markup(cited=cited, outlined=hostile).block(block)
        assert hostile not in made
        assert safe in made


def test_a_fact_is_anchored_and_cited_after_the_line_it_stands_in() -> None:
    told = words(Run("Too slow.", fact="f-1"), Run("March 2018.", style="under"))
    line = '<span id="f-1">Too slow.</span> <span class="under">March 2018.</span>'
    assert PLAIN.words(told) == line
    assert CITING.words(told) == line + CITED


def test_a_line_with_a_citation_is_no_paragraph_since_a_fold_cannot_stand_in_one() -> None:
    assert CITING.block(Paragraph((Run("Too slow.", fact="f-1"),))) == (
        f'<div class="line"><span id="f-1">Too slow.</span>{CITED}</div>'
    )


def test_a_plain_place_has_no_citation() -> None:
    assert CITING.words((Run("Missing children", id="missing"),)) == (
        '<span id="missing">Missing children</span>'
    )


def test_neighbouring_small_print_is_one_piece() -> None:
    told = words(
        "Good", Run("2021.", style="under"), Run("Report", "https://x.example", style="under")
    )
    assert PLAIN.words(told) == (
        'Good <span class="under">2021. <a href="https://x.example">Report</a></span>'
    )


def test_lines_of_a_cell_are_paragraphs_of_their_own() -> None:
    assert PLAIN.words((Run("one"), LINE, Run("two"))) == "<p>one</p><p>two</p>"
    assert PLAIN.words(()) == ""


def test_a_mark_stands_before_its_word() -> None:
    strong = Run("Force", style="mark voice force", strong=True)
    assert PLAIN.words((strong,)) == (
        '<span class="mark voice force"></span> <strong>Force</strong>'
    )
    assert PLAIN.words((Run("Raised", style="mark raised narrow"),)) == (
        '<span class="mark raised narrow"></span> Raised'
    )


def test_a_table_keeps_its_roles_and_names_the_column_in_every_cell() -> None:
    made = PLAIN.block(Table("Grades", ("Question", "Grade"), (((Run("How?"),), (Run("Good"),)),)))
    assert '<div class="table" role="region" tabindex="0" aria-label="Grades">' in made
    assert '<th scope="row" role="rowheader">How?</th>' in made
    assert '<td role="cell" data-column="Grade">Good</td>' in made
    assert "<colgroup>" not in made


def test_facts_without_a_value_are_left_out() -> None:
    made = PLAIN.block(Facts((("Force", (Run("Eastshire"),)), ("Inspector", ()))))
    assert made == '<dl class="facts"><dt>Force</dt><dd>Eastshire</dd></dl>'


def test_what_a_link_has_led_to_is_outlined_and_its_fold_stands_open() -> None:
    blocks = (
        Folded("Others", (Bullets(((Run("this", id="a"),),)),)),
        Folded("More", (Bullets(((Run("that", id="b"),),)),)),
    )
    made = Markup(outlined="a").blocks(blocks)
    assert made.count("<details open>") == 1
    assert "<details open><summary>Others</summary>" in made
    assert '<span id="a" class="at">this</span>' in made


def test_steps_are_a_list_in_order_with_folds_between() -> None:
    steps = Steps((Step(words("2018"), (Paragraph(words("Found.")),), "s-1"), Folded("None", ())))
    assert PLAIN.block(steps) == (
        '<ol class="thread"><li id="s-1"><p class="head">2018</p><p>Found.</p></li>'
        '<li class="between"><details><summary>None</summary></details></li></ol>'
    )
