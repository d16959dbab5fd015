"""Data made fit to stand inside a script element: no text of an article can end the element or be taken for markup."""

from __future__ import annotations

import json
from typing import Any, Final

from kg.export.markup import replaced, shown

_ESCAPES: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029\x7f\ufeff\ufffe\uffff"} | {
    code: f"\\u{code:04x}" for code in range(0x80, 0xA0)
}
_LONE: Final = {code: f"\\u{code:04x}" for code in range(0xD800, 0xE000)}


def data(value: Any) -> str:
    r"""The value as JSON: Chinese as it is, whatever HTML or JavaScript could read otherwise as ``\uXXXX``.

    >>> data("</script>临汾")
    '"\\u003c/script\\u003e临汾"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if "\\u00" in text or "\\b" in text or "\\f" in text:  # control characters stand escaped in it
        text = json.dumps(_shown(value), ensure_ascii=False, separators=(",", ":"))
    found = replaced(shown(text), _ESCAPES)
    try:
        found.encode()
    except UnicodeEncodeError:
        return found.translate(_LONE)
    return found


def _shown(value: Any) -> Any:
    """The value with a mark for each character that steers; offsets hold."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return {_shown(key): _shown(one) for key, one in value.items()}
    return [_shown(one) for one in value] if isinstance(value, list | tuple) else value
