"""Whole builds: start-up, growth, memory, several processes, the cache, and Turtle beside rdflib.

``python -m tests.benchmarks.whole WHAT [PATH …]`` with WHAT one of ``start``, ``growth``, ``jobs``, ``cache``, ``turtle``;
PATH are the texts that articles are made of (seeds/). Every figure is taken in a process of its own. Seconds are those
of the processor (user and system, children included) and of the clock.
"""

from __future__ import annotations

import compileall
import json
import math
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from tests.benchmarks.articles import Articles

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
_RUN = """
import json, resource, runpy, sys, time
sys.path.insert(0, {root!r})
began = time.perf_counter()
{code}
took = time.perf_counter() - began
own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime, took, own.ru_maxrss / 1024,
    own.ru_utime + own.ru_stime]))
"""
_BUILD = """
from kg.pipeline.garbage import seldom
from kg.pipeline.build import build
from kg.pipeline.outputs import outputs
with seldom():
    graph = build({paths!r}, {options})
"""
_MARKED = """
import kg.pipeline.build as pipeline
from kg.pipeline.garbage import seldom
from kg.pipeline.worker_pool import WorkerPool
spent = []
def marked(act):
    def acted(*given):
        began = time.process_time()
        made = act(*given)
        spent.append((act.__name__, began, time.process_time()))
        return made
    return acted
WorkerPool.made, pipeline.merge = marked(WorkerPool.made), marked(pipeline.merge)
with seldom():
    graph = pipeline.build({paths!r}, {options})
print(json.dumps([spent, time.process_time(), time.perf_counter() - began]))
"""
_COUNTS = (100, 300, 1000, 3000)
_KEPT = (300, 1000, 3000)


def run(code: str) -> tuple[float, float, float, float]:
    """Processor seconds, clock seconds, peak MB, and processor seconds of the process itself, of a piece of code."""
    cpu, clock, memory, own = json.loads(_lines(code)[-1])
    return cpu, clock, memory, own


def _lines(code: str) -> list[str]:
    """What a piece of code prints, and as the last line what it took."""
    call = [sys.executable, "-c", _RUN.format(root=str(ROOT), code=code)]
    return subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT).stdout.splitlines()


