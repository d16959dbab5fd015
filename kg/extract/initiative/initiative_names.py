"""Named campaigns, programs and honours: every phrase judged once, so that none is read as two kinds.

“五大定位” → program · “争先、进位、崛起”解放思想大讨论 → campaign · 党群服务中心提标行动 → campaign · 长安杯 → honour
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.boundary.head_words import Heads
from kg.extract.boundary.phrases import Phrase, phrases
from kg.extract.initiative.after_quote import MINE
from kg.extract.initiative.editions import editions
from kg.extract.initiative.evidence_weights import signs_of
from kg.extract.initiative.honours import honours
from kg.extract.initiative.quoted import Marked, Named
from kg.extract.initiative.summed_rows import summed_rows
from kg.extract.initiative.unquoted import Bare
from kg.extract.initiative.ventures import Ventures
from kg.model import Span
from kg.names.division_levels import signs
from kg.names.national import national
from kg.text.keyword_search import within
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.text.annotated import AnnotatedDocument

__all__ = ["Named", "named"]

_SPELLED = 14  # characters that the short form of a name has at most
_BEFORE = re.compile(rf"\D*\d{{4}}年?\D*|.*[{signs('township')}和与及、]|全国|国家|中央|提升|.{{9,}}(?<!”)")
_OBJECTS, _VERBAL = frozenset({"n", "ns", "nz", "l", "b", "s", "m", "v", "i"}), ("治", "理", "查", "察")
_CONTESTS = ("赛", "评选", "征集", "展演", "活动")
_LESSONS = frozenset({"主题教育", "学习教育"})
_SHORT = 4  # a name shorter than this is not looked for outside of marks


def named(doc: AnnotatedDocument) -> tuple[Named, ...]:
    """Every campaign, program and honour that the document names, in text order."""
    bare = Bare(doc)
    headed = list(bare.headed())
    found = [Named(h.span, Kind.AWARD, h.name, h.rule, h.confidence) for h in honours(doc)]
    marked = Marked(doc, Heads.of(doc.lexicon), signs_of(doc.lexicon), national(doc.lexicon).known)
    found += _free(_spelled(_explained(doc, tuple(marked.names()))), found)
    headed = [_nations(doc, one) for one in headed]
    nations = list(_national(doc))
    ventures = [
        _nations(doc, one) for one in Ventures(doc).names() if not (_joins(one, nations) or bare.empty(one.span))
    ]
    found += _free(_longest([*headed, *bare.patterned(), *nations, *ventures]), found)
    found += _free(summed_rows(doc), found)
    found += _contests(headed, found)
    found = list(_grown(doc, headed, found))
    found += _free(editions(doc, found), found)
    found += _free(_again(doc, found), found)
    found += _free(_pointing(doc, found), found)
    return tuple(sorted(found))


def _free(new: Iterable[Named], found: Iterable[Named]) -> list[Named]:
    """Those of the new ones that touch none found before."""
    taken = {at for n in found for at in range(n.span.start, n.span.end)}
    return [n for n in new if taken.isdisjoint(range(n.span.start, n.span.end))]


def _longest(new: Iterable[Named]) -> Iterator[Named]:
    """Of those that touch each other the longest: 乡村振兴产业提升行动, not 乡村振兴."""
    taken: set[int] = set()
    for one in sorted(new, key=lambda n: (-len(n.span), n.rule != "national", n)):
        if taken.isdisjoint(range(one.span.start, one.span.end)):
            taken.update(range(one.span.start, one.span.end))
            yield one


def _explained(doc: AnnotatedDocument, names: tuple[Named, ...]) -> Iterator[Named]:
    """“A、B、C”的“三个一”机制: what spells the name out is the same thing."""
    for one, other in zip(names, (*names[1:], None), strict=False):
        same = other and doc.plain[one.span.end : other.span.start] == "的" and other.name[0] == "“"
        yield replace(one, kind=other.kind, name=other.name, rule="explains") if same and other else one


def _spelled(names: Iterable[Named]) -> Iterator[Named]:
    """“谈思路、谈变化”双谈活动 later called “双谈”活动: one name, the longer."""
    names = list(names)
    full: dict[tuple[Kind, str], str] = {}
    for one in names:
        text = _unmarked(one.name)
        full.update(((one.kind, text[-size:]), one.name) for size in range(2, min(len(text), _SPELLED)))
    for one in names:
        name = full.get((one.kind, _unmarked(one.name)), one.name) if one.name.startswith("“") else one.name
        yield replace(one, name=name)


def _unmarked(name: str) -> str:
    return name.replace("“", "").replace("”", "")


def _grown(doc: AnnotatedDocument, headed: list[Named], found: list[Named]) -> Iterator[Named]:
    """综合改革“2.0版”: a bare name and the mark right behind it are one name."""
    marks = {n.span.start: n for n in found if n.kind in MINE and doc.plain[n.span.start] == "“"}
    grows = {n for n in set(headed).intersection(found) if n.span.end in marks}
    eaten = {marks[n.span.end] for n in grows}
    for one in found:
        if one in grows:
            whole = Span(one.span.start, marks[one.span.end].span.end)
            yield replace(one, span=whole, name=doc.document.name(whole))
        elif one not in eaten:
            yield one


def _national(doc: AnnotatedDocument) -> Iterator[Named]:
    known = national(doc.lexicon)
    partly = doc.lexicon.rule("program", "partly").regex
    for block in doc.spans:
        for span, _, kind in known.find(doc.bigrams, doc.tokens, block):
            if kind is Kind.PROGRAM and partly.match(doc.plain[span.end : span.end + _SPELLED]):
                continue  # 对口支援|合作办, 对口帮扶|医院
            yield Named(span, kind, doc.document.name(span).strip("“”"), "national", 0.85)


def _joins(one: Named, nations: list[Named]) -> bool:
    """Whether a venture only joins names of the nation's: 乡村振兴|和|区域协调发展战略."""
    inside = [n.span for n in nations if one.span.holds(n.span)]
    return any(s.end < one.span.end - _SHORT + 1 or s.start > one.span.start for s in inside) and any(
        joint in one.name for joint in "和与及"
    )


