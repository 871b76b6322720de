"""The commands of the diary: `log` for what was done, `change` for what is to come, `entries`, `undo`."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated

import typer

from runlift.cli.arguments import read_clock, read_date
from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()
log_app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
change_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(
    log_app, name="log", epilog='Example: runlift log, or runlift log --quick "goblet squat 3x8 @ 16kg rir 2"'
)
app.add_typer(change_app, name="change", epilog="Example: runlift change move-run 2027-01-14 2027-01-15")

Past = Annotated[
    date | None,
    typer.Option("--date", parser=read_date, metavar="DATE", help="Day it was on; today by default."),
]
PastDay = Annotated[
    date | None, typer.Argument(parser=read_date, metavar="DATE", help="Day it was on; today by default.")
]
FirstDay = Annotated[
    date | None, typer.Option("--from", parser=read_date, metavar="DATE", help="First day; today by default.")
]
Day = Annotated[date, typer.Argument(parser=read_date, metavar="DATE", help="Day, such as 2027-01-14.")]
First = Annotated[date, typer.Argument(parser=read_date, metavar="FIRST", help="First day.")]
Last = Annotated[date, typer.Argument(parser=read_date, metavar="LAST", help="Last day.")]
Clock = Annotated[
    time | None,
    typer.Option("--start", parser=read_clock, metavar="HH:MM", help="Local time at which it begins."),
]
Km = Annotated[float | None, typer.Option("--km", help="Distance [km].")]
Miles = Annotated[float | None, typer.Option("--miles", help="Distance [mi].")]
Minutes = Annotated[float | None, typer.Option("--minutes", help="Time [min].")]
Number = Annotated[int | None, typer.Option("--number", help="Which run of the day, where it has several.")]
Effort = Annotated[float | None, typer.Option("--effort", help="Effort of the whole, 0 to 10.")]
Note = Annotated[str, typer.Option("--note", help="Your own words.")]


@log_app.callback()
def log(
    context: typer.Context,
    quick: Annotated[
        list[str] | None,
        typer.Option("--quick", metavar="TEXT", help="Sets in one line; several separated by ;"),
    ] = None,
    day: Past = None,
    session: Annotated[
        str | None, typer.Option("--session", metavar="UID", help="Which session; the one of the day.")
    ] = None,
    effort: Annotated[
        float | None, typer.Option("--effort", help="With --quick: effort of the session, which ends it.")
    ] = None,
    no_timer: Annotated[bool, typer.Option("--no-timer", help="Do not count down the rests.")] = False,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Log what was done: today's session set by set, or a run, pain, illness and more."""
    if context.invoked_subcommand is not None:
        _refuse_options_before(context)
    elif quick:
        from runlift.cli import logging_quick

        if session is not None:
            raise typer.BadParameter("--session is for logging set by set; --quick finds the session itself.")
        logging_quick.log_in_one_line(quick, database=database, who=who, day=day, effort=effort)
    else:
        from runlift.cli import logging_session

        if effort is not None:
            raise typer.BadParameter("--effort belongs to --quick; set by set it is asked at the end.")
        logging_session.log_session(
            logging_session.Wanted(database=database, who=who, day=day, session=session, timer=not no_timer)
        )


def _refuse_options_before(context: typer.Context) -> None:
    """Refuse options that stand before the second word, where they would mean nothing."""
    sources = (context.get_parameter_source(name) for name in context.params)
    typed = any(source is not None and source.name == "COMMANDLINE" for source in sources)
    if typed:
        word = context.invoked_subcommand
        raise typer.BadParameter(f"Write the options after the word: runlift log {word} ... --option.")


