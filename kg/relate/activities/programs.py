"""Programmes: who adopts or carries out which one, and the level above that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.names.national import national
from kg.relate.activities.ties import follows, partners
from kg.relate.discourse.acting_body import bodies
from kg.relate.discourse.acts import Act, acts
from kg.relate.discourse.clause import CARRIED, DEFAULT, FAR, SURE
from kg.relate.discourse.groups import Agent
from kg.relate.discourse.place_relations import outside_article_place
from kg.relate.discourse.scene import Scene, scene_of
from kg.relate.discourse.surfaces import QUOTES
from kg.relate.discourse.voice import of_article_place, voice
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Reading, Relation
    from kg.text.annotated import AnnotatedDocument


_FEW = 2
_AID = 20  # characters of 甲市对口支援乙市 before a programme
_RIVERS = ("江", "河")  # 长江上游…先行区 is not carried out in the river


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Relation]:
    """``implements``, and ``organizedBy`` and ``conductedIn`` of programmes that another level runs."""
    scene = scene_of(doc, reading)
    for key in sorted(k for k, e in scene.entities.items() if e.kind is Kind.PROGRAM):
        mere = acts(scene).rules["mere"]
        broken = acts(scene).rules["broken"]  # 违反中央八项规定 carries nothing out
        found = tuple(
            a
            for a in acts(scene).all(key)
            if not mere.match(scene.plain, a.mention.span.end)
            and not broken.search(scene.plain, a.clause.span.start, max(a.clause.span.start, a.mention.span.start))
        )
        if found:
            yield from _implemented(scene, key, tuple(a for a in found if _done(scene, a)))
            yield from _owned(scene, key, found)


def _done(scene: Scene, act: Act) -> bool:
    """Whether a verb says that it is done, or it is said whose it is; a place's own report names its own."""
    if act.roles or voice(scene) > 1 or (act.owner is not None and not act.ordered):
        return True
    return acts(scene).rules["does"].search(scene.plain, act.clause.span.start, act.mention.span.start) is not None


