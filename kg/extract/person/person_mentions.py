"""Persons: every stretch that names a human.

A name needs a cue: a title or a form of address beside it, an appointment, a résumé's opening, a byline,
an attendance list, or its own full mention elsewhere in the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.person.kept_names import KeptNames
from kg.extract.person.name_boundaries import Name, Names, names
from kg.extract.person.name_rows import NameRows
from kg.extract.person.unannounced import unannounced
from kg.extract.person.whole_names import whole_names
from kg.model import Span
from kg.model.order import in_order
from kg.names.titles import grammar, heads
from kg.text.keyword_search import within
from kg.text.token_dictionary import known, listed
from kg.text.tokens import tokens

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon, Pattern
    from kg.model import Mention
    from kg.text.annotated import AnnotatedDocument

_ASKED = ("not", "office-end", "office-unit", "wire-head")  # patterns asked at one place, not searched for
_RARE = 300.0  # names of a million that open with a surname: fewer, and a word behind it makes no name
_TITLE = 16  # characters of a title with the words before it
_UNIT, _NAMED, _STRONG, _CHAIN, _FAIR, _SURE, _WEAK, _CROSS = 0.6, 1.0, 1.8, 2.2, 2.6, 3.0, 3.4, 2.0


def mentions(doc: AnnotatedDocument) -> Iterator[Mention]:
    """The persons that a document names, in text order; ``name`` is the full name without title and spaces."""
    reader = _Reader(doc)
    reader.credits()
    reader.titled()
    reader.cued()
    reader.rows()
    reader.leaders()
    reader.whole()
    reader.remembered()
    if unannounced(doc, reader.kept):
        reader.remembered()
    yield from in_order(reader.kept.found.values())


@lru_cache(maxsize=4)
def _loose(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["head"] for row in lexicon.table("titles") if row["kind"] in {"person", "rank"})


def _need(rule: Pattern) -> float:
    """The score that a name must have beside a cue."""
    return {"none": _NAMED, "weak": _STRONG, "fair": _FAIR, "strong": _WEAK}[rule.need]


def _why(name: Name, need: float, otherwise: str) -> str:
    """Why a name is not kept: its score is below what its cue needs, else what ``otherwise`` says."""
    return f"its score as a name is {name.score:.1f}, its cue needs {need:g}" if name.score < need else otherwise


@dataclass
class _Reader:
    """One document under reading."""

    doc: AnnotatedDocument

    def __post_init__(self) -> None:
        self.document, self.lexicon = self.doc.document, self.doc.lexicon
        self.spans, self.tokens = self.doc.spans, self.doc.tokens
        self.names: Names = names(self.lexicon)
        self.grammar = grammar(self.lexicon)
        rules = self.lexicon.patterns("person")
        by_name = {rule.name: rule for rule in rules}
        never, self.end, self.unit, self.wire = (by_name[name] for name in _ASKED)
        self.kept = KeptNames(self.doc, never)
        self.rules: tuple[Pattern, ...] = tuple(rule for rule in rules if rule.name not in _ASKED)

    def credits(self) -> None:
        """The makers of the article who are persons."""
        for word in self.document.masthead.credits:
            line = tokens(self.document.plain, (word.span,))
            name = self.names.at(self.document.plain, word.span.start, line)
            if name and name.end == word.span.end and name.score > 0:
                self.kept.keep(name, "byline", 0.97)

    def titled(self) -> None:
        """Names right after a title or a word for what they are."""
        for span in self.spans:
            for match in heads(self.lexicon).over(self.doc.bigrams, span):
                inside = match.end() == match.start("gap") and match.end() not in self.tokens.edges
                name = self.names.at(self.document.plain, match.end(), self.tokens, announced=not match["gap"])
                loose = not match["gap"] and match["head"] in _loose(self.lexicon)
                need = _SURE if match["gap"] == "的" else _CHAIN if loose else _STRONG
                if name and name.score >= need and not (inside and self._inside(name)):
                    self.kept.keep(name, "title-name", 0.95)
                elif not match["gap"] and (name := self._strange(match.end(), loose=loose)):
                    self.kept.keep(name, "title-strange", 0.8)
                else:
                    if name:
                        self.doc.drop(name.span, "Person", _why(name, need, "it is part of a word"))
                    if not loose:
                        self._addressed(match)

    def _inside(self, name: Name) -> bool:
        """Whether what begins inside a word is part of it: not 江志远 in 市长|江志远, of which something is said, for a
        word that begins with the title's last character (长江) is no word there.
        """
        word = self.tokens.items[self.tokens.index(name.start)]
        if not known(word.word):
            return False  # the segmenter's guess
        if word.start != name.start - 1:
            return True
        return name.score < _CROSS or not self.names.acts(self.document.plain, name.end, self.tokens)

    def _addressed(self, head: re.Match[str]) -> None:
        """A name right before a title: 王建国书记强调, 教育局王建国局长到…."""
        plain, end = self.document.plain, head.end("head")
        whole = self.grammar.last.search(plain, max(0, end - _TITLE), end)
        if not whole or not (end == len(plain) or self.end.regex.match(plain, end)):
            return
        name = self.names.before(plain, whole.start(), self.tokens, self.unit.regex)
        unit = name and self.unit.regex.search(plain, max(0, name.start - 2), name.start)
        if (
            not name
            or name.text[0] in self.grammar.status
            or self.unit.regex.search(name.text)
            or (listed(name.text[1:]) and self.names.odds.family.get(name.text[0], 0.0) < _RARE)
        ):
            return  # 市|台协会|会长
        need = _UNIT if unit else _CHAIN
        if name.score >= need and (unit or self.kept.starts(name.start)):
            self.kept.keep(name, "after-office", 0.8)
        else:
            why = _why(name, need, "neither a body nor the start of a clause stands before it")
            self.doc.drop(name.span, "Person", why)

    def cued(self) -> None:
        """Names beside the cues of ``patterns/person.toml``."""
        for rule in self.rules:
            need = _need(rule)
            for match in rule.over(self.document.plain, self.spans):
                name = self._cued(rule, match)
                if name and name.score >= need and self._opens(name, rule):
                    self.kept.keep(name, rule.name, rule.confidence)
                elif name:
                    self.doc.drop(name.span, "Person", _why(name, need, "it does not open its clause, as its cue asks"))

    def _cued(self, rule: Pattern, match: re.Match[str]) -> Name | None:
        if rule.anchor == "before":
            name = self._before(match.start())
            return name if name and name.score >= _need(rule) else self._alone(rule, match.start())
        if "name" in match.re.groupindex:
            exact = self.names.exactly(self.document.plain, Span(*match.span("name")), self.tokens)
            if exact and exact.score >= _NAMED:
                return exact
            name = self._at(match.end()) if rule.anchor == "after" else None
            sure = name if name and name.score >= _STRONG else None
            return sure or self.names.fenced(self.document.plain, Span(*match.span("name")))
        return self._at(match.end())

    def _alone(self, rule: Pattern, end: int) -> Name | None:
        """What stands alone between a mark and the opening of a life (，拾某，现任…), whatever its surname."""
        if rule.need != "none" and not rule.alone:
            return None
        plain = self.document.plain
        start = next((at for at in range(end - 1, max(-1, end - 4), -1) if self.kept.starts(at)), end)
        numbered = plain[start - 1 : start] in {"、", ".", "．"} and plain[start - 2 : start - 1].isdigit()
        if not numbered and start not in self.kept.opens:
            return None
        name = self.names.fenced(self.document.plain, Span(start, end))
        return replace(name, score=_STRONG) if name else None

    def leaders(self) -> None:
        """Leaders of the nation whom every reader knows by the name alone."""
        sure = [row["word"] for row in self.lexicon.table("leaders") if row["role"] == "sure"]
        for at, name in self._places(sure):
            if not self.document.plain.startswith("《", at - 1):
                self.kept.keep(Name(0, at, at + len(name), name), "leader", 0.9)

    def rows(self) -> None:
        """Names that stand in a row with one already found, and the reporters in the heads of wires."""
        found = NameRows(self.doc, self.names, self.kept)
        found.wire_heads(self.wire, self.spans)
        found.read()

    def whole(self) -> None:
        """Names that were cut where the text always goes on alike."""
        for name in tuple(whole_names(self.doc, self.names, self.kept)):
            self.kept.lengthen(name)

    def remembered(self) -> None:
        """Every further place where a full name stands that the document has given with a cue, the longest first."""
        given = sorted(self.kept.found.values(), key=lambda m: (-len(m.name), m.span))
        rank = {name: order for order, name in enumerate(dict.fromkeys(mention.name for mention in given))}
        for _, at, name in sorted((rank[name], at, name) for at, name in self._places(rank)):
            if len(name) > 2 or {at, at + len(name)} <= self.tokens.edges:
                self.kept.keep(Name(0, at, at + len(name), name), "known", 0.9)

    def _places(self, names: Iterable[str]) -> Iterator[tuple[int, str]]:
        """Where any of the names stands. One walk over the text, however many names there are."""
        plain = self.document.plain
        opening: dict[str, list[str]] = {}
        for name in names:
            opening.setdefault(name[:2], []).append(name)
        places = self.doc.bigrams.opening(opening.keys())
        for span in self.spans:
            for at in within(places, span):
                for name in opening.get(plain[at : at + 2], ()):
                    if plain.startswith(name, at) and at + len(name) <= span.end:
                        yield at, name

    def _at(self, start: int) -> Name | None:
        return self.names.at(self.document.plain, start, self.tokens)

    def _strange(self, start: int, *, loose: bool) -> Name | None:
        return self.names.strange(self.document.plain, start, self.tokens, foreign=loose)

    def _before(self, end: int) -> Name | None:
        return self.names.before(self.document.plain, end, self.tokens)

    def _opens(self, name: Name, rule: Pattern) -> bool:
        """Whether a name before a weak cue stands at the start of its clause."""
        if rule.anchor != "before" or (rule.need in {"none", "weak"} and not rule.alone):
            return True
        return self.kept.starts(name.start)
