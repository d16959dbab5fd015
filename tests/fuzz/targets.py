"""What is fuzzed: each target takes any bytes, and raises nothing but an ``AssertionError`` where an invariant is broken.

Errors of ``kg.errors`` are answers. ``mutate.py`` runs them with mutations of made inputs, ``fuzz.py`` guided by coverage.
"""

from __future__ import annotations

import json
import tempfile
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from kg import seal
from kg.errors import KgError, UsageError
from kg.ingest.decode import decode
from kg.ingest.read import from_text
from kg.ingest.rules import Rules
from kg.ledger import load
from kg.lexicon import Lexicon
from kg.pipeline.article import read
from kg.pipeline.reading_cache import ReadingCache
from kg.query import ask, shipped
from kg.query.store import files_of
from kg.text.sparql import lower_tags
from tests.fuzz import containers
from tests.invariants import check, check_exports
from tests.test_pipeline_properties import NAMES, ORGANS, PEOPLE, PLACES, VERBS

LEXICON = Lexicon()
RULES = Rules(LEXICON)
WORDS = (*PLACES, *ORGANS, *PEOPLE, *NAMES, *VERBS)


@cache
def folder() -> Path:
    """Where files of this run lie."""
    return Path(tempfile.mkdtemp(prefix="fuzz-"))


def fuzz_decode(data: bytes) -> None:
    """Strict decoding loses nothing; decoding with replacement always ends in text without NUL and surrogates."""
    for replace in (False, True):
        try:
            text = decode(data, "x", replace=replace).text
        except KgError:
            continue
        assert text.strip()
        assert "\0" not in text
        text.encode("utf-8")


def words(data: bytes) -> str:
    """Words of the genre and raw characters, as the bytes choose."""
    pieces, at = [], 0
    while at < len(data) and len(pieces) < 60:
        choice = data[at] % (len(WORDS) + 5)
        at += 1
        if choice < len(WORDS):
            pieces.append(WORDS[choice])
        else:
            length = 1 + data[at] % 12 if at < len(data) else 1
            pieces.append(data[at + 1 : at + 1 + 2 * length].decode("utf-16-le", "replace"))
            at += 1 + 2 * length
    return "".join(pieces)


def fuzz_reading(data: bytes) -> None:
    """Every invariant of a reading."""
    check(read(from_text(words(data), "x", "x.txt", rules=RULES), LEXICON))


def fuzz_exports(data: bytes) -> None:
    """Every invariant of what is written."""
    check_exports(read(from_text(words(data), "x", "x.txt", rules=RULES), LEXICON))


@cache
def store() -> Any:
    """A small graph."""
    import pyoxigraph as ox

    from kg.export.rdf.ntriples import ntriples
    from kg.merge import merge

    made = ox.Store()
    found = read(from_text("德州市委书记王建国指出，“要抓落实。”", "x", "x.txt", rules=RULES), LEXICON)
    made.load(b"".join([ntriples(merge([found]))]), format=ox.RdfFormat.N_TRIPLES)
    return made


def fuzz_query(data: bytes) -> None:
    """Any query is answered or refused; no value of a parameter gets out of its quotes."""
    text = data[1:].decode("utf-8", "replace")
    if data[:1] < b"\x40":
        named = shipped()[data[0] % len(shipped())] if data else shipped()[0]
        try:
            query = named.with_values({parameter.name: text[:20] for parameter in named.parameters})
        except UsageError:
            return
        ask(store(), query, named.name)
        return
    lowered, _ = lower_tags(text)
    assert len(lowered) == len(text)
    assert lowered.lower() == text.lower()
    with suppress(UsageError):
        ask(store(), text, "fuzz")


def _told(error: UsageError, place: str) -> None:
    assert place in error.source
    assert error.cause
    assert error.cure


def fuzz_ledger(data: bytes) -> None:
    """A ledger is decisions, each with what it needs, or a usage error that names the file."""
    path = folder() / "ledger.toml"
    path.write_bytes(data)
    try:
        decisions = load(path)
    except UsageError as error:
        _told(error, str(path))
        return
    assert all(decision.a and decision.a != decision.b for decision in decisions)


def fuzz_manifest(data: bytes) -> None:
    """A manifest names files of its folder, or is refused."""
    path = folder() / "data"
    path.mkdir(exist_ok=True)
    (path / "manifest.json").write_bytes(data)
    try:
        files = files_of(path)
    except UsageError as error:
        _told(error, "manifest.json")
        return
    assert all(file.resolve().is_relative_to(path.resolve()) for file in files)


def fuzz_cache(data: bytes) -> None:
    """An entry that is not ours is none; one under the seal is a reading or none."""
    place = ReadingCache(folder(), ())
    path = place._path("ab12")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    assert place.get("ab12") is None
    path.write_bytes(seal.sealed(zlib.compress(data, 1), "ab12") or b"")
    found = place.get("ab12")
    assert found is None or found.reading.document.id is not None


def fuzz_review(data: bytes) -> None:
    """A review file is pairs, or says where it is none."""
    from kg.export.review import pairs_of

    with suppress(ValueError):
        assert all(pair.a.key is not None for pair in pairs_of(data))


TARGETS = {
    "decode": fuzz_decode,
    "reading": fuzz_reading,
    "exports": fuzz_exports,
    "query": fuzz_query,
    "ledger": fuzz_ledger,
    "manifest": fuzz_manifest,
    "cache": fuzz_cache,
    "review": fuzz_review,
    **containers.TARGETS,
}


def made_inputs(target: str) -> list[bytes]:
    """Inputs from which mutations start."""
    if target in containers.TARGETS:
        return containers.made_inputs(target)
    from tests.ingest import made

    pair = {
        "score": 1.0,
        "reasons": ["x"],
        "a": {"key": "a", "name": "b", "sentences": [{"article": "1", "text": "c"}]},
    }
    return {
        "decode": [made.ARTICLE.encode(name) for name in ("utf-8", "gb18030", "utf-16", "utf-8-sig")],
        "reading": [bytes(range(256)), bytes(range(0, 250, 7)) * 3],
        "exports": [bytes(range(256))],
        "query": [b"\x7fSELECT * { ?s rdfs:label ?l FILTER(LANG(?l) = \"zh-Hans\") }", *(
            b"\x7f" + query.text.encode() for query in shipped()), b"\x03" + "德州".encode()],
        "ledger": [b'[[decision]]\njudgement = "same"\na = "person/1"\nb = "person/2"\nreason = "x"\n'],
        "manifest": [json.dumps({"files": ["quads/a.nq.gz", "nodes/b.parquet"], "base": "http://a/"}).encode()],
        "cache": [_entry()] if target == "cache" else [],
        "review": [json.dumps([{**pair, "b": pair["a"], "articles": ["1"]}]).encode()],
    }[target]  # fmt: skip


def _entry() -> bytes:
    import msgspec

    from kg.pipeline.reading_cache import CacheEntry

    found = read(from_text("德州市委书记王建国指出，“要抓落实。”", "x", "x.txt", rules=RULES), LEXICON)
    return msgspec.msgpack.encode(CacheEntry("x", found))
