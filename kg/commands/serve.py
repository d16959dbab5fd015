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
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; the status."""
    if args.time_limit <= 0 or args.workers < 1:
        raise UsageError("kg serve", "the time limit and the number of workers must be above 0", "Leave them out")
    terminal = Terminal(args.log_format == "json")
    try:
        import uvicorn

        from kg.serve.app import application
        from kg.serve.pool import Pool
    except ImportError as error:
        cure = "Install it with: pip install 'zhengtu[serve]'"
        raise UsageError("kg serve", f"this needs the package {error.name}, which is not installed", cure) from error
    with _listening(args.host, args.port) as door, Pool(args.graph, args.workers, args.time_limit) as pool:
        pool.start()
        app = application(pool, Path(args.graph), (*_LOOPBACK, "[::1]") if args.host in _LOOPBACK else ("*",))
        host = f"[{args.host}]" if ":" in args.host else args.host
        address = f"http://{host}:{door.getsockname()[1]}/"
        terminal.note(
            f"Serving {args.graph} at {address} (SPARQL: {address}sparql). Stop with Ctrl-C.", address=address
        )
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, lifespan="off"))
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does, so that the store is cleared
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[door])
    return 0


def _listening(host: str, port: int) -> socket.socket:
    """An open door. Raises ``UsageError`` where it cannot be opened."""
    if not 0 <= port <= _HIGHEST:
        raise UsageError(f"--port {port}", "there is no such port", f"Give a number from 0 to {_HIGHEST}")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        cure = "Give another one with --port, or 0 for any that is free"
        raise UsageError(f"{host}:{port}", f"the port cannot be opened: {error.strerror or error}", cure) from error