def start(_: list[str]) -> None:
    """Print how long it takes until something is there: in a copy of the program, so that it has a first start."""
    rows = {
        "import kg": ["-c", "import kg"],
        "kg --help": ["-m", "kg", "--help"],
        "kg build seeds, the first time": ["-m", "kg", "build", str(ROOT / "seeds"), "-q"],
        "kg build seeds": ["-m", "kg", "build", str(ROOT / "seeds"), "-q"],
        "jieba.initialize": ["-c", "import jieba; jieba.setLogLevel(60); jieba.initialize()"],
    }
    print("| cold start | processor s | clock s |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for part in ("kg", "ontology"):
            shutil.copytree(ROOT / part, Path(folder) / part, ignore=shutil.ignore_patterns("__pycache__"))
        compileall.compile_dir(Path(folder) / "kg", quiet=1)
        for name, call in rows.items():
            took = [_started(call, folder) for _ in range(1 if "first" in name else 7)]
            cpu, clock = (min(column) for column in zip(*took, strict=True))
            print(f"| {name} | {cpu:.2f} | {clock:.2f} |", flush=True)


def _started(call: list[str], folder: str) -> tuple[float, float]:
    """Processor and clock seconds of a process from its start to its end."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run([sys.executable, *call], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    took, after = perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, took


def growth(paths: list[str]) -> None:
    """Print time and memory against the number of articles, and the exponent between the first and the last."""
    made, seen = Articles(paths), []
    print("| articles | processor s | per article ms | peak MB | entities |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for count in _COUNTS:
            path = made.corpus(Path(folder) / f"{count}.jsonl", count)
            code = _BUILD.format(paths=[str(path)], options="") + "print(len(graph.entities))"
            lines = _lines(code)
            cpu, _, memory, _ = json.loads(lines[-1])
            seen.append(cpu)
            print(f"| {count} | {cpu:.1f} | {1000 * cpu / count:.1f} | {memory:.0f} | {lines[0]} |", flush=True)
    exponent = math.log(seen[-1] / seen[1]) / math.log(_COUNTS[-1] / _COUNTS[1])
    print(f"\nExponent from {_COUNTS[1]} to {_COUNTS[-1]} articles: {exponent:.2f}")


def jobs(paths: list[str]) -> None:
    """Print one process against two, and what of it is done by the first while no other has anything to do.

    The clock of a busy machine says little. ``on free cores`` is computed: what is done alone, and half of the rest.
    """
    print("| processes | processor s | clock s | first process s | of it alone s | on free cores s | efficiency |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        path = Articles(paths).corpus(Path(folder) / "made.jsonl", 400)
        one = 0.0
        for number in (1, 2):
            code = _MARKED.format(paths=[str(path)], options=f"jobs={number}")
            cpu, clock, own, alone = min(_spread(_lines(code)) for _ in range(3))
            free = alone + (cpu - alone) / number
            one = one or free
            figures = " | ".join(f"{value:.2f}" for value in (cpu, clock, own, alone, free, one / free / number))
            print(f"| {number} | {figures} |", flush=True)
        print("\n| kg build, files written | processor s | clock s |\n|---|---|---|")
        for number in (1, 2):
            call = ["-m", "kg", "build", str(path), "-q", "--jobs", str(number), "-o", f"{folder}/output"]
            cpu, clock = min(_started(call, str(ROOT)) for _ in range(3))
            print(f"| --jobs {number} | {cpu:.2f} | {clock:.2f} |", flush=True)


def _spread(lines: list[str]) -> tuple[float, float, float, float]:
    """Of a build without its outputs: all processor seconds, the clock, and those of the first process and alone."""
    (spent, built, clock), (cpu, *_) = json.loads(lines[-2]), json.loads(lines[-1])
    handed = [began for name, began, _ in spent if name == "made"]
    (merged,) = (began for name, began, _ in spent if name == "merge")
    alone = built - merged + handed[0] if handed else built
    return cpu, clock, built, alone


def cache(paths: list[str]) -> None:
    """Print builds without the cache, filling it, finding all, and where 1 % has changed: reading, merge and outputs."""
    print("| files | build | processor s | against full |\n|---|---|---|---|")
    for count in _KEPT:
        with tempfile.TemporaryDirectory() as name:
            _cached(Path(name), Articles(paths), count)
    start = min(run("from kg.pipeline.build import build")[0] for _ in range(3))
    print(f"| | importing the program alone | {start:.2f} | |")


def _cached(folder: Path, articles: Articles, count: int) -> None:
    texts, kept = folder / "texts", f"cache={str(folder / 'cache')!r}"
    texts.mkdir()
    for number in range(count):
        (texts / f"{number:05}.txt").write_text(articles.article(number), encoding="utf-8")
    given, full = [str(texts)], 0.0
    for label in ("without cache", "filling it", "nothing changed", "1 % changed"):
        for number in range(0, count, 100) if label == "1 % changed" else ():
            (texts / f"{number:05}.txt").write_text(articles.article(10 * count + number), encoding="utf-8")
        took = run(_BUILD.format(paths=given, options="" if label == "without cache" else kept))[0]
        full = full or took
        print(f"| {count} | {label} | {took:.2f} | {took / full:.3f} |", flush=True)
    (_, began, ended), *_ = json.loads(_lines(_MARKED.format(paths=given, options=kept))[-2])[0]
    merge = ended - began
    print(f"| {count} | of it the merge | {merge:.2f} | {merge / full:.3f} |", flush=True)


def turtle(paths: list[str]) -> None:
    """Print how fast Turtle is written and read, here and by rdflib."""
    import pyoxigraph
    import rdflib

    from kg.export.rdf.to_rdflib import to_rdf
    from kg.export.rdf.turtle import turtle as written
    from kg.pipeline.build import build

    with tempfile.TemporaryDirectory() as folder:
        graph = build([Articles(paths).corpus(Path(folder) / "made.jsonl", 60)])
    data = written(graph)
    told = to_rdf(graph)
    triples = len(told)
    rows: dict[str, Callable[[], object]] = {
        "written by kg": lambda: written(graph),
        "written by rdflib": lambda: told.serialize(format="turtle"),
        "read by pyoxigraph": lambda: list(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.TURTLE)),
        "read by rdflib": lambda: rdflib.Graph().parse(data=data, format="turtle"),
    }
    print(f"{triples} triples\n\n| Turtle | triples/s |\n|---|---|")
    for name, act in rows.items():
        began = process_time()
        act()
        print(f"| {name} | {triples / (process_time() - began):,.0f} |", flush=True)


if __name__ == "__main__":
    _began = perf_counter()
    what = {"start": start, "growth": growth, "jobs": jobs, "cache": cache, "turtle": turtle}
    what[sys.argv[1]](sys.argv[2:] or ["seeds"])
    print(f"\n({perf_counter() - _began:.0f} s)", file=sys.stderr)
