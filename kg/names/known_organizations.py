"""Organizations that every reader knows: the table ``known``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.text.keyword_search import KeywordSearch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.text.annotated import AnnotatedDocument


_NEVER_AFTER = ("代表", "委员", "大学", "学院", "医院")
_SUFFIXES = role_words("bodywords", "suffix")
FORMS = role_words("bodywords", "form")  # legal forms of firms, the longest first


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A body that the whole nation knows, a row of the table ``known``: its name, its other names, its class."""

    name: str
    kind: str
    under: str
    edge: bool


@dataclass(frozen=True)
class KnownOrganizations:
    """The known organizations of a lexicon; made by ``KnownOrganizations.of``."""

    lexicon: Lexicon

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> KnownOrganizations:
        """The roll of a lexicon, made once."""
        return KnownOrganizations(lexicon)

    @cached_property
    def rows(self) -> dict[str, Known]:
        """Surface to what it names."""
        found: dict[str, Known] = {}
        for row in self.lexicon.table("known"):
            known = Known(row["name"], row["class"], row["under"], row["edge"] == "1")
            for surface in (row["name"], *row["aliases"].split(";")):
                if surface:
                    found.setdefault(surface, known)
        return found

    def opening(self, name: str) -> str:
        """The name of a part with its whole's full name (文旅部艺术司: 文化和旅游部艺术司), "" where none is known."""
        size = next((n for n in range(len(name) - 1, 1, -1) if name[:n] in self.rows), 0)
        whole = bool(size) and not name.startswith(_SUFFIXES, size)  # a part of 某集团, not of 某集团有限公司
        return self.rows[name[:size]].name + name[size:] if whole else ""

    @cached_property
    def sweep(self) -> KeywordSearch:
        """Any surface, the longest first."""
        return KeywordSearch.of(self.rows)

    def of_name(self, name: str) -> Known | None:
        """What a name names, also in its legal form: 长城汽车股份有限公司 is 长城汽车."""
        known = self.rows.get(name)
        for form in FORMS:
            known = known or (self.rows.get(name.removesuffix(form)) if name.endswith(form) else None)
        return known


class KnownNames:
    """The known organizations in one document."""

    def __init__(self, doc: AnnotatedDocument) -> None:
        self.plain, self.bigrams = doc.plain, doc.bigrams
        self.tokens, self.roll = doc.tokens, KnownOrganizations.of(doc.lexicon)

    def read(self, span: Span) -> Iterator[Span]:
        """Every known organization in a block."""
        for match in self.roll.sweep.over(self.bigrams, span):
            row, size = self.roll.rows[match.group()], len(match.group())
            if (row.edge or size < 3) and not self._stands(match.start(), match.end()):
                continue
            if size < 3 and not (self._alone(match.end()) and self._fresh(match.start())):
                continue
            if self.plain.startswith(_NEVER_AFTER, match.end()) or self._part(match.group(), match.end()):
                continue
            yield Span(*match.span())

    def _fresh(self, start: int) -> bool:
        """Whether no name stands right before that the word is a part of (华晨|宝马)."""
        before = self.tokens.items[max(0, self.tokens.index(start - 1))]
        return before.end != start or before.tag[0] not in "nj" or before.tag == "ns"

    def _stands(self, start: int, end: int) -> bool:
        """Whether a name begins and ends where words do; 国防部|长 is a word, and the ministry's minister."""
        led = self.plain[end - 1] == "部" and self.plain.startswith("长", end)
        return start in self.tokens.edges and (end in self.tokens.edges or led)

    def _part(self, name: str, end: int) -> bool:
        """Whether the name is the start of another word: 教育部|门, 国办|发, 中国银行|业."""
        after = self.plain[end : end + 1]
        return bool(after) and after in {"部": "门队署", "办": "发函字", "行": "业"}.get(name[-1], "")

    def _alone(self, end: int) -> bool:
        """Whether no noun follows that makes the word a part of a longer name (海尔|物流园)."""
        after = self.tokens.items[self.tokens.index(end - 1) + 1 : self.tokens.index(end - 1) + 2]
        return not after or after[0].start > end or after[0].tag[0] not in "nsj" or after[0].word in {"公司", "集团"}
