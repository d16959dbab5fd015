"""Which line of code made a mention or a fact: watched while one article is read, for ``kg trace``.

Many rules state in several places, through helpers that are handed the name of the rule. The line that counts is the
one that chose the rule: it holds the name in quotation marks, or asks the pattern of that name.
"""

from __future__ import annotations

import ast
import linecache
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model import Citation, Figure, Mention, Moment, Post, Quote, Relation
from kg.text.annotated import AnnotatedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, FrameType

_HOUSE = Path(__file__).parents[1]
_ROOMS = tuple(f"{_HOUSE / room}{sep}" for room in ("extract", "link", "relate") for sep in "/\\")
_MADE = frozenset(one.__init__.__code__ for one in (Mention, Relation, Post, Figure, Quote, Moment, Citation))
_DROP = AnnotatedDocument.drop.__code__
_Line = tuple[str, int]


class Makers:
    """The lines that made what was made while it watched."""

    def __init__(self) -> None:
        self._lines: dict[object, _Line] = {}
        self._drops: dict[object, _Line] = {}
        self._handed: dict[str, _Line] = {}
        """Where a word was last handed back by a function of the stages, alone or in a row: most are names of rules."""

    def where(self, made: object) -> str:
        """File and line of what made or dropped a thing: ``kg/relate/quotes/quote_reader.py:85``; "" if unknown."""
        file, line = self._lines.get(made) or self._drops.get(made) or ("", 0)
        return f"kg/{Path(file).relative_to(_HOUSE).as_posix()}:{line}" if file else ""

    def text(self, made: object) -> str:
        """That line of code; "" if unknown."""
        file, line = self._lines.get(made, ("", 0))
        return linecache.getline(file, line).strip() if file else ""

    def watch(self, frame: FrameType, event: str, given: Any) -> None:
        """What Python calls at every call and return (``sys.setprofile``)."""
        if event != "return":
            return
        if frame.f_code in _MADE:
            self._made(frame.f_locals["self"], frame.f_back)
        elif frame.f_code is _DROP and frame.f_back:
            found = frame.f_locals["self"].dropped[-1]
            self._drops.setdefault(found, (frame.f_back.f_code.co_filename, frame.f_back.f_lineno))
        elif given is not None and _ours(frame.f_code):
            self._seen(given, frame)

    def _seen(self, given: object, frame: FrameType) -> None:
        if isinstance(given, str):
            self._handed[given] = (frame.f_code.co_filename, frame.f_lineno)
        elif hasattr(given, "rule"):
            self._made(given, frame)
        elif isinstance(given, list | tuple):
            for one in given:
                if isinstance(one, str) or hasattr(one, "rule"):
                    self._seen(one, frame)

    def _made(self, made: Any, frame: FrameType | None) -> None:
        """Note what was made in a frame; the copy of a thing has the line of the thing."""
        rule = _rule(made)
        if frame is None or not isinstance(rule, str) or getattr(type(made), "__hash__", None) is None:
            return
        if made not in self._lines:
            found = self._copied(made, frame) or self._chosen(rule, frame)
            if found:
                self._lines[made] = found

    def _copied(self, made: object, frame: FrameType) -> _Line | None:
        if _ours(frame.f_code):
            return None
        first = frame.f_locals.get("obj", frame.f_locals.get("self"))
        return self._lines.get(first) if type(first) is type(made) else None

    def _chosen(self, rule: str, frame: FrameType | None) -> _Line | None:
        """From the frame outwards, the line that names the rule, or the thing under that rule that it was made of."""
        near = None
        while frame is not None and _ours(frame.f_code):
            here = (frame.f_code.co_filename, frame.f_lineno)
            near = near or here
            if line := _names(here, rule):
                return here[0], line
            values = dict(frame.f_locals)
            for one in values.values():
                named = not isinstance(one, Mention) and getattr(type(one), "__hash__", None) and _rule(one) == rule
                if named and one in self._lines:
                    return self._lines[one]
            arguments = frame.f_code.co_varnames[: frame.f_code.co_argcount + frame.f_code.co_kwonlyargcount]
            if rule not in [values.get(name) for name in arguments]:
                near = here
                break
            frame = frame.f_back
        last = self._handed.get(rule)
        return (last[0], line) if last and (line := _names(last, rule)) else near


@contextmanager
def watching() -> Iterator[Makers]:
    """While it lasts, what this thread makes is noted."""
    makers, before = Makers(), sys.getprofile()
    sys.setprofile(makers.watch)
    try:
        yield makers
    finally:
        sys.setprofile(before)


def _rule(made: object) -> object:
    return getattr(getattr(made, "evidence", made), "rule", None)


@cache
def _ours(code: CodeType) -> bool:
    return code.co_filename.startswith(_ROOMS)


def _names(line: _Line, word: str) -> int:
    """The line of a statement that holds a word in quotation marks; 0 where it does not. ``line``: any of its lines."""
    first, last = next((s for s in _statements(line[0]) if s[0] <= line[1] <= s[1]), (line[1], line[1]))
    held = [at for at in _words(line[0]).get(word, ()) if first <= at <= last]
    return min(held, key=lambda at: abs(at - line[1]), default=0)


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse(Path(file).read_text("utf-8"))


@cache
def _statements(file: str) -> tuple[tuple[int, int], ...]:
    """First and last line of every statement, the shortest first; of one that holds others only its head."""
    found = []
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
            found.append((node.lineno, max(node.lineno, last)))
    return tuple(sorted(found, key=lambda s: (s[1] - s[0], s)))


@cache
def _words(file: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.setdefault(node.value, []).append(node.lineno)
    return found
