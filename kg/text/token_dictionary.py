"""What stands in the segmenter's dictionary, asked word by word."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65536)
def known(word: str) -> bool:
    """Whether the dictionary has the word at all.

    >>> known("发展"), known("发山")
    (True, False)
    """
    import rjieba

    return len(rjieba.cut(word, False)) == 1


@lru_cache(maxsize=65536)
def listed(word: str) -> bool:
    """Whether the dictionary has the word as something other than a person's name."""
    import rjieba

    tagged = rjieba.tag(word, False)
    return len(tagged) == 1 and not tagged[0][1].startswith(("nr", "x"))


@lru_cache(maxsize=65536)
def spot(word: str) -> bool:
    """Whether the dictionary has the word as the name of a place.

    >>> spot("黄山"), spot("发展")
    (True, False)
    """
    import rjieba

    tagged = rjieba.tag(word, False)
    return len(tagged) == 1 and tagged[0][1].startswith("ns")
