"""Decisions on facts in the ledger: ``[[fact]]`` tables beside its ``[[decision]]`` tables.

::

    [[fact]]
    verdict = "correct"
    layer = "post"
    article = "001"
    sentence = "市委副书记、市长李某某出席会议。"
    what = { person = "person/141000-李某某", title = "市长", of = "place/141000-临汾市" }
    now = { status = "acting" }
    author = "wang"
    date = "2026-11-24"
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError
from kg.ledger import append_written, quoted, tables
from kg.model.fact_decision import FactDecision, FactLayer, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FIELDS: Final = {
    FactLayer.RELATION: (("subject", "predicate", "object"), ()),
    FactLayer.POST: (("person", "title", "of"), ("status", "start", "end")),
    FactLayer.FIGURE: (("indicator", "value", "unit", "subject"), ("bound", "change", "period", "aim")),
    FactLayer.MENTION: (("words", "entity"), ()),
}
"""Of each layer the fields that name a fact, and those that may be told besides."""
_PLAIN: Final = ("verdict", "layer", "article", "sentence")
_TOLD: Final = ("reason", "author", "date")


def load_facts(path: Path) -> tuple[FactDecision, ...]:
    """The decisions on facts of a ledger, in its order. Raises ``UsageError`` with the place of what is wrong in it."""
    rows = tables(path).get("fact", [])
    if not isinstance(rows, list):
        raise UsageError(str(path), "a ledger holds [[fact]] tables", "Write [[fact]] with two brackets")
    return tuple(_fact(f"{path}, fact {number}", row) for number, row in enumerate(rows, 1))


def append_facts(path: Path, decisions: Iterable[FactDecision]) -> None:
    """Add decisions at the end of a ledger, as ``kg.ledger.append`` does. Raises ``OutputError``."""
    append_written(path, map(written, decisions))


def written(one: FactDecision) -> str:
    """A decision as TOML."""
    lines = [f"{name} = {quoted(getattr(one, name))}" for name in _PLAIN]
    lines += [f"{name} = {_table(rows)}" for name, rows in (("what", one.what), ("now", one.now)) if rows]
    lines += [f"{name} = {quoted(getattr(one, name))}" for name in _TOLD if getattr(one, name)]
    return "\n[[fact]]\n" + "\n".join(lines) + "\n"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    return "{ " + ", ".join(f"{name} = {quoted(value)}" for name, value in rows) + " }"


def field_text(value: Any) -> str:
    """How a decision tells the value of a field of a fact.

    >>> field_text(12.0), field_text("市长")
    ('12.0', '市长')
    """
    return repr(value) if isinstance(value, float) else str(value)


def _fact(place: str, row: Any) -> FactDecision:
    known = {*_PLAIN, *_TOLD, "what", "now"}
    if not isinstance(row, dict) or (unknown := sorted(set(row) - known)):
        name = "" if not isinstance(row, dict) else unknown[0]
        raise UsageError(place, f"no decision on a fact has a field {name}", f"Use only: {', '.join(sorted(known))}")
    texts = [row.get(name, "") for name in (*_PLAIN, *_TOLD)]
    if not all(isinstance(text, str) for text in texts):
        raise UsageError(place, "a field is no text", "Put the values in quotes")
    verdict = _one_of(Verdict, place, row.get("verdict", ""))
    layer = _one_of(FactLayer, place, row.get("layer", ""))
    if not row.get("article") or not row.get("sentence"):
        raise UsageError(place, "it does not say where the fact is told", "Give the article's id and the sentence")
    what, now = (_fields(place, name, row.get(name, {}), layer) for name in ("what", "now"))
    if missing := [name for name in FIELDS[layer][0] if name not in dict(what)]:
        raise UsageError(place, f"what does not tell its {missing[0]}", f"Tell {', '.join(FIELDS[layer][0])}")
    if bool(now) != (verdict is Verdict.CORRECT):
        raise UsageError(place, f"{verdict} has no now, or one too many", "Only a correction tells what it is now")
    return FactDecision(verdict, layer, row["article"], row["sentence"], what, now, *(row.get(n, "") for n in _TOLD))


def _one_of(kinds: Any, place: str, value: str) -> Any:
    try:
        return kinds(value)
    except ValueError as error:
        raise UsageError(place, f"{value!r} is not known here", f"Use one of: {', '.join(kinds)}") from error


def _fields(place: str, name: str, table: Any, layer: FactLayer) -> tuple[tuple[str, str], ...]:
    known = {field for group in FIELDS[layer] for field in group}
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise UsageError(place, f"{name} is no table of texts", f'Write {name} = {{ field = "value" }}')
    if unknown := sorted(set(table) - known):
        cure = f"Use only: {', '.join(sorted(known))}"
        raise UsageError(place, f"a {layer} has no field {unknown[0]}", cure)
    return tuple(sorted(table.items()))
