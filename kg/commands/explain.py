"""``kg explain``: what a graph says about an entity, fact by fact, with the sentences."""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from typing import TYPE_CHECKING

from kg.commands.console import arguments
from kg.commands.console.terminal import harmless

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from kg.explain import Explanation, Source
    from kg.lexicon.registry import Rule

    Lines = dict[tuple[str, int, int, str, str], tuple[str, ...]]
    """By article, begin, end, rule and kind of a fact the lines of code that stated it."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("explain", help="what a graph says about an entity, each fact with its sentence")
    arguments.graph(parser)
    arguments.entity(parser)
    texts = "the texts that the graph was built from: of a rule with several lines the one that made each fact is named"
    parser.add_argument("--texts", metavar="FOLDER", help=texts)
    arguments.form(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print it; its status."""
    from kg.explain import explain
    from kg.query import open_graph

    explained = explain(open_graph(args.graph), args.name)
    if args.format == "json":
        print(json.dumps([dataclasses.asdict(one) for one in explained], ensure_ascii=False, indent=1))
    else:
        lines = _lines(explained, args.texts) if args.texts else {}
        print("\n".join(_text(one, lines) for one in explained), end="")
    return 0


def _lines(explained: Iterable[Explanation], texts: str) -> Lines:
    """The lines that made the facts, from the articles that their sources name; a text that has changed has none."""
    from kg.export.rdf.address import article
    from kg.ingest.read import documents
    from kg.lexicon import standard
    from kg.model import Skipped
    from kg.pipeline.restated import lines_of

    wanted: dict[str, list[Source]] = {}
    for source in (source for one in explained for fact in one.facts for source in fact.sources):
        wanted.setdefault(source.article, []).append(source)
    found: Lines = {}
    for document in documents([texts]):
        if isinstance(document, Skipped):
            continue
        iri = next((one for one in wanted if one.endswith(f"/{article(document.id)}")), "")
        if iri and all(document.text[s.begin : s.end] == s.sentence for s in wanted[iri]):
            found |= {(iri, *stated): lines for stated, lines in lines_of(document, standard()).items()}
    return found


def _text(one: Explanation, made: Lines) -> str:
    from kg.ontology import labels

    kinds = "、".join(f"{labels(cls)['zh-hans']} {cls}" for cls in one.classes)
    lines = [f"{one.name}  ({kinds})", f"  {one.iri}"]
    if one.adcode:
        lines.append(f"  GB/T 2260: {one.adcode}")
    if one.aliases:
        lines.append(f"  also 又称: {'、'.join(one.aliases)}")
    lines.append(f"  mentions 提及: {one.mentions}; facts 事实: {len(one.facts)}")
    lines += [f"    {count} × {_rule(rule)}" for rule, count in one.rules]
    for fact in one.facts:
        words = f"“{fact.text}”" if fact.kind == "quotation" else fact.text
        lines += ["", f"  {' '.join(words.split())}", *(_source(source, fact.kind, made) for source in fact.sources)]
    return harmless("\n".join([*lines, ""]))


def _source(source: Source, kind: str, made: Lines) -> str:
    lines = made.get((source.article, source.begin, source.end, source.rule, kind))
    rule = f"{source.rule} {' '.join(lines)}" if lines else _rule(source.rule)
    how = f"{rule}, {source.confidence:g}"
    if not source.file:
        return f"    built-in gazetteer 行政区划表 ({how})"
    dated = f", {source.date}" if source.date else ""
    sentence = " ".join(source.sentence.split())
    return f"    {source.file} {source.begin}–{source.end}{dated} ({how})\n      {sentence}"


@cache
def _rules() -> dict[str, Rule]:
    from kg.lexicon import standard
    from kg.lexicon.registry import registry

    return registry(standard())


@cache
def _rule(rule: str) -> str:
    """The id of a rule, and file and lines where it stands in this release."""
    known = _rules().get(rule)
    return f"{rule} {known.everywhere()}" if known else rule
