"""What readers of large exports ask of a stream."""

from __future__ import annotations

from typing import Protocol


class ByteStream(Protocol):
    """Gives bytes until there are no more."""

    def read(self, size: int, /) -> bytes:
        """Return up to so many bytes; none at the end."""
