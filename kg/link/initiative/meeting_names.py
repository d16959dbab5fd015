"""The full names of meetings that are held by number: 党的二十大, 市委五届五次全会, 省十四届人大四次会议.

Each reading knows whose meeting it is (省, 临江市, or "" for the one at home) and gives name and usual short forms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.lexicon.regex import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

_N = "[一二三四五六七八九十百零〇0-9]{1,4}"
_LEVEL = "自治区|自治州|自治县|省|市|县|区|州|旗|盟"
_WHOSE = rf"(?P<whose>(?:[一-鿿]{{1,10}}?)?(?:{_LEVEL})|)"


class Meeting(NamedTuple):
    """Full name and short forms of a meeting."""

    name: str
    forms: tuple[str, ...]


class _Shape(NamedTuple):
    regex: re.Pattern[str]
    make: Callable[[re.Match[str], str], Meeting]


def meeting(name: str, chain: Sequence[str]) -> Meeting | None:
    """The meeting a surface names, seen from a home (full names of places, province first); None if it is no such.

    >>> meeting("市委五届五次全会", ("山西省", "临汾市")).name
    '中共临汾市第五届委员会第五次全体会议'
    """
    for shape in _SHAPES:
        match = shape.regex.fullmatch(name)
        if match is None:
            continue
        place = _place(match["whose"], chain) if "whose" in shape.regex.groupindex else "全国"
        return _made(shape, match, place, chain) if place else None
    return None


def _made(shape: _Shape, match: re.Match[str], place: str, chain: Sequence[str]) -> Meeting:
    """The meeting; that of a district has its city in its name (荆州市沙市区), as the district's organs have."""
    short = shape.make(match, place)
    if not (place.endswith("区") and len(chain) > 1 and chain[-1] == place and chain[-2].endswith("市")):
        return short
    full = shape.make(match, chain[-2] + place)
    return Meeting(full.name, (short.name, *full.forms, *short.forms))


def _place(whose: str, chain: Sequence[str]) -> str:
    """The place that 省, 市, 临江市 or "" stands for; "" where home has none of that level."""
    if whose and whose not in _LEVEL.split("|"):
        return whose
    fits = [place for place in chain if not whose or (place.endswith(whose) and _level(place) == whose)]
    return fits[-1] if fits else ""


def _level(place: str) -> str:
    return next((level for level in _LEVEL.split("|") if place.endswith(level)), "")


def _congress(match: re.Match[str], place: str) -> Meeting:
    n = match["n"]
    if place == "全国":
        return Meeting(f"中国共产党第{n}次全国代表大会", (f"党的{n}大", f"{n}大"))
    forms = (f"中共{place}第{n}次代表大会", f"{place}第{n}次党代会", f"{place}第{n}次代表大会")
    return Meeting(f"中国共产党{place}第{n}次代表大会", forms)


def _plenum(match: re.Match[str], _place: str) -> Meeting:
    n, m = match["n"], match["m"] or match["m2"]
    if m is None:
        m = match["m3"]
        name = f"中国共产党第{n}届中央纪律检查委员会第{m}次全体会议"
        return Meeting(name, (f"{n}届中央纪委{m}次全会", f"中央纪委{n}届{m}次全会"))
    return Meeting(f"中国共产党第{n}届中央委员会第{m}次全体会议", (f"党的{n}届{m}中全会", f"{n}届{m}中全会"))


def _committee(match: re.Match[str], place: str) -> Meeting:
    n, m = match["n"], match["m"]
    short = f"{place}{'党' if place.endswith('自治区') else ''}委"
    forms = (
        f"中国共产党{place}第{n}届委员会第{m}次全体会议",
        f"中共{short}{n}届{m}次全会",
        f"{short}{n}届{m}次全会",
        f"{n}届{m}次全会",
    )
    return Meeting(f"中共{place}第{n}届委员会第{m}次全体会议", forms)


def _watch(match: re.Match[str], place: str) -> Meeting:
    n, m = match["n"], match["m"]
    name = f"中国共产党{place}第{n}届纪律检查委员会第{m}次全体会议"
    return Meeting(name, (f"{place}纪委{n}届{m}次全会", f"中共{place}纪委{n}届{m}次全会"))


