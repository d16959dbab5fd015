"""Fuzzing by mutation, with nothing to install: ``python tests/fuzz/mutate.py TARGET EXECUTIONS [SEED]``.

Mutations of made inputs (bits, pieces, numbers, marks of the format) are given to a target of ``targets.py``. What it
raises, and what takes more than five seconds of processor time, is kept as a file beside this one and told; the same
seed gives the same inputs.
"""

from __future__ import annotations

import random
import signal
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.fuzz.targets import TARGETS, made_inputs

MARKS = (
    *(
        b"\0",
        b"\xff",
        b"\n",
        b'"',
        b"'",
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b"<",
        b">",
        b"../",
        b"=",
        b",",
        b"\xef\xbb\xbf",
    ),
    *(b"-1", b"0", b"2000000000", b"1e999", b"NaN", b"null", "县".encode(), b"\xed\xa0\x80", b"\xff\xfe", b"[[" * 50),
    *(b"FILTER", b"LANG(?l)", b"SERVICE", b"UNION", b"a = ", b"[[decision]]", b"quads/", b"w:vMerge", b"PK\x03\x04"),
)
SECONDS = 5.0
LONGEST = 100_000


class TooSlowError(BaseException):
    """An input holds the target."""


def mutated(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """The bytes with one to eight changes."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(made) + 1)
        end = min(len(made), at + int(chance.expovariate(0.1)))
        kind = chance.randrange(7)
        if kind == 0 and at < len(made):
            made[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del made[at:end]
        elif kind == 2:
            made[at:at] = chance.choice(MARKS)
        elif kind == 3:
            made[at:at] = made[at:end] * chance.randint(1, 9)
        elif kind == 4:
            made[at:end] = chance.randbytes(end - at)
        elif kind == 5:
            other = chance.choice(others)
            there = chance.randrange(len(other) + 1)
            made[at:end] = other[there : there + int(chance.expovariate(0.02))]
        elif end - at >= 1:
            made[at:end] = chance.randrange(1 << 8 * min(8, end - at)).to_bytes(min(8, end - at), "little")
    return bytes(made[:LONGEST])


def _over(*_: object) -> None:
    raise TooSlowError


def main() -> int:
    """Run a target so often; the status: whether anything was found."""
    name, most, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1
    target, start, chance = TARGETS[name], made_inputs(name), random.Random(seed)
    for data in start:
        target(data)
    signal.signal(signal.SIGVTALRM, _over)
    pool, found, began, done = list(start), 0, time.monotonic(), 0
    for done in range(1, most + 1):
        if done % 1_000 == 0:
            print(f"{name}: {done} executions, {found} found", flush=True)
        data = mutated(chance.choice(pool), start, chance)
        if chance.random() < 0.02:
            pool = [*start, *pool[len(start) :][-200:], data]
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            target(data)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                break
            found += 1
            Path(__file__).with_name(f"found-{name}-{seed}-{done}").write_bytes(data)
            traceback.print_exc(limit=-4)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    print(f"{name}: {done} executions in {time.monotonic() - began:.0f} s, {found} found", flush=True)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
