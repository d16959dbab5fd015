"""Articles that are one text (a reprint on another site), and corrections of what another article has told."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.lexicon import standard
from kg.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Article, Document

_LONGEST: Final = 3  # sentences that tell a text: heads, datelines and bylines differ between printings
_FEWEST: Final = 40  # characters of them: less may be said twice by chance
_BODY: Final = frozenset({Role.PARAGRAPH})


def text_digest(document: Document) -> str:
    """What is the same for all printings of one text: a digest of its longest sentences; "" for a short text.

    The first sentence counts only where there are few: a dateline (本报讯（记者某某）) stands before it.
    """
    bodies = [block.span for block in document.blocks if block.role in _BODY]
    head = standard().rule("correction", "printed-head").regex
    told = [
        _bare(head.sub("", document.name(sentence), count=1))
        for sentence in document.sentences
        if any(body.start <= sentence.start < body.end for body in bodies)
    ]
    rest = told[1:] if len(told) > _LONGEST else told
    longest = sorted(set(rest), key=lambda text: (-len(text), text))[:_LONGEST]
    if sum(map(len, longest)) < _FEWEST:
        return ""
    return hashlib.sha256("\n".join(longest).encode("utf-8", "replace")).hexdigest()[:32]


def corrected_titles(document: Document) -> tuple[str, ...]:
    """The titles that a correction names (更正：本报3月5日《某某》一文…), bare; none for what is no correction."""
    rules = {rule.name: rule.regex for rule in standard().patterns("correction")}
    opening = f"{document.masthead.title or ''}\n{document.plain[:_OPENING]}"
    if not rules["says"].search(opening) or len(document.plain) > _SHORT:
        return ()
    return tuple(dict.fromkeys(_bare(match["title"]) for match in rules["titled"].finditer(document.plain)))


_OPENING: Final = 120  # characters in which a correction says that it is one
_SHORT: Final = 1500  # characters of a correction


def linked(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles, in their order, each with the first printing of its text and with those that it corrects."""
    rows = tuple(articles)
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    titled: defaultdict[str, list[str]] = defaultdict(list)
    for article in rows:
        if article.digest:
            groups[article.digest].append(when(article))
        titled[bare_title(article)].append(article.id)
    return tuple(_linked(article, groups, titled) for article in rows)


def when(article: Article) -> tuple[str, str]:
    """What orders the printings of a text: the day of the article, one without a day last, then its id."""
    return article.document.masthead.date or "9999", article.id


def bare_title(article: Article) -> str:
    """The title of an article as a correction may name it."""
    return _bare(article.document.masthead.title or "")


def _linked(article: Article, groups: dict[str, list[tuple[str, str]]], titled: dict[str, list[str]]) -> Article:
    first = min(groups.get(article.digest, []), default=("", article.id))[1]
    wrong = {id_ for title in article.amends for id_ in titled.get(title, ()) if title and id_ != article.id}
    version = first if first != article.id else ""
    if (version, tuple(sorted(wrong))) == (article.version_of, article.corrects):
        return article
    return replace(article, version_of=version, corrects=tuple(sorted(wrong)))


def _bare(text: str) -> str:
    """A text without marks and blanks, by which two printings of it are compared."""
    return "".join(filter(str.isalnum, text))
