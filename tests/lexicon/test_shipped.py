"""Closed classes of words and patterns, asked for by a table and a role, or by a file and a rule."""

from __future__ import annotations

import pytest

from kg.errors import LexiconError
from kg.lexicon import Lexicon
from kg.lexicon.shipped import pattern, role_words, table


def test_words_of_a_role_keep_the_order_of_the_table() -> None:
    rows = [row["word"] for row in Lexicon().table("bodywords") if row["role"] == "form"]
    assert role_words("bodywords", "form") == tuple(rows)
    assert rows == sorted(rows, key=len, reverse=True), "the longest form is taken off a firm's name first"


def test_a_table_is_read_once_for_all_lexicons() -> None:
    assert Lexicon().table("levels") is Lexicon().table("levels") is table("levels")


def test_a_pattern_is_the_one_of_its_file() -> None:
    assert pattern("figure", "per") is next(one.regex for one in Lexicon().patterns("figure") if one.name == "per")


def test_a_role_or_rule_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LexiconError, match="no word has the role nothing"):
        role_words("bodywords", "nothing")
    with pytest.raises(LexiconError, match="there is no rule nothing"):
        pattern("figure", "nothing")
