"""Titles behind a name: appointments (任某局局长), appositions (，某局局长，), forms of address, résumés."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from kg.lexicon.regex import compiled
from kg.lexicon.shipped import role_words
from kg.model import Mention, Span
from kg.relate.posts.leads import Leads
from kg.relate.posts.tenures import Dates, month, stated_before
from kg.relate.posts.titles_stated import Page, TitleOf, is_post, made

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.names.offices import Title

_RULES = ("removed", "moved", "mandate", "served", "history", "apposition", "address", "beside", "vita", "vita-next")
_CLAUSE = compiled("[，；;]")
_ROWS = frozenset({"vita", "served", "history"})
_OVER = frozenset(role_words("officewords", "over"))
_HOLDING = frozenset(role_words("officewords", "holding"))
_PROPOSED = frozenset(role_words("officewords", "proposed"))


def behind(page: Page) -> Iterator[TitleOf]:
    """The titles behind each person."""
    leads = Leads(page)
    for person in page.persons:
        yield from _of(page, person, leads.of(person))


def _of(page: Page, person: Mention, lead: str) -> Iterator[TitleOf]:
    block = page.block(person.span)
    for name in _RULES:
        rule = page.rules[name]
        match = rule.regex.match(page.plain, person.span.end, block.end)
        if not match or (name == "removed" and lead != "former"):
            continue
        words = match.groupdict()
        region = Span(*match.span("titles"))
        if name in _ROWS:
            stated = tuple(_held(page, _of_one(page, person, region), words.get("verb") or ""))
        else:
            dates = _dates(page, person, match, block) if name == "mandate" else Dates()
            titles = _stated(page, person, region, name)
            if name == "mandate" and titles:
                titles += tuple(further(page, region.end, block.end))
            stated = tuple(_Held(title, words.get("verb") or "", dates) for title in titles)
        for title, verb, dates in (held for held in stated if is_post(held.title)):
            if name not in {"apposition", "beside"} or stated[0].title.whole:
                status = status_of(title, verb, name, lead, words.get("end") or "")
                status = "former" if dates.end else status
                yield made(person, replace(title, status=status), name, rule.confidence, dates.start, dates.end)
        if stated and name in {"removed", "mandate", "served", "history"}:
            return


def _of_one(page: Page, person: Mention, region: Span) -> Span:
    """A row of clauses up to the one that names somebody else: 甲历任乙局局长，|丙原任丁局局长."""
    other = next((p.span.start for p in page.named_in(region) if p.entity != person.entity), region.end)
    comma = page.plain.rfind("，", region.start, other) if other < region.end else region.end
    return Span(region.start, comma if comma > region.start else region.end)


def _stated(page: Page, person: Mention, region: Span, name: str) -> tuple[Title, ...]:
    """The titles of a stretch; of a form of address that names no organ, that of the organ right before the name."""
    titles = page.titles_in(region)
    organ = page.organ_before(person.span.start) if name == "address" else None
    return page.owned(organ, region) if organ and titles and not titles[0].organ_span else titles


def _dates(page: Page, person: Mention, match: re.Match[str], block: Span) -> Dates:
    """From when to when, as the words between name and verb or those before the name say."""
    if match["y1"]:
        return Dates(month(match["y1"], match["m1"]))
    return stated_before(page, person.span.start, block.start)


def further(page: Page, at: int, end: int) -> Iterator[Title]:
    """The titles of the clauses that follow a row at an offset and hold nothing else: 任某省副省长，|省公安厅厅长。"""
    bracket = page.rules["title-bracket"].regex.match(page.plain, at, end)
    at = bracket.end() if bracket else at
    while page.plain.startswith("，", at, end):
        clause = page.rules["clause"].regex.match(page.plain, at + 1, end)
        titles = page.titles_in(Span(*clause.span())) if clause else ()
        if clause is None or not titles or _dated(clause.group()) or not titles[0].whole or not titles[0].organ_span:
            return
        yield from titles
        at = clause.end()


def _dated(clause: str) -> bool:
    """Whether a clause has a date of its own, and is another spell."""
    return any(char.isdecimal() for char in clause)


class _Held(NamedTuple):
    """A title with the verb that it stands behind, and its times."""

    title: Title
    verb: str
    dates: Dates = Dates()


def row(page: Page, region: Span) -> Iterator[Title]:
    """The titles of a row of clauses (现任某市政协副主席，某县委书记), up to the first clause that holds none."""
    return (held.title for held in _held(page, region, ""))


def _held(page: Page, region: Span, verb: str) -> Iterator[_Held]:
    """The titles of a row of clauses, behind a verb: 历任某县副县长、县长，2019年5月至今任某市副市长.

    A clause with a verb of its own has its own times, and the titles behind it are held as it says.
    """
    at, dates, spell = region.start, Dates(), page.rules["vita-verb"].regex
    for clause in _CLAUSE.split(page.plain[region.start : region.end]):
        opens, end = at, at + len(clause)
        if match := spell.match(page.plain, at, end):
            opens, verb = match.end(), match["verb"] if not match["now"] else "现任"
            dates = Dates(month(match["y"], match["m"]))
        titles = page.titles_in(Span(opens, end))
        another = at > region.start and page.plain[at - 1] != "，" and not (titles and titles[0].whole)
        if not titles or another:  # behind a semicolon a list may go on with somebody else
            return
        yield from (_Held(title, verb, dates) for title in titles)
        at = end + 1


def status_of(title: Title, verb: str, rule: str, lead: str, end: str) -> str:
    """The status of a post, by the verb before it, what is done to the person, and the word behind the title."""
    if verb in _OVER or title.status == "former" or rule in {"served", "moved"}:
        return "former"
    if lead == "proposed" or end.endswith(("候选人", "人选")) or verb in _PROPOSED or rule == "vita-next":
        return "proposed"
    if title.status != "attested":
        return title.status
    if verb in {"代理", "兼任", "兼"}:
        return "acting" if verb == "代理" else "concurrent"
    if rule == "carried" and verb in {"担任", "任"}:
        return "attested"
    return "appointed" if rule in {"mandate", "carried", "respectively"} and verb not in _HOLDING else "attested"
