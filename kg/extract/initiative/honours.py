"""Honours: what is conferred, read behind its verb. 荣获“全国民主法治示范村”称号 → 全国民主法治示范村."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.model import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Pattern
    from kg.text.annotated import AnnotatedDocument

_MARKED = frozenset({"titled", "called"})  # rules that read in marks alone
_SLIGHT = 3  # a name is longer
_GOES_ON = frozenset({"n", "vn", "nz", "b"})
_PREFIX = 14  # characters that may stand between the verb and the level of the honour: 获评2023年度…


class Honour(Struct, frozen=True, order=True, gc=False):
    """An honour in the text: its span with its marks, its name without outer marks, the rule that read it."""

    span: Span
    name: str
    rule: str
    confidence: float


def honours(doc: AnnotatedDocument) -> tuple[Honour, ...]:
    """Every honour that the document says is conferred, in text order, none over another."""
    reader = _Reader(doc, {rule.name: rule for rule in doc.lexicon.patterns("award")})
    kept: list[Honour] = []
    taken: set[int] = set()
    for honour in reader.read():
        where = range(honour.span.start, honour.span.end)
        if taken.isdisjoint(where):
            taken.update(where)
            kept.append(honour)
    return tuple(sorted(kept))


@dataclass(frozen=True)
class _Reader:
    doc: AnnotatedDocument
    rules: dict[str, Pattern]

    def read(self) -> Iterator[Honour]:
        """Those in marks before 称号 first, then those behind a verb, with all that stand in a row with them."""
        for rule in ("titled", "called", "strong", "weak"):
            for block in self.doc.spans:
                at = block.start
                while match := self.rules[rule].regex.search(self.doc.plain, at, block.end):
                    found = self._marked(match, rule) or (self._behind(match, rule) if rule not in _MARKED else None)
                    at = match.start() + 1
                    while found:
                        yield found
                        at, found = found.span.end, self._beside(found, rule)

    def _marked(self, match: re.Match[str], rule: str) -> Honour | None:
        """A whole honour in marks: “长安杯”, “中国投资热点城市”."""
        inner = match["marked"]
        if not inner:
            return None
        named = self._has("names", match[0]) and self._has("level", inner[:_PREFIX]) and self._has("merit", inner)
        if not (
            named or self._honour(inner, "strong") or rule == "called" or (rule == "titled" and len(inner) > _SLIGHT)
        ):
            return None
        span = Span(match.start("marked") - 1, match.end("marked") + 1)
        return Honour(span, inner, rule, self.rules[rule].confidence)

    def _behind(self, match: re.Match[str], rule: str) -> Honour | None:
        start, stop = match.start("marked") - 1 if match["marked"] else match.start("name"), match.end("name")
        if rule == "strong" and (row := self.rules["graded"].regex.match(self.doc.plain, match.start("name"))):
            return Honour(Span(*row.span("name")), row["name"], rule, self.rules[rule].confidence)  # 一、二等奖
        if lead := self.rules["lead"].regex.match(self.doc.plain[start:stop]):
            if found := self._plain(start, start + lead.end() - 1, rule):  # 最美村镇50强 | 的奖项
                return found
            start += lead.end()
        if self.rules["gives"].regex.match(match[0]) and (own := self.rules["own"].regex.search(match["name"])):
            start = max(start, match.start("name") + own.start())  # 授予…村镇 | 第七届全国文明村镇
        if opening := self.rules["opening"].regex.match(self.doc.plain, start, stop):
            start = opening.end()
        return self._plain(start, stop, rule)

    def _beside(self, found: Honour, rule: str) -> Honour | None:
        """The next of a row: “…文明村”“…休闲乡村”; 国家卫生镇、全国重点镇."""
        match = self.rules["beside"].regex.match(self.doc.plain, found.span.end)
        if not match:
            return None
        if match["marked"] and self.doc.plain[found.span.end - 1] == "”":
            return self._marked(match, "strong")
        return self._plain(*match.span("name"), rule) if match["name"] else None

    def _plain(self, start: int, stop: int, rule: str) -> Honour | None:
        """The longest stretch that ends like an honour and is one."""
        joint = self.rules["joint"].regex.search(self.doc.plain, start, stop)
        if joint and self._whole(self.doc.plain[start : joint.start()], joint.start()):
            stop = joint.start()
        for end in range(stop, start + _SLIGHT, -1):
            name = self.doc.plain[start:end]
            if self._whole(name, end) and self._honour(name, rule):
                return Honour(Span(start, end), self._bare(name), rule, self.rules[rule].confidence)
        return None

    def _bare(self, name: str) -> str:
        """The name in marks behind a mere level: 省级“某某村” is 某某村."""
        match = self.rules["levelled"].regex.fullmatch(name)
        return match["marked"] if match else name

    def _whole(self, name: str, end: int) -> bool:
        """Whether a name ends where a word does, its marks closed, and is not ranked (全国城市前列)."""
        behind = self.doc.plain[end : end + 2]
        closed = all(name.count(a) == name.count(b) for a, b in ("“”", "（）"))
        ends = end in self.doc.tokens.edges or (self._has("prize", name) and self._has("freed", behind))
        return (
            closed
            and ends
            and self._has("end", name)
            and not self._has("never", name)
            and not self._has("ranked", behind)
            and not self._goes_on(end)
        )

    def _goes_on(self, end: int) -> bool:
        """Whether a noun goes on with the words: 国家公立医院|改革, 督查典型|经验."""
        token = self.doc.tokens.items[self.doc.tokens.index(end)]
        noun = token.start == end and token.tag in _GOES_ON and len(token.word) > 1
        return noun and not self._has("follows", token.word)

    def _honour(self, name: str, rule: str) -> bool:
        level, quality = self._has("level", name[:_PREFIX]), self._has("quality", name)
        if not self._has("end", name):
            return False
        if self._has("prize", name):
            return rule == "strong" or level
        return level and quality if rule == "weak" else level or (len(name) >= 5 and self._has("merit", name))

    def _has(self, rule: str, text: str) -> bool:
        return self.rules[rule].regex.search(text) is not None
