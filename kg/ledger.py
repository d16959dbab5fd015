"""The ledger: a plain TOML file of decisions, one ``[[decision]]`` each. Undoing one is deleting its lines.

::

    [[decision]]
    judgement = "same"
    a = "person/141000-李某某"
    b = "person/140000-李某某"
    reason = "moved to the province in 2021"
    author = "wang"
    date = "2026-11-24"
"""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from kg import appending
from kg.errors import OutputError, UsageError
from kg.model.decision import Decision, Judgement
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_FIELDS = ("judgement", "a", "b", "value", "reason", "author", "date")
_PAIRS = frozenset({Judgement.SAME, Judgement.DIFFERENT, Judgement.SPLIT})
_VALUED = frozenset({Judgement.RENAME, Judgement.RETYPE, Judgement.SPLIT})


def load(path: Path) -> tuple[Decision, ...]:
    """The decisions of a ledger, in its order. Raises ``UsageError`` with the place of what is wrong in it."""
    raw = tables(path)
    rows = raw.get("decision", [])
    if set(raw) - {"decision", "fact"} or not isinstance(rows, list):
        cause = "a ledger holds [[decision]] and [[fact]] tables and nothing else"
        raise UsageError(str(path), cause, "Mend the file")
    return tuple(_decision(f"{path}, decision {number}", row) for number, row in enumerate(rows, 1))


def tables(path: Path) -> dict[str, Any]:
    """A ledger as TOML has it, nothing in it checked. Raises ``UsageError`` where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(str(path), f"the ledger cannot be read: {error}", "Mend the file, or leave it out") from error


def append(path: Path, decisions: Iterable[Decision]) -> None:
    """Add decisions at the end of a ledger, which is made if need be; all of them or none.

    Several writers may do so at the same time. Raises ``OutputError`` where the file cannot be written.
    """
    append_written(path, map(written, decisions))


def append_written(path: Path, decisions: Iterable[str]) -> None:
    """Add decisions of either kind, each as TOML, as ``append`` does. Raises ``OutputError``."""
    try:
        appending.append(path, "".join(decisions).encode("utf-8", "replace"))
    except OSError as error:
        cure = "Change the rights of the folder, or name another ledger with --ledger"
        raise OutputError(str(path), f"the ledger cannot be written: {error.strerror}", cure) from error


def written(decision: Decision) -> str:
    """A decision as TOML."""
    lines = [f"{name} = {quoted(getattr(decision, name))}" for name in _FIELDS if getattr(decision, name)]
    return "\n[[decision]]\n" + "\n".join(lines) + "\n"


def quoted(value: str) -> str:
    """A TOML basic string: the escapes of JSON are all TOML's too."""
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _decision(place: str, row: Any) -> Decision:
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        raise UsageError(place, "every field of a decision is a string", "Put the values in quotes")
    if unknown := sorted(set(row) - set(_FIELDS)):
        raise UsageError(place, f"no decision has a field {unknown[0]}", f"Use only: {', '.join(_FIELDS)}")
    try:
        judgement = Judgement(row.get("judgement", ""))
    except ValueError as error:
        known = ", ".join(Judgement)
        raise UsageError(place, f"{row.get('judgement', '')!r} is no judgement", f"Use one of: {known}") from error
    made = Decision(judgement, *(row.get(name, "") for name in _FIELDS[1:]))
    _checked(place, made)
    return made


def _checked(place: str, made: Decision) -> None:
    if not made.a or (made.judgement in _PAIRS) != bool(made.b) or made.a == made.b:
        cure = "same, different and split name two different entities (a and b), the others one (a)"
        raise UsageError(place, f"{made.judgement} does not name the right entities", cure)
    if (made.judgement in _VALUED) != bool(made.value):
        raise UsageError(
            place, f"{made.judgement} has no value, or one too many", "rename, retype and split need a value"
        )
    if made.judgement is Judgement.SPLIT and made.a.partition("/")[0] != made.b.partition("/")[0]:
        raise UsageError(place, "split makes another kind of thing", f"Let b begin with {made.a.partition('/')[0]}/")
    if made.judgement is Judgement.RETYPE and made.value not in list(Kind):
        raise UsageError(place, f"{made.value} is no kind of entity", f"Use one of: {', '.join(Kind)}")
