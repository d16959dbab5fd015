"""Coverage-guided fuzzing with atheris (pip install atheris): ``python tests/fuzz/fuzz.py TARGET [options of libFuzzer]``.

The targets are those of ``targets.py``: ``decode`` (bytes to text), ``files`` (any bytes as a file of any format),
``reading`` (words of the genre and raw characters through the whole pipeline), ``exports`` (the same, written and read
again), ``query`` (SPARQL and parameters), ``ledger``, ``manifest``, ``cache``, ``review`` (such files with any bytes), and those
of ``containers.py``: ``word``, ``pdf``, ``page``, ``parquet``, ``archive`` (what stands inside of them, in the process that
reads them), ``sheets`` (Excel files, which are only written).
For example: ``python tests/fuzz/fuzz.py reading -max_total_time=600 -timeout=10 /tmp/corpus``. Errors of ``kg.errors``
are answers; anything else is a crash. ``mutate.py`` does the same without coverage and with nothing to install.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["kg"]):
    from tests.fuzz.targets import TARGETS, fuzz_exports, fuzz_reading

if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]
    for words in (b"", bytes(range(256)) * 4):  # tables are loaded once, before the clock of libFuzzer runs
        fuzz_reading(words)
        fuzz_exports(words)
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
