"""``--lexicon FOLDER``: rows and patterns of the user's own are read, checked, and part of the cache's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kg
from kg.cli import main
from kg.errors import LexiconError
from kg.lexicon import Lexicon
from kg.lexicon.overlay import lexicon_of, overlaid

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "于都县召开会议\n\n2022年3月15日 来源：赣南日报\n\n3月15日，赣州市水利局督学官王建国到龙潭水库检查安全工作。\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "patterns").mkdir(parents=True)
    (folder / "titles.tsv").write_text("# mine\nhead\tkind\n督学官\torgan\n", encoding="utf-8")
    return folder


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "1_a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def titles(graph: kg.Graph) -> set[str]:
    return {post.title for post in graph.posts}


def test_a_title_of_ones_own(own: Path, texts: Path, tmp_path: Path) -> None:
    assert not titles(kg.build(texts))
    cache = tmp_path / "cache"
    kg.build(texts, cache=cache)
    told = titles(kg.build(texts, cache=cache, lexicon=own))  # what was read without it is read again
    assert len(told) == 1
    assert next(iter(told)).endswith("督学官")
    assert titles(kg.build(texts, cache=cache, lexicon=own, jobs=2)) == told
    assert not titles(kg.build(texts, cache=cache))


def test_on_the_command_line(own: Path, texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tables", str(texts), "careers", "--lexicon", str(own)]) == 0
    assert "督学官" in capsys.readouterr().out
    assert main(["build", str(texts), "--lexicon", str(own), "-o", str(tmp_path / "out"), "-q"]) == 0
    assert "督学官" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_a_pattern_of_ones_own(own: Path, tmp_path: Path) -> None:
    rule = '[[pattern]]\nname = "mine"\nregex = "甲乙丙"\nyes = ["甲乙丙"]\nno = ["甲乙"]\n'
    (own / "patterns" / "campaign.toml").write_text(rule, encoding="utf-8")
    made = overlaid(own, tmp_path / "made")
    names = [pattern.name for pattern in made.patterns("campaign")]
    assert names == [*(pattern.name for pattern in Lexicon().patterns("campaign")), "mine"]
    assert made.table("firms") == Lexicon().table("firms")
    assert len(made.table("titles")) == len(Lexicon().table("titles")) + 1


def test_no_folder_is_no_lexicon() -> None:
    with lexicon_of(None) as found:
        assert found is None


BROKEN = [
    ("titles.tsv", "head\tkind\n督学官\tking\n", "'king' is no value of the column kind"),
    ("titles.tsv", "kind\thead\norgan\t督学官\n", "the columns are kind, head"),
    ("titles.tsv", "head\tkind\n\torgan\n", "there is no head"),
    ("titles.tsv", "head\tkind\n督学官\n", "1 cells where 2 stand in the header"),
    ("colours.tsv", "a\nb\n", "the program has no table of this name"),
    ("patterns/colours.toml", "", "the program has no patterns of this name"),
    ("patterns/campaign.toml", "[[pattern]", "the pattern file cannot be read"),
    ("patterns/campaign.toml", '[[pattern]]\nname = "m"\nregex = "甲"\n', "the pattern has no examples"),
    ("patterns/campaign.toml", '[[pattern]]\nregex = "甲"\n', "a pattern has a name and a regex"),
    ("patterns/campaign.toml", '[[pattern]]\nname = "m"\nregex = "甲"\nyes = ["乙"]\nno = ["丙"]\n', "it must match '乙'"),
    ("patterns/campaign.toml", '[[pattern]]\nname = "m"\nregex = "甲"\nyes = ["甲"]\nno = ["甲乙"]\n', "it must not match '甲乙'"),
    ("patterns/campaign.toml", '[[pattern]]\nname = "m"\nregex = "("\nyes = ["甲"]\nno = ["乙"]\n', "the regex does not compile"),
    ("patterns/document.toml", '[[pattern]]\nname = "number"\nregex = "甲"\nyes = ["甲"]\nno = ["乙"]\n', "has a pattern of this name"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "told"), BROKEN)
def test_what_is_broken_stops_the_start(name: str, text: str, told: str, own: Path, tmp_path: Path) -> None:
    (own / name).write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=told.replace("(", r"\(")):
        overlaid(own, tmp_path / "made")


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(LexiconError, match=r"there is no NAME\.tsv"):
        overlaid(tmp_path / "empty", tmp_path / "made")
