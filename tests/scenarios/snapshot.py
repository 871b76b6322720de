"""A finished plan as a page that a person can read and two plans can be compared by."""

from __future__ import annotations

from datetime import date
from typing import Any

Document = dict[str, Any]
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
POINT = 1000


def snapshot(name: str, tells: str, plan: Document) -> str:
    """Return days, sessions, placement, what found no place, and what is told; not what is lifted."""
    lines = [f"# {name.replace('_', ' ')}", "", tells, ""]
    lines += [f"From {plan['first_day']}, {plan['time_zone']}.", ""]
    for week in plan["weeks"]:
        lines += [_week(week), ""]
        lines += [*_days(plan, week), ""]
    lines += ["## Found no place", "", *(_unmet(plan) or ["nothing"]), ""]
    lines += ["## The bill", "", *_bill(plan["proof"]), ""]
    codes = sorted({f"{each['severity']}: {each['code']}" for each in plan["warnings"]})
    lines += ["## Told", "", *(f"- {code}" for code in codes), ""]
    return "\n".join(lines)


def _week(week: Document) -> str:
    lighter = ", lighter" if week["deload"] else ""
    kilometres = round(week["run_distance_m"] / 1000)
    wanted = f"{week['sessions_wanted']} wanted"
    return f"## {week['monday']}: {week['phase']}{lighter}, {kilometres} km, {wanted}"


def _days(plan: Document, week: Document) -> list[str]:
    monday = date.fromisoformat(week["monday"])
    entries = [(run["date"], run["start"], _run(run)) for run in plan["runs"]]
    entries += [(each["date"], each["start"], _session(each)) for each in plan["sessions"]]
    return [line for day, _, line in sorted(entries) if 0 <= _days_after(monday, day) < len(DAYS)]


def _days_after(monday: date, day: str) -> int:
    return (date.fromisoformat(day) - monday).days


def _when(each: Document) -> str:
    day = date.fromisoformat(each["date"])
    return f"- {DAYS[day.weekday()]} {each['start'][11:16]}"


def _run(run: Document) -> str:
    return f"{_when(run)} run: {run['kind']}{' (key)' if run['key'] else ''}"


def _session(session: Document) -> str:
    jumps = ", intensive jumps" if session["intensive_plyometrics"] else ""
    what = f"{session['kind']} at {session['place']}, legs {session['leg_stress']}{jumps}"
    return f"{_when(session)} **strength**: {what}"


def _unmet(plan: Document) -> list[str]:
    return [
        f"- {each['week']} {each['kind']}: {', '.join(each['rules'])}"
        + "".join(_gain(gain) for gain in each["relaxations"])
        for each in plan["unmet"]
    ]


def _gain(gain: Document) -> str:
    may = "" if gain["allowed"] else " (may not)"
    return f"; without {gain['rule']} +{gain['sessions_gained']}{may}"


def _bill(proof: Document) -> list[str]:
    charges = [f"- {charge['rule']} {charge['cost'] / POINT:g}" for charge in proof["bill"]]
    return [f"{proof['status']}: {proof['objective'] / POINT:g} points", "", *charges]
