"""One sentence under the glass: what every stage made of it, what lost, what was refused, and by which rule where.

The stages run as in ``kg.pipeline.article``; nothing of the reading is changed by being watched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import extract, relate
from kg.lexicon.registry import registry
from kg.link import link
from kg.link.overlap import resolve_overlaps
from kg.model import Span
from kg.pipeline.article import rule_id, settled
from kg.pipeline.makers import watching
from kg.relate.discourse.scene import scene_of
from kg.text.annotated import AnnotatedDocument
from kg.text.quantities import quantities
from kg.text.time_expressions import times
from kg.text.units import Units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.lexicon import Lexicon
    from kg.model import Document, Mention, Reading
    from kg.pipeline.makers import Makers
    from kg.relate.checks import Fact, Refused


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a trace: what was found, the text it was found in, its rule, where that stands, and a word on it.

    ``made``: the line of code that made it, where the rule is named elsewhere: in a file of patterns, or lines before.
    """

    what: str
    text: str = ""
    rule: str = ""
    where: str = ""
    note: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """A sentence with its offsets and the role of its block, and what each stage says of it, stage by stage."""

    sentence: str
    begin: int
    end: int
    role: str
    article_place: str
    stages: dict[str, tuple[Row, ...]]


def trace(document: Document, lexicon: Lexicon, at: int, home: Sequence[str] = ()) -> Trace:
    """The trace of the sentence at an offset (code points); of the whole text where it has no sentence there."""
    doc = AnnotatedDocument(document, lexicon)
    refused: list[Refused] = []
    with watching() as makers:
        found = extract.mentions(doc)
        linked = link(doc, found, home)
        reading = settled(relate.facts(doc, linked, refused), lexicon)
    span = _sentence(document, at)
    tracer = _Tracer(doc, span, lexicon, makers)
    stages = {
        "words 词": tuple(tracer.words()),
        "times 时间": tuple(tracer.times()),
        "candidates 候选": tuple(tracer.mentions(found)),
        "kept 保留": tuple(tracer.mentions(resolve_overlaps(found, doc.plain))),
        "lost 落选": tuple(tracer.lost(found)),
        "entities 实体": tuple(tracer.entities(reading)),
        "clauses 分句": tuple(tracer.clauses(linked)),
        "numbers 数字": tuple(tracer.numbers(reading)),
        "facts 事实": tuple(tracer.facts(reading)),
        "refused 未采": tuple(tracer.refused(linked, refused)),
        "patterns 模式": tuple(tracer.patterns()),
    }
    role = next((block.role.value for block in document.blocks if block.span.holds(span)), "")
    return Trace(document.surface(span), span.start, span.end, role, reading.article_place, stages)


def _sentence(document: Document, at: int) -> Span:
    inside = [s for s in document.sentences if s.start <= at < s.end]
    blocks = [b.span for b in document.blocks if b.span.start <= at < b.span.end]
    return (inside or blocks or [Span(0, len(document.text))])[0]


