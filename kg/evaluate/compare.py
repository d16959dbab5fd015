"""One article's facts against its gold answer, layer by layer. What is optional counts neither for nor against."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.evaluate.align import align
from kg.evaluate.names import likeness, normal
from kg.vocab import SYMMETRIC, Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.evaluate.facts import Facts, Link, Number, Saying
    from kg.evaluate.tally import Tally

    Resolve = Callable[[str], str | None]

_KINDS = tuple(kind.value for kind in Kind)
_BOTH_WAYS = frozenset(predicate.value for predicate in SYMMETRIC)
_ALIKE = 0.4
_SAME_VALUE = 1e-6


def compare(gold: Facts, found: Facts, tally: Tally) -> None:
    """Count every layer of one article into the tally."""
    pairs = align(gold, found)
    to_gold = {mine: theirs for mine, (theirs, _) in pairs.items()}
    _entities(gold, found, pairs, tally)
    _relations(gold, found, to_gold.get, tally)
    _posts(gold, found, to_gold.get, tally)
    _figures(gold, found, tally)
    _statements(gold, found, to_gold.get, tally)
    _date(gold, found, tally)


def _entities(gold: Facts, found: Facts, pairs: dict[str, tuple[str, bool]], tally: Tally) -> None:
    strict: set[str] = set()
    near: set[str] = set()
    for key, mine in found.entities.items():
        gold_key, exact = pairs.get(key, ("", False))
        theirs = gold.entities.get(gold_key)
        if theirs is not None and theirs.optional:
            continue
        shared = mine.kinds & theirs.kinds if theirs and exact else frozenset()
        if shared:
            tally.hit["entity", _first(shared)] += 1
            strict.add(gold_key)
        else:
            shown = f"(gold: {theirs.name} {'/'.join(sorted(theirs.kinds))})" if theirs else ""
            tally.add_extra("entity", _first(mine.kinds), mine.name, shown)
        tally.hit["entity~", "all"] += theirs is not None
        tally.extra["entity~", "all"] += theirs is None
        near |= {gold_key} if theirs else set()
    for gold_key, theirs in gold.entities.items():
        if not theirs.optional:
            tally.missed["entity~", "all"] += gold_key not in near
            if gold_key not in strict:
                tally.add_missed("entity", _first(theirs.kinds), theirs.name)


def _first(kinds: frozenset[str]) -> str:
    return next((kind for kind in _KINDS if kind in kinds), "?")


def _relations(gold: Facts, found: Facts, to_gold: Resolve, tally: Tally) -> None:
    closure = _closure({(link.subject, link.object) for link in gold.links if link.predicate == Predicate.WITHIN.value})
    wanted, free = _wanted(gold)
    got = set()
    for link in found.links:
        subject, target = to_gold(link.subject), to_gold(link.object)
        triple = (link.predicate, subject, target)
        if triple in wanted:
            got.add(triple)
        elif not (
            link.optional
            or triple in free
            or gold.optional(subject)
            or gold.optional(target)
            or (link.predicate == Predicate.WITHIN.value and (subject, target) in closure)
        ):
            tally.add_extra("relation", link.predicate, _name(found, link.subject), _name(found, link.object))
    for predicate, subject, target in sorted(wanted):
        twice = predicate in _BOTH_WAYS
        if twice and subject > target and (predicate, target, subject) in wanted:
            continue
        if (predicate, subject, target) in got or (twice and (predicate, target, subject) in got):
            tally.hit["relation", predicate] += 1
        else:
            tally.add_missed("relation", predicate, gold.entities[subject].name, gold.entities[target].name)


def right(gold: Facts, link: Link, to_gold: Resolve) -> bool | None:
    """Whether one relation of an article is right by its gold answer; None where the answer holds it for optional."""
    subject, target = to_gold(link.subject), to_gold(link.object)
    wanted, free = _wanted(gold)
    if (link.predicate, subject, target) in wanted:
        return True
    if (link.predicate, subject, target) in free or gold.optional(subject) or gold.optional(target):
        return None
    inside = {(one.subject, one.object) for one in gold.links if one.predicate == Predicate.WITHIN.value}
    return None if link.predicate == Predicate.WITHIN.value and (subject, target) in _closure(inside) else False


def _wanted(gold: Facts) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    """The triples that must be found, and those that may be; symmetric ones in both directions."""
    wanted: set[tuple[str, str, str]] = set()
    free: set[tuple[str, str, str]] = set()
    for link in gold.links:
        loose = link.optional or gold.optional(link.subject) or gold.optional(link.object)
        (free if loose else wanted).update((link.predicate, *pair) for pair in _ways(link))
    return wanted, free


def _ways(link: Link) -> set[tuple[str, str]]:
    pair = (link.subject, link.object)
    return {pair, pair[::-1]} if link.predicate in _BOTH_WAYS else {pair}


def _closure(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    closed = set(pairs)
    while more := {(a, d) for a, b in closed for c, d in closed if b == c} - closed:
        closed |= more
    return closed


def _posts(gold: Facts, found: Facts, to_gold: Resolve, tally: Tally) -> None:
    """A post is right in person, title, and organ or its area."""
    area: dict[str, set[str]] = defaultdict(set)
    for link in gold.links:
        if link.predicate == Predicate.JURISDICTION.value:
            area[link.subject].add(link.object)
            area[link.object].add(link.subject)
    left = list(gold.holdings)
    for mine in found.holdings:
        person, of = to_gold(mine.person), to_gold(mine.of)
        fits = (h for h in left if h.person == person and mine.titles & h.titles)
        hit = next((h for h in fits if not h.of or of == h.of or of in area[h.of]), None)
        if hit:
            left.remove(hit)
            tally.hit["post", "all"] += not (hit.optional or gold.optional(person))
        elif not gold.optional(person):
            tally.add_extra("post", "all", _name(found, mine.person), "/".join(sorted(mine.titles)))
    for held in left:
        if not (held.optional or gold.optional(held.person)):
            tally.add_missed("post", "all", gold.entities[held.person].name, "/".join(sorted(held.titles)))


def _figures(gold: Facts, found: Facts, tally: Tally) -> None:
    left = list(gold.numbers)
    for mine in found.numbers:
        alike = [(_alike(mine, theirs), at) for at, theirs in enumerate(left) if _same(mine, theirs)]
        best, at = max(alike, default=(0.0, -1))
        if best >= _ALIKE:
            tally.hit["figure", "all"] += not left.pop(at).optional
        elif not any(theirs.optional and theirs.value == mine.value for theirs in left):
            tally.add_extra("figure", "all", mine.indicators[0], f"{mine.value:g} {mine.unit}")
    for theirs in left:
        if not theirs.optional:
            tally.add_missed("figure", "all", theirs.indicators[0], f"{theirs.value:g} {theirs.unit}")


def _alike(mine: Number, theirs: Number) -> float:
    return max(likeness(mine.indicators[0], wording) for wording in theirs.indicators)


def _same(mine: Number, theirs: Number) -> bool:
    """Whether two numbers are one; answers may give a fall without its sign."""
    close = abs(abs(theirs.value) - abs(mine.value)) <= _SAME_VALUE * max(1, abs(theirs.value))
    return close and normal(mine.unit) == normal(theirs.unit)


def _statements(gold: Facts, found: Facts, to_gold: Resolve, tally: Tally) -> None:
    left = list(gold.sayings)
    for mine in found.sayings:
        hit = next((s for s in left if s.speaker == to_gold(mine.speaker) and _said(s, mine)), None)
        if hit:
            left.remove(hit)
            tally.hit["statement", "all"] += not hit.optional
        else:
            tally.add_extra("statement", "all", _name(found, mine.speaker), mine.words[:30])
    for theirs in left:
        if not theirs.optional:
            tally.add_missed("statement", "all", _name(gold, theirs.speaker), theirs.words)


def _said(theirs: Saying, mine: Saying) -> bool:
    return theirs.words in mine.words[:60] or mine.words in theirs.words


def _date(gold: Facts, found: Facts, tally: Tally) -> None:
    right = bool(gold.date) and gold.date == found.date[:10]
    tally.hit["date", "all"] += right
    if gold.date and not right:
        tally.add_missed("date", "all", gold.date)
    if found.date and not right:
        tally.add_extra("date", "all", found.date)


def _name(facts: Facts, key: str) -> str:
    return facts.entities[key].name if key in facts.entities else "?"
