"""Who takes part: bodies under the home in its campaign, followers of another level's, people at meetings."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.names.titles import ends_in_office
from kg.relate.activities.attending.attendance import Attendance
from kg.relate.activities.ties import follows, reviewed
from kg.relate.discourse.acting_body import place_or_body, under
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.clause import CARRIED, FAR, SURE, Clause
from kg.relate.discourse.leading import leading, surfaces
from kg.relate.discourse.place_relations import outside_article_place
from kg.relate.discourse.scene import Scene, scene_of
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Mention, Reading, Relation
    from kg.relate.discourse.groups import Agent
    from kg.text.annotated import AnnotatedDocument

_FEW = 2
_MANY = 3  # provinces of a report on the whole country
_PROVINCE = 2  # digits of a province's code
_ACTING = frozenset({Kind.PLACE, Kind.ORGANIZATION, Kind.EVENT})
_NEAR = 8
_CALLED = 3  # characters of a title behind a name: 教授, 博士


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``participatesIn`` campaigns and events."""
    scene = scene_of(doc, reading)
    if lead := leading(scene):
        yield from _round_up(scene, lead)
        yield from _nationwide(scene, lead)
        yield from _leaders(scene, lead)
    for key in sorted(k for k, e in scene.entities.items() if e.kind is Kind.CAMPAIGN):
        for act in acts(scene).all(key):
            yield from _joins(scene, key, act)
            yield from _aims(scene, key, act)
            yield from _passes(scene, key, act)
    yield from Attendance(scene).read()


def _round_up(scene: Scene, lead: str) -> Iterator[Relation]:
    """Every body under the home that a clause of the article names as doing something, if there are some."""
    found: dict[str, Clause] = {}
    for clause in scene.clauses:
        for head in clause.heads if clause.sure == SURE else ():
            who = _seat(scene, head) if head.mention.kind is Kind.PERSON else place_or_body(scene, head)
            if under(scene, who):
                found.setdefault(who, clause)
    if len(found) >= _FEW:
        for who, clause in found.items():
            yield from scene.relation(who, Predicate.PARTICIPATES_IN, lead, clause.span, "round-up", FAR)


def _nationwide(scene: Scene, lead: str) -> Iterator[Relation]:
    """Every division and organ that acts in a paragraph which names the campaign, where many provinces do so.

    在广西，…; 省委制定…方案: an article that goes round the provinces has no home of which they are parts.
    """
    names = surfaces(scene, lead)
    spans = scene.doc.spans
    reported = {s.start for s in spans if any(scene.plain.find(name, s.start, s.end) >= 0 for name in names)}
    starts = [s.start for s in spans]
    found: dict[str, Clause] = {}
    for clause in scene.clauses:
        if clause.sure != SURE or starts[bisect_right(starts, clause.span.start) - 1] not in reported:
            continue
        for head in (h for h in clause.heads if h.mention.kind in _ACTING and scene.bodily(h) and _whose(scene, h)):
            found.setdefault(place_or_body(scene, head), clause)
    codes = {(scene.naming.code(scene.naming.area(k) or k) or "")[:_PROVINCE] for k in found} - {""}
    if len(codes) >= _MANY:
        for who, clause in found.items():
            yield from scene.relation(who, Predicate.PARTICIPATES_IN, lead, clause.span, "nationwide", FAR)


def _whose(scene: Scene, head: Agent) -> str:
    """Who acts where a head does: of a meeting the place in its name, "" if it names none; of a body itself."""
    return scene.jurisdiction(head) if head.mention.kind is Kind.EVENT else head.mention.entity


def _seat(scene: Scene, head: Agent) -> str:
    """The county or town that an officer speaks for: 甲县委书记乙 → 甲县; "" for anybody else."""
    title = scene.plain[head.holder.span.end : head.mention.span.start] if head.holder else ""
    return scene.jurisdiction(head) if ends_in_office(title.strip(), scene.doc.lexicon) else ""


def _leaders(scene: Scene, lead: str) -> Iterator[Relation]:
    """Persons who do something for the campaign in a sentence that names it, if only as 大讨论."""
    names = surfaces(scene, lead)
    rules = {p.name: p.regex for p in scene.doc.lexicon.patterns("relation-roles")}
    for sentence in scene.doc.document.sentences:
        if not any(scene.plain.find(name, sentence.start, sentence.end) >= 0 for name in names):
            continue
        for head in (h for c in scene.clauses_of(sentence) for h in c.heads if c.sure == SURE):
            works = rules["works-in"].search(scene.plain, head.mention.span.end, sentence.end)
            own = head.mention.kind is Kind.PERSON and scene.jurisdiction(head) in {"", scene.article_place}
            if own and works and not _writes(scene, head):
                yield from scene.relation(
                    head.mention.entity, Predicate.PARTICIPATES_IN, lead, sentence, "acts-in", FAR
                )


