"""How the program speaks on the terminal: errors and notes to standard error, answers to standard output."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from kg.errors import KgError


class Terminal:
    """Speaks to people, or with ``json_lines`` to machines: one JSON object a line on standard error."""

    def __init__(self, json_lines: bool = False, quiet: bool = False) -> None:
        self.json_lines, self.quiet = json_lines, quiet

    def error(self, error: KgError) -> None:
        """An error with its place, its cause and its cure."""
        if self.json_lines:
            self._line("error", source=error.source, cause=error.cause, cure=error.cure)
        else:
            print(f"kg: {_one_line(error.source)}: {harmless(error.cause)}.", file=sys.stderr)
            print(f"    {harmless(error.cure)}.", file=sys.stderr)

    def skipped(self, source: str, cause: str, cure: str) -> None:
        """An input that was left out."""
        if self.json_lines:
            self._line("warning", source=source, cause=cause, cure=cure)
        elif not self.quiet:
            print(f"skipped {_one_line(source)}: {harmless(cause)}. {harmless(cure)}.", file=sys.stderr)

    def note(self, text: str, **facts: Any) -> None:
        """A short word on what was done."""
        if self.json_lines:
            self._line("info", message=text, **facts)
        elif not self.quiet:
            print(harmless(text), file=sys.stderr)

    @property
    def watched(self) -> bool:
        """Whether somebody looks who would like to see how far it is."""
        return not (self.quiet or self.json_lines) and sys.stderr.isatty()

    def _line(self, level: str, **facts: Any) -> None:
        line = json.dumps({"level": level, **facts}, ensure_ascii=False)
        print("".join(json.dumps(c)[1:-1] if _steers(c) else c for c in line), file=sys.stderr)


def harmless(text: str) -> str:
    r"""A text that cannot steer a terminal: control and format characters become their names in angle brackets.

    >>> harmless("市\x1b[31m")
    '市<1b>[31m'
    """
    return "".join(f"<{ord(c):02x}>" if _steers(c) and c != "\n" else c for c in text)


def _steers(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _one_line(source: str) -> str:
    """The name of a source, which may hold a line break but must not look like a message of its own."""
    return harmless(source).replace("\n", "<0a>")


def console() -> Console:
    """Standard output for tables: as wide as the terminal, or wide open where it goes into a pipe."""
    from rich.console import Console

    return Console(
        width=None if sys.stdout.isatty() else 200, highlight=False, markup=False, emoji=False, soft_wrap=True
    )
