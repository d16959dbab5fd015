"""Archives (.zip, .tar, .tar.gz): every readable file in them, within bounds that no bomb can pass."""

from __future__ import annotations

import tarfile
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ingest.formats.part import Options

_HEAD = 512
"""Bytes of the head of a file in a tar; so many files may have one before that counts."""
_CURE = "Unpack it and give the files that you trust"


def members(data: bytes, source: str, options: Options) -> Iterator[tuple[str, bytes] | Skipped]:
    """Name and bytes of each file of an archive, in the order of the names. Raises ``InputError`` for a broken one.

    Reading stops where the files unpack to more than ``options.unpacked`` allows for an archive of its size, or are
    more than ``options.most_files``. What an archive says of the size of its files counts before they are read.
    """
    try:
        unpack = _unzipped if zipfile.is_zipfile(BytesIO(data)) else _untarred
        for name, content in unpack(data, options):
            if content is None:
                yield Skipped(f"{source}/{name}", "the file is locked or broken", _CURE)
            else:
                yield name, content
    except _TooMuchError:
        yield _too_much(source, len(data), options)
    except MemoryError:
        raise
    except Exception as error:  # zipfile and tarfile let through what struct, zlib and seeking in damage raise
        raise InputError(source, f"the archive is broken: {error}", "Get it again") from error


class _TooMuchError(Exception):
    """The archive holds more than it may."""


def _too_much(source: str, size: int, options: Options) -> Skipped:
    limits = f"more than {options.unpacked(size)} bytes or {options.most_files} files"
    return Skipped(source, f"the archive of {size} bytes holds {limits}; the rest is not read", _CURE)


def _unzipped(data: bytes, options: Options) -> Iterator[tuple[str, bytes | None]]:
    left = options.unpacked(len(data))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = sorted((i for i in archive.infolist() if not i.is_dir()), key=lambda i: i.filename)
        for number, info in enumerate(infos):
            content: bytes | None = None
            if number >= options.most_files or info.file_size > left:
                raise _TooMuchError
            try:
                with archive.open(info) as member:
                    content = member.read(left + 1)
            except MemoryError:
                raise
            except Exception:  # locked, damaged, or packed in a way that is not known
                content = None
            left -= len(content or b"")
            if left < 0:
                raise _TooMuchError
            yield _zip_name(info), content


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The name, which archives made on Chinese Windows keep in GBK without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return info.filename


def _untarred(data: bytes, options: Options) -> Iterator[tuple[str, bytes | None]]:
    left, count = options.unpacked(len(data)), 0
    with tarfile.open(fileobj=BytesIO(data), mode="r:*") as archive:
        for info in archive:
            # What a file is said to hold counts before it is read: reading on skips it, which unpacks it all the same.
            left -= _HEAD + info.size
            count += 1  # folders and links too: a million heads take a minute to read
            if left < -_HEAD * options.most_files or count > options.most_files:
                raise _TooMuchError
            if info.isfile():
                member = archive.extractfile(info)
                yield info.name, member.read() if member else None
