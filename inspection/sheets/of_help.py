"""What a page on abuse says before it begins: that it deals with abuse, and where help is to be had.

Every number stands on a page of the organisation itself or, for Childline, 999 and 101, on a page of
a council or a partner. Of NAPAC and Rape Crisis we could read no number on such a page, so their own
pages alone are named.
"""

from __future__ import annotations

from dataclasses import dataclass

from inspection.document import Bullets, Folded, Paragraph, Run, Words, words


@dataclass(frozen=True, slots=True)
class Help:
    """Somebody to turn to: for what, by which number where one is known to us, on which page."""

    name: str
    offers: str
    number: str = ""
    page: str = ""


SUMMARY = "This page deals with the abuse and neglect of children. Where to find help"
HELP = (
    Help(
        "Emergency",
        "where somebody is in danger now: police, ambulance, fire",
        "999",
    ),
    Help("Police", "to report a crime that is no emergency", "101", "https://www.police.uk/"),
    Help(
        "NSPCC helpline",
        "for adults who worry about a child",
        "0808 800 5000",
        "https://www.nspcc.org.uk/",
    ),
    Help(
        "Childline",
        "for children and young people up to their 19th birthday, whatever the worry",
        "0800 1111",
        "https://www.childline.org.uk/",
    ),
    Help(
        "NAPAC",
        "for adults who were abused as children; its page gives the number and the hours",
        page="https://napac.org.uk/",
    ),
    Help(
        "Rape Crisis England and Wales",
        "for anybody of 16 or over affected by sexual violence, by telephone or chat; its page "
        "gives the number",
        page="https://247sexualabusesupport.org.uk/",
    ),
    Help(
        "National Domestic Abuse Helpline",
        "run by Refuge",
        "0808 2000 247",
        "https://www.nationaldahelpline.org.uk/",
    ),
    Help(
        "Samaritans",
        "for anybody who finds it hard to cope",
        "116 123",
        "https://www.samaritans.org/",
    ),
    Help(
        "Victim Support",
        "for anybody affected by crime, reported or not",
        "08 08 16 89 111",
        "https://www.victimsupport.org.uk/",
    ),
    Help(
        "Missing People",
        "for whoever is missing or thinks of going, and for those who miss somebody",
        "116 000",
        "https://www.missingpeople.org.uk/",
    ),
)
"""Sources of help in England, the most urgent first."""
CHECKED = (
    "Numbers and addresses were last checked in November 2026, against copies of public pages, some "
    "of them older. The organisations’ own pages have the last word, also on when a line is open. "
    "We are none of these organisations and they have no part in this record."
)
"""When help was last checked, and how."""


def content_note() -> Folded:
    """That a page deals with abuse, and where to find help: one line, which opens."""
    return Folded(
        SUMMARY,
        (
            Paragraph(
                words(
                    "These pages tell what inspectors found. They name no child and retell no case, "
                    "but they speak of abuse, neglect and exploitation."
                )
            ),
            Bullets(tuple(_line(found) for found in HELP)),
            Paragraph(words(CHECKED), quiet=True),
        ),
        "help",
    )


def _line(found: Help) -> Words:
    """One source of help: its name, for what, the number, its page."""
    number = (Run(f": {found.number}", strong=True),) if found.number else ()
    page = Run(found.page.removeprefix("https://").removeprefix("www.").rstrip("/"), found.page)
    return (
        Run(found.name, strong=True),
        *number,
        Run(f", {found.offers}."),
        *((Run(" "), page) if found.page else ()),
    )
