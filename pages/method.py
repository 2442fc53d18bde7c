"""Method: scales, what may be compared, how things are counted, and the limits of the record."""

import streamlit as st

from components import dataset, prose
from components.served_at import public_addresses
from inspection.addresses import Place
from inspection.citing import citing
from inspection.sheets import of_method as sheet
from inspection.sheets.of_rulebook import linked_rule_words

record = dataset.record()
at = st.query_params.get("at", "")
cited = citing(record, "Method", Place("method"), public_addresses(), dataset.day())
st.title("Method")
prose.answer(sheet.ANSWER)
if at:
    prose.paragraph(linked_rule_words(record, at))
prose.tell(sheet.method, record, citing=cited, at=at)
st.header("Sources")
prose.source_list(record, sheet.sources(record))
