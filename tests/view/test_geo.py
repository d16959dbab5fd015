"""The reader's own polygons instead of tiles: what is taken from a GeoJSON file, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kg
from kg.cli import main
from kg.errors import InputError
from kg.export.page import page as page_of
from kg.export.view.geo import read_geo
from tests.view.test_views import spread

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def square(x: float, y: float, size: float = 1.0) -> list[list[list[float]]]:
    return [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]


def feature(code: Any, at: tuple[float, float], **told: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"adcode": code, **told},
        "geometry": {"type": "Polygon", "coordinates": square(*at)},
    }


def written(folder: Path, *features: Any) -> Path:
    path = folder / "own.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}), encoding="utf-8")
    return path


def test_polygons_are_keyed_by_code_and_drawn_in_whole_units(tmp_path: Path) -> None:
    more = {"type": "MultiPolygon", "coordinates": [square(3, 0), square(3, 2, 0.0001)]}
    made = read_geo(
        written(
            tmp_path,
            feature(510000, (0, 0), name="甲省"),
            {"type": "Feature", "id": "156130000", "properties": None, "geometry": more},
            feature("x", (1, 1)),
            {"type": "Feature", "properties": {"code": "440000"}, "geometry": {"type": "Point", "coordinates": [0, 0]}},
        )
    )
    assert [(shape["code"], shape["label"]) for shape in made["shapes"]] == [("13", ""), ("51", "甲省")]
    assert made["shapes"][1]["path"] == "M0 500l250 0 0 -250 -250 0 0 250z"
    assert made["shapes"][0]["path"].count("M") == 1  # the second part is too small to be seen
    assert (made["width"], made["height"]) == (1000, 500)


def test_points_on_a_line_are_left_out(tmp_path: Path) -> None:
    ring = [[x / 10, 0] for x in range(11)] + [[1, 1], [0, 1], [0, 0]]
    one = feature("510000", (0, 0))
    one["geometry"]["coordinates"] = [ring]
    assert read_geo(written(tmp_path, one))["shapes"][0]["path"] == "M0 1000l1000 0 0 -1000 -1000 0 0 1000z"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"features": 3}',
        '{"features": [1, {"properties": []}, {"id": "510000", "geometry": {"type": "Polygon", "coordinates": [[1, 2]]}}]}',
        '{"features": [{"id": "510000", "geometry": {"type": "Polygon", "coordinates": [[[0, 1e999], [1, 0], [1, 1], [0, 0]]]}}]}',
    ],
)
def test_what_is_no_map_is_told_with_its_cure(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.geojson"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_geo(path)
    assert caught.value.source == str(path)
    assert "GB/T 2260" in caught.value.cure
    with pytest.raises(InputError):
        read_geo(tmp_path / "nowhere.geojson")


def test_why_it_is_refused_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, feature("x", (0, 0)))
    with pytest.raises(InputError, match="no polygon in it has a code of GB/T 2260"):
        read_geo(path)
    text = tmp_path / "a.txt"
    text.write_text("甲市召开大会。", encoding="utf-8")
    assert main(["build", str(text), "-o", str(tmp_path / "out"), "--geo", str(path)]) == 1
    assert "no polygon in it" in capsys.readouterr().err
    assert main(["build", str(text), "-o", str(tmp_path / "out"), "--geo", str(path), "--engine", "local"]) == 2
    assert "a dataset has no view" in capsys.readouterr().err


def test_a_build_puts_them_into_its_page(tmp_path: Path) -> None:
    path, text = written(tmp_path, feature("510000", (0, 0))), tmp_path / "a.txt"
    text.write_text("四川省召开大会。", encoding="utf-8")
    assert main(["build", str(text), "-o", str(tmp_path / "out"), "--geo", str(path), "-q"]) == 0
    assert '"geo":{"width":1000' in (tmp_path / "out" / "graph.html").read_text("utf-8")
    kg.build(text).write(tmp_path / "api", geo=path)
    assert '"geo":{"width":1000' in (tmp_path / "api" / "graph.html").read_text("utf-8")


def test_the_page_draws_them_and_they_lead_to_the_place(browser: Browser, tmp_path: Path) -> None:
    geo = read_geo(
        written(tmp_path, feature("510000", (0, 0)), feature("130000", (2, 0)), feature("370000", (4, 0), name="<i>丙"))
    )
    path = tmp_path / "graph.html"
    path.write_bytes(page_of(spread(), geo=geo))
    tab = browser.new_page(locale="zh-CN")
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(f"{path.as_uri()}#?view=map&ask=kind:Campaign!")
    tab.wait_for_selector("html[data-ready]", state="attached")
    shapes = tab.locator("#map svg.geo path")
    assert shapes.count() == 3
    assert tab.get_attribute("[data-region='51']", "aria-label") == "四川省 2"
    assert tab.get_attribute("[data-region='37']", "aria-label") == "<i>丙 无"
    assert tab.get_attribute("[data-region='51']", "class") != tab.get_attribute("[data-region='13']", "class")
    tab.locator("[data-region='51']").click()
    tab.locator("#panel h2", has_text="四川省").wait_for(timeout=3000)
    tab.locator("[data-region='13']").focus()
    tab.keyboard.press("Enter")
    tab.locator("#panel h2", has_text="河北省").wait_for(timeout=3000)
    tab.close()
    assert complaints == []
