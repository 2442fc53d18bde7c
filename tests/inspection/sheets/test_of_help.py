"""The note on what a page deals with, and where to find help."""

from __future__ import annotations

from inspection.document import Bullets, Paragraph, Run, plain
from inspection.sheets.of_help import content_note


def test_the_note_says_in_its_one_line_what_the_page_deals_with():
    note = content_note()
    assert note.summary == (
        "This page deals with the abuse and neglect of children. Where to find help"
    )
    assert note.id == "help"
    assert [type(block) for block in note.blocks] == [Paragraph, Bullets, Paragraph]


def test_every_source_of_help_has_the_number_and_the_page_that_were_checked():
    listed = content_note().blocks[1]
    assert isinstance(listed, Bullets)
    found = [
        (item[0].text, item[1].text.removeprefix(": "), item[-1].href) for item in listed.items
    ]
    assert [(name, number, page) for name, number, page in found if not number.startswith(",")] == [
        ("Emergency", "999", None),
        ("Police", "101", "https://www.police.uk/"),
        ("NSPCC helpline", "0808 800 5000", "https://www.nspcc.org.uk/"),
        ("Childline", "0800 1111", "https://www.childline.org.uk/"),
        (
            "National Domestic Abuse Helpline",
            "0808 2000 247",
            "https://www.nationaldahelpline.org.uk/",
        ),
        ("Samaritans", "116 123", "https://www.samaritans.org/"),
        ("Victim Support", "08 08 16 89 111", "https://www.victimsupport.org.uk/"),
        ("Missing People", "116 000", "https://www.missingpeople.org.uk/"),
    ]
    assert [(name, page) for name, number, page in found if number.startswith(",")] == [
        ("NAPAC", "https://napac.org.uk/"),
        ("Rape Crisis England and Wales", "https://247sexualabusesupport.org.uk/"),
    ]


def test_a_line_gives_name_and_number_first_then_what_for_then_the_page():
    listed = content_note().blocks[1]
    assert listed.items[3] == (
        Run("Childline", strong=True),
        Run(": 0800 1111", strong=True),
        Run(", for children and young people up to their 19th birthday, whatever the worry."),
        Run(" "),
        Run("childline.org.uk", "https://www.childline.org.uk/"),
    )


def test_the_month_in_which_it_was_checked_is_said_and_how():
    last = content_note().blocks[-1]
    assert plain(last.words).startswith(
        "Numbers and addresses were last checked in November 2026, against copies of public pages"
    )
