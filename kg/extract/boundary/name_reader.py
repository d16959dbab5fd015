"""What a reader of names asks: one document, its patterns, and the judges of where a name begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.boundary.left_boundary import Reach
from kg.extract.boundary.proper_name import Proper

if TYPE_CHECKING:
    from kg.lexicon import Pattern
    from kg.text.annotated import AnnotatedDocument


@dataclass(frozen=True)
class NameReader:
    """A document, the patterns of its reader by name, how far a name reaches to the left, and what makes it proper."""

    doc: AnnotatedDocument
    rules: dict[str, Pattern]
    reach: Reach
    proper: Proper


def judges(doc: AnnotatedDocument, patterns: str) -> tuple[AnnotatedDocument, dict[str, Pattern], Reach, Proper]:
    """The fields of a ``NameReader`` of a document with the patterns of one file."""
    return doc, {rule.name: rule for rule in doc.lexicon.patterns(patterns)}, Reach.over(doc), Proper.over(doc)
