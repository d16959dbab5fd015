"""Posts: who holds, held or is to hold which title of which organ, as the words beside a person's name say."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model import Evidence, Mention, Post, Reading, Span
from kg.names.division_levels import signs
from kg.relate.posts.after_name import behind
from kg.relate.posts.before_name import ahead
from kg.relate.posts.careers import careers
from kg.relate.posts.carried import carried
from kg.relate.posts.listed_posts import of_rosters
from kg.relate.posts.organ_of_title import Organs
from kg.relate.posts.titles_stated import Page, TitleOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.text.annotated import AnnotatedDocument

_PARTS = role_words("officewords", "part")
_SHORT = 10
_LEVELS = "中国" + signs("township")  # what opens so has an owner of its own


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Post]:
    """Every post of every linked person, each once for its place in the text."""
    organs = Organs(doc, reading)
    last: TitleOf | None = None
    held = ""
    for stated in titles(doc, reading.mentions):
        of, title = organs.of(stated.organ, stated.organ_span or stated.span, stated.title), stated.title
        if not of:  # 宣传部 of a committee that the text names, but not with its branch
            of, branch = organs.parent(stated.organ)
            title = branch + title
        if not of and last and held and _in_row(doc.plain, last, stated):  # 甲医院院长、科教处处长: of the hospital
            of, title = organs.within(held, stated.organ), stated.organ + stated.title
        last, held = stated, of
        of = of or organs.party_body_alone(stated.organ, stated.title)
        if of:
            evidence = Evidence(reading.document.id, doc.sentence(stated.span), stated.rule, stated.confidence)
            of = organs.party_body(of, stated.organ, title)
            yield Post(stated.person.entity, title, of, stated.status, evidence, stated.start, stated.end)


def _in_row(plain: str, last: TitleOf, stated: TitleOf) -> bool:
    """Whether a title stands right behind the one before, or behind whoever holds that, with a part of its organ."""
    end = last.person.span.end if last.person.span.start == last.span.end else last.span.end
    part = stated.organ.endswith(_PARTS) and len(stated.organ) <= _SHORT and stated.organ[0] not in _LEVELS
    return part and plain[end : stated.span.start] in {"、", "和"}


def titles(doc: AnnotatedDocument, mentions: Sequence[Mention]) -> tuple[TitleOf, ...]:
    """The titles stated beside the persons' names, in text order; of two ways to read one, the first found counts."""
    page = Page(doc, mentions)
    found: dict[tuple[Span, Span, str], TitleOf] = {}
    for title in chain(ahead(page), behind(page), careers(page), carried(page), of_rosters(page)):
        found.setdefault((title.person.span, title.span, title.title), title)
    return tuple(sorted(found.values(), key=lambda t: (t.person.span, t.span, t.title, t.status)))
