"""Time against length on texts made to hurt: no reading may take more than twice the time for twice the text.

``python tests/benchmarks/growth.py [CHARACTERS] [UNIT …]``: each unit is repeated to CHARACTERS (8000) and to twice as
many; what grows by more than 2.6 and takes over half a second, or takes over a millisecond a character, is told. With
``patterns`` as the first word every compiled pattern is tried alone, on a sentence of the greatest length.
"""

from __future__ import annotations

import gc
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from kg.ingest.read import from_text
from kg.ingest.rules import Rules
from kg.lexicon import Lexicon
from kg.pipeline.article import read

_WORDS = r"""
一 9 市 县 区 镇 局 厅 委 的 和 与 在 年 任 副 新 奖 会 节 百 亿 万 、 ， 。 ： ； “ ”
《 》 （ ） ( " ' . · — A % 1, 1. 市、 区、 会议 大会 活动 工程 项目 计划 行动 战略
市委 书记 市长 王伟 王伟、 公司 有限公司 委员会 人民政府 领导小组 德州市 平原县 鼓楼区、 长春 吉林、
广西壮族自治区 全市 我市 市委、 “甲” “甲”、 《甲》 《甲》、 （甲） 《“甲”》 “甲 《甲 （甲 甲·
2021年 3月 3月8日， 亿元 5亿元 8户、 增长5% 增长 同比 比上年 三个 第一 第三届 一带一路 召开
印发 荣获 指出 表示： 说：“ 以及 联合 主办 工作 方案 意见 关于 关于甲的意见 精神 论坛 称号 先进
全国先进 大讨论 建设 推进 开展 为载体 基地 示范区 从2020年到 —2 同志 常委 记者 摄 责编：
王伟说：“甲。” “甲，”王伟说， “甲乙”活动 总投资5亿元的 走访企业8户， 市委书记王伟、
http://a.cn/ a@ # ** [a](b <a >| 😀 人民政府办公室 百分之 分之一
"""
UNITS = (*_WORDS.split(), " ", "\n", "\u3000", "\0", "\u200b", "\u0301", "记者 王伟 ", "a ", "甲 乙 ")


def main(words: list[str]) -> int:
    """The status: 0 where all is linear."""
    lexicon = Lexicon()
    rules = Rules(lexicon)
    read(from_text("德州市委", "x", rules=rules), lexicon)
    if words[:1] == ["patterns"]:
        return _patterns(lexicon)
    size = int(words[0]) if words else 8000
    bad = 0
    for unit in words[1:] or UNITS:
        once, twice = (_timed(unit, length, rules, lexicon) for length in (size, 2 * size))
        if (twice > 2.6 * once and twice > 0.5) or twice > 0.002 * size:
            bad += 1
            print(f"{unit!r:20} {once:.2f} s → {twice:.2f} s: × {twice / once:.1f}", flush=True)
    print(f"{len(words[1:] or UNITS)} units of {size} and {2 * size} characters, {bad} not linear or slow")
    return int(bad > 0)


def _timed(unit: str, length: int, rules: Rules, lexicon: Lexicon) -> float:
    text = (unit * (length // len(unit) + 1))[:length]
    gc.collect()
    began = time.process_time()
    read(from_text(text, "x", rules=rules), lexicon)
    return time.process_time() - began


def _patterns(lexicon: Lexicon) -> int:
    """Every pattern of the lexicon on every unit, 1000 characters long: over a tenth of a second is told."""
    bad = 0
    for file in sorted((lexicon.folder / "patterns").glob("*.toml")):
        for pattern in lexicon.patterns(file.stem):
            took, unit = max((_searched(pattern.regex, unit), unit) for unit in UNITS)
            if took > 0.1:
                bad += 1
                print(f"{file.stem}/{pattern.name}: {took:.2f} s on {unit!r}", flush=True)
    print(f"{bad} patterns are slow")
    return int(bad > 0)


def _searched(regex: re.Pattern[str], unit: str) -> float:
    text = (unit * (1000 // len(unit) + 1))[:1000]
    began = time.process_time()
    for _ in regex.finditer(text):
        pass
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
