"""Who the plan is for, as the planner and the checker see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from runlift.domain.athlete.place import HOME

if TYPE_CHECKING:
    from datetime import date, time

    from runlift.domain.athlete.place import Place
    from runlift.domain.quantity import DateSpan, Weekday


class Lifting(StrEnum):
    """Lifting experience.

    `NONE`: never, or not for many months. `NOVICE`: less than six months of regular lifting.
    `EXPERIENCED`: six months or more, still lifting.
    """

    NONE = "none"
    NOVICE = "novice"
    EXPERIENCED = "experienced"


class RacePriority(StrEnum):
    """A: the season is built on it. B: tested, with a short taper. C: trained through."""

    A = "A"
    B = "B"
    C = "C"


class Terrain(StrEnum):
    """How hilly the ground is."""

    FLAT = "flat"
    ROLLING = "rolling"
    HILLY = "hilly"


class Surface(StrEnum):
    """What is run on."""

    ROAD = "road"
    TRACK = "track"
    TRAIL = "trail"
    MIXED = "mixed"


class Units(StrEnum):
    """What the runner reads and writes; values inside are always metric."""

    METRIC = "metric"
    IMPERIAL = "imperial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """A race to come.

    Attributes:
        date: Local date.
        name: The runner's own word for it.
        priority: A, B or C.
        distance_m: Distance [m].
        ascent_m: Climb [m].
        descent_m: Drop [m].
        surface: What is run on.
        start: Local time of day, if known.
    """

    date: date
    name: str
    priority: RacePriority
    distance_m: float
    ascent_m: float = 0.0
    descent_m: float = 0.0
    surface: Surface = Surface.ROAD
    start: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeWindow:
    """A span of the week in which strength work may be done.

    Attributes:
        weekday: Day it belongs to.
        start: Local time of day.
        end: Local time of day, after `start`.
        place: Id of the place the runner is at then.
        preferred: Whether the runner likes this window more than others.
    """

    weekday: Weekday
    start: time
    end: time
    place: str = HOME
    preferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """Days on which only the kit of one place is there.

    Attributes:
        span: The days.
        place: Id of the place.
        closed: Id of the only place that is closed then; empty when the runner is away from all others.
    """

    span: DateSpan
    place: str
    closed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSet:
    """A set the runner has done, from which a starting load can be taken.

    Attributes:
        exercise: Exercise id.
        load_kg: External load moved in all, both hands together [kg].
        reps: Repetitions done.
        rir: Repetitions that were left in reserve.
        date: When.
    """

    exercise: str
    load_kg: float
    reps: int
    rir: float
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Athlete:
    """The runner.

    Attributes:
        birth_year: For age rules; None when not told.
        body_mass_kg: Body mass [kg]; None when not told.
        sex: `female`, `male` or empty; used only where an evidence row differs by it.
        lifting: Lifting experience.
        weeks_off_lifting: Weeks since the last regular lifting; 0 while lifting.
        weekly_km: Usual running distance a week [km].
        longest_run_km: Longest run of the last 30 days [km].
        terrain: Ground usually trained on.
        usual_run_start: Usual local start of the run by weekday; may miss days.
        windows: Free windows of the week; empty when not told.
        session_minutes: Preferred length of a session [min].
        session_minutes_max: Longest session accepted [min].
        sessions_per_week: The most sessions wanted a week; None when not told.
        places: Where the runner trains, with the kit there; the first is the usual one.
        travel: Days away.
        races: Races to come, by date.
        likes: Exercise ids or family names the runner likes.
        dislikes: Exercise ids or family names to leave out.
        known_sets: Sets done before.
        low_rep_strength: Whether an experienced lifter asks for sets of 1 to 5 repetitions.
        weights_while_running: Whether the runner asks to run with hand, wrist or ankle weights (refused).
        soft_rules_off: Soft rules the runner has turned off, by id.
        units: What the runner reads.
        time_zone: IANA name; None for the machine's.
        name: For the title of the plan.
    """

    lifting: Lifting
    birth_year: int | None = None
    body_mass_kg: float | None = None
    sex: str = ""
    weeks_off_lifting: int | None = None
    weekly_km: float | None = None
    longest_run_km: float | None = None
    terrain: Terrain = Terrain.FLAT
    usual_run_start: tuple[tuple[Weekday, time], ...] = ()
    windows: tuple[FreeWindow, ...] = ()
    session_minutes: int = 45
    session_minutes_max: int = 60
    sessions_per_week: int | None = None
    places: tuple[Place, ...] = ()
    travel: tuple[Travel, ...] = ()
    races: tuple[Race, ...] = ()
    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    known_sets: tuple[KnownSet, ...] = ()
    low_rep_strength: bool = False
    weights_while_running: bool = False
    soft_rules_off: tuple[str, ...] = ()
    units: Units = Units.METRIC
    time_zone: str | None = None
    name: str = field(default="")

    def place(self, place_id: str) -> Place:
        """Return the place with this id.

        Raises:
            KeyError: The runner has no such place.
        """
        for place in self.places:
            if place.id == place_id:
                return place
        raise KeyError(place_id)

    def age_on(self, day: date) -> int | None:
        """Return the age reached in the year of `day` [years], or None when no birth year is told."""
        return None if self.birth_year is None else day.year - self.birth_year
