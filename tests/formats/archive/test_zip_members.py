from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.formats.archive.zip_members import UNPACKING_FAULTS, list_members, open_member, steps_of

if TYPE_CHECKING:
    from pathlib import Path


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


def overlapping(count: int, size: int) -> bytes:
    """An archive whose directory names the same bytes again and again."""
    data = bytes(size)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    name = b"a.gpx"
    local = struct.pack(
        "<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, zlib.crc32(data), len(packed), size, len(name), 0
    )
    entry = struct.pack(
        "<4sHHHHHHIIIHHHHHII",
        b"PK\1\2", 20, 20, 0, 8, 0, 0, zlib.crc32(data), len(packed), size, len(name), 0, 0, 0, 0, 0, 0,
    )  # fmt: skip
    body, directory = local + name + packed, (entry + name) * count
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end


def test_files_are_listed_and_read_by_their_place(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"x/": b"", "x/1.fit": b"one", "2.gpx": b"two"})
    members = list_members(path).members
    assert [member.name for member in members] == ["x/1.fit", "2.gpx"]
    with open_member(path, members[1].index) as file:
        assert b"".join(steps_of(file)) == b"two"


def test_two_files_of_one_name_are_both_there(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("1.fit", b"one")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("1.fit", b"two")
    found = []
    for member in list_members(path).members:
        with open_member(path, member.index) as file:
            found.append(file.read())
    assert found == [b"one", b"two"]


@pytest.mark.parametrize(
    "name", ["../../evil.gpx", "/abs.gpx", "C:\\x.gpx", "a/../../b.gpx", "\\\\srv\\share\\x.gpx", "x" * 300]
)
def test_names_outside_of_the_archive_are_left_out_and_told(tmp_path: Path, name: str) -> None:
    listing = list_members(archive(tmp_path / "a.zip", {name: b"", "good.gpx": b""}))
    assert [member.name for member in listing.members] == ["good.gpx"]
    assert [finding.code for finding in listing.findings] == ["member_refused"]


def test_links_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        link = zipfile.ZipInfo("link.gpx")
        link.external_attr = 0o120777 << 16
        made.writestr(link, "/etc/passwd")
    listing = list_members(path)
    assert not listing.members
    assert [finding.code for finding in listing.findings] == ["member_refused"]


def test_names_that_hide_the_order_of_their_letters_are_shown_plain(tmp_path: Path) -> None:
    (member,) = list_members(archive(tmp_path / "a.zip", {"\u202egpx.exe": b""})).members
    assert member.name == "gpx.exe"


def test_a_file_without_a_name_is_passed_over(tmp_path: Path) -> None:
    data = archive(tmp_path / "a.zip", {"x": b"one", "2.gpx": b"two"}).read_bytes()
    entry = data.index(b"PK\1\2")
    nameless = bytearray(data)
    nameless[entry + 28 : entry + 32] = struct.pack("<HH", 0, 1)  # the name becomes an extra field
    (tmp_path / "b.zip").write_bytes(bytes(nameless))
    assert [member.name for member in list_members(tmp_path / "b.zip").members] == ["2.gpx"]


def test_files_that_share_bytes_are_refused_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(overlapping(50, 1 << 20))
    listing = list_members(path)
    assert not listing.members
    assert [finding.code for finding in listing.findings] == ["archive_overlaps"]


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"PK\5\6" + bytes(18), b"no archive"])
def test_what_is_no_archive_or_an_empty_one_is_told_or_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    listing = list_members(path)
    assert not listing.members
    assert [finding.code for finding in listing.findings] in ([], ["no_archive"])


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_changed_bytes_raise_nothing_but_what_is_declared(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("activities/1.gpx", b"<gpx/>" * 20)
        made.writestr("2.fit", b"x" * 50)
    broken = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    path.write_bytes(bytes(broken))
    for member in list_members(path).members:
        try:
            with open_member(path, member.index) as file:
                for _ in zip(steps_of(file), range(3), strict=False):
                    pass
        except UNPACKING_FAULTS:
            continue
