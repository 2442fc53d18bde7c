"""What of a hostile text has become markup, where it may only be text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from inspection.product import MARK
from tests.fuzzing.hostile import MARKER

ACTIVE = {"script", "iframe", "img", "object", "embed", "form", "input", "base", "link", "meta"}
"""Tags that a page of the dashboard has none of, and a document only in its head."""
ADDRESSED = ("href", "src", "action", "formaction", "xlink:href", "data")
RUNS = ("javascript:", "vbscript:", "data:")
NOT_ESCAPED = (
    re.compile(r"(?<!\\)(?:\\\\)*[`*_\[\]<>$~]"),
    re.compile(r"(?<!\\)&#?\w+;"),
    re.compile(r":[a-z0-9/_+-]+(?:\[|:)"),
    re.compile(r"https?://|www\.|@[\w-]+\.", re.I),
)
"""What the framework's Markdown acts upon: its signs, entities, icons and colours, addresses."""


class _Markup(HTMLParser):
    def __init__(self, refused: set[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.refused = refused
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.refused or MARKER in tag:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            address = (value or "").strip().lower()
            is_address = name in ADDRESSED
            if name.startswith("on") or MARKER in name:
                self.found.append(f"{tag} {name}=")
            if is_address and address.startswith(RUNS) and value != MARK:
                self.found.append(f"{tag} {name}={address[:60]}")
            if is_address and re.match(rf"(\w+:)?[/\\]{{2}}[^/]*{MARKER}", address):
                self.found.append(f"{tag} {name}={address[:60]}")

    def handle_comment(self, data: str) -> None:
        if MARKER in data:
            self.found.append(f"<!--{data[:60]}")


def markup_in(html: str, refused: set[str] = ACTIVE) -> list[str]:
    """What of a page's HTML has come from the outside and would be acted upon."""
    parser = _Markup(refused)
    parser.feed(html)
    parser.close()
    return parser.found


def markdown_in(text: str) -> list[str]:
    """What of a line that the framework takes for Markdown would not be shown as it is."""
    return [sign[0] for mark in NOT_ESCAPED if (sign := mark.search(text))]
