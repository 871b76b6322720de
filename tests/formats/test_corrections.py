from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift.domain.running.entry import Correction
from runlift.domain.running.plan import RunKind
from runlift.formats.corrections import corrections_name, dump_corrections, read_corrections

CORRECTIONS = st.lists(
    st.builds(
        Correction,
        date=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        number=st.integers(1, 5),
        title=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=20),
        kind=st.none() | st.sampled_from(RunKind),
        key=st.none() | st.booleans(),
        distance_m=st.none() | st.floats(1, 200_000),
        duration_s=st.none() | st.floats(1, 80_000),
        movable=st.none() | st.booleans(),
    ),
    max_size=4,
    unique_by=lambda found: (found.date, found.number),
)


@settings(max_examples=100, deadline=None)
@given(CORRECTIONS)
def test_written_corrections_read_back_equal(corrections: list[Correction]) -> None:
    read = read_corrections(dump_corrections(corrections), name="c.yaml")
    assert not read.findings
    assert list(read.corrections) == sorted(corrections, key=lambda found: (found.date, found.number))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_never_raise(data: bytes) -> None:
    read_corrections(data, name="c.yaml")


def test_unknown_keys_wrong_values_and_foreign_dates_are_told_with_their_line() -> None:
    data = b"""schema: runlift.corrections/1
corrections:
  - {date: 2027-01-05, kind: tempo, colour: red}
  - {date: 2027-13-05, kind: easy}
  - {date: 2027-02-01, kind: easy}
  - {kind: easy}
"""
    read = read_corrections(data, name="c.yaml", days={date(2027, 1, 5)})
    assert [found.kind for found in read.corrections] == [RunKind.TEMPO]
    assert [(found.code, found.place) for found in read.findings] == [
        ("unknown_key", "c.yaml, line 3"),
        ("wrong_value", "c.yaml, line 4"),
        ("wrong_value", "c.yaml, line 6"),
        ("correction_of_no_day", "c.yaml, line 5"),
    ]


def test_the_corrections_stand_beside_the_plan_under_its_name() -> None:
    assert corrections_name("plan.ics") == "plan.ics.corrections.yaml"
