"""Tables as sentences: a row says with its header what a line of cells does not (姓名|职务, 总投资（亿元）|责任人)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon

_LONGEST_HEADER: Final = 16
_LONGEST_NAME: Final = 12
_NAME, _LIES = "名称", "位于"
_BRACKETS: Final = str.maketrans("()", "（）")


def lines(rows: Sequence[Sequence[str]], lexicon: Lexicon) -> list[str]:
    """The rows of a table, one line each: as sentences where its first row is a header that says what the cells are,
    else the cells with tabs between.

    >>> from kg.lexicon import Lexicon
    >>> lines([["姓名", "职务"], ["王某某", "县长"]], Lexicon())
    ['县长王某某。']
    >>> lines([["单位", "总投资（亿元）"], ["县水利局", "12.5"]], Lexicon())
    ['县水利局，总投资12.5亿元。']
    """
    plain = ["\t".join(dict.fromkeys(text for cell in row if (text := cell.strip()))) for row in rows]
    return spoken(rows, lexicon) or plain


def spoken(rows: Sequence[Sequence[str]], lexicon: Lexicon) -> list[str]:
    """The rows of a table with a header as sentences; none for a table without one. A cell that spans several columns
    has empty ones behind it.
    """
    cells = [["".join(cell.split("\n")).strip() for cell in row] for row in rows]
    at = next((n for n, row in enumerate(cells[:3]) if _is_header(row, lexicon)), None)
    if at is None:
        return []
    head = ["".join(dict.fromkeys(row)) for row in cells[:at]]
    whole = _of_two(cells[at], cells[at + 1] if at + 1 < len(cells) else [])
    rest = cells[at + (2 if whole else 1) :]
    return [*head, *(line for row in rest if (line := _sentence(whole or cells[at], row, lexicon)))]


def _of_two(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """The header that two rows make: 投资额（亿元）over 2022年计划 makes 2022年计划投资额（亿元）.

    [] where the lower row is none of a header.
    """
    if len(upper) != len(lower) or "" not in upper or not set(upper) & set(lower) - {""}:
        return []
    made, over = [], ""
    for at, (above, below) in enumerate(zip(upper, lower, strict=True)):
        over = above or over
        spans = not above or upper[at + 1 : at + 2] in ([], [""])
        if above == below:
            made.append(above)
        elif spans and _is_word(below):
            made.append(_under(over, below))
        else:
            return []
    return made


def _is_word(cell: str) -> bool:
    """Whether a cell may be a header: short words, which may open with a year (2022年计划) but are no number."""
    dated = cell[:4].isdigit() and len(cell) > len("2022年")
    return 0 < len(cell) <= _LONGEST_HEADER and not cell[-1].isdigit() and (dated or not cell[0].isdigit())


def _under(over: str, below: str) -> str:
    """The header of a column under one that spans several: with its word and its unit, where it has none of its own."""
    word, unit = _unit(over)
    own, has = _unit(below)
    name = own if word[:2] in own else own + word
    return f"{name}（{has or unit}）" if has or unit else name


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> dict[str, str]:
    return {row["word"]: row["role"] for row in lexicon.table("tableheads")}


def _role(cell: str, lexicon: Lexicon) -> str:
    """What a header says that its cells are: name, post, body, thing, project, site, order, amount, agent or ""."""
    word, unit = _unit(cell)
    role = _words(lexicon).get("".join(word.split()), "")
    return role or ("amount" if unit else "")


def _roles(row: Sequence[str], lexicon: Lexicon) -> set[str]:
    return {role for cell in row if (role := _role(cell, lexicon))}


def _is_header(row: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a row is a header: short cells, most of them known, and among them a person or an amount."""
    known = sum(bool(_role(cell, lexicon)) for cell in row)
    short = all(len(cell) <= _LONGEST_HEADER for cell in row)
    roles = _roles(row, lexicon)
    return short and 2 * known >= len(row) and len(roles) > 1 and bool(roles & {"name", "amount", "agent"})


def _unit(cell: str) -> tuple[str, str]:
    """A header and the unit in its brackets: 总投资（亿元）, 面积(亩)."""
    head, bracket, rest = cell.translate(_BRACKETS).partition("（")
    unit = rest.partition("）")[0].removeprefix("单位：").strip()
    return (head.strip(), unit) if bracket and 0 < len(unit) <= 5 else (cell.strip(), "")


def _sentence(header: Sequence[str], row: Sequence[str], lexicon: Lexicon) -> str:
    """One row as a sentence; "" for one without anything but its number."""
    pairs = [(head, cell) for head, cell in zip(header, row, strict=False) if cell and _role(head, lexicon) != "order"]
    by = {_role(head, lexicon): cell for head, cell in reversed(pairs)}
    name, post = "".join(by.get("name", "").split()), by.get("post", "")
    parts = []
    if name and post and len(name) <= _LONGEST_NAME:
        body = by.get("body", "")
        parts.append(f"{'' if post.startswith(body) else body}{post}{name}")
        pairs = [(head, cell) for head, cell in pairs if _role(head, lexicon) not in {"name", "post", "body"}]
    parts += [_said(head, cell, lexicon) for head, cell in pairs]
    return "，".join(parts) + "。" if parts else ""


def _said(head: str, cell: str, lexicon: Lexicon) -> str:
    """A cell with what its header adds: 总投资12.5亿元, 责任人：王某某."""
    word, unit = _unit(head)
    role = _role(head, lexicon)
    if role in {"body", "thing"}:
        return cell
    if role == "project":
        return f"{word.removesuffix(_NAME)}：{cell}"
    if role == "site":
        return f"{_LIES}{cell}"
    if role == "amount" and cell[-1:].isdigit():
        return f"{word}{cell}{unit or _of_cell(word)}"
    return f"{word}{cell}" if role == "amount" else f"{word}：{cell}"


def _of_cell(word: str) -> str:
    """What is counted where the header names no unit: people."""
    return "人" if word.endswith(("人数", "人口")) else ""
