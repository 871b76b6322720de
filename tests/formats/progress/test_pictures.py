from __future__ import annotations

import json
import struct
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from tests import logged_plan
from tests.domain.progress.diaries import TODAY, diary_of, done, entries

from runlift.application.show_progress import ProgressReport, progress_of
from runlift.domain.athlete.profile import Units
from runlift.domain.diary.entry import BodyMass, SessionDone
from runlift.domain.plan.session import Side
from runlift.formats.progress_json import progress_document
from runlift.formats.progress_svg.draw import LONGEST_NAME, WIDTH, shortened
from runlift.formats.progress_svg.pictures import PICTURES, progress_files
from runlift.formats.progress_svg.png import PIXELS_PER_INCH, picture_png

if TYPE_CHECKING:
    from runlift.domain.diary.entry import Entry

POINTS_PER_INCH = 72
SVG = "{http://www.w3.org/2000/svg}"


def report(units: Units = Units.METRIC) -> ProgressReport:
    """Eight weeks of a squat, a row by sides, a jump and a weighing, beside a small plan."""
    plan = logged_plan.plan(TODAY, units)
    told: list[Entry] = [
        SessionDone(session=plan.sessions[0].uid, starts_at=plan.sessions[0].starts_at),
        done("", day=TODAY - timedelta(days=9)),
    ]
    for back in range(1, 50, 6):
        day = TODAY - timedelta(days=back)
        told += [
            done(day=day),
            done("db_row", day=day, side=Side.LEFT),
            done("db_row", day=day, side=Side.RIGHT, reps=6),
            done("pogo", day=day, reps=None, contacts=30, load_kg=None, rir=None),
            BodyMass(date=day, mass_kg=62.0 + back % 3 * 0.2),
        ]
    return progress_of(diary_of(told), plan, today=TODAY, weeks=12)


def words_in(picture: bytes) -> list[str]:
    return [each.text or "" for each in ET.fromstring(picture).iter(f"{SVG}text")]  # noqa: S314  our own


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return progress_files(report())


def test_every_picture_is_written_as_svg_and_png(files: dict[str, bytes]) -> None:
    assert set(files) == {f"{name}.{ending}" for name in PICTURES for ending in ("svg", "png")}


def test_the_same_report_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert progress_files(report()) == files


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_fits_a_phone_and_can_be_read(files: dict[str, bytes], name: str) -> None:
    root = ET.fromstring(files[f"{name}.svg"])  # noqa: S314  our own
    assert root.get("width") == str(WIDTH) == "390"
    height = float(root.get("height") or 0)
    for each in root.iter(f"{SVG}text"):
        assert int(each.get("font-size") or 0) >= 12
        assert 0 <= float(each.get("x") or -1) <= WIDTH
        assert 0 < float(each.get("y") or -1) <= height
    pixels = PIXELS_PER_INCH / POINTS_PER_INCH
    assert size_of(files[f"{name}.png"]) == (WIDTH * pixels, height * pixels)


@pytest.mark.parametrize("name", PICTURES)
def test_letters_leave_marks_in_the_png(files: dict[str, bytes], name: str) -> None:
    svg = files[f"{name}.svg"]
    root = ET.fromstring(svg)  # noqa: S314  our own
    for each in list(root.iter(f"{SVG}text")):
        each.text = ""
    without = picture_png(ET.tostring(root))
    assert size_of(without) == size_of(files[f"{name}.png"])
    assert without != files[f"{name}.png"]


def test_the_pictures_tell_what_they_show(files: dict[str, bytes]) -> None:
    told = {name: words_in(files[f"{name}.svg"]) for name in PICTURES}
    assert "Goblet squat" in told["strength"]
    assert any(words.startswith("right: ") for words in told["strength"])
    assert "quadriceps" in told["sets_by_muscle"]
    assert "Foot contacts" in told["load"]
    assert any("less right: worth a look" in words for words in told["balance"])
    assert any("weeks in a row" in words for words in told["consistency"])
    assert "Body mass [kg]" in told["body_mass"]


def test_the_height_of_columns_can_be_read(files: dict[str, bytes]) -> None:
    highest = max(each.tonnage_kg for week in report().weeks for each in (week.done, week.asked) if each)
    assert f"{highest:,.0f}" in words_in(files["load.svg"])
    assert any("on one scale: the highest is" in words for words in words_in(files["sets_by_muscle.svg"]))


def test_masses_are_told_in_the_runners_unit() -> None:
    found = progress_files(report(Units.IMPERIAL))
    assert "Body mass [lb]" in words_in(found["body_mass.svg"])
    assert "Weight lifted [lb]" in words_in(found["load.svg"])


def test_a_picture_with_nothing_to_show_is_not_written() -> None:
    bare = progress_of(diary_of([]), None, today=TODAY, weeks=12)
    assert progress_files(bare) == {}


def test_the_right_side_is_told_by_shape_as_well_as_colour(files: dict[str, bytes]) -> None:
    assert b"stroke-dasharray" in files["strength.svg"]


def test_names_of_other_apps_cannot_break_a_picture() -> None:
    odd = replace(done(""), name='<b>&"\x00squat\n' + "x" * 60)
    found = progress_of(diary_of([odd]), None, today=TODAY, weeks=12)
    (told,) = [words for words in words_in(progress_files(found)["strength.svg"]) if "squat" in words]
    assert told.startswith("<b>&")
    assert len(told) <= LONGEST_NAME


def test_a_long_name_loses_what_is_in_brackets_first() -> None:
    assert shortened("Backpack deadlift (stands in for a kettlebell)") == "Backpack deadlift"
    assert shortened("Goblet squat (dumbbell)") == "Goblet squat (dumbbell)"


@settings(max_examples=25)
@given(entries)
def test_any_diary_can_be_drawn_and_written(told: list[Entry]) -> None:
    found = progress_of(diary_of(told), None, today=TODAY, weeks=5)
    for draw in PICTURES.values():
        picture = draw(found)
        assert picture is None or words_in(picture)
    document = progress_document(found)
    assert json.loads(json.dumps(document, allow_nan=False)) == document
