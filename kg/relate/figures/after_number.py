"""What stands behind a number: the noun it counts, the work it measures, the deed it numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Span
from kg.relate.figures.counted import counted, predicate, verb_before
from kg.relate.figures.indicators import Before, Rules, before, clause_end
from kg.relate.figures.topics import Named, Topic
from kg.relate.figures.wording import concise
from kg.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.text.numbers.quantity import Quantity

_GAUGES = frozenset({"千伏", "伏", "米", "厘米", "毫米", "千伏安"})
_POWER = frozenset({"兆瓦", "千瓦", "吉瓦", "MW", "GW", "kW"})
_VAGUE = 3  # characters of a noun that says too little alone: 企业, 项目, 县
_BACK = 40  # characters in which the task is looked for that took so long
_CURRENCY = frozenset("人港（")  # 元|人民币, 元|（人民币，下同）: no thing that is paid for
_PHRASE = 12  # characters of a verb and its objects before a sum
_YIELD = ("年产", "日产")
_INNER = ("内", "宽", "长", "高", "级", "口径")


@dataclass(frozen=True)
class Behind:
    """Reads the words behind the numbers of one article."""

    plain: str
    rules: Rules

    def _text(self, span: Span) -> str:
        return self.plain[span.start : span.end]

    def modifies(self, item: Quantity, follow: int, end: int) -> bool:
        """Whether a number is part of what the next one counts (投资超10亿元项目14个) or of a name (20万吨钢铁项目)."""
        if (
            item.bound == "over"
            and item.form == "measure"
            and self.rules.of["class-of"].match(self.plain, item.span.end)
        ):
            return True  # 10亿元以上|的企业仅有6家
        if item.unit.endswith("级") and item.span.end < follow <= min(item.span.end + _PHRASE, end - 1):
            return True  # 5000吨级|泊位1个
        if item.unit == "人" and self.rules.of["circle"].match(self.plain[item.span.end : follow]):
            return True
        if item.form in {"rank", "fold", "times"} or (
            item.form == "count" and not (item.unit == "人" and item.value < 10)
        ):
            return False
        if item.unit in _GAUGES and self.plain.startswith(_INNER, item.span.end):
            return True
        noun = self._next(item, follow)
        if noun is None:
            return False
        text, left = self._text(noun), self.plain[max(0, item.span.start - 2) : item.span.start]
        if item.unit in _GAUGES or (item.form == "share" and item.bound == "exact" and left in self.rules.acts):
            return True
        works = self.rules.of["works"].search(text)
        return noun.end == follow < end or (item.form == "measure" and works is not None)

    def capacity(self, item: Quantity, follow: int) -> str:
        """50兆瓦|分散式风电发电试点 → 分散式风电发电装机."""
        if item.unit not in _POWER or item.bound != "exact":
            return ""
        noun = self._next(item, follow)
        match = self.rules.of["capacity"].match(self._text(noun)) if noun else None
        return match["thing"] + "装机" if match else ""

    def _next(self, item: Quantity, follow: int) -> Span | None:
        """The noun that stands right behind a number."""
        limit = clause_end(self.plain, item.span.end, follow)
        if limit == item.span.end or (item.form == "measure" and self._goes_on(item, Span(item.span.end, limit))):
            return None
        noun = counted(self.plain, self.rules, item.span.end, limit)
        return noun if noun and noun.start == item.span.end else None

    def _goes_on(self, item: Quantity, behind: Span) -> bool:
        """Whether the sentence goes on with a verb and its object: 投入12亿元|实施行动, 75亿元|加快建设."""
        words = tokens(self.plain, (behind,)).items
        verbal = bool(words) and (words[0].tag == "v" or (item.unit.endswith("元") and words[0].tag[:1] == "v"))
        return verbal and any(w.tag[:1] == "n" for w in words[1:])

    def named(
        self, items: Sequence[Quantity], lead: Before, left: Span, behind: Span, follow: int, topic: Topic
    ) -> Named | None:
        """The noun behind a measure word, with the verb before it or the predicate behind it."""
        last, before_it, rules = items[-1], self._text(lead.span), self.rules
        if last.form == "time" and not len(behind):
            return self._spent(before_it, lead, left, last)
        if last.form in {"rank", "times", "fold"} or not len(behind):
            return None
        if last.form == "time":
            return self._used(before_it, lead, behind)
        if before_it and (last.form != "count" or self._text(behind).startswith("的")):
            return self._modified(last, before_it, lead, behind, topic)
        noun = counted(self.plain, rules, behind.start, behind.end)
        if before_it and behind.end == follow and not len(before(self.plain, rules, behind, {}).span):
            return None  # 机构由18个|精简为|9个
        verb = verb_before(self.plain, rules, left) if last.form != "share" else ""
        if noun is None or (last.unit.endswith("次") and not verb and (noun.end < behind.end or self._acts(behind))):
            return self._done(last, before_it, lead, behind)
        noun = self._more(noun, follow)
        text = concise(self._text(noun), rules)
        alone = (not before_it or before_it.endswith("等")) and behind.end != follow
        deed = self._deed(Span(noun.end, behind.end), text) if alone else ""
        name = (verb or deed) + text
        if last.form == "count":
            topic.add(name, last.unit)
        return Named((name,) * len(items), "figure-counted", lead, noun.end)

    def _deed(self, rest: Span, noun: str) -> str:
        """What those that were counted did: 53个重大项目|建成投运; a short noun needs more (11户企业|入选…名单)."""
        short = predicate(self.plain, rest.start, rest.end)
        words = tokens(self.plain, (rest,)).items if not short and len(noun) <= _VAGUE else ()
        match = self.rules.of["deed"].match(self._text(rest)) if words else None
        verbal = match and tokens(match["deed"], (Span(0, len(match["deed"])),)).items[0].tag == "v"
        return match["deed"] if match and verbal else short

    def _modified(self, last: Quantity, text: str, lead: Before, behind: Span, topic: Topic) -> Named | None:
        """首批|20万千瓦|机组, 完成|20万亩|造林: a measure between a modifier or a verb and its noun."""
        if last.form == "share" and text[-2:] in self.rules.acts:
            noun = counted(self.plain, self.rules, behind.start, behind.end)
        else:
            noun = self._next(last, behind.end) if last.form == "measure" else None
        if noun is None:
            return None
        text = text[-2:] if text.endswith(_YIELD) else text
        paid = last.unit.endswith("元") and noun.end == behind.end and self._pays(text, noun)
        acts = (
            paid
            or text in self.rules.acts
            or ((len(text) <= 4 or last.form == "share") and text[-2:] in self.rules.acts)
        )
        if not (acts or self.rules.of["modifier"].search(text)):
            return None
        name = concise(text.removesuffix("了") + self._text(noun), self.rules)
        topic.add(name, last.unit)
        return Named((name,), "figure-counted", lead, noun.end)

    def _pays(self, text: str, noun: Span) -> bool:
        """Whether a sum stands between a verb and its object: 获得某银行|3亿元|贷款, 交了|160元|门票."""
        verb, thing = tokens(text, (Span(0, len(text)),)).items, tokens(self.plain, (noun,)).items
        done = any(word.tag[:1] == "v" or word.word in self.rules.acts for word in thing[:2])
        return len(text) <= _PHRASE and verb[0].tag[:1] == "v" and not done and thing[0].word[:1] not in _CURRENCY

    def _used(self, text: str, lead: Before, behind: Span) -> Named | None:
        """仅用|90天|建成某中心 → 建成某中心用时."""
        if text and not self.rules.of["used"].search(text):
            return None
        rest = concise(self._text(behind), self.rules)
        return Named((rest[:16] + "用时",), "figure-time", lead, behind.end) if len(rest) > 1 else None

    def _spent(self, text: str, lead: Before, left: Span, last: Quantity) -> Named | None:
        """从签约到拿地，…只用了|52天 → 从签约到拿地用时."""
        if not self.rules.of["used"].search(text):
            return None
        found = list(self.rules.of["from-to"].finditer(self.plain, max(0, left.start - _BACK), left.start))
        return Named((found[-1].group() + "用时",), "figure-time", lead, last.span.end) if found else None

    def _done(self, last: Quantity, text: str, lead: Before, behind: Span) -> Named | None:
        """What was done so many times: 3次|亲临考察; 其中41篇|转化为政策措施."""
        rest = concise(self._text(behind), self.rules)
        agent = last.unit == "次" and self._acts(behind) and not self._acted(text)
        if (text and not agent) or last.form != "count" or not 2 <= len(rest) <= 16:
            return None
        return Named((rest,), "figure-done", lead, behind.end)

    def _acted(self, text: str) -> bool:
        """Whether the words before a number name what was done: 开展巡查|3次."""
        return any(w.word in self.rules.acts or w.tag == "v" for w in tokens(text, (Span(0, len(text)),)).items)

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
