"""Numerals: Arabic with their scale words, and Chinese, as exact values."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
STEPS: Final = {"十": 10, "百": 100, "千": 1000}
SCALES: Final = {"万": 10**4, "亿": 10**8}


def number(text: str) -> float | None:
    """The value of a numeral with its scale words, or ``None`` where it is none.

    >>> number("886.4亿"), number("1,258"), number("三百二十万"), number("两千"), number("一万五")
    (88640000000.0, 1258.0, 3200000.0, 2000.0, 15000.0)
    """
    digits = text.rstrip("十百千万亿")
    if digits and digits.replace(",", "").replace(".", "", 1).isdecimal() and digits.isascii():
        return float(Decimal(digits.replace(",", "")) * _scale(text[len(digits) :]))
    value = han(text)
    return None if value is None else float(value)


def _scale(words: str) -> int:
    value = 1
    for char in words:
        value *= STEPS.get(char) or SCALES[char]
    return value


def han(text: str) -> int | None:
    """The value of a Chinese numeral: by places (三百二十), by digits (二〇二六) or with an elided place (一万五).

    A step word without a digit counts once: 百万 is a million.
    """
    if not text or any(c not in DIGITS and c not in STEPS and c not in SCALES for c in text):
        return None
    if len(text) > 1 and all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    return _by_places(text)


def _by_places(text: str) -> int:
    """Total = done with 亿/万, part = below the next scale word, digit = not yet placed; last = the place just used."""
    total, part, digit, last = 0, 0, -1, 1
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
            last = 1 if digit == 0 else last
        elif char in STEPS:
            part += (1 if digit < 0 else digit) * STEPS[char]
            digit, last = -1, STEPS[char]
        else:
            part += max(digit, 0)
            below = part or (0 if total else 1)
            total = (total + below) * SCALES[char] if char == "亿" else total + below * SCALES[char]
            part, digit, last = 0, -1, SCALES[char]
    return total + part + (max(digit, 0) * (last // 10 if last > 10 else 1))
