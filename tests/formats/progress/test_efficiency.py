from __future__ import annotations

import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from tests import logged_plan
from tests.domain.progress.diaries import diary_of
from tests.domain.progress.easy_runs import TODAY, growing, run, season

from runlift.application.show_efficiency import EfficiencyReport, efficiency_of
from runlift.domain.athlete.profile import Units
from runlift.formats.efficiency_json import efficiency_document
from runlift.formats.progress_svg.draw import WIDTH
from runlift.formats.progress_svg.efficiency import draw_efficiency, efficiency_files

SVG = "{http://www.w3.org/2000/svg}"


def report(units: Units = Units.METRIC, **steady: float) -> EfficiencyReport:
    warm = run(TODAY - timedelta(days=3), temperature_c=31.0)
    told = diary_of([*season(growing(0.01), every=4, **steady), warm])
    return efficiency_of(told, logged_plan.plan(TODAY, units), today=TODAY, weeks=13)


def words_in(made: EfficiencyReport) -> list[str]:
    picture = draw_efficiency(made)
    assert picture is not None
    return [each.text or "" for each in ET.fromstring(picture).iter(f"{SVG}text")]  # noqa: S314  our own


def test_the_picture_is_written_as_svg_and_png_with_the_same_bytes_each_time() -> None:
    files = efficiency_files(report())
    assert set(files) == {"efficiency.svg", "efficiency.png"}
    assert efficiency_files(report()) == files


@pytest.mark.parametrize("units", Units)
def test_the_picture_fits_a_phone_and_can_be_read(units: Units) -> None:
    made = report(units, cadence=172.0, ground_contact_ms=248.0, vertical_oscillation_mm=92.0)
    root = ET.fromstring(draw_efficiency(made) or b"")  # noqa: S314  our own
    assert root.get("width") == str(WIDTH)
    height = float(root.get("height") or 0)
    for each in root.iter(f"{SVG}text"):
        assert int(each.get("font-size") or 0) >= 12
        assert 0 <= float(each.get("x") or -1) <= WIDTH
        assert 0 < float(each.get("y") or -1) <= height


def test_what_the_watch_did_not_measure_has_no_plot() -> None:
    assert "Cadence [steps/min]" in words_in(report(cadence=172.0))
    assert "Cadence [steps/min]" not in words_in(report())


def test_the_phases_of_strength_work_lie_under_the_runs() -> None:
    made = report()
    assert made.phases
    drawn = words_in(made)
    assert all({phase.value, phase.value[0]} & set(drawn) for phase in made.phases.values())
    alone = efficiency_of(diary_of(season(growing(0.01))), None, today=TODAY, weeks=13)
    assert not any(words.startswith("Strip") for words in words_in(alone))


def test_nothing_compared_is_nothing_drawn() -> None:
    empty = efficiency_of(diary_of([]), None, today=TODAY, weeks=13)
    assert efficiency_files(empty) == {}


def test_the_document_holds_every_run_and_reads_back() -> None:
    made = report()
    document = json.loads(json.dumps(efficiency_document(made)))
    assert len(document["runs"]) == len(made.found.runs)
    assert [each["counts_in_trend"] for each in document["runs"]].count(False) == 1
    assert document["trend_percent"]["low_95"] <= document["trend_percent"]["high_95"]
    assert efficiency_document(report(Units.IMPERIAL))["runs"] == efficiency_document(made)["runs"]
