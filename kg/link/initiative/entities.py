"""Campaigns, programs, projects, events, documents and awards: which mentions are one thing, and whose it is.

Within an article a short form belongs to the full name it shortens: 大讨论 to “争先”解放思想大讨论.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.link.aliases import seen
from kg.link.initiative.normal_forms import normal
from kg.link.initiative.scopes import Scopes
from kg.link.shorts import Longer, bare, full_name, shortens
from kg.model import Entity
from kg.model.identity import mint
from kg.names.national import national
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from kg.lexicon import Lexicon
    from kg.model import Mention
    from kg.text.annotated import AnnotatedDocument

_SAID = role_words("namewords", "said")  # heads that may be left off a name of the nation's
_HEAD = 2  # characters of the last word of a meeting's name
_NEAR = 400  # characters within which a bare name goes back to a full one
_THINGS = frozenset(Kind) - {Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION}


@dataclass
class _Thing:
    """One thing in the making: its kind, and its mentions in text order."""

    kind: Kind
    mentions: list[Mention] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return [m.name for m in self.mentions if not m.points]


def thing_entities(
    doc: AnnotatedDocument,
    mentions: Sequence[Mention],
    places: Mapping[Mention, Entity],
    place_chain: Sequence[Entity],
) -> dict[Mention, Entity]:
    """Every such mention with its entity.

    ``places``: linked places and organs; ``place_chain``: the article's place and those over it, province first.
    """
    scopes, nation = Scopes(doc, places, place_chain), _nation(doc.lexicon)
    rules = _Rules.of(doc.lexicon)
    linked: dict[Mention, Entity] = {}
    for kind in sorted(_THINGS):
        for thing in _clusters([m for m in mentions if m.kind is kind], [e.name for e in place_chain], rules):
            entity = _entity(doc, thing, scopes, nation, tuple(e.name for e in place_chain))
            linked.update((m, entity) for m in thing.mentions)
    return linked


@dataclass(frozen=True)
class _Rules:
    """The patterns of a lexicon that say which names are one thing.

    ``again``: a meeting's name that only repeats its head word; ``tail``: 项目 or 工程 at the end of a project's name;
    ``stages``: what, behind the name of a thing, names a run, rite or section of it.
    """

    again: re.Pattern[str]
    tail: re.Pattern[str]
    stages: Mapping[Kind, re.Pattern[str]]

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> _Rules:
        stages = {
            Kind.CAMPAIGN: lexicon.rule("campaign", "edition").regex,
            Kind.EVENT: lexicon.rule("relation-stages", "rite").regex,
            Kind.PROJECT: lexicon.rule("relation-stages", "section").regex,
        }
        return _Rules(lexicon.rule("event", "again").regex, lexicon.rule("project", "tail").regex, stages)

    def core(self, mention: Mention) -> str:
        """The bare name; of projects without 项目 or 工程 at its end, which one text leaves off or swaps."""
        name = bare(mention.name)
        return self.tail.sub("", name) if mention.kind is Kind.PROJECT else name

    def shortens(self, short: str, full: str, kind: Kind) -> bool:
        """Two titles of papers are two papers where one only opens with the other (某办法, 某办法实施细则)."""
        stage = self.stages.get(kind)
        if stage and full.startswith(short) and stage.match(full, len(short)):
            return False  # …湖滨行第一期 is a run of …湖滨行, 甲节开幕式 a rite of 甲节
        return full.endswith(short) if kind is Kind.DOCUMENT else shortens(short, full)


def _clusters(mentions: Sequence[Mention], place_chain: Sequence[str], rules: _Rules) -> list[_Thing]:
    """Named mentions by bare name, short ones with the full name they shorten, pointing ones with the last fit."""
    things: dict[str, _Thing] = {}
    for mention in mentions:
        if not mention.points:
            things.setdefault(rules.core(mention), _Thing(mention.kind)).mentions.append(mention)
    for name in [n for n in sorted(things) if n[0] == "全"]:  # 全省…开工仪式 is 某某省…开工仪式
        full = next(
            (place + name[2:] for place in place_chain if place[-1] == name[1] and place + name[2:] in things), ""
        )
        if full and things[full].kind is Kind.EVENT:
            things[full].mentions += things.pop(name).mentions
    longer, stems = Longer(things), _without_article_place(things, place_chain)
    rests = Longer(stems)
    for short in sorted(things, key=lambda name: (-len(name), name)):
        fits = [
            full
            for full in longer.of(short)
            if full != short and full in things and rules.shortens(short, full, things[short].kind)
        ] or [
            stems[rest]
            for rest in rests.of(short)
            if stems[rest] != short and stems[rest] in things and rules.shortens(short, rest, things[short].kind)
        ]
        for mention in things.pop(short).mentions if fits else ():
            things[_meant(mention, fits, things, place_chain)].mentions.append(mention)
    _called_again(things, rules.again)
    pointing = {full: thing.mentions[0].span.start for full, thing in things.items()}
    shown: dict[str, list[str]] = {}  # by what points: the full names that it may mean, told before or not
    for mention in mentions:
        if mention.points and mention.name not in shown:
            shown[mention.name] = [full for full in things if _pointed(mention, full)]
        fits = [full for full in shown.get(mention.name, ()) if mention.points and _told(mention, pointing[full])]
        if fits:
            things[_best(fits, things, place_chain)].mentions.append(mention)
    for thing in things.values():
        thing.mentions.sort()
    return list(things.values())


def _without_article_place(things: Mapping[str, _Thing], place_chain: Sequence[str]) -> dict[str, str]:
    """The bare names of projects that open with the home's name, by what is left without it."""
    named = [name for name, thing in things.items() if thing.kind is Kind.PROJECT]
    return {name.removeprefix(place): name for name in named for place in place_chain[-1:] if name.startswith(place)}


