"""Coverage-guided fuzzing with atheris (pip install atheris): ``python tests/fuzz/fuzz.py TARGET [options of libFuzzer]``.

Targets: ``decode`` (bytes to text), ``files`` (any bytes as a file of any format), ``reading`` (words of the genre and raw
characters through the whole pipeline), ``exports`` (the same, written and read again), ``query`` (SPARQL and parameters).
For example: ``python tests/fuzz/fuzz.py reading -max_total_time=600 -timeout=10 /tmp/corpus``. Errors of ``kg.errors``
are answers; anything else is a crash.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["kg"]):
    from kg.errors import KgError, UsageError
    from kg.ingest.decode import decode
    from kg.ingest.formats.part import Options
    from kg.ingest.opening import parts
    from kg.ingest.read import from_text
    from kg.ingest.rules import Rules
    from kg.lexicon import Lexicon
    from kg.model import Skipped
    from kg.pipeline.article import read
    from kg.query import ask, shipped
    from tests.invariants import check, check_exports
    from tests.test_pipeline_properties import NAMES, ORGANS, PEOPLE, PLACES, VERBS

LEXICON = Lexicon()
RULES = Rules(LEXICON)
SUFFIXES = (".txt", ".md", ".html", ".docx", ".pdf", ".csv", ".tsv", ".jsonl", ".parquet", ".zip", ".tar.gz", "")
WORDS = (*PLACES, *ORGANS, *PEOPLE, *NAMES, *VERBS)
SMALL = Options(most_bytes=1 << 20, most_files=100)


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


def fuzz_files(data: bytes) -> None:
    """Every format yields texts or says why not."""
    chosen = SUFFIXES[data[0] % len(SUFFIXES)] if data else ""
    options = Options(replace=bool(data[:1] > b"\x80"), most_bytes=SMALL.most_bytes, most_files=SMALL.most_files)
    try:
        for part in parts(data[1:], f"x{chosen}", options, LEXICON):
            if isinstance(part, Skipped):
                assert part.cause
                assert part.cure
            else:
                assert isinstance(part.text, str)
    except KgError:
        pass


def _text(data: bytes) -> str:
    """Words of the genre and raw characters, as the bytes choose."""
    provider = atheris.FuzzedDataProvider(data)
    pieces = []
    while provider.remaining_bytes() and len(pieces) < 60:
        choice = provider.ConsumeIntInRange(0, len(WORDS) + 4)
        if choice < len(WORDS):
            pieces.append(WORDS[choice])
        else:
            pieces.append(provider.ConsumeUnicode(provider.ConsumeIntInRange(1, 12)))
    return "".join(pieces)


def fuzz_reading(data: bytes) -> None:
    """Every invariant of a reading."""
    check(read(from_text(_text(data), "x", "x.txt", rules=RULES), LEXICON))


def fuzz_exports(data: bytes) -> None:
    """Every invariant of what is written."""
    check_exports(read(from_text(_text(data), "x", "x.txt", rules=RULES), LEXICON))


def _store() -> object:
    import pyoxigraph as ox

    from kg.export.rdf.ntriples import ntriples
    from kg.merge import merge

    store = ox.Store()
    found = read(from_text("德州市委书记王建国指出，“要抓落实。”", "x", "x.txt", rules=RULES), LEXICON)
    store.load(b"".join([ntriples(merge([found]))]), format=ox.RdfFormat.N_TRIPLES)
    return store


def fuzz_query(data: bytes) -> None:
    """Any query is answered or refused; no value of a parameter gets out of its quotes."""
    provider = atheris.FuzzedDataProvider(data)
    if provider.ConsumeBool():
        named = shipped()[provider.ConsumeIntInRange(0, len(shipped()) - 1)]
        values = {parameter.name: provider.ConsumeUnicodeNoSurrogates(20) for parameter in named.parameters}
        try:
            query = named.with_values(values)
        except UsageError:
            return
        ask(STORE, query, named.name)  # type: ignore[arg-type]
        return
    with suppress(UsageError):
        ask(STORE, provider.ConsumeUnicodeNoSurrogates(200), "fuzz")  # type: ignore[arg-type]


TARGETS = {
    "decode": fuzz_decode,
    "files": fuzz_files,
    "reading": fuzz_reading,
    "exports": fuzz_exports,
    "query": fuzz_query,
}

if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]
    STORE = _store() if target is fuzz_query else None
    for words in (b"", bytes(range(256)) * 4):  # tables are loaded once, before the clock of libFuzzer runs
        fuzz_reading(words)
        fuzz_exports(words)
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
