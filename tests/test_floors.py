"""The house stands: imports point down, rooms have no doors between them, and nothing heavy loads at the start."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).resolve().parent.parent / "kg"
FLOORS = [
    {"model", "vocab", "errors"},
    {"text", "lexicon", "ontology", "ledger", "appending"},
    {"ingest", "extract", "link", "relate", "merge", "tables", "export"},
    {
        "pipeline",
        "parallel",
        "dataset",
        "crew",
        "collector",
        "together",
        "outputs",
        "shelf",
        "formats",
        "query",
        "restore",
        "serve",
        "terms_page",
        "evaluate",
        "explain",
        "timeline",
        "api",
    },
    {"cli", "__main__", "commands", "__init__"},
]
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
ROOMS = FLOORS[2]
HEAVY = [
    "jieba",
    "rjieba",
    "pyvis",
    "rdflib",
    "networkx",
    "pyoxigraph",
    "opencc",
    "igraph",
    "rich",
    "jinja2",
    "starlette",
    "uvicorn",
]
SOURCES = sorted(HOUSE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Rooms of the house that a file imports anywhere in it, inside functions and for types too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "kg":
            yield from (alias.name for alias in node.names if alias.name in FLOOR)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("kg."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("kg."))


def test_every_room_has_a_floor() -> None:
    assert {room(path) for path in SOURCES} <= FLOOR.keys()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_imports_point_down(path: Path) -> None:
    here = room(path)
    if here == "__init__":  # the front door names what lies behind it
        return
    for there in imports(path):
        assert FLOOR[there] <= FLOOR[here], f"{path.name} on floor {FLOOR[here]} looks up at kg.{there}"


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if room(p) in ROOMS], ids=lambda p: p.relative_to(HOUSE).as_posix()
)
def test_rooms_do_not_import_each_other(path: Path) -> None:
    doors = {there for there in imports(path) if there in ROOMS and there != room(path)}
    assert not doors, f"{path.relative_to(HOUSE)} has a door to kg.{', kg.'.join(sorted(doors))}"


def test_regexes_are_compiled_only_in_lexicon_and_text() -> None:
    """Words and patterns are data; a regex elsewhere is a word list in disguise."""
    guilty = []
    for path in SOURCES:
        if room(path) in {"lexicon", "text"}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom) and _names_re(node) and not _for_types(path, node):
                guilty.append(f"{path.relative_to(HOUSE)}:{node.lineno}")
    assert not guilty


def _names_re(node: ast.Import | ast.ImportFrom) -> bool:
    return "re" in [alias.name for alias in node.names] if isinstance(node, ast.Import) else node.module == "re"


def _for_types(path: Path, node: ast.stmt) -> bool:
    """Whether an import stands under ``if TYPE_CHECKING``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    blocks = [
        block for block in ast.walk(tree) if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
    ]
    return any(block.lineno < node.lineno <= (block.end_lineno or 0) for block in blocks)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_files_are_short_and_named_after_one_thing(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 235, "think again at 200 lines"
    assert path.stem not in {"utils", "helpers", "common", "misc", "manager", "processor", "handler"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_functions_fit_on_a_screen(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    made = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    assert not [node.name for node in made if (node.end_lineno or 0) - node.lineno >= 40]


def test_two_files_know_which_program_cuts_words() -> None:
    knowing = {path.relative_to(HOUSE).as_posix() for path in SOURCES if "import rjieba" in path.read_text("utf-8")}
    assert knowing == {"text/segment.py", "text/dictionary.py"}


def modules_after(code: str) -> set[str]:
    script = f"import sys\ntry:\n  {code}\nexcept SystemExit:\n  pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "code", ["import kg", "import kg.cli; kg.cli.main(['--help'])", "import kg.cli; kg.cli.main(['build', '-h'])"]
)
def test_nothing_heavy_is_loaded_at_the_start(code: str) -> None:
    assert not modules_after(code) & set(HEAVY)


def test_the_start_is_fast() -> None:
    """The best of three, so that a busy machine does not decide: the program's own share of the start is small."""
    script = "import time; t = time.perf_counter(); import kg.cli; print(time.perf_counter() - t)"
    took = [
        float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout) for _ in range(3)
    ]
    assert min(took) < 0.3


def test_public_names_are_lazy_and_there() -> None:
    import kg

    assert all(getattr(kg, name) for name in kg.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        kg.no_such_name  # noqa: B018
