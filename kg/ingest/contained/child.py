"""The process that reads containers: one request after the other, until its parent is gone."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from kg.errors import KgError, without_addresses
from kg.ingest.contained.frames import LENGTH, LENGTHS, Asked, Reply
from kg.ingest.contained.limits import bound_memory, bound_time, no_dumps, resident, seconds
from kg.ingest.formats import registry
from kg.ingest.formats.part import writable
from kg.lexicon import Lexicon
from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from kg.ingest.formats.part import Part

_LARGEST: Final = 512 * 1024 * 1024
"""Bytes; a process that still holds more when a file is done ends, and the next file gets a new one."""


def main() -> None:
    """Serve the parent over standard input and output; what libraries print goes nowhere near it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this process
    no_dumps()
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        with suppress(BrokenPipeError, EOFError):
            _serve(sys.stdin.buffer, out)


def _serve(given: BinaryIO, out: BinaryIO) -> None:
    lexicons: dict[str, Lexicon] = {}
    while resident() <= _LARGEST:
        asked, data = _request(given)
        if asked.lexicon not in lexicons:
            lexicons[asked.lexicon] = Lexicon(Path(asked.lexicon))

        def send(reply: Reply) -> None:
            frame = msgspec.msgpack.encode(reply)
            out.write(LENGTH.pack(len(frame)) + frame)
            out.flush()

        _answer(asked, data, lexicons[asked.lexicon], send)
        del data


def _request(given: BinaryIO) -> tuple[Asked, bytes]:
    head, size = LENGTHS.unpack(_exactly(given, LENGTHS.size))
    asked = msgspec.msgpack.decode(_exactly(given, head), type=Asked)
    return asked, _exactly(given, size)


def _exactly(given: BinaryIO, length: int) -> bytes:
    data = given.read(length)
    if len(data) < length:
        raise EOFError
    return data


def _answer(asked: Asked, data: bytes, lexicon: Lexicon, send: Callable[[Reply], None]) -> None:
    """All replies to one request; running out of memory is one of them."""
    given = 0
    try:
        for name in registry.packages(data, asked.source):
            with suppress(ImportError):
                import_module(name)  # before the bound: the library's own space is not the file's
        bound_memory(asked.options.memory + len(data))
        bound_time(seconds(asked.options.seconds, len(data)))
        for found in _found(asked, data, lexicon):
            send(found)
            given += found.part is not None
            bound_time(seconds(asked.options.seconds, len(data), given))
    except KgError as error:
        send(Reply(failed=(type(error).__name__, writable(error.source), writable(error.cause), writable(error.cure))))
    except MemoryError:
        send(Reply(failed=("MemoryError", "", "", "")))
    except Exception as error:
        cause = writable(without_addresses(f"its reader fails at it: {type(error).__name__}: {error}"[:500]))
        send(Reply(failed=("InputError", asked.source, cause, "Open it in its own program and save it again")))
    else:
        send(Reply(ended=True))


def _found(asked: Asked, data: bytes, lexicon: Lexicon) -> Iterator[Reply]:
    for one in registry.opened(data, asked.source, asked.options, lexicon, asked.first):
        if isinstance(one, Skipped):
            yield Reply(skipped=Skipped(writable(one.source), writable(one.cause), one.cure))
        elif isinstance(one, tuple):
            yield Reply(begun=(one[0], writable(one[1])))
        else:
            yield _sent(one, data)


def _sent(part: Part, data: bytes) -> Reply:
    """A part without bytes that the parent has, or can make."""
    text = writable(part.text)
    whole = "file" if part.data is data else "text" if part.data == text.encode() else ""
    said = {key: writable(value) for key, value in part.said.items()}
    name, source, bare = writable(part.name), writable(part.source), b"" if whole else part.data
    return Reply(part=replace(part, text=text, said=said, name=name, source=source, data=bare), whole=whole)
