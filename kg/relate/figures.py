"""Figures: what is counted, how much, in which unit, of whom, compared with what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.model import Evidence, Figure, Mention, Role, Span
from kg.text.indicators import (
    Before,
    Rules,
    before,
    clause_end,
    clause_start,
    concise,
    counted,
    names,
    verb_before,
)
from kg.text.quantities import Quantity, Units, quantities
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Reading
    from kg.text.sheet import Sheet

_NAMED = frozenset(Kind) - {Kind.PERSON}
_JOIN = frozenset({"、", "和", "及", "以及", "与", "至", "到", "—", "-", "~", "，"})
_SHORT = 24


def facts(sheet: Sheet, reading: Reading) -> Iterator[Figure]:
    """The figures of an article, in text order, each once: a number told again with the same indicator is no second
    figure."""
    seen: dict[tuple[float, str, str], list[str]] = {}
    for figure in _Reader(sheet, reading).read():
        key = (figure.value, figure.unit, figure.change)
        told = seen.setdefault(key, [])
        if not any(a in figure.indicator or figure.indicator in a for a in told):
            told.append(figure.indicator)
            yield figure


@dataclass
class _Topic:
    """What a paragraph has counted so far: the indicators, the last one last."""

    bases: list[str] = field(default_factory=list)

    def last(self, count: int) -> list[str]:
        return self.bases[-count:] if len(self.bases) >= count else []

    def add(self, name: str) -> None:
        if name in self.bases:
            self.bases.remove(name)
        self.bases.append(name)


class _Reader:
    """One article under reading."""

    def __init__(self, sheet: Sheet, reading: Reading) -> None:
        self.sheet, self.reading, self.plain = sheet, reading, sheet.plain
        self.units, self.rules = Units.of(sheet.lexicon), Rules.read(sheet.lexicon)
        words = sheet.lexicon.table("figurewords")
        self.generic = frozenset(w["word"] for w in words if w["role"] == "generic")
        self.measures = sorted((w["word"] for w in words if w["role"] == "measure"), key=lambda w: (-len(w), w))
        self.mentions = [m for m in reading.mentions if m.entity and m.kind in _NAMED]
        self.prefixes = {m.span.start: m.span.end for m in sorted(self.mentions, key=lambda m: len(m.span))}
        self.closed = self._closed()

    def _closed(self) -> list[Span]:
        """Where numbers are parts of names: titles, short quotations, names of things."""
        spans = [q.span for q in self.sheet.quotes if q.mark == "《" or self._catchword(q.inner)]
        spans += [m.span for m in self.mentions if not m.points and m.kind is not Kind.PLACE]
        return sorted(spans)

    def _catchword(self, inner: Span) -> bool:
        text = self.plain[inner.start : inner.end]
        return len(text) <= _SHORT and not any(mark in text for mark in "，。；！？")

    def read(self) -> Iterator[Figure]:
        blocks = [b.span for b in self.sheet.document.blocks if b.role is Role.PARAGRAPH]
        sentences = iter(self.sheet.document.sentences)
        sentence = next(sentences, None)
        for block in blocks:
            topic = _Topic()
            while sentence is not None and sentence.start < block.end:
                if sentence.start >= block.start:
                    yield from _Sentence(self, sentence, topic).read()
                sentence = next(sentences, None)


@dataclass(frozen=True, slots=True)
class _Group:
    """Numbers of one list: 29.5%和32.4%."""

    items: tuple[Quantity, ...]

    @property
    def first(self) -> Quantity:
        return self.items[0]

    @property
    def end(self) -> int:
        return self.items[-1].span.end


class _Sentence:
    """One sentence under reading."""

    def __init__(self, reader: _Reader, span: Span, topic: _Topic) -> None:
        self.r, self.span, self.topic, self.plain = reader, span, topic, reader.plain
        self.aim = "target" if reader.rules.of["target"].search(self.plain, span.start, span.end) else "result"

    def read(self) -> Iterator[Figure]:
        groups = self._groups()
        start = self.span.start
        for at, group in enumerate(groups):
            follow = groups[at + 1].first.span.start if at + 1 < len(groups) else self.span.end
            left = Span(max(start, clause_start(self.plain, self.span.start, group.first.span.start)), group.first.span.start)
            if self._modifies(group, left, follow):
                continue
            start = group.end
            yield from self._told(group, left, follow)

    def _groups(self) -> list[_Group]:
        """The quantities outside names, lists together."""
        out: list[list[Quantity]] = []
        for quantity in quantities(self.plain, self.span, self.r.units):
            if any(c.start <= quantity.span.start and quantity.span.end <= c.end for c in self.r.closed):
                continue
            between = self.plain[out[-1][-1].span.end : quantity.span.start] if out else "-"
            alike = bool(out) and out[-1][-1].unit == quantity.unit and out[-1][-1].form == quantity.form
            if out and (quantity.listed or (alike and between in _JOIN)):
                out[-1].append(quantity)
            else:
                out.append([quantity])
        return [_Group(tuple(items)) for items in out]

    def _modifies(self, group: _Group, left: Span, follow: int) -> bool:
        """Whether a number is part of what the next number counts: 投资超10亿元重大项目14个, 20万吨电池级碳酸锂项目."""
        only = group.first
        if len(group.items) > 1 or only.form in {"rank", "fold", "times"}:
            return False
        limit = clause_end(self.plain, only.span.end, min(follow, self.span.end))
        noun = counted(self.plain, self.r.rules, only.span.end, limit) if limit > only.span.end else None
        if noun is None or noun.start != only.span.end:
            return False
        text = self.plain[noun.start : noun.end]
        small = only.unit == "人" and only.value < 10
        if only.form == "count" and not small:
            return False
        meets = noun.end == follow and follow < self.span.end
        return meets or (only.form == "measure" and text.endswith(_WORKS))

    def _told(self, group: _Group, left: Span, follow: int) -> Iterator[Figure]:
        limit = clause_end(self.plain, group.end, min(follow, self.span.end))
        told = before(self.plain, self.r.rules, left, self.r.prefixes)
        for quantity, (name, rule) in zip(group.items, self._named(group, told, left, limit), strict=False):
            if name:
                yield self._figure(quantity, name, rule, told, left)

    def _named(self, group: _Group, told: Before, left: Span, limit: int) -> list[tuple[str, str]]:
        """An indicator for each number of a group."""
        count = len(group.items)
        form = group.first.form
        noun = self._noun(group, told, left, limit)
        if noun:
            if not group.first.form == "share":
                self.topic.add(noun)
            return [(noun, "figure-counted")] * count
        if form == "rank":
            return self._ranked(group, told)
        text = self.plain[told.span.start : told.span.end]
        share = self.r.rules.of["share"].match(self.plain[left.start : left.end])
        if form == "share" and share and group.first.unit == "%" and "占" in self.plain[left.start : left.end]:
            share_name = self._share(share, left)
            if share_name:
                return [(share_name, "figure-share")] * count
        bases = self._bases(text, told, count)
        if not bases:
            return []
        out = []
        for base in bases:
            self.topic.add(base)
            tail = told.verb if (form == "share" and group.first.unit != "%" and told.verb) else ""
            yearly = "年均增长" if self.r.rules.of["yearly"].search(told.cut) else ""
            out.append((base + (yearly or tail), "figure-measured"))
        return out if len(out) == count else [out[-1]] * count

    def _noun(self, group: _Group, told: Before, left: Span, limit: int) -> str:
        """The noun behind a measure word, with the verb before it: 召开|4次|座谈会."""
        last = group.items[-1]
        if last.form in {"rank", "times", "fold"} or limit <= group.end:
            return ""
        rules = self.r.rules
        behind = self.plain[group.end : limit]
        if last.form != "count" and behind.startswith("的") and len(told.span):
            return ""
        noun = counted(self.plain, rules, group.end, limit)
        residual = self.plain[told.span.start : told.span.end]
        if noun is None or (noun.start > group.end + 1 and residual and last.form != "count"):
            if not residual and last.unit.endswith("次"):
                return self.plain[group.end : limit]
            return ""
        if behind.startswith("的") and residual:
            return ""
        if noun.start == group.end and last.form == "share" and residual:
            return ""
        verb = verb_before(self.plain, rules, left)
        text = concise(self.plain, rules, noun)
        if verb:
            return self.plain[verb.start : verb.end] + text
        if last.form == "measure" and residual:
            return residual + text
        return text

    def _bases(self, text: str, told: Before, count: int) -> list[str]:
        """The indicators that the words before a list of numbers name, or those named before it."""
        if not text:
            return self.topic.last(count)
        every = "均" in told.cut or "分别" in told.cut or count > 1
        if "分别" in text:
            head, _, tail = text.rpartition("分别")
            text = tail if len(tail) > 1 else head
            every = every or len(tail) <= 1
        if every:
            listed = self._listed(text)
            if len(listed) == count and count > 1:
                return listed
            if count > 1 and len(listed) == 1 and listed[0].startswith("城乡"):
                return ["城镇" + listed[0][2:], "农村" + listed[0][2:]]
        base = self._short(text, told)
        if base in self.r.generic:
            base = self._specific(base)
        return [base] * count if base else []

    def _listed(self, text: str) -> list[str]:
        """The names of a list with the measure that they share: 煤制油、煤制烯烃产能 → 煤制油产能, 煤制烯烃产能."""
        parts = names(text)
        measure = next((m for m in self.r.measures if parts and parts[-1].endswith(m) and parts[-1] != m), "")
        if len(parts) < 2 or not measure:
            return parts
        if any(p.endswith(m) for p in parts[:-1] for m in self.r.measures):
            return parts
        parts[-1] = re.sub("[两二三四五六七八九十]大(?:[一-鿿]{0,4})$", "", parts[-1][: -len(measure)]) + measure
        return [p if p.endswith(measure) else p + measure for p in parts]

    def _short(self, text: str, told: Before) -> str:
        span = told.span
        if text != self.plain[span.start : span.end]:
            return text
        return concise(self.plain, self.r.rules, span).strip("的")

    def _specific(self, generic: str) -> str:
        """总数 → 规模以上工业企业总数, by what was counted last."""
        if not self.topic.bases:
            return ""
        last = self.topic.bases[-1]
        return last if last.endswith(generic) else last + generic

    def _ranked(self, group: _Group, told: Before) -> list[tuple[str, str]]:
        """Ranks: 增速|居全省第2位 → 地区生产总值增速全省排名."""
        count, scope = len(group.items), group.first.scope
        text = self.plain[told.span.start : told.span.end]
        full = text + ("增速" if told.verb == "增速" else "")
        if full in self.r.generic or not full:
            bases = [b + full for b in (self.topic.last(count) or self.topic.last(1) * count)]
        elif "均" in told.cut or count > 1:
            listed = self._listed(full)
            bases = [b + (full if b != full and False else "") for b in listed]
        else:
            bases = [self._short(text, told) + full[len(text) :]]
        return [(f"{b}{scope}排名", "figure-rank") for b in bases]

    def _share(self, match: re.Match[str], left: Span) -> str:
        """棉花总产…占全国92.8% → 棉花总产占全国比重."""
        of, whole = match["of"], match["whole"].strip("的约为达")
        if of:
            own = before(self.plain, self.r.rules, Span(left.start, left.start + len(of)), self.r.prefixes)
            of = self._short(self.plain[own.span.start : own.span.end], own)
        if of in {"", "其中"}:
            of = self.topic.bases[-1] if self.topic.bases else ""
        else:
            self.topic.add(of)
        if not whole:
            return f"{of}占比"
        return f"{of}占{whole}比重" if of else f"占{whole}比重"

    def _figure(self, quantity: Quantity, name: str, rule: str, told: Before, left: Span) -> Figure:
        words = self.plain[left.start : left.end]
        rules = self.r.rules.of
        growth = quantity.form in {"times", "fold"} or (quantity.form == "share" and bool(told.verb))
        change = "mom" if rules["mom"].search(words) else "yoy" if rules["yoy"].search(words) else ""
        if not change and growth and quantity.unit == "%" and self.aim == "result" and "年均" not in words:
            change = "yoy" if told.verb in {"增长", "增", "下降"} else ""
        value = quantity.value
        if rules["down"].search(told.verb) and (change or not len(told.span)) and quantity.unit == "%":
            value = -value
        unit = quantity.unit or ("人" if re.search("人|客|员", name) else "")
        return Figure(
            indicator=name,
            value=value,
            unit=unit,
            bound=quantity.bound,
            change=change,
            subject=self._subject(quantity),
            evidence=Evidence(self.r.sheet.document.id, self.span, rule, 0.85),
            aim=self.aim,
        )

    def _subject(self, quantity: Quantity) -> str:
        near = [
            m
            for m in self.r.mentions
            if self.span.start <= m.span.start and m.span.end <= quantity.span.start
        ]
        return near[-1].entity if near else self.r.reading.home


_WORKS = ("项目", "工程", "基地", "电站", "园区", "线路", "装置", "产业", "集群", "生产线", "体系", "企业", "试点")
