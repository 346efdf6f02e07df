"""Whether a filter finds an incident, decided in memory; the same as the database decides, which tests compare.

For deciding many filters about one incident whose facts were read once.
"""

from collections.abc import Callable, Sequence

from app.domain.instants import micros
from app.domain.numbers import parse_incident_number, problem_spellings
from app.domain.query.counts import parse_count
from app.domain.query.days import instants_of, parse_days
from app.domain.query.facts import Asker, Facts, Named
from app.domain.query.fields import ANY_VALUE, DRAFT, NO_VALUE
from app.domain.query.risks import parse_risk
from app.domain.query.spans import Share, Span, parse_share, parse_span
from app.domain.query.terms import Filter, Node, Term, TermKind
from app.domain.search.words import word_term
from app.domain.sla.display import NO_FACE, Face, Level, level_at, opening_left
from app.domain.text import clean_line
from app.domain.vocabulary import MajorState, State


def finds(wanted: Filter, facts: Facts, asker: Asker) -> bool:
    """Whether the incident is one of those that are asked for."""
    return _holds(wanted.root, facts, asker)


def _holds(node: Node, facts: Facts, asker: Asker) -> bool:
    if isinstance(node, Term):
        held = _TERMS[node.kind]
        found = any(held(value, facts, asker) for value in node.values)
    elif node.any_of:
        found = any(_holds(part, facts, asker) for part in node.parts)
    else:
        found = all(_holds(part, facts, asker) for part in node.parts)
    return found is not node.negated


def _is(value: str, facts: Facts, asker: Asker) -> bool:
    held: dict[str, Callable[[], bool]] = {
        "any": lambda: True,
        "open": lambda: State(facts.state).is_open,
        "assigned": lambda: facts.assignee is not None and State(facts.state).is_open,
        "unassigned": lambda: facts.assignee is None and State(facts.state).is_open,
        "waiting": lambda: facts.state == State.ON_HOLD,
        "mine": lambda: _points_to(facts.assignee, asker.person_id),
        "vip": lambda: facts.is_vip,
        "breached": lambda: _is_breached(facts.face, asker),
        "paused": lambda: _presses("paused", facts, asker),
        "major": lambda: facts.major_state in {MajorState.PROPOSED, MajorState.ACCEPTED},
        "escalated": lambda: facts.is_escalated,
        "reopened": lambda: facts.reopenings > 0,
        "unread": lambda: facts.is_unread,
        "followed": lambda: facts.is_followed,
        "restricted": lambda: facts.is_restricted,
        "triage": lambda: _waits_for_sorting(facts, asker),
        "snoozed": lambda: _is_snoozed(facts, asker),
        "draft": lambda: facts.id in asker.drafts,
    }
    return held[value]() if value in held else facts.state == value


def _is_snoozed(facts: Facts, asker: Asker) -> bool:
    return State(facts.state).is_open and facts.snoozed is not None and facts.snoozed > micros(asker.now)


def _waits_for_sorting(facts: Facts, asker: Asker) -> bool:
    """Whether it is new and nobody has said whose it is; see `app.services.incidents.queue_filter`."""
    is_sorted = facts.group is not None or facts.assignee is not None
    return facts.state == State.NEW and not is_sorted and not _is_snoozed(facts, asker)


def _tag(value: str, facts: Facts, _asker: Asker) -> bool:
    if value in {NO_VALUE, ANY_VALUE}:
        return bool(facts.tags) is (value == ANY_VALUE)
    return value in facts.tags


def _problem(value: str, facts: Facts, _asker: Asker) -> bool:
    if value in {NO_VALUE, ANY_VALUE}:
        return (facts.problem is None) is (value == NO_VALUE)
    spellings = problem_spellings(value)
    if facts.problem is None:
        return False
    return facts.problem in spellings if spellings else _holds_word(facts.problem, value)


def _risk(value: str, facts: Facts, _asker: Asker) -> bool:
    if value in {NO_VALUE, ANY_VALUE}:
        return (facts.risk is None) is (value == NO_VALUE)
    meant = parse_risk(value)
    return meant is not None and facts.risk is not None and meant.holds(facts.risk)


