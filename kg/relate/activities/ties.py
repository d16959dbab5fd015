"""Ties of an act to others: whom it follows, and who acts beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.relate.discourse.acts import Act, acts
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.relate.discourse.groups import Agent
    from kg.relate.discourse.scene import Scene


def follows(scene: Scene, act: Act, *, local: bool = False) -> bool:
    """Whether somebody's clause says that it follows another level's campaign: 甲市按照省委“…”部署.

    With ``local`` only where the clause opens so: 按照省委建设…、推进…部署.
    """
    rule = acts(scene).rules["follow"]
    other = act.clause.local[0].mention if act.clause.local else None if local else act.owner
    if other is None and not local:
        other = act.owner
    return other is not None and bool(rule.search(scene.plain, act.clause.span.start, other.span.start))


def partners(scene: Scene, act: Act) -> tuple[Agent, ...]:
    """Who is named behind 与 before it: 甲市与乙县、丙公司签署《…》, 与丁区共建…; the actors are none of them."""
    own = {h.mention for h in act.heads}
    for body in scene.between(act.clause.span.start, act.mention.span.start, Kind.PLACE, Kind.ORGANIZATION):
        if body not in own and acts(scene).rules["beside"].match(scene.plain, body.span.start - 1):
            row = scene.groups.group(body.span.start, act.mention.span.start)
            return tuple(h for h in row if h.mention.kind in {Kind.PLACE, Kind.ORGANIZATION})
    return ()


def exposed(scene: Scene, act: Act) -> bool:
    """Whether an organ makes cases of it known: 甲纪委通报5起“乙”整治典型案例."""
    rules, start, span = acts(scene).rules, act.clause.span.start, act.mention.span
    known = rules["exposes"].search(scene.plain, start, max(start, span.start))
    return bool(known and rules["cases"].match(scene.plain, span.end))


def reviewed(scene: Scene, act: Act) -> bool:
    """Whether somebody passes it: 顺利通过国家普查."""
    rules, start, span = acts(scene).rules, act.clause.span.start, act.mention.span
    passes = rules["passes"].search(scene.plain, start, max(start, span.start))
    return bool(passes and rules["review"].search(scene.name(act.mention.entity)))


def of_host(scene: Scene, found: tuple[Act, ...]) -> tuple[str, ...]:
    """The area of the government that convenes a meeting in its own clause: 甲省政府25日召开…发布会."""
    held = (a for a in found if "hold" in a.roles and a.stated and len(a.heads) == 1)
    seats = (h.mention.entity for a in held for h in a.heads if h.mention.kind is Kind.ORGANIZATION)
    return tuple(scene.naming.area(s) for s in seats if scene.naming.matches("government", s))[:1]
