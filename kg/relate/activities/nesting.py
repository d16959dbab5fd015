"""What is done under, within or as the vehicle of something larger (partOf)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Span
from kg.relate.activities.meetings import Meetings
from kg.relate.activities.ties import follows
from kg.relate.discourse.acting_body import run_under
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.clause import CARRIED, DEFAULT, FAR
from kg.relate.discourse.hosts import pointed
from kg.relate.discourse.leading import leading
from kg.relate.discourse.place_relations import over
from kg.relate.discourse.scene import Scene, scene_of
from kg.relate.discourse.surfaces import QUOTES, Table, surfaces
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from kg.model import Mention, Reading, Relation
    from kg.text.annotated import AnnotatedDocument

_NEAR = 300  # characters in which a campaign is told before its opening
_LARGER = (Kind.CAMPAIGN,)
_LONG = 4
_OPENS = ("", "\n", "。", "，", "；")  # before 会上 where it opens a clause


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``partOf`` of campaigns, programmes, events and projects."""
    scene = scene_of(doc, reading)
    yield from _named(scene)
    for mention in scene.of(Kind.CAMPAIGN, Kind.PROGRAM):
        yield from _vehicle(scene, acts(scene).act(mention))
        yield from _occasion(scene, acts(scene).act(mention))
    yield from _planned(scene)
    yield from _rounded(scene)
    yield from _rites(scene)
    yield from _stages(scene)


def _named(scene: Scene) -> Iterator[Relation]:
    """A meeting or campaign whose name holds the name of a campaign: 全市解放思想大讨论动员会."""
    meetings = Meetings(scene)
    named = ((t, k) for t, k in scene.naming.activities if scene.kind(k) is Kind.CAMPAIGN)
    table = Table(sorted({*named, *_cores(scene)}, key=lambda x: (-len(x[0]), x)))
    own, here = Table((t, k) for t, k in table if t == scene.name(k)), scene.article_place
    for key, entity in sorted(scene.entities.items()):
        if entity.kind not in {Kind.EVENT, Kind.CAMPAIGN}:
            continue
        other = here and entity.kind is Kind.EVENT and meetings.level(key) not in {"", here}
        table_here = own if other else table
        at = scene.first(key)
        for _, larger in scene.naming.inner(key, table_here):
            if at is not None and not _wider(scene, key, larger) and _telling(scene, key, larger):
                yield from scene.relation(key, Predicate.PART_OF, larger, at, "name", 0.9)


def _telling(scene: Scene, key: str, larger: str) -> bool:
    """Whether what a name holds of another is more than a head word: five characters, or quoted."""
    name = scene.name(key)
    bare = name.translate(QUOTES)
    held = [t for t, k in (*scene.naming.activities, *_cores(scene)) if k == larger and t in bare]
    return any(len(text) > _LONG or f"“{text}”" in name for text in held)


def _wider(scene: Scene, key: str, other: str) -> bool:
    """Whether a name names a place over that of the other name: the city's campaign is no part of the county's."""
    places = [scene.naming.inner_place(k) for k in (key, other)]
    return all(places) and over(scene, places[0], places[1])


def _cores(scene: Scene) -> tuple[tuple[str, str], ...]:
    """The quoted words that the leading campaign's name opens with: “甲、乙”大讨论 → 甲、乙."""
    lead = leading(scene)
    name = scene.name(lead) if lead else ""
    end = name.find("”")
    return ((name[1:end], lead),) if name.startswith("“") and end > _LONG else ()


def _vehicle(scene: Scene, act: Act) -> Iterator[Relation]:
    """以X为载体，深化Y: X is part of Y."""
    rules, behind_it = acts(scene).rules, act.mention.span.end
    handle = rules["handle"].match(scene.plain, behind_it)
    if not handle or rules["hinge"].match(scene.plain, behind_it):
        return
    vehicle = rules["vehicle"].match(scene.plain, behind_it)
    sentence = act.clause.sentence
    lead = leading(scene)
    others = [m for m in scene.between(sentence.start, sentence.end, *_LARGER) if m.entity != act.mention.entity]
    larger = next((m for m in others if m.entity == lead), None)
    behind = [m for m in others if m.span.start > act.mention.span.end and not _helps(scene, m)]
    larger = larger or (next(iter(behind), None) if vehicle and not _main(scene, act.mention) else None)
    if act.mention.entity == lead:
        for m in behind[:1]:
            yield from scene.relation(m.entity, Predicate.PART_OF, lead, m.span, "vehicle", FAR)
    elif larger is not None:
        key, at = act.mention.entity, act.mention.span
        yield from scene.relation(key, Predicate.PART_OF, larger.entity, at, "vehicle", 0.9)


