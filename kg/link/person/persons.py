"""Persons: one entity for each name in an article, told apart from namesakes elsewhere by the place of their post.

省委书记林某某 belongs to the province, 市长李某某 to the city, a reporter to the paper, others to the home; where an
article has no home, its persons are its own. Posts, once they are read, say it better: see ``posted``.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.link.aliases import seen
from kg.model import Entity
from kg.model.identity import code_of, mint, slug
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.model import Mention
    from kg.text.annotated import AnnotatedDocument

_REACH = 24  # characters between an organ and the name of who holds a post in it
_NEAR_TITLE = 40
_STOPS = frozenset("，。；！？：\n“”《》")


def person_entities(
    doc: AnnotatedDocument, mentions: Sequence[Mention], scopes: Mapping[Mention, Entity], article_place: str
) -> dict[Mention, Entity]:
    """Every person mention with its entity. ``scopes``: linked places and organs; ``article_place``: a code or ""."""
    persons = [m for m in mentions if m.kind is Kind.PERSON]
    codes = _Scopes(doc, scopes, article_place).by_name(persons)
    names: dict[str, set[tuple[str, str]]] = {}
    for mention in persons:
        names.setdefault(mention.name, set()).update(seen(doc.document, mention))
    entities = {
        name: Entity(
            mint(Kind.PERSON, name, codes[name]), Kind.PERSON, name, tuple(sorted(others - {(name, "zh-Hans")}))
        )
        for name, others in names.items()
    }
    return {mention: entities[mention.name] for mention in persons}


class _Scopes:
    """What keeps namesakes apart: nothing for national leaders, the code of the post's place, the paper, the home."""

    def __init__(self, doc: AnnotatedDocument, scopes: Mapping[Mention, Entity], article_place: str) -> None:
        self.doc = doc
        # Where there is none, the article itself: nothing says that namesakes of two articles are one.
        self.article_place = article_place or f"article-{slug(doc.document.id)}"
        self.near = sorted((m.span.end, len(m.span), _scope(entity)) for m, entity in scopes.items())
        self.ends = [end for end, _, _ in self.near]
        roles = {row["word"]: row["role"] for row in doc.lexicon.table("leaders")}
        self.titles = tuple(word for word, role in roles.items() if role == "title")
        self.leaders = roles
        self.bylines = {word.span for word in doc.document.masthead.credits}

    def by_name(self, persons: Sequence[Mention]) -> dict[str, str]:
        found: dict[str, tuple[int, str]] = {}
        for mention in persons:
            scope = self._of(mention)
            if mention.name not in found or scope[0] > found[mention.name][0]:
                found[mention.name] = scope
        return {name: code for name, (_, code) in found.items()}

    def _of(self, mention: Mention) -> tuple[int, str]:
        """How firmly, and by what, one mention is scoped."""
        role = self.leaders.get(mention.name)
        if role == "sure" or (role == "common" and self._national(mention)):
            return 3, ""
        if code := self._before(mention.span.start):
            return 2, code
        publisher = self.doc.document.masthead.publisher
        if mention.span in self.bylines:
            return 1, slug(publisher.text) if publisher else self.article_place
        return 0, self.article_place

    def _national(self, mention: Mention) -> bool:
        around = self.doc.plain[max(0, mention.span.start - _NEAR_TITLE) : mention.span.end + 6]
        return any(title in around for title in self.titles)

    def _before(self, start: int) -> str:
        """The code of the place or organ, or the name of the paper, that stands last before a name in its clause."""
        at = bisect_right(self.ends, start) - 1
        if at < 0 or self.ends[at] < start - _REACH or _STOPS & set(self.doc.plain[self.ends[at] : start]):
            return ""
        return self.near[at][2]


def _scope(entity: Entity) -> str:
    """What a place or organ says of who stands behind it: its code; of a paper, whose reporters go far, its name."""
    return code_of(entity.key) or (slug(entity.name) if "Media" in entity.classes else "")
