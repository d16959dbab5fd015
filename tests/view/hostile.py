"""A graph whose every word would like to run: in names, titles, sentences, publishers, ids, rules and periods."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Article, Entity, Evidence, Figure, Graph, Masthead, Mention, Relation, Span, Word
from kg.model.text import Document
from kg.vocab import Kind, Predicate

PAYLOADS = (
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=2</script>",
    "<img src=x onerror=window.hacked=3>",
    "\u2028window.hacked=4\u2029",
    "<!--<script>",
    "javascript:window.hacked=5",
    "{{7*7}}{% raw %}",
    "'\"`${window.hacked=6}",
    "\ud800孤\x00\x0b",
    "__proto__",
)


def hostile() -> Graph:
    text = "。".join(PAYLOADS)
    spans, at = [], 0
    for payload in PAYLOADS:
        spans.append(Span(at, at + len(payload)))
        at += len(payload) + 1
    whole = Span(0, len(text))
    head = Masthead(
        title=PAYLOADS[1] + PAYLOADS[3], date="2021-11-09", publisher=Word(spans[2], PAYLOADS[2], "publisher")
    )
    document = Document("<b>id</b>", "</title><svg onload=window.hacked=7>.txt", text, text, (), (whole,), head)
    entities = [
        Entity(
            f"event/{number}", Kind.EVENT, payload, ((f"{payload}|{payload}", "zh-Hans"), (payload + "!", "zh-Hans"))
        )
        for number, payload in enumerate(PAYLOADS)
    ]
    entities.append(Entity("campaign/constructor", Kind.CAMPAIGN, "constructor"))
    mentions = tuple(Mention(span, Kind.EVENT, "x", "<i>rule</i>", 0.5, f"event/{n}") for n, span in enumerate(spans))
    why = Evidence(document.id, whole, "<i>rule</i>", 0.5)
    relations = [Relation(f"event/{n}", Predicate.PART_OF, "campaign/constructor", why) for n in range(len(PAYLOADS))]
    figures = [
        Figure(payload, float(n), payload, "exact", "", f"event/{n}", why, payload)
        for n, payload in enumerate(PAYLOADS)
    ]
    article = Article(document, "", "", ("event/2",), mentions)
    return replace(
        Graph(),
        articles=(article,),
        entities=tuple(entities),
        relations=tuple(sorted(relations)),
        figures=tuple(figures),
    )
