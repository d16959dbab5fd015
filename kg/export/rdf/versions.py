"""How articles hang together: which prints the text of an earlier one, and which corrects what another has told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.rdf import address
from kg.export.rdf.terms import name

if TYPE_CHECKING:
    from kg.export.rdf.nodes import Nodes
    from kg.model.graph import Article


def versions(nodes: Nodes, article: Article) -> None:
    """Describe which earlier article has the text of this one, and which this one corrects."""
    own = nodes.at(address.article(article.id))
    if article.version_of:
        nodes.add(own, (name("dcterms:isVersionOf"), nodes.at(address.article(article.version_of))))
    for wrong in article.corrects:
        nodes.add(own, (name("zt:corrects"), nodes.at(address.article(wrong))))
