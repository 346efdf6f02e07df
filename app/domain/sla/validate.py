"""What is wrong with a set of policies before anybody is measured by it, in sentences.

A finding that is fatal is refused: a policy that nothing can ever reach, a pause that can never happen, a clock that
would stand still for ever. The others are shown and may be published.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from app.domain.errors import Missing, Refused
from app.domain.sla.attach import PolicyBook
from app.domain.sla.policy import CLOCKS, EVERY_REASON, Clock, Condition, Policy, Trait
from app.domain.sla.thresholds import Measure, needed
from app.domain.timeline import Timeline
from app.domain.wording import inside, quoted, tr


class Finding(NamedTuple):
    """Something about a policy: the field it is about, a sentence, and whether it forbids publishing."""

    policy_id: str
    field: str
    sentence: str
    fatal: bool = True


def check_book(
    book: PolicyBook, timelines: Mapping[str, Timeline], own_reasons: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Everything found in the policies of a book, in their order; `timelines` holds each calendar they may name.

    `own_reasons` are the hold reasons that the desk has beside the built-in ones.
    """
    found: list[Finding] = []
    for number, policy in enumerate(book.policies):
        found += _never_attached(policy, book.policies[:number])
        found += _without_targets(policy)
        found += _pauses_that_cannot_be(policy, EVERY_REASON.union(own_reasons))
        found += _standing_still(policy, timelines, book.effective_from)
        found += _odd_thresholds(policy)
    return tuple(found)


def refuse_bad_book(
    book: PolicyBook, timelines: Mapping[str, Timeline], own_reasons: Collection[str] = ()
) -> tuple[Finding, ...]:
    """The findings to show, or `Refused` with every fatal one."""
    found = check_book(book, timelines, own_reasons)
    fatal = tuple(Missing(item.field, item.sentence) for item in found if item.fatal)
    if fatal:
        raise Refused("", fatal)
    return found


def _never_attached(policy: Policy, earlier: tuple[Policy, ...]) -> Iterator[Finding]:
    for condition in policy.conditions:
        if not condition.values:
            yield _fatal(
                policy,
                "conditions",
                tr("asks for no {condition} at all, so it never attaches", condition=_name(condition)),
            )
        elif condition.trait is Trait.VIP and not condition.values & {"yes", "no"}:
            yield _fatal(policy, "conditions", tr("asks for a VIP that is neither yes nor no, so it never attaches"))
        elif not _allowed(policy, condition.trait):
            yield _fatal(
                policy,
                "conditions",
                tr("asks for two {condition} values at once, so it never attaches", condition=_name(condition)),
            )
    for other in earlier:
        if all(_implied(condition, policy) for condition in other.conditions):
            sentence = tr(
                "never attaches: “{other}” stands before it and takes every incident it could have", other=other.name
            )
            yield _fatal(policy, "conditions", sentence)
            return


def _allowed(policy: Policy, trait: Trait) -> frozenset[str]:
    """The values that all conditions on a trait leave."""
    sets = [condition.values for condition in policy.conditions if condition.trait is trait]
    return sets[0].intersection(*sets[1:])


def _implied(condition: Condition, policy: Policy) -> bool:
    """Whether whatever the policy takes meets the condition too."""
    own = [values for trait, values in policy.conditions if trait is condition.trait]
    return bool(own) and _allowed(policy, condition.trait) <= condition.values


def _without_targets(policy: Policy) -> Iterator[Finding]:
    if not any(_targets(policy, clock) for clock in CLOCKS):
        yield _fatal(policy, "targets", tr("promises nothing: give it a target for response, resolution or update"))


def _targets(policy: Policy, clock: Clock) -> list[int]:
    """Every target that a clock can have under the policy."""
    found = [policy.targets.get(clock), *(overlay.get(clock) for overlay in policy.by_priority.values())]
    return [target for target in found if target is not None]


def _pauses_that_cannot_be(policy: Policy, known: frozenset[str]) -> Iterator[Finding]:
    for clock, reasons in policy.pauses.items():
        name = inside(clock.label)
        if not reasons:
            yield _fatal(
                policy,
                "pauses",
                tr("never pauses the {name} clock: choose hold reasons, or take the clock off", name=name),
            )
            continue
        unknown = sorted(reasons - known)
        if len(unknown) == len(reasons):
            listed = ", ".join(unknown)
            yield _fatal(
                policy,
                "pauses",
                tr("never pauses the {name} clock: nobody can hold for {listed}", name=name, listed=listed),
            )
        elif unknown:
            yield _note(
                policy, "pauses", tr("lists hold reasons that do not exist: {unknown}", unknown=", ".join(unknown))
            )


def _standing_still(policy: Policy, timelines: Mapping[str, Timeline], at: int) -> Iterator[Finding]:
    if policy.calendar_id is None:
        return
    timeline = timelines.get(policy.calendar_id)
    if timeline is None:
        yield _fatal(policy, "calendar", tr("counts by a calendar that does not exist: choose one"))
        return
    if timeline.next_open(at) is None:
        yield _fatal(policy, "calendar", tr("is always paused: its calendar does not open in the next five years"))
        return
    for clock in CLOCKS:
        if any(timeline.add(at, target) is None for target in _targets(policy, clock)):
            sentence = tr(
                "has a {clock} target that its calendar does not reach in five years", clock=inside(clock.label)
            )
            yield _fatal(policy, "targets", sentence)


def _odd_thresholds(policy: Policy) -> Iterator[Finding]:
    for clock, thresholds in policy.thresholds.items():
        targets = _targets(policy, clock)
        if len(set(thresholds)) < len(thresholds):
            yield _note(
                policy, "thresholds", tr("names a threshold of the {clock} clock twice", clock=inside(clock.label))
            )
        for threshold in thresholds:
            if threshold.measure is Measure.OFFSET and any(needed(threshold, target) <= 0 for target in targets):
                sentence = tr(
                    "fires {key} of the {clock} clock at its start: the target is shorter",
                    key=threshold.key,
                    clock=inside(clock.label),
                )
                yield _note(policy, "thresholds", sentence)


def _name(condition: Condition) -> str:
    return inside(condition.trait.label)


def _fatal(policy: Policy, field: str, sentence: str) -> Finding:
    return Finding(policy.policy_id, field, f"{quoted(policy.name)} {sentence}.")


def _note(policy: Policy, field: str, sentence: str) -> Finding:
    return Finding(policy.policy_id, field, f"{quoted(policy.name)} {sentence}.", fatal=False)
