"""Honours: what is conferred, read behind its verb. 荣获“全国民主法治示范村”称号 → 全国民主法治示范村."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Pattern
    from kg.text.sheet import Sheet

_PREFIX = 14  # characters that may stand between the verb and the level of the honour: 获评2023年度…


@dataclass(frozen=True, slots=True, order=True)
class Honour:
    """An honour in the text: its span with its marks, its name without outer marks, the rule that read it."""

    span: Span
    name: str
    rule: str
    confidence: float


def honours(sheet: Sheet) -> tuple[Honour, ...]:
    """Every honour that the sheet says is conferred, in text order, none over another."""
    reader = _Reader(sheet, {rule.name: rule for rule in sheet.lexicon.patterns("award")})
    kept: list[Honour] = []
    for honour in reader.read():
        if not any(other.span.meets(honour.span) for other in kept):
            kept.append(honour)
    return tuple(sorted(kept))


@dataclass(frozen=True)
class _Reader:
    sheet: Sheet
    rules: dict[str, Pattern]

    def read(self) -> Iterator[Honour]:
        for rule in ("titled", "strong", "weak"):
            for block in self.sheet.spans:
                at = block.start
                while match := self.rules[rule].regex.search(self.sheet.plain, at, block.end):
                    found = self._marked(match, rule) or (self._plain(match, rule) if rule != "titled" else None)
                    at = found.span.end if found else match.start() + 1
                    if found:
                        yield found
                        yield from self._beside(found, rule)

    def _marked(self, match: re.Match[str], rule: str) -> Honour | None:
        """A whole honour in marks: “长安杯”, “中国投资热点城市”."""
        inner = match["marked"]
        if not inner or (rule != "titled" and not self._honour(inner, "strong")):
            return None
        span = Span(match.start("marked") - 1, match.end("marked") + 1)
        return Honour(span, inner, rule, self.rules[rule].confidence)

    def _beside(self, found: Honour, rule: str) -> Iterator[Honour]:
        """Those in marks right beside one in marks: “…文明村”“…休闲乡村”."""
        while match := self.rules["beside"].regex.match(self.sheet.plain, found.span.end):
            if self.sheet.plain[found.span.end - 1] != "”" or not self._honour(match["marked"], "strong"):
                return
            span = Span(match.start("marked") - 1, match.end("marked") + 1)
            found = Honour(span, match["marked"], rule, found.confidence)
            yield found

    def _plain(self, match: re.Match[str], rule: str) -> Honour | None:
        """The longest stretch behind the verb that ends like an honour and is one."""
        start, stop = match.start("marked") - 1 if match["marked"] else match.start("name"), match.end("name")
        if lead := self.rules["lead"].regex.match(self.sheet.plain[start:stop]):
            start += lead.end()
        joint = self.rules["joint"].regex.search(self.sheet.plain, start, stop)
        if joint and self._whole(self.sheet.plain[start : joint.start()], joint.start()):
            stop = joint.start()
        for end in range(stop, start + 3, -1):
            name = self.sheet.plain[start:end]
            if self._whole(name, end) and self._honour(name, rule):
                return Honour(Span(start, end), name, rule, self.rules[rule].confidence)
        return None

    def _whole(self, name: str, end: int) -> bool:
        if any(name.count(a) != name.count(b) for a, b in ("“”", "（）")) or self._has(
            "ranked", self.sheet.plain[end : end + 2]
        ):
            return False
        return end in self.sheet.tokens.edges and self._has("end", name) and not self._has("never", name)

    def _honour(self, name: str, rule: str) -> bool:
        level, quality = self._has("level", name[:_PREFIX]), self._has("quality", name)
        if not self._has("end", name):
            return False
        if self._has("prize", name):
            return rule == "strong" or level
        return level and quality if rule == "weak" else level or (len(name) >= 5 and self._has("merit", name))

    def _has(self, rule: str, text: str) -> bool:
        return self.rules[rule].regex.search(text) is not None
