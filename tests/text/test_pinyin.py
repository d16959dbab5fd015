"""Chinese is read aloud as pypinyin does it, whose dictionaries the tables come from."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS

from kg.export.view.readings import pinyin as searched
from kg.lexicon import Lexicon
from kg.text.pinyin import _HANZI, Pinyin

READ = Pinyin.of(Lexicon())
WORDS = sorted(PHRASES_DICT)


def theirs(text: str) -> list[str]:
    return lazy_pinyin(text, style=Style.TONE)


def test_every_known_word_alone_cut_short_and_with_something_around_it() -> None:
    texts = chain.from_iterable((word, word[:-1], word[1:], f"{word}市", f"大{word}") for word in WORDS[::7])
    assert [text for text in texts if READ.spoken(text) != theirs(text)] == []


def test_every_place_of_the_gazetteer() -> None:
    names = {row["name"] for row in Lexicon().table("places")}
    assert [name for name in names if READ.spoken(name) != theirs(name)] == []


def test_every_hanzi_with_all_its_readings() -> None:
    assert all(READ.readings(chr(code)) == tuple(told.split(",")) for code, told in PINYIN_DICT.items())


def test_readings_for_search_are_without_tones() -> None:
    chars = [chr(code) for code in range(0x4E00, 0xA000, 5)]
    plain = {char: pinyin(char, style=Style.NORMAL, heteronym=True)[0] for char in chars}
    wanted = {c: {r.replace("ü", "v") for r in told if r.isascii() or "ü" in r} for c, told in plain.items()}
    assert {char: set(told.split()) for char, told in searched(chars).items()} == wanted


def test_the_same_characters_are_hanzi() -> None:
    every = "".join(map(chr, chain(range(0xD800), range(0xE000, 0x32400))))
    assert {c for run in _HANZI.findall(every) for c in run} == set(filter(RE_HANS.match, every))


PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from([*map(chr, PINYIN_DICT)]), st.text(max_size=2))


@given(st.lists(PIECES, max_size=4).map("".join))
@example("")
@example("あい重")
@example("一个")  # a whole word at the end of a text
@example("重庆一丁")  # a word begun where the text ends
def test_any_text(text: str) -> None:
    assert READ.spoken(text) == theirs(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [("重庆", "chóng qìng"), ("长沙", "cháng shā"), ("行长", "háng zhǎng"), ("𠀀", "hē")],
)
def test_some_that_are_known(text: str, read: str) -> None:
    assert " ".join(READ.spoken(text)) == read
