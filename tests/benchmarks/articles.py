"""As many articles as one likes, made of real ones, in which places, persons and names really differ.

Each article is a piece of a text under other names: a division becomes another of its level, a person another person,
the words in marks other words, numbers other numbers. The same number always gives the same article.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from kg.ingest.read import documents
from kg.lexicon import Lexicon
from kg.model import Skipped
from kg.pipeline.article import read
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PIECE = 1200  # characters of an article, as in the papers
_QUOTED = re.compile("“([^“”，。、]{2,8})”")
_NUMBER = re.compile(r"(?<![\d.:：/-])\d{2,3}(?![\d年月日.:：/-])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and the places and persons that it names."""

    text: str
    places: tuple[str, ...]
    persons: tuple[str, ...]


class Articles:
    """The articles that can be made of some texts."""

    def __init__(self, paths: list[str]) -> None:
        self.lexicon = Lexicon()
        divisions = self.lexicon.gazetteer.divisions
        self.levels: dict[str, list[str]] = {}
        for one in divisions:
            if one.current:
                self.levels.setdefault(one.level, []).append(one.name)
        self.level = {one.name: one.level for one in divisions if one.current}
        rows = self.lexicon.table("namechars")
        self.given = [row["text"] for row in rows if float(row["given"]) > 200]
        self.family = [row["surname"] for row in self.lexicon.table("surnames") if row["band"] in {"1", "2"}]
        self.pieces = [piece for path in paths for piece in self._pieces(path)]

    def _pieces(self, path: str) -> Iterator[Piece]:
        for document in documents([path], None, self.lexicon):
            if isinstance(document, Skipped):
                continue
            mentions = read(document, self.lexicon).mentions
            persons = {document.name(m.span) for m in mentions if m.kind is Kind.PERSON and len(m.name) > 1}
            places = {document.name(m.span) for m in mentions if m.kind is Kind.PLACE} & self.level.keys()
            for text in _cut(document.plain):
                here = (tuple(sorted(name for name in names if name in text)) for names in (places, persons))
                yield Piece(text, *here)

    def article(self, number: int) -> str:
        """The text of an article."""
        chance, piece = Random(number), self.pieces[number % len(self.pieces)]
        names = {name: chance.choice(self.levels[self.level[name]]) for name in piece.places}
        for name in piece.persons:
            names[name] = chance.choice(self.family) + "".join(chance.choices(self.given, k=2))
        text = piece.text
        if names:
            spelled = re.compile("|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name))))
            text = spelled.sub(lambda match: names[match[0]], text)
        text = _QUOTED.sub(lambda match: f"“{self._other(match[1], chance)}”", text)
        return _NUMBER.sub(lambda _: str(chance.randrange(10, 999)), text)

    def _other(self, words: str, chance: Random) -> str:
        """The same words with one character changed: another name of the same make."""
        at = chance.randrange(len(words))
        return words[:at] + chance.choice(self.given) + words[at + 1 :]

    def corpus(self, path: Path, count: int) -> Path:
        """A file of JSON lines with that many articles."""
        with path.open("w", encoding="utf-8") as file:
            for number in range(count):
                row = {"id": f"a{number:07}", "text": self.article(number)}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        return path


def _cut(text: str) -> Iterator[str]:
    """A text in pieces of whole lines."""
    piece = ""
    for line in text.splitlines(keepends=True):
        piece += line
        if len(piece) >= _PIECE:
            yield piece
            piece = ""
    if piece.strip():
        yield piece
