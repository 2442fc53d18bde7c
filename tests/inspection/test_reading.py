"""Files as they are typed: values stay text, and no file can do harm or go unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from inspection import reading
from inspection.dataset import examine
from inspection.places import Node, path_words, plain
from inspection.problems import CODES
from inspection.reading import read_bytes, read_text

DATA = Path(__file__).parents[2] / "data"
LOADERS = [pytest.param(yaml.SafeLoader, id="without the C library")]
if hasattr(yaml, "CSafeLoader"):
    LOADERS.append(pytest.param(yaml.CSafeLoader, id="with the C library"))


@pytest.fixture(params=LOADERS, autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> type:
    """Every test here holds with either of the library's two parsers."""
    monkeypatch.setattr(reading, "LOADER", request.param)
    return request.param


def lines_said(text: str) -> list[str]:
    tree, problems = read_text(text, "a.yaml")
    assert tree is None
    return [str(problem) for problem in problems]


def test_values_stay_the_text_that_was_typed() -> None:
    text = "{no: no, octal: 010, time: 12:30, day: 2013-02-30, version: 1.10, quoted: '~'}"
    tree, problems = read_text(text, "a.yaml")
    assert problems == []
    assert tree is not None
    assert plain(tree) == {
        "no": "no",
        "octal": "010",
        "time": "12:30",
        "day": "2013-02-30",
        "version": "1.10",
        "quoted": "~",
    }


@pytest.mark.parametrize("empty", ["", " ~", " null", " Null", " NULL", " # nothing"])
def test_a_field_without_a_value_is_empty(empty: str) -> None:
    tree, _ = read_text(f"a:{empty}\nb: 1", "a.yaml")
    assert tree is not None
    assert plain(tree) == {"a": None, "b": "1"}


def test_a_byte_order_mark_is_no_part_of_the_first_name() -> None:
    tree, problems = read_bytes(b"\xef\xbb\xbfthemes: []\n", "a.yaml")
    assert problems == []
    assert tree is not None
    assert plain(tree) == {"themes": []}


def test_every_value_has_its_line_and_column() -> None:
    tree, _ = read_text("themes:\n- id: voice\n  names: [one, two]\n", "a.yaml")
    assert tree is not None
    names = tree.child("themes").child(0).child("names")  # type: ignore[union-attr]
    assert (names.key_line, names.key_column) == (3, 3)  # type: ignore[union-attr]
    assert names.child(1) == Node("two", "a.yaml", 3, 16)  # type: ignore[union-attr]


def test_a_path_names_entries_by_id_and_else_by_position_from_one() -> None:
    tree, _ = read_text("inspections: [{id: a-1, grades: [{}, {}]}, {id: no slug}]", "a.yaml")
    assert tree is not None
    assert path_words(tree, ("inspections", 0, "grades", 1, "value")) == "a-1 > grades > 2 > value"
    assert path_words(tree, ("inspections", 1, "id")) == "inspections > 2 > id"
    assert path_words(tree, ("inspections", 0, "no\nname")) == 'a-1 > "no?name"'


