"""How fast articles are read, beside programs that only cut or tag words, on the same texts in the same run.

``python -m tests.benchmarks.reading [PATH …]`` (seeds/). Seconds are those of the processor, the best of three rounds in
which each takes its turn, so that a busy machine slows all alike. ``ratio``: the whole reading against each.
"""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from importlib import import_module
from pkgutil import iter_modules
from time import process_time
from typing import TYPE_CHECKING

import jieba
import jieba.posseg
import rjieba

from kg import extract, relate
from kg.ingest.blocks import lay_out
from kg.ingest.read import documents, from_text
from kg.ingest.rules import Rules
from kg.lexicon import Lexicon
from kg.link import link
from kg.model import Document, Skipped
from kg.pipeline.article import read
from kg.text.annotated import AnnotatedDocument
from kg.text.normalize import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

_ROUNDS = 3


def main(paths: list[str]) -> None:
    """Print the table of programs and that of the stages."""
    lexicon = Lexicon()
    found = [one for one in documents(paths, None, lexicon) if not isinstance(one, Skipped)]
    blocks = [document.plain[b.span.start : b.span.end] for document in found for b in document.blocks]
    size = sum(map(len, blocks))
    jieba.setLogLevel(60)
    rules = Rules(lexicon)
    programs: dict[str, Callable[[], object]] = {
        "kg: whole reading": lambda: [read(document, lexicon) for document in found],
        "kg: with layout": lambda: [read(from_text(d.text, d.id, rules=rules), lexicon) for d in found],
        "jieba.posseg": lambda: [list(jieba.posseg.cut(block)) for block in blocks],
        "jieba.cut": lambda: [list(jieba.cut(block)) for block in blocks],
        "rjieba.tag": lambda: [rjieba.tag(block, True) for block in blocks],
    }
    for run in programs.values():  # dictionaries are loaded, patterns compiled
        run()
    best = dict.fromkeys(programs, float("inf"))
    for _ in range(_ROUNDS):
        for name, run in programs.items():
            best[name] = min(best[name], _timed(run))
    print(f"{len(found)} articles, {size} characters\n\n| | characters/s | ratio |\n|---|---|---|")
    for name, took in best.items():
        print(f"| {name} | {size / took:,.0f} | {took / best['kg: whole reading']:.2f} |")
    print()
    stages(found, lexicon)


def stages(found: list[Document], lexicon: Lexicon) -> None:
    """Print what share of the time each stage and each of its files takes."""
    took: Counter[str] = Counter()

    @contextmanager
    def clocked(name: str) -> Iterator[None]:
        began = process_time()
        yield
        took[name] += process_time() - began

    rules = Rules(lexicon)
    for document in found:
        with clocked("ingest: plain text"):
            plain(document.text)
        with clocked("ingest: layout"):
            lay_out(document.plain, rules)
        doc = AnnotatedDocument(document, lexicon)
        for layer in ("bigrams", "tokens", "quotes"):
            with clocked(f"text: {layer}"):
                getattr(doc, layer)
        for module in _readers(extract, "mentions"):
            with clocked(module.__name__.removeprefix("kg.")):
                tuple(module.mentions(doc))
        found_in = extract.mentions(doc)
        with clocked("link"):
            reading = link(doc, found_in)
        for module in _readers(relate, "facts"):
            with clocked(module.__name__.removeprefix("kg.")):
                tuple(module.facts(doc, reading))
    total = sum(took.values())
    print("| stage | share |\n|---|---|")
    for name, seconds in took.most_common(15):
        print(f"| {name} | {seconds / total:.1%} |")


def _readers(package: ModuleType, reader: str) -> Iterator[ModuleType]:
    """The slices of a room, or the modules in them, that have a function of that name."""
    for info in iter_modules(package.__path__, f"{package.__name__}."):
        module = import_module(info.name)
        if hasattr(module, reader):
            yield module
        elif info.ispkg:
            yield from _readers(module, reader)


def _timed(run: Callable[[], object]) -> float:
    began = process_time()
    run()
    return process_time() - began


if __name__ == "__main__":
    main(sys.argv[1:] or ["seeds"])
