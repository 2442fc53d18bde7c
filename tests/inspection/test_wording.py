"""What an editor reads about the slips that happen: one slip in a sound record, one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.dataset import examine

SOUND = """\
release:
  version: 1.0.0
  released_on: 2025-12-01
  last_looked_on: 2025-11
forces:
- id: eastshire
  name: Eastshire Police
  short_name: Eastshire
scales:
- id: four-grades
  name: Four grades
  grades:
  - id: good
    label: Good
    meaning: It does well.
  - id: requires-improvement
    label: Requires improvement
    meaning: It has to do better.
  sources: [the-report]
programmes:
- id: peel
  name: PEEL
  short_name: PEEL
  about: All policing.
  family: all-policing
  cycles:
  - id: peel-2016
    name: PEEL 2016
    method: By looking.
    scale: four-grades
    comparability: Nothing is said.
    comparability_basis: our-reading
    sources: [the-report]
questions:
- id: investigating
  name: Investigating crime
  theme: missing-children
  cycles: [peel-2016]
themes:
- id: missing-children
  name: Missing children
  about: Children who go missing.
  family: child-protection
sources:
- id: the-report
  title: The report
  publisher: HMIC
  url: https://example.org/report
inspections:
- id: eastshire-peel-2016
  force: eastshire
  title: "PEEL: Eastshire"
  programme: peel
  cycle: peel-2016
  kind: peel
  inspectorate: HMIC
  published: 2016-12-08
  judgement: Good on the whole.
  grades:
  - question: investigating
    value: good
    sources: [the-report]
  findings:
  - id: e-1
    theme: missing-children
    kind: strength
    summary: Every child was seen.
    sources: [the-report]
  sources: [the-report]
"""
HISTORY = SOUND[SOUND.index("inspections:") :]
HERE = "eastshire-peel-2016"
FINDING = f"{HERE} > findings > e-1"
UNFIT = "See that it is indented like its neighbours, and that brackets and quotes close."
NO_COLON = (
    "S04  This line has no colon, or belongs to the text of the line above. "
    "Write `field: value`, or indent the line."
)
SECOND_COLON = (
    "S04  A second colon stands in this line, or the line is indented too far. "
    "Put the text in quotes, or align the line with the one above."
)
AFTER_QUOTE = (
    "S04  More stands here, after the text in quotes of line 52. "
    "Close it where the text ends, and write a quote within it twice."
)
CURLY = (
    "S04  A colon stands in this text, and curly quotes do not close it in. "
    "Put straight quotes ' at both ends as well."
)
CUT_SHORT = (
    "S16  The text ends before the #: what follows is a comment. "
    "If it belongs to the text, put the whole text in quotes: '...'. "
    "If it is a comment, give it a line of its own."
)
UNLIKE = (
    "S18  This text begins with a curly quote and ends with a straight one. "
    "Make both straight, or both curly."
)
NO_VALUE = "This field stands without a value."

OUT_OF_LINE = "S04  This line stands further left than the fields it belongs with."
NEW_ENTRY = "S04  A new entry seems to begin here, and has no hyphen."
SECOND = """
  - id: e-2
    theme: missing-children
    kind: strength
    summary: Every child was heard.
    sources: [the-report]
"""
STATED = """\
  recommendations:
  - id: e-r1
    kind: recommendation
    theme: missing-children
    summary: See every child.
    statements:
    - id: e-r1-s1
      voice: {}
      date: 2017
      says: {}
      rests_on:
      summary: Every child is seen.
      sources: [the-report]
    sources: [the-report]
  sources: [the-report]
