"""How an indicator is worded: long phrases made short, lists taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.regex import compiled
from kg.lexicon.shipped import pattern
from kg.model import Span
from kg.relate.figures.indicators import CLOSERS, PAIRS, Rules
from kg.text.tokens import tokens

if TYPE_CHECKING:
    import re

_ABBREVIATED = compiled("（[A-Z]+）$")  # 地区生产总值（GDP）
_TWICE = compiled("([一-鿿]{2,6})\\1$")  # 小学小学, a slip of the source
_TWINS = compiled(
    "(?P<one>[一-鿿]{0,4}(?P<kind>[一-鿿]{2}))[和与、](?P<other>[一-鿿]{0,4}(?P=kind))(?P<rest>[一-鿿]{2,})$"
)
_LONG = 14
_NUMBERED = pattern("figure", "two-industries")
_JOINTS = (compiled("、|以及|及其|及|和|与"), compiled("、|以及|和"), compiled("、|以及"))
_EDGES = "的、，：；。—“”（）及和与等 "


def outside(text: str) -> list[bool]:
    """For every offset of a text whether it stands outside quotation marks and brackets."""
    depth, out = 0, []
    for char in text:
        depth -= char in CLOSERS and depth > 0
        out.append(depth == 0)
        depth += char in PAIRS
    return out


def concise(text: str, rules: Rules) -> str:
    """A phrase made short: a list before 等 goes, then what stands before 的, then clauses before the last verb.

    >>> from kg.lexicon import Lexicon
    >>> rules = Rules.read(Lexicon())
    >>> concise("发展菱角、茭白等水生蔬菜", rules)
    '发展水生蔬菜'
    >>> concise("组织全市机关党员干部分批走访社区（村居）", rules)
    '走访社区（村居）'
    """
    text = next((text[:at] + text[at + 1 :] for at in (2, 4) if text[at : at + 1] == "了"), text)
    text = _TWICE.sub(r"\1", _ABBREVIATED.sub("", text))
    agent = rules.of["by-agent"].match(text)
    text = text[agent.end() :] if agent else text
    inner = rules.of["inner-scope"].match(text)
    text = _without_list(text[inner.end() :] if inner else text, rules).strip("、，")
    if len(text) > _LONG or ("、" in text and len(text) > 4) or rules.of["by-means"].match(text):
        text = _last_act(text, rules)
    if len(text) > _LONG:
        text = _behind_de(text)
    if len(text) > _LONG and "“" in text[1:] and "”" in text:
        text = text[text.index("“", 1) :]
    return _balanced(text)


def _without_list(text: str, rules: Rules) -> str:
    free = outside(text)
    found = [m for m in rules.of["many"].finditer(text) if free[m.start()] and m.end() < len(text)]
    head = text[: found[-1].start()] if found else ""
    if not found or not ("、" in head or "》" in head or "”" in head or len(text) > _LONG):
        return text
    verbs = ""
    for word in tokens(head, (Span(0, len(head)),)).items:
        if word.tag[:1] != "v" and word.word not in rules.acts:
            break
        verbs += word.word
    return verbs + text[found[-1].end() :]


def _behind_de(text: str) -> str:
    at = text.rfind("的", 0, len(text) - 2)
    free = outside(text)
    return text[at + 1 :] if at >= 4 and free[at] and text[at + 1 :] not in {"比重", "比例", "数量"} else text


def _last_act(text: str, rules: Rules) -> str:
    """From the last verb whose object is counted, where a noun follows it, or the bare verb behind an 、."""
    free = outside(text)
    items = tokens(text, (Span(0, len(text)),)).items
    for at in range(len(items) - 1, 0, -1):
        word = items[at]
        if word.word in rules.acts and free[word.start] and text[word.end : word.end + 1] not in PAIRS:
            whole = len(text) - word.end
            if whole >= 2 or (whole == 0 and text[word.start - 1] == "、"):
                while at > 1 and items[at - 1].word in rules.acts:
                    at -= 1
                return text[items[at].start :]
    return text


def _balanced(text: str) -> str:
    """Without marks at the edges and without a quotation mark that has lost its other half."""
    for opener, closer in PAIRS.items():
        if text.count(opener) != text.count(closer):
            text = text.replace(opener, "").replace(closer, "")
    text = text[:-1] if text.endswith("等") else text
    return text.strip("的、，：；。— ") if text[:1] in _EDGES or text[-1:] in _EDGES else text


def names(text: str, joints: re.Pattern[str] = _JOINTS[0]) -> list[str]:
    """The names of a list, outside quotation marks and brackets.

    >>> names("固定资产投资、社会消费品零售总额和“一带一路、中欧”进出口")
    ['固定资产投资', '社会消费品零售总额', '“一带一路、中欧”进出口']
    """
    out, start, free = [], 0, outside(text)
    for match in joints.finditer(text):
        if match.start() > start and free[match.start()]:
            out.append(text[start : match.start()])
            start = match.end()
    return [*out, text[start:]] if text[start:] else out


def listed(text: str, rules: Rules, count: int = 0) -> list[str]:
    """The names of a list with the measure that they share; ``count``: how many there should be, if known.

    >>> from kg.lexicon import Lexicon
    >>> listed("煤制油、煤制烯烃产能", Rules.read(Lexicon()))
    ['煤制油产能', '煤制烯烃产能']
    """
    if text.startswith("第") and (match := _NUMBERED.match(text)):  # 第二、第三产业…比重
        return [match["one"] + match["rest"], match["other"] + match["rest"]]
    if count == 2 and (both := _TWINS.match(text)):  # 城镇居民和农村居民人均可支配收入
        return [both["one"] + both["rest"], both["other"] + both["rest"]]
    ways = [[p.strip("、") for p in names(text, joints)] for joints in _JOINTS]
    parts = next((way for way in ways if len(way) == count > 1), ways[0])
    measure = next((m for m in rules.measures if parts and parts[-1].endswith(m) and parts[-1] != m), "")
    if len(parts) < 2 or not measure or any(p[:2] in rules.acts or p.endswith(rules.measures) for p in parts[:-1]):
        return parts
    stem = parts[-1][: -len(measure)]
    kind = rules.of["big-of"].search(stem)
    if kind:
        stem, measure = stem[: kind.start()], kind["kind"] + measure
    parts[-1] = stem + measure
    return [p if p.endswith(measure) else p + measure for p in parts]


def unprefixed(text: str, rules: Rules) -> str:
    """The thing counted, without its verb or measure: 新增规上企业 → 规上企业, 班列开行 → 班列, 粮食总产 → 粮食."""
    text = next((text[: -len(g)] for g in sorted(rules.generic, key=lambda w: (-len(w), w)) if text.endswith(g)), text)
    items = tokens(text, (Span(0, len(text)),)).items
    if len(items) > 1 and items[0].word in rules.acts:
        text = text[items[0].end :]
    elif len(items) > 1 and items[-1].word in rules.acts:
        text = text[: items[-1].start]
    return text