def _main(scene: Scene, mention: Mention) -> bool:
    """Whether a campaign is of the kind that others serve: a discussion or an education."""
    return scene.name(mention.entity).endswith(("大讨论", "教育", "大学习"))


def _helps(scene: Scene, mention: Mention) -> bool:
    rules = acts(scene).rules
    return any(rules[r].match(scene.plain, mention.span.end) for r in ("vehicle", "occasion"))


def _occasion(scene: Scene, act: Act) -> Iterator[Relation]:
    """以X为契机，推行Y · X开展以来，…Y · 围绕省委X，…Y: Y is part of X."""
    if act.mention.kind is not Kind.CAMPAIGN:
        return
    rules, plain = acts(scene).rules, scene.plain
    following = follows(scene, act)
    if not following and not rules["occasion"].match(plain, act.mention.span.end):
        return
    for m in scene.between(act.mention.span.end, act.clause.sentence.end, *_LARGER):
        if rules["fruits"].match(plain, m.span.end):
            continue
        roles = acts(scene).act(m).roles
        if m.entity != act.mention.entity and (not roles or roles & {"hold", "carry"}) and not _helps(scene, m):
            sure = CARRIED if following else FAR
            yield from scene.relation(m.entity, Predicate.PART_OF, act.mention.entity, m.span, "occasion", sure)


def _planned(scene: Scene) -> Iterator[Relation]:
    """A meeting at which the leading campaign is set out: 召开常委会会议，对大讨论作出安排部署."""
    lead, meetings = leading(scene), Meetings(scene)
    for event in scene.of(Kind.EVENT) if lead else ():
        sentence = scene.sentence(event.span)
        beside = scene.between(sentence.start, sentence.end, Kind.CAMPAIGN)
        held_here = "hold" in acts(scene).act(event).roles and not meetings.national(event.entity)
        if (
            held_here
            and any(m.entity == lead for m in beside)
            and meetings.rules["plan"].search(scene.plain, sentence.start, sentence.end)
        ):
            yield from scene.relation(event.entity, Predicate.PART_OF, lead, event.span, "set-out", FAR)


def _rounded(scene: Scene) -> Iterator[Relation]:
    """What a body under the home runs is part of the leading campaign; so is the home's meeting on it."""
    lead, meetings = leading(scene), Meetings(scene)
    for m in scene.of(Kind.CAMPAIGN, Kind.EVENT) if lead else ():
        act = acts(scene).act(m)
        handled = acts(scene).rules["handle"].match(scene.plain, m.span.end)
        if m.entity != lead and ("hold" in act.roles or handled) and run_under(scene, act):
            yield from scene.relation(m.entity, Predicate.PART_OF, lead, m.span, "round-up", DEFAULT)
        here = m.kind is Kind.EVENT and meetings.level(m.entity) == scene.article_place
        if here and meetings.rules["muster"].search(scene.name(m.entity)):
            yield from scene.relation(m.entity, Predicate.PART_OF, lead, m.span, "muster", DEFAULT)


def _rites(scene: Scene) -> Iterator[Relation]:
    """启动仪式 without a name, behind the one campaign that its paragraphs tell of: its opening is part of it."""
    bare = scene.doc.lexicon.rule("event", "bare-rite").regex
    campaigns = tuple(scene.of(Kind.CAMPAIGN))
    for event in scene.of(Kind.EVENT):
        if not bare.fullmatch(scene.name(event.entity)) or scene.first(event.entity) != event.span:
            continue
        near = {m.entity for m in campaigns if event.span.start - _NEAR < m.span.end <= event.span.start}
        if len(near) == 1:
            yield from scene.relation(event.entity, Predicate.PART_OF, next(iter(near)), event.span, "rite", FAR)


