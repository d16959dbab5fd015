"""The registry of rules: for every id that a fact or mention carries, what the rule says and where it stands.

An id is ``room.slice/rule`` (``extract.person/byline``; of facts the slice is their reader: ``relate.awards/won``).
The table ``rules`` declares each once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

RESULT = "result"
"""The rule of titles of research (``extract.project/result``): the one rule of a mention that a later stage asks for.
A study stands nowhere, and nobody builds it."""
_HOUSE = Path(__file__).parents[1]
_STATES = re.compile(r"(?!_[A-Z_]+\b.* = )(?:.*yield|.*return|name = |.*[A-Za-z_](?=\())")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id, what it says, a text that fires it ("" where only a whole article does), and where it stands.

    ``at``: its file under ``kg``. ``find``: words of its line there.
    """

    id: str
    says: str
    example: str
    at: str
    find: str

    @property
    def name(self) -> str:
        """The name of the rule in its slice."""
        return self.id.partition("/")[2]

    def line(self) -> int:
        """The number of its line in its file, from 1; 0 where the file does not hold it.

        Of several lines that name it the first that states something counts: one with a call, ``yield`` or ``return``,
        or the head of a pattern; not a constant.
        """
        return next(iter(self.lines()), 0)

    def lines(self) -> tuple[int, ...]:
        """The numbers of all its lines that state something, in order; of none that does the first that names it."""
        lines = (_HOUSE / self.at).read_text("utf-8").split("\n")
        hits = [(n, line.strip()) for n, line in enumerate(lines, 1) if self.names(line)]
        stating = tuple(n for n, line in hits if _STATES.match(line) and not self._asks(line))
        return stating or tuple(n for n, _ in hits[:1])

    def names(self, line: str) -> bool:
        """Whether a line of code holds the name of the rule, or the words by which its line is found."""
        return (self.find or f'"{self.name}"') in line

    def _asks(self, line: str) -> bool:
        """Whether a line only asks a pattern or group of that name."""
        return not self.find and bool(re.search(rf'(?:rules|match|words|matches)[(\[]"{re.escape(self.name)}"', line))

    def where(self) -> str:
        """File and line, as an editor opens them: ``kg/relate/activities/awards.py:35``."""
        return f"kg/{self.at}:{self.line()}"

    def everywhere(self) -> str:
        """The same with every line that states it: ``kg/relate/activities/campaigns.py:59, :111``."""
        return f"kg/{self.at}:{', :'.join(map(str, self.lines() or (0,)))}"


def registry(lexicon: Lexicon) -> dict[str, Rule]:
    """Every rule by its id."""
    return {row["id"]: Rule(**row) for row in lexicon.table("rules")}
