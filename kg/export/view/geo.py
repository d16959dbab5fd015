"""The reader's own map: polygons of a GeoJSON file, keyed by GB/T 2260 code, as paths of a drawing.

GeoJSON as RFC 7946 has it: a FeatureCollection of Polygon and MultiPolygon. The code of a feature is its ``id`` or one
of its properties ``adcode``, ``code``, ``gb``, ``id``; six digits, or nine as in the national base map (156 and six).
"""

from __future__ import annotations

import json
import math
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]
Ring = list[Point]

WIDTH: Final = 1000
"""How wide the drawing is, in its own units; its points are whole units."""
_CLOSE: Final = 0.6
"""What may be left out of an outline, in the same units: less than can be seen."""
_KEYS: Final = ("adcode", "code", "gb", "id")
_NAMES: Final = ("name", "NAME", "label")
_MOST: Final = 64_000_000


def read_geo(path: str | Path) -> dict[str, Any]:
    """``width``, ``height`` and ``shapes`` (``code``, ``label``, ``path``), sorted by code.

    Raises ``InputError`` for a file that cannot be read, is no GeoJSON, or has no polygon with a code.
    """
    source = str(path)
    try:
        data = Path(path).read_bytes()
        found = json.loads(data) if len(data) <= _MOST else None
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(source, f"this is no GeoJSON that can be read: {error}", _CURE) from error
    features = found.get("features") if isinstance(found, dict) else None
    if not isinstance(features, list):
        raise InputError(source, "this is no FeatureCollection of at most 64 MB", _CURE)
    coded = sorted(_coded(features), key=lambda one: one[0])
    points = [point for _, _, rings in coded for ring in rings for point in ring]
    if not points:
        raise InputError(source, "no polygon in it has a code of GB/T 2260", _CURE)
    return _drawing(coded, points)


_CURE: Final = "Give a FeatureCollection whose polygons have six digits of GB/T 2260 as id or as property adcode"


def _drawing(coded: Sequence[tuple[str, str, list[Ring]]], points: Sequence[Point]) -> dict[str, Any]:
    """Longitude and latitude as a plate carrée that is true to scale on the middle parallel."""
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    degrees = left >= -180 and right <= 180 and low >= -90 and high <= 90
    narrow = math.cos(math.radians((low + high) / 2)) if degrees else 1.0
    scale = WIDTH / max((right - left) * narrow, 1e-9)
    shapes = []
    for code, label, rings in coded:
        placed = [_outline([((x - left) * narrow * scale, (high - y) * scale) for x, y in ring]) for ring in rings]
        path = "".join(placed)
        if path:
            shapes.append({"code": code, "label": label, "path": path})
    return {"width": WIDTH, "height": max(1, round((high - low) * scale)), "shapes": shapes}


def _coded(features: Sequence[Any]) -> Iterator[tuple[str, str, list[Ring]]]:
    for feature in features:
        if not isinstance(feature, dict):
            continue
        held = feature.get("properties")
        members: dict[str, Any] = held if isinstance(held, dict) else {}
        code = next(filter(None, (_code(one) for one in (feature.get("id"), *(members.get(key) for key in _KEYS)))), "")
        label = next((members[key] for key in _NAMES if isinstance(members.get(key), str)), "")
        rings = list(_rings(feature.get("geometry")))
        if code and rings:
            yield code, label, rings


def _code(value: Any) -> str:
    """A division without the zeros that mean "as a whole".

    >>> _code("156510000"), _code(510100), _code("510104"), _code("CN-51")
    ('51', '5101', '510104', '')
    """
    digits = str(value)[3:] if str(value).startswith("156") and len(str(value)) == 9 else str(value)
    if len(digits) != 6 or not (digits.isascii() and digits.isdigit()):
        return ""
    return digits[:2] if digits.endswith("0000") else digits[:4] if digits.endswith("00") else digits


def _rings(geometry: Any) -> Iterator[Ring]:
    kind, parts = (geometry.get("type"), geometry.get("coordinates")) if isinstance(geometry, dict) else ("", None)
    polygons = [parts] if kind == "Polygon" else parts if kind == "MultiPolygon" else []
    for polygon in polygons if isinstance(polygons, list) else []:
        for ring in polygon if isinstance(polygon, list) else []:
            points = [_point(point) for point in ring] if isinstance(ring, list) else []
            if len(points) >= 4 and all(points):
                yield [point for point in points if point]


def _point(point: Any) -> Point | None:
    if not isinstance(point, list) or len(point) < 2:
        return None
    x, y = point[:2]
    fits = all(isinstance(one, int | float) and not isinstance(one, bool) and math.isfinite(one) for one in (x, y))
    return (float(x), float(y)) if fits else None


def _outline(ring: Ring) -> str:
    """The ring as an SVG path in whole units, steps relative; "" where nothing of it is left."""
    kept: list[tuple[int, int]] = []
    for x, y in _thinned(ring):
        spot = (round(x), round(y))
        if not kept or spot != kept[-1]:
            kept.append(spot)
    if len(set(kept)) < 3:
        return ""
    steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(kept)]
    return f"M{kept[0][0]} {kept[0][1]}l{' '.join(steps)}z"


def _thinned(ring: Ring) -> Ring:
    """The outline without points that lie on the line between others (Douglas and Peucker 1973)."""
    keep = [False] * len(ring)
    keep[0] = keep[-1] = True
    waiting = [(0, len(ring) - 1)]
    while waiting:
        first, last = waiting.pop()
        away, at = max(((_away(ring[k], ring[first], ring[last]), k) for k in range(first + 1, last)), default=(0.0, 0))
        if away > _CLOSE:
            keep[at] = True
            waiting += [(first, at), (at, last)]
    return [point for point, kept in zip(ring, keep, strict=True) if kept]


def _away(point: Point, a: Point, b: Point) -> float:
    """From a point to the line between two others; of a line that is a point, to that."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy)
    if not length:
        return math.hypot(point[0] - a[0], point[1] - a[1])
    return abs(dx * (a[1] - point[1]) - dy * (a[0] - point[0])) / length
