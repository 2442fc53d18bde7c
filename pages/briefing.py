"""Briefing: one document for the meeting, as known on any day."""

import streamlit as st

from components import choices, dataset, document_parts, nothing_left, prose
from components.nothing_left import Chosen
from inspection.brief import Unusable, asked_for
from inspection.briefing import briefing
from inspection.dates import date_words
from inspection.measures import joined, plural
from inspection.since import DayOutOfRange, changes_since, changes_words, unchanged_words

ALL = "all"

whole = dataset.whole_record()
st.title("Briefing")
names = {force.id: force.name for force in whole.forces}
forces = choices.force_choice(names)
themes = {ALL: "All", **{theme.id: theme.name for theme in whole.themes}}
theme = choices.one_of("theme", "Theme", themes, ALL)
since = choices.words("since", "Changes since", "a day such as 2018-07-26; empty for a year before")
day = dataset.day()
try:
    asked = asked_for(
        whole,
        forces,
        None if theme == ALL else theme,
        day.isoformat() if day else None,
        since.strip() or None,
        document_parts.served_at(),
    )
    with st.spinner("Writing the briefing ..."):
        document = briefing(whole, asked)
        changes = changes_since(whole, asked.since, asked.day, asked.forces, asked.theme)
except (Unusable, DayOutOfRange) as error:
    prose.answer("No briefing can be made of this choice.")
    prose.paragraph(str(error))
    nothing_left.draw(
        "briefing",
        [
            nothing_left.of_forces(forces, names),
            Chosen(("theme",), f"the theme {themes[theme]}", "Show all themes"),
            Chosen(("since",), f"changes since “{since[:60]}”", "Show changes of the year before"),
        ],
    )
    st.stop()

chosen = [names[force] for force in forces]
prose.answer(changes_words(changes, asked.since, asked.day, chosen, on_theme=theme != ALL))
prose.paragraph(
    prose.link(
        "meeting",
        "Show this in a meeting: large type, one thing at a time",
        **choices.forces_kept(forces, names),
        **({} if theme == ALL else {"theme": theme}),
    )
)
prose.paragraph(
    document.subtitle, "Two to three pages for one force and a page of sources, to read off line."
)
about = joined(chosen)
prose.status(
    f"Showing the briefing on {about}{'' if theme == ALL else f', {themes[theme]}'}: "
    f"{plural(len(changes), 'change')} since {date_words(asked.since)}."
)
document_parts.files(document, "-".join(forces))
document_parts.shown(document)

st.header("Every change between the two days", anchor="changes")
if changes:
    prose.table(
        f"Changes ({plural(len(changes), 'row')})",
        ["What", "Kind", "When", "More", "Sources"],
        [
            (
                prose.inspection_link(change.inspection, change.title, at=change.fact or "")
                if change.inspection
                else change.title,
                change.kind.label,
                f"{change.force_name}, {change.on_words}",
                change.detail,
                prose.source_links(whole, change.sources),
            )
            for change in changes
        ],
    )
else:
    prose.paragraph(unchanged_words(chosen, theme != ALL))