def _points_to(named: Named | None, wanted: str) -> bool:
    return named is not None and named.id == wanted


def _is_called(named: Named | None, value: str) -> bool:
    if value in {NO_VALUE, ANY_VALUE}:
        return (named is None) is (value == NO_VALUE)
    return named is not None and _holds_word(named.name, value)


def _holds_word(text: str, typed: str) -> bool:
    return clean_line(typed).lower() in text.lower()


def asks_for_word(word: str, value: str) -> bool:
    """Whether the value of a term names a hold reason or resolution code, with spaces or as it is stored."""
    return value not in {NO_VALUE, ANY_VALUE} and _holds_word(word.replace("_", " "), value.replace("_", " "))


def _word_kept(pick: Callable[[Facts], str | None]) -> "_Held":
    """By a part of a hold reason or resolution code, with spaces or as it is stored."""

    def held(value: str, facts: Facts, _asker: Asker) -> bool:
        word = pick(facts)
        if value in {NO_VALUE, ANY_VALUE}:
            return (word is None) is (value == NO_VALUE)
        return word is not None and asks_for_word(word, value)

    return held


def _person(pick: Callable[[Facts], Named | None]) -> "_Held":
    def held(value: str, facts: Facts, asker: Asker) -> bool:
        return _points_to(pick(facts), asker.person_id) if value == "me" else _is_called(pick(facts), value)

    return held


def _team(value: str, facts: Facts, asker: Asker) -> bool:
    if value == "mine":
        return facts.group is not None and facts.group.id in asker.groups
    return _is_called(facts.group, value)


def _category(value: str, facts: Facts, _asker: Asker) -> bool:
    if value in {NO_VALUE, ANY_VALUE}:
        return _is_called(facts.category, value)
    return _is_called(facts.category, value) or _is_called(facts.subcategory, value)


def _word(value: str, facts: Facts, asker: Asker) -> bool:
    return parse_incident_number(value) == facts.number or _stands_in(value, facts.texts, asker)


def _subject(value: str, facts: Facts, asker: Asker) -> bool:
    return _stands_in(value, facts.titles, asker)


def _stands_in(value: str, texts: Sequence[str], asker: Asker) -> bool:
    term = word_term(value, asker.languages)
    return term is not None and any(map(term.stands_in, texts))


def _presses(value: str, facts: Facts, asker: Asker) -> bool:
    """Whether the clock that presses most is in a state, has so much time left, or has used such a share."""
    face = facts.face
    if span := parse_span(value):
        return _is_within(span, face, asker, is_live=face.phase != "stopped")
    if share := parse_share(value):
        return _has_used(share, face, asker)
    if value == Level.BREACHED:
        return _is_breached(face, asker)
    level = level_at(face, micros(asker.now), asker.hours.get(face.calendar_id))
    return level != Level.NONE if value == ANY_VALUE else level == value


def _is_breached(face: Face, asker: Asker) -> bool:
    now = micros(asker.now)
    over = face.due is not None and face.due <= now and face.breach is not None and face.breach <= now
    return over and face.phase != "stopped"


def _is_within(span: Span, face: Face, asker: Asker, *, is_live: bool) -> bool:
    if face.due is not None:
        return is_live and span.holds(face.due - micros(asker.now))
    return face.phase == "paused" and face.target is not None and span.holds(face.target - face.elapsed)


def _has_used(share: Share, face: Face, asker: Asker) -> bool:
    if face.target is None or face.phase not in {"running", "paused"}:
        return False
    left = opening_left(face, micros(asker.now), asker.hours.get(face.calendar_id))
    return left is not None and share.holds(face.target - left, face.target)


_COUNTED = frozenset({"running", "paused", "stopped"})


