"""The tables without which the ids of the others say little: forces, methods, questions, themes."""

from __future__ import annotations

from collections.abc import Iterable

from inspection.model import Record
from inspection.open_columns import (
    FORCE,
    ID,
    NOTE,
    SOURCES,
    Column,
    OpenTable,
    Row,
    date_cell,
    dated,
    many,
    yes_no,
)
from inspection.vocabulary import ComparisonBasis, GoverningBodyKind, ThemeFamily

SCALE = Column("scale", "Id of the scale; empty where nothing was graded.", of="scales")
FAMILY = Column("family", "Whether of child protection, all policing or both.", words=ThemeFamily)


def _forces(record: Record) -> Iterable[Row]:
    for force in record.forces:
        yield (force.id, force.name, force.short_name)


def _governing_bodies(record: Record) -> Iterable[Row]:
    for force in record.forces:
        for b in force.governing_bodies:
            yield (
                b.id, force.id, b.name, b.kind, date_cell(b.since), date_cell(b.until), b.note,
                many(b.sources),
            )  # fmt: skip


def _programmes(record: Record) -> Iterable[Row]:
    for p in record.programmes:
        yield (p.id, p.name, p.short_name, p.about, p.family, yes_no(p.narrow))


def _cycles(record: Record) -> Iterable[Row]:
    for programme in record.programmes:
        for c in programme.cycles:
            yield (
                c.id, programme.id, c.name, c.method, c.scale, many(c.comparable_with),
                c.comparability, c.comparability_basis, c.between_forces, many(c.looks_at),
                many(c.may_look_at), c.action_plan_weeks, yes_no(c.every_force is not None),
                many(c.every_force.sources) if c.every_force else "", many(c.sources),
            )  # fmt: skip


def _scales(record: Record) -> Iterable[Row]:
    for scale in record.scales:
        yield (scale.id, scale.name, many(scale.sources))


def _grade_words(record: Record) -> Iterable[Row]:
    for scale in record.scales:
        for step, grade in enumerate(scale.grades, start=1):
            yield (scale.id, step, grade.id, grade.label, grade.meaning)


def _questions(record: Record) -> Iterable[Row]:
    for q in record.questions:
        yield (
            q.id, q.name, q.theme, many(q.cycles), many(q.perhaps_asked), q.crosswalk_reason,
        )  # fmt: skip


def _themes(record: Record) -> Iterable[Row]:
    for t in record.themes:
        elsewhere = " | ".join(f"{b.what} ({b.theme})" for b in t.not_here)
        yield (t.id, t.name, t.about, t.family, " | ".join(t.covers), elsewhere)


VOCABULARY = (
    OpenTable("forces", "Police forces.", _forces, (
        ID, Column("name", "Full name."), Column("short_name", "The area alone."))),
    OpenTable("governing-bodies", "Who held each force to account, and when.", _governing_bodies, (
        ID, FORCE, Column("name", "Name of the office."),
        Column("kind", "Kind of office.", words=GoverningBodyKind),
        dated("since", "When it began, if a source says so."),
        dated("until", "When it ended, if it did."), NOTE, SOURCES)),
    OpenTable("programmes", "Lines of inspection work that go on over years.", _programmes, (
        ID, Column("name", "Name."), Column("short_name", "Short name."),
        Column("about", "What it looks at."), FAMILY,
        Column("narrow", "Yes where it looks at one subject only.", "boolean"))),
    OpenTable("cycles", "Rounds of a programme, each under one method.", _cycles, (
        ID, Column("programme", "Id of the programme.", of="programmes"), Column("name", "Name."),
        Column("method", "How inspectors judged in it, in our words."), SCALE,
        Column("comparable_with",
               "Ids of cycles whose grades for the same question may stand beside its own, "
               "separated by semicolons."),
        Column("comparability", "What is said on comparing, in our words."),
        Column("comparability_basis", "Who says so.", words=ComparisonBasis),
        Column("between_forces", "Why two forces cannot be set side by side in it, if so."),
        Column("looks_at", "Ids of themes it set out to look at, separated by semicolons."),
        Column("may_look_at", "Ids of themes of which we do not know, separated by semicolons."),
        Column("action_plan_weeks", "Weeks in which the force is asked for a plan.", "integer"),
        Column("every_force", "Yes where a source says that it inspected every force.", "boolean"),
        Column("every_force_sources", "Ids of those sources, separated by semicolons."),
        SOURCES)),
    OpenTable("scales", "Sets of grades.", _scales, (ID, Column("name", "Name."), SOURCES)),
    OpenTable("grade-words", "The grades of each scale. No distances between them are known.",
        _grade_words, (
        Column("scale", "Id of the scale.", of="scales"),
        Column("step", "Place on the scale, 1 the best: an order, not a score.", "integer"),
        Column("grade", "Id of the grade, as in the column `grade` of other tables."),
        Column("label", "The inspectorate’s word."), Column("meaning", "What it means, in ours.")),
        key=("scale", "grade")),
    OpenTable("questions", "Questions that inspectors grade.", _questions, (
        ID, Column("name", "The question."),
        Column("theme", "Id of the theme it belongs to, if to one.", of="themes"),
        Column("cycles", "Ids of the cycles that ask it, separated by semicolons."),
        Column("perhaps_asked", "Ids of cycles of which we do not know, separated by semicolons."),
        Column("crosswalk_reason", "Why it is the same question in several cycles."))),
    OpenTable("themes", "Subjects that findings are about; each finding has one.", _themes, (
        ID, Column("name", "Name."), Column("about", "What it is about."), FAMILY,
        Column("covers", "What belongs to it, separated by bars."),
        Column("not_here", "What belongs to another theme, with its id, separated by bars."))),
)  # fmt: skip
