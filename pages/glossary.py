"""Glossary: what the words in the reports and on these pages mean."""

import streamlit as st

from components import dataset, prose
from inspection.glossary import TERMS, near_terms
from inspection.sheets import of_glossary as sheet

record = dataset.record()
at = st.query_params.get("at", "")
st.title("Glossary")
prose.answer(sheet.ANSWER)
if at in TERMS:
    prose.paragraph(f"The link points to “{TERMS[at].term}”. Its meaning is outlined below.")
elif at:
    near = near_terms(at)
    prose.answer(
        f"The glossary has no word with the id “{at[:90]}”.",
        "Did you mean one of these?" if near else "",
    )
    prose.bullets(prose.link("glossary", term.term, term.id, at=term.id) for term in near)
st.html('<p class="quiet" data-shortcut-switch></p>')
prose.draw(sheet.glossary(record), at=at)

st.header("Sources")
prose.source_list(record, sheet.sources(record))
