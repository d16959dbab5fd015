"""Who publishes an article: the outlet of the masthead, the paper named on a line of its own, and 本报."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.shipped import pattern
from kg.model import Span
from kg.names.known_organizations import KnownOrganizations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument

_OWN = pattern("organ-forms", "own-paper")
_OURS = ("我市", "我州", "我盟")  # a paper that says 我市 is that city's
_PAPER = pattern("organ-forms", "paper")
_HEAD, _CRUMBS = 6, 3
_HOSTS = pattern("organ-forms", "site-host")


def press(doc: AnnotatedDocument) -> Iterator[tuple[Span, str, str]]:
    """(span, name, rule) of every mention of the publisher and of media in the lines above the article."""
    found = _publisher(doc)
    if found and len(found[0]):  # one that only the container names stands nowhere in the text
        yield (*found, "publisher")
    ours = any(word in doc.plain for word in _OURS)
    for span in doc.spans:
        for match in _OWN.finditer(doc.plain, span.start, span.end) if found or ours else ():
            own = Span(match.start(), match.start() + 2)
            yield (own, found[1], "publisher") if found else (own, match[0], "press-own")
    yield from _above(doc)


def _publisher(doc: AnnotatedDocument) -> tuple[Span, str] | None:
    word = doc.document.masthead.publisher
    if word:
        return word.span, word.text
    for block in doc.document.blocks[:_HEAD]:
        match = _PAPER.fullmatch(doc.plain[block.span.start : block.span.end].strip())
        if match:
            start = doc.plain.index(match.group(), block.span.start)
            return Span(start, start + len(match.group())), match.group()
    return None


def _above(doc: AnnotatedDocument) -> Iterator[tuple[Span, str, str]]:
    """Known media in the first lines that are no part of the story: 人民网>>山西频道."""
    roll, story = KnownOrganizations.of(doc.lexicon), set(doc.spans)
    for block in doc.document.blocks[:_CRUMBS]:
        if block.span in story:
            continue
        for match in roll.sweep.over(doc.bigrams, block.span):
            if roll.rows[match.group()].kind == "Media":
                yield Span(*match.span()), match.group(), "known"


def hosts(doc: AnnotatedDocument) -> Iterator[Span]:
    """Who keeps the site, from the lines under the article: 主办单位：某某市人民政府办公室."""
    story = set(doc.spans)
    for block in doc.document.blocks:
        if block.span not in story:
            for match in _HOSTS.finditer(doc.plain, block.span.start, block.span.end):
                yield Span(*match.span("host"))
