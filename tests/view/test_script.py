"""The script of the page as source: its modules fit together, and its parts pass their own tests where node is."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.export.view import assets
from kg.export.view.builder import read

FOLDER = Path(assets.__file__).parent
MODULES = {name: (FOLDER / "script" / f"{name}.js").read_text("utf-8") for name in read("parts.json")["script"]}
IMPORT = re.compile(r'^import \{ (.+) \} from "\./(\w+)\.js";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?:async )?(?:function\*?|const|class) ([\w$]+)", re.MULTILINE)
NODE = shutil.which("node")


def test_every_file_is_part_of_the_page() -> None:
    assert {path.stem for path in FOLDER.glob("script/*.js")} == set(MODULES)
    assert {path.stem for path in FOLDER.glob("style/*.css")} == set(read("parts.json")["style"])


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_what_it_uses_and_what_is_there(name: str) -> None:
    text = MODULES[name]
    assert text.count("\nimport ") + text.startswith("import ") == len(IMPORT.findall(text)), (
        "one import a line, by name"
    )
    body = IMPORT.sub("", text)
    for names, source in IMPORT.findall(text):
        for imported in names.split(", "):
            assert imported in EXPORT.findall(MODULES[source]), f"{source}.js exports no {imported}"
            assert re.search(rf"(?<![\w$]){re.escape(imported)}(?![\w$])", body), f"{imported} is imported and not used"


def test_no_module_needs_a_later_one() -> None:
    order = list(MODULES)
    late = [
        f"{name} imports {source}"
        for name, text in MODULES.items()
        for _, source in IMPORT.findall(text)
        if order.index(source) >= order.index(name)
    ]
    assert late == []


@pytest.mark.parametrize("name", MODULES)
def test_no_module_makes_markup_of_text_or_asks_the_network(name: str) -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|Function\(|fetch\(|XMLHttpRequest|WebSocket|importScripts|https?://(?!www\.w3\.org)"
    assert re.findall(forbidden, MODULES[name]) == []


@pytest.mark.parametrize("name", MODULES)
def test_a_module_opens_with_what_it_is_for_and_is_short(name: str) -> None:
    assert MODULES[name].startswith("/* ")
    assert MODULES[name].count("\n") <= 230


def test_every_word_of_the_interface_is_there_in_both_languages() -> None:
    words = read("words.json")["interface"]
    used = {word for text in MODULES.values() for word in re.findall(r'\bt\("(\w+)"', text)}
    assert used <= set(words)
    for key, pair in words.items():
        assert len(pair) == 2, key
        if isinstance(pair[0], str):
            assert sorted(re.findall(r"\{\d\}", pair[0])) == sorted(re.findall(r"\{\d\}", pair[1])), key


@pytest.mark.skipif(NODE is None, reason="no node here (Debian: apt-get install nodejs)")
def test_the_modules_together_are_one_script(tmp_path: Path) -> None:
    (tmp_path / "page.js").write_text(assets.script(), encoding="utf-8")
    done = subprocess.run(
        [str(NODE), "--check", str(tmp_path / "page.js")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-1500:]


@pytest.mark.skipif(NODE is None, reason="no node here (Debian: apt-get install nodejs)")
def test_parts_that_need_no_browser() -> None:
    done = subprocess.run(
        [str(NODE), "--test", str(Path(__file__).parent / "modules.test.mjs")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
