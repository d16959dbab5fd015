"""``diffusion``: theme × place, with who was first, who followed after how many days, up or down the hierarchy.

A theme is what runs of many places share: the family of a campaign (解放思想大讨论), else the bare name; a program
(乡村振兴战略); a phrase that the user names. A wave is a stretch of years in which some place is told to run the theme,
without two years of silence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from kg.model.table import Cell, Column, Table, Type
from kg.tables.careers import LEVEL_CODES
from kg.tables.diffusion.adoption import Adoption, adoptions
from kg.tables.diffusion.phrase import phrases
from kg.tables.diffusion.spread import DIRECTIONS, Step, spread
from kg.tables.evidence import EVIDENCE, told_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.tables.index import Index

__all__ = ["diffusion"]

_KINDS: Final = (("Campaign", "活动"), ("Program", "规划与机制"), ("Phrase", "用语"))
_BASIS: Final = (("told", "文中载明"), ("article", "文章日期"))
_COLUMNS: Final = (
    Column("theme_key", Type.TEXT, "Key of the theme.", "主题的键"),
    Column("theme", Type.TEXT, "Its name.", "主题"),
    Column("kind", Type.TEXT, "What it is.", "类别", _KINDS),
    Column("wave", Type.WHOLE, "First year of the wave; empty where no date is known.", "波次（首年）"),
    Column("place_key", Type.TEXT, "Key of the place.", "地方的键"),
    Column("place", Type.TEXT, "Its name.", "地方"),
    Column("adcode", Type.TEXT, "GB/T 2260 code of the place, or of the division it lies in.", "行政区划代码"),
    Column("level", Type.TEXT, "Its level; empty for a development zone.", "层级", LEVEL_CODES),
    Column("prefecture", Type.TEXT, "Name of its prefecture, if any.", "所属地市"),
    Column("province", Type.TEXT, "Name of its province.", "所属省份"),
    Column("run", Type.TEXT, "Names of the place's own runs, with | between.", "本地活动名称"),
    Column("launched_by", Type.TEXT, "Names of the organs that launched it there, with | between.", "发起机构"),
    Column("first_date", Type.TIME, "The first date that is told of it there.", "最早日期"),
    Column("date_basis", Type.TEXT, "Whether a text tells the date, or it is that of the article.", "日期依据", _BASIS),
    Column("last_date", Type.TIME, "The last date that is told of it there.", "最晚日期"),
    Column("position", Type.WHOLE, "1 for the first of the wave; those of one date share a position.", "先后次序"),
    Column("days", Type.WHOLE, "Days after the first, where both dates are known to the day.", "距首个地方天数"),
    Column("direction", Type.TEXT, "How it came: see its codes.", "扩散方向", DIRECTIONS),
    Column("after_key", Type.TEXT, "Key of the nearest place that was earlier.", "先行地方的键"),
    Column("after", Type.TEXT, "Its name.", "先行地方"),
    Column("articles", Type.WHOLE, "Articles that tell of it there.", "文章数"),
    Column("articles_of_place", Type.WHOLE, "Articles that speak from the place.", "本地文章总数"),
    Column("share", Type.NUMBER, "Share of the articles of the place that tell of the theme.", "占本地文章比重"),
)


def diffusion(index: Index, word: str = "") -> Table:
    """The table for all campaigns and programs, or for one word. Raises ``UsageError`` as ``phrases`` does."""
    found: dict[str, list[Adoption]] = defaultdict(list)
    for one in phrases(index, word) if word else adoptions(index):
        found[one.theme].append(one)
    homes = Counter(article.home for article in index.graph.articles)
    rows = []
    for _, told in sorted(found.items()):
        speaking = _speaking(index, told)
        rows += [_row(index, step, homes, speaking) for step in spread(index, told)]
    about = "One row for each theme, wave and place: when it is first told there, and how it came."
    chinese = "扩散：一主题一波次一地方为一行"
    return Table("diffusion", about, chinese, (*_COLUMNS, *EVIDENCE), tuple(rows), ("theme_key", "wave", "place_key"))


def _speaking(index: Index, told: Iterable[Adoption]) -> Counter[str]:
    """How many articles of each home tell of a theme."""
    documents = {one.evidence.document for one in told}
    return Counter(index.articles[document].home for document in documents if document in index.articles)


def _row(index: Index, step: Step, homes: Counter[str], speaking: Counter[str]) -> tuple[Cell, ...]:
    first = step.adoptions[0]
    code = index.code(step.place)
    where = (step.place, index.name(step.place), code or None, index.level(step.place) or None)
    above = (index.prefecture(code) or None, index.province(code) or None)
    runs = " | ".join(_names(index, (one.run for one in step.adoptions)))
    launchers = " | ".join(_names(index, (one.launched for one in step.adoptions)))
    came = (step.position, step.days, step.direction or None, step.after or None, index.name(step.after) or None)
    own = homes[step.place]
    share = round(speaking[step.place] / own, 4) if own else None
    return (
        first.theme,
        first.name,
        first.kind,
        step.wave,
        *where,
        *above,
        runs or None,
        launchers or None,
        step.date or None,
        ("told" if step.dated else "article") if step.date else None,
        step.last or None,
        *came,
        len({one.evidence.document for one in step.adoptions}),
        own,
        share,
        *told_in(index, [one.evidence for one in step.adoptions], first.evidence),
    )


def _names(index: Index, keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(index.name(key) for key in sorted({key for key in keys if key})))
