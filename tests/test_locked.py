"""The locked dependencies (``.ci/requirements.txt``) have every package that ``pyproject.toml`` names, by its bounds, hashed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
PINNED = {name.lower().replace("_", "-"): version for name, version in re.findall(r"(?m)^([\w.-]+)==([\w.]+)", LOCK)}


def wanted() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (row for rows in project["optional-dependencies"].values() for row in rows)
    return sorted({row for row in (*project["dependencies"], *extras) if not row.startswith("zhengtu[")})


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


@pytest.mark.parametrize("row", wanted())
def test_every_dependency_is_locked(row: str) -> None:
    name, bound = re.split(r"\[[\w,-]+\]|(?=[<>=!~;])", row, maxsplit=1)[0], re.search(r">=([\d.]+)", row)
    assert bound, "every dependency has a lower bound"
    pinned = PINNED.get(name.strip().lower().replace("_", "-"))
    assert pinned, "run the command at the head of .ci/requirements.txt"
    assert numbers(pinned) >= numbers(bound.group(1))


def test_every_pin_has_its_hashes() -> None:
    pins = re.split(r"(?m)^(?=[\w.-]+==)", LOCK)[1:]
    assert all("--hash=sha256:" in pin for pin in pins)
