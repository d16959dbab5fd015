"""The notes: one for each entity, with what is told of it and the sentences that tell it, and one for each article."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from kg.export.markup import clean, utf8
from kg.export.vault.titles import titles
from kg.model.facts import GAZETTEER
from kg.ontology import labels
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model.facts import Entity, Evidence
    from kg.model.graph import Article, Graph

_QUOTED: Final = 3
"""Sentences of one fact that a note quotes; the rest are counted."""
_ESCAPED: Final = {ord(char): f"\\{char}" for char in "\\`*_[]|#~"} | {
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord("&"): "&amp;",
}
Facts = dict[str, list[tuple[str, "Evidence"]]]
"""The key of an entity to its facts, each a line of Markdown with its evidence."""


def vault(graph: Graph) -> dict[str, bytes]:
    """File names (a folder for each kind) to UTF-8."""
    return _Vault(graph).files()


class _Vault:
    """One graph with the titles of its notes."""

    def __init__(self, graph: Graph) -> None:
        self.graph, self.titles = graph, titles(graph)
        self.articles = {article.id: article for article in graph.articles}
        self.facts: Facts = defaultdict(list)

    def files(self) -> dict[str, bytes]:
        self._relations()
        self._posts()
        self._figures()
        self._quotes()
        self._moments()
        made = {f"{one.kind.value}/{self.titles[one.key]}.md": self._note(one) for one in self.graph.entities}
        return made | {f"Article/{self.titles[f'article/{a.id}']}.md": self._article(a) for a in self.graph.articles}

    def link(self, key: str) -> str:
        """A link to the note of a key."""
        return f"[[{self.titles[key]}]]" if key in self.titles else text(key)

    def _relations(self) -> None:
        for one in self.graph.relations:
            known = labels(one.predicate.value)["zh-hans"]
            self.facts[one.subject].append((f"{known} → {self.link(one.object)}", one.evidence))
            self.facts[one.object].append((f"{self.link(one.subject)} → {known}", one.evidence))
        for cite in self.graph.citations:
            source = cite.source or f"article/{cite.evidence.document}"
            self.facts[cite.target].append((f"{self.link(source)} → {cite.kind.value}", cite.evidence))
            if cite.source:
                self.facts[source].append((f"{cite.kind.value} → {self.link(cite.target)}", cite.evidence))

    def _posts(self) -> None:
        holds = labels(Predicate.HOLDS_POST.value)["zh-hans"]
        for held in self.graph.posts:
            spell = f"，{held.start}—{held.end}" if held.start or held.end else ""
            organ = self.link(held.of) if held.of else ""
            post = f"{organ} {text(held.title)} ({held.status}{spell})"
            self.facts[held.person].append((f"{holds} → {post}", held.evidence))
            if held.of:
                line = f"{self.link(held.person)} → {text(held.title)} ({held.status}{spell})"
                self.facts[held.of].append((line, held.evidence))

    def _figures(self) -> None:
        for one in self.graph.figures:
            if one.subject:
                when = f" ({text(one.period)})" if one.period else ""
                number = f"{one.value:.10g}{text(one.unit)}"
                self.facts[one.subject].append((f"{text(one.indicator)}: {number}{when}", one.evidence))

    def _quotes(self) -> None:
        for one in self.graph.quotes:
            self.facts[one.speaker].append((f"“{text(one.text)}”", one.evidence))

    def _moments(self) -> None:
        for one in self.graph.moments:
            when = one.value or f"? ({text(one.words)})"
            self.facts[one.subject].append((f"{labels(one.term)['zh-hans']}: {when}", one.evidence))

    def _note(self, entity: Entity) -> bytes:
        aliases = sorted({alias for alias, _ in entity.aliases} | {entity.name})
        head = [f"key: {_yaml(entity.key)}", f"kind: {entity.kind.value}", f"tags: [{entity.kind.value.lower()}]"]
        head += [f"adcode: {_yaml(entity.adcode)}"] if entity.adcode else []
        head.append(f"aliases: [{', '.join(map(_yaml, aliases))}]")
        lines = [_front(head), f"# {text(entity.name)}\n\n"]
        if entity.broader:
            lines.append(f"{labels('CampaignFamily')['zh-hans']}: {self.link(entity.broader)}\n\n")
        grouped: dict[str, list[Evidence]] = defaultdict(list)
        for line, why in self.facts[entity.key]:
            grouped[line].append(why)
        for line, reasons in grouped.items():
            lines += [f"- {line}\n", *self._sentences(reasons)]
        return utf8("".join(lines))

    def _sentences(self, reasons: Iterable[Evidence]) -> list[str]:
        """Each sentence as a quotation with the link to its article."""
        quoted = sorted({(why.document, why.span) for why in reasons if why.document != GAZETTEER})
        if not quoted:
            return ["  - 行政区划表 gazetteer\n"]
        lines = []
        for document, span in quoted[:_QUOTED]:
            words = text(self.articles[document].surface(span))
            lines.append(f"  > {words} — {self.link(f'article/{document}')} {span.start}–{span.end}\n")
        return [*lines, f"  > … {len(quoted) - _QUOTED}\n"] if len(quoted) > _QUOTED else lines

    def _article(self, article: Article) -> bytes:
        document, head = article.document, article.document.masthead
        front = [f"id: {_yaml(article.id)}", f"file: {_yaml(document.source)}", "tags: [article]"]
        front += [f"date: {_yaml(head.date)}"] if head.date else []
        named: dict[str, list[str]] = defaultdict(list)
        places = sorted((m.span.start, m.span.end, m.entity) for m in article.mentions)
        for key in dict.fromkeys(key for _, _, key in places):
            named[key.partition("/")[0]].append(self.link(key))
        body = [
            f"- {labels(kind.value)['zh-hans']}: {'、'.join(named[kind.value.lower()])}\n"
            for kind in Kind
            if named[kind.value.lower()]
        ]
        return utf8("".join([_front(front), f"# {text(head.title or article.id)}\n\n", *body]))


def text(words: str) -> str:
    """Words as plain characters of Markdown, on one line: nothing in them is a link, a tag or markup."""
    return " ".join(clean(words).split()).translate(_ESCAPED)


def _front(lines: Iterable[str]) -> str:
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\n\n"


def _yaml(value: str) -> str:
    kept = clean(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{kept}"'
