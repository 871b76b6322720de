"""Write plans, calendars, workouts, pictures, and the files of the runner."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from runlift.application.error import InputError
from runlift.bootstrap.files import read_if_there, write_file
from runlift.bootstrap.moment import current_moment
from runlift.domain.quantity import Finding, Severity
from runlift.formats.corrections import corrections_name, dump_corrections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from runlift.application.show_efficiency import EfficiencyReport
    from runlift.application.show_progress import ProgressReport
    from runlift.domain.assessment.retest import Retest
    from runlift.domain.athlete.profile import Athlete
    from runlift.domain.plan.plan import Plan
    from runlift.domain.quantity import DateSpan
    from runlift.domain.running.entry import Correction
    from runlift.domain.running.plan import RunningPlan
    from runlift.formats.plan_pdf import Paper, Printed
    from runlift.formats.workout_files import WorkoutFile, WorkoutFormat


def write_plan(plan: Plan, folder: Path | str) -> tuple[Path, ...]:
    """Write `plan.json`, the calendar, the printable plan and the season picture; return their paths.

    Raises:
        InputError: The folder cannot be written.
    """
    from runlift.formats.plan_files import CALENDAR, plan_files  # noqa: PLC0415  on demand

    path = Path(folder) / CALENDAR
    with _of_calendar(path):
        files = plan_files(plan, calendar=read_if_there(path), now=current_moment())
    return tuple(write_file(Path(folder) / name, data) for name, data in files.items())


def write_calendar(
    plan: Plan,
    path: Path,
    *,
    alarm_minutes: int | None = None,
    in_zone: bool = False,
    retest: Retest | None = None,
) -> Path:
    """Write the plan as a calendar that updates the one already there in place.

    Args:
        plan: The plan.
        path: The calendar file.
        alarm_minutes: How long before a session an alarm rings [min]; None for none.
        in_zone: Whether times are of the plan's zone, and not floating.
        retest: Field tests that get a day of their own; None for none.

    Raises:
        InputError: The file is no calendar of this program, or cannot be written.
    """
    from runlift.formats.plan_ics import CalendarWanted, dump_calendar  # noqa: PLC0415  on demand

    before = read_if_there(path)
    wanted = CalendarWanted(alarm_minutes=alarm_minutes, in_zone=in_zone, retest=retest)
    with _of_calendar(path):
        data = dump_calendar(plan, before=before, now=current_moment() if before else None, wanted=wanted)
    return write_file(path, data)


@contextmanager
def _of_calendar(path: Path) -> Iterator[None]:
    """Tell of a file in place of the calendar that this program did not write."""
    try:
        yield
    except ValueError as fault:
        finding = Finding(
            severity=Severity.ERROR,
            code="foreign_calendar",
            message=f"This file is no calendar of Runlift: {fault}. It is left as it is.",
            place=str(path),
            remedy="Move it away, or choose another name with --out.",
        )
        raise InputError([finding]) from fault


def write_progress(report: ProgressReport, folder: Path | str) -> tuple[Path, ...]:
    """Write the pictures of progress, each as SVG and PNG; return their paths.

    Raises:
        InputError: The folder cannot be written.
    """
    from runlift.formats.progress_svg.pictures import progress_files  # noqa: PLC0415  on demand

    return tuple(write_file(Path(folder) / name, data) for name, data in progress_files(report).items())


def write_efficiency(report: EfficiencyReport, folder: Path | str) -> tuple[Path, ...]:
    """Write the picture of running efficiency as SVG and PNG; return their paths.

    Raises:
        InputError: The folder cannot be written.
    """
    from runlift.formats.progress_svg.efficiency import efficiency_files  # noqa: PLC0415  on demand

    return tuple(write_file(Path(folder) / name, data) for name, data in efficiency_files(report).items())


def write_field_tests(folder: Path | str) -> tuple[Path, ...]:
    """Write a drawing of each field test as SVG; return their paths.

    Raises:
        InputError: The folder cannot be written.
    """
    from runlift.formats.field_test_svg.page import field_test_files  # noqa: PLC0415  on demand

    return tuple(write_file(Path(folder) / name, data) for name, data in field_test_files().items())


def write_workouts(
    plan: Plan,
    folder: Path | str,
    *,
    form: WorkoutFormat,
    span: DateSpan,
    most_steps: int | None = None,
) -> tuple[WorkoutFile, ...]:
    """Write the workouts of a span of days, each as a file; return what was written.

    Raises:
        InputError: The folder cannot be written, or a workout does not fit into the format.
    """
    from runlift.formats.workout_files import STEPS_OF_CONNECT, workout_files  # noqa: PLC0415  on demand

    files = workout_files(plan, span, form, most_steps=most_steps or STEPS_OF_CONNECT)
    for each in files:
        write_file(Path(folder) / each.name, each.data)
    return files


def write_printed_plan(
    plan: Plan, path: Path | str, *, span: DateSpan, paper: Paper, printed: Printed
) -> Path | None:
    """Write the printable plan as PDF; None when no week begins within the span of days.

    Raises:
        InputError: The file cannot be written.
    """
    from runlift.formats.plan_pdf import dump_pdf  # noqa: PLC0415  on demand

    data = dump_pdf(plan, span, paper=paper, printed=printed)
    return None if data is None else write_file(Path(path), data)


def write_corrections_beside(path: Path, corrections: Iterable[Correction]) -> Path:
    """Write the corrections of a running plan into the file beside it; return that file."""
    return write_file(path.with_name(corrections_name(path.name)), dump_corrections(corrections))


def write_athlete(athlete: Athlete, path: Path) -> Path:
    """Write an athlete file."""
    from runlift.formats.athlete_dump import dump_athlete  # noqa: PLC0415  on demand

    return write_file(path, dump_athlete(athlete))


def write_running_plan(plan: RunningPlan, path: Path) -> Path:
    """Write a running plan in the project's own format."""
    from runlift.formats.running_plan.schedule_dump import dump_running_plan  # noqa: PLC0415  on demand

    return write_file(path, dump_running_plan(plan))