@log_app.command("run", epilog="Example: runlift log run --km 12 --minutes 65 --effort 4")
def log_run(
    day: PastDay = None,
    km: Km = None,
    miles: Miles = None,
    minutes: Minutes = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="Kind, such as easy or long; the planned one's.")
    ] = None,
    start: Clock = None,
    effort: Effort = None,
    number: Number = None,
    note: Note = "",
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Log a run; it stands for the planned run of the day."""
    from runlift.cli import logging_told
    from runlift.cli.typed import Length

    logging_told.log_run(
        database,
        who,
        logging_told.RunWanted(
            day=day,
            length=Length(km=km, miles=miles, minutes=minutes),
            kind=kind,
            start=start,
            effort=effort,
            number=number,
            note=note,
        ),
    )


@log_app.command("readiness", epilog="Example: runlift log readiness --sleep-h 5.5 --soreness 7 --stress 3")
def log_readiness(
    sleep_h: Annotated[float | None, typer.Option("--sleep-h", help="Sleep of the night before [h].")] = None,
    soreness: Annotated[int | None, typer.Option("--soreness", help="Soreness of the legs, 0 to 10.")] = None,
    stress: Annotated[int | None, typer.Option("--stress", help="Stress of life, 0 to 10.")] = None,
    day: Past = None,
    note: Note = "",
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Log how ready you are: sleep, soreness, stress."""
    from runlift.cli import logging_told

    logging_told.log_readiness(
        database, who, day, sleep_h=sleep_h, soreness=soreness, stress=stress, note=note
    )


@log_app.command("pain", epilog="Example: runlift log pain knee 4 --after 'reverse lunge'")
def log_pain(
    at: Annotated[str, typer.Argument(metavar="PLACE", help="Where it hurts, such as knee or lower back.")],
    level: Annotated[int, typer.Argument(metavar="LEVEL", help="How much, 0 to 10.")],
    side: Annotated[str | None, typer.Option("--side", help="left, right or both.")] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="EXERCISE", help="Exercise after which it came.")
    ] = None,
    day: Past = None,
    note: Note = "",
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Log pain outside a set."""
    from runlift.cli import logging_told

    logging_told.log_pain(
        database,
        who,
        logging_told.PainWanted(day=day, at=at, level=level, side=side, after=after, note=note),
    )


@log_app.command("ill", epilog="Example: runlift log ill fever --from 2027-01-14")
def log_ill(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="fever, chest, cold or other.")],
    first: FirstDay = None,
    note: Note = "",
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Log that you are ill."""
    from runlift.cli import logging_told

    logging_told.log_ill(database, who, kind, first=first, note=note)


@log_app.command("well", epilog="Example: runlift log well --from 2027-01-20")
def log_well(
    well_from: FirstDay = None, note: Note = "", who: Who = WHO_DEFAULT, database: Database = None
) -> None:
    """Log that you are well again."""
    from runlift.cli import logging_told

    logging_told.log_well(database, who, well_from=well_from, note=note)


