"""The house stands: imports point down, rooms have no doors between them, and nothing heavy loads at the start."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import networkx
import pytest

from kg.floors import FLOORS, SIDEWAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).resolve().parent.parent / "kg"
FLOOR = {room: number for number, floor in enumerate(FLOORS) for room in floor.rooms}
STAGES = {"ingest", "extract", "link", "relate", "merge", "tables", "export"}
MOST = 16  # modules of a folder
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


def test_rooms_of_the_stages_do_not_import_each_other() -> None:
    for path in SOURCES:
        if room(path) in STAGES:
            doors = {there for there in imports(path) if there in STAGES and there != room(path)}
            assert not doors, f"{path.relative_to(HOUSE)} has a door to kg.{', kg.'.join(sorted(doors))}"


def module(path: Path) -> str:
    return ".".join(("kg", *path.relative_to(HOUSE).with_suffix("").parts)).removesuffix(".__init__")


MODULES = {module(path): path for path in SOURCES}


def edges() -> Iterator[tuple[str, str]]:
    """Every import of a module by a module, inside functions and for types too."""
    for here, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "kg":
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    yield here, inner if inner in MODULES else node.module
            elif isinstance(node, ast.Import):
                yield from ((here, alias.name) for alias in node.names if alias.name in MODULES)


EDGES = sorted({(here, there) for here, there in edges() if here != there and here != "kg"})


def within(name: str, depth: int) -> str:
    return ".".join(name.split(".")[:depth])


@pytest.mark.parametrize("depth", [2, 3, 4, 9])
def test_nothing_imports_itself_by_a_detour(depth: int) -> None:
    """No cycle of modules, of slices, of rooms; an ``__init__`` stands for its folder only at its own level."""
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    packages = {name for name, path in MODULES.items() if path.name == "__init__.py"}
    for here, there in EDGES:
        one, other = within(here, depth), within(there, depth)
        if one != other and not (depth == 9 and there in packages and here.startswith(f"{there}.")):
            graph.add_edge(one, other)
    assert not [sorted(ring) for ring in networkx.strongly_connected_components(graph) if len(ring) > 1]


@pytest.mark.parametrize("stage", ["extract", "link", "relate"])
def test_slices_import_each_other_only_through_their_doors(stage: str) -> None:
    slices = {path.name for path in (HOUSE / stage).iterdir() if path.is_dir() and path.name != "__pycache__"}
    for here, there in EDGES:
        one, other = here.split(".")[1:3], there.split(".")[1:3]
        if one[:1] == other[:1] == [stage] and len(one) == len(other) == 2 and one[1] in slices and other[1] in slices:
            assert one[1] == other[1] or other[1] in SIDEWAYS, f"{here} looks sideways at {there}"


def test_folders_are_small() -> None:
    counts = Counter(path.parent.relative_to(HOUSE).as_posix() for path in SOURCES if path.name != "__init__.py")
    assert not {folder: count for folder, count in counts.items() if count > MOST}


def test_no_two_files_have_one_name_where_texts_are_read() -> None:
    rooms = {"extract", "link", "relate", "text", "names"}
    names = Counter(path.name for path in SOURCES if room(path) in rooms and path.name != "__init__.py")
    assert not [name for name, count in names.items() if count > 1]


def test_regexes_are_compiled_only_in_lexicon_and_text() -> None:
    """Words and patterns are data; a regex elsewhere is a word list in disguise."""
    guilty = []
    for path in SOURCES:
        if room(path) in {"lexicon", "text", "names", "extract", "link", "relate"}:
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
    assert knowing == {"text/tokens.py", "text/token_dictionary.py"}


def modules_after(code: str) -> set[str]:
    script = f"import sys\ntry:\n  {code}\nexcept SystemExit:\n  pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "code", ["import kg", "import kg.cli; kg.cli.main(['--help'])", "import kg.cli; kg.cli.main(['build', '-h'])"]
)
def test_nothing_heavy_is_loaded_at_the_start(code: str) -> None:
    assert not modules_after(code) & set(HEAVY)


def test_the_start_loads_little() -> None:
    """How long a start takes is for the benchmarks; that it loads next to nothing is seen here on any machine."""
    own = {name for name in modules_after("import kg.cli") if name.partition(".")[0] == "kg"}
    assert len(own) < 40, sorted(own)


def test_public_names_are_lazy_and_there() -> None:
    import kg

    assert all(getattr(kg, name) for name in kg.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        kg.no_such_name  # noqa: B018
