"""Bytes to text: the encoding is found over the whole file; nothing is replaced unasked; what is odd survives."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.ingest.decode import decode
from kg.ingest.read import from_text
from kg.ingest.rules import Rules
from kg.lexicon import Lexicon
from tests.ingest.made import ARTICLE

RULES = Rules(Lexicon())
TRADITIONAL = (
    "清河縣召開重點項目建設推進大會。縣委書記李建軍出席會議並講話，縣長王麗主持會議。\n全縣一季度新開工項目32個。\n"
)
ENCODINGS = [
    ("utf-8", ARTICLE, "utf-8"),
    ("utf-8-sig", ARTICLE, "utf-8-sig"),
    ("gb2312", ARTICLE, "gb18030"),
    ("gbk", ARTICLE, "gb18030"),
    ("gb18030", ARTICLE + "𠮷县", "gb18030"),  # outside of GBK: four bytes
    ("big5", TRADITIONAL, "big5hkscs"),
    ("big5hkscs", TRADITIONAL + "啫喱", "big5hkscs"),
    ("utf-16", ARTICLE, "utf-16"),
    ("utf-16-le", ARTICLE, "utf-16-le"),
    ("utf-16-be", ARTICLE, "utf-16-be"),
    ("utf-32", ARTICLE, "utf-32"),
]


@pytest.mark.parametrize(("written", "text", "read"), ENCODINGS, ids=[row[0] for row in ENCODINGS])
def test_every_encoding_is_found(written: str, text: str, read: str) -> None:
    decoded = decode(text.encode(written), "x")
    assert (decoded.text, decoded.encoding, decoded.replaced) == (text, read, 0)


@pytest.mark.parametrize("written", ["gb18030", "utf-16-le", "big5"])
def test_a_long_head_of_ascii_does_not_mislead(written: str) -> None:
    text = "<p>" + "a b c 1 2 3\n" * 3000 + TRADITIONAL * 40
    assert decode(text.encode(written), "x").text == text


BROKEN = [
    ("a byte that is none", lambda good: good[:30] + b"\xff" + good[30:], "byte 30 (0xff) is no utf-8"),
    ("cut in a character", lambda good: good[:-2], "is no utf-8"),
    ("GB in the midst of UTF-8", lambda good: good * 9 + "县委书记".encode("gbk"), "is no utf-8"),
    ("a mark that lies", lambda good: b"\xff\xfe\xff" + good, "byte 0 (0xff) is no utf-8"),
    ("broken behind a mark", lambda good: b"\xef\xbb\xbf" + good + b"\xc3", "is no utf-8"),
]


@pytest.mark.parametrize(("why", "harm", "told"), BROKEN, ids=[row[0] for row in BROKEN])
def test_broken_bytes_are_refused_with_their_place_or_replaced_when_told_to(why: str, harm, told: str) -> None:  # type: ignore[no-untyped-def]
    data = harm(ARTICLE.encode())
    with pytest.raises(InputError, match="no other encoding fits") as error:
        decode(data, "x.txt")
    assert told in error.value.cause
    assert "--replace" in error.value.cure
    read = decode(data, "x.txt", replace=True)
    assert read.replaced >= 1
    assert read.encoding == "utf-8-replaced"
    assert "县委书记李建军出席会议并讲话" in read.text


def test_nul_is_damage() -> None:
    data = (ARTICLE * 3).replace("县", "\0县", 1).encode()
    with pytest.raises(InputError, match="is NUL: the file is binary or damaged"):
        decode(data, "x")
    assert decode(data, "x", replace=True).text.count("\ufffd") == 1
    with pytest.raises(InputError, match="is NUL"):
        decode(b"ab\0\0" * 999, "x", replace=True)


ODD = [
    ("line breaks of every sort", "甲乙丙丁大会\r\n县委召开会议。\r市委召开会议。\x0b某县。\x85某市。\u2028某区。\n"),
    ("characters without width", "清\u200b河县\ufeff县委\u200d书记李建军\u2060讲话。"),
    ("private and unassigned", "清河县\ue000召开\U000f0000大会\u0378。"),
    ("lone surrogates", "清河县\ud800召开大会\udfff。\ud83d"),
    ("half and full width", "ＡＢＣ１２３％，清河县ｶﾞ召开｡｢大会｣"),
    ("controls and escapes", "清河县\x00\x07\x1b[31m召开\x7f大会。\u202e"),
    ("marks upon marks", "清" + "\u0301" * 500 + "河县召开大会。"),
    ("outside the basic plane", "𠮷县召开😀大会，𠮷县县委书记李建军讲话。"),
    ("one line of 30,000 characters", "清河县召开大会，" * 3750),
]


@pytest.mark.parametrize(("why", "text"), ODD, ids=[row[0] for row in ODD])
def test_odd_characters_survive_and_offsets_hold(why: str, text: str) -> None:
    document = from_text(text, "x", rules=RULES)
    whole = document.whole or document.text  # what nobody sees is read without, and comes back with the reading
    assert len(whole) == len(text)
    assert len(document.text) == len(document.plain)
    assert whole.encode()  # nothing that cannot be written
    shown = [char for char, other in zip(whole, text, strict=True) if char != other]
    assert set(shown) <= {"\ufffd"}
    assert all(0 <= span.start < span.end <= len(text) and len(span) <= 1000 for span in document.sentences)
