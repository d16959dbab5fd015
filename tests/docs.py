"""The parts of the documentation that are made from the code: ``python -m tests.docs`` writes them anew.

``docs/architecture.md`` gets the picture of the floors, ``docs/glossary.md`` every public class with the first sentence
of its docstring. tests/test_docs.py holds that what stands there is what would be written.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

from kg.floors import FLOORS

HERE = Path(__file__).resolve().parent.parent
HOUSE = HERE / "kg"


def floors() -> str:
    """The floors as a picture in text, the highest first."""
    lines = []
    for number, floor in reversed(list(enumerate(FLOORS))):
        lines += [f"{number}  {floor.name:<9} {'  '.join(floor.rooms)}", f"             {floor.purpose}"]
    return "\n".join(["```", *lines, "```"])


def slices() -> str:
    """The slices of the stages with the first sentence of each."""
    rows = ["| slice | what it is for |", "|---|---|"]
    for stage in ("extract", "link", "relate"):
        for folder in sorted(path.parent for path in (HOUSE / stage).glob("*/__init__.py")):
            said = _sentence(ast.parse((folder / "__init__.py").read_text("utf-8")))
            rows.append(f"| `{stage}/{folder.name}` | {said} |")
    return "\n".join(rows)


def classes() -> str:
    """Every public class: its name, its file, the first sentence of its docstring."""
    rows = []
    for path in sorted(HOUSE.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                rows.append((node.name, path.relative_to(HERE).as_posix(), _sentence(node)))
    lines = [f"| {name} | `{file}` | {said} |" for name, file, said in sorted(rows, key=lambda r: (r[0].lower(), r[1]))]
    return "\n".join(["| class | file | what it is |", "|---|---|---|", *lines])


def doubles() -> list[str]:
    """Names that two public classes have."""
    names = Counter(re.findall(r"^\| (\w+) \|", classes(), re.MULTILINE))
    return sorted(name for name, count in names.items() if count > 1 and name != "class")


def _sentence(node: ast.Module | ast.ClassDef) -> str:
    text = " ".join((ast.get_docstring(node) or "").split("\n\n")[0].split())
    return re.split(r"(?<=[.:;]) ", text)[0].rstrip(":;").replace("|", "\\|")


MADE = {
    "docs/architecture.md": {"floors": floors, "slices": slices},
    "docs/glossary.md": {"classes": classes},
}


def fresh(name: str, text: str) -> str:
    """A document with its made parts made anew; each stands between two marks: <!-- floors --> … <!-- /floors -->."""
    for part, make in MADE[name].items():
        mark = rf"(<!-- {part} -->\n).*?(<!-- /{part} -->)"
        made = make().replace("\\", "\\\\")
        text = re.sub(mark, rf"\1{made}\n\2", text, flags=re.DOTALL)
    return text


def main() -> None:
    """Write the made parts."""
    for name in MADE:
        path = HERE / name
        path.write_text(fresh(name, path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
