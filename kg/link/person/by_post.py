"""Persons by their posts: once an article's posts are read, they say best which of several namesakes a person is.

临汾市委书记张某 is of 141000 wherever in the sentence the title stands; 教育部部长李某 is of 教育部, not of the city
whose paper names him. Of two persons of one name in one article (甲县县长李某, 乙县县长李某) each gets its key.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any, TypeVar

from kg.model import Figure, Mention, Moment, Post, Quote, Relation
from kg.model.identity import code_of, mint
from kg.model.order import in_order
from kg.names.titles import ends_in_office
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.model import Entity, Reading, Span

_Fact = TypeVar("_Fact", Mention, Relation, Post, Figure, Quote, Moment)
_NOW, _BESIDE = frozenset({"attested", "appointed", "acting"}), frozenset({"concurrent"})

_COMMON = "群众"  # what keeps the key of somebody without an office apart
_WORD = 8  # characters of a word or title before a name
_MOST = 50  # posts of one person in one article that are compared

Keys = tuple[tuple[int, str], ...]
"""From which offset of the text on a person's name means whom, by offset."""


def rekey_by_post(reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading in which every person who holds a post is keyed by its place, else by its organ.

    National leaders, who need no place, keep their keys; so do persons without a post. A villager of the name of
    somebody in office is another person: 村民 right before the name says so.
    """
    held: dict[str, list[Post]] = defaultdict(list)
    for post in reading.posts:
        held[post.person].append(post)
    scopes = _Scopes(reading)
    changed: dict[str, Keys] = {}
    for entity in reading.entities:
        if entity.key in held and entity.key != mint(Kind.PERSON, entity.name):
            keys = _keys(entity, held[entity.key], scopes)
            changed[entity.key] = _with_commoners(keys, reading, entity, lexicon)
    return _Rekeyed(changed).reading(reading) if changed else reading


def _keys(entity: Entity, posts: list[Post], scopes: _Scopes) -> Keys:
    apart = _apart(posts)
    rows = [(post.evidence.span.start, scopes.of(post)) for post in apart] or [(0, scopes.of(min(posts, key=_rank)))]
    keys = {at: mint(Kind.PERSON, entity.name, scope) if scope else entity.key for at, scope in reversed(rows)}
    return tuple(sorted(keys.items()))


def _with_commoners(keys: Keys, reading: Reading, entity: Entity, lexicon: Lexicon) -> Keys:
    """The keys of a name with those of people who hold no office: from the sentence on in which 村民 stands right
    before it, until one in which a title does.
    """
    words = tuple(row["word"] for row in lexicon.table("commoners"))
    plain, starts = reading.document.plain, [sentence.start for sentence in reading.document.sentences]
    common = mint(Kind.PERSON, entity.name, f"{code_of(reading.article_place) or reading.document.id}-{_COMMON}")
    rows: list[tuple[int, str]] = []
    for mention in sorted(m for m in reading.mentions if m.entity == entity.key):
        before = plain[max(0, mention.span.start - _WORD) : mention.span.start]
        at = starts[max(0, bisect_right(starts, mention.span.start) - 1)] if starts else mention.span.start
        if before.endswith(words):
            rows.append((at, common))
        elif ends_in_office(before, lexicon):
            rows.append((at, _at_offset(keys, mention.span.start)))
    return tuple(sorted({*keys, *rows})) if len({key == common for _, key in rows}) > 1 else keys


def _at_offset(keys: Keys, offset: int) -> str:
    """Whom a name means at an offset: the namesake named last, at first the first."""
    return keys[max(0, bisect_right(keys, offset, key=lambda row: row[0]) - 1)][1]


def _rank(post: Post) -> tuple[int, bool, int, int, Post]:
    """The main post first: held now, of a place, the nearest to the person's jurisdiction, the first told."""
    status = 0 if post.status in _NOW else 1 if post.status in _BESIDE else 2
    code = code_of(post.of)
    return status, not code, len(code) - len(code.rstrip("0")), post.evidence.span.start, post


def _apart(posts: list[Post]) -> list[Post]:
    """The posts of namesakes: one title, in two sentences, of two places of which neither lies in the other."""
    now = sorted(
        (p for p in posts if p.status == "attested" and code_of(p.of) and not (p.start or p.end)),
        key=lambda p: (p.evidence.span, p),
    )
    titles: dict[str, set[tuple[str, Span]]] = defaultdict(set)
    for post in islice(now, _MOST):
        titles[post.title].add((code_of(post.of), post.evidence.span))
    return now if any(_disjoint(places) for places in titles.values()) else []


def _disjoint(places: set[tuple[str, Span]]) -> bool:
    pairs = combinations(sorted(places), 2)
    return any(span != where and not _related(code, other) for (code, span), (other, where) in pairs)


def _related(a: str, b: str) -> bool:
    """Whether one of two codes is in the other's area: 141000 in 140000."""
    return any(b.startswith(a[:size]) and not a[size:].strip("0") for size in (2, 4, 6)) or (
        any(a.startswith(b[:size]) and not b[size:].strip("0") for size in (2, 4, 6))
    )


class _Scopes:
    """What keeps a person apart from namesakes: the code of the post's place, or the name of its organ."""

    def __init__(self, reading: Reading) -> None:
        parties = {e.key for e in reading.entities if "PartyOrgan" in e.classes}
        units = (r for r in reading.relations if r.predicate is Predicate.UNIT_OF and r.subject in parties)
        self.owners = {unit.subject: unit.object for unit in units}

    def of(self, post: Post) -> str:
        """The scope of a post; 党组书记 of an organ is the same person as its 局长."""
        organ = post.of if code_of(post.of) else self.owners.get(post.of, post.of)
        return code_of(organ) or (organ.removeprefix("organization/") if organ.startswith("organization/") else "")


class _Rekeyed:
    """One reading with other keys for its persons."""

    def __init__(self, changed: dict[str, Keys]) -> None:
        self.changed = changed

    def reading(self, old: Reading) -> Reading:
        """The reading under the other keys; what names none of the persons stays the value that it is."""
        at = self._at
        return replace(
            old,
            authors=tuple(at(author, 0) for author in old.authors),
            mentions=in_order({self._under(m, m.span.start, "entity") for m in old.mentions}),
            entities=self._entities(old),
            relations=in_order({self._under(r, r.evidence.span.start, "subject", "object") for r in old.relations}),
            posts=in_order({self._under(p, p.evidence.span.start, "person") for p in old.posts}),
            figures=in_order({self._under(f, f.evidence.span.start, "subject") for f in old.figures}),
            quotes=in_order({self._under(q, q.evidence.span.start, "speaker") for q in old.quotes}),
            moments=in_order({self._under(m, m.evidence.span.start, "subject") for m in old.moments}),
        )

    def _under(self, fact: _Fact, offset: int, *names: str) -> _Fact:
        """A fact at an offset with the keys that its fields of those names mean there."""
        keys = [getattr(fact, name) for name in names]
        if self.changed.keys().isdisjoint(keys):
            return fact
        changes: dict[str, Any] = {name: self._at(key, offset) for name, key in zip(names, keys, strict=True)}
        return replace(fact, **changes)

    def _at(self, key: str, offset: int) -> str:
        """Whom a name means at an offset: the namesake named last, at first the first."""
        rows = self.changed.get(key)
        return _at_offset(rows, offset) if rows else key

    def _entities(self, old: Reading) -> tuple[Entity, ...]:
        """Each person once for every key; namesakes share their surfaces."""
        made = {k: e if k == e.key else replace(e, key=k) for e in old.entities for k in self._all(e.key)}
        return in_order(made.values())

    def _all(self, key: str) -> tuple[str, ...]:
        return tuple(new for _, new in self.changed[key]) if key in self.changed else (key,)
