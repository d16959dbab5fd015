"""Divisions, regiments and companies of the Xinjiang Production and Construction Corps: 第八师143团七连."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.shipped import pattern
from kg.model import Mention, Span
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument

_SIGNS = ("兵团", "师市", "团场")  # only a text with one of them speaks of the corps
_HAN = "一二三四五六七八九"
_DIGITS = str.maketrans({han: str(number) for number, han in enumerate(_HAN, 1)} | {"〇": "0", "零": "0"})
_UNIT = pattern("organ-forms", "corps-unit")
_CORPS = "新疆生产建设兵团"


def corps(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Every unit of the corps with those over it, under its full name; a regiment alone is of the division before."""
    plain, above = doc.plain, ""
    if not any(sign in plain for sign in _SIGNS):
        return
    for start, end in sorted({(s.start, s.end) for block in doc.spans for s in _near(plain, block)}):
        match = _UNIT.match(plain, start, end)
        if match is None:
            continue
        if match["division"]:
            above = _CORPS + _division(match["division"])
            yield _unit(start, match.end("division"), above)
        regiment, company = ("regiment", "company") if match["division"] else ("alone", "of")
        name = above + _digits(match[regiment]) if match[regiment] else ""
        if name:
            yield _unit(start, match.end(regiment), name)
        if name and match[company]:
            yield _unit(start, match.end(company), name + match[company])


def _near(plain: str, block: Span) -> Iterator[Span]:
    """The stretches of a block that a unit may start in: a few characters before each 师 and 团."""
    last = block.start
    for match in _UNIT.finditer(plain, block.start, block.end):
        if match.start() >= last:
            yield Span(match.start(), block.end)
            last = match.end()


def _unit(start: int, end: int, name: str) -> Mention:
    return Mention(Span(start, end), Kind.ORGANIZATION, name, "body-corps", 0.85)


def _division(text: str) -> str:
    """八师, 8师, 第8师 → 第八师."""
    number = text.removeprefix("第").removesuffix("师")
    if number.isdigit():
        tens, ones = divmod(int(number), 10)
        number = "十" * tens + (_HAN[ones - 1] if ones else "")
    return f"第{number}师"


def _digits(text: str) -> str:
    """一四三团 → 143团."""
    number = text.rstrip("团场")
    return (number.translate(_DIGITS) if len(number) > 1 else number) + text[len(number) :]
