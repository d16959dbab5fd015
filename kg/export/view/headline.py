"""The figures that a panel shows first."""

from __future__ import annotations

from importlib.resources import files


def headline() -> list[list[str]]:
    """Names of one figure each, the most telling figure first.

    >>> headline()[0]
    ['地区生产总值', 'GDP', '生产总值']
    """
    lines = files("kg.export.view").joinpath("headline.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [[name, *others.split("|")] for name, others in rows]
