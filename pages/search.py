"""Search: a word anywhere in the record, and the place where it stands."""

import streamlit as st

from components import choices, dataset, nothing_left, prose
from inspection.addresses import MOST_TOGETHER
from inspection.measures import plural
from inspection.timeline import years_covered

FILTERS = ("programme", "theme", "from", "to")
PAGE_SIZE = 25

record = dataset.record()
st.title("Search")
query = choices.words("q", "Search the whole record", "for example: missing children")
names = {force.id: force.name for force in record.forces}
# Of however many forces, all are searched until some are chosen.
forces = (
    choices.several_of(choices.FORCE, "Forces", names)
    if len(names) > MOST_TOGETHER
    else choices.force_choice(names)
)
with st.expander("Choose programmes, themes and years", expanded=choices.any_in_address(*FILTERS)):
    of_programme = {p.id: p.short_name for p in record.programmes}
    programmes = choices.several_of("programme", "Programme", of_programme)
    of_theme = {t.id: t.name for t in record.themes}
    themes = choices.several_of("theme", "Theme", of_theme)
    first, last = years_covered(record)
    years = choices.years_between(first, last)

if not query.strip():
    prose.answer(
        "Search finds words in inspections, findings, recommendations, responses, events, conflicts "
        "and sources. It knows other endings of a word, and the nearest word when one is misspelt."
    )
    st.stop()
with st.spinner("Getting the search ready ..."):
    index = dataset.search_index()
answer = index.search(
    query,
    forces=None if len(forces) in (0, len(names)) else forces,
    programmes=programmes,
    themes=themes,
    years=None if years == (first, last) else years,
)
count = plural(len(answer.hits), "place")
found = f"{count} in the record {'holds' if len(answer.hits) == 1 else 'hold'} these words."
none_found = f"No place in the record holds the words “{' '.join(query.split())}” for this choice."
prose.answer(found if answer.hits else none_found)
for typed, used in answer.replaced:
    prose.paragraph(f"Nothing holds “{typed}”; searched for “{used}” instead.")
for word in answer.unknown:
    prose.paragraph(f"Nothing holds “{word}” or a word like it; searched without it.")
if not answer.hits:
    nothing_left.draw(
        "search",
        [
            nothing_left.of_forces(forces, names),
            nothing_left.of_several("programme", "Programme", programmes, of_programme),
            nothing_left.of_several("theme", "Theme", themes, of_theme),
            nothing_left.of_years(years),
        ],
    )
    prose.paragraph(
        "Other words may help, or one word alone.",
        prose.link("history", "All inspections"),
        "and",
        prose.link("recurring", "all themes"),
        "can be read through.",
    )
    st.stop()
prose.status(f"{count} found.")
page = choices.page_of("page", len(answer.hits), PAGE_SIZE)
shown = answer.hits[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]


def where(entry):
    """A link to the place where an entry is read in full."""
    if entry.inspection:
        return prose.inspection_link(entry.inspection, entry.title, at=entry.anchor)
    return prose.link(entry.page, entry.title, at=entry.anchor)


def marked(pieces):
    """The text of a hit with the words found marked."""
    return prose.Html(
        "".join(
            f"<mark>{prose.html_of(text)}</mark>" if found else prose.html_of(text)
            for text, found in pieces
        )
    )


prose.table(
    f"Results for {query}",
    ["Where", "What", "Force", "Text"],
    [
        (
            where(hit.entry),
            hit.entry.kind,
            names.get(hit.entry.force, ""),
            marked(hit.pieces),
        )
        for hit in shown
    ],
)