"""
RESTS_ON = (
    f"79:7  F03  {HERE} > recommendations > e-r1 > statements > e-r1-s1 > rests_on: {NO_VALUE}"
)

SLIPS = [
    # The text of the file.
    ("  force: east", "  force east", f"51:3  {NO_COLON}"),
    (
        "programme: peel",
        "programme:peel",
        "53:12  S04  No blank stands after this colon. Put a blank after the colon.",
    ),
    (
        "- id: eastshire-peel",
        "-id: eastshire-peel",
        "50:1  S04  No blank stands after this dash. Put a blank after the dash.",
    ),
    (
        "  force: east",
        "\u00a0\u00a0force: east",
        "51:1  S04  Blanks pasted from a page or PDF stand before this line. "
        "Delete them and type ordinary blanks.",
    ),
    (
        "- id: eastshire-peel",
        "-\u00a0id: eastshire-peel",
        "50:2  S04  Blanks pasted from a page or PDF stand in this line. "
        "Delete them and type ordinary blanks.",
    ),
    (
        "- id: eastshire-peel",
        "- id:\u00a0eastshire-peel",
        "50:6  S04  Blanks pasted from a page or PDF stand after this colon. "
        "Delete them and type ordinary blanks.",
    ),
    (
        "    summary: Every",
        "    summary:\u202fEvery",
        "67:13  S04  Blanks pasted from a page or PDF stand after this colon. "
        "Delete them and type ordinary blanks.",
    ),
    (
        "  findings:",
        "  findings:\u00a0",
        "63:12  S04  Blanks pasted from a page or PDF stand after this colon. "
        "Delete them and type ordinary blanks.",
    ),
    (
        "  force: eastshire\n",
        "  note: \u00a0A note.\n  force eastshire\n",
        f"52:3  {NO_COLON}",
    ),
    (
        "  force: east",
        "  \u3000force: east",
        f'51:3  F02  {HERE} > "?force": "?force" is not a field here. '
        "Blanks pasted from a page or PDF stand before it. Delete them and type ordinary blanks.",
    ),
    (
        "  force: east",
        "\tforce: east",
        "51:1  S04  A tab stands before this line. Indent with blanks.",
    ),
    ("  force: east", "   force: east", f"51:9  {SECOND_COLON}"),
    (
        "judgement: Good",
        "judgement: Good: good",
        "58:18  S04  A second colon stands in this line. "
        "Put the text in quotes. Write: judgement: 'Good: good on the whole.'",
    ),
    (
        "judgement: Good on the whole.",
        "judgement: Weak: in 3 of 6 cases the force's risk was not assessed",
        "58:18  S04  A second colon stands in this line. "
        "Put the text in quotes. Write: judgement: 'Weak: in 3 of 6 cases the force''s risk ...'",
    ),
    (
        "judgement: Good on the whole.",
        "judgement: Weak: in 3\n    of 6 cases.",
        "58:18  S04  A second colon stands in this line. "
        "Put the text in quotes. Write: judgement: 'Weak: in 3 ...'",
    ),
    ("judgement: Good on the whole.", "judgement: “Weak: in 3 of 6.”", f"58:19  {CURLY}"),
    ("judgement: Good on the whole.", "judgement: “Weak in\n    all: 3 of 6.”", f"59:8  {CURLY}"),
    ("judgement: Good on the whole.", "judgement: “Weak.”\n    note: 3.", f"59:9  {SECOND_COLON}"),
    (
        "summary: Every child was seen.",
        "summary: 'Every child was seen.\n    note: 'Alone.'",
        "67:14  S04  The quote that opens here is closed only in line 68. "
        "Put ' at the end of this line; an apostrophe within is written ''.",
    ),
    (
        "summary: Every child was seen.",
        "summary: 'Every child\n      was seen.\n    note: 'Alone.'",
        "67:14  S04  The quote that opens here is closed only in line 69. "
        "Put ' where its text ends; an apostrophe within is written ''.",
    ),
    (
        "summary: Every child was seen.",
        'summary: "Every child was seen.\n    note: "Alone."',
        "67:14  S04  The quote that opens here is closed only in line 68. "
        'Put " at the end of this line; a quote within is written \\".',
    ),
    # A field one level too far out, of which the parser says nothing before the lines below.
    (
        "    kind: strength",
        "  place: Cells\n    kind: strength",
        f"66:3  {OUT_OF_LINE} Begin it below `theme` of line 65.",
    ),
    (
        "    theme: missing-children",
        "  theme: missing-children",
        f"65:3  {OUT_OF_LINE} Begin it below `id` of line 64.",
    ),
    (
        "    kind: strength",
        "  place: Cells\n      of the suite\n    kind: strength",
        f"66:3  {OUT_OF_LINE} Begin it below `theme` of line 65.",
    ),
    (
        "    kind: strength",
        "  place: 'Cells'\n    kind: strength",
        f"66:3  {OUT_OF_LINE} Begin it below `theme` of line 65.",
    ),
    (
        "    kind: strength",
        "  follows_up: [e-0]\n    kind: strength",
        f"66:3  {OUT_OF_LINE} Begin it below `theme` of line 65.",
    ),
    (
        "    kind: strength",
        "place: Cells\n    kind: strength",
        f"66:1  {OUT_OF_LINE} Begin it below `theme` of line 65.",
    ),
    (
        "    sources: [the-report]\n",
        f"  sources: [the-report]{SECOND}",
        f"68:3  {OUT_OF_LINE} Begin it below `summary` of line 67.",
    ),
    (
        "    summary: Every child was seen.\n    sources: [the-report]\n",
        f"  follows_up:\n    summary: Every child was seen.\n    sources: [the-report]{SECOND}",
        f"67:3  {OUT_OF_LINE} Begin it below `kind` of line 66.",
    ),
    (
        "    sources: [the-report]\n",
        f"    sources: [the-report]{SECOND.replace('  - id', '  id')}",
        f"69:3  {NEW_ENTRY} Put `- ` before it, with the hyphen below that of line 64.",
    ),
    # And where it is the line below that stands too far in.
    (
        "  sources: [the-report]\n",
        "  note: One.\n    sources: [the-report]\n",
        f"70:12  {SECOND_COLON}",
    ),
    ("  sources: [the-report]\n", "  direction: Up.\n    note: One.\n", f"70:9  {SECOND_COLON}"),
    ("    kind: strength", "      kind: strength", f"66:11  {SECOND_COLON}"),
    (
        "    kind: strength",
        "  follows_up:\n    kind: strength: yes",
        "67:19  S04  A second colon stands in this line. "
        "Put the text in quotes. Write: kind: 'strength: yes'",
    ),
    # Quotes of a word processor.
    ("judgement: Good on the whole.", "judgement: ‘Good on the whole.'", f"58:14  {UNLIKE}"),
    ("judgement: Good on the whole.", 'judgement: “Good."', f"58:14  {UNLIKE}"),
    ("judgement: Good on the whole.", "judgement: ‘The force’s\n    aim'", f"58:14  {UNLIKE}"),
    ("  kind: peel", '  kind: peel\n  limits:\n  - “None"', f"57:5  {UNLIKE}"),
    # Texts that a # cuts short.
    ("seen.\n", "seen (log #3), we hear.\n", f"67:40  {CUT_SHORT}"),
    ("seen.\n", "seen # alone.\n", f"67:35  {CUT_SHORT}"),
    ("seen.\n", "seen  #alone.\n", f"67:36  {CUT_SHORT}"),
    ("seen.\n", "seen\n      alone #3.\n", f"68:13  {CUT_SHORT}"),
    ("seen.\n", "seen\n      alone #3\n      and told.\n", f"68:13  {CUT_SHORT}"),
    ("title: The report", "title: Report #3", f"46:17  {CUT_SHORT}"),
    ("  kind: peel", "  kind: peel\n  limits:\n  - None #3", f"57:10  {CUT_SHORT}"),
    (
        "  force: east",
        " force: east",
        f"51:2  S04  This line does not fit the lines around it. {UNFIT}",
    ),
    (
        "- id: eastshire-peel",
        "  - id: eastshire-peel",
        "51:3  S04  Here an entry of a list should begin, with a hyphen. "
        "Indent this line like the other fields of its entry, or put `- ` before it.",
    ),
    (
        "- id: e-1",
        "  id: e-1\n  - id: e-2",
        "65:3  S04  An entry of a list stands here among fields. "
        "See that the first entry begins with `- ` too, and all in the same column.",
    ),
    (
        'Eastshire"',
        "Eastshire",
        "52:10  S04  A text in quotes is not closed. Put the closing quote.",
    ),
    ('"PEEL: Eastshire"', '"PEEL" of Eastshire', f"52:17  {AFTER_QUOTE}"),
    ('"PEEL: Eastshire"', "'Eastshire's PEEL'", f"52:21  {AFTER_QUOTE}"),
    (
        'title: "PEEL: Eastshire"',
        "title: '\n    PEEL' of Eastshire",
        f"53:11  {AFTER_QUOTE}",
    ),
    (
        "judgement: Good on",
        "judgement: [sic] Good on",
        "58:20  S04  More stands here, after a closing bracket. "
        "Put a text that begins with [ or { in quotes.",
    ),
    (
        "judgement: Good on",
        "judgement: [Good on",
        "58:14  S04  A bracket opens here and is not closed. "
        "Close it, or put the whole text in quotes.",
    ),
    (
        "judgement: Good",
        "judgement: @Good",
        "58:14  S04  A tab or a sign such as @, % or ` cannot stand at the beginning here. "
        "Indent with blanks, or put the text in quotes.",
    ),
    (
        "judgement: Good on the whole.",
        "judgement: [Good]",
        f"58:3  F04  {HERE} > judgement: A text belongs here, not a list. "
        "Put a text that begins with [ or { in quotes.",
    ),
    # Dates.
    (
        "2016-12-08",
        "2016-06-31",
        f'57:14  F06  {HERE} > published: There is no such date as "2016-06-31". '
        "Correct the day or the month.",
    ),
    (
        "2016-12-08",
        "2016\u201312\u201308",
        f'57:14  F06  {HERE} > published: "2016\u201312\u201308" is not a date. '
        "Did you mean 2016-12-08?",
    ),
    (
        "2016-12-08",
        "2016\u201112",
        f'57:14  F06  {HERE} > published: "2016\u201112" is not a date. Did you mean 2016-12?',
    ),
    (
        "2016-12-08",
        "8\u201412\u22122016",
        f'57:14  F06  {HERE} > published: "8\u201412\u22122016" is not a date. '
        "Did you mean 2016-12-08?",
    ),
    (
        "2016-12-08",
        "31\u201306\u20132016",
        f'57:14  F06  {HERE} > published: "31\u201306\u20132016" is not a date. '
        "June has 30 days. Write YYYY-MM-DD, YYYY-MM or YYYY.",
    ),
    (
        "2016-12-08",
        "2016\u201306\u201331",
        f'57:14  F06  {HERE} > published: There is no such date as "2016\u201306\u201331". '
        "Correct the day or the month.",
    ),
    (
        "2016-12-08",
        "8/12/2016",
        f'57:14  F06  {HERE} > published: "8/12/2016" is not a date. Did you mean 2016-12-08?',
    ),
    (
        "2016-12-08",
        "8th December 2016",
        f'57:14  F06  {HERE} > published: "8th December 2016" is not a date. '
        "Did you mean 2016-12-08?",
    ),
    (
        "2016-12-08",
        "Dec 2016",
        f'57:14  F06  {HERE} > published: "Dec 2016" is not a date. Did you mean 2016-12?',
    ),
    (
        "2016-12-08",
        "2016-12-8",
        f'57:14  F06  {HERE} > published: "2016-12-8" is not a date. Did you mean 2016-12-08?',
    ),
    (
        "2016-12-08",
        "31/06/2016",
        f'57:14  F06  {HERE} > published: "31/06/2016" is not a date. June has 30 days. '
        "Write YYYY-MM-DD, YYYY-MM or YYYY.",
    ),
    (
        "2016-12-08",
        "30th February 2016",
        f'57:14  F06  {HERE} > published: "30th February 2016" is not a date. '
        "February 2016 has 29 days. Write YYYY-MM-DD, YYYY-MM or YYYY.",
    ),
    (
        "2016-12-08",
        "30-Jun-2016",
        f'57:14  F06  {HERE} > published: "30-Jun-2016" is not a date. '
        "Write YYYY-MM-DD, YYYY-MM or YYYY.",
    ),
    (
        "  kind: peel",
        "  kind: peel\n  -note: One.",
        f'56:3  F02  {HERE} > -note: "-note" is not a field here. Put a blank after the dash.',
    ),
    (
        "  kind: peel",
        "  kind: peel\n  fieldwork: start:2016",
        f'56:14  F04  {HERE} > fieldwork: A group of fields belongs here, not the text "start:2016". '
        "Put a blank after the colon.",
    ),
    (
        "2016-12-08",
        "12/31/2016",
        f'57:14  F06  {HERE} > published: "12/31/2016" is not a date. '
        "Write YYYY-MM-DD, YYYY-MM or YYYY.",
    ),
    (
        "2025-12-01",
        "31.11.2025",
        '3:16  F06  release > released_on: "31.11.2025" is not a date. '
        "November has 30 days. Write YYYY-MM-DD.",
    ),
    (
        "2025-12-01",
        "2025-12",
        '3:16  F06  release > released_on: "2025-12" is not a date. Write YYYY-MM-DD.',
    ),
    (
        "2025-12-01",
        "1 December 2025",
        '3:16  F06  release > released_on: "1 December 2025" is not a date. '
        "Did you mean 2025-12-01?",
    ),
    # Fields that wait to be filled in.
    ('title: "PEEL: Eastshire"', "title:", f"52:3  F03  {HERE} > title: {NO_VALUE} Fill it in."),
    (
        "published: 2016-12-08",
        "published:",
        f"57:3  F03  {HERE} > published: {NO_VALUE} Fill it in. "
        "First publication of the whole; parts with other dates stand under `reports`. "
        "Write YYYY-MM-DD, YYYY-MM or YYYY.",
    ),
    (
        "  kind: peel",
        "  kind: peel\n  limits:",
        f"56:3  F03  {HERE} > limits: {NO_VALUE} Fill it in or take it away.",
    ),
    (
        "  sources: [the-report]\n",
        STATED.format("inspectorate", "addressed"),
        f"{RESTS_ON} Name the finding it rests on: the inspectorate calls this addressed.",
    ),
    (
        "  sources: [the-report]\n",
        STATED.format("force", "addressed"),
        f"{RESTS_ON} Fill it in or take it away.",
    ),
    (
        "  sources: [the-report]\n",
        STATED.format("inspectorate", "progress"),
        f"{RESTS_ON} Fill it in or take it away.",
    ),
    (
        "    kind: strength\n",
        "",
        f"64:5  F01  {FINDING} > kind: This field is missing. "
        "What its main clause says of the force. "
        "Use one of: concern, progress, strength, mixed.",
    ),
    (
        "    summary: Every child was seen.\n    sources: [the-report]",
        "    summary: Every child was seen.",
        f"64:5  F01  {FINDING} > sources: This field is missing. "
        "Name the sources it was read in, as in [the-source].",
    ),
    (
        "seen.\n    sources: [the-report]",
        "seen.\n    sources: []",
        f"68:5  F12  {FINDING} > sources: "
        "This list has too few entries. Name the sources it was read in, as in [the-source].",
    ),
    (
        "seen.\n    sources: [the-report]",
        "seen.\n    sources: the-report",
        f"68:14  F04  {FINDING} > sources: "
        'A list belongs here, not the text "the-report". '
        "Write it in square brackets: [the-report].",
    ),
    # Words and names that are not known.
    (
        "theme: missing-children",
        "theme: missing-childern",
        f'65:12  X03  {FINDING} > theme: "missing-childern" '
        'is not a theme of the vocabulary. Did you mean "missing-children"?',
    ),
    (
        "theme: missing-children",
        "theme: Missing children",
        f'65:12  F09  {FINDING} > theme: "Missing children" is a name; its id is missing-children.',
    ),
    (
        "theme: missing-children",
        "theme: Records and IT",
        f'65:12  F09  {FINDING} > theme: "Records and IT" is not an id. '
        "Write the id, which data/vocabulary.yaml has beside the name.",
    ),
    (
        "theme: missing-children",
        "theme: Missing-Children",
        f'65:12  F09  {FINDING} > theme: "Missing-Children" '
        "is not an id. Use small letters, figures and hyphens, as in missing-children.",
    ),
    (
        "  force: eastshire",
        "  force: Eastshire  police",
        f'51:10  F09  {HERE} > force: "Eastshire  police" is a name; its id is eastshire.',
    ),
    (
        "cycles: [peel-2016]",
        "cycles: [PEEL 2016]",
        '38:12  F09  questions > investigating > cycles > 1: "PEEL 2016" is a name; '
        "its id is peel-2016.",
    ),
    (
        "- id: the-report",
        "- id: The report",
        '45:7  F09  sources > 1 > id: "The report" is not an id. '
        "Use small letters, figures and hyphens, as in the-report.",
    ),
    # One slip, one line.
    (
        "summary: Every",
        "sumary: Every",
        f'67:5  F02  {FINDING} > sumary: "sumary" is not a field here. Did you mean "summary"?',
    ),
    (
        "    kind: strength",
        "  - kind: strength",
        f"66:5  F01  {HERE} > findings > 2: A new entry begins here, but has no id. "
        "Was the dash meant? Without it the lines belong to e-1.",
    ),
    (
        "  published: 2016-12-08",
        "- published: 2016-12-08",
        "57:3  F01  inspections > 2: A new entry begins here, but has no id. "
        "Was the dash meant? Without it the lines belong to eastshire-peel-2016.",
    ),
    (
        "value: good",
        "value: goood",
        f'61:12  G03  {HERE} > grades > 1 > value: "goood" is not a grade on this scale. '
        'Did you mean "good"?',
    ),
    (
        "value: good",
        "value: “good”",
        f'61:12  F09  {HERE} > grades > 1 > value: "“good”" is not an id. '
        "Use small letters, figures and hyphens, as in good.",
    ),
    (
        "  kind: peel",
        "  kind: peal",
        f'55:9  F05  {HERE} > kind: "peal" is not a word of this list. Did you mean "peel"?',
    ),
    (
        "  force: eastshire",
        "  force: estshire",
        f'51:10  X04  {HERE} > force: "estshire" is not a force of this record. '
        'Did you mean "eastshire"?',
    ),
    (
        "  cycle: peel-2016",
        "  cycle: 2016",
        f'54:10  X05  {HERE} > cycle: "2016" is not a cycle of the vocabulary. '
        "Use one of: peel-2016.",
    ),
    (
        "  kind: peel",
        "  kind: peel\n  zebra: 1",
        f'56:3  F02  {HERE} > zebra: "zebra" is not a field here. '
        "data/README.md lists the fields of Inspection.",
    ),
    (
        "  kind: peel",
        "  kind: peel\n  Note: 1",
        f'56:3  F02  {HERE} > Note: "Note" is not a field here. Did you mean "note"?',
    ),
    # The same without a value: at the top, in a part, in an entry of a list and further within.
    (
        "  last_looked_on: 2025-11",
        "  last_looked_on: 2025-11\n  verison:",
        '5:3  F02  release > verison: "verison" is not a field here. Did you mean "version"?',
    ),
    (
        "themes:\n",
        "gasp:\nthemes:\n",
        '39:1  F02  gasp: "gasp" is not a field here. Did you mean "gaps"?',
    ),
    (
        "  kind: peel",
        "  kind: peel\n  limtis: ~",
        f'56:3  F02  {HERE} > limtis: "limtis" is not a field here. Did you mean "limits"?',
    ),
    (
        "  kind: peel",
        "  kind: peel\n  fieldwork:\n    direction:\n    start: 2016-11",
        f'57:5  F02  {HERE} > fieldwork > direction: "direction" is not a field here. '
        "Use one of: start, end, note.",
    ),
    (
        "    kind: strength",
        "    kind: strength\n    plcae:",
        f'67:5  F02  {FINDING} > plcae: "plcae" is not a field here. Did you mean "place"?',
    ),
    (
        "    kind: strength",
        "    kind: strength\n    measure:\n      vlaue:\n      indicator: seen\n      method: Read.\n"
        "      value: 3\n      unit: children",
        f'68:7  F02  {FINDING} > measure > vlaue: "vlaue" is not a field here. '
        'Did you mean "value"?',
    ),
    (
        "    method: By looking.",
        "    method: By looking.\n    scael:",
        '30:5  F02  programmes > peel > cycles > peel-2016 > scael: "scael" is not a field here. '
        'Did you mean "scale"?',
    ),
    (
        "    value: good",
        "    value: good\n    ? ''\n    :",
        f'62:7  F02  {HERE} > grades > 1 > "": "" is not a field here. '
        "Use one of: question, value, empty, carried_from, revisions, basis, scope, report, note, "
        "sources.",
    ),
    (
        "sources:\n- id: the-report",
        "source:\n- id: the-report",
        '44:1  F02  source: "source" is not a field here. Did you mean "sources"?',
    ),
    (
        "inspections:",
        "inspection:",
        '49:1  F02  inspection: "inspection" is not a field here. Did you mean "inspections"?',
    ),
    (
        "- id: e-1",
        "- id: eastshire-f1\n    theme: missing-children\n    kind: strength\n    summary: Seen.\n"
        "    sources: [the-report]\n  - id: eastshire-f1",
        f'69:9  X01  {HERE} > findings > eastshire-f1 > id: "eastshire-f1" is already in use. '
        "Choose another. "
        "See also data/record.yaml:64.",
    ),
]


def lines_said(folder: Path, text: str) -> list[str]:
    data = folder / "data"
    data.mkdir()
    (data / "record.yaml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in examine(data)[1]]


def test_the_record_in_which_slips_are_made_is_sound(tmp_path: Path) -> None:
    assert lines_said(tmp_path, SOUND) == []


@pytest.mark.parametrize(("right", "slip", "said"), SLIPS, ids=[slip for _, slip, _ in SLIPS])
def test_a_slip_is_told_where_it_is_and_how_to_mend_it(
    right: str, slip: str, said: str, tmp_path: Path
) -> None:
    assert right in SOUND
    at = SOUND.rindex(right)
    text = SOUND[:at] + slip + SOUND[at + len(right) :]
    assert lines_said(tmp_path, text) == [f"data/record.yaml:{said}"]


@pytest.mark.parametrize(
    "line",
    [
        "  published: 2016-12-08   # first publication",
        "  published: 2016-12-08 # first publication",
        "  sources: [the-report] # and no other",
        "  kind: peel # of one force",
        "  note: One word more.   # in our words",
        "  note: One word more.  #",
        "  note: 'In case #3.' # as the log has it",
        "  note: >-\n    In case #3 and\n    in case #4.",
        "  # A line of its own (log #3), and #4.\n  note: In case (log#3).",
    ],
)
def test_a_comment_of_the_editor_is_let_be(line: str, tmp_path: Path) -> None:
    name = line.split(":")[0] + ":"
    kept = [old for old in HISTORY.splitlines() if not old.startswith(name)]
    at = kept.index("  inspectorate: HMIC")
    text = "\n".join([*kept[:at], line, *kept[at:], ""])
    assert lines_said(tmp_path, SOUND.replace(HISTORY, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "‘Good’ on the whole.",
        "“Good”",
        '“Good” is better than "poor"',
        "‘Good’ beside 'poor'",
        "‘Good on the whole.",
        '“Good” or better"',
        "“A 'good' force”",
        "The force’s 'good'",
    ],
)
def test_quotes_that_close_as_they_open_are_let_be(text: str, tmp_path: Path) -> None:
    changed = SOUND.replace("judgement: Good on the whole.", f"judgement: {text}")
    assert lines_said(tmp_path, changed) == []


@pytest.mark.parametrize("name", ["more.yml", "more.YAML", "more.yaml.txt"])
def test_a_file_that_was_to_be_read_and_is_named_wrongly_is_told_its_name(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text("gaps: []\n", encoding="utf-8")
    data = tmp_path / "record.yaml"
    data.write_text(SOUND, encoding="utf-8")
    assert [str(problem) for problem in examine(tmp_path)[1]] == [
        f"{tmp_path.name}/{name}:1:1  S01  Only files whose names end in .yaml are read. "
        'Name it "more.yaml" or take it away.'
    ]


def test_a_path_that_leads_nowhere_is_told_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "inspections.yaml").write_text(SOUND, encoding="utf-8")
    said = [str(problem) for problem in examine(tmp_path / "inspectoins.yaml")[1]]
    assert said == [
        f"{tmp_path.name}/inspectoins.yaml:1:1  S01  There is no such file or folder. "
        'Did you mean "inspections.yaml"?'
    ]


def test_what_seems_to_be_missing_is_not_told_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SOUND.partition("inspections:")[0], encoding="utf-8")
    (tmp_path / "b.yaml").write_text("inspections:\n- id: 'a\n", encoding="utf-8")
    assert [problem.code for problem in examine(tmp_path)[1]] == ["S04"]
    (tmp_path / "a.yaml").write_text("gaps: []\n", encoding="utf-8")
    assert [problem.code for problem in examine(tmp_path)[1]] == ["S04"]
