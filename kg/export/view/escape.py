"""Data made fit to stand inside a script element: no text of an article can end the element or be taken for markup."""

from __future__ import annotations

import json
from typing import Any, Final

_ESCAPES: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029\x7f\ufeff\ufffe\uffff"} | {
    code: f"\\u{code:04x}" for code in (*range(0xD800, 0xE000), *range(0x80, 0xA0))
}


def data(value: Any) -> str:
    r"""The value as JSON: Chinese as it is, whatever HTML or JavaScript could read otherwise as ``\uXXXX``.

    >>> data("</script>临汾")
    '"\\u003c/script\\u003e临汾"'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
