from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fit_writer import fit_run, fit_strength
from tests.xml_activities import gpx_run, tcx_run

from runlift.formats.activity import reading
from runlift.formats.activity.gzip_bytes import TooLargeError, unpacked
from runlift.formats.activity.reading import read_activities

SEEDS = (
    fit_run(minutes=1),
    fit_strength(),
    gpx_run(points=20),
    tcx_run(points=10),
    gzip.compress(gpx_run(points=9)),
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (fit_run(minutes=3), "x.gpx"),
        (gpx_run(), "x.fit"),
        (tcx_run(), "x"),
        (b"\xef\xbb\xbf \n" + gpx_run(), "x"),
    ],
    ids=["fit", "gpx", "tcx", "mark and blanks"],
)
def test_a_file_is_told_by_its_bytes_and_not_by_its_name(data: bytes, name: str) -> None:
    outcome = read_activities(data, name=name)
    assert len(outcome.activities) == 1
    assert outcome.activities[0].source.name == name


@pytest.mark.parametrize("data", [fit_run(minutes=3), gpx_run(), tcx_run()], ids=["fit", "gpx", "tcx"])
def test_a_compressed_file_is_read_as_what_it_holds(data: bytes) -> None:
    plain, packed = read_activities(data, name="a"), read_activities(gzip.compress(data), name="a.gz")
    assert packed.activities[0].distance_m == plain.activities[0].distance_m
    assert packed.activities[0].source.digest != plain.activities[0].source.digest


def test_a_damaged_compressed_file_gives_what_could_be_unpacked() -> None:
    packed = gzip.compress(fit_run(minutes=30))
    outcome = read_activities(packed[: len(packed) // 2], name="a.fit.gz")
    assert outcome.activities[0].partial
    assert "gzip_broken" in [finding.code for finding in outcome.findings]


def test_a_small_file_that_unpacks_to_more_than_any_activity_is_refused() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(65)) + packer.flush()
    (finding,) = read_activities(packed, name="a.gz").findings
    assert finding.code == "file_too_large"


@given(st.binary(max_size=5_000), st.integers(0, 20_000))
def test_unpacking_gives_what_was_packed_or_tells_that_it_is_more(data: bytes, most: int) -> None:
    packed = gzip.compress(data) + gzip.compress(data)
    if 2 * len(data) > most:
        with pytest.raises(TooLargeError):
            unpacked(packed, most)
    else:
        assert unpacked(packed, most) == (data + data, True)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"BEGIN:VCALENDAR\r\n", "calendar"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "picture"),
        (b"<html>", "web page"),
        (b"<kml>", "XML"),
        (b"PK\x03\x04", "archive"),
        (b"SQLite format 3\0", "database"),
        (b"just words about <gpx", "text"),
        (b"\0\1\2", "binary"),
    ],
)
def test_what_is_no_activity_is_named(data: bytes, words: str) -> None:
    outcome = read_activities(data, name="a")
    assert not outcome.activities
    assert words in outcome.findings[0].message
    assert outcome.findings[0].place == "a"


@pytest.mark.parametrize(
    ("name", "text", "words", "remedy"),
    [
        ("p.ics", "BEGIN:VCALENDAR\n", "a calendar", "runlift read"),
        ("p.csv", "date,workout,distance_km\n2027-01-04,easy,8\n", "a running plan", "runlift read"),
        ("p.csv", "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n", "a running plan", "runlift read"),
        ("p.yaml", "schedule:\n- workouts:\n  - {title: Easy 8}\n", "a running plan", "runlift read"),
        ("p.txt", "Mon 4 Jan 2027: 8 km easy\nTue 5 Jan 2027: rest\n", "a running plan", "runlift read"),
        ("p.txt", "I ran on Monday and it rained.\n", "text of another kind", "Nothing"),
        (
            "hevy.csv",
            "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps\n",
            "a log of lifts",
            "runlift import-lifts",
        ),
        (
            "s.csv",
            "Date;Workout Name;Exercise Name;Set Order;Weight;Reps\n",
            "a log of lifts",
            "import-lifts",
        ),
        ("a.csv", "Activity Type,Date,Favorite,Title,Distance\n", "Garmin Connect", "the whole account"),
        ("plan.json", '{\n "schema": "runlift.plan/1"}', "a plan of Runlift", "runlift show"),
        ("diary.json", '{"schema": "runlift.diary/1"}', "a diary that Runlift exported", "the diary"),
        ("tidy.csv", "source,date,time,of,exercise_id\n", "a table that Runlift exported", "the diary"),
        ("pain.csv", "id,revision,device,recorded_at,date\n", "a table that Runlift exported", "the diary"),
        ("days.csv", "date,note\n", "text of another kind", "Nothing"),
        ("records.csv", "timestamp,heart_rate,cadence\n1,2,3\n", "text of another kind", "Nothing"),
    ],
)
def test_what_another_command_reads_is_sent_there(name: str, text: str, words: str, remedy: str) -> None:
    (finding,) = read_activities(text.encode(), name=name).findings
    assert words in finding.message
    assert remedy in finding.remedy


def test_a_file_above_the_bound_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 100)
    assert read_activities(b"x" * 101, name="a").findings[0].code == "file_too_large"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_bytes_raise_and_nothing_is_left_untold(data: st.DataObject) -> None:
    seed = bytearray(data.draw(st.sampled_from(SEEDS)))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(seed) - 1))
        kind = data.draw(st.sampled_from(["change", "cut", "insert"]))
        if kind == "change":
            seed[at] = data.draw(st.integers(0, 255))
        elif kind == "cut":
            del seed[at : at + data.draw(st.integers(1, 200))]
        else:
            seed[at:at] = data.draw(st.binary(max_size=20))
        if not seed:
            break
    outcome = read_activities(bytes(seed), name="a")
    assert outcome.activities or outcome.findings
    assert all(finding.message and finding.remedy and finding.place for finding in outcome.findings)