def _sections(scene: Scene, rules: Mapping[str, re.Pattern[str]]) -> Iterator[Relation]:
    """What is named by a larger thing and a word for a part: 甲高铁乙段 → 甲高铁; 第七届甲节开幕式 → 第七届甲节."""
    entities = scene.entities.values()
    for kind, rule in ((Kind.PROJECT, "section"), (Kind.EVENT, "rite")):
        table = Table(row for row in surfaces(entities, kind) if len(row[0]) > _LONG)
        for key in sorted(e.key for e in entities if e.kind is kind):
            name, at = scene.name(key).translate(QUOTES), scene.first(key)
            for start, larger in scene.naming.inner(key, table) if at is not None else ():
                end = max(start + len(t) for t, k in table if k == larger and name.startswith(t, start))
                editions = [set(rules["edition"].findall(n)) for n in (name, scene.name(larger))]
                other = all(editions) and editions[0].isdisjoint(editions[1])
                if at is not None and not other and rules[rule].fullmatch(name, end):
                    yield from scene.relation(key, Predicate.PART_OF, larger, at, "section", 0.9)


def parts(scene: Scene, larger: str) -> frozenset[str]:
    """The keys of the events and campaigns that the article tells to be held within an event."""
    return frozenset(r.subject for r in _stages(scene) if r.object == larger)


@lru_cache(maxsize=2)
def _stages(scene: Scene) -> tuple[Relation, ...]:
    """What is a section or rite of a larger thing, or held during it; read once a text, for two readers ask."""
    rules = {p.name: p.regex for p in scene.doc.lexicon.patterns("relation-stages")}
    return (*_sections(scene, rules), *_during(scene, rules))


def _during(scene: Scene, rules: Mapping[str, re.Pattern[str]]) -> Iterator[Relation]:
    """大会期间举办甲、乙 · 本次艺术节将举办甲、乙 · 论坛期间，“甲”“乙”举行 · 大会包括甲 · 会上举行了甲仪式."""
    for at, end, larger, how in _larger(scene, rules):
        close = scene.sentence(Span(at, at + 1)).end
        rows: list[list[Mention]] = []
        for part in scene.between(end, close, Kind.EVENT, *(_LARGER if how == "holds" else ())):
            beside = rows and rules["row"].fullmatch(scene.plain, rows[-1][-1].span.end, part.span.start)
            rows = [*rows[:-1], [*rows[-1], part]] if beside else [*rows, [part]]
        for row in rows:
            start, last = row[0].span.start, row[-1].span.end
            opens = rules[how].search(scene.plain, max(end, start - 2 * _LONG) if how == "holds" else end, start)
            held = how == "holds" and rules["held"].match(scene.plain, last, close)
            for part in (m for m in row if m.entity != larger) if opens or held else ():
                yield from scene.relation(part.entity, Predicate.PART_OF, larger, part.span, "during", CARRIED)


def _larger(scene: Scene, rules: Mapping[str, re.Pattern[str]]) -> Iterator[tuple[int, int, str, str]]:
    """(offset, end, event, rule) of 大会期间, of 会上, and of 本次大会, 大会 or a name that opens a sentence."""
    this = acts(scene).rules["this-one"]
    for match in rules["while"].finditer(scene.plain):
        at = match.end("head") if match["head"] else match.start()
        words = () if match["head"] else this.finditer(scene.plain, max(0, at - _LONG * 2), at)
        head_word = match["head"] or next((w["head"] for w in words if w.end() == at), "")
        opens = not match["head"] or scene.plain[match.start() - 1 : match.start()] in _OPENS
        back = pointed(scene, head_word, match.start()) if head_word and opens else None
        larger = scene.ending(at, Kind.EVENT) or back
        if larger is not None:
            yield match.start(), match.end(), larger.entity, "upon" if match["head"] else "holds"
    for sentence in scene.doc.document.sentences:
        start = scene.groups.skip(sentence.start, sentence.end)
        word = this.match(scene.plain, start, sentence.end)
        named = next((m for m in scene.between(start, sentence.end, Kind.EVENT) if m.span.start == start), None)
        if larger := named or (pointed(scene, word["head"], start) if word else None):
            end = named.span.end if named else word.end() if word else start
            yield start, end, larger.entity, "holds" if word and word["this"] else "comprises"
