"""Whether a stretch holds anything that only a name has: 甘棠口岸智慧通关改造 does, 河流整治工程 does not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.lexicon.shipped import pattern, role_words
from kg.names.place_names import TOWN, PlaceNames
from kg.text.token_dictionary import known

if TYPE_CHECKING:
    import re

    from kg.lexicon import Lexicon
    from kg.model import Span
    from kg.text.annotated import AnnotatedDocument

_SIGN = pattern("name-edges", "proper-sign")
_QUOTE = compiled("“[^”]*”")
_LINE = pattern("name-edges", "line")
_STAGE = compiled("[一二三四五六首]期")
_LAND = frozenset(role_words("placewords", "land"))
_TAGS = frozenset({"ns", "nrt", "nr", "nz", "nt", "nrfg"})


@dataclass(frozen=True)
class Proper:
    """Tells names from kinds of things in one document."""

    doc: AnnotatedDocument
    place_names: PlaceNames
    firms: re.Pattern[str]

    @staticmethod
    def over(doc: AnnotatedDocument) -> Proper:
        """The judge of a document, with the tables of places and of ``firms``."""
        return Proper(doc, PlaceNames.of(doc.lexicon), _firms(doc.lexicon))

    def holds(self, span: Span, *, new: bool = True) -> bool:
        """Whether a stretch holds a quotation, a capacity, letters, a name or (``new``) a word no dictionary has."""
        text = self.doc.plain[span.start : span.end]
        if _SIGN.search(text) or (len(span) > 4 and _STAGE.search(text)) or self.firms.search(text):
            return True
        tokens = [t for t in self.doc.tokens.inside(span) if len(t.word) > 1]
        return any(t.tag in _TAGS or t.word in self.place_names.regions or (new and _unknown(t.word)) for t in tokens)

    def surely(self, span: Span, *, quotes: bool = True) -> bool:
        """Whether a stretch holds a capacity, letters, a quotation, a known place or firm, a river, or is 沈白高铁."""
        text = self.doc.plain[span.start : span.end]
        if not quotes:
            text = _QUOTE.sub("", text)
        if _SIGN.search(text) or self.firms.search(text) or _LINE.match(text):
            return True
        words = [text[:size] for size in range(2, min(10, len(text)))]
        tokens = [t for t in self.doc.tokens.inside(span) if len(t.word) > 1 and t.word in text]
        if any(self._place(w) for w in (*words, *(t.word for t in tokens))):
            return True
        return any(t.tag == "ns" or (t.tag in _TAGS and t.word[-1] in _LAND) for t in tokens if len(t.word) > 2)

    def _place(self, word: str) -> bool:
        """Whether a word is the name of a place and no ordinary word; names of towns count with 镇 and 乡 only."""
        name_type = self.place_names.name_types.get(word)
        if name_type == TOWN:
            return word.endswith(("镇", "乡"))
        return bool(name_type) and not self.doc.lexicon.gazetteer.common(word)


@lru_cache(maxsize=4)
def _firms(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(alternation(row["name"] for row in lexicon.table("firms")))


def _unknown(word: str) -> bool:
    """Whether a word of Chinese characters is not in the segmenter's dictionary."""
    return word.isalpha() and not word.isascii() and not known(word)
