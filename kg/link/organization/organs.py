"""Which organization each mention means: the one full official name with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.link.aliases import seen
from kg.link.organization.owners import Owners
from kg.link.organization.structure import jurisdictions, units
from kg.model import Entity
from kg.model.identity import code_of, mint
from kg.model.order import in_order
from kg.names.known_organizations import KnownOrganizations
from kg.names.organ_names import OfficialOrgans
from kg.names.organization_words import Words
from kg.names.place_names import FULL
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.lexicon.division import Division
    from kg.model import Mention
    from kg.names.organ_names import Read
    from kg.names.organ_rows import Organ
    from kg.text.annotated import AnnotatedDocument

__all__ = ["jurisdictions", "organ_entities", "units"]

_PARTS = frozenset({"part", "part-carried", "part-listed"})
_FULL = frozenset({FULL})
_OPENING = 14  # characters of the places that a name opens with
_LEADS = {"政协": "中国人民政治协商会议", "中国共产主义青年团": "共青团", "团": "共青团"}


def organ_entities(
    doc: AnnotatedDocument, mentions: Iterable[Mention], places: Mapping[Mention, Entity], place_chain: Sequence[str]
) -> dict[Mention, Entity]:
    """The organization of every mention of one; a mention whose place stays open is left out."""
    linker = _Linker(doc, places, place_chain)
    found: dict[Mention, Entity] = {}
    for mention in in_order([m for m in mentions if m.kind is Kind.ORGANIZATION]):
        entity = linker.entity(mention)
        if entity:
            found[mention] = entity
    return _gathered(found)


def _gathered(found: dict[Mention, Entity]) -> dict[Mention, Entity]:
    """The same with one entity a key, that has the surfaces of all its mentions."""
    aliases: dict[str, set[tuple[str, str]]] = {}
    for entity in found.values():
        aliases.setdefault(entity.key, set()).update(entity.aliases)
    return {
        m: Entity(e.key, e.kind, e.name, tuple(sorted(aliases[e.key] - {(e.name, "zh-Hans")})), e.classes)
        for m, e in found.items()
    }


class _Linker:
    def __init__(self, doc: AnnotatedDocument, places: Mapping[Mention, Entity], place_chain: Sequence[str]) -> None:
        self.doc, self.organs = doc, OfficialOrgans.of(doc.lexicon)
        self.owners = Owners(doc, places, place_chain)

    def entity(self, mention: Mention) -> Entity | None:
        """The entity of one mention, or None where its place stays open."""
        name = mention.name
        if mention.rule == "press-own":
            paper = self.owners.paper()
            return self._made(mention, paper, ("Media",)) if paper else None
        known = KnownOrganizations.of(self.doc.lexicon).of_name(name)
        if known:
            return self._made(mention, known.name, (known.kind,))
        read = self.organs.opening(name)
        whole = read is not None and mention.rule == "part-carried" and len(read.span) == len(name)
        if read and (whole or mention.rule.startswith("organ") or self._vertical(name, read)):
            return self._organ(mention, read)
        return self._body(mention, read)

    def _vertical(self, name: str, read: Read) -> bool:
        """Whether a name is the full one of an organ that is not its place's: 国家税务总局临汾市税务局."""
        before, place = name[: read.owner.start], name[read.owner.start : read.owner.end]
        fulls = {row.full.replace("{P}", place) for row in self.organs.rows[read.core]}
        return bool(before) and read.span.end == len(name) and name in fulls

    def _organ(self, mention: Mention, read: Read) -> Entity | None:
        owner, rows = mention.name[read.owner.start : read.owner.end], self.organs.rows[read.core]
        division = self.owners.of(owner, read.bare, mention)
        if division is None:
            town = self.owners.town(owner, mention)
            full = rows[0].full.replace("{P}", town)
            return self._made(mention, full, (rows[0].kind,), self.owners.county(town)) if town else None
        if read.lead not in {"", "中共", "中国共产党"}:
            return self._led(mention, read, division)
        row = self._row(rows, division)
        name = self._shown(mention, row, self.owners.full(division))
        return self._made(mention, name, (row.kind,), division.code, self._variants(division, read.core, row))

    @staticmethod
    def _shown(mention: Mention, row: Organ, place: str) -> str:
        """The full name; media and institutes keep the short place that they have in their name (江西广播电视台)."""
        kept = row.kind in {"Media", "PublicInstitution"} and mention.rule == "organ-place"
        return mention.name if kept else row.full.replace("{P}", place)

    def _led(self, mention: Mention, read: Read, division: Division) -> Entity:
        """The committee of another body: 政协临汾市委员会, 共青团临汾市委员会 (团市委), 民盟临汾市委员会."""
        lead, place = _LEADS.get(read.lead, read.lead), self.owners.full(division)
        kind = "CPPCC" if lead == "中国人民政治协商会议" else "Association"
        variants = (f"{division.name}政协",) if kind == "CPPCC" else (f"团{division.name[-1]}委",) * (lead == "共青团")
        return self._made(mention, f"{lead}{place}委员会", (kind,), division.code, variants)

    def _body(self, mention: Mention, read: Read | None) -> Entity | None:
        """A body: its level word or organ at the start is written out (市委某领导小组, 县某中心)."""
        name, classes, code = mention.name, self._classes(mention), ""
        part = mention.rule in _PARTS
        if read and read.span.start == 0 and (part or read.core in {"委", "政府"}) and read.span.end < len(name):
            organ = self._organ(mention, read)
            if organ:
                rest = name[read.span.end :]
                full = organ.name.removesuffix("员会") if read.core == "委" else organ.name
                shorter = tuple(alias + rest for alias, _ in organ.aliases) if part else ()
                return self._made(mention, full + rest, classes, code_of(organ.key), shorter)
        if part and (whole := KnownOrganizations.of(self.doc.lexicon).opening(name)):
            return self._made(mention, whole, classes)
        level = self.organs.level(name) if part or mention.rule in {"body-level", "body-word"} else ""
        division = self.owners.near(level, mention) if level else None
        if level and not division:
            return None
        if division:
            return self._made(mention, self.owners.full(division) + name[len(level) :], classes, division.code)
        if mention.rule == "body-village":
            code = "".join(self.owners.place_chain[-1:])
        elif classes == ("LeadingGroup",):  # many articles have a 大讨论领导小组: this one is this place's
            code = self._owner(mention, read) or self._placed(mention) or "".join(self.owners.place_chain[-1:])
        return self._made(mention, name, classes, code)

    def _owner(self, mention: Mention, read: Read | None) -> str:
        """The code of the committee named inside a group's name (某某大讨论市委宣讲团), or ""."""
        organ = self._organ(mention, read) if read else None
        return code_of(organ.key) if organ else ""

    def _placed(self, mention: Mention) -> str:
        """The code of the division that a group's name opens with (某区防汛指挥部), or ""."""
        name = mention.name
        end = next((n for n in range(min(_OPENING, len(name)), 1, -1) if self.organs.chain(name, 0, n, _FULL) == 0), 0)
        division = self.owners.named(name[:end], mention) if end else None
        return division.code if division else ""

    def _classes(self, mention: Mention) -> tuple[str, ...]:
        if mention.rule in _PARTS:
            rows = [r for r in self.doc.lexicon.table("bodyparts") if mention.name.endswith(r["head"])]
            return tuple(r["class"] for r in sorted(rows, key=lambda r: -len(r["head"]))[:1])
        if mention.rule == "body-village":
            full = ((r["full"].rpartition("{V}")[2], r["class"]) for r in self.doc.lexicon.table("villageorgans"))
            return tuple(cls for end, cls in full if mention.name.endswith(end))[:1]
        heads = Words.of(self.doc.lexicon).heads
        name = mention.name
        head = next((name[i:] for i in range(len(name)) if name[i:] in heads), "")
        if head:
            return (heads[head][0],)
        if mention.rule == "publisher":
            return ("Media",)
        return ("Company",) if mention.rule in {"trade", "partner", "carried"} else ()

    def _row(self, rows: tuple[Organ, ...], division: Division) -> Organ:
        level = {"province": "省", "prefecture": "市", "county": "县"}[division.level]
        return next((r for r in rows if level in r.levels), next((r for r in rows if not r.levels), rows[0]))

    @staticmethod
    def _variants(division: Division, core: str, row: Organ) -> tuple[str, ...]:
        """The usual other names of an organ: 临汾市委, 中共临汾市委, 临汾市政府."""
        full = row.full.replace("{P}", division.name)
        if row.full == "中共{P}委员会":
            return full, f"{division.name}委", f"中共{division.name}委"
        return full, division.name + core

    def _made(
        self, mention: Mention, name: str, classes: tuple[str, ...], code: str = "", variants: tuple[str, ...] = ()
    ) -> Entity:
        aliases = set(seen(self.doc.document, mention)) | {(v, "zh-Hans") for v in (mention.name, *variants)}
        return Entity(mint(Kind.ORGANIZATION, name, code), Kind.ORGANIZATION, name, tuple(sorted(aliases)), classes)
