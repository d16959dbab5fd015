"""Figures: what is counted, how much, in which unit, of whom, compared with what."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.model import Evidence, Figure, Role, Span
from kg.text.aims import Aims
from kg.text.figures import Named, Namer, Topic
from kg.text.indicators import Rules, clause_start
from kg.text.quantities import Quantity, quantities
from kg.text.subjects import Subjects
from kg.text.units import Units
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Reading
    from kg.text.sheet import Sheet

_JOIN = frozenset({"、", "和", "及", "以及", "与", "至", "到", "—", "-", "~", "，"})
_SHORT, _FAR, _TOLD = 24, 160, 30
_CONFIDENCE = {"figure-measured": 0.85, "figure-counted": 0.85, "figure-rank": 0.9, "figure-share": 0.85}
_POWER = frozenset({"兆瓦", "千瓦", "MW", "GW", "吉瓦", "兆瓦时", "GWh", "MWh"})


def facts(sheet: Sheet, reading: Reading) -> Iterator[Figure]:
    """The figures of an article, in text order, each once: a number told again of the same subject under the same
    indicator is no second figure.
    """
    told: dict[tuple[float, str, str, str, str], list[str]] = {}
    for figure in _Reader(sheet, reading).read():
        names = told.setdefault((figure.value, figure.unit, figure.change, figure.aim, figure.subject), [])
        if not any(a in figure.indicator or figure.indicator in a for a in names[-_TOLD:]):
            names.append(figure.indicator)
            yield figure


class _Reader:
    """One article under reading."""

    def __init__(self, sheet: Sheet, reading: Reading) -> None:
        self.sheet, self.plain = sheet, sheet.plain
        self.units, self.rules = Units.of(sheet.lexicon), Rules.read(sheet.lexicon)
        self.subjects = Subjects(sheet.plain, self.rules, reading)
        self.namer = Namer(sheet.plain, self.rules, self.subjects.prefixes)
        self.aims = Aims(sheet.plain, self.rules)
        self.closed = self._closed(reading)
        self.starts = [span.start for span in self.closed]

    def _closed(self, reading: Reading) -> list[Span]:
        """Where numbers are parts of names, outermost: titles, catchwords in quotation marks, names of things."""
        spans = [q.span for q in self.sheet.quotes if q.mark == "《" or self._catchword(q.inner)]
        spans += [m.span for m in reading.mentions if not m.points and m.kind not in {Kind.PLACE, Kind.PERSON}]
        out: list[Span] = []
        for span in sorted(spans, key=lambda s: (s.start, -s.end)):
            if not out or span.end > out[-1].end:
                out.append(span)
        return out

    def _catchword(self, inner: Span) -> bool:
        text = self.plain[inner.start : inner.end]
        return len(text) <= _SHORT and not any(mark in text for mark in "，。；！？")

    def named(self, quantity: Quantity) -> bool:
        """Whether a number lies inside a name; what is counted at its very beginning does not (5个“红马甲”驿站)."""
        at = bisect_right(self.starts, quantity.span.start) - 1
        if at < 0 or quantity.span.end > self.closed[at].end:
            return False
        return quantity.form != "count" or quantity.span.start > self.closed[at].start

    def read(self) -> Iterator[Figure]:
        """The figures of every paragraph, sentence by sentence."""
        blocks = [b.span for b in self.sheet.document.blocks if b.role in {Role.PARAGRAPH, Role.HEADING}]
        sentences = list(self.sheet.document.sentences)
        starts = [s.start for s in sentences]
        for block in blocks:
            topic, at = Topic(), bisect_right(starts, block.start - 1)
            self.subjects.paragraph()
            self.aims.paragraph(block)
            while at < len(sentences) and sentences[at].start < block.end:
                topic.fresh = False
                yield from self._sentence(sentences[at], topic)
                at += 1

    def _sentence(self, sentence: Span, topic: Topic) -> Iterator[Figure]:
        groups, start = self._groups(sentence), sentence.start
        aim = self.aims.of(sentence)
        for at, group in enumerate(groups):
            first = group[0].span.start
            follow = groups[at + 1][0].span.start if at + 1 < len(groups) else sentence.end
            if len(group) == 1 and self.namer.modifies(group[0], follow, sentence.end):
                continue
            left = Span(max(clause_start(self.plain, max(start, first - _FAR), first), start), first)
            named = self.namer.name(group, left, follow, topic)
            start = max(group[-1].span.end, named.end if named else 0)
            if named:
                yield from self._figures(group, named, left, sentence, aim)
        self.subjects.passed(sentence)

    def _groups(self, sentence: Span) -> list[list[Quantity]]:
        """The quantities outside names; those of one list together."""
        out: list[list[Quantity]] = []
        for quantity in quantities(self.plain, sentence, self.units):
            if self.named(quantity):
                continue
            last = out[-1][-1] if out else None
            alike = last is not None and (
                (last.unit, last.form) == (quantity.unit, quantity.form)
                or "分别" in self.plain[max(sentence.start, out[-1][0].span.start - 8) : out[-1][0].span.start]
            )
            if last and (quantity.listed or (alike and self.plain[last.span.end : quantity.span.start] in _JOIN)):
                out[-1].append(quantity)
            else:
                out.append([quantity])
        return out

    def _figures(self, group: list[Quantity], named: Named, left: Span, sentence: Span, aim: str) -> Iterator[Figure]:
        items = group * len(named.names) if len(group) == 1 else group
        subjects = self.subjects.of(group, named, left, sentence)
        for at, (quantity, name) in enumerate(zip(items, named.names, strict=False)):
            subject = subjects[at] if len(subjects) == len(items) else subjects[0]
            yield self._figure(quantity, name, named, left, sentence, subject, aim)

    def _figure(
        self, quantity: Quantity, name: str, named: Named, left: Span, sentence: Span, subject: str, aim: str
    ) -> Figure:
        words, of = self.plain[left.start : left.end], self.rules.of
        change = "mom" if of["mom"].search(words) else "yoy" if of["yoy"].search(words) else ""
        verb, rate = named.told.verb, quantity.unit == "%" and quantity.form == "share"
        compared = bool(change) or not len(named.told.span)
        if not change and aim == "result" and verb in {"增长", "下降"} and rate and "年均" not in words:
            change = "yoy" if verb == "增长" or compared else ""
        falls = rate and compared and of["down"].search(verb) is not None
        return Figure(
            indicator=name if falls or verb not in {"下降", "减少", "降低"} or not rate else name + verb,
            value=-quantity.value if falls else quantity.value,
            unit=quantity.unit or ("人" if any(c in name for c in "人客员") else ""),
            bound=quantity.bound,
            change=change,
            subject=subject,
            evidence=Evidence(self.sheet.document.id, sentence, named.rule, _CONFIDENCE.get(named.rule, 0.75)),
            aim=aim,
        )
