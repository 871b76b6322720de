"""The command of the questions before training: `screen`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from runlift.cli.arguments import read_date
from runlift.cli.store_options import WHO_DEFAULT, Database, Who

app = typer.Typer()


Yes = Annotated[
    list[str] | None,
    typer.Option("--yes", metavar="ID", help="A question answered with yes; may be repeated."),
]
No = Annotated[
    list[str] | None,
    typer.Option("--no", metavar="ID", help="A question answered with no; may be repeated."),
]
Due = Annotated[
    date | None, typer.Option("--due", parser=read_date, metavar="DATE", help="Day a child is due.")
]
Birth = Annotated[
    date | None, typer.Option("--birth", parser=read_date, metavar="DATE", help="Day of the last birth.")
]
WatchedBy = Annotated[
    str, typer.Option("--watched-by", metavar="NAME", help="Who looks over the training under 18.")
]
ClearedBy = Annotated[
    str | None, typer.Option("--cleared-by", metavar="NAME", help="Who allowed training after that.")
]
On = Annotated[
    date | None,
    typer.Option("--on", parser=read_date, metavar="DATE", help="Day it was allowed; today by default."),
]


@app.command(epilog="Example: runlift screen, or runlift screen --yes active --all-others-no")
def screen(
    yes: Yes = None,
    no: No = None,
    all_others_no: Annotated[
        bool, typer.Option("--all-others-no", help="All questions not named are answered with no.")
    ] = False,
    due: Due = None,
    birth: Birth = None,
    watched_by: WatchedBy = "",
    cleared_by: ClearedBy = None,
    on: On = None,
    show: Annotated[bool, typer.Option("--show", help="Only show what the answers come to.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of every question what a yes changes.")
    ] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take all answers back.")] = False,
    who: Who = WHO_DEFAULT,
    database: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help="With --show: print JSON.")] = False,
) -> None:
    """Answer the questions before training, and see what they change."""
    from runlift.cli import screening

    if explain:
        screening.print_questions()
    elif show:
        screening.print_clearance(who=who, database=database, as_json=as_json)
    elif withdraw:
        screening.withdraw(who=who, database=database)
    elif cleared_by is not None:
        screening.tell_cleared(cleared_by, on, who=who, database=database)
    else:
        screening.answer(
            screening.Wanted(
                yes=tuple(yes or ()),
                no=tuple(no or ()),
                all_others_no=all_others_no,
                due=due,
                birth=birth,
                watched_by=watched_by,
            ),
            who=who,
            database=database,
        )
