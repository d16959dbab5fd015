"""A reading made by hand: a text whose mentions are marked ``<kind surface>`` or ``<kind surface=full name>``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Block, Document, Entity, Mention, Reading, Relation, Role, Span
from kg.text.annotated import AnnotatedDocument
from kg.text.sentences import sentences
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LEXICON = Lexicon()
_MARK = re.compile(r"<(?P<kind>[a-z]+) (?P<surface>[^<>=]+)(?:=(?P<name>[^<>]+))?>")
_KINDS = {
    "place": Kind.PLACE,
    "org": Kind.ORGANIZATION,
    "person": Kind.PERSON,
    "campaign": Kind.CAMPAIGN,
    "program": Kind.PROGRAM,
    "project": Kind.PROJECT,
    "event": Kind.EVENT,
    "doc": Kind.DOCUMENT,
    "award": Kind.AWARD,
}


def reading(marked: str, home: str) -> tuple[AnnotatedDocument, Reading]:
    """The document and the linked reading of a marked text; ``home`` is the full name of the home place."""
    text, mentions, aliases, at = "", [], {}, 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        kind, surface = _KINDS[match["kind"]], match["surface"]
        bare = surface[1:-1] if surface[0] + surface[-1] in {"“”", "《》"} else surface
        name = match["name"] or bare
        span = Span(len(text), len(text) + len(surface))
        mentions.append(Mention(span, kind, name, "test", 1.0, name, points=surface[0] in "全我本该"))
        aliases.setdefault((name, kind), []).append(surface)
        text, at = text + surface, match.end()
    text += marked[at:]
    aliases.setdefault((home, Kind.PLACE), [])
    blocks = tuple(Block(span, Role.PARAGRAPH) for span in _lines(text))
    document = Document("t", "t.txt", text, text, blocks, sentences(text, [b.span for b in blocks]))
    entities = tuple(_entity(name, kind, seen, home) for (name, kind), seen in sorted(aliases.items()))
    return AnnotatedDocument(document, LEXICON), Reading(
        document, home, mentions=tuple(sorted(mentions)), entities=entities
    )


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        if line:
            yield Span(at, at + len(line))
        at += len(line) + 1


def _entity(name: str, kind: Kind, seen: list[str], home: str) -> Entity:
    code = ""
    if kind is Kind.PLACE:
        near = [d.code for d in LEXICON.gazetteer.named(home)]
        found = LEXICON.gazetteer.resolve(name, near)
        code = found.code if found and found.name == name else ""
    return Entity(name, kind, name, tuple((s, "zh-Hans") for s in dict.fromkeys(seen) if s != name), (), code)


def told(facts: Callable[[AnnotatedDocument, Reading], Iterator[Relation]], marked: str, home: str) -> set[str]:
    """What a module reads off a marked text, as ``subject predicate object``."""
    found = list(facts(*reading(marked, home)))
    assert all(0 < r.evidence.confidence <= 1 for r in found)
    return {f"{r.subject} {r.predicate.value} {r.object}" for r in found}