def _people(match: re.Match[str], place: str) -> Meeting:
    n, m, standing = match["n"], match["m"], bool(match["standing"])
    body, short = ("常务委员会", "常委会") if standing else ("", "")
    forms = (f"{place}第{n}届人大{short}第{m}次会议", f"{place}{n}届人大{short}{m}次会议")
    return Meeting(f"{place}第{n}届人民代表大会{body}第{m}次会议", forms)


def _consultative(match: re.Match[str], place: str) -> Meeting:
    n, m = match["n"], match["m"]
    body = "常务委员会" if match["standing"] else ""
    forms = (f"政协{place}{n}届{m}次会议", f"政协{place}第{n}届委员会第{m}次会议", f"{place}政协{n}届{m}次会议")
    where = "" if place == "全国" else place
    return Meeting(f"中国人民政治协商会议{where}第{n}届{'全国' * (not where)}委员会{body}第{m}次会议", forms)


def _executive(match: re.Match[str], place: str) -> Meeting:
    term = match["n"]
    body = f"{place}第{term}届人民政府" if term else f"{place}人民政府"
    return Meeting(f"{body}第{match['m']}次{match['what']}会议", (f"{place}政府第{match['m']}次{match['what']}会议",))


def _standing(match: re.Match[str], place: str) -> Meeting:
    body = match["body"] or ("" if match["wide"] else "会")
    name = f"{place}{'党' if place.endswith('自治区') else ''}委常委{body}{match['wide']}会议"
    return Meeting(f"中共{name}", (name, name.removesuffix("议")) if match["wide"] else (name,))


def _shape(regex: str, make: Callable[[re.Match[str], str], Meeting]) -> _Shape:
    return _Shape(compiled(regex), make)


_SHAPES = (
    _shape(rf"(?:中国共产党|党的|中共)?第?(?P<n>{_N})(?:次全国代表大会|大)", _congress),
    _shape(
        rf"(?:中国共产党|党的|中共)?第?(?P<n>{_N})届(?:(?:中央)?(?P<m>{_N})中全会"
        rf"|中央委员会第(?P<m2>{_N})次全体会议|中央(?:纪委|纪律检查委员会)第?(?P<m3>{_N})次(?:全会|全体会议))",
        _plenum,
    ),
    _shape(rf"(?:中国共产党|中共)?{_WHOSE}第?(?P<n>{_N})次(?:党代会|党员代表大会|代表大会)", _congress),
    _shape(
        rf"(?:中国共产党|中共)?{_WHOSE}党?委?第?(?P<n>{_N})届(?:委员会|党委)?第?(?P<m>{_N})次(?:全会|全委会|全体(?:（扩大）)?会议)",
        _committee,
    ),
    _shape(rf"{_WHOSE}纪委第?(?P<n>{_N})届第?(?P<m>{_N})次(?:全会|全体会议)", _watch),
    _shape(
        rf"{_WHOSE}第?(?P<n>{_N})届人(?:民代表)?大(?:会)?(?P<standing>常委会|常务委员会|)第?(?P<m>{_N})次(?:全体)?会议",
        _people,
    ),
    _shape(
        rf"(?:中国人民)?政(?:治)?协(?:商会议)?{_WHOSE}(?:委员会)?第?(?P<n>{_N})届(?:委员会)?(?P<standing>常委会|)第?(?P<m>{_N})次(?:全体)?会议",
        _consultative,
    ),
    _shape(
        rf"{_WHOSE}政协第?(?P<n>{_N})届(?:委员会)?(?P<standing>常委会|)第?(?P<m>{_N})次(?:全体)?会议", _consultative
    ),
    _shape(rf"(?:中共)?第?(?P<n>{_N})届{_WHOSE}党?委第?(?P<m>{_N})次(?:全会|全委会|全体(?:（扩大）)?会议)", _committee),
    _shape(rf"第?(?P<n>{_N})届{_WHOSE}(?:人民)?政府第?(?P<m>{_N})次(?P<what>常务|全体)会议", _executive),
    _shape(rf"{_WHOSE}(?P<n>)(?:人民)?政府第?(?P<m>{_N})次(?P<what>常务|全体)会议", _executive),
    _shape(r"(?P<whose>)常委(?P<body>会?)(?P<wide>（扩大）|扩大|)会议?", _standing),
    _shape(rf"(?:中共)?{_WHOSE}党?委常委(?P<body>会?)(?P<wide>（扩大）|扩大|)会议?", _standing),
)
