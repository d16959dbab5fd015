"""A title of office needs its row in titles.tsv and nothing else to be read wherever titles stand."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.pipeline.article import read

CONSTRUCTIONS = {
    "before the name": "恒丰集团{title}周立恒出席会议。",
    "behind the name": "恒丰集团周立恒{title}出席会议。",
    "in brackets": "周立恒（恒丰集团{title}）、李红梅（滕州市副市长）出席会议。",
    "in a list": "滕州市副市长李红梅，恒丰集团{title}周立恒，滕州市财政局局长赵志强出席会议。",
    "in an appointment": "恒丰集团召开会议。会议决定，任命周立恒为恒丰集团{title}。",
    "in a résumé": "周立恒，男，1970年3月生，大学学历，现任恒丰集团{title}。",
    "in a spell": "周立恒，男，1970年3月生。\n2015年3月至2018年6月，恒丰集团{title}",
    "in a row of titles": "恒丰集团董事、{title}周立恒出席会议。",
}


def held(text: str, lexicon: Lexicon) -> set[tuple[str, str, str]]:
    reading = read(from_text(text, "t", "t.txt"), lexicon)
    names = {entity.key: entity.name for entity in reading.entities}
    return {(names[post.person], post.title, names[post.of]) for post in reading.posts}


@pytest.mark.parametrize("template", CONSTRUCTIONS.values(), ids=CONSTRUCTIONS.keys())
@pytest.mark.parametrize("title", ["首席执行官", "董事长", "总建筑师"])
def test_a_title_of_the_table(title: str, template: str) -> None:
    assert ("周立恒", title, "恒丰集团") in held(template.format(title=title), Lexicon())


@pytest.mark.parametrize("template", CONSTRUCTIONS.values(), ids=CONSTRUCTIONS.keys())
def test_a_new_title_needs_its_row_alone(template: str, tmp_path: Path) -> None:
    copytree(Lexicon().folder, tmp_path / "lexicon")
    table = tmp_path / "lexicon" / "titles.tsv"
    table.write_text(table.read_text("utf-8") + "首席幸福官\torgan\n", encoding="utf-8")
    text = template.format(title="首席幸福官")
    assert ("周立恒", "首席幸福官", "恒丰集团") in held(text, Lexicon(tmp_path / "lexicon"))
    assert ("周立恒", "首席幸福官", "恒丰集团") not in held(text, Lexicon())
