"""A record read from a folder or a file, with everything that is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from inspection.dataset import examine, fingerprint, load_record, texts
from inspection.problems import RecordProblems
from tests.inspection.samples import record


def write_record(folder: Path, **parts: object) -> None:
    values = record(**parts).model_dump(mode="json", exclude_defaults=True)
    (folder / "record.yaml").write_text(yaml.safe_dump(values), encoding="utf-8")


def test_a_missing_path_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    place = tmp_path.name
    assert [str(problem) for problem in examine(tmp_path / "nowhere")[1]] == [
        f"{place}/nowhere:1:1  S01  There is no such file or folder. See that the path is right."
    ]
    folder = tmp_path / "empty"
    folder.mkdir()
    assert [str(problem) for problem in examine(folder)[1]] == [
        f"{place}/empty:1:1  S01  The folder holds no record. "
        "Put at least one file ending in .yaml there."
    ]


def test_a_name_that_no_system_takes_is_told(tmp_path: Path) -> None:
    record, (problem,) = examine(tmp_path / ("x" * 5_000))
    assert record is None
    assert problem.code == "S01"
    assert problem.message == "The file or folder cannot be read (file name too long)."


def test_a_name_with_signs_that_cannot_be_shown_is_told_in_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "a\nb"
    folder.mkdir()
    (folder / "\x1b[31m\udcff.yaml").write_text("a: [", encoding="utf-8")
    _, (problem,) = examine(folder)
    assert problem.file == "a?b/?[31m?.yaml"


def test_a_file_with_another_ending_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    write_record(tmp_path)
    (tmp_path / "more.yml").write_text("themes: []\n", encoding="utf-8")
    assert [str(problem) for problem in examine(tmp_path)[1]] == [
        f"{tmp_path.name}/more.yml:1:1  S01  Only files whose names end in .yaml are read. "
        'Name it "more.yaml" or take it away.'
    ]


def test_lists_of_several_files_are_joined_in_the_order_of_the_names(tmp_path: Path) -> None:
    write_record(tmp_path)
    for name in ("z", "y"):
        event = f"{{id: {name}, forces: [eastshire], date: 2020, title: T, summary: S, "
        text = f"context_events: [{event} sources: [the-report]}}]"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert [event.id for event in load_record(tmp_path).context_events] == ["y", "z"]


def test_the_release_stands_in_one_file_only(tmp_path: Path) -> None:
    write_record(tmp_path)
    (tmp_path / "z.yaml").write_text("\nrelease: {version: 2.0.0}\n", encoding="utf-8")
    (problem,) = examine(tmp_path)[1]
    assert str(problem).startswith(
        f'{tmp_path.name}/z.yaml:2:1  S12  release: "release" stands here and in '
        f"{tmp_path.name}/record.yaml:"
    )


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("record - Copy.yaml", 'take "{}/record - Copy.yaml" away if it is a copy.'),
        ("Copy of Record.yaml", 'take "{}/Copy of Record.yaml" away if it is a copy.'),
        ("z-record.yaml", 'take "{}/z-record.yaml" away if it is a copy.'),
        ("z.yaml", "take one of the files away if it is a copy of the other."),
    ],
)
def test_a_copy_that_was_left_in_the_folder_may_be_taken_away(
    name: str, mend: str, tmp_path: Path
) -> None:
    for file in ("record.yaml", name):
        release = "release: {version: 1.0.0, released_on: 2025-12-01, last_looked_on: 2025-11}\n"
        (tmp_path / file).write_text(release, encoding="utf-8")
    (problem,) = examine(tmp_path)[1]
    first, second = sorted(("record.yaml", name))
    folder = tmp_path.name
    assert str(problem) == (
        f'{folder}/{second}:1:1  S12  release: "release" stands here and in {folder}/{first}:1. '
        f"Keep one of the two, or {mend.format(folder)}"
    )


def test_nothing_is_said_about_what_an_unread_file_may_hold(tmp_path: Path) -> None:
    write_record(tmp_path, sources=())
    (tmp_path / "sources.yaml").write_text("sources: [\n", encoding="utf-8")
    assert [problem.code for problem in examine(tmp_path)[1]] == ["S04"]


def test_fields_that_are_too_long_or_not_of_the_list_say_how_far_they_may_go(
    tmp_path: Path,
) -> None:
    write_record(tmp_path)
    text = f"themes: [{{id: x, name: {'n' * 2001}, about: A, family: crime}}]"
    (tmp_path / "themes.yaml").write_text(text, encoding="utf-8")
    said = [str(problem).split("  ", 1)[1] for problem in examine(tmp_path)[1]]
    assert said == [
        f'F11  themes > x > name: "{"n" * 57}..." is too long. Use at most 2000 characters.',
        'F05  themes > x > family: "crime" is not a word of this list. '
        "Use one of: child-protection, all-policing, both.",
    ]


def test_a_thousand_problems_are_enough(tmp_path: Path) -> None:
    write_record(tmp_path)
    text = "\n".join(["gaps:", *["- {id: gap, wrong: 1}"] * 2000])
    (tmp_path / "gaps.yaml").write_text(text, encoding="utf-8")
    problems = examine(tmp_path)[1]
    assert len(problems) == 1001
    assert [str(problem) for problem in problems if problem.code == "S13"] == [
        f"{tmp_path.name}/gaps.yaml:1:1  S13  There are more problems than are listed. "
        "Mend these and check again."
    ]


def test_a_field_named_like_a_sign_of_the_model_library_is_told_as_any_other(
    tmp_path: Path,
) -> None:
    """`[key]` is how the library marks the name of an entry; it once emptied the path."""
    write_record(tmp_path)
    (tmp_path / "z.yaml").write_text("'[key]': 1\n", encoding="utf-8")
    assert [str(problem).split("  ", 1)[1] for problem in examine(tmp_path)[1]] == [
        'F02  "[key]": "[key]" is not a field here. data/README.md lists the fields of Record.'
    ]


def test_a_record_with_errors_is_not_loaded_and_carries_them_all(tmp_path: Path) -> None:
    write_record(tmp_path, sources=())
    (tmp_path / "z.yaml").write_text("wrong: 1\nworse: 1\n", encoding="utf-8")
    with pytest.raises(RecordProblems) as caught:
        load_record(tmp_path)
    assert caught.value.problems == examine(tmp_path)[1]
    assert str(caught.value).splitlines()[0] == f"{len(caught.value.problems)} errors, 0 warnings"


@pytest.mark.parametrize(
    ("name", "text", "time"),
    [
        ("a.yaml", "gaps: []", 2_000_000_000),
        ("a.yaml", "gaps: [1]", 1_000_000_000),
        ("b.yaml", "gaps: []", 1_000_000_000),
    ],
    ids=["written again", "longer", "renamed"],
)
def test_the_fingerprint_changes_with_the_files(
    name: str, text: str, time: int, tmp_path: Path
) -> None:
    old, new = tmp_path / "a.yaml", tmp_path / name
    old.write_text("gaps: []", encoding="utf-8")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    (tmp_path / "README.md").write_text("Not part of the record.", encoding="utf-8")
    first = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == first
    old.rename(new)
    new.write_text(text, encoding="utf-8")
    os.utime(new, (time, time))
    assert fingerprint(tmp_path) != first


def said_of(folder: Path, *texts: str) -> list[str]:
    """The small record with these files beside it: what is said, without the places."""
    write_record(folder)
    for n, text in enumerate(texts):
        (folder / f"z{n}.yaml").write_text(text, encoding="utf-8")
    return [str(problem).split("  ", 1)[1] for problem in examine(folder)[1]]


def test_files_hidden_by_their_name_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".#record.yaml").write_text("[", encoding="utf-8")
    assert said_of(tmp_path) == []


def test_what_a_wrong_source_is_called_is_not_held_against_what_names_it(tmp_path: Path) -> None:
    """Its address is wrong, so it is dropped; what names it, rightly, is not wrong for that."""
    source = "sources: [{id: press, title: A, publisher: B, url: C}]"
    gap = "gaps: [{id: g, forces: [eastshire], what: A, note: B, sources: [press]}]"
    assert said_of(tmp_path, source, gap) == [
        'F10  sources > press > url: "C" is not a web address. Begin with http:// or https://.'
    ]


def test_where_the_id_itself_is_lost_nothing_is_said_of_its_kind(tmp_path: Path) -> None:
    source = "sources: [{title: A, publisher: B}]"
    gap = "gaps: [{id: g, forces: [eastshire], what: A, note: B, sources: [press]}]"
    assert said_of(tmp_path, source, gap) == ["F01  sources > 2 > id: This field is missing."]


def test_a_list_is_not_offered_as_whole_when_part_of_it_was_dropped(tmp_path: Path) -> None:
    force = "forces: [{id: northshire, name: Northshire Police}]"
    gap = "gaps: [{id: g, forces: [elsewhere], what: A, note: B}]"
    assert said_of(tmp_path, force, gap) == [
        "F01  forces > northshire > short_name: This field is missing. "
        "The area alone, as in 'Northumbria'.",
        'X04  gaps > g > forces > 1: "elsewhere" is not a force of this record. '
        "Correct it, or add it to the forces.",
    ]


def test_places_are_those_in_the_file_though_an_entry_before_was_dropped(tmp_path: Path) -> None:
    gaps = """
