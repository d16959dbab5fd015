"""One article: document → mentions → entities → facts, in this order. The way every text goes."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kg import extract, relate
from kg.errors import KgError, without_addresses
from kg.ingest.formats.part import SECONDS, writable
from kg.ingest.read import document
from kg.ingest.rules import Rules
from kg.link import link
from kg.link.person.by_post import rekey_by_post
from kg.link.place.chain import add_place_chain
from kg.model import Skipped
from kg.model.order import in_order
from kg.pipeline.deadline import CHARACTERS, TooSlowError, deadline
from kg.pipeline.extractors import RULE, Proposals
from kg.text.annotated import AnnotatedDocument
from kg.text.hidden_characters import as_it_stands
from kg.vocab import Kind

_SLICES = {
    kind: f"extract.{'initiative' if kind in {Kind.CAMPAIGN, Kind.PROGRAM, Kind.AWARD} else kind.value.lower()}"
    for kind in Kind
}
_ROOMS = {"home-chain": "link.place", "visit-told": "relate.visits", "visit-meeting": "relate.visits"}
"""The rooms of rules that make mentions of any kind, where it is not the slice of that kind."""

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.ingest.formats.part import Part
    from kg.lexicon import Lexicon
    from kg.model import Document, Mention, Reading
    from kg.pipeline.extractors import Extractor


def read(
    document: Document, lexicon: Lexicon, home: Sequence[str] = (), extractors: Sequence[Extractor] = ()
) -> Reading:
    """What one careful reader gets out of one article; ``home``: where it speaks from, if the user knows.

    ``extractors``: those of other packages, whose proposals are read beside our own.
    """
    doc = AnnotatedDocument(document, lexicon)
    own = extract.mentions(doc)
    more = Proposals.of(doc, extractors, own)
    linked = link(doc, (*own, *more.mentions), home)
    return as_it_stands(settled(more.joined(doc, relate.facts(doc, linked)), lexicon))


def settled(reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading as it leaves: persons keyed by their posts, places chained, mentions under the ids of their rules."""
    found = add_place_chain(rekey_by_post(reading, lexicon))
    return replace(found, mentions=in_order(tuple(m.under(rule_id(m)) for m in found.mentions)))


def rule_id(mention: Mention) -> str:
    """The full id of the rule of a mention: ``byline`` of a person is ``extract.person/byline``."""
    if mention.rule.startswith(RULE):
        return mention.rule
    return f"{_ROOMS.get(mention.rule, _SLICES[mention.kind])}/{mention.rule}"


def attempt(
    document: Document,
    lexicon: Lexicon,
    home: Sequence[str],
    seconds: int = SECONDS,
    extractors: Sequence[Extractor] = (),
) -> Reading | Skipped:
    """One article; where the program itself fails at it, that is told, and the rest goes on (not with KG_DEBUG).

    One that takes more than so many ``seconds`` of processor time, and one more for each ``CHARACTERS``, is given up.
    """
    return _attempted(lambda: read(document, lexicon, home, extractors), document.source, len(document.text), seconds)


def attempt_text(
    part: Part,
    name: str,
    lexicon: Lexicon,
    home: Sequence[str],
    seconds: int,
    extractors: Sequence[Extractor] = (),
) -> Reading | Skipped:
    """The same for a text that is no document yet, under an id."""
    source = writable(part.source)
    work = partial(_read_text, part, name, lexicon, home, extractors)
    return _attempted(work, source, len(part.text), seconds)


def _read_text(
    part: Part, name: str, lexicon: Lexicon, home: Sequence[str], extractors: Sequence[Extractor]
) -> Reading:
    return read(document(part, name, Rules(lexicon)), lexicon, home, extractors)


def _attempted(work: Callable[[], Reading], source: str, length: int, seconds: int) -> Reading | Skipped:
    most = seconds + length // CHARACTERS
    try:
        with deadline(most):
            return work()
    except TooSlowError:
        cause = f"reading it takes more than {most} s of processor time"
        return Skipped(source, cause, "Please report it, with the article; cut into pieces it may be read")
    except KgError as error:
        return Skipped(source, f"{error.source}: {error.cause}", error.cure)
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            raise
        return fault(source, error)


def fault(source: str, error: Exception) -> Skipped:
    """An article at which the program fails."""
    cause = without_addresses(f"a fault of the program: {type(error).__name__}: {error}")
    return Skipped(source, cause, "Please report it, with the article")