class _Tracer:
    """Reads off what the stages made of one span."""

    def __init__(self, doc: AnnotatedDocument, span: Span, lexicon: Lexicon, makers: Makers) -> None:
        self.doc, self.span, self.lexicon, self.makers = doc, span, lexicon, makers
        self.rules = registry(lexicon)

    def _row(self, what: str, text: str, rule: str, note: str = "", *, of: object) -> Row:
        """A line on a mention or fact: where its rule stands, and what made it."""
        known, made = self.rules.get(rule), self.makers.where(of)
        if made and (not known or known.names(self.makers.text(of))):
            return Row(what, text, rule, made, note)
        return Row(what, text, rule, known.where() if known else "", note, made)

    def words(self) -> Iterator[Row]:
        """The words with their tags."""
        for token in self.doc.tokens.inside(self.span):
            yield Row(token.word, note=token.tag)

    def times(self) -> Iterator[Row]:
        """The expressions of time, and what they resolve to."""
        for time in self.doc.layer(times):
            if time.span.meets(self.span):
                where = _pattern(self.lexicon, "time", time.rule)
                yield Row(time.value or "not resolved", self.doc.document.surface(time.span), time.rule, where)

    def patterns(self) -> Iterator[Row]:
        """Every pattern of the lexicon that matches in the sentence, whether its reader uses the match or not."""
        for path in sorted((self.lexicon.folder / "patterns").glob("*.toml")):
            for pattern in self.lexicon.patterns(path.stem):
                for match in pattern.regex.finditer(self.doc.plain, self.span.start, self.span.end):
                    if match.end() > match.start():
                        where = _pattern(self.lexicon, path.stem, pattern.name)
                        yield Row(path.stem, match[0], pattern.name, where)

    def mentions(self, found: Iterable[Mention]) -> Iterator[Row]:
        """Mentions in the sentence."""
        for m in found:
            if m.span.meets(self.span):
                text = self.doc.document.surface(m.span)
                yield self._row(f"{m.kind.value} {m.name}", text, rule_id(m), f"{m.span.start}–{m.span.end}", of=m)

    def lost(self, found: Sequence[Mention]) -> Iterator[Row]:
        """Candidates that gave way to others, and to whom."""
        kept = resolve_overlaps(found, self.doc.plain)
        for m in found:
            if m.span.meets(self.span) and m not in kept:
                winners = [f"{k.kind.value} {k.name} ({rule_id(k)})" for k in kept if k.span.meets(m.span)]
                yield self._row(
                    f"{m.kind.value} {m.name}",
                    self.doc.document.surface(m.span),
                    rule_id(m),
                    f"to {'; '.join(winners)}" if winners else "to none",
                    of=m,
                )

    def entities(self, reading: Reading) -> Iterator[Row]:
        """What each mention means; names of places that several may have are open."""
        names = {entity.key: entity.name for entity in reading.entities}
        for m in reading.mentions:
            if m.span.meets(self.span) and m.entity in names:
                yield self._row(f"{m.entity} {names[m.entity]}", self.doc.document.surface(m.span), m.rule, of=m)
        for m in reading.unresolved:
            if m.span.meets(self.span):
                yield self._row(
                    "open: several places have this name", self.doc.document.surface(m.span), rule_id(m), of=m
                )

    def clauses(self, linked: Reading) -> Iterator[Row]:
        """The clauses: who acts in each, for which place, and how sure that is."""
        scene = scene_of(self.doc, linked)
        for clause in scene.clauses:
            if clause.span.meets(self.span):
                acting = "、".join(scene.name(head.mention.entity) for head in clause.acting) or "–"
                jurisdiction = (
                    scene.name(clause.jurisdiction)
                    if clause.jurisdiction in scene.entities
                    else clause.jurisdiction or "–"
                )
                text = self.doc.document.surface(clause.span)
                yield Row(f"acts 行为者: {acting}", text, note=f"jurisdiction 所在: {jurisdiction}; {clause.sure:g}")

    def numbers(self, reading: Reading) -> Iterator[Row]:
        """Every number with its unit, and the figures that were made of it; why of another none was made is refused."""
        here = [f for f in reading.figures if f.evidence.span.meets(self.span)]
        for one in quantities(self.doc.plain, self.span, Units.of(self.lexicon)):
            made = [f for f in here if abs(f.value) == abs(one.value) and f.unit in {one.unit, "人"}]
            what, text = f"{one.value:g} {one.unit}".rstrip(), self.doc.document.surface(one.span)
            if not made:
                yield Row(what, text, note=f"{one.form}; no figure")
            for figure in made:
                yield self._row(what, text, figure.evidence.rule, f"{one.form}; {figure.indicator}", of=figure)

    def facts(self, reading: Reading) -> Iterator[Row]:
        """The facts whose evidence meets the sentence."""
        names = {entity.key: entity.name for entity in reading.entities}
        rows: tuple[Fact, ...] = (
            *reading.relations,
            *reading.posts,
            *reading.figures,
            *reading.quotes,
            *reading.moments,
        )
        for fact in (*rows, *reading.citations):
            why = fact.evidence
            if why.document == self.doc.document.id and why.span.meets(self.span):
                yield self._row(_told(fact, names), "", why.rule, f"{why.confidence:g}", of=fact)

    def refused(self, linked: Reading, refused: Iterable[Refused]) -> Iterator[Row]:
        """Facts that a rule made and that may not stand, with the reason."""
        names = {entity.key: entity.name for entity in linked.entities}
        for one in refused:
            if one.fact.evidence.span.meets(self.span):
                yield self._row(_told(one.fact, names), "", one.fact.evidence.rule, one.why, of=one.fact)
        kept = {(m.span, m.kind.value) for m in linked.mentions}  # what one rule passes over another may find
        for drop in dict.fromkeys(self.doc.dropped):
            if drop.span.meets(self.span) and (drop.span, drop.kind) not in kept:
                text = self.doc.document.surface(drop.span)
                yield Row(drop.kind, text, where=self.makers.where(drop), note=drop.why)
        for span, rule, subject, predicate, obj in scene_of(self.doc, linked).refused:
            if span.meets(self.span):
                known = [r for r in self.rules.values() if r.name == rule and r.id.startswith("relate.")]
                what = f"{names.get(subject, subject)} {predicate.value} {names.get(obj, obj)}"
                where = " ".join(r.where() for r in known)
                yield Row(what, "", rule, where, f"{predicate.value} does not join {subject} and {obj}")


def _told(fact: Fact, names: dict[str, str]) -> str:
    """A fact in one line: its fields but the evidence, keys as names."""
    fields = [getattr(fact, name) for name in type(fact).__dataclass_fields__ if name != "evidence"]
    shown = [names.get(str(field), str(field)) for field in fields if field not in ("", None)]
    return f"{type(fact).__name__}: {' | '.join(shown)}"


def _pattern(lexicon: Lexicon, file: str, name: str) -> str:
    """Where a pattern stands: file and line."""
    lines = (lexicon.folder / "patterns" / f"{file}.toml").read_text("utf-8").split("\n")
    line = next((n for n, text in enumerate(lines, 1) if text.strip() == f'name = "{name}"'), 0)
    return f"kg/lexicon/patterns/{file}.toml:{line}"
