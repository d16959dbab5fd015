"""Text that was decoded wrongly before it came here: UTF-8 saved as GB18030 (鍏ㄥ競), GBK as Latin-1 (È«ÊÐ), 锟斤拷."""

from __future__ import annotations

from typing import Final

from kg.ingest.decode import share_of_frequent

_SAMPLE: Final = 4_000
_FEWEST: Final = 20  # characters that are not ASCII, from which a text can be judged
_POOR, _GOOD = 0.15, 0.3  # Chinese prose reaches 0.6, wrongly decoded prose stays under 0.1
_LOST: Final = ("锟斤拷", "\ufffd\ufffd\ufffd", "烫烫烫烫", "屯屯屯屯")
_WAYS: Final = (
    ("gb18030", "utf-8"),
    ("latin-1", "gb18030"),
    ("cp1252", "gb18030"),
    ("latin-1", "utf-8"),
    ("cp1252", "utf-8"),
    ("big5hkscs", "gb18030"),
    ("gb18030", "big5hkscs"),
)
"""Which encoding such a text was taken for, and which it is in."""


def garbled(text: str) -> str:
    """What went wrong with a text before it was saved, or "" for one that can be read.

    >>> garbled("滕州市召开经济工作会议，研究部署下一步工作。")
    ''
    >>> garbled("滕州市召开经济工作会议，研究部署下一步工作。".encode().decode("gb18030", "ignore"))
    'its bytes are utf-8 and were read as gb18030 when it was saved'
    """
    sample = _worth(text)
    wide = len(sample) - len(sample.encode("ascii", "ignore"))
    if wide < _FEWEST:
        return ""
    lost = sum(sample.count(mark) * len(mark) for mark in _LOST)
    if lost > wide / 4:
        return "its characters were lost when it was saved in another encoding"
    if share_of_frequent(sample) >= _POOR:
        return ""
    for taken, real in _WAYS:
        right = sample.encode(taken, "ignore").decode(real, "ignore")
        if len(right) >= _FEWEST / 2 and share_of_frequent(right) >= _GOOD:
            return f"its bytes are {real} and were read as {taken} when it was saved"
    return ""


def _worth(text: str) -> str:
    """The beginning of a text from its first character that is not ASCII."""
    start = next((at for at, char in enumerate(text) if char > "\x7f"), len(text))
    return text[start : start + _SAMPLE]
