"""The place an article speaks from: the one that 全市, 我县, 市委 without a name mean."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.lexicon.shipped import role_words
from kg.link.place.divisions import Divisions
from kg.model.order import in_order
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.lexicon.division import Division
    from kg.lexicon.gazetteer import Gazetteer
    from kg.model import Mention
    from kg.text.annotated import AnnotatedDocument

_LETTER = "place-letter"  # a province in a row of several (苏浙皖三省), where no text is at home
_TITLE, _OUTLET, _FIRST, _CHILD = 6.0, 8.0, 2.0, 1.5
_TOP = 300  # characters of the beginning in which a place weighs more
_TOWN = 0.5  # what a mention of a township weighs for its county
_BASE = 0.2  # what a place weighs at whose level the article never points
_CLAUSE = 12  # characters before a pointing word in which a place may be its own
_FEW = 0.5  # so few pointing words say little
_RIVAL, _ROW, _SHARE = 0.5, 2, 0.35  # so near, so many rivals, so small a share: the text has no home
_CLEAR = 1.5  # so many pointing words tell the level beyond doubt
_CAPITAL = "110000"  # where the wires have their seat: a report dated there may be of the whole country
_HELD = frozenset(role_words("placewords", "held"))
_COVER = 0.6  # without any pointing word, the share of all that is named which must lie in the home


def find_article_place(
    doc: AnnotatedDocument, mentions: Iterable[Mention], hint: Sequence[str] = ()
) -> tuple[str, ...]:
    """The codes from the province down to the home itself (140000, 141000 for an article of 临汾); () if open.

    ``hint`` is what the user says of it: codes or names of divisions, or one name. Else the home is the place with the
    most weight (mentions, title, outlet, counties named under it) at the level at which the article points.
    """
    gazetteer, year = doc.lexicon.gazetteer, doc.year
    given = _told(gazetteer, (hint,) if isinstance(hint, str) else hint, year)
    if given:
        return given
    places = in_order([m for m in mentions if m.kind is Kind.PLACE and m.rule != _LETTER])
    found = Divisions(doc, (), year).read(places)
    weights = _weights(doc, found, year)
    for code, gain in _by_towns(doc, places).items():
        weights[code] = weights.get(code, 0) + gain
    levels = _levels(doc, found)
    best = _best(gazetteer, weights, levels, year) or (_of_outlets(doc) if levels else "")
    return () if best == _CAPITAL and _only_a_dateline(doc, found, levels) else codes(gazetteer, best, year)


def check_home(home: str, gazetteer: Gazetteer) -> None:
    """Raises ``UsageError`` where the user names a home that is no division, or may be several."""
    if home and not _told(gazetteer, (home,), None):
        several = dict.fromkeys(one.code for one in gazetteer.named(home))
        cause = "several divisions have this name" if several else "there is no division of this name or code"
        cure = f"Give its code, one of: {' '.join(list(several)[:9])}" if several else "Give a name or a GB/T 2260 code"
        raise UsageError(f"--home {home}", cause, cure)


def codes(gazetteer: Gazetteer, code: str, year: int | None) -> tuple[str, ...]:
    """The chain of codes of a division; () for none."""
    one = gazetteer.by_code(code, year) if code else None
    return tuple(x.code for x in gazetteer.chain(one, year)) if one else ()


def _told(gazetteer: Gazetteer, hint: Sequence[str], year: int | None) -> tuple[str, ...]:
    near: list[str] = []
    for word in hint:
        one = gazetteer.by_code(word, year) if word.isdigit() else gazetteer.resolve(word, near[::-1], year)
        if one:
            near.append(one.code)
    return codes(gazetteer, near[-1], year) if near else ()


def _weights(doc: AnnotatedDocument, found: Mapping[Mention, Division], year: int | None) -> dict[str, float]:
    """The weight of each division by its code: its mentions, and a share of those of the divisions right under it."""
    title = doc.document.masthead.title_span
    top = (doc.spans[0].start if doc.spans else 0) + _TOP
    weights: dict[str, float] = {}
    first: set[str] = set()
    for mention, one in found.items():
        gain = 1.0 + (_FIRST if mention.span.start < top and one.code not in first else 0)
        gain += _TITLE if title and title.holds(mention.span) else 0
        first.add(one.code)
        weights[one.code] = weights.get(one.code, 0) + gain
    outlet = _outlet(doc, year)
    if outlet:
        weights[outlet.code] = weights.get(outlet.code, 0) + _OUTLET
    for parent, count in sorted(Counter(one.parent for one in set(found.values()) if one.parent).items()):
        weights[parent] = weights.get(parent, 0) + (_CHILD * count if count > 1 or parent in weights else 0)
    return weights


def _by_towns(doc: AnnotatedDocument, places: Iterable[Mention]) -> dict[str, float]:
    """The weight that townships add to a county, where no other county has one of the name: 下应街道 for 鄞州区."""
    weights: dict[str, float] = {}
    for mention in places:
        if mention.rule == "place-town":
            counties = doc.lexicon.gazetteer.townships(mention.name)
            if len(counties) == 1 and counties[0].current:
                weights[counties[0].code] = weights.get(counties[0].code, 0) + _TOWN
    return weights


def _outlet(doc: AnnotatedDocument, year: int | None) -> Division | None:
    """The place of the outlet: 临汾日报."""
    publisher = doc.document.masthead.publisher
    name = publisher.text if publisher else ""
    found = (doc.lexicon.gazetteer.resolve(name[:end], (), year) for end in range(min(8, len(name)), 1, -1))
    return next((one for one in found if one), None)


def _of_outlets(doc: AnnotatedDocument) -> str:
    """The one place whose outlets a text names (甲电视台等媒体受邀参加); "" where there is none, or several."""
    rule, gazetteer = doc.lexicon.rule("organ-forms", "local-outlet"), doc.lexicon.gazetteer
    names = [match["place"] for match in rule.over(doc.plain, doc.spans)]
    tails = ([name[at:] for at in range(len(name) - 1)] for name in names)
    found = (next((one for tail in row if (one := gazetteer.resolve(tail, (), doc.year))), None) for row in tails)
    places = {one.code for one in found if one}
    return places.pop() if len(places) == 1 else ""


def _levels(doc: AnnotatedDocument, found: Mapping[Mention, Division]) -> dict[str, float]:
    """How often the text points at each level (省 市 县 …) without naming a place."""
    inside = {at for m in found for at in range(m.span.start, m.span.end)}
    ends = {m.span.end: one for m, one in found.items()}
    levels: dict[str, float] = {}
    for rule in doc.lexicon.patterns("home"):
        for match in rule.over(doc.plain, doc.spans):
            sign = match["sign"]
            if match.start("sign") not in inside:
                own = any(_ends(ends.get(match.start() - back), sign) for back in range(_CLAUSE))
                levels[sign] = levels.get(sign, 0) + rule.confidence * (0.5 if own else 1)
    return levels


def _only_a_dateline(doc: AnnotatedDocument, found: Mapping[Mention, Division], levels: Mapping[str, float]) -> bool:
    """Whether all that tells of the capital is where a report is dated (北京1月2日电) or a meeting held (在北京)."""
    if levels.get("市") or _outlet(doc, doc.year):
        return False
    dated, plain = doc.lexicon.rule("relation-roles", "wire").regex, doc.plain
    return all(
        len(m.span) == 1 or plain[m.span.start - 1] in _HELD or dated.match(plain, m.span.end) is not None
        for m, one in found.items()
        if one.code[:2] == _CAPITAL[:2]
    )


def _ends(one: Division | None, sign: str) -> bool:
    """Whether a place of the level stands in the same clause before: then 全县 may be its own, not the home's."""
    return one is not None and one.name.endswith(sign)


