"""Files that nobody but this user can have written: sealed with a key that stands in the user's own settings.

What the program keeps for the next start (readings, compiled patterns) is believed only under its seal (HMAC-SHA256),
for one who may write where it lies could else put words into a graph, or programs into the engine of regular
expressions.
"""

from __future__ import annotations

import hmac
import os
import stat
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

KEY: Final = "KG_KEY"
"""The variable of the environment that names another file for the key, for machines that share what they keep."""
_LENGTH: Final = 32
_DIGEST: Final = "sha256"


def sealed(data: bytes, name: str) -> bytes | None:
    """The bytes under a seal that holds for this name only; None where there is no key."""
    key = _key()
    return hmac.digest(key, name.encode() + b"\0" + data, _DIGEST) + data if key else None


def unsealed(data: bytes, name: str) -> bytes | None:
    """The bytes, if they stand under the user's seal for this name."""
    key, seal, rest = _key(), data[:_LENGTH], data[_LENGTH:]
    whole = key and hmac.compare_digest(hmac.digest(key, name.encode() + b"\0" + rest, _DIGEST), seal)
    return rest if whole else None


def inflated(data: bytes, most: int) -> bytes:
    """What zlib has packed. Raises ``zlib.error`` for what is not whole, and for what unpacks to more bytes."""
    packer = zlib.decompressobj()
    found = packer.decompress(data, most)
    if not packer.eof or packer.unused_data:
        raise zlib.error("not whole, or too large")
    return found


def place() -> Path:
    """The file of the key. Raises ``RuntimeError`` for a user without a home."""
    named, settings = os.environ.get(KEY, ""), os.environ.get("XDG_CONFIG_HOME", "")
    home = Path(settings) if Path(settings).is_absolute() else Path.home() / ".config"
    return Path(named) if named else home / "zhengtu" / "key"


@cache
def _key() -> bytes:
    """The key, which is made at first; "" where there can be none, or where others may read or change it."""
    with suppress(OSError, RuntimeError):
        path = place()
        if not path.exists():
            _make(path)
        return _read(path)
    return b""


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        found = os.fstat(file.fileno())
        ours = not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077)
        key = file.read(_LENGTH + 1)
    return key if ours and len(key) == _LENGTH else b""


def _make(path: Path) -> None:
    """A new key, whole or not at all; where two processes make one, the first stands."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(_LENGTH))
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
