"""Calendars and policies as the database keeps them: plain JSON there and back, and nothing is lost on the way.

Times of day are seconds of the wall clock, lengths are microseconds. What cannot be read raises `BadInput`, because
definitions also come from files that people wrote.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from app.domain.calendar import WHOLE_DAY, Calendar, Holiday, Override, Span, Spans
from app.domain.errors import BadInput
from app.domain.sla.policy import DEFAULT_PAUSES, Clock, Condition, Policy, Trait
from app.domain.sla.thresholds import Measure, Threshold
from app.domain.wording import tr


def calendar_to_data(calendar: Calendar) -> dict[str, Any]:
    """The calendar as JSON keeps it."""
    return {
        "zone": calendar.zone,
        "week": [_spans_to_data(spans) for spans in calendar.week],
        "holidays": [
            {"day": each.day.isoformat(), "start": each.span.start, "end": each.span.end, "name": each.name}
            for each in calendar.holidays
        ],
        "overrides": [
            {"day": each.day.isoformat(), "spans": _spans_to_data(each.spans)} for each in calendar.overrides
        ],
    }


def calendar_from_data(data: Mapping[str, Any]) -> Calendar:
    """The calendar that was kept; `BadInput` for what is none."""
    try:
        return Calendar(
            str(data["zone"]),
            tuple(_spans_from_data(spans) for spans in data["week"]),
            tuple(_holiday(each) for each in data.get("holidays", ())),
            tuple(
                Override(date.fromisoformat(each["day"]), _spans_from_data(each["spans"]))
                for each in data.get("overrides", ())
            ),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(
            tr("This is no calendar: {error}. It needs a zone and seven days of hours.", error=error), "calendar"
        ) from error


def _holiday(data: Mapping[str, Any]) -> Holiday:
    span = Span(int(data.get("start", WHOLE_DAY.start)), int(data.get("end", WHOLE_DAY.end)))
    return Holiday(date.fromisoformat(data["day"]), span, str(data.get("name", "")))


def _spans_to_data(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans_from_data(data: Iterable[Any]) -> Spans:
    return tuple(Span(int(start), int(end)) for start, end in data)


def policy_to_data(policy: Policy) -> dict[str, Any]:
    """The policy as JSON keeps it; its id and version are columns of their own."""
    return {
        "name": policy.name,
        "calendar_id": policy.calendar_id,
        "targets": {clock.value: target for clock, target in policy.targets.items()},
        "by_priority": {
            priority: {clock.value: target for clock, target in targets.items()}
            for priority, targets in policy.by_priority.items()
        },
        "pauses": {clock.value: sorted(reasons) for clock, reasons in policy.pauses.items()},
        "thresholds": {
            clock.value: [[each.measure.value, each.amount] for each in thresholds]
            for clock, thresholds in policy.thresholds.items()
        },
        "conditions": [[condition.trait.value, sorted(condition.values)] for condition in policy.conditions],
        "resolved_stops_response": policy.resolved_stops_response,
        "update_before_first_response": policy.update_before_first_response,
    }


def policy_from_data(policy_id: str, version: int, data: Mapping[str, Any]) -> Policy:
    """The version of a policy that was kept; `BadInput` for what is none."""
    try:
        return Policy(
            policy_id,
            version,
            str(data["name"]),
            {Clock(clock): int(target) for clock, target in data["targets"].items()},
            data.get("calendar_id"),
            {
                str(priority): {Clock(clock): target for clock, target in targets.items()}
                for priority, targets in data.get("by_priority", {}).items()
            },
            _pauses(data),
            {
                Clock(clock): tuple(Threshold(Measure(measure), int(amount)) for measure, amount in thresholds)
                for clock, thresholds in data.get("thresholds", {}).items()
            },
            tuple(Condition(Trait(trait), frozenset(values)) for trait, values in data.get("conditions", ())),
            bool(data.get("resolved_stops_response", True)),
            bool(data.get("update_before_first_response", False)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(tr("This is no policy: {error}. It needs a name and targets.", error=error), "policy") from error


def _pauses(data: Mapping[str, Any]) -> Mapping[Clock, frozenset[str]]:
    if "pauses" not in data:
        return DEFAULT_PAUSES
    return {Clock(clock): frozenset(reasons) for clock, reasons in data["pauses"].items()}
