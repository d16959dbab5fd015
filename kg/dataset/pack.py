"""Values as bytes for the next step: MessagePack, compressed, under a hash that shows damage, checked when loaded."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING, TypeVar

import msgspec

from kg.seal import inflated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.dataset.storage import Storage

T = TypeVar("T")
_FAST = 1  # zlib: four times smaller at little cost
_LARGEST = 1 << 30  # bytes of one value
_HASH = 16  # bytes
_NUMBER = 8  # bytes


class DamagedError(Exception):
    """A file of the work is not whole, or is not ours."""


def packed(value: object) -> bytes:
    """The bytes of a value of the model."""
    data = zlib.compress(msgspec.msgpack.encode(value, order="deterministic"), _FAST)
    return hashlib.sha256(data).digest()[:_HASH] + data


def unpacked(data: bytes | None, kind: type[T]) -> T:
    """The value of some bytes. Raises ``DamagedError`` for what is none, and where there are none."""
    if not data or hashlib.sha256(data[_HASH:]).digest()[:_HASH] != data[:_HASH]:
        raise DamagedError
    try:
        return msgspec.msgpack.decode(inflated(data[_HASH:], _LARGEST), type=kind)
    except (zlib.error, msgspec.MsgspecError, ValueError) as error:  # the last: a text that is no UTF-8
        raise DamagedError from error


def shelved(values: Sequence[object | None]) -> bytes:
    """Several values in one file, each to be had without the others; None takes no room."""
    blobs = [b"" if value is None else packed(value) for value in values]
    at = 2 * _NUMBER * len(blobs)
    index: list[int] = []
    for blob in blobs:
        index += [at, len(blob)]
        at += len(blob)
    return b"".join([*(number.to_bytes(_NUMBER, "big") for number in index), *blobs])


def taken(place: Storage, name: str, number: int, kind: type[T]) -> T | None:
    """One value of such a file. Raises ``DamagedError``, also where there is no such file."""
    head = place.get(name, 2 * _NUMBER * number, 2 * _NUMBER)
    if head is None or len(head) < 2 * _NUMBER:
        raise DamagedError
    start, size = int.from_bytes(head[:_NUMBER], "big"), int.from_bytes(head[_NUMBER:], "big")
    return unpacked(place.get(name, start, size), kind) if size else None
