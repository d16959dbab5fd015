"""The last words of projects' names, by the table ``works``: 水电站 and 高速公路, 项目, 产业园, 二期."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.lexicon.shipped import pattern
from kg.text.keyword_search import KeywordSearch

if TYPE_CHECKING:
    import re

    from kg.lexicon import Lexicon

_BRACKET = compiled(r"（[^（）]*）\Z")
_DOING = pattern("name-edges", "doing")
_DONE = ("建设", "实施", "推进", "建设项目")  # what the same ends in
_SIZE = compiled("(?:大型|中型|小型|重点)$")


@dataclass(frozen=True)
class Works:
    """``uses``: head to its use; ``inner`` finds a head, ``built`` one that needs no cue, ``last`` a last word."""

    uses: dict[str, str]
    classes: frozenset[str]
    inner: re.Pattern[str]
    built: KeywordSearch
    last: re.Pattern[str]
    known: KeywordSearch

    @cached_property
    def longest(self) -> int:
        """The length of the longest head."""
        return max(map(len, self.uses))

    @cached_property
    def _lasts(self) -> frozenset[str]:
        return frozenset(head[-1:] for head in self.uses)

    @cached_property
    def any(self) -> KeywordSearch:
        """Any head, anywhere."""
        return KeywordSearch.of(self.uses)

    def head(self, name: str) -> str:
        """The head or tail that a name ends in, "" if none; a bracket or a closing quote behind it does not count."""
        text = self.bare(_BRACKET.sub("", name) if name.endswith("）") else name).removesuffix("”")
        if text[-1:] not in self._lasts:
            return ""
        for size in range(min(self.longest, len(text)), 0, -1):
            if text[-size:] in self.uses:
                return text[-size:] if size < len(text) else ""
        return ""

    def bare(self, name: str) -> str:
        """A name without what is done to it: 检测基地 of 检测基地建设."""
        match = _DOING.search(name) if name.endswith(_DONE) else None
        short = name[: match.start()] if match else name
        return short if match and self.last.search(short.removesuffix("”")) else name

    def own(self, name: str, summed: re.Pattern[str]) -> str:
        """The name of the one that a sum names: 台河等4条国省干线公路 is 台河公路, 台河等疏堵工程 is 台河疏堵工程."""
        match = summed.fullmatch(name)
        if match is None:
            return name
        head = self.head(name)
        return match["own"] + (head if head in self.classes else match["what"])

    def staged(self, name: str) -> bool:
        """Whether its 工程 is done to a work: 柳家污水处理厂一期工程, 青石水库加固工程."""
        stage = self.uses.get(self.head(name[:-2]), "") in {"build", "stage"}
        return stage or any(match.start() > 1 for match in self.built.regex.finditer(name))

    def classed(self, name: str, head: str) -> str:
        """The name with the head that its row shares: 白鹿 in 白鹿、青羊水电站 is 白鹿水电站."""
        if head == "新线" or (self.head(name) and not name.endswith(head)):
            return name
        short = name.removesuffix(head)
        return _SIZE.sub("", short) + head


@lru_cache(maxsize=4)
def works(lexicon: Lexicon) -> Works:
    """The works of a lexicon."""
    rows = lexicon.table("works")
    uses = {row["head"]: row["use"] for row in rows}
    named = alternation(head for head, use in uses.items() if use != "loose")
    built = [row["head"] for row in rows if row["class"]]
    known = [row["name"] for row in lexicon.table("bigworks")]
    return Works(
        uses,
        frozenset(built),
        compiled(named),
        KeywordSearch.of(built),
        compiled(alternation(uses) + r"\Z"),
        KeywordSearch.of(known),
    )
