"""Canonical form: the same values and comments, written in one way."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspection.desk.canonical import NoCanonicalForm, canonical, not_canonical
from inspection.files import looked_at
from inspection.places import Node, plain
from inspection.reading import read_text

LONG = "a long text of many words " * 6


def put(text: str) -> str:
    """Canonical form of a text that is indented in the test; it stays when it is put in it again."""
    made = canonical(dedent(text).lstrip("\n"))
    assert canonical(made) == made
    return made


def told(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_fields_stand_in_the_order_of_the_model_and_unknown_ones_last() -> None:
    assert put(
        """
        inspections:
        - zeal: 1
          published: 2025-01-02
          findings:
          - summary: Said.
            measure:
              unit: cases
              denominator: 6
              numerator: 3
            id: f-1
          aim: 2
          id: e-2025
        """
    ) == told(
        """
        inspections:
        - id: e-2025
          published: 2025-01-02
          findings:
          - id: f-1
            summary: Said.
            measure:
              numerator: 3
              denominator: 6
              unit: cases
          zeal: 1
          aim: 2
        """
    )


def test_parts_of_a_file_lists_and_counts_keep_their_order() -> None:
    text = told(
        """
        sources:
        - id: b
        - id: a
        release:
          version: 1.0.0
        national_distributions:
        - id: a
          counts:
            good: 5
            adequate: null
            bad: 3
        """
    )
    assert canonical(text) == text


def test_ids_stand_in_one_line_and_texts_each_in_one_of_its_own() -> None:
    assert put(
        """
        inspections:
        -   id: e
            looked_at:
                - missing-children

                - custody
            limits: [One thing., "Another: thing."]
            sources: [ a,
              b ]
        """
    ) == told(
        """
        inspections:
        - id: e
          looked_at: [missing-children, custody]
          limits:
          - One thing.
          - 'Another: thing.'
          sources: [a, b]
        """
    )


def test_a_list_of_ids_with_comments_stays_a_list_of_lines() -> None:
    assert put(
        """
        sources:
        - id: s
        inspections:
        - id: e
          sources: [a, # the report
            # read twice
            b] # both
        """
    ) == told(
        """
        sources:
        - id: s
        inspections:
        - id: e
          sources:  # both
          - a          # the report
          # read twice
          - b
        """
    )


def test_a_group_of_fields_stands_line_by_line() -> None:
    assert put("release: {version: 1.0.0, released_on: 2026-01-02} # edition\ngaps: []\n") == told(
        """
        release:                                           # edition
          version: 1.0.0
          released_on: 2026-01-02
        gaps: []
        """
    )


def test_long_lists_and_texts_go_on_in_lines_indented_by_two() -> None:
    ids = ", ".join(f"source-number-{n}" for n in range(10, 20))
    made = put(
        f"inspections:\n- id: e\n  note: {LONG}\n  limits:\n  - {LONG}\n  sources: [{ids}]\n"
    )
    assert made == told(
        """
        inspections:
        - id: e
          limits:
          - a long text of many words a long text of many words a long text of many words a long text of many words a
            long text of many words a long text of many words
          note: a long text of many words a long text of many words a long text of many words a long text of many words
            a long text of many words a long text of many words
          sources: [source-number-10, source-number-11, source-number-12, source-number-13, source-number-14, source-number-15,
            source-number-16, source-number-17, source-number-18, source-number-19]
        """
    )


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        (f"{'w' * 101} x y", f"{'w' * 101}\n    x y"),
        (f"{'w' * 100} x y", f"{'w' * 100} x\n    y"),
        (f"{'w' * 101}  x y", f"{'w' * 101}  x\n    y"),
        (f"'{'w' * 100}: x'", f"'{'w' * 100}:\n    x'"),
        (f"'{'w' * 98}: x'", f"'{'w' * 98}: x'"),
    ],
)
def test_a_text_goes_on_at_its_first_single_blank_beyond_the_width(typed: str, made: str) -> None:
    assert put(f"inspections:\n- note: {typed}\n") == f"inspections:\n- note: {made}\n"


def test_a_list_of_ids_goes_on_after_the_first_comma_beyond_the_width() -> None:
    for length, gaps in ((95, (" ", "\n    ")), (96, ("\n    ", " "))):
        text = f"inspections:\n- sources: [{'w' * length},{gaps[0]}x,{gaps[1]}z]\n"
        assert put(text) == text


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("'Plain words'", "Plain words"),
        ('"It is \\"so\\""', 'It is "so"'),
        ("'It''s'", "It's"),
        ("yes", "'yes'"),
        ("No", "'No'"),
        ("on", "'on'"),
        ("y", "'y'"),
        ("'null'", "'null'"),
        ("2012", "'2012'"),
        ("1_000", "'1_000'"),
        ("1e3", "'1e3'"),
        ("0x1f", "'0x1f'"),
        ("12:30", "'12:30'"),
        (".5", "'.5'"),
        ("2012-01-02", "'2012-01-02'"),
        ("2012-01-02 was a Monday", "2012-01-02 was a Monday"),
        ("2012-01", "2012-01"),
        ("'1.0.0'", "1.0.0"),
        ("'One: two'", "'One: two'"),
        ("'It''s: so'", "'It''s: so'"),
        ("'one:two'", "one:two"),
        ("'ends with:'", "'ends with:'"),
        ("'a #b'", "'a #b'"),
        ("a#b", "a#b"),
        ("'- a'", "'- a'"),
        ("'-a'", "-a"),
        ("'#1'", "'#1'"),
        ("'@home'", "'@home'"),
        ("'[a'", "'[a'"),
        ("'---'", "'---'"),
        ("'a, b'", "a, b"),
        ("''", "''"),
        ("'  blanks around '", "blanks around"),
        (r'"a\tb"', r'"a\tb"'),
        ('"two\n    lines"', "two lines"),
        ("😀 “é” – …", "😀 “é” – …"),
    ],
)
def test_a_text_has_quotes_only_where_another_reader_would_misread_it(
    typed: str, made: str
) -> None:
    assert put(f"inspections:\n- title: {typed}\n") == f"inspections:\n- title: {made}\n"


@pytest.mark.parametrize(
    ("field", "typed", "made"),
    [
        ("published", "2012", "'2012'"),
        ("published", "'2012-01-02'", "2012-01-02"),
        ("published", "'2012-01'", "2012-01"),
        ("published", "'yes'", "'yes'"),
        ("zeal", "yes", "yes"),
        ("zeal", "'5'", "5"),
        ("note", "", ""),
        ("note", " ~", ""),
    ],
)
def test_quotes_depend_on_what_the_field_holds(field: str, typed: str, made: str) -> None:
    blank = " " if made else ""
    assert put(f"inspections:\n- {field}: {typed}\n") == f"inspections:\n- {field}:{blank}{made}\n"


def test_an_id_between_brackets_has_quotes_where_it_would_be_misread() -> None:
    text = "inspections:\n- sources: ['a,b', 'a]', '2012', c-d, 'e f', 'it''s']\n"
    assert put(text) == text


def test_a_list_the_model_does_not_know_stays_as_it_was_written() -> None:
    text = "zeal:\n- 1\n- 2\nmore: [1, 2]\n"
    assert put(text) == text


def test_numbers_and_yes_or_no_have_no_quotes() -> None:
    assert put(
        """
        themes:
        - 'yes': 1
        programmes:
        - narrow: 'true'
        inspections:
        - case_audit: {total: '33', good: "010"}
          findings:
          - measure: {value: '92.5'}
        """
    ) == told(
        """
        themes:
        - 'yes': 1
        programmes:
        - narrow: true
        inspections:
        - case_audit:
            total: 33
            good: 010
          findings:
          - measure:
              value: 92.5
        """
    )


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("|\n    One\n\n    two # three\n", "|\n    One\n\n    two # three\n"),
        ("|-\n    One\n    two\n", "|\n    One\n    two\n"),
        ('"One\\n  two"\n', "|\n    One\n      two\n"),
        (">\n    One\n    two: three\n", "'One two: three'\n"),
        ("| # said\n    One\n    two\n", "| # said\n    One\n    two\n"),
        ("> # said\n    One\n    two\n", "One two  # said\n"),
    ],
)
def test_a_text_with_line_breaks_stands_line_by_line(typed: str, made: str) -> None:
    assert (
        put(f"inspections:\n- id: e\n  note: {typed}") == f"inspections:\n- id: e\n  note: {made}"
    )


def test_a_text_that_is_not_known_to_the_model_keeps_the_blanks_around_it() -> None:
    assert put(
        "a:\n  b: |\n    x\n    y\n  c: |-\n    x\n    y\n  d: ' x '\n  e: |+\n    x\n\n"
    ) == ('a:\n  b: |\n    x\n    y\n  c: |-\n    x\n    y\n  d: " x "\n  e: "x\\n\\n"\n')


def test_a_text_in_lines_that_begins_with_a_blank_or_a_line_break_stands_in_one_line() -> None:
    text = 'a:\n  b: "\\nx"\n  c: " x\\ny"\n'
    assert put(text) == text


def test_comments_above_stay_above_the_same_field_or_item() -> None:
    assert put(
        """
        # of the file

        # of the first part
        inspections:
        # of the first item
        - note: said
          # of the id
          id: e
          # of the findings
          findings:
             # of the first finding
             - id: f-1
             # of the second finding
             - id: f-2
          # of the date
          published:
            # of the date too
            2025-01-02
        # of the second item
        - id: d
        """
    ) == told(
        """
        # of the file

        # of the first part
        inspections:
        # of the first item
        # of the id
        - id: e
          # of the date
          # of the date too
          published: 2025-01-02
          # of the findings
          findings:
          # of the first finding
          - id: f-1
          # of the second finding
          - id: f-2
          note: said
        # of the second item
        - id: d
        """
    )


def test_comments_beside_a_value_stay_beside_it_in_their_column_where_there_is_room() -> None:
    assert put(
        """
        inspections:   # the list
        - title: "Title"         # the title
          id: e                  # the id
          fieldwork:             # the time
            end: 2025-02 # end
            start: 2025-01
          published:  # the date
            '2025-01-02'
          note: a text that goes
            on in a line # the note
          limits:
          - One # limit
        """
    ) == told(
        """
        inspections:   # the list
        - id: e                  # the id
          title: Title           # the title
          fieldwork:             # the time
            start: 2025-01
            end: 2025-02 # end
          published: 2025-01-02  # the date
          limits:
          - One  # limit
          note: a text that goes on in a line  # the note
        """
    )


def test_a_comment_for_which_there_is_no_room_in_its_line_goes_above() -> None:
    assert put(
        """
        inspections:
        - {id: e} # the first
        - note:  # one
            said # two
          looked_at:
            # why these
            [a, b]
          sources: [a,
            b
            # the last of them
          ]
          limits:
          - | # in lines
            One
            two
        """
    ) == told(
        """
        inspections:
        # the first
        - id: e
        # why these
        - looked_at: [a, b]
          limits:
          - | # in lines
            One
            two
          # one
          note: said  # two
          # the last of them
          sources: [a, b]
        """
    )


def test_blanks_after_a_comment_and_below_a_text_in_lines_are_no_part_of_them() -> None:
    text = "inspections:\n- note: |\n    One\n    two\n\n- id: d # id  \n\n  # end  \n- id: c\n"
    assert put(text) == text.replace("  \n", "\n")


def test_comments_at_an_end_stay_at_that_end() -> None:
    text = told(
        """
        inspections:
        - id: e
          findings:
          - id: f-1
            summary: s
            # end of the finding
          # end of the inspection
        - id: d
          limits:
          - One
          # end of the second inspection
        # before the next part
        gaps:
        - id: g
          # end of the gap
        # end of the file
        """
    )
    assert put(text) == text


def test_a_comment_at_the_end_goes_with_its_part_when_that_is_moved() -> None:
    assert put(
        """
        inspections:
        - sources: [a]
          findings:
            - id: f
              # end of the finding
            # end of the findings
          fieldwork:
            end: 2025
            # end of the time
          id: e
        """
    ) == told(
        """
        inspections:
        - id: e
          fieldwork:
            end: '2025'
            # end of the time
          findings:
          - id: f
            # end of the finding
          # end of the findings
          sources: [a]
        """
    )


def test_comments_stay_at_a_dash_in_a_line_of_its_own_and_at_empty_values() -> None:
    assert put(
        """
        inspections:
        - id: e
        -   # of the second
          id: d
          note:  # to be filled in
          title:
        - # nothing yet
        """
    ) == told(
        """
        inspections:
        - id: e
        # of the second
        - id: d
          title:
          note:  # to be filled in
        - # nothing yet
        """
    )


def test_one_blank_line_stays_where_there_were_some_above_the_same_field() -> None:
    assert put(
        "\n\ninspections:\n\n\n- id: e\n\n  note: said\n   \n  title: t\n\n\n- id: d\n\n\n"
    ) == ("inspections:\n\n- id: e\n\n  title: t\n\n  note: said\n\n- id: d\n")


def test_a_sign_of_comments_within_a_text_is_no_comment() -> None:
    text = told(
        """
        sources:
        - title: '#008 # one'
          url: https://a.b/#c # d
          note: |
            # two

            three
        - id: b
        """
    )
    assert put(text) == text


def test_line_ends_byte_order_mark_and_document_signs_are_left_out() -> None:
    made = canonical("\ufeff---\r\nrelease:\r\n  # day\r\n  version: 1.0.0\r\n...\r\n# end\r\n")
    assert made == "release:\n  # day\n  version: 1.0.0\n# end\n"
    assert canonical("%YAML 1.1 # form\n--- # begins\na: 1\n") == "# form\n# begins\na: 1\n"
    assert canonical("\ufeffa: x#\n") == "a: x#\n"
    assert canonical("a: 'b'#c\n") == "a: b  #c\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: [", "it cannot be read as YAML"),
        ("", "it does not begin with named parts"),
        ("- a", "it does not begin with named parts"),
        ("words", "it does not begin with named parts"),
        ("a: &b c", "an anchor (&) or a tag (!) is not used here"),
        ("a: !!str # c\n  b", "an anchor (&) or a tag (!) is not used here"),
        ("a: *b", "an alias (*) is not used here"),
        ("a: 1\n---\nb: 2", "it holds more than one document"),
        ("a: 1\na: 2", "the same field stands twice in one part"),
        ("? [a]\n: b", "the name of a field has to be a word"),
        (f"? {'k' * 1100}\n: a", "a value of it would be changed"),
        ("a: " + "[" * 60 + "]" * 60, "it is nested too deeply"),
    ],
)
def test_what_cannot_be_put_in_the_form_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(NoCanonicalForm) as refused:
        canonical(text)
    assert str(refused.value) == why


def test_a_file_that_is_not_in_the_form_is_told_with_its_first_line_that_differs(
    tmp_path: Path,
) -> None:
    for name, text in {
        "a": "sources:\n- id: a\n  title: 'T'\n",
        "b": "sources:\n- id: b\n",
        "c": "sources: [",
        "d": "sources:\n- id: d",
        "e": "sources:\r\n- id: e\r\n",
    }.items():
        (tmp_path / f"{name}.yaml").write_bytes(text.encode())
    assert [problem.line_of_text for problem in not_canonical(looked_at(tmp_path).files)] == [
        f"{tmp_path.name}/{place}  S14  (warning) This is the first line that is not in canonical "
        "form. Run `python -m inspection format`."
        for place in ("a.yaml:3:1", "d.yaml:2:1")
    ]


@example("0\x850")
@given(st.text(max_size=12) | st.from_regex(r"[-+0-9.:_eTx]{1,8}|[a-zA-Z]{1,5}", fullmatch=True))
def test_any_text_is_read_as_the_same_text_here_and_by_any_reader(text: str) -> None:
    typed = yaml.safe_dump({"inspections": [{"title": text}]}, allow_unicode=True)
    tree, problems = read_text(typed, "")
    if problems:
        return
    # As read, not as dumped: the dump of some line breaks reads as blanks.
    title = tree.child("inspections").child(0).child("title").content
    read = yaml.safe_load(canonical(typed))["inspections"][0]["title"]
    assert isinstance(read, str)
    assert read.strip() == (title or "").strip()


SMALL = {
    "sources": [{"id": "a", "title": "A", "url": "https://a.b/#c"}, {"id": "b", "title": "B: c"}],
    "inspections": [
        {
            "id": "e",
            "title": "E",
            "fieldwork": {"start": "2025-01", "end": "2025-02"},
            "limits": ["One", "Two: three"],
            "findings": [
                {"id": "f", "kind": "concern", "summary": "F #1", "sources": ["a", "b"]},
                {"id": "g", "measure": {"value": "5", "unit": "days"}, "zeal": "z"},
            ],
            "sources": ["a", "b"],
        },
        {"id": "d", "published": "2012", "title": "yes"},
    ],
}


class Scribe:
    """Writes a record in any of the ways an editor may, with comments that say where they belong."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.lines: list[str] = []
        self.said: list[str] = []

    def comment(self, kind: str, path: tuple[str | int, ...]) -> str:
        self.said.append(f"# {len(self.said)} {kind} {'/'.join(map(str, path))}")
        return self.said[-1]

    def above(self, path: tuple[str | int, ...], indent: int, kind: str = "above") -> None:
        while self.chance.random() < 0.25:
            said = self.comment(kind, path) if self.chance.random() < 0.7 else ""
            self.lines.append(" " * indent + said if said else "")

    def beside(self, path: tuple[str | int, ...]) -> str:
        gap = " " * self.chance.randrange(1, 4)
        return gap + self.comment("beside", path) if self.chance.random() < 0.25 else ""

    def group(self, values: dict, path: tuple[str | int, ...], indent: int, lead: str = "") -> None:
        names = self.chance.sample(list(values), len(values)) if path else list(values)
        for n, name in enumerate(names):
            own = (*path, name)
            if not lead or n:
                self.above(own, indent)
            self.field(values[name], own, indent, (lead if lead and not n else " " * indent) + name)
        if path:
            self.above(path, indent, "end")

    def field(self, value: object, path: tuple[str | int, ...], indent: int, lead: str) -> None:
        if isinstance(value, str):
            shown = f"'{value}'" if set(value) & set("#:") or self.chance.random() < 0.3 else value
            self.lines.append(f"{lead}: {shown}{self.beside(path)}")
        elif isinstance(value, dict):
            self.lines.append(f"{lead}:{self.beside(path)}")
            self.group(value, path, indent + self.chance.randrange(1, 5))
        elif isinstance(value, list) and path[-1] == "sources" and self.chance.random() < 0.5:
            if len(path) > 1:
                self.lines.append(f"{lead}: [{', '.join(value)}]{self.beside(path)}")
            else:
                self.items(value, path, indent, lead)
        else:
            assert isinstance(value, list)
            self.items(value, path, indent, lead)

    def items(self, values: list, path: tuple[str | int, ...], indent: int, lead: str) -> None:
        self.lines.append(f"{lead}:{self.beside(path)}")
        indent += self.chance.choice((0, 0, 2))
        for n, value in enumerate(values):
            self.above((*path, n), indent)
            if isinstance(value, dict):
                self.group(value, (*path, n), indent + 2, " " * indent + "- ")
            else:
                shown = f"'{value}'" if ":" in value else value
                self.lines.append(f"{' ' * indent}- {shown}{self.beside((*path, n))}")


