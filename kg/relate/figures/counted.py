"""The noun that a measure word counts, and the verbs around it: 组织召开|4次|座谈会, 53个|重大项目|建成投运."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.names.division_levels import signs
from kg.relate.figures.indicators import CLOSERS, PAIRS, STOPS, Rules
from kg.text.numerals import han
from kg.text.tokens import tokens

if TYPE_CHECKING:
    from kg.text.tokens import Token

_WHOLE = 12  # characters of a counted noun that keeps what stands before its 的: 县区的汇报
_GOES_ON = frozenset("的等一二三四五六七八九十")  # 违反中央|八项规定精神的|案例
_PREPOSITIONS = frozenset("由被向把将")
_AREAS = frozenset(signs())
_HARD = frozenset("dpuyxwr")
_SKIPPED = frozenset(role_words("figurewords", "skipped"))
_LIGHT = role_words("figurewords", "light")
_ADVERBS = frozenset(role_words("figurewords", "adverb"))


def counted(plain: str, rules: Rules, at: int, end: int) -> Span | None:
    """The noun that a measure word counts, from where the measure word ends: 15个|联络员小组|直奔一线.

    What does not begin with a noun may end in one: 10家|在全国有影响力的|龙头企业, 20栋|小楼等|旧住房.
    """
    words = tokens(plain, (Span(at, end),)).items
    ends = plain[end : end + 1] in STOPS | CLOSERS | {"、", ""}
    last = _noun_end(words, rules, at, whole=ends)
    following = plain[last : last + 1]
    later = max(plain.rfind("的", at, end), last if following == "等" else -1)
    if later >= 0 and (last == at or following in _GOES_ON) and later + 1 < end:
        inner = counted(plain, rules, later + 1, end)
        if inner is None and last > at:
            return Span(at, last)
        whole = inner is not None and following == "的" and at < last == later and inner.end - at <= _WHOLE
        return Span(at, inner.end) if whole and inner else inner
    if last == at and plain[at : at + 1] in _AREAS:
        last = at + 1  # cut with the verb behind it: 5个|镇作了发言
    return Span(at, last) if last > at else None


def _noun_end(words: tuple[Token, ...], rules: Rules, at: int, *, whole: bool) -> int:
    """Where the noun that the words begin with ends. Verbs inside it stay (核心|支撑|企业), verbs behind it go, unless
    the clause ends with them (村|规划|编制): ``whole``.
    """
    depth, last, sure = 0, at, at
    for index, word in enumerate(words):
        if not depth and word.word not in PAIRS and _halts(words, index, rules, last > at):
            return sure
        depth += (word.word in PAIRS) - (word.word in CLOSERS)
        last = word.end
        nominal = word.tag not in {"v", "c"} or word.word in rules.agents
        sure = last if nominal or depth else sure
    return last if whole and sure > at else sure


def _halts(words: tuple[Token, ...], index: int, rules: Rules, begun: bool) -> bool:
    """Whether a counted noun surely ends before a word."""
    word = words[index]
    if not begun and (word.word in rules.acts or _misread(words, index, rules)):
        return False
    if word.word.isdecimal():
        return True
    if begun and words[index - 1].word == "新":
        return False
    if begun and word.word[0] in _PREPOSITIONS and len(word.word) > 1:
        return True  # cut with the name behind it: 基地|由华陇
    head = index + 1 == len(words) and word.tag == "m" and han(word.word) is None  # 核酸采样|点
    if word.word in rules.halts or word.tag[:1] in _HARD or (word.tag in {"ad", "m"} and begun and not head):
        return True
    if word.tag[:1] == "t":
        return word.word[-1] in "年月日末底初前天" or begun
    actor = begun and words[index - 1].word.endswith(rules.agents)
    return actor and word.tag == "v" and index + 1 < len(words)


def _misread(words: tuple[Token, ...], index: int, rules: Rules) -> bool:
    """A noun that the dictionary calls an adverb: 难点|问题."""
    word, follow = words[index], words[index + 1 : index + 2]
    adverb = word.tag == "d" and len(word.word) > 1 and word.word not in rules.halts | _ADVERBS
    return adverb and bool(follow) and follow[0].tag[:1] == "n"


def predicate(plain: str, at: int, end: int) -> str:
    """A short predicate behind a counted noun, up to the end of the clause: 53个重大项目|建成投运."""
    if not 2 <= end - at <= 7 or plain.startswith(_LIGHT, at):
        return ""
    words = [w for w in tokens(plain, (Span(at, end),)).items if w.word not in _ADVERBS]
    verbal = all(w.tag[:1] == "v" or w.word == "全面" for w in words)
    return "".join(w.word for w in words) if verbal and sum(len(w.word) for w in words) <= 6 else ""


def verb_before(plain: str, rules: Rules, left: Span) -> str:
    """The verb that stands right before a number: 组织|召开|4次, 选派|120名."""
    for word in reversed(tokens(plain, (left,)).items):
        if word.word in _SKIPPED:
            continue
        verbal = word.tag[:1] == "v" or word.word in rules.acts
        return word.word if verbal and len(word.word) > 1 else ""
    return ""
