"""Bodies that only the title behind them tells: 云帆行|董事长王某, 平原百人会|副秘书长李某."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.names.organ_names import OfficialOrgans
from kg.names.organization_words import Words
from kg.names.place_names import PlaceNames
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.text.annotated import AnnotatedDocument

_NAMING = ("n", "j", "b", "vn", "s", "eng", "x", "f", "z", "q", "t", "ag", "vg", "l")
_SHORT, _VAGUE = 3, 8  # characters of the shortest name, and of one that ends like any body
_WIDE = ("国际", "世界", "全球")
_ANY = ("委员会", "代表团", "小组", "常委会")


class Titled:
    """The bodies of one document that their leaders' titles tell."""

    def __init__(self, doc: AnnotatedDocument) -> None:
        self.doc, self.words = doc, Words.of(doc.lexicon)
        self.rule = doc.lexicon.rule("organization", "titled")
        self.organs = OfficialOrgans.of(doc.lexicon).rows
        self.parts = tuple(row["head"] for row in doc.lexicon.table("bodyparts") if row["use"] != "firm")
        self.generic = frozenset(row["word"] for row in doc.lexicon.table("generic"))
        self.places = PlaceNames.of(doc.lexicon).name_types

    def read(self, found: Iterable[Mention]) -> Iterator[Mention]:
        """Every such body that neither begins nor ends where one that was found does, and is no short name of such."""
        found = list(found)
        starts, ends = {mention.span.start for mention in found}, {mention.span.end for mention in found}
        for match in self.rule.over(self.doc.plain, self.doc.spans):
            here = Span(*match.span("name"))
            name = self.doc.document.name(here)
            known = here.start in starts or here.end in ends or any(name in mention.name for mention in found)
            if not known and self._named(here, name):
                yield Mention(here, Kind.ORGANIZATION, name, "titled", self.rule.confidence)

    def _named(self, here: Span, name: str) -> bool:
        """Whether a stretch is a name: nouns only, no part of a body, no general word, no place."""
        words = self.doc.tokens.inside(here)
        if len(name) < _SHORT or name in self.places or not words or words[0].start != here.start:
            return False
        if name.endswith((*self.parts, *self.generic)) or words[-1].word in self.words.roles["generic"]:
            return False
        vague = (
            name in self.organs
            or name in self.words.heads
            or (name.endswith(_ANY) and len(name) < _VAGUE and not name.startswith(_WIDE))
        )
        return not vague and all(word.tag.startswith(_NAMING) and word.word not in self.words.stops for word in words)
