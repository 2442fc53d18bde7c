"""What was probably meant by a name or an address that is not known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

LONGEST = 90
"""Signs of what was asked for that are looked at: it can come from anywhere and be of any length."""
ALIKE = 0.6
HELD = 0.9
"""How alike two names count where the whole of one stands in the other."""
SHORTEST_HELD = 4


def near(asked: str, named: Mapping[str, str], count: int = 3) -> tuple[str, ...]:
    """The keys of `named` that `asked` is most like, best first; at most `count`, often none.

    Compared with each key and with the name that belongs to it, in letters and digits alone.
    """
    wanted = _plain(asked)
    if not wanted:
        return ()
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wanted)
    found = [
        (max(_likeness(matcher, wanted, _plain(word)) for word in (key, name)), -place, key)
        for place, (key, name) in enumerate(named.items())
    ]
    best = sorted((one for one in found if one[0] >= ALIKE), reverse=True)
    return tuple(key for _, _, key in best[:count])


def _likeness(matcher: SequenceMatcher[str], wanted: str, word: str) -> float:
    if not word:
        return 0
    shorter, longer = sorted((wanted, word), key=len)
    if len(shorter) >= SHORTEST_HELD and shorter in longer:
        return HELD + len(shorter) / len(longer) / 10
    matcher.set_seq1(word)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0
    return matcher.ratio()


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text[:LONGEST].casefold().replace("_", " ")))
