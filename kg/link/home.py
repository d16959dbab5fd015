"""The place an article speaks from: the one that 全市, 我县, 市委 without a name mean."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.lexicon.division import Division
    from kg.lexicon.gazetteer import Gazetteer
    from kg.model import Mention
    from kg.text.sheet import Sheet

_TITLE, _PUBLISHER, _HEAD = 6.0, 8.0, 2.0
_LEVELS = {
    "省": "province",
    "市": "city",
    "州": "prefecture",
    "盟": "prefecture",
    "县": "county",
    "旗": "county",
    "区": "district",
}


def find_home(sheet: Sheet, mentions: Iterable[Mention], hint: Sequence[str] = ()) -> tuple[str, ...]:
    """The codes from the province down to the home itself (140000, 141000 for an article of 临汾); () if open.

    ``hint`` is what the user says of it: codes or names of divisions.
    """
    gazetteer, year = sheet.lexicon.gazetteer, year_of(sheet)
    if hint:
        told = _told(gazetteer, hint, year)
        if told:
            return told
    scores = _scores(sheet, mentions, gazetteer, year)
    if not scores:
        return ()
    best = max(sorted(scores), key=lambda code: scores[code])
    return codes(gazetteer, best, year)


def year_of(sheet: Sheet) -> int | None:
    """The year an article was published in, if it says so."""
    date = sheet.document.masthead.date
    return int(date[:4]) if date else None


def codes(gazetteer: Gazetteer, code: str, year: int | None) -> tuple[str, ...]:
    """The chain of codes of a division."""
    one = gazetteer.by_code(code, year)
    return tuple(x.code for x in gazetteer.chain(one, year)) if one else ()


def _told(gazetteer: Gazetteer, hint: Sequence[str], year: int | None) -> tuple[str, ...]:
    near: list[str] = []
    for word in (hint,) if isinstance(hint, str) else hint:
        one = gazetteer.by_code(word, year) if word.isdigit() else gazetteer.resolve(word, near[::-1], year)
        if one:
            near.append(one.code)
    return codes(gazetteer, near[-1], year) if near else ()


def _scores(sheet: Sheet, mentions: Iterable[Mention], gazetteer: Gazetteer, year: int | None) -> dict[str, float]:
    weights: Counter[str] = Counter()
    levels: Counter[str] = Counter()
    title, publisher = sheet.document.masthead.title or "", sheet.document.masthead.publisher
    first = sheet.spans[0].start if sheet.spans else 0
    for mention in mentions:
        if mention.kind is not Kind.PLACE:
            continue
        if mention.points:
            levels[_LEVELS.get(mention.name[-1], "")] += 1
            continue
        one = gazetteer.resolve(mention.name, (), year)
        if one:
            weights[one.code] += 1 + (_HEAD if mention.span.start < first + 400 else 0)
            weights[one.code] += _TITLE if mention.name in title else 0
    if publisher:
        outlet = next((o for n in range(6, 1, -1) if (o := gazetteer.resolve(publisher.text[:n], (), year))), None)
        if outlet:
            weights[outlet.code] += _PUBLISHER
    total = sum(levels.values())
    return {code: w * (0.2 + _share(gazetteer.by_code(code, year), levels, total)) for code, w in weights.items()}


def _share(one: Division | None, levels: Counter[str], total: int) -> float:
    if not one or not total:
        return 0.0
    fits = {one.level}
    fits |= {"city"} if one.name.endswith("市") else set()
    fits |= {"district"} if one.name.endswith("区") else set()
    return sum(levels[level] for level in sorted(fits)) / total