def _best(gazetteer: Gazetteer, weights: Mapping[str, float], levels: Mapping[str, float], year: int | None) -> str:
    """The code with the most weight at the levels that the text points at; "" where that stays open."""
    total = sum(levels.values())
    if not total:
        return _common(gazetteer, weights, year)
    scores: dict[str, float] = {}
    for code, weight in weights.items():
        one = gazetteer.by_code(code, year)
        if one:
            fits = sum(count for sign, count in levels.items() if _fits(one, sign))
            scores[code] = weight * (_BASE + (fits + _FEW) / (total + 2 * _FEW))
    best = max(sorted(scores), key=lambda code: scores[code], default="")
    return "" if _one_of_many(gazetteer, best, weights, year) else _at_level(gazetteer, best, levels, year)


def _one_of_many(gazetteer: Gazetteer, best: str, weights: Mapping[str, float], year: int | None) -> bool:
    """Whether several divisions of one level have about the same weight, so that none is the home."""
    one = gazetteer.by_code(best, year)
    level = [w for c, w in weights.items() if one and (d := gazetteer.by_code(c, year)) and d.level == one.level]
    rivals = sum(w >= _RIVAL * weights[best] for w in level)
    return rivals > _ROW and weights[best] < _SHARE * sum(level)


def _at_level(gazetteer: Gazetteer, best: str, levels: Mapping[str, float], year: int | None) -> str:
    """The division over the best at the level that a text points at again and again, where the best is of none."""
    sign = max(sorted(levels), key=lambda s: levels[s])
    one = gazetteer.by_code(best, year)
    if one is None or levels[sign] < _CLEAR or any(_fits(one, s) for s in levels):
        return best
    return next((above.code for above in gazetteer.chain(one, year) if _fits(above, sign)), best)


def _common(gazetteer: Gazetteer, weights: Mapping[str, float], year: int | None) -> str:
    """The lowest division in which most of what is named lies, leaving out what holds it."""
    best = ""
    for code in sorted(weights, key=lambda c: (len(codes(gazetteer, c, year)), c)):
        above = set(codes(gazetteer, code, year)) - {code}
        inside = sum(w for c, w in weights.items() if gazetteer.within(c, code))
        if inside >= _COVER * sum(w for c, w in weights.items() if c not in above):
            best = code
    return best


def _fits(one: Division, sign: str) -> bool:
    if sign == "省":
        return one.level == "province"
    return one.name.endswith(sign) or (sign == "县" and one.name.endswith("旗"))
