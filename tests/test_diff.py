"""``kg diff`` and ``kg compare``: what two graphs say differently, in words and in status."""

from __future__ import annotations

import csv
import io
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from kg.cli import main
from tests.tables import made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The made corpus, and the same without one résumé and with another begin in a second one."""
    here = tmp_path_factory.mktemp("diff")
    first = made.folder(here / "a")
    second = shutil.copytree(first, here / "b")
    (second / "c00_resume.txt").unlink()
    other = second / "c02_resume.txt"
    other.write_text(other.read_text(encoding="utf-8").replace("2010年1月", "2010年2月"), encoding="utf-8")
    return str(first), str(second)


def test_the_same_texts_say_the_same(pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts, and the graph that was written of them."""
    assert main(["build", pair[0], "-o", str(tmp_path / "out"), "-q"]) == 0
    assert main(["diff", pair[0], str(tmp_path / "out"), "-q"]) == 0
    assert capsys.readouterr().out == ""


def test_what_came_went_and_changed(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *pair]) == 1
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert "- entity person/360731-沈若川: 沈若川" in lines
    assert "- post person/360731-沈若川 区长 place/360702-章贡区: former 2016-01 2019-02 [c00]" in lines
    assert (
        "~ post person/360731-鲁长岭 局长 organization/360700-赣州市教育局: "
        "-{former 2010-01 2013-12 [c02]} +{former 2010-02 2013-12 [c02]}"
    ) in lines
    assert not [line for line in lines if line.startswith("+")]
    assert "0 came, 7 went, 4 changed" in told.err
    assert main(["diff", *reversed(pair), "--layer", "entity"]) == 1
    assert capsys.readouterr().out == "+ entity person/360731-沈若川: 沈若川\n"


def test_as_json(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *pair, "--format", "json", "--layer", "post"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert {row["change"] for row in rows} == {"went", "changed"}
    assert main(["diff", pair[0], pair[0], "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_shares(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *pair, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff"))))
    by_name = {row["name"]: row for row in rows}
    gone = by_name["沈若川"]
    articles = len(made.articles())
    assert (gone["articles_a"], gone["articles_b"], gone["share_b"]) == ("1", "0", "0.0")
    assert float(gone["share_a"]) == pytest.approx(1 / articles, abs=1e-4)
    assert float(gone["difference"]) == pytest.approx(-1 / articles, abs=1e-4)
    theme = by_name["解放思想大讨论"]
    assert (theme["layer"], theme["articles_a"], theme["articles_b"]) == ("theme", "9", "9")
    assert main(["compare", *pair, "--rows", "1"]) == 0
    assert "theme: " in capsys.readouterr().out


def test_refusals(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *pair, "--layer", "colour"]) == 2
    assert "there is no such layer" in capsys.readouterr().err
    assert main(["diff", pair[0], "no such place"]) == 2
    assert "there is no such file" in capsys.readouterr().err
