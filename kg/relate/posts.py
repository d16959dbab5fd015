"""Posts: who holds, held or is to hold which title of which organ, as the words beside a person's name say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import Evidence, Mention, Post, Reading, Span
from kg.relate.organs_of import Organs
from kg.text.titles import Grammar, Title, grammar
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Pattern
    from kg.text.sheet import Sheet

_REACH = 90
_OPENINGS = ("，男", "，女", "（男", "（女", "同志简历", "简历", "个人简历", "，现任", "，历任", "，曾任")
_WORDS_BEHIND = ("候选人", "人选", "职务", "一职")
_VERBS = {
    "的": "former",
    "不再担任": "former",
    "不再兼任": "former",
    "辞去": "former",
    "曾任": "former",
    "时任": "former",
}


@dataclass(frozen=True, slots=True, order=True)
class TitleOf:
    """One post of one person as the text states it.

    ``organ``: the organ's surface, completed from the title before where the text leaves it out; for 省长 and 市长 the
    place's word. ``organ_span``: where the organ's own characters stand. ``span``: title and organ in the text.
    ``start``/``end``: ISO at the precision of the text, else "".
    """

    person: Mention
    title: str
    organ: str
    organ_span: Span | None
    span: Span
    status: str
    start: str
    end: str
    rule: str
    confidence: float


def facts(sheet: Sheet, reading: Reading) -> Iterator[Post]:
    """Every post of every linked person, each once for its place in the text."""
    organs = Organs(sheet, reading)
    for stated in titles(sheet, reading.mentions):
        of, title = organs.of(stated.organ, stated.organ_span or stated.span, stated.title), stated.title
        if not of:  # 宣传部 of a committee that the text names, but not with its branch
            of, branch = organs.parent(stated.organ)
            title = branch + title
        if of:
            evidence = Evidence(reading.document.id, sheet.sentence(stated.span), stated.rule, stated.confidence)
            yield Post(stated.person.entity, title, of, stated.status, evidence, stated.start, stated.end)


def titles(sheet: Sheet, mentions: Sequence[Mention]) -> tuple[TitleOf, ...]:
    """The posts stated beside the persons' names, in text order, each once for its place in the text."""
    bodies = [m for m in mentions if m.kind in {Kind.ORGANIZATION, Kind.PLACE}]
    reader = _Posts(sheet, tuple(sorted(m for m in mentions if m.kind is Kind.PERSON)), bodies)
    found: dict[tuple[Span, Span, str], TitleOf] = {}
    for post in reader.read():
        found.setdefault((post.person.span, post.span, post.title), post)
    return tuple(sorted(found.values(), key=lambda t: (t.person.span, t.span, t.title, t.status)))