def lines_of(node: Node) -> Iterator[int]:
    """The lines on which values of a part stand."""
    yield node.line
    inner = node.content
    for child in inner.values() if isinstance(inner, dict) else inner or []:
        if isinstance(child, Node):
            yield from lines_of(child)


def at(root: Node, words: list[str]) -> Node:
    for word in words:
        inner = root.child(int(word) if isinstance(root.content, list) else word)
        assert inner is not None
        root = inner
    return root


@settings(max_examples=300)
@given(st.integers(0, 2**32))
def test_however_a_record_is_written_its_values_and_comments_stay_where_they_belong(
    seed: int,
) -> None:
    scribe = Scribe(random.Random(seed))
    scribe.group(SMALL, (), 0)
    text = "\n".join(scribe.lines) + "\n"
    made = canonical(text)
    tree, problems = read_text(made, "")
    assert tree is not None
    assert (plain(tree), problems) == (SMALL, [])
    assert canonical(made) == made
    lines = made.split("\n")
    found = [line[line.index("# ", line.find("#c") + 1) :] for line in lines if "# " in line]
    assert Counter(found) == Counter(scribe.said)
    content = [n for n, line in enumerate(lines, 1) if line and not line.lstrip().startswith("# ")]
    for said in scribe.said:
        _, _, kind, path = said.split(" ")
        node = at(tree, path.split("/"))
        line = next(n for n, shown in enumerate(lines, 1) if shown.endswith(said))
        if kind == "above":
            assert min(n for n in content if n > line) == (node.key_line or node.line)
        elif kind == "beside":
            assert line in (node.key_line, node.line)
        else:
            assert max(n for n in content if n < line) == max(lines_of(node))
