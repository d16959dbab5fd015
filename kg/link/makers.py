"""Who made an article: its publisher and its authors, among the linked entities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Entity
from kg.model.identity import mint
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import Mention, Word
    from kg.text.annotated import AnnotatedDocument

_AUTHORS = frozenset({"author"})


@dataclass(frozen=True, slots=True)
class Makers:
    """Keys of publisher and authors; ``unnamed`` are entities for a publisher that no mention of the text names."""

    publisher: str
    authors: tuple[str, ...]
    unnamed: tuple[Entity, ...]

    @classmethod
    def of(cls, doc: AnnotatedDocument, linked: Mapping[Mention, Entity]) -> Makers:
        """The makers by the masthead of the document."""
        masthead = doc.document.masthead
        authors = [_named(word, linked) for word in masthead.credits if word.role in _AUTHORS]
        keys = tuple(dict.fromkeys(author.key for author in authors if author))
        if masthead.publisher is None:
            return cls("", keys, ())
        name = masthead.publisher.text
        known = _named(masthead.publisher, linked)
        entity = known or Entity(mint(Kind.ORGANIZATION, name), Kind.ORGANIZATION, name, classes=("Media",))
        return cls(entity.key, keys, () if known else (entity,))


def _named(word: Word, linked: Mapping[Mention, Entity]) -> Entity | None:
    """The person or organ whose mention is the word, or the longest that lies in it.

    A word that only the container gives has an empty span: it is whoever the text mentions by that very name.
    """
    fits = [
        (m, entity)
        for m, entity in linked.items()
        if m.kind in {Kind.PERSON, Kind.ORGANIZATION}
        and (word.span.holds(m.span) or m.span.holds(word.span) if len(word.span) else m.name == word.text)
    ]
    fits.sort(key=lambda fit: fit[0])
    return max(fits, key=lambda fit: (fit[0].span == word.span, len(fit[0].span)))[1] if fits else None
