"""Regular expressions compiled once for all starts: most of what compiling costs is not needed where they are kept."""

from __future__ import annotations

import re
from array import array
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from kg.lexicon.kept import Program, kept

_WORD = array("I").itemsize


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``re.compile``. Raises ``re.error``.

    >>> compiled("(?P<year>[0-9]{4})年").search("2022年")["year"]
    '2022'
    """
    key = f"{int(flags)}:{source}"
    programs = kept().programs
    try:
        return _pattern(source, programs[key])
    except (LookupError, RuntimeError, TypeError, ValueError, OverflowError):
        pass  # not known, or not what the engine takes for a program
    try:
        programs[key] = made = _program(source, flags)
        return _pattern(source, made)
    except (AttributeError, RuntimeError, TypeError):  # a Python that works otherwise inside
        programs.pop(key, None)
        return re.compile(source, flags)


def _pattern(source: str, program: Program) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    code = array("I", program.code).tolist()
    order: list[str | None] = [None] * (program.groups + 1)
    for name, number in program.names.items():
        order[number] = name
    made: Any = _sre.compile(source, program.flags, code, program.groups, program.names, tuple(order))
    return made  # type: ignore[no-any-return]


def _program(source: str, flags: int) -> Program:
    """What ``re`` hands to its engine."""
    tree = parser.parse(source, int(flags))
    code: list[int] = compiler._code(tree, int(flags))
    state = tree.state
    return Program(int(flags) | state.flags, state.groups - 1, dict(state.groupdict), array("I", code).tobytes())
