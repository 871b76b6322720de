"""Compressed files, unpacked up to a bound that is counted and never believed from the file."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31  # zlib's word for a gzip stream with the largest window
_STEP = 1 << 20


class TooLargeError(Exception):
    """What is unpacked is larger than the bound."""


def unpacked(data: bytes, most: int) -> tuple[bytes, bool]:
    """Return what a gzip file holds, and whether it is whole.

    Raises:
        TooLargeError: It holds more than `most` bytes.
    """
    parts: list[bytes] = []
    size = 0
    try:
        for part in _steps(data):
            size += len(part)
            if size > most:
                raise TooLargeError
            parts.append(part)
    except (zlib.error, EOFError):
        return b"".join(parts), False
    return b"".join(parts), True


def _steps(data: bytes) -> Iterator[bytes]:
    """Yield the content in small steps, of all streams that follow one another.

    Raises:
        EOFError: The last stream ends early.
    """
    while data.startswith(GZIP):
        stream = zlib.decompressobj(_GZIP_WINDOW)
        rest = data
        while not stream.eof:
            part = stream.decompress(rest, _STEP)
            rest = stream.unconsumed_tail
            yield part
            if not part and not rest and not stream.eof:
                raise EOFError
        data = stream.unused_data
