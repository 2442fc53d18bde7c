"""The headings of a long page as links below its answer, as the published record has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from inspection.document import Block, Heading
from inspection.published.page import on_this_page


def on_page(headings: Mapping[str, str]) -> None:
    """The headings of this page, anchor to words, in their order; nothing where there are few."""
    if told := on_this_page([Heading(2, text, anchor) for anchor, text in headings.items()]):
        st.html(told)


def of_blocks(blocks: Iterable[Block]) -> dict[str, str]:
    """The sections among these blocks that a link can lead to, anchor to words."""
    return {b.id: b.text for b in blocks if isinstance(b, Heading) and b.level == 2 and b.id}
