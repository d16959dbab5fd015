"""``kg review --web``: the queue in the browser, until Ctrl-C. The ledger is the only state."""

from __future__ import annotations

import contextlib
import datetime
import getpass
import secrets
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from kg.commands.console.terminal import Terminal
from kg.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from kg.export.review import Pair


def run(args: argparse.Namespace, pairs: list[Pair]) -> int:
    """Serve until interrupted; the status."""
    from kg.commands.serve import listening
    from kg.restore import description_of, graph_of
    from kg.review.cards import fact_cards, pair_cards
    from kg.review.desk import Desk

    terminal = Terminal(args.log_format == "json")
    try:
        from kg.review.app import application
        from kg.serve.server import server
    except ImportError as error:
        cure = "Install it with: pip install 'zhengtu[serve]'"
        raise UsageError(
            "kg review --web", f"this needs the package {error.name}, which is not installed", cure
        ) from error
    graph = graph_of(description_of(args.folder), args.folder)[0]
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    cards = (*pair_cards(pairs), *fact_cards(graph))
    desk = Desk.of(cards, Path(args.ledger), args.author or getpass.getuser(), today)
    desk.queue()  # a broken ledger is told now
    token = secrets.token_urlsafe(24)
    with listening("127.0.0.1", args.port) as door:
        address = f"http://127.0.0.1:{door.getsockname()[1]}/{token}/"
        terminal.note(f"Review at {address} ; decisions go into {args.ledger}. Stop with Ctrl-C.", address=address)
        if not args.no_browser:
            webbrowser.open(address)
        with contextlib.suppress(KeyboardInterrupt):
            server(application(desk, token)).run(sockets=[door])
    return 0
