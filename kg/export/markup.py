"""Text that any reader takes: what steers a terminal or turns the order of a line is left out, the rest is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALLOWED: Final = (9, 10, 13)
_STEERS: Final = (
    *(code for code in range(32) if code not in _ALLOWED),
    *range(0x7F, 0xA0),  # DEL and the C1 controls
    *(0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # the bidirectional controls of Unicode
)
_GONE: Final = dict.fromkeys((*_STEERS, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
_NO_XML: Final = dict.fromkeys(
    (*(code for code in range(32) if code not in _ALLOWED), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
)
_SHOWN: Final = dict.fromkeys((*_STEERS, 0xFFFE, 0xFFFF), "\ufffd")
_LONE: Final = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_ESCAPED: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_SPACED: Final = {9: "&#9;", 10: "&#10;", 13: "&#13;"}
_TABLE: Final = {**_NO_XML, **_ESCAPED, **_SPACED}


def clean(value: str) -> str:
    r"""The text without control characters and those that turn the order of a line, and without what XML forbids.

    >>> clean("a\x0bb\u202ec")
    'abc'
    """
    return value if value.isprintable() else value.translate(_GONE)


def shown(value: str) -> str:
    r"""The same, character by character, so that offsets hold: U+FFFD for each.

    >>> shown("a\x0bb\u202ec")
    'a\ufffdb\ufffdc'
    """
    return value if value.isprintable() else replaced(value, _SHOWN)


def replaced(value: str, table: Mapping[int, str]) -> str:
    """What ``translate`` gives for a long text and a table whose few characters hardly stand in it: each is looked for
    by itself, which costs less than asking of every character of the text. No text of the table holds one of them.

    >>> replaced("a<b", {60: "&lt;"})
    'a&lt;b'
    """
    for code, text in table.items():
        char = chr(code)
        if char in value:
            value = value.replace(char, text)
    return value


def escape(value: object) -> str:
    """A value as it may stand in an element or a quoted attribute of XML: all that XML can hold.

    >>> escape('<"a" & b>')
    '&lt;&quot;a&quot; &amp; b&gt;'
    """
    said = str(value)
    if said.isprintable() and not ("&" in said or "<" in said or ">" in said or '"' in said):
        return said  # as most are; a translation takes much longer
    return said.translate(_TABLE)


def utf8(text: str) -> bytes:
    r"""A text as bytes. Lone surrogates, which UTF-8 cannot hold (names of files can), become U+FFFD.

    >>> utf8("市\udcff").decode()
    '市\ufffd'
    """
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.translate(_LONE).encode()
