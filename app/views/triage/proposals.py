"""What is proposed for an incident that nobody has sorted, and why: by what was learned, and by similar ones."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from app.domain.field_names import field_name
from app.domain.numbers import incident_number
from app.domain.wording import percent, tr, trn
from app.services.incidents.dto import IncidentDetail
from app.services.suggestions.dto import FIELDS, Alike, AlikeFound
from app.views.suggestions.advising import LEAST, Advised, behind_words
from app.views.widgets.spans import isolated

AGREE: Final = 2
"""So many similar incidents have to agree before something is proposed because of them alone."""

_ORDER: Final = ("group_id", "service_id", "category_id")
Names = Mapping[str, Mapping[str, str]]
"""What can be proposed, by field and identifier, in words."""


class Proposal(NamedTuple):
    """Values for fields that belong together, what they are called, why they are proposed, and the incidents behind."""

    field: str
    values: Mapping[str, str | int]
    label: str
    reason: str
    behind: str = ""


def proposals(detail: IncidentDetail, advised: Advised, found: AlikeFound, names: Names) -> tuple[Proposal, ...]:
    """What is proposed for the fields in which nothing stands, the group first, and a priority where similar ones
    agree on another one.
    """
    alike = (*found.resolved, *found.open)
    made = [_of_field(field, detail, advised, found, names) for field in _ORDER]
    return tuple(each for each in (*made[:1], _priority(detail, alike), *made[1:]) if each is not None)


def _of_field(field: str, detail: IncidentDetail, advised: Advised, found: AlikeFound, names: Names) -> Proposal | None:
    if getattr(detail, field) is not None:
        return None
    alike = (*found.resolved, *found.open)
    place = FIELDS.index(field)
    votes = Counter(value for each in alike if (value := each.values[place]) is not None)
    learned = advised.get(field, ())
    if learned and learned[0].confidence >= LEAST:
        best = learned[0]
        reason = _reason(field, best.name, votes[best.value_id], best.confidence)
        behind = behind_words([(best.name, found.behind(field, best.value_id))])
        return Proposal(field, {field: best.value_id}, best.name, reason, behind)
    value, number = votes.most_common(1)[0] if votes else ("", 0)
    name = names.get(field, {}).get(value, "")
    if number < AGREE or not name:
        return None
    same = [each.number for each in alike if each.values[place] == value]
    return Proposal(field, {field: value}, name, _reason(field, name, number, 0.0), _numbers(same))


def _reason(field: str, name: str, votes: int, confidence: float) -> str:
    shown = isolated(name)
    if not votes:
        share = percent(confidence)
        return tr("{field}: right {share} of the time", field=field_name(field), share=share)
    if field == "group_id":
        return trn("{n} similar one went to {name}", "{n} similar ones went to {name}", votes, name=shown)
    return trn("{n} similar one had {name}", "{n} similar ones had {name}", votes, name=shown)


def _priority(detail: IncidentDetail, alike: tuple[Alike, ...]) -> Proposal | None:
    votes = Counter((each.impact, each.urgency, each.priority) for each in alike if each.impact and each.urgency)
    if not votes or detail.override_reason:
        return None
    (impact, urgency, priority), number = votes.most_common(1)[0]
    if number < AGREE or (impact, urgency) == (detail.impact, detail.urgency):
        return None
    reason = trn("{n} similar one had {name}", "{n} similar ones had {name}", number, name=f"P{priority}")
    same = [each.number for each in alike if (each.impact, each.urgency) == (impact, urgency)]
    return Proposal("priority", {"impact": impact, "urgency": urgency}, f"P{priority}", reason, _numbers(same))


def _numbers(found: list[int]) -> str:
    return ", ".join(map(incident_number, found))


def values_of(made: tuple[Proposal, ...]) -> tuple[dict[str, str | int], dict[str, str]]:
    """All values together, and what each is called."""
    values = {field: value for each in made for field, value in each.values.items()}
    return values, {field: each.label for each in made for field in each.values}
