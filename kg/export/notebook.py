"""The page inside a notebook cell: an inline frame that holds it whole, shut off from the notebook around it."""

from __future__ import annotations

import html
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.model.graph import Graph


def frame(page: bytes, height: int = 640) -> str:
    """The HTML of a frame with the page in it; its script runs, but sees nothing of the notebook.

    >>> frame(b"<p>&amp;</p>", 100)[:45]
    '<iframe srcdoc="&lt;p&gt;&amp;amp;&lt;/p&gt;"'
    """
    inside = html.escape(page.decode())
    limits = 'sandbox="allow-scripts allow-downloads"'
    return f'<iframe srcdoc="{inside}" {limits} width="100%" height="{int(height)}" style="border:0"></iframe>'


def summary(graph: Graph) -> str:
    """A small HTML table: how many entities of each kind, how many facts of each kind. All words are the program's."""
    from collections import Counter

    from kg.export.report import counts
    from kg.ontology import labels

    kinds = Counter(entity.kind.value for entity in graph.entities)
    rows = [
        (f"{labels(kind)['zh-hans']} {kind}", number)
        for kind, number in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))
    ]
    facts = [(kind, number) for kind, number in counts(graph).items() if kind not in {"entities", "mentions"}]
    cells = "".join(f"<tr><td>{word}</td><td>{number:,}</td></tr>" for word, number in [*rows, *facts])
    head = f"<caption>kg.Graph · {len(graph.entities):,} entities · graph.show() opens the view</caption>"
    return f"<table>{head}<tbody>{cells}</tbody></table>"


def display(graph: Graph, height: int = 640) -> Any:
    """The page of a graph as a notebook shows it: ``IPython.display.HTML``. Raises ``UsageError`` without IPython."""
    try:
        shown = import_module("IPython.display")
    except ImportError as error:
        cure = "Install it with: pip install ipython, or write the graph and open graph.html"
        raise UsageError(
            "graph.show()", f"this needs the package {error.name}, which is not installed", cure
        ) from error
    from kg.export.page import page

    # IPython advises against a bare frame, which it takes to be one that loads from elsewhere.
    return shown.HTML(f"<div>{frame(page(graph), height)}</div>")
