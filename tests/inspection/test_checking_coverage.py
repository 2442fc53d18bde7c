"""Rules on what is known to be missing: one sound and one wrong record for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.model import Record
from tests.inspection.rules import Rule, problems_said
from tests.inspection.samples import SOURCES, finding, inspection, record


def lacking(**fields: object) -> Record:
    """A record with one inspection and one gap."""
    gap = {"id": "gap-1", "forces": ["eastshire"], "what": "A report.", "note": "Not found."}
    looked = inspection(
        findings=[
            finding("e-1"),
            finding("e-2", "risk-recognition"),
            finding("e-3", "investigating-crime"),
        ]
    )
    return record(looked, gaps=[gap | fields])


KNOWN = {"unrecorded": "known-to-exist", "sources": SOURCES}
RULES = (
    Rule(
        "what is known to exist has a source",
        lacking(**KNOWN, programme="peel", cycle="peel-2016"),
        lacking(unrecorded="known-to-exist"),
        "I10  gaps > gap-1 > unrecorded: No source is named that shows that this inspection took "
        "place. Name it, or write `unrecorded: looked-for`.",
    ),
    Rule(
        "what is missing is not in the record",
        lacking(inspection="eastshire-peel-2022"),
        lacking(inspection="eastshire-peel-2022", unrecorded="looked-for"),
        'I10  gaps > gap-1 > inspection: "eastshire-peel-2022" is in the record, so it is not missing. '
        "Take this or `unrecorded` away.",
    ),
    Rule(
        "a cycle is that of the programme",
        lacking(unrecorded="looked-for", programme="peel", cycle="peel-2017"),
        lacking(unrecorded="looked-for", programme="child-protection", cycle="peel-2017"),
        'I10  gaps > gap-1 > cycle: "peel-2017" is a cycle of "peel". Write `programme: peel`.',
    ),
    Rule(
        "a cycle has a programme",
        lacking(unrecorded="looked-for", programme="peel"),
        lacking(unrecorded="looked-for", cycle="peel-2017"),
        'I10  gaps > gap-1 > cycle: "peel-2017" is a cycle of "peel". Write `programme: peel`.',
    ),
    Rule(
        "a programme is named for a missing inspection alone",
        lacking(),
        lacking(programme="peel"),
        "I10  gaps > gap-1 > programme: A programme is named, but not whether an inspection is "
        "missing. Write `unrecorded: known-to-exist` or `looked-for`, or take it away.",
    ),
    Rule(
        "a cycle is named for a missing inspection alone",
        lacking(),
        lacking(cycle="peel-2017"),
        "I10  gaps > gap-1 > cycle: A cycle is named, but not whether an inspection is missing. "
        "Write `unrecorded: known-to-exist` or `looked-for`, or take it away.",
    ),
    Rule(
        "a programme is in the vocabulary",
        lacking(unrecorded="looked-for", programme="peel", cycle="peel-2017"),
        lacking(unrecorded="looked-for", programme="peal", cycle="peel-2017"),
        'X05  gaps > gap-1 > programme: "peal" is not a programme of the vocabulary. Did you mean '
        '"peel"?',
    ),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.asks)
def test_a_record_that_keeps_the_rule_passes_and_one_that_breaks_it_is_told(
    rule: Rule, tmp_path: Path
) -> None:
    assert problems_said(rule.kept, tmp_path) == []
    assert problems_said(rule.broken, tmp_path) == [rule.said]
