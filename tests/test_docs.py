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
    head = "".join(re.findall(r"^#.*\n", makefile, re.MULTILINE)[:13])
    assert set(re.findall(r"make ([a-z-]+)", head)) == TARGETS - {"chromium", "nginx"}


def test_every_file_that_security_rests_on_is_there():
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    named = re.findall(r"`([\w.*-]*/[\w./*-]*|requirements[*.a-z]+)`", text)
    assert len(named) > 15
    assert [path for path in named if not list(ROOT.glob(path.rstrip("/")))] == []


def _code(text: str) -> str:
    """The text between backticks and in fenced blocks, where commands stand."""
    return "\n".join(re.findall(r"`{3}.*?`{3}|`[^`\n]+`", text, re.DOTALL))