TEXTS = [
    ("", "1:1  S05  The file is empty. Fill it in or take it away."),
    ("# a remark\n", "1:1  S05  The file is empty. Fill it in or take it away."),
    (
        "- id: a",
        "1:1  S06  The file has to begin with named parts. "
        "Begin with the name of a list, such as `inspections:`.",
    ),
    (
        "a: &all [x]\nb: *all\n",
        '1:4  S08  "&all": anchors and aliases are not used here. '
        "Write the value out, or put it in quotes.",
    ),
    (
        "a: *everybody\n",
        '1:4  S08  "*everybody": anchors and aliases are not used here. '
        "Write the value out, or put it in quotes.",
    ),
    (
        "a: !!python/object:os.system ls\n",
        '1:4  S09  The tag "tag:yaml.org,2002:python/object:os.system" is not used here. '
        "Take it away, or put the text in quotes.",
    ),
    (
        "a: !set {b, c}\n",
        '1:4  S09  The tag "!set" is not used here. Take it away, or put the text in quotes.',
    ),
    (
        "a: 1\n---\nb: 2\n",
        "2:1  S10  A second document begins here. Take away the line `---` and join the two.",
    ),
    (
        "[a]: 1\n",
        "1:1  S11  The name of a field has to be a word. Put text that begins with [ or { in quotes.",
    ),
    ("a: 1\nb: \x07\n", "2:4  S03  The character U+0007 cannot stand in the record. Delete it."),
    ('a: 1\nb: "open\n', "2:4  S04  A text in quotes is not closed. Put the closing quote."),
    (
        "title: Police: a report\n",
        "1:14  S04  A second colon stands in this line. "
        "Put the text in quotes. Write: title: 'Police: a report'",
    ),
    (
        "a: - Every child was seen.\n",
        "1:4  S04  A hyphen with a blank behind it begins a list, and no list can begin here. "
        "Put a text that begins with `- ` in quotes, and a list in square brackets.",
    ),
    (
        "a: ? Every child was seen.\n",
        "1:4  S04  A text cannot begin with a question mark that has a blank behind it. "
        "Put the text in quotes.",
    ),
    (
        "a:\n\tb: 1\n",
        "2:1  S04  A tab or a sign such as @, % or ` cannot stand at the beginning here. "
        "Indent with blanks, or put the text in quotes.",
    ),
    (
        "a: 1\nb\nc: 2\n",
        "2:1  S04  This line has no colon, or belongs to the text of the line above. "
        "Write `field: value`, or indent the line.",
    ),
    (
        'a: "c:\\data"\n',
        "1:4  S04  A backslash in this text is misplaced. Use single quotes around the text.",
    ),
    (
        "a:\n- id: b\n  findings:\n  - id: c\n  place: d\n    kind: e\n",
        "5:3  S04  This line stands further left than the fields it belongs with. "
        "Begin it below `id` of line 4.",
    ),
    (
        "a:\n- id: b\n  findings:\n  - id: c\n  place: d\n  - id: e\n",
        "5:3  S04  This line stands further left than the fields it belongs with. "
        "Begin it below `id` of line 4.",
    ),
    (
        "a:\n- id: b\n  findings:\n  - id: c\n    kind: d\n  id: e\n    kind: f\n",
        "6:3  S04  A new entry seems to begin here, and has no hyphen. "
        "Put `- ` before it, with the hyphen below that of line 4.",
    ),
    (
        "- a\nb: 1\n",
        "2:1  S04  Here an entry of a list should begin, with a hyphen. "
        "Indent this line like the other fields of its entry, or put `- ` before it.",
    ),
]


@pytest.mark.parametrize(("text", "said"), TEXTS, ids=[said for _, said in TEXTS])
def test_a_text_that_cannot_be_read_is_told_with_line_column_and_mend(text: str, said: str) -> None:
    assert lines_said(text) == [f"a.yaml:{said}"]


def test_a_repeated_field_is_told_with_both_lines() -> None:
    tree, problems = read_text("a:\n  title: One\n  note: Two\n  title: Three\n", "a.yaml")
    assert [str(problem) for problem in problems] == [
        'a.yaml:4:3  S07  "title" stands here and in line 2. Keep one of the two.'
    ]
    assert tree is not None
    assert plain(tree) == {"a": {"title": "One", "note": "Two"}}


def test_an_entry_that_begins_without_a_hyphen_is_told_once() -> None:
    text = (
        "a:\n- b:\n  - id: one\n    kind: x\n    note: Y\n    id: two\n    kind: x\n    note: Z\n"
        "    id: three\n    kind: x\n  c: 1\n  c: 2\n"
    )
    tree, problems = read_text(text, "a.yaml")
    begins = 'A new entry seems to begin here: "id" stands in line 3 too.'
    assert [str(problem) for problem in problems] == [
        f"a.yaml:6:5  S07  {begins} Put `- ` before it, with the hyphen below that of line 3.",
        f"a.yaml:9:5  S07  {begins} Put `- ` before it, with the hyphen below that of line 3.",
        'a.yaml:12:3  S07  "c" stands here and in line 11. Keep one of the two.',
    ]
    assert tree is not None
    assert plain(tree) == {"a": [{"b": [{"id": "one", "kind": "x", "note": "Y"}], "c": "1"}]}


