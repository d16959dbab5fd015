"""The groups that a headquarters or team lists as its own: 成立指挥部，下设综合协调组、医疗保障组."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon.shipped import pattern
from kg.model import Mention, Span
from kg.names.organization_words import GROUPS, Words
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.text.annotated import AnnotatedDocument

_UNDER = pattern("organ-forms", "groups-under")
_ITEM = pattern("organ-forms", "group-item")


def groups_under(doc: AnnotatedDocument, bodies: Iterable[Mention]) -> Iterator[Mention]:
    """The groups listed right behind a group among ``bodies``, each named with that group."""
    heads = tuple(head for head, (_, use, _) in Words.of(doc.lexicon).heads.items() if use in GROUPS)
    for body in bodies:
        listed = _UNDER.match(doc.plain, body.span.end) if body.name.endswith(heads) else None
        for item in _ITEM.finditer(doc.plain, *listed.span("list")) if listed else ():
            here = Span(*item.span("group"))
            yield Mention(here, Kind.ORGANIZATION, body.name + item["group"], "part-listed", 0.85, points=True)
