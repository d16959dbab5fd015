"""Names in a row with one already found (甲、乙和丙, 甲 乙), in a group's roster, and in a wire's head: 电(甲乙)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Span
from kg.model.order import in_order
from kg.names.rosters import rosters

if TYPE_CHECKING:
    from kg.extract.person.kept_names import KeptNames
    from kg.extract.person.name_boundaries import Name, Names
    from kg.lexicon import Pattern
    from kg.text.annotated import AnnotatedDocument
    from kg.text.tokens import Tokens

_ITEM, _JOINED = 2.2, 3.0  # how sure a name must be behind 、, and behind 和 or a space
_BARE = -1.0  # …and where it is the whole of an item in a row of at least so many names:
_MANY = 2
_LAST = 1.5  # …or the last of such a row, behind which a verb stands
_LONGEST = 4
_EACH = 2.0  # what another cut must be worth
_AND = frozenset("和与及")
_BEHIND = frozenset("、，。；：！？）)(（ 　/／\n”》等和与及")


class NameRows:
    """Finds names that stand in a row with a name found before: 甲某、乙某、丙某, in one document."""

    def __init__(self, doc: AnnotatedDocument, names: Names, kept: KeptNames) -> None:
        self.doc, self.plain, self.names, self.kept = doc, doc.plain, names, kept
        self.tokens: Tokens = doc.tokens

    def read(self) -> None:
        """Read the rosters, then go on from every name that has been found, to the right and to the left."""
        self._rosters()
        for mention in in_order(self.kept.found.values()):
            self._onward(mention.span.end)
            self._backward(mention.span.start)

    def _rosters(self) -> None:
        """What stands first behind a roster's label, and in each line below (组长：甲 / 成员：乙 / 丙), is a name."""
        for part in rosters(self.doc):
            if part.first:
                exact = self.names.exactly(self.plain, part.first, self.tokens)
                if name := exact or self.names.fenced(self.plain, part.first):
                    self.kept.keep(name, "roster", 0.92)

    def _onward(self, end: int) -> None:
        row = 1
        while end < len(self.plain) - 1 and self.plain[end] in "、 　和与及":
            start = end + 1
            if start in self.kept.found:
                return
            name = self._next(start, self.plain[end], row)
            if not name:
                return
            self.kept.keep(name, "row", 0.9)
            end, row = name.end, row + 1

    def _next(self, start: int, joint: str, row: int) -> Name | None:
        """The name behind a joint; in a long row also one that nothing but its place speaks for."""
        name = self.names.at(self.plain, start, self.tokens)
        if name and name.score >= (_JOINED if joint in _AND else _ITEM):
            return name if self._ends(name, spaced=joint in " 　") else None
        if joint != "、" or row < _MANY:
            return None
        if name and name.score >= _LAST and self.names.acts(self.plain, name.end, self.tokens):
            return name
        stop = next((at for at in range(start, start + _LONGEST + 1) if self.plain[at : at + 1] in _BEHIND), start)
        whole = self.names.exactly(self.plain, Span(start, stop), self.tokens) if stop > start + 1 else None
        return whole if whole and whole.score >= _BARE else None

    def _ends(self, name: Name, *, spaced: bool) -> bool:
        """Whether a name of a row ends where an item may end; 滕州 in 、滕州农商银行 does not."""
        right = self.plain[name.end : name.end + 1]
        if spaced:
            return not right or not right.isalnum()
        if not right or right in _BEHIND or not right.isalnum():
            return True
        behind = next(self.tokens.starting(name.end, name.end + 1), None)
        verb = behind is not None and behind.tag[0] in "vdp"
        return verb or self.names.acts(self.plain, name.end, self.tokens)

    def _backward(self, start: int) -> None:
        while start > 2 and self.plain[start - 1] in "、和":
            name = self.names.before(self.plain, start - 1, self.tokens)
            bar = _ITEM if self.plain[start - 1] == "、" else _JOINED
            if not name or name.start in self.kept.found or name.score < bar or not self.kept.starts(name.start):
                return
            self.kept.keep(name, "row", 0.85)
            start = name.start

    def wire_heads(self, rule: Pattern, spans: tuple[Span, ...]) -> None:
        """The reporters in a wire's head, one behind the other with or without spaces."""
        for match in rule.over(self.plain, spans):
            for name in self._split(*match.span("names")):
                self.kept.keep(name, "wire-head", 0.95)

    def _split(self, start: int, end: int) -> list[Name]:
        """The best way to cut a stretch into names, from left to right; [] where it cannot be cut."""
        best: dict[int, tuple[float, list[Name]]] = {start: (0.0, [])}
        for at in range(start, end):
            if at not in best:
                continue
            total, row = best[at]
            if self.plain[at] in " 　、，,":
                best[at + 1] = max(best.get(at + 1, (-9e9, [])), (total, row), key=lambda way: way[0])
                continue
            for name in self.names.pieces(self.plain, Span(at, end)):
                way = (total + name.score - _EACH, [*row, name])
                if way[0] > best.get(name.end, (-9e9, []))[0]:
                    best[name.end] = way
        return best.get(end, (0.0, []))[1]
