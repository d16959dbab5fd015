"""Latin names of places: English only where the type word says what the place is."""

from __future__ import annotations

import pytest

from kg.export.rdf.naming import romanise
from kg.model import Entity
from kg.vocab import Kind


def english(name: str, *classes: str) -> str:
    return {tag: label for label, tag in romanise(Entity(f"place/{name}", Kind.PLACE, name, (), classes))}.get("en", "")


@pytest.mark.parametrize(
    ("name", "cls", "wanted"),
    [
        ("东山市", "AdministrativeDivision", "Dongshan City"),
        ("东山区", "AdministrativeDivision", "Dongshan District"),
        ("东山新区", "AdministrativeDivision", "Dongshan New Area"),
        ("东山夜市", "Site", "Dongshan Night Market"),
        ("东山自贸区", "DevelopmentZone", "Dongshan Free Trade Zone"),
        ("东山经开区", "DevelopmentZone", "Dongshan Economic Development Zone"),
        ("东盟自贸区", "DevelopmentZone", "ASEAN Free Trade Zone"),
        ("东山片区", "DevelopmentZone", ""),
        ("东部地区", "Region", "Eastern China"),
        ("东山地区", "Region", ""),
        ("东山夜市", "", "Dongshan Night Market"),
    ],
)
def test_a_type_word_counts_only_for_what_it_is_of(name: str, cls: str, wanted: str) -> None:
    assert english(name, *filter(None, [cls])) == wanted
