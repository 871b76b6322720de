"""What parent and child say to each other: a JSON document, and bytes behind it, each with its length."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

_LENGTHS = struct.Struct(">IQ")
LONGEST_DOCUMENT = 256 * 1024 * 1024


def write_frame(stream: IO[bytes], document: dict[str, Any], data: bytes = b"") -> None:
    """Write a frame."""
    words = json.dumps(document).encode()
    stream.write(_LENGTHS.pack(len(words), len(data)))
    stream.write(words)
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """Read a frame; None when the other side has gone.

    Raises:
        ValueError: What comes is no frame.
    """
    head = _exactly(stream, _LENGTHS.size)
    if head is None:
        return None
    words_length, data_length = _LENGTHS.unpack(head)
    if words_length > LONGEST_DOCUMENT:
        raise ValueError("the document is too long")
    words, data = _exactly(stream, words_length), _exactly(stream, data_length)
    if words is None or data is None:
        return None
    document = json.loads(words)
    if not isinstance(document, dict):
        raise ValueError("not a document")  # noqa: TRY004 - what comes from outside is a value, not a type
    return document, data


def _exactly(stream: IO[bytes], length: int) -> bytes | None:
    data = stream.read(length)
    return data if len(data) == length else None
