"""What the documents promise: commands that exist, links that lead somewhere, codes explained."""

import argparse
import contextlib
import re
import shlex
from pathlib import Path

import pytest

from inspection.__main__ import COMMANDS

ROOT = Path(__file__).parent.parent
FOLDERS = ("docs/**", "data", "examples/**")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(d for at in FOLDERS for d in ROOT.glob(f"{at}/*.md"))])
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


class ByWholeName(argparse.ArgumentParser):
    """Takes an option by its whole name alone, and says what is wrong as a fault of the test."""

    def __init__(self, **given):
        super().__init__(**given | {"allow_abbrev": False})

    def error(self, message):
        raise AssertionError(f"{self.prog}: {message}")


@pytest.fixture
def commands():
    """What reads a line behind `python -m inspection`."""
    parser = ByWholeName(prog="python -m inspection")
    under = parser.add_subparsers(required=True)
    for module in COMMANDS:
        module.add_command(under, {}, ROOT / "data")
    return parser


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_command_of_the_record_in_a_document_exists_with_its_options(document, commands):
    for line in _commands(document.read_text("utf-8")):
        with contextlib.suppress(SystemExit):  # as of one that only asks for its help
            assert commands.parse_args(shlex.split(line, comments=True)).command


def test_the_documents_that_walk_an_editor_through_the_commands_name_so_many():
    named = {name(d): len(_commands(d.read_text("utf-8"))) for d in DOCUMENTS}
    assert named["README.md"] >= 8
    assert named["CONTRIBUTING.md"] >= 9
    assert named["examples/gloucestershire/README.md"] >= 6


def test_every_command_and_option_in_the_table_of_commands_is_in_its_help(commands, capsys):
    _, _, table = (ROOT / "data" / "README.md").read_text("utf-8").partition("| command | does |\n")
    rows = [row.split("|")[1:3] for row in re.match(r"(\|.*\n)+", table)[0].splitlines()[1:]]
    told = {}
    for named, does in rows:
        for command in re.findall("`([^`]+)`", named):
            with pytest.raises(SystemExit):
                commands.parse_args([*command.split(), "--help"])
            known = re.findall("--[a-z-]+", capsys.readouterr().out)
            told[command.split()[0]] = set(re.findall("--[a-z-]+", does))
            assert told[command.split()[0]] - set(known) == set(), command
    assert {module.__name__.rpartition(".")[2] for module in COMMANDS} - {"brief", "publish"} == {
        *told
    }
    assert told["check"] == {"--explain", "--format"}


def test_the_head_of_the_makefile_names_every_command():
    makefile = (ROOT / "Makefile").read_text()
    head = "".join(re.findall(r"^#.*\n", makefile, re.MULTILINE)[:13])
    assert set(re.findall(r"make ([a-z-]+)", head)) == TARGETS - {"chromium", "nginx"}


def test_every_file_that_security_rests_on_is_there():
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    named = re.findall(r"`([\w.*-]*/[\w./*-]*|requirements[*.a-z]+)`", text)
    assert len(named) > 15
    assert [path for path in named if not list(ROOT.glob(path.rstrip("/")))] == []


def _commands(text: str) -> list[str]:
    """What stands behind `python -m inspection` in code, each on one line.

    One that is only named, in a sentence, is asked for its help.
    """
    joined = re.sub(r"\\\n\s*", "", text)
    begun = r"python -m inspection[ ]+"
    in_words = re.findall(rf"(?<!`)`{begun}([^`\n]+)`", joined)
    in_words = [f"{line} --help" if line.isalpha() else line for line in in_words]
    return [*in_words, *re.findall(rf"^ *{begun}(.+)$", joined, re.MULTILINE)]


def _code(text: str) -> str:
    """The text between backticks and in fenced blocks, where commands stand."""
    return "\n".join(re.findall(r"`{3}.*?`{3}|`[^`\n]+`", text, re.DOTALL))
