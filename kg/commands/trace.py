"""``kg trace``: one sentence stage by stage, with file and line of every rule that had a part in it."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from kg.commands.console.terminal import harmless
from kg.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from kg.lexicon import Lexicon
    from kg.model import Document
    from kg.pipeline.trace import Row, Trace


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("trace", help="one sentence stage by stage: what was read, lost, refused, and by what")
    parser.add_argument("file", metavar="FILE", help="a file with one article, or a corpus with --article")
    parser.add_argument("--article", metavar="ID", help="which article, where the file holds several (the first)")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--sentence", type=int, metavar="N", help="the Nth sentence; without it all are listed")
    where.add_argument("--at", type=int, metavar="OFFSET", help="the sentence at an offset, in characters from 0")
    parser.add_argument("--home", metavar="PLACE", help="the place that the text speaks from, where it does not say")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the trace, or the sentences to choose from; its status."""
    from kg.lexicon import standard
    from kg.pipeline.trace import trace

    lexicon = standard()
    document = _document(args.file, args.article, lexicon)
    if args.sentence is None and args.at is None:
        print(harmless(_listed(document)))
        return 0
    at = _offset(document, args.sentence) if args.at is None else args.at
    if not 0 <= at < len(document.text):
        cause = f"the text has {len(document.text)} characters"
        raise UsageError(f"--at {at}", cause, f"Give an offset from 0 to {len(document.text) - 1}")
    found = trace(document, lexicon, at, (args.home,) if args.home else ())
    made = json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=1) if args.json else harmless(_text(found))
    print(made)
    return 0


def _document(file: str, article: str | None, lexicon: Lexicon) -> Document:
    from kg.ingest.read import documents
    from kg.model import Skipped

    skips = []
    for one in documents([file], lexicon=lexicon):
        if isinstance(one, Skipped):
            skips.append(one)
        elif article in {None, one.id}:
            return one
    if skips:
        raise UsageError(skips[0].source, skips[0].cause, skips[0].cure)
    raise UsageError(
        f"--article {article}", f"{file} holds no article of this id", "See the ids in report.md of a build"
    )


def _offset(document: Document, number: int) -> int:
    if not 1 <= number <= len(document.sentences):
        cause = f"the article has {len(document.sentences)} sentences"
        raise UsageError(f"--sentence {number}", cause, "Run without --sentence to see them by number")
    return document.sentences[number - 1].start


def _listed(document: Document) -> str:
    lines = [f"{document.id}: {len(document.sentences)} sentences"]
    for number, span in enumerate(document.sentences, 1):
        lines.append(f"{number:4}  {span.start}–{span.end}  {' '.join(document.surface(span).split())[:80]}")
    return "\n".join(lines)


def _text(found: Trace) -> str:
    lines = [f"{found.begin}–{found.end}  [{found.role}]  home: {found.article_place or '–'}", f"  {found.sentence}"]
    for stage, rows in found.stages.items():
        lines += ["", stage]
        if stage.startswith("words"):
            lines.append("  " + " ".join(f"{row.what}/{row.note}" for row in rows))
        elif stage.startswith("patterns"):
            lines += _patterns(rows)
        else:
            lines += [f"  {_line(row)}" for row in rows] or ["  –"]
    return "\n".join(lines)


def _patterns(rows: Sequence[Row]) -> list[str]:
    """A line a pattern, with all that it matches of more than one character."""
    texts: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if len(row.text) > 1:
            texts.setdefault((row.rule, row.where), []).append(" ".join(row.text.split()))
    return [f"  <{rule}>  {where}  {' | '.join(dict.fromkeys(found))}" for (rule, where), found in texts.items()]


def _line(row: Row) -> str:
    text = f" “{' '.join(row.text.split())}”" if row.text else ""
    rule = f"  <{row.rule}>" if row.rule else ""
    made = f" ← {row.made}" if row.made else ""
    return f"{row.what}{text}{rule}{f'  {row.where}' if row.where else ''}{made}{f'  ({row.note})' if row.note else ''}"
