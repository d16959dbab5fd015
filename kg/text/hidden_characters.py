"""Characters that nobody sees and that pages put into words: zero-width spaces and joiners, soft hyphens, marks of
direction. An article is read without them, and what was read is told in the offsets of the text as it stands.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kg.model import Span
from kg.text.normalize import plain

if TYPE_CHECKING:
    from kg.model import Reading

_T = TypeVar("_T")

HIDDEN: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_GONE: Final = dict.fromkeys(map(ord, HIDDEN))


def without_hidden(text: str) -> str:
    """A text without the characters that nobody sees; the same text where it has none.

    >>> without_hidden("市委书记王\u200b某")
    '市委书记王某'
    """
    return text.translate(_GONE) if any(char in text for char in HIDDEN) else text


def as_it_stands(reading: Reading) -> Reading:
    """A reading of a text without hidden characters, with the text as it stands and all spans in its offsets."""
    whole = reading.document.whole
    if not whole:
        return reading
    at = [index for index, char in enumerate(whole) if ord(char) not in _GONE]
    found = _moved(reading, at)
    return replace(found, document=replace(found.document, text=whole, plain=plain(whole), whole=""))


def _moved(value: _T, at: list[int]) -> _T:
    """A value with all spans in it moved: offset *n* of the bare text is offset ``at[n]`` of the whole."""
    made: Any = value
    if isinstance(value, Span):
        return _span(value, at)  # type: ignore[return-value]
    if isinstance(value, tuple):
        made = tuple(_moved(item, at) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        moved = {name: _moved(part, at) for name, part in parts.items() if not isinstance(part, str)}
        made = replace(value, **moved)
    found: _T = made
    return found


def _span(span: Span, at: list[int]) -> Span:
    """An empty span, which points at no text, stays where it is."""
    return Span(at[span.start], at[span.end - 1] + 1) if span.start < span.end else span
