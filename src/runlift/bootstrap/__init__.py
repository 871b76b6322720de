"""What joins files, formats, words and use cases; its functions are the Python library.

What a function alone needs is loaded when it is called: looking at a finished plan needs no solver.
"""

from runlift.bootstrap.database import (
    backup_database,
    database_state,
    export_athlete,
    latest_plan,
    open_store,
    restore_database,
    told_before,
)
from runlift.bootstrap.files import write_file
from runlift.bootstrap.following import follow_plan, replan_followed
from runlift.bootstrap.importing import activity_files, name_map, read_lifts
from runlift.bootstrap.moment import (
    MACHINE_ZONE_LINK,
    MACHINE_ZONE_NAME,
    current_day,
    current_moment,
    machine_time_zone,
)
from runlift.bootstrap.planning import TOLD_BY_THE_PLANNER, accept_moves, check, make_plan, propose_moves
from runlift.bootstrap.reading import (
    WITHOUT_DATES,
    AthleteRead,
    RunsRead,
    read_athlete,
    read_corrections_beside,
    read_plan,
    read_running_plan,
    read_trials,
)
from runlift.bootstrap.writing import (
    write_athlete,
    write_calendar,
    write_corrections_beside,
    write_efficiency,
    write_field_tests,
    write_plan,
    write_printed_plan,
    write_progress,
    write_running_plan,
    write_workouts,
)

__all__ = [
    "MACHINE_ZONE_LINK",
    "MACHINE_ZONE_NAME",
    "TOLD_BY_THE_PLANNER",
    "WITHOUT_DATES",
    "AthleteRead",
    "RunsRead",
    "accept_moves",
    "activity_files",
    "backup_database",
    "check",
    "current_day",
    "current_moment",
    "database_state",
    "export_athlete",
    "follow_plan",
    "latest_plan",
    "machine_time_zone",
    "make_plan",
    "name_map",
    "open_store",
    "propose_moves",
    "read_athlete",
    "read_corrections_beside",
    "read_lifts",
    "read_plan",
    "read_running_plan",
    "read_trials",
    "replan_followed",
    "restore_database",
    "told_before",
    "write_athlete",
    "write_calendar",
    "write_corrections_beside",
    "write_efficiency",
    "write_field_tests",
    "write_file",
    "write_plan",
    "write_printed_plan",
    "write_progress",
    "write_running_plan",
    "write_workouts",
]
