"""``kg completion``: a script that completes commands, options and files in a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    import argparse

_SHELLS = ("bash", "zsh", "tcsh")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser(
        "completion",
        help="print a script that completes words in a shell",
        epilog='bash: eval "$(kg completion bash)" in ~/.bashrc; the same for zsh.',
    )
    parser.add_argument("shell", choices=_SHELLS, help="which shell")
    parser.add_argument("--name", choices=("kg", "zhengtu"), default="kg", help="for which of the two names (kg)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print it; the status."""
    try:
        import shtab
    except ImportError as error:
        cure = "Install it with: pip install 'zhengtu[completion]'"
        raise UsageError("kg completion", "this needs the package shtab, which is not installed", cure) from error
    args.whole.prog = args.name
    print(shtab.complete(args.whole, args.shell))
    return 0
