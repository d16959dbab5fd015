"""Names of organs taken apart: whose organ (临汾市, or only 市), and which (委, 发改委, 政府办公室).

Both the extractor and the linker read names with this, so that they agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.lexicon.shipped import pattern, role_words
from kg.model import Span
from kg.names.division_levels import signs, words
from kg.names.organ_rows import Organ
from kg.names.organs_in_row import in_row
from kg.names.place_names import FULL, SHORT, TOWN, PlaceNames
from kg.text.keyword_search import BigramIndex, KeywordSearch
from kg.text.token_dictionary import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon

LONGEST = 18
_DIVISIONS = frozenset({FULL, SHORT, TOWN})
_LEVELS = ("地区", "街道", *words("township"))
_NOTHING = ("\0",)
_AND = frozenset("和")
_OWN = frozenset({"Association", "School", "PublicInstitution"})
_PARTY = frozenset(role_words("officewords", "committee"))
_TERM = "第[一二三四五六七八九十]{1,3}届"
_LEAD = pattern("organ-forms", "lead")
_EVERY = compiled(rf"各(?:[^，。；：！？、]{{0,10}}[、和及]|[{signs('township', 'prefecture')}]{{1,3}})\Z")
_WHOLES = {
    "委": ("党委", "委"),
    "政府": ("人民政府", "政府"),
    "人大": ("人大常委会",),
    "政协": ("政协",),
}
_STATE = frozenset(role_words("officewords", "state"))
_PART = pattern("organ-forms", "part-behind-post")
_NEXT = pattern("organ-forms", "next-head")


class Read(Struct, frozen=True, order=True, gc=False):
    """An organ in the text: its span, the span of its place or level word, the core after it (发改委).

    ``lead``: what stands before the place and says whose committee it is (中共, 政协, 共青团, 民盟), or "".

    ``bare``: the owner is only a level word (市). ``carried``: the owner stands at the organ before (镇党委、政府).
    """

    span: Span
    owner: Span
    core: str
    bare: bool
    carried: bool = False
    lead: str = ""


@dataclass(frozen=True)
class OfficialOrgans:
    """The organs of a lexicon, compiled; made by ``Organs.of``."""

    lexicon: Lexicon

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> OfficialOrgans:
        """The organs of a lexicon, made once."""
        return OfficialOrgans(lexicon)

    @cached_property
    def rows(self) -> dict[str, tuple[Organ, ...]]:
        """Surface after the place to the organs that it may be, by level."""
        found: dict[str, tuple[Organ, ...]] = {}
        for row in self.lexicon.table("organs"):
            organ = Organ(row["full"], row["class"], row["under"], row["levels"])
            named = row["surfaces"].split(";")
            regions = [f"党{s}" for s in named if s.startswith("委") and row["under"]]  # 自治区|党委组织部
            for surface in dict.fromkeys((*named, *regions)):
                found[surface] = (*found.get(surface, ()), organ)
        return found

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """What the full names of a place's own organs end in that neither rule nor judge: 科学技术协会, 委党校."""
        rows = [row for row in self.lexicon.table("organs") if row["class"] in _OWN]
        return tuple(sorted({row["full"].rpartition("{P}")[2] for row in rows}))

    @cached_property
    def edges(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """By side (before, after): a word to what may not stand there; ``word``: words that open with a level word."""
        found: dict[str, dict[str, tuple[str, ...]]] = {"before": {}, "after": {}, "word": {}}
        for row in self.lexicon.table("organedges"):
            found[row["side"]][row["word"]] = tuple(row["but"].split(";"))
        return found

    @cached_property
    def cores(self) -> KeywordSearch:
        """Any surface, the longest first."""
        return KeywordSearch(compiled(f"(?:{_TERM})?(?P<core>{alternation(self.rows)})"), (*self.rows, "第"))

    def read(self, bigrams: BigramIndex, span: Span) -> Iterator[Read]:
        """Every organ of the table that stands in a stretch right after its place or a level word."""
        plain, at = bigrams.text, span.start
        for match in self.cores.every(bigrams, span):
            core = match["core"]
            if match.start() < at:
                continue
            if plain.startswith(self.edges["after"].get(core, _NOTHING), match.end()):
                continue
            if core[-1] == "部" and plain.startswith(("门", "队"), match.end()):
                continue
            owner = self.owner(plain, span.start, match.start())
            if owner is None:
                continue
            bare = plain[owner.start : owner.end] in _LEVELS
            if bare and _EVERY.search(plain, max(span.start, owner.start - 16), owner.start):
                continue
            if core == "办事处" and plain[owner.end - 1] in "区县市州":
                continue
            at = match.end()
            lead = _LEAD.search(plain, max(span.start, owner.start - 20), owner.start)
            first, word = (lead.start(), lead["lead"]) if lead else (owner.start, "")
            if word and word != "中共" and core not in {"委", "委员会"}:
                first, word = owner.start, ""
            read = Read(Span(first, match.end()), owner, core, bare, lead=word)
            if (whole := self._whole(core)) and not word:  # 市委|宣传部 names the committee too
                yield Read(Span(first, owner.end + len(whole)), owner, whole, bare)
            yield read
            yield from self._carried(plain, span, read)
            for begin, end, name in in_row(self.rows, self.cores, plain, read.span.end, span.end, core):
                yield Read(Span(begin, end), owner, name, bare, carried=True)

    def opening(self, name: str) -> Read | None:
        """The first organ in a name; of a committee and its part that start together the part."""
        reads = list(self.read(BigramIndex(name), Span(0, len(name))))
        return max((r for r in reads if r.span.start == reads[0].span.start), key=lambda r: r.span.end, default=None)

    def _whole(self, core: str) -> str:
        """The organ whose part a core names by its own word: 委 of 委宣传部, 政府 of 政府办公室; "" if none."""
        heads = (head for head in _WHOLES.get(self.rows[core][0].under, ()) if core.startswith(head))
        return next((head for head in heads if head != core), "")

    def _carried(self, plain: str, span: Span, read: Read) -> Iterator[Read]:
        """政府 in 镇党委、政府: the organs that follow right after a party committee and leave out their place."""
        if read.core not in _PARTY | _STATE or read.lead not in {"", "中共"}:
            return
        end = read.span.end
        part = _PART.match(plain, end, span.end) if read.core == "委" else None
        if part:
            core = f"委{part['core']}"
            yield Read(Span(part.start("core"), part.end()), read.owner, core, read.bare, carried=True)
        while match := _NEXT.match(plain, end, span.end):
            end = match.end()
            core = match["core"]
            if plain.startswith(self.edges["after"].get(core, _NOTHING), end):
                return
            yield Read(Span(match.start("core"), end), read.owner, core, read.bare, carried=True)

    def owner(self, plain: str, left: int, end: int) -> Span | None:
        """The place or level word that ends at ``end``: 长春市宽城区, 宽城区, 区."""
        start = self.chain(plain, left, end)
        if start < end:
            return Span(start, end)
        for level in _LEVELS:
            at = end - len(level)
            if at >= left and plain.startswith(level, at):
                before = plain[at - 1 : at] if at > left else ""
                if before == level and (placed := self.chain(plain, left, at)) < at:
                    return Span(placed, at)  # 苏州市|市委
                barred = before.isalnum() if level == "地区" else before in self.edges["before"].get(level, _NOTHING)
                return None if barred else Span(at, end)
        return None

    def chain(self, plain: str, left: int, end: int, name_types: frozenset[str] = _DIVISIONS) -> int:
        """Where the row of place names that ends at ``end`` starts; ``end`` if there is none."""
        start = end
        while (at := self._one(plain, left, start, name_types)) < start:
            start = at
        return start

    def _one(self, plain: str, left: int, end: int, allowed: frozenset[str]) -> int:
        name_types = PlaceNames.of(self.lexicon).name_types
        for size in range(min(LONGEST, end - left), 1, -1):
            name = plain[end - size : end]
            name_type = name_types.get(name)
            if name_type not in allowed or (name_type == TOWN and name[-1] not in "镇乡道木场") or self._gone(name):
                continue
            if size == 2 and name[0] in _AND and self._joins(plain, left, end - 2, allowed):
                continue
            if size == 2 and name_type == FULL and end - 3 >= left and listed(plain[end - 3 : end - 1]):
                continue  # 召开|县委 holds no 开县
            if name_type == TOWN or not self._common(name) or self._one(plain, left, end - size, allowed) < end - size:
                return end - size
        return end

    def _joins(self, plain: str, left: int, at: int, allowed: frozenset[str]) -> bool:
        """Whether 和 joins two organs: 市政府|和|县委 holds no 和县."""
        inside = at > left and (plain[at - 1].isalnum() or plain[at - 1] in "》”）")
        return inside and self._one(plain, left, at, allowed) == at

    def _common(self, name: str) -> bool:
        """Whether a name is an ordinary word too; the name of a province never is."""
        gazetteer = self.lexicon.gazetteer
        return gazetteer.common(name) and all(one.level != "province" for one in gazetteer.named(name))

    def _gone(self, name: str) -> bool:
        """Whether a name was only ever one of a division that stands no longer (新区), and is a word too."""
        return self._common(name) and not any(one.current for one in self.lexicon.gazetteer.named(name))

    def level(self, name: str) -> str:
        """The level word that a name opens with (市 in 市某某中心), or ""."""
        word = next((w for w in _LEVELS if name.startswith(w)), "")
        return "" if name.startswith(self.edges["word"].get(word, _NOTHING)) else word
