"""Meeting: one thing at a time, in large type, to project and to step through."""

import datetime as dt

import streamlit as st

from components import choices, dataset, meeting, navigation, prose
from inspection.meeting import meeting_steps

NONE = "none"

record = dataset.record()
shown_day = dataset.day()
day = shown_day or dt.date.today()
names = {force.id: force.name for force in record.forces}
themes = {theme.id: theme.name for theme in record.themes}
offered = {
    "force": {None, *([choices.BOTH] if len(names) > 1 else []), *names},
    "theme": {None, NONE, *themes},
}
is_sound = all(st.query_params.get(key) in known for key, known in offered.items())

bar, top, shown = st.container(), st.container(), st.container()
foot = st.container(key="meeting-foot")
listed = foot.container()
# A choice that cannot be had is said above everything; otherwise the choices are out of the way.
with (
    foot if is_sound else top,
    st.expander(
        "Force and theme" if len(names) > 1 else "Theme", expanded=not is_sound, type="compact"
    ),
):
    forces = choices.force_choice(names)
    theme = choices.one_of("theme", "Theme", {NONE: "No step on one theme", **themes}, NONE)

kept = choices.forces_kept(forces, names)
if theme != NONE:
    kept["theme"] = theme
steps = meeting_steps(record, forces, day, None if theme == NONE else theme)
keys = [step.key for step in steps]
asked = st.query_params.get("step", keys[0])
place = keys.index(asked) if asked in keys else None
with bar:
    meeting.bar(steps, place, kept, record.release.version, shown_day)
with shown:
    if place is None:
        st.title("Meeting")
        meeting.unknown(asked, steps, kept)
    else:
        st.title(prose.unmarked(steps[place].title))
        navigation.name_document(steps[place].title)
        meeting.body(record, steps[place], day)
with listed:
    meeting.list_of(steps, place, kept)
