"""Figures: what is counted, how much, in which unit, of whom, compared with what."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Evidence, Figure, Role, Span
from kg.relate.figures.indicator_of_number import Namer
from kg.relate.figures.indicators import Before, Rules, clause_start
from kg.relate.figures.parts_of_whole import parted
from kg.relate.figures.periods import Periods
from kg.relate.figures.rise_or_fall import Changes
from kg.relate.figures.subjects import Subjects
from kg.relate.figures.target_or_result import Aims
from kg.relate.figures.topics import Named, Topic
from kg.text.quantities import quantities
from kg.text.units import Units
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Reading
    from kg.text.annotated import AnnotatedDocument
    from kg.text.numbers.quantity import Quantity

_JOIN = frozenset({"、", "和", "及", "以及", "与", "至", "到", "—", "-", "~"})
_SHORT, _FAR, _TOLD, _NEAR = 24, 160, 30, 6
_WRONG = ("应为", "应是", "有误", "误")
_UNSURE = 0.75
_CARRIED = 0.05  # less where the sentence does not say whose the number is
_CONFIDENCE = {"figure-measured": 0.85, "figure-counted": 0.85, "figure-rank": 0.9, "figure-share": 0.85}


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Figure]:
    """The figures of an article, in text order, each once: a number told again of the same subject under the same
    indicator is no second figure. What two numbers of one name are parts of (其中城镇人口) is said where they differ.
    """
    lead: dict[tuple[float, str, str, str, str, str], list[str]] = {}
    for figure in parted(list(_Reader(doc, reading).read())):
        key = (figure.value, figure.unit, figure.change, figure.aim, figure.period, figure.subject)
        names = lead.setdefault(key, [])
        if not any(a in figure.indicator or figure.indicator in a for a in names[-_TOLD:]):
            names.append(figure.indicator)
            yield figure
        else:
            doc.drop(figure.evidence.span, "Figure", f"{figure.indicator} {figure.value:g}{figure.unit} is told before")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where numbers stand: their sentence, its block, and the offset from which they are targets."""

    sentence: Span
    block: Span
    target: int


