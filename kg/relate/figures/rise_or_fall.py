"""Whether a number tells of a rise or a fall, and against what: 同比下降2.5%, 下降5.2个百分点, 减少2.3亿元, 负增长."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Span
    from kg.relate.figures.indicators import Before, Rules
    from kg.relate.figures.topics import Named
    from kg.text.numbers.quantity import Quantity

_NEGATIVE = "负增长"


@dataclass(frozen=True, slots=True)
class Change:
    """``against``: ``yoy`` (同比), ``mom`` (环比) or ""; ``falls``: whether the value is negative."""

    against: str
    falls: bool

    def ends(self, quantity: Quantity) -> tuple[float, ...]:
        """The ends of a range, lowest first; empty for a single number."""
        if quantity.lowest is None or quantity.highest is None:
            return ()
        found = (quantity.lowest, quantity.highest)
        return (-found[1], -found[0]) if self.falls else found


class Changes:
    """Says of the numbers of one article whether they are changes, against what, and which way: 同比下降3%."""

    def __init__(self, plain: str, rules: Rules) -> None:
        self.plain, self.rules = plain, rules

    def of(self, quantity: Quantity, named: Named, left: Span, aim: str) -> Change:
        """What a number is compared with, and whether it fell. A result whose indicator is a measure (收入, …率) and
        that names no other time is compared with the year before, as such texts mean it.
        """
        words, of, verb = self.plain[left.start : left.end], self.rules.of, named.lead.verb
        change = "mom" if of["mom"].search(words) else "yoy" if of["yoy"].search(words) else ""
        if quantity.form in {"rank", "fold", "times"}:
            return Change(change, False)
        falls = bool(verb) and of["down"].search(verb) is not None
        grown = verb == "增长" and quantity.unit == "%" and quantity.form == "share"
        measure = self.plain[named.lead.span.start : named.lead.span.end].endswith(self.rules.measures)
        compared = (named.lead.span.end <= named.lead.span.start and quantity.form == "share") or (
            measure and aim == "result" and "累计" not in words
        )
        if not change and aim == "result" and "年均" not in words and (grown or (falls and compared)):
            change = "" if falls and of["other-base"].search(words) else "yoy"
        return Change(change, falls)

    def worded(self, name: str, lead: Before, change: Change) -> str:
        """The indicator with the verb of a fall where nothing else says that it is a change, else without it."""
        verb = lead.verb
        if not change.falls:
            return name
        bare = name.removesuffix(verb).removesuffix("同比").removesuffix("环比") if name != verb else name
        if change.against or verb == _NEGATIVE:
            return bare or name
        return bare + verb if bare != verb else bare
