"""An answer as CSV or JSON: values alone, unbound ones left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.export.tables.csv_tables import table

if TYPE_CHECKING:
    from kg.query.answer import Answer


def as_csv(answer: Answer) -> str:
    r"""CSV with a header row; a text that a spreadsheet would run gets an apostrophe in front.

    >>> from kg.query.answer import Answer
    >>> as_csv(Answer(("city",), (("临汾市",), (None,))))
    'city\r\n临汾市\r\n""\r\n'
    """
    if answer.turtle is not None:
        return answer.turtle
    if answer.truth is not None:
        return f"answer\r\n{str(answer.truth).lower()}\r\n"
    return table(answer.columns, answer.rows).decode("utf-8-sig")


def as_json(answer: Answer) -> str:
    """JSON, Chinese as it is; of triples a string of Turtle.

    >>> from kg.query.answer import Answer
    >>> print(as_json(Answer(("city", "n"), (("临汾市", 3),))), end="")
    [
     {"city": "临汾市", "n": 3}
    ]
    """
    if answer.truth is not None:
        return f"{json.dumps(answer.truth)}\n"
    if answer.turtle is not None:
        return json.dumps({"turtle": answer.turtle}, ensure_ascii=False) + "\n"
    if not answer.rows:
        return "[]\n"
    rows = [{k: v for k, v in zip(answer.columns, row, strict=True) if v is not None} for row in answer.rows]
    return "[\n" + ",\n".join(f" {json.dumps(row, ensure_ascii=False)}" for row in rows) + "\n]\n"