class _Reader:
    """One article under reading."""

    def __init__(self, doc: AnnotatedDocument, reading: Reading) -> None:
        self.doc, self.plain = doc, doc.plain
        self.units, self.rules = Units.of(doc.lexicon), Rules.read(doc.lexicon)
        self.subjects = Subjects(doc.plain, self.rules, reading)
        self.namer = Namer(doc.plain, self.rules, self.subjects.prefixes)
        self.periods = Periods(doc, self.rules)
        self.aims, self.changes = Aims(doc.plain, self.rules), Changes(doc.plain, self.rules)
        self.closed = self._closed(reading)
        self.starts = [span.start for span in self.closed]

    def _closed(self, reading: Reading) -> list[Span]:
        """Where numbers are parts of names, outermost: titles, catchwords in quotation marks, names of things."""
        spans = [q.span for q in self.doc.quotes if q.mark == "《" or self._catchword(q.inner)]
        spans += [m.span for m in reading.mentions if not m.points and m.kind not in {Kind.PLACE, Kind.PERSON}]
        out: list[Span] = []
        for span in sorted(spans, key=lambda s: (s.start, -s.end)):
            if not out or span.end > out[-1].end:
                out.append(span)
        return out

    def _catchword(self, inner: Span) -> bool:
        text = self.plain[inner.start : inner.end]
        right = self.rules.of["amended"].search(self.plain, max(0, inner.start - _NEAR), inner.start) is not None
        return len(text) <= _SHORT and not right and not any(mark in text for mark in "，。；！？")

    def named(self, quantity: Quantity) -> bool:
        """Whether a number lies inside a name; what is counted at its very beginning does not (5个“红马甲”驿站)."""
        if self.plain.startswith(_WRONG, quantity.span.end):
            return True  # 868亿元应为886亿元
        at = bisect_right(self.starts, quantity.span.start) - 1
        if at < 0 or quantity.span.end > self.closed[at].end:
            return False
        return quantity.form != "count" or quantity.span.start > self.closed[at].start

    def read(self) -> Iterator[tuple[Figure, str]]:
        """The figures of every paragraph, sentence by sentence, each with what it is told to be a part of."""
        sentences = list(self.doc.document.sentences)
        starts = [s.start for s in sentences]
        for block in (b.span for b in self.doc.document.blocks if b.role in {Role.PARAGRAPH, Role.HEADING}):
            topic, at = Topic(), bisect_right(starts, block.start - 1)
            self.subjects.paragraph()
            self.aims.paragraph(block)
            while at < len(sentences) and sentences[at].start < block.end:
                topic.fresh = False
                yield from self._sentence(_Place(sentences[at], block, self.aims.of(sentences[at])), topic)
                at += 1

    def _sentence(self, place: _Place, topic: Topic) -> Iterator[tuple[Figure, str]]:
        sentence = place.sentence
        inner, groups = self._groups(sentence)
        for quantity, name in inner:
            lead = Before(Span(quantity.span.start, quantity.span.start), "", "")
            named = Named((name,), "figure-capacity", lead, quantity.span.end)
            yield from ((figure, "") for figure in self._figures([quantity], named, lead.span, place))
        start = sentence.start
        for at, group in enumerate(groups):
            first = group[0].span.start
            follow = groups[at + 1][0].span.start if at + 1 < len(groups) else sentence.end
            if len(group) == 1 and self.namer.behind.modifies(group[0], follow, sentence.end):
                self.doc.drop(group[0].span, "Figure", "the number says which thing is meant, not how much of it")
                continue
            left = Span(max(clause_start(self.plain, max(start, first - _FAR), first), start), self._blanks(first))
            whole = topic.part_of(self.plain[left.start : left.end])
            known = self.namer.name(group, left, follow, topic)
            start = max(group[-1].span.end, known.end if known else 0)
            figures = list(self._figures(group, known, left, place)) if known else []
            if not known:
                self.doc.drop(Span(group[0].span.start, group[-1].span.end), "Figure", "no indicator is found for it")
            topic.remember(figures, known)
            yield from ((figure, whole) for figure in figures)
        self.subjects.passed(sentence)

    def _blanks(self, at: int) -> int:
        """Where the words before a number end, without the blanks between: 产值 70.05 亿元."""
        while at and self.plain[at - 1] == " ":
            at -= 1
        return at

    def _groups(self, sentence: Span) -> tuple[list[tuple[Quantity, str]], list[list[Quantity]]]:
        """The capacities in names of works, and the quantities outside names; those of one list together."""
        inner: list[tuple[Quantity, str]] = []
        out: list[list[Quantity]] = []
        found = quantities(self.plain, sentence, self.units)
        for at, quantity in enumerate(found):
            capacity = self.namer.behind.capacity(
                quantity, found[at + 1].span.start if at + 1 < len(found) else sentence.end
            )
            if capacity:
                inner.append((quantity, capacity))
            elif self.named(quantity):
                self.doc.drop(quantity.span, "Figure", "it is part of a name, or told to be wrong")
            elif out and (quantity.listed or self._joined(out[-1], quantity, sentence)):
                out[-1].append(quantity)
            else:
                out.append([quantity])
        return inner, out

    def _joined(self, group: list[Quantity], quantity: Quantity, sentence: Span) -> bool:
        """Whether a number goes on with a list: 11.5%和9.4%; 分别达到1.2亿人次、380万吨."""
        last, first = group[-1], group[0].span.start
        alike = (last.unit, last.form) == (quantity.unit, quantity.form)
        each = "分别" in self.plain[max(sentence.start, first - 8) : first]
        return (alike or each) and self.plain[last.span.end : quantity.span.start] in _JOIN

    def _unsaid(self, name: str) -> str:
        """The unit that stands behind no number of an indicator: 游客10万, 总金额900多亿."""
        if any(c in name for c in "人客员"):
            return "人"
        return "元" if self.rules.of["sum-of-money"].search(name) else ""

    def _figures(self, group: list[Quantity], named: Named, left: Span, place: _Place) -> Iterator[Figure]:
        items = group * len(named.names) if len(group) == 1 else group
        subjects = list(named.subjects) or self.subjects.of(group, named, left, place.sentence)
        whole = Span(group[0].span.start, group[-1].span.end)
        period = self.periods.of(place.block, place.sentence, whole)
        limit = self.plain.find("，", group[-1].span.end, named.end + _NEAR)
        limit = min(named.end + _NEAR if limit < 0 else limit, place.sentence.end)
        done = self.plain.find("已", left.start, limit) >= 0
        aim = "target" if group[0].span.start >= place.target and not done else "result"
        for at, (quantity, name) in enumerate(zip(items, named.names, strict=False)):
            change = self.changes.of(quantity, named, left, aim)
            whose = subjects[at] if len(subjects) == len(items) else subjects[0]
            sure = _CONFIDENCE.get(named.rule, _UNSURE)
            sure -= 0 if not whose or self.subjects.stated(whose, place.sentence) else _CARRIED
            yield Figure(
                indicator=self.changes.worded(name, named.lead, change),
                value=-abs(quantity.value) if change.falls else quantity.value,
                unit=quantity.unit or self._unsaid(name),
                bound=quantity.bound,
                change=change.against,
                subject=whose,
                evidence=Evidence(self.doc.document.id, place.sentence, named.rule, round(sure, 2)),
                period=period,
                aim=aim,
                ends=change.ends(quantity),
            )
