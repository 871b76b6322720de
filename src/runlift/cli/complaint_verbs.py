"""The commands that tell and show complaints: `complaint add`, `pain`, `over` and more."""

from __future__ import annotations

from datetime import date  # noqa: TC003  Typer reads the annotations at run time
from pathlib import Path  # noqa: TC003  Typer reads the annotations at run time
from typing import Annotated

import typer

from runlift.cli.arguments import read_date
from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()
complaint_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(
    complaint_app, name="complaint", epilog="Example: runlift complaint add knee-front --side right --pain 3"
)


@complaint_app.callback()
def complaint() -> None:
    """Tell complaints and see what follows from them."""


Name = Annotated[str, typer.Argument(metavar="NAME", help="Which complaint, such as knee-front.")]
SideOption = Annotated[str | None, typer.Option("--side", help="left or right; both by default.")]
Flags = Annotated[
    list[str] | None,
    typer.Option("--red-flag", metavar="ID", help="A first question answered with yes; may be repeated."),
]
NoFlags = Annotated[bool, typer.Option("--no-red-flags", help="All first questions are answered with no.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def _day(option: str, words: str) -> typer.models.OptionInfo:
    option_info: typer.models.OptionInfo = typer.Option(
        option, parser=read_date, metavar="DATE", help=f"{words}; today by default."
    )
    return option_info


@complaint_app.command(epilog="Example: runlift complaint add knee-front --side right --pain 3")
def add(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Which; asked when left out.")] = None,
    side: SideOption = None,
    pain: Annotated[int | None, typer.Option("--pain", help="How much it hurts now, 0 to 10.")] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="PLACE", help="Where, for a bone.")] = None,
    day: Annotated[date | None, _day("--date", "Day it began to matter")] = None,
    red_flag: Flags = None,
    no_red_flags: NoFlags = False,
    note: Annotated[str, typer.Option("--note", help="Your own words.")] = "",
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Tell a complaint; questions that come first are asked."""
    from runlift.cli import complaining

    complaining.add(
        complaining.Wanted(
            name=name,
            side=side,
            pain=pain,
            at=at,
            day=day,
            answers=complaining.answers_given(red_flag, no_red_flags=no_red_flags),
            note=note,
        ),
        who=who,
        database=database,
    )


@complaint_app.command(epilog="Example: runlift complaint pain knee-front 2 --next-morning")
def pain(
    name: Name,
    level: Annotated[int, typer.Argument(metavar="LEVEL", help="How much, 0 to 10.")],
    next_morning: Annotated[
        bool, typer.Option("--next-morning", help="It was felt the morning after training.")
    ] = False,
    side: SideOption = None,
    day: Annotated[date | None, _day("--date", "Day it was on")] = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Tell how much a complaint hurts."""
    from runlift.cli import complaining

    complaining.tell_pain(
        name, level, side=side, day=day, next_morning=next_morning, who=who, database=database
    )


@complaint_app.command(epilog="Example: runlift complaint answer knee-front --no-red-flags")
def answer(
    name: Name,
    side: SideOption = None,
    red_flag: Flags = None,
    no_red_flags: NoFlags = False,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Answer the questions that come first."""
    from runlift.cli import complaining

    answers = complaining.answers_given(red_flag, no_red_flags=no_red_flags)
    complaining.answer(name, answers, side=side, who=who, database=database)


@complaint_app.command(epilog="Example: runlift complaint cleared bone --by 'my doctor' --on 2027-02-01")
def cleared(
    name: Name,
    by: Annotated[str, typer.Option("--by", help="Who allowed it: a doctor, a physiotherapist.")],
    on: Annotated[date | None, _day("--on", "Day it was allowed")] = None,
    side: SideOption = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Tell that somebody who may do so allowed training again."""
    from runlift.cli import complaining

    complaining.tell_cleared(name, by, day=on, side=side, who=who, database=database)


@complaint_app.command(epilog="Example: runlift complaint over knee-front")
def over(
    name: Name,
    first: Annotated[date | None, _day("--from", "First day without it")] = None,
    side: SideOption = None,
    who: Who = WHO_DEFAULT,
    database: Database = None,
) -> None:
    """Tell that a complaint is over."""
    from runlift.cli import complaining

    complaining.tell_over(name, day=first, side=side, who=who, database=database)


@complaint_app.command("list", epilog="Example: runlift complaint list")
def list_open(who: Who = WHO_DEFAULT, database: Database = None, as_json: JsonOption = False) -> None:
    """List open complaints: how far each has come and what follows from it."""
    from runlift.cli import complaining

    complaining.print_open(who=who, database=database, as_json=as_json)


@complaint_app.command(epilog="Example: runlift complaint about knee-front")
def about(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Which; all in short by default.")
    ] = None,
) -> None:
    """Say what a complaint feels like, what is given, left out and limited for it, with sources."""
    from runlift.cli import complaining

    complaining.print_about(name)


@complaint_app.command("body-map", epilog="Example: runlift complaint body-map body.svg")
def body_map(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="SVG file to write.")],
) -> None:
    """Write a picture of the body with the places of the complaints numbered."""
    from runlift.cli import complaining

    complaining.write_body_map(out)


@app.command(epilog="Example: runlift cases --case knee_sore")
def cases(
    case: Annotated[str | None, typer.Option("--case", metavar="ID", help="Only this one, in full.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show what situations of the body change in a plan: its exercises before and after."""
    from runlift.cli import showing_cases

    showing_cases.print_cases(case, as_json=as_json)
