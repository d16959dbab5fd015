"""A new kind of entity is a folder and a row: tried on a copy of the program, with laws (《中华人民共和国种子法》) for a kind.

What else must know a kind (the ontology, the shapes, the look of the page) is named by tests/ontology and tests/view.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parent.parent
SLICE = '''"""Laws: 《中华人民共和国种子法》."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument


def mentions(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Every law in 《》, in text order."""
    for quote in doc.quotes:
        name = doc.document.name(quote.inner)
        if quote.mark == "《" and name.startswith("中华人民共和国"):
            yield Mention(quote.span, Kind.LAW, name, "in-marks", 0.99)
'''
TEXT = "平原县人民政府贯彻《中华人民共和国种子法》\n平原县人民政府贯彻落实《中华人民共和国种子法》，开展检查。\n"


def test_a_kind_is_a_folder_and_a_row(tmp_path: Path) -> None:
    shutil.copytree(HOUSE / "kg", tmp_path / "kg", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(HOUSE / "ontology", tmp_path / "ontology")
    vocab = tmp_path / "kg" / "vocab.py"
    row = '    AWARD = "Award"\n'
    code = vocab.read_text("utf-8")
    assert row in code
    vocab.write_text(code.replace(row, f'{row}    LAW = "Law"\n'), "utf-8")
    (tmp_path / "kg" / "extract" / "law").mkdir()
    (tmp_path / "kg" / "extract" / "law" / "__init__.py").write_text(SLICE, "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    words = [sys.executable, "-m", "kg", "build", "a.txt", "-o", "out", "--to", "csv,cytoscape,jsonld", "--quiet"]
    environ = {**os.environ, "PYTHONPATH": str(tmp_path), "KG_DEBUG": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(words, cwd=tmp_path, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    turtle = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert "a zt:Law" in turtle
    assert 'rdfs:label "中华人民共和国种子法"@zh-Hans' in turtle
    assert '"extract.law/in-marks"' in turtle
    assert '"Law"' in (tmp_path / "out" / "graph.html").read_text("utf-8")
