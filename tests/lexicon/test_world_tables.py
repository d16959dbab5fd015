"""The tables of world facts: well formed, without doubles, and holding what readers expect."""

from __future__ import annotations

import pytest

from kg.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.mark.parametrize(("table", "key"), [("regions", "name"), ("surnames", "surname"), ("provinces", "code")])
def test_no_doubles(lexicon: Lexicon, table: str, key: str) -> None:
    keys = [row[key] for row in lexicon.table(table)]
    assert len(keys) == len(set(keys))


def test_aliases_are_of_one_place(lexicon: Lexicon) -> None:
    names = [name for row in lexicon.table("regions") for name in (row["name"], *row["aliases"].split(";")) if name]
    assert len(names) == len(set(names))


def test_regions(lexicon: Lexicon) -> None:
    rows = {row["name"]: row["kind"] for row in lexicon.table("regions")}
    assert set(rows.values()) == {"region", "country", "river", "mountain"}
    for name in (
        "京津冀",
        "长三角",
        "粤港澳大湾区",
        "东北三省",
        "成渝地区双城经济圈",
        "关中",
        "苏南",
        "远东",
        "东南亚",
    ):
        assert rows[name] == "region"
    assert (rows["俄罗斯"], rows["汾河"], rows["太行山"]) == ("country", "river", "mountain")


def test_provinces_agree_with_the_gazetteer(lexicon: Lexicon) -> None:
    known = {one.code: (one.name, one.short) for one in lexicon.gazetteer.divisions if one.level == "province"}
    rows = lexicon.table("provinces")
    assert {row["code"]: (row["name"], row["short"]) for row in rows} == known
    letters = [letter for row in rows for letter in (row["abbreviation"], row["second"]) if letter]
    assert len(letters) == len(set(letters))


COMPOUND = "欧阳 上官 司马 诸葛 司徒 皇甫 令狐 尉迟 公孙 东方 夏侯 慕容 宇文 长孙 端木 呼延 赫连 淳于 申屠 钟离 鲜于"
RARE = "闫 冼 郗 逄 亓 习 仝 冉 芈 妫 逯 缑 佘 乜 庹"


@pytest.mark.parametrize("surname", [*COMPOUND.split(), *RARE.split()])
def test_surname_held(lexicon: Lexicon, surname: str) -> None:
    assert surname in {row["surname"] for row in lexicon.table("surnames")}


@pytest.mark.parametrize("noise", ["俊杰", "久保", "山口", "浩然", "倩", "莹"])
def test_noise_dropped(lexicon: Lexicon, noise: str) -> None:
    assert noise not in {row["surname"] for row in lexicon.table("surnames")}


@pytest.mark.parametrize(("surname", "band"), [("王", "1"), ("常", "1"), ("欧阳", "2"), ("和", "4"), ("亓", "2")])
def test_surname_band(lexicon: Lexicon, surname: str, band: str) -> None:
    assert {row["surname"]: row["band"] for row in lexicon.table("surnames")}[surname] == band