def _clock(name: str) -> "_Held":
    """The same for a single clock."""

    def held(value: str, facts: Facts, asker: Asker) -> bool:
        face = facts.clocks.get(name, NO_FACE)
        is_live = face.phase in {"running", "paused"}
        if span := parse_span(value):
            return _is_within(span, face, asker, is_live=is_live)
        if share := parse_share(value):
            return _has_used(share, face, asker)
        return {
            "breached": is_live and face.due is not None and face.due < micros(asker.now),
            "running": face.phase == "running",
            "paused": face.phase == "paused",
            "met": face.phase == "stopped" and not face.breached,
            "missed": face.phase == "stopped" and bool(face.breached),
            "none": face.phase not in _COUNTED,
            ANY_VALUE: face.phase in _COUNTED,
        }[value]

    return held


def _moment(pick: Callable[[Facts], int | None]) -> "_Held":
    def held(value: str, facts: Facts, asker: Asker) -> bool:
        instant, days = pick(facts), parse_days(value)
        if days is None:
            return (instant is None) is (value == NO_VALUE)
        return instants_of(days, asker.now, asker.zone).holds(instant)

    return held


def _age(value: str, facts: Facts, asker: Asker) -> bool:
    span = parse_span(value)
    return span is not None and span.holds(micros(asker.now) - facts.reported)


def _numbers(pick: Callable[[Facts], frozenset[int]]) -> "_Held":
    def held(value: str, facts: Facts, _asker: Asker) -> bool:
        if value in {NO_VALUE, ANY_VALUE}:
            return bool(pick(facts)) is (value == ANY_VALUE)
        return parse_incident_number(value) in pick(facts)

    return held


def _number(pick: Callable[[Facts], int]) -> "_Held":
    def held(value: str, facts: Facts, _asker: Asker) -> bool:
        count = parse_count(value)
        return count is not None and count.holds(pick(facts))

    return held


_Held = Callable[[str, Facts, Asker], bool]
_TERMS: dict[TermKind, _Held] = {
    TermKind.IS: _is,
    TermKind.PRIORITY: lambda value, facts, _asker: facts.priority == int(value),
    TermKind.TEAM: _team,
    TermKind.ASSIGNEE: _person(lambda facts: facts.assignee),
    TermKind.REQUESTER: _person(lambda facts: facts.caller),
    TermKind.SITE: lambda value, facts, _asker: _is_called(facts.site, value),
    TermKind.SERVICE: lambda value, facts, _asker: _is_called(facts.service, value),
    TermKind.CATEGORY: _category,
    TermKind.TAG: _tag,
    TermKind.PROBLEM: _problem,
    TermKind.CHANNEL: lambda value, facts, _asker: facts.channel == value,
    TermKind.HOLD: _word_kept(lambda facts: facts.hold_reason),
    TermKind.CODE: _word_kept(lambda facts: facts.resolution_code),
    TermKind.SLA: _presses,
    TermKind.RISK: _risk,
    TermKind.RESPONSE: _clock("response"),
    TermKind.RESOLUTION: _clock("resolution"),
    TermKind.UPDATE: _clock("update"),
    TermKind.CREATED: _moment(lambda facts: facts.reported),
    TermKind.UPDATED: _moment(lambda facts: facts.updated),
    TermKind.RESOLVED: _moment(lambda facts: facts.resolved),
    TermKind.CLOSED: _moment(lambda facts: facts.closed),
    TermKind.DUE: _moment(lambda facts: facts.face.due if facts.face.phase != "stopped" else None),
    TermKind.AGE: _age,
    TermKind.HAS: lambda value, facts, asker: facts.id in asker.drafts if value == DRAFT else value in facts.has,
    TermKind.LINK: _numbers(lambda facts: facts.links),
    TermKind.PARENT: _numbers(lambda facts: facts.parents),
    TermKind.ID: lambda value, facts, _asker: parse_incident_number(value) == facts.number,
    TermKind.LEVEL: _number(lambda facts: facts.level),
    TermKind.REOPENED: _number(lambda facts: facts.reopenings),
    TermKind.COMMENTS: _number(lambda facts: facts.messages),
    TermKind.SUBJECT: _subject,
    TermKind.TEXT: _word,
    TermKind.WORD: _word,
}
