"""The parent's side: hand a container to the process that reads it, and tell what becomes of it.

One process is kept for many files. It is made anew where it ended, whatever ended it.
"""

from __future__ import annotations

import atexit
import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.errors import InputError, UsageError
from kg.ingest.contained.frames import LENGTH, LENGTHS, Asked, Reply
from kg.ingest.contained.limits import PATIENCE, seconds
from kg.ingest.formats.part import writable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ingest.formats.part import Options, Part
    from kg.lexicon import Lexicon
    from kg.model import Skipped

_CURE: Final = "Open it in its own program and save it again, or give its text"
_IDLE: Final[list[Process]] = []
"""Processes that wait for a file; each is used by one thread at a time."""


class EndedError(Exception):
    """The process ended before its last reply; ``cause`` says why, "" where it had not begun."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class Process:
    """A process that reads archives and office files for this one, with bounds on its memory and time."""

    def __init__(self) -> None:
        path = [os.path.abspath(entry) for entry in sys.path]  # noqa: PTH100 (it need not be there)
        code = f"import sys; sys.path[:] = {path!r}; from kg.ingest.contained.child import main; main()"
        quiet = ["-B"] if sys.dont_write_bytecode else []
        heard = None if os.environ.get("KG_DEBUG") else subprocess.DEVNULL
        self._process = subprocess.Popen(
            [sys.executable, "-I", *quiet, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=heard,
            bufsize=0,
        )

    def ask(self, asked: Asked, data: bytes) -> Iterator[Reply]:
        """The replies to one request. Raises ``EndedError``."""
        import msgspec

        head = msgspec.msgpack.encode(asked)
        try:
            for piece in (LENGTHS.pack(len(head), len(data)) + head, data):
                self._write(piece)
        except OSError as error:
            raise EndedError("") from error
        given, heard = 0, False
        while True:
            limit = seconds(asked.options.seconds, len(data), given)
            frame = self._frame(limit, asked.options, heard)
            reply = msgspec.msgpack.decode(frame, type=Reply)
            heard = True
            given += reply.part is not None
            yield reply
            if reply.ended or reply.failed:
                return

    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def stop(self) -> int:
        """End it, whatever it is at; how it ended, or had ended (as ``subprocess`` says it)."""
        with suppress(OSError):
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        return self._process.wait()

    def forget(self) -> None:
        """Close the pipes of a process that another one made; it is not ours to end."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _write(self, data: bytes) -> None:
        assert self._process.stdin
        left = memoryview(data)
        while left:
            left = left[self._process.stdin.write(left) or 0 :]

    def _frame(self, limit: int, options: Options, heard: bool) -> bytes:
        (length,) = LENGTH.unpack(self._exactly(LENGTH.size, limit, options, heard))
        return self._exactly(length, limit, options, True)

    def _exactly(self, length: int, limit: int, options: Options, heard: bool) -> bytes:
        assert self._process.stdout
        pieces, left = [], length
        while left:
            if sys.platform != "win32" and not select.select([self._process.stdout], [], [], PATIENCE * limit)[0]:
                raise EndedError(f"reading it takes more than {PATIENCE * limit} s")
            piece = self._process.stdout.read(left)
            if not piece:
                raise EndedError(_why(self._process.wait(), limit, options, heard))
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)


def _why(status: int, limit: int, options: Options, heard: bool) -> str:
    if status == 0 and not heard:
        return ""  # it had ended for its own size, before this request came
    if sys.platform != "win32" and status == -signal.SIGXCPU:
        return f"reading it takes more than {limit} s of processor time"
    if sys.platform != "win32" and status == -signal.SIGKILL:
        return "the system ended its reader: it takes too much memory"
    return f"its reader broke off (status {status}): the file is damaged, or takes more than {options.memory >> 20} MiB"


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon, members: bool) -> Iterator[Part | Skipped]:
    """Every text of a container. Of an archive (``members``) a file that ends the process is skipped, the rest goes on.

    Raises ``InputError`` where the file as a whole cannot be read, and ``UsageError`` for a column that is not there.
    """
    from kg.model import Skipped

    source = writable(source)
    first, lost = 0, 0
    while True:
        begun: tuple[int, str] | None = None
        try:
            for reply in _replies(Asked(source, options, str(lexicon.folder), first), data):
                begun = reply.begun or begun
                if reply.skipped:
                    yield reply.skipped
                elif reply.part:
                    yield _given(reply.part, reply.whole, data)
            return
        except EndedError as error:
            if not members or begun is None:
                raise InputError(source, error.cause, _CURE) from error
            yield Skipped(f"{source}/{begun[1]}", error.cause, _CURE)
            first, lost = begun[0] + 1, lost + 1
            if lost == _MOST_LOST:
                yield Skipped(source, f"{lost} files in it end their reader; the rest is not read", _CURE)
                return


_MOST_LOST: Final = 3
"""Members of one archive that may end the process before the rest of it is left."""


def _given(part: Part, whole: str, data: bytes) -> Part:
    """The part with the bytes that were not sent."""
    return replace(part, data=data if whole == "file" else part.text.encode()) if whole else part


def _replies(asked: Asked, data: bytes) -> Iterator[Reply]:
    """The replies of a process, which is kept for the next file if it gave all of them."""
    for attempt in (1, 2, 3):
        process = _taken()
        try:
            for reply in process.ask(asked, data):
                if reply.failed:
                    raise _error(reply.failed, asked)
                yield reply
        except EndedError as error:
            process.stop()
            if error.cause or attempt == 3:
                raise (
                    error if error.cause else EndedError("the process that reads such files cannot be started")
                ) from error
        except (InputError, UsageError):
            _IDLE.append(process)
            raise
        except BaseException:  # the caller has enough
            process.stop()
            raise
        else:
            _IDLE.append(process)
            return


def _error(failed: tuple[str, str, str, str], asked: Asked) -> Exception:
    name, source, cause, cure = failed
    if name == "MemoryError":
        return EndedError(f"reading it takes more than {asked.options.memory >> 20} MiB of memory")
    return UsageError(source, cause, cure) if name == "UsageError" else InputError(source, cause, cure)


def _taken() -> Process:
    while _IDLE:
        process = _IDLE.pop()
        if process.alive():
            return process
        process.stop()
    return Process()


def dismiss() -> None:
    """End the processes that wait for files."""
    while _IDLE:
        _IDLE.pop().stop()


def _forget() -> None:
    """In a forked process: the processes of its parent are not its own."""
    while _IDLE:
        _IDLE.pop().forget()


atexit.register(dismiss)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