def test_an_entry_without_an_id_that_begins_without_a_hyphen_is_told_once_too() -> None:
    _, problems = read_text("a:\n- b: 1\n  c: 2\n  b: 3\n  c: 4\n", "a.yaml")
    assert [str(problem) for problem in problems] == [
        'a.yaml:4:3  S07  A new entry seems to begin here: "b" stands in line 2 too. '
        "Put `- ` before it, with the hyphen below that of line 2."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a:\n- id: b\n  id: c\n", '3:3  S07  "id" stands here and in line 2.'),
        ("a:\n- id: b\n  d: 1\n  d: 2\n", '4:3  S07  "d" stands here and in line 3.'),
        ("a:\n  id: b\n  d: 1\n  id: c\n", '4:3  S07  "id" stands here and in line 2.'),
        ("a: [{id: b, d: 1, id: c}]\n", '1:19  S07  "id" stands here and in line 1.'),
        ("a: [{id: b,\n  d: 1, id: c}]\n", '2:9  S07  "id" stands here and in line 1.'),
    ],
)
def test_what_begins_no_entry_is_told_as_repeated(text: str, said: str) -> None:
    _, problems = read_text(text, "a.yaml")
    assert [str(problem) for problem in problems] == [f"a.yaml:{said} Keep one of the two."]


OF_A_MERGE = "S17  This line is left over from a merge. Keep one side of the two and take away"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n",
            [f"2:1  {OF_A_MERGE} this line, line 4 and line 6."],
        ),
        (
            "a: 1\n  <<<<<<< HEAD\nb: 1\n\t||||||| was\n  =======\nb: 2\n  >>>>>>> theirs\n",
            [f"2:3  {OF_A_MERGE} this line, line 4, line 5 and line 7."],
        ),
        (
            "<<<<<<< a\r\n=======\r\n>>>>>>> b\r\na: 1\r\n<<<<<<< a\r\n>>>>>>> b\r\n",
            [
                f"1:1  {OF_A_MERGE} this line, line 2 and line 3.",
                f"5:1  {OF_A_MERGE} this line and line 6.",
            ],
        ),
        ("\ufeff<<<<<<< HEAD\na: 1\n", [f"1:1  {OF_A_MERGE} this line."]),
        ("a: 1\n=======\n", [f"2:1  {OF_A_MERGE} this line."]),
        ("a: 1\n>>>>>>> theirs\n", [f"2:1  {OF_A_MERGE} this line."]),
        (
            "<<<<<<< a\n<<<<<<< b\n=======\n=======\n",
            [
                f"1:1  {OF_A_MERGE} this line.",
                f"2:1  {OF_A_MERGE} this line and line 3.",
                f"4:1  {OF_A_MERGE} this line.",
            ],
        ),
    ],
)
def test_the_marks_of_a_merge_are_told_once_for_each_conflict(text: str, said: list[str]) -> None:
    assert lines_said(text) == [f"a.yaml:{line}" for line in said]


@pytest.mark.parametrize(
    "line",
    ["# =======", "======== ", "a=======", "======= a", "<<<<<<<HEAD", "<<<<<< a", "x <<<<<<< a"],
)
def test_a_line_that_git_did_not_write_is_no_mark_of_a_merge(line: str) -> None:
    tree, problems = read_text(f"a: One\n  {line}\n", "a.yaml")
    assert problems == []
    assert tree is not None


def test_the_marks_of_merges_are_told_until_there_are_more_than_anybody_reads() -> None:
    said = lines_said("=======\n<<<<<<< a\n>>>>>>> b\n" * 1_500)
    assert len(said) == 1_001
    assert said[-1].split("  ", 1)[1].startswith("S13  There are more problems than are listed.")


