"""A ratio is held against its goal as the table says, and the document says what the file says."""

import json
from xml.etree import ElementTree

import pytest

from benchmarks import plots, report
from benchmarks.rows import Growth, Row, cells, markdown, merged, rows_of, table, written

FASTER = Row("crowd.reruns", "Reruns a second", "/s", 125.0, 20.0, "stock", goal=6, at_least=True)
SLOWER = Row("browser.words", "Words", "ms", 1302.0, 1000.0, "an empty page", goal=1.2, note="Why.")
ALONE = Row("crowd.memory", "Memory", "kB", 268.0, goal=400)
FIGURE = Row("twin.pages", "Pages", "/s", 1538.5)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (FASTER, ("Reruns a second", "125 /s", "20 /s, stock", "6.25", "at least 6", "yes")),
        (SLOWER, ("Words", "1,302 ms", "1,000 ms, an empty page", "1.3", "at most 1.2", "no")),
        (ALONE, ("Memory", "268 kB", "–", "–", "at most 400 kB", "yes")),
        (FIGURE, ("Pages", "1,538 /s", "–", "–", "–", "–")),
    ],
    ids=lambda value: value.key if isinstance(value, Row) else "",
)
def test_a_row_says_its_ratio_its_goal_and_whether_it_is_met(row, said):
    assert cells(row) == said


def test_none_dropped_meets_a_goal_of_none():
    assert Row("crowd.dropped", "Dropped", "", 0, goal=0).met is True
    assert Row("crowd.dropped", "Dropped", "", 1, goal=0).met is False


def test_the_table_stands_in_columns():
    assert table([ALONE]).splitlines() == [
        "Measure    Ours  Reference  Ratio            Goal  Met",
        "Memory   268 kB  –              –  at most 400 kB  yes",
    ]


def test_the_file_keeps_what_the_other_parts_found():
    growth = Growth("scale.start", "First start", "s", ((2, 0.51234), (43, 9.0)))
    first = merged({}, "crowd", [FASTER, ALONE]) | {"more": 1}
    first = merged(first, "scale", [growth])
    then = merged(merged(first, "browser", [SLOWER]), "crowd", [ALONE])
    assert [row["key"] for row in then["rows"]] == ["browser.words", "crowd.memory"]
    assert then["growth"] == [
        {"key": "scale.start", "name": "First start", "unit": "s", "points": [[2, 0.512], [43, 9]]}
    ]
    assert then["more"] == 1


def test_a_row_read_back_from_the_file_says_the_same():
    said = json.loads(json.dumps(written(SLOWER)))
    assert (said["ratio"], said["met"]) == (1.3, False)
    assert rows_of({"rows": [said]}) == [SLOWER]


def test_a_bar_is_as_long_as_its_share_of_the_goal():
    svg = ElementTree.fromstring(plots.ratios([FASTER, SLOWER, FIGURE]))
    bars = svg.findall("{*}rect")[1:]
    assert [float(bar.get("width")) for bar in bars] == [192, 217]
    assert [bar.get("fill") for bar in bars] == ["#1d4f91", plots.MISSED]


def test_a_line_of_growth_ends_at_the_largest_record():
    growth = Growth("scale.start", "First start", "s", ((2, 1.0), (22, 5.0), (43, 10.0)))
    svg = ElementTree.fromstring(plots.growths([growth]))
    assert [line.get("x2") for line in svg.findall("{*}line")] == ["296", "159.26", "296"]
    assert "10 s at 43" in svg.findtext("{*}desc")


def test_the_document_says_what_the_file_says():
    document, content = report.DOCUMENT.read_text("utf-8"), report.kept()
    assert report.with_figures(document, content) == document
    assert markdown(rows_of(content)) in document
    assert (report.IMAGES / "goals.svg").read_text("utf-8") == plots.ratios(rows_of(content))
    growths = [Growth(**one) for one in content["growth"]]
    assert (report.IMAGES / "growth.svg").read_text("utf-8") == plots.growths(growths)


def test_readers_are_reckoned_at_seven_tenths_of_what_a_step_does():
    content = {"rows": [written(Row("crowd.reruns", "Reruns", "/s", 100.0))]}
    assert report.readers(content).splitlines()[-1] == (
        "| One process of the dashboard | 100 | 350 | 1,400 |"
    )
