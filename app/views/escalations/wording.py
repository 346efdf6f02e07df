"""What lines, pills and toasts of escalations say; pure, so that the table and its spoken text agree."""

from datetime import datetime, timedelta

from app.domain.escalation.words import EscalationKind, EscalationState, Level, OfferAnswer
from app.domain.retelling import retold, retold_reason
from app.domain.vocabulary import MajorState
from app.domain.wording import figures, inside, tr, trn
from app.services.escalation.dto import EscalationRow, GroupTarget, MajorRow, ShiftOfferRow

TONES = {
    EscalationState.WAITING: "amber",
    EscalationState.ACTIVE: "blue",
    EscalationState.HANDED_BACK: "violet",
    EscalationState.PASSED_ON: "slate",
    EscalationState.ENDED: "slate",
}
ICONS = {
    EscalationState.WAITING: "clock",
    EscalationState.ACTIVE: "play",
    EscalationState.HANDED_BACK: "undo-2",
    EscalationState.PASSED_ON: "trending-up",
    EscalationState.ENDED: "check",
}
MAJOR_TEXTS: dict[str, str] = {MajorState.PROPOSED: tr("Proposed"), MajorState.ACCEPTED: tr("Major")}
MAJOR_TONES: dict[str, str] = {MajorState.PROPOSED: "amber", MajorState.ACCEPTED: "red"}
_SHORT = {EscalationState.WAITING: tr("Waiting"), EscalationState.PASSED_ON: tr("Passed on")}
_SECOND = timedelta(seconds=1)


def state_text(state: str) -> str:
    """The pill of an escalation."""
    known = EscalationState(state)
    return _SHORT.get(known, known.label)


def addressee(row: EscalationRow) -> str:
    """For whom it waits: the person, the group, or the level with the people it means now."""
    if row.kind == EscalationKind.HIERARCHICAL:
        level = tr("Level {level} ({name})", level=row.level, name=inside(Level(row.level).label))
        if row.to_person_name:
            return f"{level}: {row.to_person_name}"
        return f"{level}: {', '.join(row.recipients)}" if row.recipients else level
    names = [name for name in (row.to_group_name, row.to_person_name) if name]
    return ": ".join(names) or tr("Nobody")


def major_decider(row: MajorRow) -> str:
    """Who leads a major incident; a proposed one waits for a decision."""
    if row.major_state == MajorState.PROPOSED:
        return tr("Waits for a decision")
    return tr("Led by {lead_name}", lead_name=row.lead_name) if row.lead_name else tr("Led by nobody")


def countdown(until: datetime | None, now: datetime) -> str:
    """Time until something is to be done: "0:41", "-0:18 over", "2 h 05 m"; empty where nothing waits."""
    if until is None:
        return ""
    # Rounded up while time is left, so that 0:00 is never shown for what can still be in time.
    left = -((now - until) // _SECOND)
    if left < 0:
        return tr("-{clock} over", clock=_clock(-left))
    return _clock(left)


def countdown_spoken(until: datetime | None, now: datetime) -> str:
    """The same in words."""
    if until is None:
        return tr("waits for nobody")
    minutes = abs(round((until - now) / timedelta(minutes=1)))
    if until < now:
        return trn("overdue by {n} minute", "overdue by {n} minutes", minutes)
    return trn("to be acknowledged within {n} minute", "to be acknowledged within {n} minutes", minutes)


def update_spoken(due: datetime, now: datetime) -> str:
    """When the next stakeholder update of a major incident is due, in words."""
    minutes = abs(round((due - now) / timedelta(minutes=1)))
    if due < now:
        return trn("next update overdue by {n} minute", "next update overdue by {n} minutes", minutes)
    return trn("next update within {n} minute", "next update within {n} minutes", minutes)


def _clock(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    if hours >= 24:
        return figures(f"{hours // 24} d {hours % 24} h")
    return figures(f"{hours} h {minutes:02} m") if hours else f"{minutes}:{seconds:02}"


def reason_text(row: EscalationRow) -> str:
    """Why it was raised: what set off a rule, a preset that was chosen, or the words of a person."""
    return retold(row.reason) if row.raised_by_name is None else retold_reason(row.reason)


def ending(row: EscalationRow) -> str:
    """How it ended, with the note; empty while it lives."""
    if row.ended_at is None:
        return ""
    who = tr(" by {ended_by_name}", ended_by_name=row.ended_by_name) if row.ended_by_name else ""
    return f"{EscalationState(row.state).label}{who}{': ' + retold(row.end_note) if row.end_note else ''}"


def offer_text(row: ShiftOfferRow) -> str:
    """What became of an offer."""
    if row.answer is None:
        return tr("Offered")
    who = tr(" by {answered_by_name}", answered_by_name=row.answered_by_name) if row.answered_by_name else ""
    return f"{OfferAnswer(row.answer).label}{who}"


def group_line(target: GroupTarget) -> str:
    """A group in the list of the escalate sheet: whether it is there now, and what it has on its hands."""
    duty = (
        tr("on duty, {members_on_duty} of {members}", members_on_duty=target.members_on_duty, members=target.members)
        if target.on_duty
        else tr("off duty")
    )
    load = tr("{open_incidents} open", open_incidents=target.open_incidents)
    if target.unassigned:
        load += tr(", {unassigned} unassigned", unassigned=target.unassigned)
    tier = tr("tier {tier}", tier=target.tier)
    return (
        tr("{tier}, next tier · {duty} · {load}", tier=tier, duty=duty, load=load)
        if target.is_next_tier
        else f"{tier} · {duty} · {load}"
    )
