"""Texts one at a time in a process that goes on: the same as a build of a file, and no set-up twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

import kg
from kg.ingest.read import Options
from kg.lexicon import Lexicon
from kg.lexicon.gazetteer import Gazetteer

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "平原县召开全县教育大会\n2024-03-09 来源：平原日报\n县委书记王建国在会上指出，“要把工作抓实。”\n"


def test_as_a_build_of_a_file_with_that_text(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(TEXT, encoding="utf-8")
    built, read = kg.build(tmp_path), kg.Reader().read(TEXT, name="1")
    assert read.relations
    for layer in ("entities", "relations", "posts", "figures", "quotes"):
        assert getattr(read, layer) == getattr(built, layer), layer


def test_what_the_caller_says_outranks_the_text() -> None:
    article = kg.Reader().read(TEXT, title="教育大会", date="2024-03-11", publisher="某报").articles[0]
    head = article.document.masthead
    assert (head.title, head.date, head.publisher and head.publisher.text) == ("教育大会", "2024-03-11", "某报")


def test_home(tmp_path: Path) -> None:
    text = "全县召开教育大会。"
    assert kg.Reader(home="平原县").read(text).articles[0].home.endswith("平原县")
    with pytest.raises(kg.UsageError, match="某某某县"):
        kg.Reader(home="某某某县")


def test_a_text_that_is_refused_is_told() -> None:
    read = kg.Reader(options=Options(most_characters=10)).read(TEXT)
    assert [skip.source for skip in read.skipped] == ["text"]
    assert not read.articles
    with pytest.raises(kg.UsageError, match="name"):
        kg.Reader().read(TEXT, name="")


def test_words_of_the_users_own(tmp_path: Path) -> None:
    (tmp_path / "titles.tsv").write_text("head\tkind\n督学官\torgan\n", encoding="utf-8")
    reader = kg.Reader(lexicon=tmp_path)
    assert "督学官" in {post.title for post in reader.read("赣州市水利局督学官王建国讲话。").posts}
    assert not kg.Reader().read("赣州市水利局督学官王建国讲话。").posts


def test_threads_read_alike() -> None:
    reader = kg.Reader()
    once = reader.read(TEXT)
    with ThreadPoolExecutor(4) as pool:
        assert all(found == once for found in pool.map(lambda _: reader.read(TEXT), range(12)))


def test_tables_are_loaded_once_in_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "1.txt").write_text(TEXT, encoding="utf-8")
    kg.build(tmp_path)
    loaded: list[str] = []
    monkeypatch.setattr(Gazetteer, "load", lambda *_: loaded.append("gazetteer"))
    kg.build(tmp_path)
    kg.Reader().read(TEXT)
    assert loaded == []
    assert Lexicon().gazetteer is None
    assert loaded == ["gazetteer"]
