"""Organizations that every reader knows: the table ``known``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kg.text.names import alternation

if TYPE_CHECKING:
    from kg.lexicon import Lexicon


_FORMS = ("集团股份有限公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司")


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A row of the table ``known``."""

    name: str
    kind: str
    under: str
    edge: bool


@dataclass(frozen=True)
class Roll:
    """The known organizations of a lexicon; made by ``Roll.of``."""

    lexicon: Lexicon

    @staticmethod
    @lru_cache(maxsize=4)
    def of(lexicon: Lexicon) -> Roll:
        """The roll of a lexicon, made once."""
        return Roll(lexicon)

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

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any surface, the longest first."""
        return re.compile(alternation(self.rows))

    def of_name(self, name: str) -> Known | None:
        """What a name names, also in its legal form: 长城汽车股份有限公司 is 长城汽车."""
        known = self.rows.get(name)
        for form in _FORMS:
            known = known or (self.rows.get(name.removesuffix(form)) if name.endswith(form) else None)
        return known
