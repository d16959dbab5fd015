"""What a page says of itself, and what each of its lines is there for."""

from __future__ import annotations

from functools import cache

import pytest

from kg.ingest.read import from_text
from kg.model import Document, Role
from tests.ingest.pages import PAGES, Saved

LETTERS = {role.value[0].upper(): role for role in Role if role is not Role.META} | {"M": Role.META}


def cases(pages: list[Saved]) -> list[object]:
    known = pytest.mark.xfail
    return [
        pytest.param(page, id=page.label, marks=[known(reason=page.fails, strict=True)] if page.fails else [])
        for page in pages
    ]


def marked(page: Saved) -> list[tuple[str, str]]:
    rows = (line.partition("|") for line in page.lines.strip().splitlines())
    return [(letter, text) for letter, _, text in rows]


@cache
def document(text: str) -> Document:
    return from_text(text, "page")


def opened(page: Saved) -> Document:
    return document("\n\n".join(text for _, text in marked(page)))


def told(page: Saved) -> dict[str, object]:
    masthead = opened(page).masthead
    return {
        "title": masthead.title,
        "date": masthead.date,
        "publisher": masthead.publisher and masthead.publisher.text,
        "credits": [(word.role, word.text) for word in masthead.credits],
    }


def roles(page: Saved) -> list[tuple[str, str]]:
    found = opened(page)
    letters = {role: letter for letter, role in LETTERS.items()}
    return [(letters[block.role], found.surface(block.span)) for block in found.blocks]


@pytest.mark.parametrize("page", cases(PAGES))
def test_a_page(page: Saved) -> None:
    assert roles(page) == [(letter, text.strip()) for letter, text in marked(page)]
    want = {"title": page.title, "date": page.date, "publisher": page.publisher, "credits": page.credits}
    assert told(page) == want


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("2025平原茶博会3日在平原县开幕。", "2025-03-04"),
        ("2024年底立项，2025年第三届平原音乐节3日闭幕。", "2025-03-04"),
        ("2025年3月4日，平原县召开茶产业推进会。", "2025-03-04"),
        ("2025年平原县新建茶园三百亩。", None),  # last year's result, perhaps
        ("对照2023平原行动方案，2024年新建茶园三百亩。", None),
        ("瞄准2035远景目标，茶产业园3日开工。", None),
        ("2025亿元投资落地平原县。", None),
    ],
)
def test_the_year_of_a_wire(body: str, date: str | None) -> None:
    assert document(f"平原县茶香四溢\n新华社成都3月4日电（记者王某）{body}\n").masthead.date == date


@pytest.mark.parametrize(
    ("line", "people"),
    [("编辑丨王某", ["王某"]), ("监制：张军于锋", ["张军", "于锋"]), ("编辑：欧阳文华", ["欧阳文华"])],
)
def test_credits_of_a_line(line: str, people: list[str]) -> None:
    found = document(f"平原县茶香四溢\n\n平原县今年新建茶园三百亩，产量再创新高。\n\n{line}\n")
    assert [word.text for word in found.masthead.credits] == people
