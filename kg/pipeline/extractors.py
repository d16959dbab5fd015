"""Extractors of other packages, by the entry point ``zhengtu.extractors``: functions from an annotated document.

::

    [project.entry-points."zhengtu.extractors"]
    mines = "my_package:mines"

    def mines(doc: AnnotatedDocument) -> Iterable[Proposal]: ...

What they propose passes the same checks as what the program reads: spans lie in one line of the story, kinds and
predicates are known, relations join what they may, and both ends stand in one sentence, which is the evidence. Nothing
of the program's own reading is displaced. Every fact carries the rule ``extractor.NAME`` and a confidence of its own.
"""

from __future__ import annotations

import hashlib
import inspect
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from kg.errors import UsageError
from kg.model import Evidence, Mention, Relation, Span
from kg.model.proposal import Proposal, ProposedMention, ProposedRelation
from kg.relate.checks import sound
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.model import Reading
    from kg.text.annotated import AnnotatedDocument

GROUP: Final = "zhengtu.extractors"
RULE: Final = "extractor."


class Extractor(Protocol):
    """What proposes: it can be handed to another process; ``identity`` changes when its answers may."""

    @property
    def name(self) -> str:
        """What its rule is called after ``extractor.``."""

    @property
    def identity(self) -> str:
        """What tells its answers from those of another version of it."""

    def __call__(self, doc: AnnotatedDocument) -> Iterable[Proposal]:
        """Its proposals for one document."""


@dataclass(frozen=True, slots=True)
class Installed:
    """An extractor of an installed package, by the name of its entry point."""

    name: str

    @property
    def identity(self) -> str:
        """Its name, the version of its package, and the hash of its source."""
        function, version = _loaded(self.name)
        source = inspect.getsourcefile(inspect.unwrap(function)) or ""
        data = Path(source).read_bytes() if source and Path(source).is_file() else b""
        return f"{self.name} {version} {hashlib.sha256(data).hexdigest()}"

    def __call__(self, doc: AnnotatedDocument) -> Iterable[Proposal]:
        """What the function proposes."""
        return _loaded(self.name)[0](doc)


def installed(names: Iterable[str]) -> tuple[Extractor, ...]:
    """The extractors of these names. Raises ``UsageError`` for one that no package brings, or that cannot be loaded."""
    found = tuple(Installed(name) for name in dict.fromkeys(names))
    for one in found:
        _loaded(one.name)
    return found


@cache
def _loaded(name: str) -> tuple[Callable[[AnnotatedDocument], Iterable[Proposal]], str]:
    points = {point.name: point for point in metadata.entry_points(group=GROUP)}
    if name not in points:
        known = ", ".join(sorted(points)) or "none is installed"
        raise UsageError(f"--extractor {name}", f"no installed package brings it (group {GROUP})", f"Known: {known}")
    point = points[name]
    try:
        return point.load(), point.dist.version if point.dist else ""
    except Exception as error:
        cause = f"it cannot be loaded: {type(error).__name__}: {error}"
        raise UsageError(f"--extractor {name}", cause, "Mend or leave out the package") from error


@dataclass(frozen=True, slots=True)
class Proposals:
    """What extractors propose for one document, checked: mentions, and relations with their rule."""

    mentions: tuple[Mention, ...]
    relations: tuple[tuple[str, ProposedRelation], ...]

    @classmethod
    def of(cls, doc: AnnotatedDocument, extractors: Sequence[Extractor], own: Sequence[Mention]) -> Proposals:
        """Ask every extractor; what is not sound is left out. ``own``: what the program has found."""
        mentions: list[Mention] = []
        relations: list[tuple[str, ProposedRelation]] = []
        taken = [mention.span for mention in own]
        for extractor in extractors:
            rule = f"{RULE}{extractor.name}"
            for one in extractor(doc):
                if isinstance(one, ProposedRelation):
                    relations.append((rule, one))
                elif (made := _mention(doc, one, rule)) and not any(span.meets(made.span) for span in taken):
                    mentions.append(made)
                    taken.append(made.span)
        return cls(tuple(mentions), tuple(relations))

    def joined(self, doc: AnnotatedDocument, reading: Reading) -> Reading:
        """The reading with the relations that join two of its mentions."""
        kinds = {entity.key: entity.kind for entity in reading.entities}
        at = {(m.span.start, m.span.end): m for m in reading.mentions if m.entity}
        found = (_relation(doc, at, rule, one) for rule, one in self.relations)
        return reading.plus(relations=[fact for fact in found if fact and sound(fact, kinds)])


def _mention(doc: AnnotatedDocument, one: Any, rule: str) -> Mention | None:
    """A mention whose span lies in one line of the story, of a known kind, surely enough to be told."""
    if not isinstance(one, ProposedMention) or one.kind not in set(Kind) or not 0 < one.confidence <= 1:
        return None
    if not 0 <= one.start < one.end <= len(doc.plain):
        return None
    span = Span(one.start, one.end)
    name = (one.name or doc.document.name(span)).strip()
    if not name or not any(block.holds(span) for block in doc.spans):
        return None
    return Mention(span, Kind(one.kind), name, rule, float(one.confidence))


def _relation(
    doc: AnnotatedDocument, at: dict[tuple[int, int], Mention], rule: str, one: ProposedRelation
) -> Relation | None:
    subject, target = at.get(one.subject), at.get(one.object)
    if subject is None or target is None or one.predicate not in set(Predicate) or not 0 < one.confidence <= 1:
        return None
    predicate, sentence = Predicate(one.predicate), doc.sentence(subject.span)
    if not sentence.holds(target.span) or predicate is Predicate.HOLDS_POST:
        return None
    why = Evidence(doc.document.id, sentence, rule, float(one.confidence))
    return Relation(subject.entity, predicate, target.entity, why)


def identities(extractors: Iterable[Extractor]) -> str:
    """What tells the answers of some extractors from others, for the key of the cache; "" for none."""
    return "\n".join(one.identity for one in extractors)
