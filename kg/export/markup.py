"""Text that any XML reader takes: characters that XML 1.0 forbids are left out, the rest is escaped."""

from __future__ import annotations

from typing import Final

_ALLOWED: Final = (9, 10, 13)
_GONE: Final = {code: None for code in (*range(32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)) if code not in _ALLOWED}
_LONE: Final = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_ESCAPED: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_SPACED: Final = {9: "&#9;", 10: "&#10;", 13: "&#13;"}
_TABLE: Final = {**_GONE, **_ESCAPED, **_SPACED}


def clean(value: str) -> str:
    r"""The text without characters that XML forbids.

    >>> clean("a\x0bb")
    'ab'
    """
    return value.translate(_GONE)


def escape(value: object) -> str:
    """A value as it may stand in an element or a quoted attribute.

    >>> escape('<"a" & b>')
    '&lt;&quot;a&quot; &amp; b&gt;'
    """
    return str(value).translate(_TABLE)


def utf8(text: str) -> bytes:
    r"""A text as bytes. Lone surrogates, which UTF-8 cannot hold (names of files can), become U+FFFD.

    >>> utf8("市\udcff").decode()
    '市\ufffd'
    """
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.translate(_LONE).encode()
