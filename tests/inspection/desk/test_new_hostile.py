"""Whatever is typed, a file gains one entry with what was typed in it, or nothing is written."""

from __future__ import annotations

import tempfile
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection.desk.asking import Wrong, cleaned
from inspection.places import plain
from inspection.reading import read_bytes
from tests.inspection.desk.new_record import REPORT, in_files, new, texts

SIGNS = "\n\r\t #:-'\"[]{}&*!|>%@`,?~\\\x00\x85\u2028\ufeff\u00a0éa1="
ANYTHING = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from(SIGNS), max_size=40),
    st.lists(
        st.sampled_from(
            ["- id: x", "id: x", "# ", "\n", "inspections:", ": ", "'", '"', "---", "null", "~", "2012",
             "yes", "word " * 40, "  ", "...", "|", ">-", "!!str", "<<", "{a: b}", "[a]", "0x1f"]
        ),
        max_size=6,
    ).map("".join),
)  # fmt: skip


def read(folder: Path, name: str) -> dict[str, list[dict[str, str]]]:
    tree, problems = read_bytes((folder / name).read_bytes(), name)
    assert tree is not None
    assert problems == []
    return plain(tree)  # type: ignore[return-value]


def is_typed(text: str) -> bool:
    """Whether a text can be an answer at all."""
    try:
        return 0 < len(cleaned(text)) <= 2000
    except Wrong:
        return False


@settings(max_examples=60)
@given(title=ANYTHING, publisher=ANYTHING, inspectorate=ANYTHING, address=ANYTHING)
def test_a_report_has_what_was_typed_and_nothing_else_is_changed(
    title: str, publisher: str, inspectorate: str, address: str
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = in_files(Path(place) / "data")
        before = texts(folder)
        words = {"title": title, "publisher": publisher, "inspectorate": inspectorate}
        url = "https://history.example/" + address
        status = new("inspection", folder, **(REPORT | words), address=url)
        if status:
            assert texts(folder) == before
            return
        assert all(map(is_typed, words.values()))
        inspections, sources = read(folder, "inspections.yaml"), read(folder, "sources.yaml")
        added, source = inspections["inspections"].pop(1), sources["sources"].pop(1)
        assert added == {
            **REPORT,
            "id": "eastshire-peel-2023",
            "title": cleaned(title),
            "inspectorate": cleaned(inspectorate),
            "judgement": None,
            "sources": ["eastshire-peel-2023-report"],
        }
        assert source == {
            "id": "eastshire-peel-2023-report",
            "title": cleaned(title),
            "publisher": cleaned(publisher),
            "published": "2023-10",
            "url": cleaned(url),
        }
        for name, rest in (("inspections.yaml", inspections), ("sources.yaml", sources)):
            assert rest == yaml.load(before[name], yaml.BaseLoader)


@settings(max_examples=60)
@given(name=ANYTHING, area=ANYTHING, office=ANYTHING)
def test_a_force_has_what_was_typed(name: str, area: str, office: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = in_files(Path(place) / "data")
        before = texts(folder)
        words = {"name": name, "short_name": area, "body_name": office}
        more = {"id": "x", "body_kind": "police-authority"}
        status = new("force", folder, **words, **more)
        assert (status == 0) == all(map(is_typed, words.values()))
        if status:
            assert texts(folder) == before
            return
        assert read(folder, "x.yaml") == {
            "forces": [
                {
                    "id": "x",
                    "name": cleaned(name),
                    "short_name": cleaned(area),
                    "governing_bodies": [
                        {
                            "id": "x-police-authority",
                            "name": cleaned(office),
                            "kind": "police-authority",
                        }
                    ],
                }
            ]
        }


@settings(max_examples=60)
@given(summary=ANYTHING, speaker=ANYTHING, was=ANYTHING)
def test_statements_and_corrections_have_what_was_typed(
    summary: str, speaker: str, was: str
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = in_files(Path(place) / "data")
        said = {"voice": "other", "date": "2024-02", "source": "a-report"}
        if not new("statement", folder, "e-r1", **said, summary=summary, speaker=speaker):
            held = read(folder, "inspections.yaml")["inspections"][0]["recommendations"][0]  # type: ignore[index]
            assert held["statements"] == [  # type: ignore[index]
                {
                    "voice": "other",
                    "speaker": cleaned(speaker),
                    "date": "2024-02",
                    "summary": cleaned(summary) or None,
                    "sources": ["a-report"],
                }
            ]
        if not new("correction", folder, "e-1", was=was):
            correction = read(folder, "inspections.yaml")["corrections"][-1]
            assert correction["was"] == (cleaned(was) or None)
            assert list(correction) == [
                "id", "date", "fact", "was", "now", "since", "mended_in", "asked_by", "sources",
            ]  # fmt: skip


@settings(max_examples=100)
@given(typed=ANYTHING)
def test_ids_and_choices_that_are_none_are_refused(typed: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = in_files(Path(place) / "data")
        before = texts(folder)
        for option in ("force", "programme", "cycle", "kind", "published"):
            if option == "published" and cleaned_or_empty(typed) == "2012":
                continue
            assert new("inspection", folder, **REPORT | {option: typed}) == 2
        assert new("correction", folder, "e-1", mended_in=typed) == 2
        assert new("correction", folder, "e-1", since=f"x{typed}") == 2
        assert texts(folder) == before


def cleaned_or_empty(text: str) -> str:
    return cleaned(text) if is_typed(text) else ""
