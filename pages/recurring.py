"""Recurring issues: what keeps coming back, told with its denominator."""

from collections.abc import Mapping

import streamlit as st

from components import choices, dataset, measured, nothing_left, prose, theme_grid
from components.nothing_left import Chosen
from inspection.measures import joined, plural
from inspection.recurrence import recurrence, theme_lines
from inspection.sheets import of_theme as sheet
from inspection.sheets.of_thread import sources_of, step_id
from inspection.threads import thread
from inspection.vocabulary import ThemeFamily

ALL = "all"
SIDE_BY_SIDE = 2


def side_by_side(forces: Mapping[str, str]) -> tuple[str, ...]:
    """The forces whose threads stand side by side: at most two, chosen where there are more."""
    if len(forces) <= SIDE_BY_SIDE:
        return tuple(forces)
    first = choices.one_of("left", "On the left", forces, next(iter(forces)))
    others = {key: name for key, name in forces.items() if key != first}
    return first, choices.one_of("right", "On the right", others, next(iter(others)))


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
programmes = [p for p in record.programmes if p.id in inspected]
counts = {**{p.id: p.name for p in programmes}, ALL: "All inspections of every programme"}
usual = "child-protection" if "child-protection" in counts else ALL
short = {**counts, **{p.id: p.short_name for p in programmes}}
programme = choices.one_of("programme", "Inspections counted", short, usual)

counted = None if programme == ALL else [programme]
looked_at = None if family == ALL else ThemeFamily(family)
with st.spinner("Counting what was raised again ..."):
    rows = {force: recurrence(record, force, counted, looked_at) for force in forces}
shown = {force: names[force] for force, found in rows.items() if found}
if not shown:
    prose.answer("No inspection in the record looked at these themes under this programme.")
    nothing_left.draw(
        "recurring",
        [
            nothing_left.of_forces(forces, names),
            Chosen(("themes",), families[family].lower(), "Show child protection themes"),
            Chosen(("programme",), f"counted: {counts[programme]}", f"Count: {counts[usual]}"),
        ],
    )
    st.stop()
rows = {force: rows[force] for force in shown}
for sentence in sheet.answers(record, rows, names):
    prose.answer(sentence)
prose.draw([sheet.how_counted(record)])
lines = theme_lines(rows)
prose.status(
    f"Showing {plural(len(lines), 'theme')} of {joined(shown.values())}. "
    f"Inspections counted: {counts[programme]}."
)
kept = {"themes": family, "programme": programme, **choices.forces_kept(forces, names)}
theme_grid.legend()
prose.draw([sheet.marks()])
for start in range(0, len(shown), SIDE_BY_SIDE):
    block = dict(list(shown.items())[start : start + SIDE_BY_SIDE])
    theme_grid.draw(theme_lines({force: rows[force] for force in block}), block, kept)

st.header("The thread of a theme", anchor="thread")
themes = {line.theme: line.theme_name for line in lines}
theme = choices.one_of("theme", "Theme", themes, lines[0].theme)
prose.draw([sheet.about_theme(record, theme)])
chosen = st.query_params.get("inspection", "")
beside = side_by_side(shown)
prose.status(f"The thread of {themes[theme]}: {joined(shown[force] for force in beside)}.")
own = {force: next((r for r in rows[force] if r.theme == theme), None) for force in beside}
threads = {force: thread(record, force, theme, counted) for force in beside}
for column, force in zip(st.columns(len(beside)), beside, strict=True):
    with column:
        told = sheet.of_force(record, force, own[force], threads[force], level=3)
        prose.draw(told, at=step_id(theme, chosen) if chosen else "")
if len(beside) == SIDE_BY_SIDE:
    prose.draw(sheet.two_forces(record, own))
measured.draw(record, theme, beside, kept)

st.header("Sources")
steps = [step for found in threads.values() for step in found]
prose.source_list(record, sources_of(steps))
