"""``report.md``: what was read, what was found per kind, what was skipped and why. For people, in Markdown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from kg.export.markup import clean
from kg.model.facts import GAZETTEER
from kg.ontology import labels
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model.graph import Article, Graph

_ESCAPED = {ord(char): f"\\{char}" for char in "\\`*_[]|#"} | {ord("<"): "&lt;", ord(">"): "&gt;", ord("&"): "&amp;"}
_ONE_LINE = {ord(char): " " for char in "\r\n\t\x0b\x0c\x85\u2028\u2029"}
_NAMED = 12


def report(graph: Graph) -> bytes:
    """The bytes of the report: no clock and no path of the machine is in it."""
    parts = [
        "# What this build read and found 构建报告\n",
        _summary(graph),
        _articles(graph),
        _kinds(graph),
        _relations(graph),
        _facts(graph),
        _versions(graph),
        _gaps(graph),
        _skipped(graph),
    ]
    return "\n".join(part for part in parts if part).encode()


def counts(graph: Graph) -> dict[str, int]:
    """How much of each kind of thing a graph holds, for the report and for the terminal."""
    return {
        "articles": len(graph.articles),
        "skipped": len(graph.skipped),
        "entities": len(graph.entities),
        "mentions": sum(len(article.mentions) for article in graph.articles),
        "relations": len({(r.subject, r.predicate, r.object) for r in graph.relations}),
        "posts": len({(held.person, held.title, held.of) for held in graph.posts}),
        "figures": len(graph.figures),
        "quotations": len(graph.quotes),
    }


def cell(value: object) -> str:
    """A value as it may stand in a table of Markdown: one line, nothing in it is markup.

    >>> cell(" <甲> & 乙 ")
    '&lt;甲&gt; &amp; 乙'
    """
    return clean(str(value).translate(_ONE_LINE)).translate(_ESCAPED).strip()


def _table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    lines = [header, ["---"] * len(header), *([cell(value) for value in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _summary(graph: Graph) -> str:
    found = counts(graph)
    return (
        f"Read {found['articles']} articles, skipped {found['skipped']}. Found {found['entities']} entities "
        f"({found['mentions']} mentions), {found['relations']} relations, {found['posts']} posts, "
        f"{found['figures']} figures, {found['quotations']} quotations.\n"
    )


def _articles(graph: Graph) -> str:
    names = {entity.key: entity.name for entity in graph.entities}
    header = (
        "id",
        "file",
        "title 标题",
        "date 日期",
        "publisher 来源",
        "home 所属地",
        "encoding",
        "characters",
        "mentions",
    )
    rows = [_article(article, names) for article in graph.articles]
    return f"## Articles 文章\n\n{_table(header, rows)}" if rows else ""


def _article(article: Article, names: dict[str, str]) -> tuple[Any, ...]:
    document = article.document
    masthead = document.masthead
    told = (masthead.title or "", masthead.date or "", names.get(article.publisher, ""), names.get(article.home, ""))
    return (document.id, document.source, *told, document.encoding, len(document.text), len(article.mentions))


def _kinds(graph: Graph) -> str:
    mentions = Counter(mention.entity for article in graph.articles for mention in article.mentions)
    rows = []
    for kind in Kind:
        those = [entity for entity in graph.entities if entity.kind is kind]
        first = sorted(those, key=lambda entity: (-mentions[entity.key], entity.key))[:_NAMED]
        named = "、".join(entity.name for entity in first) + ("……" if len(those) > _NAMED else "")
        rows.append((_both(kind.value), len(those), sum(mentions[entity.key] for entity in those), named))
    return f"## Entities 实体\n\n{_table(('kind', 'entities', 'mentions', 'most mentioned'), rows)}"


def _relations(graph: Graph) -> str:
    rows = []
    for predicate in Predicate:
        those = [r for r in graph.relations if r.predicate is predicate]
        told = sum(r.evidence.document != GAZETTEER for r in those)
        if those:
            distinct = len({(r.subject, r.object) for r in those})
            rows.append((_both(predicate.value), distinct, told, len(those) - told))
    header = ("relation", "relations", "told by the text", "known from the gazetteer")
    return f"## Relations 关系\n\n{_table(header, rows)}" if rows else ""


def _facts(graph: Graph) -> str:
    layers = (graph.posts, graph.figures, graph.quotes)
    told = [Counter(fact.evidence.document for fact in layer) for layer in layers]
    rows = [(article.id, *(layer[article.id] for layer in told)) for article in graph.articles]
    header = ("article", "posts 任职", "figures 数据", "quotations 言论")
    return f"## Posts, figures, quotations 任职、数据、言论\n\n{_table(header, rows)}" if rows else ""


def _gaps(graph: Graph) -> str:
    """What the articles themselves do not say; nothing of it was guessed."""
    lines = []
    for article in graph.articles:
        masthead = article.document.masthead
        told = {"title": masthead.title, "date": masthead.date, "publisher": article.publisher, "home": article.home}
        missing = [name for name, value in told.items() if not value]
        if missing:
            lines.append(f"- {cell(article.id)}: no {', '.join(missing)} in the text\n")
        names = "、".join(dict.fromkeys(mention.name for mention in article.unresolved))
        if names:
            lines.append(f"- {cell(article.id)}: which place is meant stays open: {cell(names)}\n")
    return f"## Left open 原文未载\n\n{''.join(lines)}" if lines else ""


def _versions(graph: Graph) -> str:
    """Articles that print the text of an earlier one, and those that correct one."""
    lines = [f"- {cell(a.id)} reprints 转载 {cell(a.version_of)}\n" for a in graph.articles if a.version_of]
    lines += [f"- {cell(a.id)} corrects 更正 {cell(wrong)}\n" for a in graph.articles for wrong in a.corrects]
    return f"## Reprints and corrections 转载与更正\n\n{''.join(lines)}" if lines else ""


def _skipped(graph: Graph) -> str:
    rows = [(skip.source, skip.cause, skip.cure) for skip in graph.skipped]
    if not rows:
        return "## Skipped 未读\n\nNothing was skipped.\n"
    return f"## Skipped 未读\n\n{_table(('input', 'why', 'what to do'), rows)}"


def _both(term: str) -> str:
    return f"{term} {labels(term)['zh-hans']}"
