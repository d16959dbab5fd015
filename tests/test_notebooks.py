"""The notebooks of the documentation run from their first cell to their last, and show what they say."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))


def run(path: Path) -> tuple[dict[str, Any], list[Any]]:
    """The names that a notebook leaves, and what each of its cells shows."""
    names: dict[str, Any] = {"__name__": "__main__"}
    shown = []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, path.name, "exec"), names)
            shown.append(eval(compile(ast.Expression(last.value), path.name, "eval"), names) if last else None)
    return names, shown


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    _, shown = run(path)
    assert all(shown), "a cell shows nothing"


def test_there_are_three() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["diffusion_map", "elite_network", "first_graph"]


def test_what_they_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names, _ = run(ROOT / "docs" / "notebooks" / "elite_network.ipynb")
    assert "沈若川</text>" in names["svg"]
    assert names["svg"].count("<line") == len(names["keep"])
    names, _ = run(ROOT / "docs" / "notebooks" / "diffusion_map.ipynb")
    assert names["svg"].count("<text") == 6
    assert "黎川县 2018-04-18" in names["svg"]
