"""The command line: ``kg COMMAND …``. Words in, a status out; the work is done by ``kg.commands`` and below.

Status: 0 done; 1 nothing could be built, or a fault of the program; 2 wrong usage; 130 interrupted.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from typing import TYPE_CHECKING

from kg import __version__
from kg.commands import (
    build,
    completion,
    docs,
    evaluate,
    explain,
    export,
    query,
    review,
    serve,
    timeline,
    trace,
    view,
)
from kg.commands.console.terminal import Terminal
from kg.commands.research import compare, diff, tables
from kg.errors import InputError, KgError, LexiconError

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMMANDS = (
    build,
    query,
    explain,
    trace,
    timeline,
    tables,
    diff,
    compare,
    export,
    serve,
    review,
    evaluate,
    view,
    docs,
    completion,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its status."""
    _speak_utf8()
    parser = _parser()
    args = parser.parse_args(argv)
    args.whole = parser  # what `kg completion` completes
    terminal = Terminal(args.log_format == "json")
    try:
        return int(args.run(args))
    except KgError as error:
        terminal.error(error)
        return 1 if isinstance(error, InputError | LexiconError) else 2
    except KeyboardInterrupt:
        terminal.note("Interrupted; the earlier output is left as it was.")
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone; the interpreter must not complain of it when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            raise
        terminal.error(_fault(error))
        return 1


def _fault(error: Exception) -> KgError:
    """An error that the program did not foresee, told as one: the user is not to read a traceback."""
    cause = f"a fault of the program: {type(error).__name__}: {error}"
    return KgError("kg", cause, "Please report it; with KG_DEBUG=1 in the environment the whole trace is shown")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kg",
        description="Zhengtu 政图: knowledge graphs of Chinese local government.",
        epilog="Status: 0 done, 1 nothing could be built or a fault of the program, 2 wrong usage, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=f"zhengtu {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add(commands)
    _log_format(parser, "text")
    for command_parser in commands.choices.values():
        _log_format(command_parser, argparse.SUPPRESS)  # before or behind the command: what is said before it stands
    return parser


def _log_format(parser: argparse.ArgumentParser, usual: str) -> None:
    parser.add_argument("--log-format", choices=("text", "json"), default=usual, help="how to speak on stderr (text)")


def _speak_utf8() -> None:
    """Chinese in pipes and files whatever the locale; what a terminal cannot show is replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")  # type: ignore[union-attr]


if __name__ == "__main__":
    sys.exit(main())
