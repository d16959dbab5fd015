"""The indicator of every number of a sentence: what it counts, in the words nearest to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.indicators import Before, Rules, before, clause_end, counted, predicate, verb_before
from kg.text.segment import tokens
from kg.text.wording import concise, listed, unprefixed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.text.quantities import Quantity

_AND = ("和", "及", "与", "、")
_SPEEDS = ("增速", "增幅", "增长")
_GAUGES = frozenset({"千伏", "伏", "米", "厘米", "毫米", "千伏安"})
_POWER = frozenset({"兆瓦", "千瓦", "吉瓦", "MW", "GW", "kW"})
_ABOVE = ("高于", "低于", "快于", "慢于", "高出", "超过", "多于", "超出", "好于", "领先")


@dataclass
class Topic:
    """What a paragraph has counted so far, the last one last, with units; ``fresh``: in this sentence too."""

    bases: list[tuple[str, str]] = field(default_factory=list)
    fresh: bool = False

    def last(self, count: int) -> list[str]:
        """The last so many indicators, or none where fewer were named."""
        found = list(dict.fromkeys(name for name, _ in reversed(self.bases[-12:])))[:count]
        return found[::-1] if len(found) == count else []

    def add(self, name: str, unit: str) -> None:
        """Remember an indicator."""
        self.bases.append((name, unit))
        self.fresh = True

    @property
    def unit(self) -> str:
        """The unit of the last figure."""
        return self.bases[-1][1] if self.bases else ""


@dataclass(frozen=True, slots=True)
class Named:
    """The indicators of a list of numbers (one number may have several: 均居第一), the rule that found them, the words
    before the numbers, and where the words behind them that belong to the indicator end.
    """

    names: tuple[str, ...]
    rule: str
    told: Before
    end: int


@dataclass(frozen=True)
class Namer:
    """Names the numbers of one article. ``prefixes``: where mentions start and end, for subjects before indicators."""

    plain: str
    rules: Rules
    prefixes: Mapping[int, int]

    def name(self, items: Sequence[Quantity], left: Span, follow: int, topic: Topic) -> Named | None:
        """The indicators of a list of numbers that stand behind ``left`` and before ``follow``; ``None`` if unknown."""
        told = before(self.plain, self.rules, left, self.prefixes)
        if items[0].form != "rank" and self._text(told.span).endswith(_AND):
            told = Before(Span(told.span.end, told.span.end), told.cut, told.verb)
        limit = clause_end(self.plain, items[-1].span.end, follow)
        return (
            self._counted(items, told, left, Span(items[-1].span.end, limit), follow, topic)
            or self._rank(items, told, topic)
            or self._share(items, told, topic)
            or self._measured(items, told, left, topic)
        )

    def modifies(self, item: Quantity, follow: int, end: int) -> bool:
        """Whether a number is part of what the next one counts (投资超10亿元项目14个) or of a name (20万吨钢铁项目)."""
        if item.form in {"rank", "fold", "times"} or (
            item.form == "count" and not (item.unit == "人" and item.value < 10)
        ):
            return False
        limit = clause_end(self.plain, item.span.end, follow)
        noun = counted(self.plain, self.rules, item.span.end, limit) if limit > item.span.end else None
        if noun is None or noun.start != item.span.end:
            return False
        text, left = self._text(noun), self.plain[max(0, item.span.start - 2) : item.span.start]
        if item.unit in _GAUGES or (item.form == "share" and left in self.rules.acts):
            return True
        works = self.rules.of["works"].search(text)
        return noun.end == follow < end or (item.form == "measure" and works is not None)

    def capacity(self, item: Quantity, follow: int) -> str:
        """50兆瓦|分散式风电发电试点 → 分散式风电发电装机."""
        limit = clause_end(self.plain, item.span.end, follow)
        noun = counted(self.plain, self.rules, item.span.end, limit) if limit > item.span.end else None
        match = self.rules.of["capacity"].match(self._text(noun)) if noun and noun.start == item.span.end else None
        return match["thing"] + "装机" if match and item.unit in _POWER else ""

    def _text(self, span: Span) -> str:
        return self.plain[span.start : span.end]

    def _counted(
        self, items: Sequence[Quantity], told: Before, left: Span, behind: Span, follow: int, topic: Topic
    ) -> Named | None:
        """The noun behind a measure word, with the verb before it or the predicate behind it."""
        last, before_it = items[-1], self._text(told.span)
        if last.form in {"rank", "times", "fold"} or not len(behind):
            return None
        if last.form == "time":
            return self._used(before_it, told, behind)
        if before_it and (last.form != "count" or self._text(behind).startswith("的")):
            return self._modified(last, before_it, told, behind, topic)
        noun = counted(self.plain, self.rules, behind.start, behind.end)
        verb = verb_before(self.plain, self.rules, left) if last.form != "share" else ""
        if noun is None or (last.unit.endswith("次") and not verb and (noun.end < behind.end or self._acts(behind))):
            return self._done(last, before_it, told, behind)
        noun = self._more(noun, follow)
        text = concise(self._text(noun), self.rules)
        free = not before_it or before_it.endswith("等")
        name = (verb or (predicate(self.plain, noun.end, behind.end) if free else "")) + text
        if last.form == "count":
            topic.add(name, last.unit)
        return Named((name,) * len(items), "figure-counted", told, noun.end)

    def _modified(self, last: Quantity, text: str, told: Before, behind: Span, topic: Topic) -> Named | None:
        """首批|20万千瓦|机组, 完成|20万亩|造林: a measure between a modifier or a verb and its noun."""
        noun = counted(self.plain, self.rules, behind.start, behind.end)
        if noun is None or noun.start != behind.start or last.form != "measure":
            return None
        acts = text in self.rules.acts or (len(text) <= 4 and text[-2:] in self.rules.acts)
        if not (acts or self.rules.of["modifier"].search(text)):
            return None
        name = text + concise(self._text(noun), self.rules)
        topic.add(name, last.unit)
        return Named((name,), "figure-counted", told, noun.end)

    def _used(self, text: str, told: Before, behind: Span) -> Named | None:
        """仅用|90天|建成某中心 → 建成某中心用时."""
        if text and not self.rules.of["used"].search(text):
            return None
        rest = concise(self._text(behind), self.rules)
        return Named((rest[:16] + "用时",), "figure-time", told, behind.end) if len(rest) > 1 else None

    def _done(self, last: Quantity, text: str, told: Before, behind: Span) -> Named | None:
        """What was done so many times: 3次|亲临考察; 其中41篇|转化为政策措施."""
        rest = concise(self._text(behind), self.rules)
        if text or last.form != "count" or not 2 <= len(rest) <= 16:
            return None
        return Named((rest,), "figure-done", told, behind.end)

    def _acts(self, behind: Span) -> bool:
        """Whether what stands behind a number begins with a verb."""
        first = tokens(self.plain, (behind,)).items
        return bool(first) and first[0].tag == "v" and len(first) > 1

    def _more(self, noun: Span, follow: int) -> Span:
        """4次座谈会、推进会: the nouns of a list that end alike."""
        while self.plain[noun.end : noun.end + 1] == "、":
            end = clause_end(self.plain, noun.end + 1, follow)
            if not 2 <= end - noun.end - 1 <= 8 or self.plain[end - 1] != self.plain[noun.end - 1]:
                return noun
            noun = Span(noun.start, end)
        return noun

    def _rank(self, items: Sequence[Quantity], told: Before, topic: Topic) -> Named | None:
        """增速|居全省第2位 → 地区生产总值增速全省排名."""
        if items[0].form != "rank":
            return None
        speed = told.verb if told.verb in _SPEEDS[:2] else ""
        text = self._text(told.span) + speed
        parts = self._parts(text, told, len(items)) if text and text != speed else [speed]
        if len(parts) > 1 and speed and any(p not in self.rules.generic for p in parts):
            parts = [p if p.endswith(speed) else p + speed for p in parts]
        bases = topic.last(len(items)) or topic.last(1) * len(items)
        out = []
        for part in parts:
            own = not part or part in self.rules.generic
            out += [b + part for b in bases] if own else [concise(part, self.rules)]
        found = tuple(f"{name}{items[0].scope}排名" for name in out)
        return Named(found, "figure-rank", told, items[-1].span.end) if found else None

    def _parts(self, text: str, told: Before, count: int) -> list[str]:
        """The names of a list where the numbers are told one by one (分别) or for all of them (均)."""
        if count == 1 and not self.rules.of["each"].search(told.cut):
            return [text]
        if "分别" in text:
            head, _, tail = text.rpartition("分别")
            own = tail in self.rules.acts
            return [tail + p if own else p + tail for p in self._parts(head, told, count)]
        parts = listed(text, self.rules, count)
        if len(parts) == 1 and count == 2 and parts[0].startswith("城乡"):
            return ["城镇" + parts[0][2:], "农村" + parts[0][2:]]
        return parts[-count:] if 1 < count < len(parts) else parts

    def _share(self, items: Sequence[Quantity], told: Before, topic: Topic) -> Named | None:
        """棉花总产616.5万吨、占全国92.8% → 棉花总产占全国比重."""
        match = self.rules.of["share"].fullmatch(self._text(told.span) + ("占" if "占" in told.cut[:2] else ""))
        if match is None or items[0].unit not in {"%", "‰"} or match["whole"].endswith(("比重", "比例", "份额")):
            return None
        of = concise(self.rules.of["attain"].sub("", match["of"]), self.rules)
        if of in self.rules.generic and topic.fresh:
            of = unprefixed(topic.last(1)[0], self.rules) + of
        if of:
            topic.add(of, items[0].unit)
        of, whole = of or "".join(topic.last(1)), match["whole"].strip("的约为")
        return Named(
            (f"{of}占{whole}比重" if whole else f"{of}占比",) * len(items), "figure-share", told, items[-1].span.end
        )

    def _measured(self, items: Sequence[Quantity], told: Before, left: Span, topic: Topic) -> Named | None:
        """地区生产总值|达到…, 同比增长|…: the words before, or what was counted last."""
        text, count, first = self._text(told.span), len(items), items[0]
        grown = self._grown(first, told)
        if not text:
            bases = topic.last(count) or topic.last(1) * count
            if "累计" in self._text(left) and first.form in {"count", "measure"}:
                bases = [unprefixed(b, self.rules) + "累计" for b in bases]
        elif text.startswith((*_ABOVE, "占")) and not text.startswith("占地") and topic.bases:
            bases, grown = [topic.last(1)[0] + text], ""
        else:
            bases = [self._base(p, first, left, topic) for p in self._parts(text, told, count)]
            for base in bases:
                topic.add(base, first.unit)
        bases = bases * count if len(bases) == 1 else bases
        found = tuple(b + grown + told.per for b in bases if b)
        if not found or (count > 1 and len(found) != count):
            return None
        return Named(found, "figure-measured", told, items[-1].span.end)

    def _grown(self, first: Quantity, told: Before) -> str:
        """What stays of the verb of change: 年均增长, 提高 of percentage points, 同比增加 of amounts; else nothing."""
        if self.rules.of["yearly"].search(told.cut):
            return "年均增长"
        if first.unit in {"个百分点", "百分点"}:
            return told.verb if told.verb not in _SPEEDS else ""
        if first.form in {"measure", "count"} and told.verb not in {"", "达", *_SPEEDS[:2]}:
            return (
                "同比" if "同比" in told.cut or "同比" in self.plain[told.span.start - 4 : told.span.start] else ""
            ) + told.verb
        return told.verb if told.verb in {"压缩", "压减", "缩短", "削减"} else ""

    def _base(self, text: str, first: Quantity, left: Span, topic: Topic) -> str:
        """One indicator: short, with the verb or the thing that the words before it leave unsaid."""
        text = concise(text, self.rules)
        before_it = topic.last(1)[0] if topic.bases else ""
        if text in self.rules.generic and before_it and topic.fresh:
            return unprefixed(before_it, self.rules) + text
        if (text in self.rules.acts or text[-2:] in self.rules.acts) and len(text) <= 4 and topic.unit == first.unit:
            return text + unprefixed(before_it, self.rules)
        carried = first.form in {"count", "measure"} and self.plain[left.start : left.start + 1] in {"、", "和", "及"}
        return self._carried(before_it, text) if carried and before_it else text

    def _carried(self, before_it: str, text: str) -> str:
        """新建5G基站2150个、|农村公路|1020公里 → 新建农村公路."""
        first, own = tokens(before_it, (Span(0, len(before_it)),)).items, tokens(text, (Span(0, len(text)),)).items
        verb = first[0].word if len(first) > 1 and first[0].word in self.rules.acts else ""
        plain_noun = bool(own) and own[0].tag[:1] != "v" and own[0].word not in self.rules.acts
        measure = text.endswith(self.rules.measures) or before_it.endswith(self.rules.measures)
        return (
            verb + text
            if plain_noun and len(text) > 3 and not measure and not any(o.word in self.rules.acts for o in own)
            else text
        )
