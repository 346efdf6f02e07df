"""What merging will do, said before it is done."""

from collections.abc import Sequence

from app.domain.merging import refusal
from app.domain.numbers import incident_number
from app.domain.vocabulary import State
from app.domain.wording import tr, trn
from app.services.incidents.dto import MergeChoice
from app.views.toolkit.formats import Formats


def caption_of(choice: MergeChoice, formats: Formats) -> str:
    """What tells one incident from the others, in one line."""
    parts = (
        choice.side.state.label,
        choice.caller_name or tr("No caller"),
        tr("reported {when}", when=formats.full(choice.reported_at)),
        choice.assignee_name or tr("unassigned"),
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
    callers = _listed(sorted({each.caller_name for each in others if each.caller_name}))
    said = [
        trn(
            "{numbers} is canceled as a duplicate of {name}, and its clocks stop.",
            "{numbers} are canceled as duplicates of {name}, and their clocks stop.",
            len(others),
            numbers=numbers,
            name=name,
        )
    ]
    if callers:
        said.append(
            tr(
                "{callers} will be told that, and from now on what is said to the caller of {name}.",
                callers=callers,
                name=name,
            )
        )
    if original.side.state is State.RESOLVED:
        said.append(tr("{name} is resolved: how is told at once.", name=name))
    elif earlier := [each.reported_at for each in others if each.reported_at < original.reported_at]:
        said.append(
            tr(
                "The clocks of {name} count from the earliest report, {when}.",
                name=name,
                when=formats.full(min(earlier)),
            )
        )
    said.append(tr("It can be taken back, also later: then all stands where it stood."))
    return said


def _listed(names: Sequence[str]) -> str:
    if len(names) > 4:
        return tr("{names} and {count} more", names=", ".join(names[:3]), count=len(names) - 3)
    return (
        names[0]
        if len(names) == 1
        else tr("{names} and {name}", names=", ".join(names[:-1]), name=names[-1])
        if names
        else ""
    )
