"""Recurring issues: what keeps coming back, told with its denominator."""

import streamlit as st

from components import charted, choices, dataset, prose
from components.charts.recurrence import recurrence_figure
from inspection.measures import in_sentence
from inspection.recurrence import ThemeState, evidence, most_raised_words, recurrence
from inspection.vocabulary import ThemeFamily

ALL = "all"

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

chosen_family = None if family == ALL else ThemeFamily(family)
chosen_programmes = None if programme == ALL else [programme]
rows = {force: recurrence(record, force, chosen_programmes, chosen_family) for force in forces}
most = {force: found[0] for force, found in rows.items() if found and found[0].raised}
if not any(rows.values()):
    prose.answer("No inspection in the record looked at these themes under this programme.")
    st.stop()
prose.answer(*(f"{names[f]}: {most_raised_words(found)}" for f, found in rows.items() if found))
prose.paragraph(
    "Not mentioned is not resolved: the count is out of the inspections that looked at a theme, "
    "and inspections of which we do not know are told apart.",
    prose.link("method", "How this is counted"),
)
shown = [(names[f], found) for f, found in rows.items() if found]
chosen = charted.chosen_mark(
    recurrence_figure(shown, charted.page_palette()),
    "recurring-chart",
    "Themes by inspection for each force. Shape and colour tell what each inspection said. The "
    "same facts follow in words, a row for each theme.",
)
if isinstance(chosen, list):
    st.query_params["theme"], st.query_params["inspection"] = chosen
with st.expander("What the marks mean"):
    prose.table("Marks", ["Mark", "Meaning"], [(s.label, s.meaning) for s in ThemeState])
for force, found in rows.items():
    prose.table(
        f"{names[force]}: themes, most often raised first",
        ["Theme", "About", "Raised", "In words"],
        [
            (
                prose.link(
                    "recurring",
                    row.theme_name,
                    force=force,
                    themes=family,
                    programme=programme,
                    theme=row.theme,
                ),
                row.theme_about,
                f"{row.raised} of {row.looked_at}",
                row.sentence,
            )
            for row in found
        ],
    )

st.header("Evidence")
themes = {row.theme: row.theme_name for found in rows.values() for row in found}
first = next(iter(most.values())).theme if most else next(iter(themes))
theme = choices.one_of("theme", "Theme", themes, first)
counted = {cell.inspection for found in rows.values() for row in found for cell in row.cells}
titles = {i.id: i.title for i in record.inspections if i.id in counted}
one = choices.one_of("inspection", "Inspection", {ALL: "All counted above", **titles}, ALL)
thread = [
    item
    for item in evidence(record, theme, forces, None if one == ALL else one)
    if item.inspection in counted
]
if not thread:
    prose.paragraph("Nothing is recorded under this theme for this choice.")
for force in forces:
    own = [item for item in thread if item.force == force]
    if own:
        prose.table(
            f"{names[force]}: {in_sentence(themes[theme])}, oldest first",
            ["Inspection", "Kind", "What was found or asked", "Measure or time limit", "Sources"],
            [
                (
                    prose.inspection_link(item.inspection, item.when, at=item.id),
                    item.kind,
                    " ".join(filter(None, [item.summary, item.about, item.note])),
                    item.measure or "",
                    prose.source_links(record, item.sources),
                )
                for item in own
            ],
        )
st.header("Sources")
prose.source_list(record, [source for item in thread for source in item.sources])
