"""What merging will do, said before it is done."""

from collections.abc import Sequence

from app.domain.merging import refusal
from app.domain.numbers import incident_number
from app.domain.vocabulary import State
from app.services.incidents.dto import MergeChoice
from app.views.toolkit.formats import Formats


def caption_of(choice: MergeChoice, formats: Formats) -> str:
    """What tells one incident from the others, in one line."""
    parts = (
        choice.side.state.label,
        choice.caller_name or "No caller",
        f"reported {formats.full(choice.reported_at)}",
        choice.assignee_name or "unassigned",
    )
    return " · ".join(parts)


def refusals(original: MergeChoice, others: Sequence[MergeChoice]) -> list[str]:
    """Why some of them cannot be merged into the original."""
    said = (refusal(each.side, original.side) for each in others)
    return list(dict.fromkeys(sentence for sentence in said if sentence))


def effects(original: MergeChoice, others: Sequence[MergeChoice], formats: Formats) -> list[str]:
    """What will happen, a sentence each."""
    name = incident_number(original.side.number)
    numbers = _listed([incident_number(each.side.number) for each in others])
    one = len(others) == 1
    callers = _listed(sorted({each.caller_name for each in others if each.caller_name}))
    are, their, kind = ("is", "its", "a duplicate") if one else ("are", "their", "duplicates")
    said = [f"{numbers} {are} canceled as {kind} of {name}, and {their} clocks stop."]
    if callers:
        said.append(f"{callers} will be told that, and from now on what is said to the caller of {name}.")
    if original.side.state is State.RESOLVED:
        said.append(f"{name} is resolved: how is told at once.")
    elif earlier := [each.reported_at for each in others if each.reported_at < original.reported_at]:
        said.append(f"The clocks of {name} count from the earliest report, {formats.full(min(earlier))}.")
    said.append("It can be taken back, also later: then all stands where it stood.")
    return said


def _listed(names: Sequence[str]) -> str:
    if len(names) > 4:
        return f"{', '.join(names[:3])} and {len(names) - 3} more"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
