"""Tasks that other processes do; they must be found by name there."""

from __future__ import annotations

import os
import signal


def double(number: int) -> int:
    return 2 * number


def dies_once(mark: str, number: int) -> int:
    if number == 3 and not os.path.exists(mark):  # noqa: PTH110
        with open(mark, "w", encoding="utf-8"):  # noqa: PTH123
            os.kill(os.getpid(), signal.SIGKILL)
    return number


def dies(_: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


class FaultyError(Exception):
    """One that cannot travel between processes."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def fails(_: int) -> int:
    raise FaultyError("甲", "乙")
