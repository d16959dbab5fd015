"""``kg serve``: a graph over HTTP on this machine, until Ctrl-C."""

from __future__ import annotations

import contextlib
import signal
import socket
from pathlib import Path
from typing import TYPE_CHECKING

from kg.commands.console.terminal import Terminal
from kg.errors import UsageError

if TYPE_CHECKING:
    import argparse

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_HIGHEST = 65535


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("serve", help="serve a graph on this machine: view, SPARQL endpoint, entity pages")
    parser.add_argument("graph", nargs="?", default="output", help="the output folder, or graph.ttl (output)")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1: this machine alone)")
    parser.add_argument("--port", type=int, default=8000, help="the port; 0 takes a free one (8000)")
    parser.add_argument(
        "--time-limit", type=float, default=10.0, metavar="SECONDS", help="a query that takes longer is cut (10)"
    )
    parser.add_argument("--workers", type=int, default=2, help="how many queries may run at once (2)")
    parser.add_argument(
        "--allowed-host", action="append", default=[], metavar="NAME", help="a name by which the server may be called"
    )
    parser.add_argument(
        "--cors",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let pages of this origin ask from a browser, such as https://yasgui.triply.cc; * lets all (none)",
    )
    parser.add_argument("--store", metavar="FOLDER", help="where stores are kept between starts (that of the user)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; the status."""
    if args.time_limit <= 0 or args.workers < 1:
        raise UsageError("kg serve", "the time limit and the number of workers must be above 0", "Leave them out")
    terminal = Terminal(args.log_format == "json")
    try:
        from kg.serve.app import application
        from kg.serve.pool import Pool
        from kg.serve.server import server
    except ImportError as error:
        cure = "Install it with: pip install 'zhengtu[serve]'"
        raise UsageError("kg serve", f"this needs the package {error.name}, which is not installed", cure) from error
    hosts, origins = _hosts(args.host, args.allowed_host), _origins(args.cors)
    stores = Path(args.store) if args.store else None
    with (
        listening(args.host, args.port) as door,
        Pool(args.graph, args.workers, args.time_limit, stores) as pool,
    ):
        pool.start()
        app = application(pool, Path(args.graph), hosts, origins)
        host = f"[{args.host}]" if ":" in args.host else args.host
        address = f"http://{host}:{door.getsockname()[1]}/"
        terminal.note(
            f"Serving {args.graph} at {address} (SPARQL: {address}sparql). Stop with Ctrl-C.", address=address
        )
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does, so that the store is cleared
        with contextlib.suppress(KeyboardInterrupt):
            server(app).run(sockets=[door])
    return 0


def _hosts(host: str, allowed: list[str]) -> tuple[str, ...]:
    """The names by which the server may be called: those of this machine alone, or any where it listens to others."""
    for name in allowed:
        if not name or set(name) & set("/:*@ ") or not name.isascii():
            cause = "this is no name of a host"
            raise UsageError(f"--allowed-host {name}", cause, "Give a bare name such as kg.example.org")
    return (*_LOOPBACK, "[::1]", *allowed) if allowed or host in _LOOPBACK else ("*",)


def _origins(given: list[str]) -> tuple[str, ...]:
    """The origins as a browser sends them: scheme, host and port, nothing behind."""
    for origin in given:
        scheme, mark, rest = origin.partition("://")
        if origin != "*" and not (scheme in {"http", "https"} and mark and rest and not set(rest) & set("/?#@* ")):
            cause = "this is no origin of a page"
            raise UsageError(f"--cors {origin}", cause, "Give scheme and host, such as https://yasgui.triply.cc, or *")
    return tuple(given)


def listening(host: str, port: int) -> socket.socket:
    """An open door. Raises ``UsageError`` where it cannot be opened."""
    if not 0 <= port <= _HIGHEST:
        raise UsageError(f"--port {port}", "there is no such port", f"Give a number from 0 to {_HIGHEST}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        cure = "Give another one with --port, or 0 for any that is free"
        raise UsageError(f"{host}:{port}", f"the port cannot be opened: {error.strerror or error}", cure) from error