def _called_again(things: dict[str, _Thing], again: re.Pattern[str]) -> None:
    """颁奖大会 behind 甲省科学技术奖励大会 is the same: a bare name goes with the one full name of its head."""
    for short in [name for name, thing in sorted(things.items()) if thing.kind is Kind.EVENT and again.fullmatch(name)]:
        first = things[short].mentions[0].span.start
        full = [
            name
            for name, thing in things.items()
            if thing.kind is Kind.EVENT and name != short and name[-_HEAD:] == short[-_HEAD:] and len(name) > len(short)
        ]
        if len(full) == 1 and 0 < first - things[full[0]].mentions[0].span.start < _NEAR:
            things[full[0]].mentions += things.pop(short).mentions


def _pointed(mention: Mention, full: str) -> bool:
    """Whether 大讨论, 大会, 该项目 may mean a thing, by the words."""
    return mention.name in full if mention.kind is Kind.EVENT else shortens(bare(mention.name), full)


def _told(mention: Mention, first: int) -> bool:
    """A meeting is pointed at only once it has been named."""
    return mention.kind is not Kind.EVENT or first < mention.span.start


def _meant(mention: Mention, fits: list[str], things: Mapping[str, _Thing], place_chain: Sequence[str]) -> str:
    """The full name that a short one stands for: of meetings (签约仪式) the one named last before it, if any is."""
    starts = {full: [m.span.start for m in things[full].mentions if m.span.start < mention.span.start] for full in fits}
    before = [full for full in fits if starts[full]] if mention.kind is Kind.EVENT else []
    return max(before, key=lambda full: max(starts[full])) if before else _best(fits, things, place_chain)


def _best(fits: list[str], things: Mapping[str, _Thing], place_chain: Sequence[str]) -> str:
    """Of several full names the one that holds the home's name, then the most frequent, then the first."""
    stems = [name[:-1] for name in place_chain[-1:] if len(name) > 2]
    return min(
        fits, key=lambda f: (not any(s in f for s in stems), -len(things[f].mentions), things[f].mentions[0].span)
    )


@lru_cache(maxsize=4)
def _nation(lexicon: Lexicon) -> Mapping[tuple[Kind, str], str]:
    """What is the whole nation's, by kind and every bare name it goes by, to its one name."""
    rows = lexicon.table("national")
    named = ((row, name) for row in rows for name in (row["name"], *row["aliases"].split(";")) if name)
    return {(Kind(row["kind"]), bare(name)): row["name"] for row, name in named}


def _known(doc: AnnotatedDocument, nation: Mapping[tuple[Kind, str], str], kind: Kind, full: str) -> str:
    """The nation's name of a bare name, with or without the head that says what it is (…倡议, …学习教育); or ""."""
    stems = [full, *(full.removesuffix(tail) for tail in _SAID if full.endswith(tail))]
    hit = next((nation[kind, stem] for stem in stems if (kind, stem) in nation), "")
    row = national(doc.lexicon).of(full)
    return hit or (row[0] if row and row[1] is kind else "")


def _entity(
    doc: AnnotatedDocument,
    thing: _Thing,
    scopes: Scopes,
    nation: Mapping[tuple[Kind, str], str],
    place_chain: tuple[str, ...],
) -> Entity:
    surfaces = {alias for mention in thing.mentions for alias in seen(doc.document, mention)}
    full = full_name(thing.names)
    known = _known(doc, nation, thing.kind, bare(full))
    name, others = (known, ()) if known else normal(thing.kind, full, place_chain, doc.lexicon)
    aliases = surfaces | {(other, "zh-Hans") for other in (*others, *thing.names)}
    code = "" if known else scopes.of(thing.kind, name, [m for m in thing.mentions if not m.points])
    visit = thing.kind is Kind.EVENT and any(m.rule == "visit" for m in thing.mentions)
    classes = ("Visit",) if visit else ()
    return Entity(mint(thing.kind, name, code), thing.kind, name, tuple(sorted(aliases - {(name, "zh-Hans")})), classes)
