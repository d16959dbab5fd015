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

    from kg.explain import Explanation, Source
    from kg.lexicon.registry import Rule


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("explain", help="what a graph says about an entity, each fact with its sentence")
    arguments.graph(parser)
    arguments.entity(parser)
    arguments.form(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print it; its status."""
    from kg.explain import explain
    from kg.query import open_graph

    told = explain(open_graph(args.graph), args.name)
    if args.format == "json":
        print(json.dumps([dataclasses.asdict(one) for one in told], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_text(one) for one in told), end="")
    return 0


def _text(one: Explanation) -> str:
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
        lines += ["", f"  {' '.join(words.split())}", *(_source(source) for source in fact.sources)]
    return harmless("\n".join([*lines, ""]))


def _source(source: Source) -> str:
    how = f"{_rule(source.rule)}, {source.confidence:g}"
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
    """The id of a rule, and file and line where it stands in this release."""
    known = _rules().get(rule)
    return f"{rule} {known.where()}" if known else rule
