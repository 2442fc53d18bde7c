"""What the documents promise: commands that exist, links that lead somewhere, codes explained."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("data/*.md")])
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_make_command_in_a_document_exists(document):
    named = set(re.findall(r"\bmake ([a-z][a-z-]+)\b(?=[`\s])", _code(document.read_text())))
    assert named - TARGETS == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_in_a_document_to_a_file_leads_to_one(document):
    links = re.findall(r"\]\((?!https?:|mailto:|#|/)([^)#\s]+)", document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_head_of_the_makefile_names_every_command():
    makefile = (ROOT / "Makefile").read_text()
    head = "".join(re.findall(r"^#.*\n", makefile, re.MULTILINE)[:12])
    assert set(re.findall(r"make ([a-z-]+)", head)) == TARGETS - {"chromium"}


def test_every_pinned_library_is_pinned_exactly():
    for file in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / file).read_text().splitlines()
        named = [line for line in lines if line and not line.startswith(("#", "-r "))]
        assert [line for line in named if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


def _code(text: str) -> str:
    """The text between backticks and in fenced blocks, where commands stand."""
    return "\n".join(re.findall(r"`{3}.*?`{3}|`[^`\n]+`", text, re.DOTALL))
