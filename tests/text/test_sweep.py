"""Quick ways to look for words find what the plain ways find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import Lexicon, Pattern
from kg.lexicon.alternation import alternation
from kg.model import Evidence, Mention, Span
from kg.model.order import in_order
from kg.text.keyword_search import BigramIndex, KeywordSearch
from kg.text.occurrences import Words
from kg.vocab import Kind

CHARS = "市县委书记府"
TEXTS = st.text(CHARS, max_size=40)
WORDS = st.lists(st.text(CHARS, max_size=4), max_size=6)
SPANS = st.tuples(st.integers(0, 20), st.integers(0, 40)).map(lambda row: Span(row[0], row[0] + row[1]))


def cut(text: str, span: Span) -> Span:
    return Span(min(span.start, len(text)), min(span.end, len(text)))


@given(TEXTS, WORDS, SPANS)
def test_a_sweep_finds_what_finditer_finds(text: str, words: list[str], span: Span) -> None:
    regex, span = re.compile(alternation(words)), cut(text, span)
    found = [m.span() for m in KeywordSearch(regex, words).over(BigramIndex(text), span)]
    assert found == [m.span() for m in regex.finditer(text, span.start, span.end)]


@given(TEXTS, WORDS.filter(lambda words: words and all(words)), SPANS)
def test_every_match_also_inside_another(text: str, words: list[str], span: Span) -> None:
    regex, span = re.compile(alternation(words)), cut(text, span)
    found = [m.span() for m in KeywordSearch(regex, words).every(BigramIndex(text), span)]
    starts = range(span.start, span.end)
    assert found == [m.span() for at in starts if (m := regex.match(text, at, span.end))]


@given(TEXTS, st.lists(WORDS.filter(any), max_size=3), SPANS)
def test_words_inside_a_stretch(text: str, groups: list[list[str]], span: Span) -> None:
    groups = [[word for word in group if word] for group in groups]
    plain = any(text.find(word, span.start, span.end) >= 0 for group in groups for word in group)
    assert Words(text, *groups).inside(span.start, span.end) == plain


PATTERNS = [
    pytest.param(pattern, id=f"{path.stem}-{pattern.name}")
    for path in sorted((Lexicon().folder / "patterns").glob("*.toml"))
    for pattern in Lexicon().patterns(path.stem)
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_never_kept_from_a_match(pattern: Pattern) -> None:
    lines = [*pattern.yes, *pattern.no, "市委书记", "", "今年完成投资3亿元"]
    text = "\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    plain = [m.span() for span in spans for m in pattern.regex.finditer(text, span.start, span.end)]
    assert [m.span() for m in pattern.over(text, spans)] == plain


MENTIONS = st.builds(
    Mention,
    st.builds(Span, st.integers(0, 1), st.integers(2, 3)),
    st.sampled_from(Kind),
    st.text("ab", max_size=2),
    st.just("r"),
    st.sampled_from((0.5, 0.9)),
)


@given(st.sets(MENTIONS))
def test_facts_are_put_in_the_order_of_their_class(mentions: set[Mention]) -> None:
    assert in_order(mentions) == tuple(sorted(mentions))
    whys = {Evidence(m.name, m.span, m.rule, m.confidence) for m in mentions}
    assert in_order(whys) == tuple(sorted(whys))