def _nations(doc: AnnotatedDocument, one: Named) -> Named:
    """What a bare head has before a name of the nation's is no part of it: 2020年某某县 | 扫黑除恶专项斗争."""
    known = national(doc.lexicon).known
    sizes = (size for size in range(len(one.span) - 1, _SHORT, -1) if one.name[-size:] in known)
    size = next((size for size in sizes if known[one.name[-size:]][1] is one.kind), 0)
    if not size or one.name[0] == "“" or not _BEFORE.fullmatch(one.name[:-size]):
        return one
    name = one.name[-size:]
    return replace(one, span=Span(one.span.end - size, one.span.end), name=name, rule="national")


def _contests(headed: list[Named], found: list[Named]) -> list[Named]:
    """The contest that a prize names: 第二届…创新应用大赛…“…奖”."""
    prizes = [n.span for n in found if n.kind is Kind.AWARD and len(n.name) == len(n.span)]
    contests = [n for n in headed if n.kind is Kind.CAMPAIGN and n.name.endswith(_CONTESTS)]
    return [n for n in contests if any(p.holds(n.span) and p != n.span for p in prizes)]


def _again(doc: AnnotatedDocument, found: list[Named]) -> Iterator[Named]:
    """Further occurrences of a name found once: in marks without a sign of their own, or without marks."""
    first = {n.name.strip("“”"): n for n in reversed(found) if n.kind in MINE}
    for quote in doc.quotes:
        if one := first.get(doc.document.name(quote.inner)):
            yield replace(one, span=quote.span, rule="again")
    opens: dict[str, list[str]] = {}
    for name in sorted(first, key=lambda n: (-len(n), n)):
        opens.setdefault(name[:_SHORT], []).append(name)
    places = doc.bigrams.opening({name[:2] for name in opens})
    for block in doc.spans:
        for at in within(places, Span(block.start, max(block.start, block.end - _SHORT + 1))):
            for name in opens.get(doc.plain[at : at + _SHORT], ()):
                if doc.plain.startswith(name, at):
                    yield replace(first[name], span=Span(at, at + len(name)), rule="again")


def _governs(doc: AnnotatedDocument, phrase: Phrase) -> bool:
    """Whether a head is the verb of a noun behind it: 综合整治|内卷, 专项治理|农村供水."""
    token = doc.tokens.items[max(0, doc.tokens.index(phrase.span.end))]
    return token.start == phrase.span.end and token.tag in _OBJECTS and phrase.head.endswith(_VERBAL)


def _pointing(doc: AnnotatedDocument, found: list[Named]) -> Iterator[Named]:
    """A head alone that points at a campaign of the article: 大讨论; not the 专项行动 that closes a list."""
    names = [n.name.removesuffix("活动") for n in found if n.kind is Kind.CAMPAIGN]
    for phrase in doc.layer(phrases):
        alone = phrase.content == 0 and doc.plain.startswith(phrase.head, phrase.span.start) and len(phrase.head) > 2
        alone = alone or phrase.head in _LESSONS  # 甲市|主题教育
        if phrase.kind is not Kind.CAMPAIGN or phrase.use != "bare" or not alone:
            continue
        word, closes = phrase.head, doc.plain.startswith("等", max(0, phrase.span.start - 1))
        if not closes and not _governs(doc, phrase) and any(name.endswith(word) for name in names):
            head = Span(phrase.span.end - len(word), phrase.span.end)
            yield Named(head, Kind.CAMPAIGN, doc.document.name(head), "points", 0.7, points=True)
