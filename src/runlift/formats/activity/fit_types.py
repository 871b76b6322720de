"""How numbers are written in a FIT file."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELD_OF_TIME = 253


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseType:
    """A way of writing numbers.

    Attributes:
        dtype: The type in NumPy's words; None for letters and plain bytes.
        size: Bytes of one number; 0 where any size is right.
        invalid: The number that means none; None where that is a number that is not one.
    """

    dtype: str | None
    size: int
    invalid: int | None = None


BYTES = BaseType(dtype=None, size=0)
BASE_TYPES: Mapping[int, BaseType] = MappingProxyType(
    {
        0x00: BaseType(dtype="u1", size=1, invalid=0xFF),
        0x01: BaseType(dtype="i1", size=1, invalid=0x7F),
        0x02: BaseType(dtype="u1", size=1, invalid=0xFF),
        0x83: BaseType(dtype="i2", size=2, invalid=0x7FFF),
        0x84: BaseType(dtype="u2", size=2, invalid=0xFFFF),
        0x85: BaseType(dtype="i4", size=4, invalid=0x7FFF_FFFF),
        0x86: BaseType(dtype="u4", size=4, invalid=0xFFFF_FFFF),
        0x07: BYTES,
        0x88: BaseType(dtype="f4", size=4),
        0x89: BaseType(dtype="f8", size=8),
        0x0A: BaseType(dtype="u1", size=1, invalid=0),
        0x8B: BaseType(dtype="u2", size=2, invalid=0),
        0x8C: BaseType(dtype="u4", size=4, invalid=0),
        0x0D: BYTES,
        0x8E: BaseType(dtype="i8", size=8, invalid=0x7FFF_FFFF_FFFF_FFFF),
        0x8F: BaseType(dtype="u8", size=8, invalid=0xFFFF_FFFF_FFFF_FFFF),
        0x90: BaseType(dtype="u8", size=8, invalid=0),
    }
)