@log_app.command("mass", epilog="Example: runlift log mass 61.5")
def log_mass(
    mass: Annotated[float, typer.Argument(metavar="MASS", help="Body mass.")],
    unit: Annotated[str | None, typer.Option("--unit", help="kg or lb; what you read by default.")] = None,
    day: Past = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Log your body mass."""
    from runlift.cli import logging_told

    logging_told.log_mass(database, who, mass, unit=unit, day=day)


@log_app.command("skip", epilog="Example: runlift log skip 2027-01-14 --why 'meeting ran late'")
def log_skip(
    session: Annotated[
        str | None, typer.Argument(metavar="SESSION", help="Its day or its uid; today's by default.")
    ] = None,
    why: Annotated[str, typer.Option("--why", help="Your own words.")] = "",
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Log that a session is not done."""
    from runlift.cli import logging_told

    logging_told.log_skip(database, who, session, why)


@change_app.callback()
def change() -> None:
    """Tell what changes ahead: a run moved, travel, a closed gym, a race."""


@change_app.command("move-run", epilog="Example: runlift change move-run 2027-01-14 2027-01-15 --start 18:00")
def change_move_run(
    day: Day,
    new_day: Annotated[date, typer.Argument(parser=read_date, metavar="NEW_DATE", help="Its new day.")],
    number: Number = None,
    start: Clock = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Move a run to another day or hour."""
    from runlift.cli import changing

    changing.tell_run_moved(database, who, day, new_day, which=number, start=start)


@change_app.command("add-run", epilog="Example: runlift change add-run 2027-01-16 --kind easy --km 8")
def change_add_run(
    day: Day,
    kind: Annotated[str, typer.Option("--kind", help="Kind, such as easy or tempo.")],
    km: Km = None,
    miles: Miles = None,
    minutes: Minutes = None,
    start: Clock = None,
    key: Annotated[bool | None, typer.Option("--key/--no-key", help="Whether it is a key run.")] = None,
    title: Annotated[str, typer.Option("--title", help="What it is called.")] = "",
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Add a run that your running plan does not have."""
    from runlift.cli import changing
    from runlift.cli.typed import Length

    changing.tell_run_added(
        database,
        who,
        changing.AddedWanted(
            day=day,
            length=Length(km=km, miles=miles, minutes=minutes),
            kind=kind,
            start=start,
            key=key,
            title=title,
        ),
    )


@change_app.command("cancel-run", epilog="Example: runlift change cancel-run 2027-01-14")
def change_cancel_run(
    day: Day, number: Number = None, who: Who = WHO_DEFAULT, database: Database = None
) -> None:
    """Leave a run out."""
    from runlift.cli import changing

    changing.tell_run_cancelled(database, who, day, which=number)


@change_app.command("away", epilog="Example: runlift change away 2027-02-01 2027-02-05 --place hotel")
def change_away(
    first: First,
    last: Last,
    place: Annotated[
        str, typer.Option("--place", metavar="ID", help="Place whose kit is there; nothing by default.")
    ] = "",
    note: Note = "",
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Be away from your usual places for some days."""
    from runlift.cli import changing

    changing.tell_away(database, who, first, last, place=place, note=note)


@change_app.command(
    "closed", epilog="Example: runlift change closed gym 2027-02-01 2027-02-05 --instead home"
)
def change_closed(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="Place that is closed.")],
    first: First,
    last: Last,
    instead: Annotated[
        str, typer.Option("--instead", metavar="ID", help="Place to train at instead; where you are free.")
    ] = "",
    note: Note = "",
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Do without one of your places for some days."""
    from runlift.cli import changing

    changing.tell_away(database, who, first, last, place=instead, closed=place, note=note)


@change_app.command(
    "race", epilog="Example: runlift change race 2027-03-14 --km 21.1 --priority A --name 'Town half'"
)
def change_race(
    day: Day,
    km: Km = None,
    miles: Miles = None,
    priority: Annotated[str, typer.Option("--priority", help="A, B or C.")] = "A",
    name: Annotated[str, typer.Option("--name", help="Your word for it.")] = "",
    surface: Annotated[str, typer.Option("--surface", help="road, track, trail or mixed.")] = "road",
    ascent_m: Annotated[float, typer.Option("--ascent-m", help="Climb [m].")] = 0.0,
    descent_m: Annotated[
        float | None, typer.Option("--descent-m", help="Drop [m]; the climb by default.")
    ] = None,
    start: Clock = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Add a race, or change the one on that day."""
    from runlift.cli import changing
    from runlift.cli.typed import Length

    changing.tell_race(
        database,
        who,
        changing.RaceWanted(
            day=day,
            length=Length(km=km, miles=miles),
            priority=priority,
            name=name,
            surface=surface,
            ascent_m=ascent_m,
            descent_m=descent_m,
            start=start,
        ),
    )


@change_app.command("no-race", epilog="Example: runlift change no-race 2027-03-14")
def change_no_race(day: Day, who: Who = WHO_DEFAULT, database: Database = None) -> None:
    """Leave a race out."""
    from runlift.cli import changing

    changing.tell_no_race(database, who, day)


@app.command(epilog="Example: runlift entries --since 2027-01-01")
def entries(
    since: Annotated[
        date | None,
        typer.Option("--since", parser=read_date, metavar="DATE", help="First day shown; two weeks back."),
    ] = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List what you told, with ids."""
    from runlift.cli import logging_entries

    logging_entries.print_entries(database, who, since=since, as_json=as_json)


@app.command(epilog="Example: runlift undo, or runlift undo mass:2027-01-14")
def undo(
    entry: Annotated[
        str | None, typer.Argument(metavar="ID", help="Id of an entry; what was told last by default.")
    ] = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Take back what you told last, or one entry."""
    from runlift.cli import logging_entries

    logging_entries.undo(database, who, entry)