gaps:
- {id: first, what: A, note: B}
- {id: second, what: A, note: B, forces: [elsewhere]}
"""
    write_record(tmp_path)
    (tmp_path / "z.yaml").write_text(gaps, encoding="utf-8")
    assert [str(problem).split("/", 1)[1] for problem in examine(tmp_path)[1]] == [
        "z.yaml:3:3  F01  gaps > first > forces: This field is missing.",
        'z.yaml:4:43  X04  gaps > second > forces > 1: "elsewhere" is not a force of this record. '
        "Correct it, or add it to the forces.",
    ]


def test_a_list_that_is_empty_is_told_and_one_whose_entries_are_wrong_is_not(
    tmp_path: Path,
) -> None:
    text = "themes: []\nforces: []\nprogrammes: [{id: peel}]\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    said = [str(problem).split("  ", 1)[1] for problem in examine(tmp_path)[1]]
    assert [line for line in said if not line.startswith("F01")] == [
        "F12  themes: This list has too few entries. Give at least 1.",
        "F12  forces: This list has too few entries. Give at least 1.",
    ]
    assert "F01  programmes > peel > name: This field is missing." in said


def test_the_name_of_a_count_is_checked_like_an_id(tmp_path: Path) -> None:
    national = """
national_distributions:
- id: a
  cycle: peel-2022
  question: victim-service
  published: 2023
  counts: {Very good: 1}
  forces: 1
  basis: Press.
  sources: [the-report]
