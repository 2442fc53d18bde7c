"""How the parts stand to each other, where import-linter cannot see it."""

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from components.navigation import PAGES

ROOT = Path(__file__).parent.parent
PAGE_FILES = sorted((ROOT / "pages").glob("*.py"))
CODE = [
    path
    for folder in ("components", "inspection", "pages")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def name(path):
    return str(path.relative_to(ROOT))


def imported(path):
    """The top-level packages that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def calls(path):
    """Every call in a file: the dotted name called, and the names of its keyword arguments."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), {keyword.arg for keyword in node.keywords}


def test_the_server_imports_streamlit_and_components_only():
    own = {
        package
        for package in imported(ROOT / "dashboard.py")
        if package not in sys.stdlib_module_names
    }
    assert own == {"streamlit", "components"}


def test_no_folder_named_pages_stands_beside_the_frame():
    """The framework would draw its pages without the frame until somebody opens the bare address."""
    assert not (ROOT / "components" / "pages").exists()
    assert (ROOT / "components" / "frame.py").is_file()


def test_every_page_has_a_script_and_every_script_is_a_page():
    assert sorted(page.key for page in PAGES) == [path.stem for path in PAGE_FILES]
    assert [page.script for page in PAGES] == [ROOT / "pages" / f"{p.key}.py" for p in PAGES]


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_choice_is_bound_to_the_address_by_the_framework(path):
    """Its binding loses the choice on Back and where two pages share a name."""
    assert [called for called, given in calls(path) if "bind" in given] == []


@pytest.mark.parametrize("path", PAGE_FILES, ids=name)
def test_pages_leave_the_frame_to_the_frame(path):
    """Titles, the menu and the ways from page to page: see components/navigation.py."""
    taken = {"st.set_page_config", "st.navigation", "st.switch_page", "st.page_link"}
    assert taken & {called for called, _ in calls(path)} == set()


def test_no_component_has_the_name_of_a_library():
    """The folder of the script that is run comes first on the import path, before all libraries."""
    names = {path.stem for path in (ROOT / "components").iterdir()} - {"__init__", "__pycache__"}
    assert names & (sys.stdlib_module_names | set(packages_distributions())) == set()


@pytest.mark.parametrize("path", sorted((ROOT / "components").glob("*.css")), ids=name)
def test_style_sheets_hold_styles_only(path):
    """The framework puts the tags around them; a tag inside would end the sheet."""
    assert "<" not in path.read_text(encoding="utf-8")


def test_nothing_is_called_utils():
    assert [name(path) for path in CODE if path.stem in {"utils", "helpers", "common"}] == []
