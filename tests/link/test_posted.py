"""Persons by the posts that are read of them: one key for one post, whatever the article; namesakes of one article apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.pipeline.article import read
from kg.vocab import Kind

LEXICON = Lexicon()


def persons(text: str, home: str = "", name: str = "x") -> set[str]:
    document = from_text(text, name, f"{name}.txt")
    document = replace(document, masthead=replace(document.masthead, date="2022-04-27"))
    return {e.key for e in read(document, LEXICON, (home,) if home else ()).entities if e.kind is Kind.PERSON}


CASES = [
    (
        "a title behind the name, in an article of the province",
        "王建国任德州市委书记。",
        "370000",
        "person/371400-王建国",
    ),
    ("a title before the name, at home", "市委书记王建国讲话。", "371400", "person/371400-王建国"),
    ("a minister, whoever reports", "教育部部长王建国到德州市调研。", "371400", "person/教育部-王建国"),
    ("no title: the home", "王建国参加活动。", "371400", "person/371400-王建国"),
    ("the post nearest to the ground", "省委常委、德州市委书记王建国讲话。", "370000", "person/371400-王建国"),
    (
        "a former post gives way to that of now",
        "原平原县县长王建国任德州市教育局局长。",
        "371400",
        "person/371400-王建国",
    ),
    ("the general secretary needs no place", "习近平总书记在德州市考察。", "371400", "person/习近平"),
    ("no home: the article's own", "农民王建国说：“今年收成好。”", "", "person/article-x-王建国"),
]


@pytest.mark.parametrize(("text", "home", "key"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_the_key_of_a_person(text: str, home: str, key: str) -> None:
    assert persons(text, home) == {key}


def test_namesakes_of_one_article_are_two_by_their_posts() -> None:
    text = "平原县县长李伟介绍了经验。\n夏津县县长李伟作了发言。李伟说，要抓落实。\n"
    document = from_text(text, "x", "x.txt")
    found = read(document, LEXICON, ("371400",))
    keys = [m.entity for m in found.mentions if m.kind is Kind.PERSON]
    assert keys == ["person/371426-李伟", "person/371427-李伟", "person/371427-李伟"]
    assert {(p.person[:13], p.of[-3:]) for p in found.posts} == {
        ("person/371426", "平原县"),
        ("person/371427", "夏津县"),
    }


def test_two_posts_of_one_area_are_one_person() -> None:
    text = "德州市委副书记李伟讲话。\n平原县委书记李伟陪同。\n"
    assert persons(text, "371400") == {"person/371426-李伟"}