"""
    assert said_of(tmp_path, national) == [
        'F09  national_distributions > a > counts > "Very good": "Very good" is not an id. '
        "Use small letters, figures and hyphens, as in very-good."
    ]


def test_a_file_as_long_and_as_old_put_in_the_place_of_another_is_another(tmp_path: Path) -> None:
    old, new = tmp_path / "a.yaml", tmp_path / "new"
    for file, text in ((old, "gaps: [1]"), (new, "gaps: [2]")):
        file.write_text(text, encoding="utf-8")
        os.utime(file, (1_000_000_000, 1_000_000_000))
    first = fingerprint(tmp_path)
    new.replace(old)
    assert fingerprint(tmp_path) != first
    assert fingerprint(old) != fingerprint(tmp_path)


def test_a_file_with_another_ending_and_a_folder_taken_away_change_the_fingerprint(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "a.yaml").write_text("gaps: []", encoding="utf-8")
    prints = [fingerprint(folder)]
    (folder / "b.YML").write_text("gaps: []", encoding="utf-8")
    prints.append(fingerprint(folder))
    (folder / "b.YML").unlink()
    prints.append(fingerprint(folder))
    (folder / "a.yaml").unlink()
    prints.append(fingerprint(folder))
    folder.rmdir()
    prints.append(fingerprint(folder))
    assert prints[2] == prints[0]
    assert len(set(prints)) == 4


def test_what_is_no_part_of_the_record_leaves_the_fingerprint_alone(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("gaps: []", encoding="utf-8")
    first = fingerprint(tmp_path)
    (tmp_path / ".#a.yaml").write_text("gaps: []", encoding="utf-8")
    (tmp_path / "README.md").write_text("About it.", encoding="utf-8")
    assert fingerprint(tmp_path) == first


def test_texts_are_those_of_the_files_without_a_mark_and_with_plain_ends_of_lines(
    tmp_path: Path,
) -> None:
    (tmp_path / "b.yaml").write_bytes("\ufeffgaps:\r\n- né\r".encode())
    (tmp_path / "a.yaml").write_bytes(b"themes: []\n")
    assert texts(tmp_path) == (("a.yaml", "themes: []\n"), ("b.yaml", "gaps:\n- né\n"))


def test_a_file_of_no_parts_is_told_what_a_record_needs(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("{}", encoding="utf-8")
    assert [str(problem).split("/", 1)[1] for problem in examine(tmp_path)[1]] == [
        f"a.yaml:1:1  F01  {name}: This field is missing. Write it in one of the files."
        for name in ("forces", "programmes", "release", "themes")
    ]


def test_the_other_half_of_a_fault_is_found_in_another_file(tmp_path: Path) -> None:
    write_record(tmp_path)
    event = (
        "- {id: e, forces: [eastshire], date: 2020, title: T, summary: S, sources: [the-report]}"
    )
    gap = "gaps:\n- {id: g, forces: [eastshire], what: A, note: B}\n"
    (tmp_path / "x.yaml").write_text(f"context_events:\n{event}\n", encoding="utf-8")
    (tmp_path / "y.yaml").write_text(f"{gap}\ncontext_events:\n\n{event}\n", encoding="utf-8")
    assert [str(problem).split("/", 1)[1] for problem in examine(tmp_path)[1]] == [
        'y.yaml:6:8  X01  context_events > e > id: "e" is already in use. Choose another. '
        f"See also {tmp_path.name}/x.yaml:2."
    ]


def test_the_figure_of_a_count_is_plain(tmp_path: Path) -> None:
    national = """
national_distributions:
- {id: a, cycle: peel-2022, question: victim-service, published: 2023, counts: {good: 01},
   forces: 1, basis: Press., sources: [the-report]}
"""
    assert said_of(tmp_path, national) == [
        'F07  national_distributions > a > counts > good: "01" is not a plain number. '
        "Use figures alone, such as 12 or 12.5."
    ]
