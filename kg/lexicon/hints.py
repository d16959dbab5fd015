r"""What the regular expression of a pattern lets one know before it is run, read off its parse tree.

Most patterns match nowhere in most texts. Where all that they can match holds one of a few words (工程, 项目), a text
without any of these need not be searched, and a pattern that opens with ``\A`` need be tried at one place only.
"""

from __future__ import annotations

import re
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 64  # words of a group that are worth looking for


def anchored(regex: re.Pattern[str]) -> bool:
    r"""Whether the expression can match at the very start of a text only.

    >>> anchored(re.compile(r"\A等(?:项目|工程)")), anchored(re.compile(r"^等")), anchored(re.compile(r"\A等|项目"))
    (True, True, False)
    """
    tree = parser.parse(regex.pattern, regex.flags)
    starts = {ops.AT_BEGINNING_STRING} | ({ops.AT_BEGINNING} if not regex.flags & re.MULTILINE else set())
    return bool(len(tree)) and tree[0][0] is ops.AT and tree[0][1] in starts


def needs(regex: re.Pattern[str]) -> tuple[str, ...]:
    r"""Words of which every match holds at least one; () where no such words can be told.

    >>> needs(re.compile("第[一二三]届(?:全体)?(?:大会|会议)"))
    ('会议', '大会')
    >>> needs(re.compile("第?[一二三]"))
    ('一', '三', '二')
    >>> needs(re.compile(r"\d+"))
    ()
    """
    return next(iter(every(regex)), ())


def every(regex: re.Pattern[str]) -> tuple[tuple[str, ...], ...]:
    r"""Groups of words of each of which every match holds one, the most telling first.

    >>> every(re.compile("(?:县|市)政府第[0-9]+次(?:常务会议|全体会议)"))
    (('全体会议', '常务会议'), ('政府第',), ('次',), ('县', '市'))
    """
    if regex.flags & re.IGNORECASE:
        return ()
    groups = {_shortest(group) for group in _groups(list(parser.parse(regex.pattern, regex.flags)))}
    telling = sorted((group for group in groups if len(group) <= _MOST), key=_telling, reverse=True)
    return tuple(tuple(sorted(group)) for group in telling)


def _groups(nodes: list[Any]) -> Iterator[frozenset[str]]:
    """What each part of a sequence needs, and each part of a part that is a sequence itself."""
    run = ""
    for op, value in [*nodes, (None, None)]:
        if op is ops.LITERAL:
            run += chr(value)
            continue
        if run:
            yield frozenset({run})
        run = ""
        inner = value[3] if op is ops.SUBPATTERN and not value[1] & re.IGNORECASE else ()
        found = frozenset() if inner else _part(op, value)
        yield from _groups(list(inner)) if inner else [found] if found else []


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """Without words that hold another one, which is found wherever they are."""
    return frozenset(word for word in words if not any(other in word for other in words - {word}))


def _needs(nodes: list[Any]) -> frozenset[str]:
    """The best of what the parts of a sequence need: the longest words, then the fewest."""
    best: frozenset[str] = frozenset()
    run = ""
    for op, value in [*nodes, (None, None)]:
        if op is ops.LITERAL:
            run += chr(value)
            continue
        found = frozenset({run}) if run else frozenset()
        best, run = _better(_better(best, found), _part(op, value)), ""
    return best


def _part(op: Any, value: Any) -> frozenset[str]:
    """What one part of a sequence needs; nothing where it may be absent or match anything."""
    if op is ops.SUBPATTERN:
        return frozenset() if value[1] & re.IGNORECASE else _needs(list(value[3]))
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}:
        return _needs(list(value[2])) if value[0] else frozenset()
    if op is ops.ASSERT and value[0] > 0:  # what must follow stands in the same stretch; what goes before need not
        return _needs(list(value[1]))
    if op is ops.ATOMIC_GROUP:
        return _needs(list(value))
    if op is ops.IN:
        return frozenset(chr(v) for _, v in value) if all(o is ops.LITERAL for o, _ in value) else frozenset()
    if op is ops.BRANCH:
        branches = [_needs(list(branch)) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    return frozenset()


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    if not one or not other:
        return one or other
    return max(one, other, key=_telling)


def _telling(words: frozenset[str]) -> tuple[int, int, list[str]]:
    return min(map(len, words)), -len(words), sorted(words)
