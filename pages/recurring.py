"""Recurring issues: what keeps coming back, told with its denominator."""

import streamlit as st

from components import choices, dataset, measured, prose, theme_grid, theme_pair, theme_thread
from inspection.measures import in_sentence
from inspection.recurrence import (
    detail_words,
    most_raised_words,
    raised_again_words,
    recurrence,
    theme_lines,
)
from inspection.theme_states import ThemeState
from inspection.threads import thread
from inspection.vocabulary import ThemeFamily

ALL = "all"
SIDE_BY_SIDE = 2

record = dataset.record()
st.title("Recurring issues")
names = {force.id: force.name for force in record.forces}
forces = choices.force_choice(names)
families = {
    ThemeFamily.CHILD_PROTECTION.value: "Child protection themes",
    ALL: "Themes of all policing",
}
family = choices.switch("themes", "Themes", families, ThemeFamily.CHILD_PROTECTION.value)
inspected = {i.programme for i in record.inspections if i.force in forces}
programmes = {p.id: p.name for p in record.programmes if p.id in inspected}
programme = choices.one_of(
    "programme",
    "Inspections counted",
    {**programmes, ALL: "All inspections of every programme"},
    "child-protection" if "child-protection" in programmes else ALL,
)

counted = None if programme == ALL else [programme]
rows = {
    force: recurrence(record, force, counted, None if family == ALL else ThemeFamily(family))
    for force in forces
}
shown = {force: names[force] for force, found in rows.items() if found}
if not shown:
    prose.answer("No inspection in the record looked at these themes under this programme.")
    st.stop()
rows = {force: rows[force] for force in shown}
for force, found in rows.items():
    prose.answer(f"{names[force]}: {most_raised_words(found)}")
if len(rows) > 1:
    prose.answer(raised_again_words(rows, names))
prose.paragraph(
    "Not mentioned is not resolved: the count is out of the inspections that looked at a theme, "
    "and inspections of which we do not know are told apart. Counts of two forces are not set "
    "against each other.",
    prose.link("method", "How this is counted", "recurring"),
)
lines = theme_lines(rows)
kept = {"themes": family, "programme": programme}
if len(forces) == 1 and len(names) > 1:
    kept["force"] = forces[0]
theme_grid.legend()
with st.expander("What the marks mean"):
    prose.table("Marks", ["Mark", "Meaning"], [(s.label, s.meaning) for s in ThemeState])
for start in range(0, len(shown), SIDE_BY_SIDE):
    block = dict(list(shown.items())[start : start + SIDE_BY_SIDE])
    theme_grid.draw(theme_lines({force: rows[force] for force in block}), block, kept)

st.header("The thread of a theme", anchor="thread")
themes = {line.theme: line.theme_name for line in lines}
theme = choices.one_of("theme", "Theme", themes, lines[0].theme)
about = record.theme[theme].about
prose.paragraph(
    f"{themes[theme]}: {in_sentence(about)}",
    prose.link("method", "What belongs under it, and what does not", theme, at=theme),
)
chosen = st.query_params.get("inspection", "")
beside = theme_thread.beside(shown)
own = {force: next((r for r in rows[force] if r.theme == theme), None) for force in beside}
threads = {force: thread(record, force, theme, counted) for force in beside}
for column, force in zip(st.columns(len(beside)), beside, strict=True):
    with column:
        st.subheader(names[force], anchor=False)
        row = own[force]
        prose.paragraph(row.sentence if row else "None of the inspections counted looks at this.")
        prose.bullets(detail_words(row) if row else [])
        theme_thread.last_said(record, threads[force])
        theme_thread.draw(record, threads[force], chosen)
if len(beside) == SIDE_BY_SIDE:
    theme_pair.draw(record, [own[force] for force in beside])
measured.draw(record, theme, beside, kept)

st.header("Sources")
steps = [step for found in threads.values() for step in found if step.cell.looked]
prose.source_list(
    record,
    [source for step in steps for r in (*step.evidence, *step.said) for source in r.sources]
    + [source for step in steps for source in step.cell.sources],
)
