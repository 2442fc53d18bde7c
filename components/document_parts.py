"""A document on a page: to read at once, and to take away as PDF, HTML or data."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import streamlit as st

from components.allowance import in_turn
from inspection.document import Document, Paragraph, document_data
from inspection.document_html import document_body, document_html
from inspection.document_pdf import document_pdf


def served_at() -> str:
    """The address the dashboard is served at for this reader, without a page; empty if not known."""
    parts = urlsplit(st.context.url or "")
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    host = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return f"{host}/{base}".rstrip("/") if host else ""


def files(document: Document, name: str) -> None:
    """The document as PDF, as one HTML file and as data."""
    stem = f"briefing-{name}-as-known-on-{document.day}"
    kinds = (
        ("PDF to print or read", in_turn(lambda: document_pdf(document)), "pdf", "application/pdf"),
        ("One HTML file", lambda: document_html(document), "html", "text/html"),
        ("As data (JSON)", lambda: document_data(document), "json", "application/json"),
    )
    for column, (label, data, ending, kind) in zip(st.columns(3), kinds, strict=True):
        column.download_button(
            label, data, f"{stem}.{ending}", kind, key=f"briefing-{ending}", on_click="ignore"
        )


def shown(document: Document) -> None:
    """The document itself, with its drawings; its lead is the answer that opens the page."""
    rest = tuple(b for b in document.blocks if not (isinstance(b, Paragraph) and b.lead))
    body = document_body(replace(document, blocks=rest))
    # Markdown keeps drawings, which the framework's HTML element strips; the body is escaped.
    st.markdown(f'<div class="briefing">{body}</div>', unsafe_allow_html=True)
