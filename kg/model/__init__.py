"""Frozen values: what flows through the house. No I/O and no third-party import lives here."""

from kg.model.facts import Citation, Entity, Evidence, Figure, Mention, Moment, Post, Quote, Relation
from kg.model.graph import Article, Graph, Skipped
from kg.model.reading import Reading
from kg.model.text import Block, Document, Masthead, Role, Span, Word

__all__ = [
    "Article",
    "Block",
    "Citation",
    "Document",
    "Entity",
    "Evidence",
    "Figure",
    "Graph",
    "Masthead",
    "Mention",
    "Moment",
    "Post",
    "Quote",
    "Reading",
    "Relation",
    "Role",
    "Skipped",
    "Span",
    "Word",
]