class _Posts:
    """The titles of one document under reading."""

    def __init__(self, sheet: Sheet, persons: tuple[Mention, ...], bodies: Sequence[Mention]) -> None:
        self.plain, self.persons = sheet.plain, persons
        self.blocks, self.tokens = sheet.spans, sheet.tokens
        self.grammar: Grammar = grammar(sheet.lexicon)
        self.known = _ends(bodies)
        self.authors = {word.span for word in sheet.document.masthead.credits if word.role == "author"}
        self.rules: dict[str, Pattern] = {rule.name: rule for rule in sheet.lexicon.patterns("post")}

    def read(self) -> Iterator[TitleOf]:
        """Every post beside every person."""
        row: tuple[TitleOf, ...] = ()
        for number, person in enumerate(self.persons):
            own = tuple(self._carried(t, row) for t in self._ahead(person))
            if not own and row and self._joined(self.persons[number - 1], person):
                own = tuple(replace(t, person=person, confidence=0.8, rule="row") for t in row[-1:])
            row = own
            yield from own
            yield from self._behind(person)
        yield from self._spells()
        yield from self._noted()

    def _carried(self, title: TitleOf, row: tuple[TitleOf, ...]) -> TitleOf:
        """A title without an organ right behind another person's: 某大学教授甲、讲师乙."""
        if title.organ or not row or not row[-1].organ:
            return title
        if self.plain[row[-1].person.span.end : title.span.start] not in {"、", "和"}:
            return title
        return replace(title, organ=row[-1].organ, organ_span=row[-1].organ_span, confidence=0.8)

    def _block(self, span: Span) -> Span:
        return next((b for b in self.blocks if b.holds(span)), span)

    def _joined(self, last: Mention, person: Mention) -> bool:
        return self.plain[last.span.end : person.span.start] in {"、", "和", "及", " ", "　", "与"}

    def _ahead(self, person: Mention) -> Iterator[TitleOf]:
        """Titles before the name: 市委副书记、市长甲."""
        block, end = self._block(person.span), person.span.start
        while end > block.start and self.plain[end - 1] in " 　：:的":
            end -= 1
        if end > block.start and not self.plain[end - 1].isalnum():
            return
        left = max([block.start, end - _REACH, *(p.span.end for p in self.persons if p.span.end <= end)])
        cut = max(self.plain.rfind(mark, left, end) for mark in "。；！？\n”》）")
        for title in self._told(Span(max(left, cut + 1), end)):
            if _is_post(title):
                yield self._of(person, title, "title-name", 0.95)

    def _behind(self, person: Mention) -> Iterator[TitleOf]:
        """Titles after the name: appointments, appositions, forms of address, résumés."""
        block = self._block(person.span)
        lead = self._lead(person, block)
        for name in ("removed", "mandate", "apposition", "address", "vita", "vita-next"):
            rule = self.rules[name]
            match = rule.regex.match(self.plain, person.span.end, block.end)
            if not match or (name == "removed" and lead != "former"):
                continue
            verb = match.groupdict().get("verb") or ""
            region = Span(*match.span("titles"))
            stated = tuple(self._row(region)) if name == "vita" else self._told(region)
            for title in stated:
                if not _is_post(title) or (name == "apposition" and not stated[0].whole):
                    continue
                status = self._status(title, verb, name, lead, match.groupdict().get("end") or "")
                yield self._of(person, replace(title, status=status), name, rule.confidence)
            if stated and name in {"removed", "mandate"}:
                return

    def _told(self, region: Span) -> tuple[Title, ...]:
        for word in _WORDS_BEHIND:
            if self.plain.endswith(word, region.start, region.end):
                region = Span(region.start, region.end - len(word))
        return self.grammar.parse(self.plain, region, self.tokens, self.known)

    def _lead(self, person: Mention, block: Span) -> str:
        left = max(block.start, person.span.start - 20)
        for status in ("removed", "appointed", "proposed"):
            if self.rules[f"lead-{status}"].regex.search(self.plain, left, person.span.start):
                return "former" if status == "removed" else status
        return ""

    def _status(self, title: Title, verb: str, rule: str, lead: str, end: str) -> str:
        if verb in _VERBS or title.status == "former":
            return "former"
        if lead == "proposed" or end in {"候选人", "人选"} or verb in {"拟任", "提名为"} or rule == "vita-next":
            return "proposed"
        if title.status != "attested":
            return title.status
        if verb == "代理":
            return "acting"
        if verb == "兼任":
            return "concurrent"
        return "appointed" if rule == "mandate" and verb != "现任" else "attested"

    def _spells(self) -> Iterator[TitleOf]:
        """Dated lines of a résumé, each of the last person whose résumé has begun."""
        for name in ("spell", "since"):
            rule = self.rules[name]
            for block in self.blocks:
                for match in rule.regex.finditer(self.plain, block.start, block.end):
                    person = self._subject(match.start())
                    if person is None:
                        continue
                    ended = match.groupdict().get("y2")
                    start, end = _date(match["y1"], match["m1"]), _date(ended, match["m2"]) if ended else ""
                    for title in self._spelled(Span(*match.span("titles"))):
                        status = "former" if end else title.status
                        yield self._of(person, replace(title, status=status), name, rule.confidence, start, end)

    def _noted(self) -> Iterator[TitleOf]:
        """（作者系平原县委书记）: the posts of the article's one author."""
        authors = [p for p in self.persons if p.span in self.authors]
        rule = self.rules["author-note"]
        for block in self.blocks if len(authors) == 1 else ():
            for match in rule.regex.finditer(self.plain, block.start, block.end):
                for title in filter(_is_post, self._told(Span(*match.span("titles")))):
                    yield self._of(authors[0], title, rule.name, rule.confidence)

    def _row(self, region: Span) -> Iterator[Title]:
        """The titles of a row of clauses (现任某市政协副主席，某县委书记), up to the first clause that holds none."""
        at = region.start
        for clause in self.plain[region.start : region.end].split("，"):
            titles = self._told(Span(at, at + len(clause)))
            if not titles:
                return
            yield from titles
            at += len(clause) + 1

    def _spelled(self, region: Span) -> Iterator[Title]:
        clauses = self.plain[region.start : region.end].replace("，", "，\0").split("\0")
        at = region.start
        for clause in clauses:
            stop = at + len(clause.rstrip("，。；"))
            yield from (t for t in self._told(Span(at, stop)) if _is_post(t))
            at += len(clause)

    def _subject(self, at: int) -> Mention | None:
        vita = [p for p in self.persons if p.span.end <= at and self._is_vita(p)]
        return vita[-1] if vita else None

    def _is_vita(self, person: Mention) -> bool:
        after = self.plain[person.span.end : person.span.end + 8]
        return after.lstrip(" 　").startswith(_OPENINGS) or (after[:1] in "，（" and after[1:5].isdecimal())

    def _of(self, who: Mention, t: Title, rule: str, sure: float, start: str = "", end: str = "") -> TitleOf:
        return TitleOf(who, t.title, t.organ, t.organ_span, t.span, t.status, start, end, rule, sure)


def _is_post(title: Title) -> bool:
    """Whether a title is an office: 教授 is one only with its university, 村民 and 记者 never."""
    return title.kind not in {"person", "rank", ""} or (title.kind == "rank" and bool(title.organ))


def _ends(bodies: Sequence[Mention]) -> dict[int, int]:
    """Where each found organ or place ends, to where it starts; of several that end together the longest."""
    known: dict[int, int] = {}
    for mention in bodies:
        known[mention.span.end] = min(mention.span.start, known.get(mention.span.end, mention.span.start))
    return known


def _date(year: str, month: str | None) -> str:
    return f"{year}-{int(month):02d}" if month else year
