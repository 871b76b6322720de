from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strava_tables import BY_HAND, FULL, GERMAN, RUN

from runlift.domain.activity.activity import Sport
from runlift.formats.archive.strava import StravaTable, read_strava_table
from runlift.formats.archive.table_cells import moment_in, number_in

UNKNOWN_LANGUAGE = (
    "Id,Data,Nimi,Laji,Kuvaus,Aika,Matka,Syke,Teho,Työ,Muistiinpano,Varuste,Tiedosto,Paino,Pyörä,Aika,Liike,Matka\n"
    '126,"14 heinä 2020, 22:36",Lenkki,Juoksu,,3010,"10,01",,,,,,activities/126.tcx.gz,62,,3010,2990,10012\n'
)


def table(text: str) -> StravaTable:
    found = read_strava_table(text.encode(), name="activities.csv")
    assert found is not None
    return found


def test_of_two_columns_of_a_name_the_metric_one_is_taken() -> None:
    (row,) = table(FULL + RUN).rows
    run = row.activity
    assert row.file == "activities/123.fit.gz"
    assert run.sport is Sport.RUN
    assert run.starts_at == datetime(2020, 7, 14, 22, 36, 55, tzinfo=UTC)
    assert (run.distance_m, run.duration_s, run.elapsed_s) == (10012.5, 2990, 3010)
    assert (run.ascent_m, run.descent_m, run.heart_rate, run.heart_rate_max) == (88, 86, 151.2, 175)


def test_an_activity_without_a_file_is_there_with_what_the_table_tells() -> None:
    row = table(FULL + RUN + BY_HAND).rows[1]
    assert row.file == ""
    assert row.activity.distance_m == 5000
    assert row.activity.starts_at.hour == 5


def test_translated_headers_dates_and_numbers_are_understood() -> None:
    (row,) = table(GERMAN).rows
    assert row.file == "activities/125.gpx"
    assert row.activity.sport is Sport.RUN
    assert row.activity.starts_at == datetime(2020, 7, 14, 22, 36, 55, tzinfo=UTC)
    assert (row.activity.distance_m, row.activity.duration_s) == (10012.5, 2990)


def test_a_table_in_a_language_that_is_not_known_is_read_by_the_places_of_its_columns() -> None:
    (row,) = table(UNKNOWN_LANGUAGE).rows
    assert row.file == "activities/126.tcx.gz"
    assert row.activity.sport is Sport.RUN
    assert row.activity.starts_at == datetime(2020, 7, 14, 22, 36, tzinfo=UTC)
    assert (row.activity.distance_m, row.activity.moving_s) == (10012, 2990)


def test_a_short_table_has_its_distance_in_kilometres() -> None:
    short = "Activity ID,Activity Date,Activity Name,Activity Type,Distance,Elapsed Time,Filename\n"
    (row,) = table(short + '1,"Apr 9, 2026, 7:30:00 AM",Run,Run,5.0,1800,activities/1.gpx\n').rows
    assert row.activity.distance_m == 5000


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "Date,workout\n2020-01-01,Easy\n", '"unclosed', "\0"])
def test_other_tables_are_none(text: str) -> None:
    assert read_strava_table(text.encode(), name="a.csv") is None


def test_rows_without_a_date_are_told() -> None:
    found = table(FULL + RUN.replace("Jul 14, 2020, 10:36:55 PM", "yesterday"))
    assert not found.rows
    assert [finding.code for finding in found.findings] == ["rows_without_date"]


def test_a_file_name_never_leads_out_of_the_export() -> None:
    (row,) = table(FULL + RUN.replace("activities/123.fit.gz", "activities/../../secret.fit")).rows
    assert row.file == ""


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Jul 14, 2020, 10:36:55 PM", (2020, 7, 14, 22, 36, 55)),
        ("Jul 14, 2020, 12:05:00 AM", (2020, 7, 14, 0, 5, 0)),
        ("14 juil. 2020, 22:36:55", (2020, 7, 14, 22, 36, 55)),
        ("14.07.2020, 22:36:55", (2020, 7, 14, 22, 36, 55)),
        ("2020-07-14 22:36:55", (2020, 7, 14, 22, 36, 55)),
        ("14 jul 2020 22:36:55", (2020, 7, 14, 22, 36, 55)),
        ("1 mars 2021, 08:00", (2021, 3, 1, 8, 0, 0)),
    ],
)
def test_dates_of_every_dialect_are_read(text: str, moment: tuple[int, ...]) -> None:
    assert moment_in(text) == datetime(*moment, tzinfo=UTC)  # type: ignore[misc,arg-type]  # six numbers


@pytest.mark.parametrize(
    "text",
    ["", "14.07.3020, 22:36:55", "soon", "Jul 14, 2020", "99.99.2020, 25:61:00", "31.02.2020, 10:00:00"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment_in(text) is None


@given(st.text(max_size=40))
def test_no_cell_raises(text: str) -> None:
    moment_in(text)
    number_in(text)


@given(st.floats(-1e6, 1e6))
def test_numbers_are_read_with_point_and_comma(number: float) -> None:
    written = f"{number:.3f}"
    assert number_in(written) == float(written)
    assert number_in(written.replace(".", ",")) == float(written)
