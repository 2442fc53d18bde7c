"""How hostile input is tried, and that the documents tell what was."""

import pytest

from tests.fuzzing import trying
from tests.fuzzing.mutated import ROOT, spoilt_file

DOCUMENT = ROOT / "docs" / "faults.md"
FIGURES = ROOT / "docs" / "fuzzing.json"


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> dict[str, trying.Figures]:
    found: dict[str, trying.Figures] = {}
    monkeypatch.setattr(trying, "FIGURES", found)
    monkeypatch.setattr(trying, "SECONDS", 0)
    return found


def test_the_same_inputs_are_tried_at_every_run(figures: dict[str, trying.Figures]) -> None:
    seen: list[tuple[str, bytes]] = []
    for _ in range(2):
        trying.try_all("files", 5, spoilt_file, seen.append, seconds_each=5)
    assert seen[:5] == seen[5:]
    assert len(set(seen)) == 5
    assert figures["files"].inputs == 10


def test_an_input_that_fails_is_named_and_shown(figures: dict[str, trying.Figures]) -> None:
    def check(number: int) -> None:
        assert number != 3

    numbers = iter(range(9))
    with pytest.raises(AssertionError) as failed:
        trying.try_all("numbers", 9, lambda _: next(numbers), check, seconds_each=5)
    assert failed.value.__notes__ == ["numbers, input 3: 3"]
    assert figures["numbers"].inputs == 3


def test_an_input_that_takes_too_long_fails() -> None:
    with pytest.raises(AssertionError, match="took"):
        trying.try_all("slow", 1, lambda _: 0, lambda _: None, seconds_each=0)


def test_on_a_slower_machine_an_input_has_so_many_times_as_long(
    figures: dict[str, trying.Figures], monkeypatch: pytest.MonkeyPatch
) -> None:
    def count(_: int) -> None:
        trying.slowness()

    monkeypatch.setattr(trying, "COUNTING", 1_000)
    assert trying.slowness() == 1
    with pytest.raises(AssertionError, match="took"):
        trying.try_all("counted", 1, lambda _: 0, count, seconds_each=0.001)
    monkeypatch.setattr(trying, "COUNTING", 0.000_01)
    assert trying.slowness() > 100
    trying.try_all("counted", 1, lambda _: 0, count, seconds_each=0.001)
    assert figures["counted"].slowest > 0.001


def test_the_document_tells_what_the_last_long_run_has_tried() -> None:
    document = DOCUMENT.read_text("utf-8")
    assert trying.renewed(document, FIGURES) == document, "run `make fuzz`"
