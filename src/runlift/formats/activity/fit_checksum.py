"""The checksum of FIT files: CRC-16 with the reflected polynomial 0x8005, two bytes a step."""

from __future__ import annotations

import sys
from array import array
from functools import cache

_POLYNOMIAL = 0xA001
_BITS = 16
_WORDS = 1 << _BITS


def fit_checksum(data: bytes) -> int:
    """Return the checksum of some bytes; 0 over bytes that end with their own."""
    steps = _steps()
    words = array("H", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        words.byteswap()
    checksum = 0
    for word in words:
        checksum = steps[checksum ^ word]
    if len(data) % 2:
        checksum = _step(checksum ^ data[-1], 8)
    return checksum


@cache
def _steps() -> array[int]:
    """Return what becomes of each word of two bytes."""
    return array("H", (_step(word, _BITS) for word in range(_WORDS)))


def _step(word: int, bits: int) -> int:
    for _ in range(bits):
        word = word >> 1 ^ (_POLYNOMIAL if word & 1 else 0)
    return word
