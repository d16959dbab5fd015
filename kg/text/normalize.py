"""A text made plain for matching: Simplified, full-width punctuation, half-width letters. The length never changes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.regex import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

# Below this share of changed characters a text is Simplified and is left alone: 乾县 and 甯 must survive in it.
_TRADITIONAL_SHARE = 0.03
# The converter would change these, but they stand in Simplified text too (乾县, 著名, 什么, 瞭望): no sign of a script.
_BOTH = frozenset("乾著么昇濛於氾瞭藉徵吒塚洩")
_SAMPLE = 50_000

_LINE = compiled(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_HAN = compiled(r"[\u3400-\u9fff\uf900-\ufaff]")
_FOREIGN = compiled(r"[\x00\ud800-\udfff]+")  # what the converter cannot carry: NUL ends its text, surrogates raise
_MARK = compiled(r"[,:;()!?\"'.]")
_WIDE = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "!": "！", "?": "？"}
_SAME = {
    **{chr(c): chr(c - 0xFEE0) for c in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]},
    **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "),
    **dict.fromkeys("﹒•‧・･∙⋅", "·"),
    **dict.fromkeys("―─", "—"),
    **dict(zip("「」『』﹁﹂﹃﹄｢｣〝〞〟＂", '“”‘’“”‘’“”“””"', strict=True)),
    **dict(zip("﹐﹑﹔﹕﹖﹗﹙﹚｡､", "，、；：？！（）。、", strict=True)),
    **dict(zip("％＋－−﹣．／＇＆＝｜", "%+---./'&=|", strict=True)),
}


def plain(text: str) -> str:
    """The same text, character for character, ready to be matched. Always of the same length.

    >>> plain("來源:吉林日報 (試行)")
    '来源：吉林日报 （试行）'
    >>> plain("乾县于15:14发布1,258项,详见http://a.cn")
    '乾县于15:14发布1,258项，详见http://a.cn'
    """
    shape = str.maketrans(_SAME)
    text = text.translate(shape)
    if is_traditional(text):
        text = _simplified(text)
    return _LINE.sub(lambda line: _punctuated(line.group()), text)


def is_traditional(text: str) -> bool:
    """Whether a text is in Traditional Chinese: over 3 % of the Chinese characters of its beginning would change."""
    sample = "".join(_HAN.findall(text[:_SAMPLE]))
    other = _simplified(sample)
    changed = sample != other and sum(a != b and a not in _BOTH for a, b in zip(sample, other, strict=True))
    return changed > _TRADITIONAL_SHARE * len(sample)


def _simplified(text: str) -> str:
    convert = _converter()
    return _LINE.sub(lambda line: _carried(line.group(), convert), text).translate(_variants())


def _carried(line: str, convert: Callable[[str], str]) -> str:
    parts = _FOREIGN.split(line)
    if len(parts) > 1:
        gaps = [*_FOREIGN.findall(line), ""]
        return "".join(_carried(part, convert) + gap for part, gap in zip(parts, gaps, strict=True))
    out = convert(line) if line else line
    # The tables hold no entry that changes length; were one added, its line stays as it is rather than shift offsets.
    return out if len(out) == len(line) else line


def _punctuated(line: str) -> str:
    if not _HAN.search(line):
        return line
    opened = {'"': False, "'": False}
    wide: list[bool] = []  # of the brackets that are open: whether they were made wide

    def mark(match: re.Match[str]) -> str:
        at, char = match.start(), match.group()
        before, after = line[at - 1 : at], line[at + 1 : at + 2]
        if char in opened:
            return _quote(char, before, after, opened)
        if char == ")" and wide:
            return "）" if wide.pop() else char  # as the bracket that it closes: (GDP)439亿元
        if char == ".":
            return "。" if _HAN.match(before) and not after.strip() else char
        latin = _is_latin(before, after, line[at + 1 : at + 3])
        if char == "(":
            wide.append(not latin)
        return char if latin else _WIDE[char]

    return _MARK.sub(mark, line)


def _is_latin(before: str, after: str, rest: str) -> bool:
    """Whether a mark stands inside a number, a time, an address or Latin words."""
    if not (before.isascii() and (before.isalnum() or before in {".", "%", "/"}) and before):
        return False
    follower = rest.strip()[:1] if after == " " and before.isalpha() else after
    return bool(follower) and follower.isascii() and (follower.isalnum() or follower == "/")


def _quote(char: str, before: str, after: str, opened: dict[str, bool]) -> str:
    if char == "'" and before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
        return char
    opened[char] = not opened[char]
    pair = "“”" if char == '"' else "‘’"
    return pair[0] if opened[char] else pair[1]


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC("tw2s").convert
    return convert


@lru_cache(maxsize=1)
def _variants() -> Mapping[int, str]:
    from kg.lexicon import standard

    return str.maketrans({row["form"]: row["simplified"] for row in standard().table("variants")})