@pytest.mark.parametrize(
    ("text", "place"), [("a:\n- [b, c", "2:3"), ("a: {b", "1:4"), ("a: [b\n", "1:4")]
)
def test_a_bracket_that_is_never_closed_is_told_where_it_opens(text: str, place: str) -> None:
    (said,) = lines_said(text)
    assert said.startswith(f"a.yaml:{place}  S04  ")


def test_repeated_fields_are_told_until_there_are_more_than_anybody_reads() -> None:
    said = lines_said("a: 1\n" * 1_500)
    assert len(said) == 1_001
    assert said[-1] == (
        "a.yaml:1002:1  S13  There are more problems than are listed. Mend these and check again."
    )


def test_a_character_hidden_behind_a_backslash_is_refused() -> None:
    _, problems = read_text('a: "bell \\a"', "a.yaml")
    assert [str(problem) for problem in problems] == [
        "a.yaml:1:4  S03  A character written with a backslash cannot be shown. Delete it."
    ]


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    said = lines_said("\n".join(["a0: &a0 [lol]", *levels]))
    assert [line[:16] for line in said] == ["a.yaml:1:5  S08 "]


@pytest.mark.parametrize("text", ["[" * 5000, "a: " + "{b: " * 5000, "- " * 5000])
def test_a_file_nested_five_thousand_deep_is_refused(text: str) -> None:
    (said,) = lines_said(text)
    assert said.split("  ", 1)[1] == "S02  The file is nested more than 40 levels deep."


def test_forty_levels_are_deep_enough_and_one_more_is_refused() -> None:
    tree, problems = read_text("a: " + "[" * 39 + "]" * 39, "a.yaml")
    assert tree is not None
    assert problems == []
    assert lines_said("a: " + "[" * 40 + "]" * 40) == [
        "a.yaml:1:43  S02  The file is nested more than 40 levels deep."
    ]


def test_a_file_of_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_VALUES", 10)
    assert lines_said("a: [1, 2, 3, 4, 5, 6, 7, 8, 9]") == [
        "a.yaml:1:26  S02  The file holds more than 10 values."
    ]


def test_a_file_of_eleven_megabytes_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_bytes(b"#" * 11_000_000)
    record_or_none, problems = examine(tmp_path / "large.yaml")
    assert record_or_none is None
    assert [str(problem) for problem in problems] == [
        f"{tmp_path.name}/large.yaml:1:1  S02  The file is larger than 10 MB."
    ]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            b"\x89PNG\r\n\x1a\n\x00",
            "1:1  S03  This is not UTF-8 text. Save the file again as UTF-8.",
        ),
        (b"a: 1\nb: caf\xe9\n", "2:7  S03  This is not UTF-8 text. Save the file again as UTF-8."),
        (b"a: \x00\n", "1:4  S03  The character U+0000 cannot stand in the record. Delete it."),
    ],
)
def test_a_file_that_is_not_text_is_refused(raw: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(raw)
    _, problems = examine(tmp_path)
    assert [str(problem) for problem in problems] == [f"{tmp_path.name}/a.yaml:{said}"]


def test_both_parsers_read_the_vocabulary_alike(loader: type) -> None:
    text = (DATA / "vocabulary.yaml").read_text(encoding="utf-8")
    tree, problems = read_text(text, "vocabulary.yaml")
    assert problems == []
    assert tree is not None
    assert plain(tree) == yaml.load(text, Loader=_text_only(loader))


def _text_only(loader: type) -> type:
    """The library's own way from text to values, with every value left as text."""
    return type("TextOnly", (loader,), {"yaml_implicit_resolvers": {}})


def test_every_code_has_a_meaning_in_one_sentence() -> None:
    assert [code for code, meaning in CODES.items() if not meaning.endswith(".")] == []
    assert all(len(meaning) < 100 for meaning in CODES.values())
