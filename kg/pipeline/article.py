"""One article: document → mentions → entities → facts, in this order. The way every text goes."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from kg import extract, relate
from kg.link import link
from kg.link.person.by_post import rekey_by_post
from kg.link.place.chain import add_place_chain
from kg.model import Skipped
from kg.model.order import in_order
from kg.text.annotated import AnnotatedDocument
from kg.vocab import Kind

_SLICES = {
    kind: f"extract.{'initiative' if kind in {Kind.CAMPAIGN, Kind.PROGRAM, Kind.AWARD} else kind.value.lower()}"
    for kind in Kind
}
_ROOMS = {"home-chain": "link.place", "visit-told": "relate.visits", "visit-meeting": "relate.visits"}
"""The rooms of rules that make mentions of any kind, where it is not the slice of that kind."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon
    from kg.model import Document, Reading


def read(document: Document, lexicon: Lexicon, home: Sequence[str] = ()) -> Reading:
    """What one careful reader gets out of one article; ``home``: where it speaks from, if the user knows."""
    doc = AnnotatedDocument(document, lexicon)
    linked = link(doc, extract.mentions(doc), home)
    return name_rules(add_place_chain(rekey_by_post(relate.facts(doc, linked))))


def name_rules(reading: Reading) -> Reading:
    """The reading in which mentions, too, carry the full ids of their rules: ``extract.person/byline``."""
    named = (replace(m, rule=f"{_ROOMS.get(m.rule, _SLICES[m.kind])}/{m.rule}") for m in reading.mentions)
    return replace(reading, mentions=in_order(tuple(named)))


def attempt(document: Document, lexicon: Lexicon, home: Sequence[str]) -> Reading | Skipped:
    """One article; where the program itself fails at it, that is told, and the rest goes on (not with KG_DEBUG)."""
    try:
        return read(document, lexicon, home)
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            raise
        return fault(document.source, error)


def fault(source: str, error: Exception) -> Skipped:
    """An article at which the program fails."""
    return Skipped(
        source, f"a fault of the program: {type(error).__name__}: {error}", "Please report it, with the article"
    )
