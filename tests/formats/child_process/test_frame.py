from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift.formats.child_process.frame import LONGEST_DOCUMENT, read_frame, write_frame

documents = st.dictionaries(st.text(max_size=8), st.integers() | st.text(max_size=20) | st.none(), max_size=5)


@given(st.lists(st.tuples(documents, st.binary(max_size=200)), max_size=5))
def test_frames_are_read_as_they_were_written(frames: list[tuple[dict[str, object], bytes]]) -> None:
    stream = io.BytesIO()
    for document, data in frames:
        write_frame(stream, document, data)
    stream.seek(0)
    assert [read_frame(stream) for _ in frames] == frames
    assert read_frame(stream) is None


@given(documents, st.binary(max_size=50), st.integers(0, 60))
def test_a_frame_that_ends_early_is_none(document: dict[str, object], data: bytes, cut: int) -> None:
    stream = io.BytesIO()
    write_frame(stream, document, data)
    whole = stream.getvalue()
    if cut < len(whole):
        assert read_frame(io.BytesIO(whole[:cut])) is None


@pytest.mark.parametrize(
    "told",
    [
        struct.pack(">IQ", LONGEST_DOCUMENT + 1, 0),
        struct.pack(">IQ", 2, 0) + b"[]",
        struct.pack(">IQ", 1, 0) + b"x",
    ],
)
def test_what_is_no_frame_is_refused(told: bytes) -> None:
    with pytest.raises(ValueError, match=r"long|document|Expecting"):
        read_frame(io.BytesIO(told))
