"""Take down that somebody goes on despite a warning of the safety check; what is refused stays refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.application.tell_checks import error, fitting_note, refuse
from runlift.domain.diary.entry import WarningAccepted
from runlift.domain.safety.rules import RULES
from runlift.domain.safety.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from runlift.application.author import Author
    from runlift.domain.diary.diary import Recorded
    from runlift.domain.quantity import Finding


def accepted_entry(rule: str) -> str:
    """Return the id of the entry that accepts the warning of a rule."""
    return f"accepted:{rule}"


def tell_accepted(
    rule: str, *, reason: str, by: str, latest: Mapping[str, Recorded], author: Author
) -> Recorded:
    """Take down that the warning of a rule is gone on with.

    Raises:
        InputError: There is no such warning, the rule refuses, or no reason or nobody is named.
    """
    reason, by = reason.strip(), by.strip()
    problems = [*_no_warning(rule), *fitting_note(reason, "--reason"), *fitting_note(by, "--by")]
    if not reason:
        problems.append(error("no_reason", "No reason is given", "say why in a few words", "--reason"))
    if not by:
        problems.append(error("nobody_named", "Nobody is named", "say who decided it", "--by"))
    refuse(problems)
    told = WarningAccepted(rule=rule, reason=reason, by=by, date=author.today)
    return author.write(accepted_entry(rule), told, latest)


def withdraw_accepted(rule: str, latest: Mapping[str, Recorded], author: Author) -> Recorded:
    """Take back that the warning of a rule is gone on with.

    Raises:
        InputError: It was not.
    """
    held = latest.get(accepted_entry(rule))
    if held is None or held.withdrawn:
        refuse([error("not_accepted", f'No warning of "{rule}" was accepted', "see runlift check", "RULE")])
        raise AssertionError
    return author.write(held.id, held.entry, latest, withdrawn=True)


def _no_warning(rule: str) -> Iterator[Finding]:
    levels = {each.id: each.level for each in RULES}
    if levels.get(rule) is Level.REFUSE:
        message = f'"{rule}" refuses; nobody can switch it off'
        yield error("not_a_warning", message, "change the running plan or the athlete file", "RULE")
    elif rule not in levels:
        known = ", ".join(name for name, level in levels.items() if level is Level.WARN)
        yield error("unknown_rule", f'"{rule}" is no rule that warns', f"write one of {known}", "RULE")
