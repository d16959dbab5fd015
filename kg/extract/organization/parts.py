"""Parts of bodies, right behind the body's name or behind a title of it.

省委组织部|机关党委 · 某某海关|综合业务一处|副处长 · 省委组织部机关党委副书记、|干部人事处|处长
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.lexicon.shipped import pattern, role_words
from kg.model import Mention, Span
from kg.names.organization_words import Words
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon
    from kg.text.annotated import AnnotatedDocument

_LONGEST = 14  # characters of a part's own name
_OWN = 2  # characters before a head that is no part by itself
_CLEAR = 5  # characters of general words that together name something
_WHOLE = pattern("organ-forms", "whole-body")
_WORDS = role_words("bodywords", "part-word")
_BARRED = role_words("bodywords", "part-bar")
_BESIDE = frozenset({"纪委", "团委"})
_PARENTS = ("organ", "body", "known", "part")
_NOUNLIKE = ("n", "v", "b", "a", "m", "s", "j", "f", "z", "l", "i", "eng")
_LOOSE = "pcuydr"  # tags of words that may follow a name


class _Forms(Struct, frozen=True, gc=False):
    """The heads of parts by use, and what a title is."""

    uses: dict[str, str]
    head: re.Pattern[str]
    title: re.Pattern[str]
    row: re.Pattern[str]
    titles: re.Pattern[str]


@lru_cache(maxsize=4)
def _forms(lexicon: Lexicon) -> _Forms:
    rows = lexicon.table("bodyparts")
    posts = alternation(["成员", *(row["head"] for row in lexicon.table("titles") if row["kind"] != "person")])
    title = rf"(?:原|现任|时任)?(?:常务|第一|执行|代理?)?副?(?:{posts})"
    return _Forms(
        {row["head"]: row["use"] for row in rows},
        compiled(alternation(row["head"] for row in rows) + r"\Z"),
        compiled(rf"{title}|(?:有关|相关)?负责人|(?:一线)?(?:工作人员|民警|干部|职工|教师|医生|护士)"),
        compiled(rf"(?:{title}(?:（[^）]{{1,12}}）)?[、，]){{1,3}}"),
        compiled(posts),
    )


class Parts:
    """Finds parts of bodies in one document: a department, college or branch behind the body that it belongs to."""

    def __init__(self, doc: AnnotatedDocument) -> None:
        self.doc, self.plain, self.tokens = doc, doc.plain, doc.tokens
        self.forms, words = _forms(doc.lexicon), Words.of(doc.lexicon)
        self.stops, self.generic = words.stops, words.roles["generic"] | words.roles["edge"]
        self.starts: frozenset[int] = frozenset()

    def read(self, found: Iterable[Mention]) -> Iterator[Mention]:
        """The parts of the bodies found, and the parts of those parts."""
        open_ = [(m, m.name) for m in found if m.rule.startswith(_PARENTS)]
        self.starts = frozenset(m.span.start for m, _ in open_)
        bodies = [m for m, _ in open_ if m.rule.startswith("body")]
        yield from self._wholes(bodies)
        yield from self._colleges(bodies)
        ends: dict[int, int] = {}
        for m, _ in open_:
            ends[m.span.end] = min(m.span.start, ends.get(m.span.end, m.span.start))
        while open_:
            body, owner = open_.pop()
            for part in (self._behind(body), self._after_title(body, owner)):
                if part is not None and part.span.start < ends.get(part.span.end, len(self.plain)):
                    ends[part.span.end] = part.span.start
                    yield part
                    open_.append((part, owner if part.rule == "part-carried" else body.name))

    def _wholes(self, bodies: list[Mention]) -> Iterator[Mention]:
        """The university, hospital or firm that the name of its part opens with: 某大学|商学院."""
        for body in bodies:
            for whole in _WHOLE.finditer(body.name, 2):
                rest = body.name[whole.end() :]
                head = self.forms.head.search(rest)
                if head and "附属" not in rest and (head.start() or self.forms.uses[head.group()] == "bare"):
                    here = Span(body.span.start, body.span.start + whole.end())
                    if len(body.span) == len(body.name) and "（" not in body.name:
                        yield Mention(here, Kind.ORGANIZATION, body.name[: whole.end()], "part-whole", 0.8)
                    break

    def _colleges(self, bodies: list[Mention]) -> Iterator[Mention]:
        """化学学院 where the text speaks of one university again and again: it is that one's."""
        schools = [m.name for m in bodies if m.name.endswith("大学")]
        for body in bodies if len(schools) > 1 and len(set(schools)) == 1 else ():
            if body.rule == "body-word" and body.name.endswith("学院"):
                name = schools[0] + body.name
                yield Mention(body.span, Kind.ORGANIZATION, name, "part-carried", 0.86, points=True)

    def _behind(self, body: Mention) -> Mention | None:
        """The part right behind a name; 原 between them belongs to the title of who led it."""
        end = body.span.end
        start = end + self.plain.startswith("原", end)
        last = self._end(start)
        if last is None:
            return None
        name = body.name + self.doc.document.name(Span(start, last))
        here = Span(body.span.start if start == end else start, last)
        return Mention(here, Kind.ORGANIZATION, name, "part", 0.85, points=body.points or start != end)

    def _after_title(self, body: Mention, owner: str) -> Mention | None:
        """A part behind a title of the same body: 某厅机关党委副书记、|干部人事处|处长; ``owner``: whose part it is."""
        row = self.forms.row.match(self.plain, body.span.end)
        last = self._end(row.end(), titled=True) if row else None
        if row is None or last is None:
            return None
        here = Span(row.end(), last)
        own = self.doc.document.name(here)
        name = _placed(owner, own) + own
        return Mention(here, Kind.ORGANIZATION, name, "part-carried", 0.85, points=True)

    def _end(self, start: int, *, titled: bool = False) -> int | None:
        """Where the part that starts at an offset ends; None where none does."""
        for end in range(min(start + _LONGEST, len(self.plain)), start + 1, -1):
            head = self.forms.head.search(self.plain, start, end)
            if (
                head
                and not self.plain.endswith(_WORDS, start, end)
                and self._fits(Span(start, head.start()), head.group(), end, titled=titled)
            ):
                return end
        return None

    def _fits(self, own: Span, head: str, end: int, *, titled: bool) -> bool:
        use = self.forms.uses[head]
        led = bool(self.forms.title.match(self.plain, end))
        if not led and (titled or use == "named" or not self._free(end)):
            return False
        if titled and any(at in self.starts for at in range(own.start, end)):
            return False  # 某局局长、|某某厅党组|书记: a body of its own
        if not len(own):
            return use == "bare"
        return len(own) >= _OWN and self._plain(own)

    def _plain(self, own: Span) -> bool:
        """Whether the words before a head are nouns, and hold no title."""
        text = self.plain[own.start : own.end]
        if (
            not text.isalpha()
            or text[0] in "副原的"
            or text[-1] in "原公"  # 公司 is no 司
            or text.startswith(_BARRED)
            or self.forms.titles.search(text)
        ):
            return False
        words = self.tokens.inside(own)
        if all(t.word in self.generic for t in words) and len(own) < _CLEAR:
            return False
        return all(t.tag.startswith(_NOUNLIKE) and t.word not in self.stops for t in words)

    def _free(self, end: int) -> bool:
        """Whether no noun follows that goes on with the name."""
        if end >= len(self.plain) or not self.plain[end].isalnum():
            return True
        at = self.tokens.index(end)
        token = self.tokens.items[at] if at >= 0 else None
        return bool(token and token.start == end and (token.tag[0] in _LOOSE or token.word in self.stops))


def _placed(owner: str, own: str) -> str:
    """Whose part it is: 纪委 after 某市委 is that of the place, 融媒体中心 after a school's 党委 the school's."""
    if own in _BESIDE and owner.endswith("委") and not owner.endswith("党委"):
        return owner.removesuffix("委")
    return owner.removesuffix("党委") if not own.endswith(("部", "办公室")) else owner
