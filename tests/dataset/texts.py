"""Articles that ask for one id, lie in a corpus, and name what only several articles together show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TOWNS = ("甘棠市", "青羊县", "长治市", "运城市", "大同市")
_BODY = (
    "{town}委书记{name}到项目一线调研。\n2022年4月27日\n"
    "他指出，要推动{town}口岸智慧通关改造项目建设，完成投资{n}亿元。\n"
    "{town}国土资源局、{town}自然资源局参加。\n"
)
_CAMPAIGN = "解放思想推动{place}高质量发展大讨论"
_NAMES = ("王建国", "李卫东", "张敏", "赵文华", "陈晓东", "孙玉兰", "周志强")


def folder(path: Path) -> Path:
    """A folder of some fifty articles, one of them broken."""
    path.mkdir(exist_ok=True)
    for n in range(24):
        text = _BODY.format(town=_TOWNS[n % 5], name=_NAMES[n % 7], n=n)
        (path / f"{n // 3}_{n}.txt").write_text(text, encoding="utf-8")
    for n, place in enumerate(("山西省", "长治市", "运城市")):
        name = _CAMPAIGN.format(place=place[:-1])  # a title that is no more than the name, and one that is
        text = f"{name if n else place + '开展' + name}\n2022年5月{n + 1}日\n各地开展{name}。\n"
        (path / f"c{n}.txt").write_text(text, encoding="utf-8")
    for n, place in enumerate(("长治市", "运城市", "大同市")):  # one name, three runs
        text = f"{place}启动山村护岸提升行动\n2023年3月{n + 1}日\n{place}实施山村护岸提升行动。\n"
        (path / f"d{n}.txt").write_text(text, encoding="utf-8")
    body = "".join(f"会议强调，要坚定信心，扎实工作，推动{town}经济平稳较快发展，完成全年任务。\n" for town in _TOWNS)
    for n, head in enumerate(("长治市召开经济会议\n2022年6月1日\n", "长治会议召开\n2022年6月2日\n本报讯：")):
        (path / f"e{n}.txt").write_text(f"{head}长治市召开会议。\n{body}", encoding="utf-8")  # one text, printed twice
    wrong = "更正\n2022年6月3日\n更正：本报6月1日《长治市召开经济会议》一文中，“5亿元”应为“6亿元”。特此更正。\n"
    (path / "f0.txt").write_text(wrong, encoding="utf-8")
    (path / "7_broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    rows = "".join(f'7,"{_BODY.format(town=_TOWNS[n % 5], name=_NAMES[n % 7], n=n)}"\n' for n in range(12))
    (path / "corpus.csv").write_text(f"id,text\n{rows}", encoding="utf-8")
    return path
