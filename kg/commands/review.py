"""``kg review``: questions of identity, and with ``--web`` doubtful facts; what you decide goes into the ledger."""

from __future__ import annotations

import datetime
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.commands.console.terminal import Terminal, harmless
from kg.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from kg.export.review import Pair
    from kg.model.decision import Decision

_HELP = """\
  s  same: the next build makes one entity of them, under the key of a
  d  different: they stay two (or, where one entity may be two, are taken apart), and are not asked about again
  o  one by one: ask about each pair of this name by itself
  n  next: nothing is written; the next review asks again
  q  quit: what was answered stands in the ledger
  Every answer is a line of the ledger with your reason; delete the line to undo it."""
_ANSWERS = {"s": "same", "d": "different", "n": "", "q": "quit"}


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser(
        "review",
        help="look at pairs that may be one entity, and decide",
        epilog="Without a terminal, or with --list, the pairs are only listed. The next build applies the ledger.",
    )
    parser.add_argument("folder", nargs="?", default="output", help="the folder of a build (output)")
    parser.add_argument("--ledger", default="ledger.toml", metavar="FILE", help="where decisions go (ledger.toml)")
    parser.add_argument("--list", action="store_true", help="only list the pairs")
    parser.add_argument("--author", default="", help="who decides (your user name)")
    parser.add_argument("--web", action="store_true", help="in the browser, doubtful facts too, on this machine alone")
    parser.add_argument("--port", type=int, default=0, help="the port for --web (any that is free)")
    parser.add_argument("--no-browser", action="store_true", help="print the address of --web, open nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List, ask, write; the status."""
    from kg.export.review import questions
    from kg.ledger import load

    if args.web:
        from kg.commands.review_web import run as in_browser

        return in_browser(args, _pairs(Path(args.folder)))
    ledger, terminal = Path(args.ledger), Terminal(args.log_format == "json")
    decided = {frozenset((d.a, d.b)) for d in load(ledger)} if ledger.exists() else set()
    pairs = [pair for pair in _pairs(Path(args.folder)) if frozenset((pair.a.key, pair.b.key)) not in decided]
    if not pairs:
        terminal.note("No pair is left to decide.")
        return 0
    groups = questions(pairs)
    for number, group in enumerate(groups, 1):
        print(f"{number}/{len(groups)}  {_asked(group)}\n")
        if not args.list and sys.stdin.isatty() and not _settle(group, ledger, args.author):
            break
    return 0


def _settle(group: list[Pair], ledger: Path, author: str) -> bool:
    """Ask about pairs together, or one by one where that is wished; whether to go on."""
    if len(group) == 1:
        return _decide(group, ledger, author, "") is not False
    chosen = _decide(group, ledger, author, "[o]ne by one  ")
    if chosen is not None:
        return chosen
    for pair in group:
        print(f"{_shown(pair)}\n")
        if not _decide([pair], ledger, author, ""):
            return False
    return True


def _pairs(folder: Path) -> list[Pair]:
    """The pairs of a build. Raises ``UsageError`` where there is no such file, or one of another shape."""
    from kg.export.review import pairs_of

    path, cure = folder / "review.json", "Build first: kg build -o output"
    try:
        return pairs_of(path.read_bytes())
    except OSError as error:
        raise UsageError(str(path), "there is no review file of a build", cure) from error
    except ValueError as error:
        raise UsageError(str(path), f"this is not what a build writes: {error}", cure) from error


def _shown(pair: Pair) -> str:
    lines = [f"score {pair.score}: {'; '.join(pair.reasons)}"]
    if pair.articles:
        lines.append(f"  one entity now; different makes two of it, b in: {' '.join(pair.articles)}")
    for name, side in (("a", pair.a), ("b", pair.b)):
        lines.append(f"  {name}: {side.name}  <{side.key}>")
        lines += [f"     [{row.article}] {row.text}" for row in side.sentences]
    return harmless("\n".join(lines))


def _asked(group: list[Pair]) -> str:
    """The question: a pair with its sentences; of many of one name the first, and the keys of the others."""
    if len(group) == 1:
        return _shown(group[0])
    keys = list(dict.fromkeys(key for pair in group for key in (pair.a.key, pair.b.key)))
    head = f"{group[0].a.name}: {len(keys)} of one name, {len(group)} pairs. One answer settles them all."
    listed = "\n".join(f"     <{key}>" for key in keys)
    return harmless(f"{head}\n{listed}\n  The first pair:\n{_shown(group[0])}")


def _decide(group: list[Pair], ledger: Path, author: str, more: str) -> bool | None:
    """Ask, and write the answer for every pair of the group; whether to go on, ``None`` for one by one."""
    from kg.ledger import append

    known = {*_ANSWERS, "o"} if more else set(_ANSWERS)
    answer = ""
    while answer not in known:
        answer = input(f"[s]ame  [d]ifferent  {more}[n]ext  [q]uit  [?] ").strip().lower()[:1]
        if answer == "?":
            print(_HELP)
    if answer in "sd":
        reason = input("Why? ").strip()
        append(ledger, [_decision(pair, answer, reason, author) for pair in group])
    return None if answer == "o" else answer != "q"


def _decision(pair: Pair, answer: str, reason: str, author: str) -> Decision:
    from kg.model.decision import Decision, Judgement

    who, today = author or getpass.getuser(), datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    judgement, articles = Judgement(_ANSWERS[answer]), ""
    if pair.articles and judgement is Judgement.DIFFERENT:
        judgement, articles = Judgement.SPLIT, " ".join(pair.articles)
    return Decision(judgement, pair.a.key, pair.b.key, articles, reason, who, today)
