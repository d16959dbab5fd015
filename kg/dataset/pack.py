"""Values as bytes for the next step: MessagePack, checked against the model when it is loaded, and compressed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.dataset.storage import Storage

T = TypeVar("T")
_FAST = 1  # zlib: four times smaller at little cost
_SIZE = 8  # bytes of a length


def packed(value: object) -> bytes:
    """The bytes of a value of the model."""
    return zlib.compress(msgspec.msgpack.encode(value, order="deterministic"), _FAST)


def unpacked(data: bytes, kind: type[T]) -> T:
    """The value of some bytes. Raises ``msgspec.MsgspecError`` or ``zlib.error`` for what is none."""
    return msgspec.msgpack.decode(zlib.decompress(data), type=kind)


def shelved(values: Sequence[object]) -> bytes:
    """Several values in one file, each to be had without the others."""
    blobs = [packed(value) for value in values]
    ends = [len(blobs), *map(len, blobs)]
    return b"".join([*(number.to_bytes(_SIZE, "big") for number in ends), *blobs])


def taken(storage: Storage, name: str, number: int, kind: type[T]) -> T:
    """One value of such a file. Raises ``FileNotFoundError`` where there is no such file."""
    head = storage.get(name, 0, _SIZE * (number + 2))
    if head is None:
        raise FileNotFoundError(f"{storage.root}/{name}")
    numbers = [int.from_bytes(head[at : at + _SIZE], "big") for at in range(0, len(head), _SIZE)]
    start = _SIZE * (numbers[0] + 1) + sum(numbers[1 : number + 1])
    data = storage.get(name, start, start + numbers[number + 1]) or b""
    return unpacked(data, kind)
