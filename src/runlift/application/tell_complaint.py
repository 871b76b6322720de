"""Take down complaints: a new one, its answers, that somebody allowed training again, that it is over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runlift.application.entry_id import complaint_entry
from runlift.application.tell_checks import error, fitting_note, refuse, told_day, within
from runlift.domain.complaint.complaint import Tissue, complaints, red_flags_of
from runlift.domain.complaint.course import is_open
from runlift.domain.diary.entry import ComplaintTold, Pain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from runlift.application.author import Author
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.diary.entry import BodyPart
    from runlift.domain.plan.session import Side
    from runlift.domain.quantity import Finding

NAMES = {each.name: each.id for each in complaints().values()}


def named_complaint(name: str) -> str:
    """Return the id of a complaint by the name that the runner writes.

    Raises:
        InputError: No complaint has this name.
    """
    plain = name.strip().lower().replace(" ", "-").replace("_", "-")
    if plain not in NAMES:
        known = ", ".join(NAMES)
        refuse(
            [
                error(
                    "unknown_complaint",
                    f'"{name}" is no complaint known here',
                    f"write one of {known}",
                    "NAME",
                )
            ]
        )
    return NAMES[plain]


def tell_complaint(told: ComplaintTold, latest: Mapping[str, Recorded], author: Author) -> Recorded:
    """Take down a new complaint.

    Raises:
        InputError: It is open already, its day or a red flag cannot be right, or a place is missing.
    """
    problems = [*told_day("--date", told.first, author.today), *fitting_note(told.note)]
    problems += _unknown_flags(told)
    if told.at is None and not complaints()[told.complaint].places:
        problems.append(
            error("place_missing", "Where is it?", "name the place with --at, such as shin", "--at")
        )
    if _open(latest, told.complaint, told.side, author.today):
        problems.append(
            error(
                "complaint_open",
                "This complaint is open already",
                'tell how it goes: "runlift complaint pain"',
            )
        )
    refuse(problems)
    return author.write(complaint_entry(told.complaint, told.side, told.first), told, latest)


def tell_pain_of(
    found: ComplaintTold,
    level: int,
    author: Author,
    new_id: Callable[[], str],
    *,
    day: date,
    next_morning: bool = False,
) -> Recorded:
    """Take down pain of a complaint.

    Raises:
        InputError: The level or the day cannot be right.
    """
    refuse(
        [
            *told_day("--date", day, author.today),
            *within("LEVEL", level, "log_scale"),
            *_before(found, day, "--date"),
        ]
    )
    pain = Pain(date=day, at=_place(found), level=level, side=found.side, next_morning=next_morning)
    return author.write(new_id(), pain, {})


def tell_answers(
    entry_id: str, red_flags: Iterable[str], latest: Mapping[str, Recorded], author: Author
) -> Recorded:
    """Take down the answers to the questions that come first; a red flag that was told before stays.

    A clearance ends with a new one: who gave it did not know of that.

    Raises:
        InputError: A red flag is not known.
    """
    before = _told(latest, entry_id)
    flags = tuple(dict.fromkeys((*before.red_flags, *red_flags)))
    told = replace(before, answered=True, red_flags=flags)
    if flags != before.red_flags:
        told = replace(told, cleared_from=None, cleared_by="")
    refuse(_unknown_flags(told))
    return author.write(entry_id, told, latest)


def tell_cleared(
    entry_id: str, day: date, by: str, latest: Mapping[str, Recorded], author: Author
) -> Recorded:
    """Take down that somebody who may do so allowed training again.

    Raises:
        InputError: The day cannot be right, or nobody is named.
    """
    told = _told(latest, entry_id)
    nobody = (
        []
        if by.strip()
        else [error("nobody_named", "Nobody is named", "say who allowed it with --by", "--by")]
    )
    refuse(
        [
            *told_day("--on", day, author.today),
            *_before(told, day, "--on"),
            *fitting_note(by, "--by"),
            *nobody,
        ]
    )
    return author.write(
        entry_id, replace(told, answered=True, cleared_from=day, cleared_by=by.strip()), latest
    )


def tell_over(entry_id: str, day: date, latest: Mapping[str, Recorded], author: Author) -> Recorded:
    """Take down that a complaint is over; one that somebody has to look at first needs a clearance before.

    Raises:
        InputError: The day cannot be right, or nobody has looked at it.
    """
    told = _told(latest, entry_id)
    refuse([*told_day("--from", day, author.today), *_before(told, day, "--from"), *_not_cleared(told)])
    return author.write(entry_id, replace(told, over_from=day), latest)


def open_complaint_entry(
    name: str, side: Side | None, latest: Mapping[str, Recorded], today: date
) -> tuple[str, ComplaintTold]:
    """Return the open complaint that a runner means, with the id of its entry.

    Raises:
        InputError: None is open by that name, or it is open on both sides and none is named.
    """
    complaint = named_complaint(name)
    found = _open(latest, complaint, side, today)
    if not found:
        refuse(
            [
                error(
                    "no_complaint_open",
                    f"No complaint {name!r} is open",
                    'tell it first: "runlift complaint add"',
                )
            ]
        )
    if len(found) > 1:
        refuse([error("which_side", "It is open on both sides", "say which with --side", "--side")])
    return found[0]


def _open(
    latest: Mapping[str, Recorded], complaint: str, side: Side | None, today: date
) -> list[tuple[str, ComplaintTold]]:
    return [
        (each.id, each.entry)
        for each in latest.values()
        if isinstance(each.entry, ComplaintTold) and not each.withdrawn
        if each.entry.complaint == complaint and is_open(each.entry, today)
        if side is None or each.entry.side is side
    ]


def _not_cleared(told: ComplaintTold) -> list[Finding]:
    complaint = complaints()[told.complaint]
    has_to_be = bool(told.red_flags) or complaint.tissue is Tissue.BONE
    if not has_to_be or told.cleared_from is not None:
        return []
    remedy = f'tell who did: "runlift complaint cleared {complaint.name} --by WHO"; undo takes back a slip'
    return [error("not_cleared", "Somebody has to look at this first", remedy)]


def _told(latest: Mapping[str, Recorded], entry_id: str) -> ComplaintTold:
    entry = latest[entry_id].entry
    if not isinstance(entry, ComplaintTold):
        raise TypeError(f"{entry_id} is no complaint")
    return entry


def _place(told: ComplaintTold) -> BodyPart:
    return told.at or complaints()[told.complaint].places[0]


def _unknown_flags(told: ComplaintTold) -> list[Finding]:
    asked = {flag.id for flag in red_flags_of(told.complaint)}
    return [
        error(
            "unknown_red_flag",
            f'"{each}" is not asked of it',
            f"write one of {', '.join(sorted(asked))}",
            "--red-flag",
        )
        for each in told.red_flags
        if each not in asked
    ]


def _before(told: ComplaintTold, day: date, place: str) -> list[Finding]:
    if day >= told.first:
        return []
    return [
        error(
            "before_complaint", f"It was first told for {told.first}", "give that day or a later one", place
        )
    ]