def _implemented(scene: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    best = max(found, key=lambda a: (a.sure, -a.mention.span.start), default=None)
    for act in found:
        if act is best or (act.stated and act.sure >= SURE and "carry" in act.roles):
            for who in _who(scene, act):
                yield from scene.relation(who, Predicate.IMPLEMENTS, key, act.mention.span, "carries", act.sure)
                stated = voice(scene) > 1 or any(scene.jurisdiction(h) == who for h in act.heads)
                if stated and _works(scene, key) and scene.naming.code(who):
                    yield from scene.relation(key, Predicate.CONDUCTED_IN, who, act.mention.span, "works", FAR)


def _works(scene: Scene, key: str) -> bool:
    """Whether a programme of no nation is works or actions, which are done where the place is that does them."""
    name = scene.name(key)
    known = name in national(scene.doc.lexicon).names
    return not known and acts(scene).rules["works"].search(name.translate(QUOTES)) is not None


def _aid(scene: Scene, act: Act) -> tuple[str, str]:
    """Who aids whom by it, in 甲市帮扶乙市“丙工程”; ("", "") elsewhere."""
    start = act.mention.span.start
    row = scene.between(max(act.clause.span.start, start - _AID), start, Kind.PLACE)[-2:]
    beside = len(row) > 1 and row[1].span.end == start
    if beside and acts(scene).rules["aids"].fullmatch(scene.plain, row[0].span.end, row[1].span.start):
        return row[0].entity, row[1].entity
    return "", ""


def _who(scene: Scene, act: Act) -> tuple[str, ...]:
    owner = act.owner
    if giver := _aid(scene, act)[0]:
        return (giver,)
    if (
        owner is not None
        and owner.kind is Kind.PLACE
        and scene.bodily(Agent(owner))
        and not act.ordered
        and not outside_article_place(scene, owner.entity)
    ):
        return (owner.entity,)
    ordered = follows(scene, act, local=True)
    if owner is not None and any(h.mention == owner for h in act.heads) and not ordered:
        return (scene.article_place,)
    listed = acts(scene).rules["listed"].search(scene.plain, act.clause.span.start, act.mention.span.start)
    if listed and scene.article_place and of_article_place(scene, act):
        return (scene.article_place,)
    if (not act.heads and _of_firm(scene, act)) or _met(scene, act):
        return ()
    heads = scene.carried(act.clause) if ordered else act.heads
    abroad = {f for h in heads if h.mention.kind is Kind.PERSON for f in bodies(scene, (h,)) if scene.naming.region(f)}
    found = tuple(f for f in bodies(scene, heads) if f not in abroad) or (() if abroad else _spoken_for(scene, act))
    found = tuple(dict.fromkeys((*found, *_beside(scene, act))))
    together = len(found) > _FEW and scene.article_place and all(not outside_article_place(scene, f) for f in found)
    return (*found, scene.article_place) if together else found


def _spoken_for(scene: Scene, act: Act) -> tuple[str, ...]:
    """The jurisdiction of the clause or home, where the article speaks from it and nobody else is told to act."""
    if (act.heads and voice(scene)) or of_article_place(scene, act):
        return tuple(filter(None, (act.jurisdiction or scene.article_place,)))
    return ()


def _of_firm(scene: Scene, act: Act) -> bool:
    """Whether a firm that is no entity stands right before it: 甲乙科技“AI+车”战略."""
    start, tokens = scene.groups.skip(act.clause.span.start, act.mention.span.start), scene.doc.tokens
    if not acts(scene).rules["firm"].fullmatch(scene.plain, start, max(start, act.mention.span.start)):
        return False
    return not tokens.items[tokens.index(start)].tag.startswith("v")


def _met(scene: Scene, act: Act) -> bool:
    """加强与甲地发展战略的对接: others' strategy, which one only meets."""
    rules, span = acts(scene).rules, act.clause.span
    before = rules["towards"].search(scene.plain, span.start, max(span.start, act.mention.span.start))
    return bool(before and rules["meets"].match(scene.plain, act.mention.span.end, span.end))


def _beside(scene: Scene, act: Act) -> tuple[str, ...]:
    """Those with whom it is carried out: 与乙县、丙区共建…带."""
    row = partners(scene, act)
    end = row[-1].mention.span.end if row else act.mention.span.start
    return bodies(scene, row) if acts(scene).rules["shared"].match(scene.plain, end) else ()


def _launched(scene: Scene, key: str, act: Act) -> Iterator[Relation]:
    """县委部署…计划: a committee or government that starts it."""
    for head in act.heads:
        who = head.mention.entity
        if head.mention.kind is Kind.ORGANIZATION and scene.naming.matches("seat", who):
            at, place = act.mention.span, scene.naming.area(who)
            yield from scene.relation(key, Predicate.ORGANIZED_BY, who, at, "launches", CARRIED)
            yield from scene.relation(key, Predicate.CONDUCTED_IN, place, at, "launches", CARRIED)


def _owned(scene: Scene, key: str, found: tuple[Act, ...]) -> Iterator[Relation]:
    for act in found:
        aided = _aid(scene, act)[1]
        yield from scene.relation(key, Predicate.CONDUCTED_IN, aided, act.mention.span, "aided", CARRIED)
        for agent in act.agents:
            who = agent.mention.entity
            yield from scene.relation(key, Predicate.ORGANIZED_BY, who, act.mention.span, "by", 0.9)
        if follows(scene, act, local=True):
            for head in act.clause.local:
                who = head.mention.entity
                yield from scene.relation(key, Predicate.ORGANIZED_BY, who, act.mention.span, "ordered", CARRIED)
        if act.stated and "hold" in act.roles and not act.owner:
            yield from _launched(scene, key, act)
        owner = act.owner
        if owner is None:
            continue
        if owner.kind is Kind.ORGANIZATION and scene.naming.matches("seat", owner.entity):
            yield from scene.relation(key, Predicate.ORGANIZED_BY, owner.entity, act.mention.span, "owner", 0.85)
        elif owner.kind is Kind.PLACE and outside_article_place(scene, owner.entity):
            yield from scene.relation(key, Predicate.CONDUCTED_IN, owner.entity, act.mention.span, "owner", FAR)
    region = scene.naming.inner_place(key)
    if region and scene.naming.region(region) and not scene.name(region).endswith(_RIVERS):
        yield from scene.relation(key, Predicate.CONDUCTED_IN, region, found[0].mention.span, "name", DEFAULT)
