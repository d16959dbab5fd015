"""The indicator of every number of a sentence: what it counts, in the words nearest to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.relate.figures.after_number import Behind
from kg.relate.figures.indicators import Before, Rules, before, clause_end
from kg.relate.figures.topics import Named, Topic
from kg.relate.figures.wording import concise, listed, unprefixed
from kg.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.text.numbers.quantity import Quantity

_AND = ("和", "及", "与", "、")
_SPEEDS = ("增速", "增幅", "增长")
_EMPTY = frozenset(role_words("figurewords", "empty"))
_ABOVE = role_words("figurewords", "above")


@dataclass(frozen=True)
class Namer:
    """Names the numbers of one article. ``prefixes``: where mentions start and end, for subjects before indicators."""

    plain: str
    rules: Rules
    prefixes: Mapping[int, int]

    @cached_property
    def behind(self) -> Behind:
        """The reader of what stands behind numbers."""
        return Behind(self.plain, self.rules)

    def name(self, items: Sequence[Quantity], left: Span, follow: int, topic: Topic) -> Named | None:
        """The indicators of a list of numbers that stand behind ``left`` and before ``follow``; ``None`` if unknown."""
        lead = before(self.plain, self.rules, left, self.prefixes)
        if items[0].form != "rank" and topic.bases and self._whose(lead.span) and topic.unit == items[0].unit:
            return self._of_each(items, lead, topic)
        if items[0].form != "rank" and self._text(lead.span).endswith((*_AND, "里", "内")):
            lead = Before(Span(lead.span.end, lead.span.end), lead.cut, lead.verb)
        at = items[-1].span.end
        row = self.rules.of["adjectives"].match(self.plain[at:follow])
        limit = clause_end(self.plain, at + (row.end() if row else 0), follow)
        return (
            self.behind.named(items, lead, left, Span(items[-1].span.end, limit), follow, topic)
            or self._rank(items, lead, topic)
            or self._share(items, lead, topic)
            or self._measured(items, lead, left, topic)
        )

    def _whose(self, span: Span) -> bool:
        """Whether a phrase is nothing but names of those whose numbers follow: 青岛市; 甲县、乙县."""
        at = span.start
        while at < span.end:
            end = at + 1 if self.plain[at] in _AND else self.prefixes.get(at, at)
            if end == at:
                return False
            at = end
        return span.end > span.start

    def _of_each(self, items: Sequence[Quantity], lead: Before, topic: Topic) -> Named:
        """地区生产总值9亿元，其中|青岛市|1亿元: what was counted last, of another subject."""
        names, at = tuple(topic.last(1) * len(items)), lead.span.end
        lead = Before(Span(at, at), lead.cut, lead.verb)
        return Named(names, "figure-of-part", lead, items[-1].span.end, bare=True)

    def _text(self, span: Span) -> str:
        return self.plain[span.start : span.end]

    def _rank(self, items: Sequence[Quantity], lead: Before, topic: Topic) -> Named | None:
        """增速|居全省第2位 → 地区生产总值增速全省排名."""
        if items[0].form != "rank":
            return None
        speed = lead.verb if lead.verb in _SPEEDS[:2] else ""
        text = self._text(lead.span) + speed
        parts = self._parts(text, lead, len(items)) if text and text != speed else [speed]
        if len(parts) > 1 and speed and any(p not in self.rules.generic for p in parts):
            parts = [p if p.endswith(speed) else p + speed for p in parts]
        bases = topic.last(len(items)) or topic.last(1) * len(items)
        out = []
        for part in parts:
            own = not part or part in self.rules.generic
            out += [b + part for b in bases] if own else [concise(part, self.rules)]
        found = tuple(f"{name}{items[0].scope}排名" for name in out)
        return Named(found, "figure-rank", lead, items[-1].span.end) if found else None

    def _parts(self, text: str, lead: Before, count: int) -> list[str]:
        """The names of a list where the numbers are told one by one (分别) or for all of them (均)."""
        if count == 1 and not self.rules.of["each"].search(lead.cut):
            return [text]
        if "分别" in text:
            head, _, tail = text.rpartition("分别")
            own = tail in self.rules.acts
            return [tail + p if own else p + tail for p in self._parts(head, lead, count)]
        parts = listed(text, self.rules, count)
        if len(parts) == 1 and count == 2 and parts[0].startswith("城乡"):
            return ["城镇" + parts[0][2:], "农村" + parts[0][2:]]
        return parts[-count:] if 1 < count < len(parts) else parts

    def _share(self, items: Sequence[Quantity], lead: Before, topic: Topic) -> Named | None:
        """棉花总产616.5万吨、占全国92.8% → 棉花总产占全国比重."""
        match = self.rules.of["share"].fullmatch(self._text(lead.span) + ("占" if "占" in lead.cut[:2] else ""))
        if match is None or items[0].unit not in {"%", "‰"} or match["whole"].endswith(("比重", "比例", "份额")):
            return None
        of = concise(self.rules.of["attain"].sub("", match["of"]), self.rules)
        if of in self.rules.generic and topic.fresh:
            of = unprefixed(topic.last(1)[0], self.rules) + of
        if of:
            topic.add(of, items[0].unit)
        of, whole = of or "".join(topic.last(1)), match["whole"].strip("的约为")
        return Named(
            (f"{of}占{whole}比重" if whole else f"{of}占比",) * len(items), "figure-share", lead, items[-1].span.end
        )

    def _measured(self, items: Sequence[Quantity], lead: Before, left: Span, topic: Topic) -> Named | None:
        """地区生产总值|达到…, 同比增长|…: the words before, or what was counted last."""
        text, count, first = self._text(lead.span), len(items), items[0]
        grown = self._grown(first, lead)
        if not text and count > 1 and len(topic.parts) == count:  # 青岛市…、济南市…，分别增长3.9%、3.1%
            names, subjects = zip(*topic.parts, strict=True)
            return Named(tuple(names), "figure-measured", lead, items[-1].span.end, tuple(subjects))
        if not text:
            bases = topic.last(count) or topic.last(1) * count
            if "累计" in self._text(left) and first.form in {"count", "measure"}:
                bases = [unprefixed(b, self.rules) + "累计" for b in bases]
        elif text.startswith((*_ABOVE, "占")) and not text.startswith("占地") and topic.bases:
            bases, grown = [topic.last(1)[0] + text], ""
        else:
            fund = self.rules.of["fund-for"].match(self.plain, items[-1].span.end) if self._funds(text, first) else None
            parts = [fund["fund"]] if fund else self._parts(text, lead, count)
            bases = [self._base(p, first, left, topic) for p in parts]
            for base in bases:
                topic.add(base, first.unit)
        bases = bases * count if len(bases) == 1 else bases
        found = tuple(b + grown + lead.per for b in bases if b and b not in _EMPTY)
        if not found or (count > 1 and len(found) != count):
            return None
        return Named(found, "figure-measured", lead, items[-1].span.end)

    def _grown(self, first: Quantity, lead: Before) -> str:
        """What stays of the verb of change: 年均增长, 提高 of percentage points, 同比增加 of amounts; else nothing."""
        if self.rules.of["yearly"].search(lead.cut):
            return "年均增长"
        if any(lead.verb + to in lead.cut for to in "到至为"):
            return ""
        if first.unit in {"个百分点", "百分点"}:
            speed = next((word for word in (*_SPEEDS[:2], "降幅") if lead.cut.startswith(word)), "")
            return (speed if speed != lead.verb else "") + (lead.verb if lead.verb not in _SPEEDS else "")
        if first.form in {"measure", "count", "time"} and lead.verb not in {"", "达", *_SPEEDS[:2]}:
            return (
                "同比" if "同比" in lead.cut or "同比" in self.plain[lead.span.start - 4 : lead.span.start] else ""
            ) + lead.verb
        return lead.verb if lead.verb in {"压缩", "压减", "缩短", "削减"} else ""

    def _base(self, text: str, first: Quantity, left: Span, topic: Topic) -> str:
        """One indicator: short, with the verb or the thing that the words before it leave unsaid."""
        text = concise(text, self.rules)
        before_it = topic.last(1)[0] if topic.bases else ""
        if text in self.rules.generic and before_it and topic.fresh:
            return unprefixed(before_it, self.rules) + text
        if self._funds(text, first):
            return text[-2:] + "资金"
        acts = text in self.rules.acts or (text[-2:] in self.rules.acts and text[-2:] != "组织")
        if acts and len(text) <= 4 and topic.unit == first.unit:
            return text + unprefixed(before_it, self.rules)
        carried = first.form in {"count", "measure"} and self.plain[left.start : left.start + 1] in {"、", "和", "及"}
        return self._carried(before_it, text) if carried and before_it else text

    def _funds(self, text: str, first: Quantity) -> bool:
        """Whether the words before a sum are a verb that spends it: 投入, 市财政拿出."""
        spent = text in self.rules.funds or (text[-2:] in self.rules.funds and text[:-2].endswith("财政"))
        return spent and first.unit.endswith("元")

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
