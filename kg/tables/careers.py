"""``careers``: official × post × spell, with what is known of its begin and end, and with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model.table import Cell, Column, Table, Type
from kg.tables.evidence import EVIDENCE, told_in
from kg.tables.spells import spells

if TYPE_CHECKING:
    from kg.tables.index import Index
    from kg.tables.spells import Spell

BRANCHES: Final = (
    ("party", "党委"),
    ("government", "政府"),
    ("congress", "人大"),
    ("cppcc", "政协"),
    ("department", "部门"),
    ("company", "企业"),
    ("other", "其他"),
)
LEVEL_CODES: Final = (
    ("Province", "省级"),
    ("Prefecture", "地级"),
    ("County", "县级"),
    ("Township", "乡级"),
    ("Village", "村级"),
)
STATUS: Final = (
    ("attested", "在任"),
    ("appointed", "任命"),
    ("acting", "代理"),
    ("concurrent", "兼任"),
    ("proposed", "拟任"),
    ("former", "曾任"),
)
_YES_NO: Final = (("0", "否"), ("1", "是"))
PLACE: Final = (
    Column("body_key", Type.TEXT, "Key of the organ or place of the post.", "任职机构或地方的键"),
    Column("body", Type.TEXT, "Its name.", "任职机构或地方"),
    Column("branch", Type.TEXT, "What the body is; a place stands for its government.", "系统", BRANCHES),
    Column("place_key", Type.TEXT, "Key of the place that the body works in.", "所在地的键"),
    Column("place", Type.TEXT, "Its name.", "所在地"),
    Column("adcode", Type.TEXT, "GB/T 2260 code of the place, or of the division it lies in.", "行政区划代码"),
    Column("level", Type.TEXT, "Level of the place.", "层级", LEVEL_CODES),
    Column("prefecture", Type.TEXT, "Name of its prefecture, if any.", "所属地市"),
    Column("province", Type.TEXT, "Name of its province.", "所属省份"),
)
_PERSON: Final = (
    Column("person_key", Type.TEXT, "Key of the person: who is who.", "人物的键"),
    Column("person", Type.TEXT, "Name of the person.", "姓名"),
    Column("post", Type.TEXT, "Title of the post, without its organ.", "职务"),
)
_SPELL: Final = (
    Column("spell", Type.WHOLE, "Number of the spell in the person's career, in time.", "履历序号"),
    *_PERSON,
    *PLACE,
    Column("begin_date", Type.TIME, "When it began, as the text tells.", "开始时间"),
    Column("end_date", Type.TIME, "When it ended, as the text tells.", "结束时间"),
    Column(
        "left_censored", Type.WHOLE, "1: no text tells when it began.", "左删失（起点未载）", (("0", "否"), ("1", "是"))
    ),
    Column(
        "right_censored",
        Type.WHOLE,
        "1: no text tells when it ended.",
        "右删失（终点未载）",
        (("0", "否"), ("1", "是")),
    ),
    Column("first_attested", Type.TIME, "First article that speaks of it as held.", "最早见载"),
    Column("last_attested", Type.TIME, "Last article that speaks of it as held.", "最晚见载"),
    Column("over_by", Type.TIME, "First article that calls it past.", "至迟已卸任"),
    Column("status", Type.TEXT, "All that is told of it, spaces between.", "任职状态", STATUS),
)


def careers(index: Index) -> Table:
    """The table. A spell of which nothing but a proposal is told has the status ``proposed`` alone."""
    rows, numbers = [], dict[str, int]()
    for spell in spells(index):
        numbers[spell.person] = number = numbers.get(spell.person, 0) + 1
        rows.append(_row(index, spell, number))
    return Table(
        "careers",
        "One row a spell: an official in a post for one stretch of time.",
        "任职履历：一人一职一段为一行",
        (*_SPELL, *EVIDENCE),
        tuple(rows),
        ("person_key", "spell"),
    )


def _row(index: Index, spell: Spell, number: int) -> tuple[Cell, ...]:
    return (
        number,
        spell.person,
        index.name(spell.person),
        spell.title,
        *placed(index, spell.of),
        spell.start or None,
        spell.end or None,
        int(spell.left),
        int(spell.right),
        next(iter(spell.attested), None),
        next(reversed(spell.attested), None),
        spell.over or None,
        " ".join(spell.statuses),
        *told_in(index, spell.evidence, spell.main),
    )


def placed(index: Index, body: str) -> tuple[Cell, ...]:
    """The cells of ``PLACE`` for the organ or place of a post."""
    place = index.area(body)
    code = index.code(place)
    return (
        body or None,
        index.name(body) if body else None,
        index.branch(body) or None,
        place or None,
        index.name(place) if place else None,
        code or None,
        index.level(place) or None,
        index.prefecture(code) or None,
        index.province(code) or None,
    )