def _writes(scene: Scene, head: Agent) -> bool:
    """Whether somebody is an author of the article or stands in a reporter's line."""
    before = scene.plain[max(0, head.mention.span.start - _NEAR) : head.mention.span.start]
    return head.mention.entity in scene.reading.authors or any(w in before for w in ("记者", "通讯员", "编辑"))


def _joins(scene: Scene, key: str, act: Act) -> Iterator[Relation]:
    """甲县积极参与…, 乙市围绕省委…大讨论 …"""
    if "join" in act.roles and act.stated:
        heads = (h.mention for h in act.heads if h.mention.entity != scene.article_place or act.owner)
        for one in (*heads, *_row_before(scene, act)):
            yield from scene.relation(one.entity, Predicate.PARTICIPATES_IN, key, act.mention.span, "joins", act.sure)
    other = act.owner or (act.clause.local[0].mention if act.clause.local else None)
    if follows(scene, act) or _since(scene, act):
        own = {h.mention.entity for h in act.heads} if "hold" in act.roles else set()
        for head in (h for c in scene.clauses_of(act.clause.sentence) for h in c.heads):
            if head.mention.entity in own:
                continue
            bodily = head.mention.kind in {Kind.PLACE, Kind.ORGANIZATION} and scene.bodily(head)
            if bodily and (other is None or head.mention.entity != other.entity):
                who = place_or_body(scene, head)
                yield from scene.relation(who, Predicate.PARTICIPATES_IN, key, act.mention.span, "follows", FAR)
    if len(act.heads) > 1 and act.stated and "hold" in act.roles:
        for head in act.heads:
            if head.mention.kind is Kind.PLACE:
                who = head.mention.entity
                yield from scene.relation(who, Predicate.PARTICIPATES_IN, key, act.mention.span, "runs", FAR)


def _passes(scene: Scene, key: str, act: Act) -> Iterator[Relation]:
    """甲县顺利通过乙普查: the place that is reviewed; the article's own where the level above was told of last."""
    if reviewed(scene, act):
        places = (p for h in act.heads if (p := scene.jurisdiction(h)))
        for place in dict.fromkeys((*places,) or (act.jurisdiction,)):
            who = scene.article_place if outside_article_place(scene, place) else place
            yield from scene.relation(who, Predicate.PARTICIPATES_IN, key, act.mention.span, "passes", CARRIED)


def _aims(scene: Scene, key: str, act: Act) -> Iterator[Relation]:
    """为推进甲活动，…，乙中心参与…: the bodies that act behind the aim with which a sentence opens."""
    clauses = scene.clauses_of(act.clause.sentence)
    start = clauses[0].span.start if clauses else 0
    if (
        act.heads
        or act.owner
        or not acts(scene).rules["aim"].match(scene.plain, scene.groups.skip(start, act.mention.span.start))
    ):
        return
    after = next((c for c in clauses if c.heads and c.sure == SURE), None)
    if after is not None and after.span.start > act.mention.span.end:
        for head in (h for h in after.heads if h.mention.kind is Kind.ORGANIZATION):
            if not scene.naming.matches("seat", head.mention.entity):
                who = head.mention.entity
                yield from scene.relation(who, Predicate.PARTICIPATES_IN, key, act.mention.span, "aims", FAR)


def _row_before(scene: Scene, act: Act) -> Iterator[Mention]:
    """甲大学教授乙，丙公司总经理丁等八位专家参加了…: the persons with whose names the clauses before it end."""
    persons = bool(act.heads) and all(h.mention.kind is Kind.PERSON for h in act.heads)
    clauses = scene.clauses_of(act.clause.sentence) if persons else ()
    for clause in reversed([c for c in clauses if c.span.end <= act.clause.span.start]):
        row = scene.between(clause.span.start, clause.span.end, Kind.PERSON)
        if not row or clause.span.end - row[-1].span.end > _CALLED:
            return
        yield from row


def _since(scene: Scene, act: Act) -> bool:
    """…大讨论开展以来，甲县、乙县…"""
    return bool(acts(scene).rules["since"].match(scene.plain, act.mention.span.end))
