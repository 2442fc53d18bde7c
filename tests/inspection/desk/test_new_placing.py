"""Entries are put between lines; every line that stands in the file stays as it is."""

from __future__ import annotations

import pytest

from inspection.desk.opened import CannotBeDone
from inspection.desk.placing import with_entry

NEW = ("## New.", "- id: new", "  name: New")


def placed(text: str, position: int, path: tuple[str | int, ...] = ("forces",)) -> str:
    order = ("release", "forces", "statements", "sources")
    return with_entry(text.encode("utf-8"), "a.yaml", path, position, NEW, order).decode("utf-8")


def test_it_goes_after_the_entry_before_it_and_above_the_comments_on_the_next() -> None:
    text = "# Head.\nforces:\n- id: a   # the first\n  # On a.\n\n# On b.\n- id: b\nsources: []\n"
    assert placed(text, 1) == (
        "# Head.\nforces:\n- id: a   # the first\n  # On a.\n"
        "## New.\n- id: new\n  name: New\n"
        "\n# On b.\n- id: b\nsources: []\n"
    )


def test_it_goes_above_the_first_entry_and_the_comments_on_that() -> None:
    assert placed("forces:\n# On a.\n- id: a\n", 0) == (
        "forces:\n## New.\n- id: new\n  name: New\n# On a.\n- id: a\n"
    )


def test_after_the_last_entry_what_ends_the_file_stays_below() -> None:
    assert placed("forces:\n- id: a\n  name: A\n    goes on\n\n# The end.\n", 1) == (
        "forces:\n- id: a\n  name: A\n    goes on\n## New.\n- id: new\n  name: New\n\n# The end.\n"
    )


def test_a_file_without_an_end_of_line_at_its_end_has_none_afterwards() -> None:
    assert placed("forces:\n- id: a", 1) == "forces:\n- id: a\n## New.\n- id: new\n  name: New"


def test_a_mark_at_the_beginning_and_the_ends_of_lines_are_kept() -> None:
    assert placed("\ufeffforces:\r\n- id: a\r\n", 0) == (
        "\ufeffforces:\r\n## New.\r\n- id: new\r\n  name: New\r\n- id: a\r\n"
    )


def test_hyphens_that_are_indented_stay_so() -> None:
    assert placed("forces:\n  - id: a\n    name: A\nsources: []\n", 1) == (
        "forces:\n  - id: a\n    name: A\n  ## New.\n  - id: new\n    name: New\nsources: []\n"
    )


def test_a_list_that_is_not_there_begins_in_its_place_among_the_parts() -> None:
    assert placed("release:\n  version: 1\n# On sources.\nsources:\n- id: s\n", 0) == (
        "release:\n  version: 1\nforces:\n## New.\n- id: new\n  name: New\n"
        "# On sources.\nsources:\n- id: s\n"
    )
    assert placed("release:\n  version: 1\n", 0) == (
        "release:\n  version: 1\nforces:\n## New.\n- id: new\n  name: New\n"
    )


def test_a_list_that_is_empty_is_begun() -> None:
    assert placed("forces:   # none yet\nsources: []\n", 0) == (
        "forces:   # none yet\n## New.\n- id: new\n  name: New\nsources: []\n"
    )


def test_a_list_within_an_entry_begins_before_the_fields_that_come_later() -> None:
    text = "forces:\n- id: a\n  # On sources.\n  sources: [x]\n- id: b\n"
    assert placed(text, 0, ("forces", 0, "statements")) == (
        "forces:\n- id: a\n  statements:\n  ## New.\n  - id: new\n    name: New\n"
        "  # On sources.\n  sources: [x]\n- id: b\n"
    )


def test_a_list_within_an_entry_begins_at_the_end_of_that_where_no_field_comes_later() -> None:
    text = "forces:\n- id: a\n  name: A\n  # Still on a.\n# On b.\n- id: b\n"
    assert placed(text, 0, ("forces", 0, "statements")) == (
        "forces:\n- id: a\n  name: A\n  # Still on a.\n"
        "  statements:\n  ## New.\n  - id: new\n    name: New\n# On b.\n- id: b\n"
    )


def test_a_text_of_several_lines_is_not_torn() -> None:
    text = "forces:\n- id: a\n  note: |\n    One.\n\n    # Two.\n- id: b\n"
    assert placed(text, 1) == (
        "forces:\n- id: a\n  note: |\n    One.\n\n    # Two.\n"
        "## New.\n- id: new\n  name: New\n- id: b\n"
    )


@pytest.mark.parametrize("text", ["forces: []\n", "forces: [{id: a}]\n", "forces:\n-\n  id: a\n"])
def test_a_list_in_brackets_is_refused_with_a_mend(text: str) -> None:
    with pytest.raises(CannotBeDone) as refused:
        placed(text, 1)
    assert str(refused.value) == (
        'a.yaml:1: "forces" has no line of its own that begins with `- ` for each entry. '
        "Write it so (where it is empty, take away the []), then try again."
    )


def test_an_entry_in_braces_is_refused_with_a_mend() -> None:
    with pytest.raises(CannotBeDone, match="a.yaml:2: this entry stands in one line"):
        placed("forces:\n- {id: a}\n", 0, ("forces", 0, "statements"))


@pytest.mark.parametrize(
    "text",
    [
        'forces:\n- id: a\n  note: "One\n# two"\n- id: b\n',
        "forces:\n- id: a\n  note: |+\n    One.\n\n- id: b\n",
        "forces: ~\n",
    ],
)
def test_what_would_be_changed_by_it_is_refused(text: str) -> None:
    with pytest.raises(CannotBeDone, match="in which nothing can be added safely"):
        placed(text, 0 if "~" in text else 1)


@pytest.mark.parametrize(
    "entry", [["- id: b", "sources: []"], ["- id: b", "- id: c"], ["- id: b", "  id: c"], ["# b"]]
)
def test_what_is_not_one_entry_is_refused(entry: list[str]) -> None:
    with pytest.raises(CannotBeDone, match="nothing can be added safely"):
        with_entry(b"forces:\n- id: a\n", "a.yaml", ("forces",), 1, entry)


def test_a_file_that_cannot_be_read_is_named_with_its_line() -> None:
    with pytest.raises(CannotBeDone, match=r"Mend this first:\na.yaml:2:8  S04"):
        placed("forces:\n- id: a: b\n", 0)
