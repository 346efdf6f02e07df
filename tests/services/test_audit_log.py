"""Reading the audit log: what is found, what it says, and what is hidden from whom; on both databases."""

from datetime import datetime

import pytest

from app.domain.actor import Actor
from app.domain.errors import NotAllowed, NotFound
from app.domain.escalation.words import EscalationKind, Level
from app.domain.knowledge import ArticleUse
from app.domain.numbers import incident_number
from app.domain.review import ReviewPart
from app.domain.vocabulary import LinkKind, Role
from app.services.audit.dto import LogEntry, LogFilter, LogKey
from app.services.escalation.dto import EscalateRequest
from app.services.handovers.dto import NewHandover, Wanted
from app.services.incidents.dto import FieldEdit, IncidentRef, NewLink, Post
from app.services.problems.dto import NewProblem
from tests.services.knowledge_desk import published
from tests.support.crew import Crew

EVERYTHING = LogFilter()


def found(crew: Crew, wanted: LogFilter = EVERYTHING, who: Actor | None = None) -> list[LogEntry]:
    """Every entry that a filter finds, read in pages of three, after a look at their number."""
    actor = who or crew.admin
    entries: list[LogEntry] = []
    page = crew.desk.audit_log.page(actor, wanted, None, 3)
    entries += page.entries
    while page.more:
        page = crew.desk.audit_log.page(actor, wanted, entries[-1].place, 3)
        entries += page.entries
    assert len(entries) == crew.desk.audit_log.count(actor, wanted)
    return entries


def of_incident(crew: Crew, ref: IncidentRef, who: Actor | None = None) -> list[LogEntry]:
    """The entries of an incident, of its escalations and of its reviews."""
    return found(crew, LogFilter(text=incident_number(ref.number)), who)


def test_pages_hold_every_entry_once_and_the_newest_first(crew: Crew) -> None:
    for _ in range(4):
        crew.clock.advance(minutes=1)
        crew.log()
    entries = found(crew)
    places = [entry.place for entry in entries]
    assert len(set(places)) == len(places) > 20
    assert places == sorted(places, reverse=True)


def test_an_entry_says_what_changed_in_the_words_of_the_fields(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    crew.clock.advance(minutes=5)
    crew.desk.incidents.edit(
        crew.agent, ref.id, {"urgency": FieldEdit(3, 1), "service_id": FieldEdit(None, crew.service)}
    )
    entry = next(each for each in of_incident(crew, ref) if each.part == "incident" and each.deed == "update")
    assert entry.record == f"{incident_number(ref.number)} Printer on floor 2 jams"
    assert entry.by == crew.agent.name
    assert entry.login
    changes = {change.field: (change.old, change.new) for change in entry.changes}
    assert changes["Urgency"] == ("3", "1")
    assert changes["Service"][0] is None
    assert changes["Service"][1] == crew.desk.catalogue.service(crew.agent, crew.service).name
    assert crew.desk.audit_log.entry(crew.admin, entry.place.key) == entry
    written = [each for each in of_incident(crew, ref) if each.part == "journal_entry"]
    assert {"urgency", "service_id"} <= set(next(each for each in written if each.part_name == "change").fields)
    assert "service_id" not in next(each for each in written if each.part_name == "logged").fields


def test_moments_truths_and_keys_are_told_as_what_they_are(crew: Crew) -> None:
    ref = crew.log()
    crew.step(ref, crew.hold(), crew.agent)
    entry = next(each for each in of_incident(crew, ref) if each.part == "incident" and each.deed == "update")
    changes = {change.field: change.new for change in entry.changes}
    assert changes["Status"] == "On hold"
    assert isinstance(changes["Expected until"], datetime)
    crew.desk.catalogue_admin.use_service(crew.admin, crew.service, active=False)
    (retired,) = found(crew, LogFilter(kind="service", record_id=crew.service, deed="update"))
    assert retired.changes[0][1:] == ("yes", "no")
    assert retired.record == crew.desk.catalogue.service(crew.agent, crew.service).name


def test_a_member_is_named(crew: Crew) -> None:
    entries = found(crew, LogFilter(kind="assignment_group", record_id=crew.network))
    assert (crew.engineer.name, "group_member") in {(entry.part_name, entry.part) for entry in entries}


def test_each_filter_narrows(crew: Crew) -> None:
    crew.clock.advance(hours=1)
    ref = crew.log(short_description="Scanner beeps twice")
    crew.clock.advance(hours=1)
    crew.desk.incidents.edit(
        crew.engineer, ref.id, {"short_description": FieldEdit("Scanner beeps twice", 'Scanner: 100 % "loud"')}
    )
    everything = found(crew)

    def kept(wanted: LogFilter) -> list[LogEntry]:
        entries = found(crew, wanted)
        assert 0 < len(entries) < len(everything)
        return entries

    assert {entry.by for entry in kept(LogFilter(person_id=crew.engineer.person_id))} == {crew.engineer.name}
    assert {entry.place.key.kind for entry in kept(LogFilter(kind="incident"))} == {"incident"}
    assert {entry.deed for entry in kept(LogFilter(deed="update"))} == {"update"}
    (renamed,) = kept(LogFilter(field="short_description"))
    assert renamed.by == crew.engineer.name
    assert kept(LogFilter(text='100 % "loud"')) == [renamed]
    assert kept(LogFilter(text="SCANNER BEEPS", deed="update")) == [renamed]
    assert not found(crew, LogFilter(text="100_%"))
    assert kept(LogFilter(text="Network")), "a record is found by its name"
    assert {entry.place.key.record_id for entry in of_incident(crew, ref)} == {ref.id}
    assert not any(entry.by for entry in found(crew, LogFilter(by_program=True)))
    middle = everything[0].place.at
    late, early = kept(LogFilter(since=middle)), kept(LogFilter(until=middle))
    assert late + early == everything
    assert late[-1].place.at == middle


def test_a_field_is_not_found_in_what_somebody_wrote(crew: Crew) -> None:
    ref = crew.log()
    crew.desk.incidents.edit(
        crew.agent, ref.id, {"short_description": FieldEdit("Printer on floor 2 jams", 'x, "urgency": [1, 2]')}
    )
    wanted = LogFilter(kind="incident", record_id=ref.id, field="urgency")
    assert not found(crew, wanted)


def test_a_number_of_a_problem_is_that_of_the_problem(crew: Crew) -> None:
    opened = crew.desk.problem_work.open(crew.agent, crew.desk.new_id(), NewProblem("Paper jams"))
    entries = found(crew, LogFilter(text="prb 1"))
    assert {entry.place.key.record_id for entry in entries} == {opened.ref.id}
    assert {entry.record for entry in entries} == {"PRB-000001 Paper jams"}


@pytest.mark.parametrize("role", [Role.REQUESTER, Role.AGENT, Role.SUPERVISOR])
def test_nobody_but_an_administrator_reads_it(crew: Crew, role: Role) -> None:
    who, log = crew.of_role(role), crew.desk.audit_log
    for ask in (
        lambda: log.page(who, LogFilter()),
        lambda: log.count(who, LogFilter()),
        lambda: log.people(who),
        lambda: log.entry(who, LogKey("service", crew.service, 1)),
    ):
        with pytest.raises(NotAllowed):
            ask()


def restrict(crew: Crew, ref: IncidentRef) -> None:
    """Let nobody but the people of Network see it."""
    crew.write("incident", ref, restricted_group_id=crew.network)


def use_an_article(crew: Crew, ref: IncidentRef) -> str:
    """Link an article to the incident; returns the identifier of the use."""
    use_id = crew.desk.new_id()
    article = published(crew)
    crew.desk.knowledge_work.use(crew.engineer, use_id, article.id, ArticleUse.LINKED, ref.id)
    return use_id


def hand_over(crew: Crew, *refs: IncidentRef) -> None:
    """Hand a sheet over that has a line for each."""
    sheet = crew.desk.handovers.begin(crew.engineer, Wanted(group_id=None))
    assert {ref.id for ref in refs} <= {line.incident_id for line in sheet.lines}
    lines = tuple(line._replace(next_step="Call back") for line in sheet.lines)
    notes = "\n".join(f"{incident_number(ref.number)}: ask again" for ref in refs)
    new = NewHandover(None, sheet.shift, lines, notes)
    crew.desk.handover_work.hand_over(crew.engineer, crew.desk.new_id(), new)


def test_what_is_restricted_to_others_is_in_no_entry_and_no_figure(crew: Crew) -> None:
    """Everything that hangs on the incident, or stands in the chain of something else and names it."""
    secret, plain = (crew.log(short_description=said, impact=1, urgency=1) for said in ("Dismissal zebrafish", "Mail"))
    desk, me = crew.desk, crew.engineer
    desk.incidents.post(me, secret.id, Post(desk.new_id(), "zebrafish", public=False))
    desk.incidents.edit(me, secret.id, {"short_description": FieldEdit("Dismissal zebrafish", "zebrafish again")})
    review_id = desk.new_id()
    desk.reviews_admin.begin(me, secret.id, review_id)
    desk.reviews_admin.add(me, review_id, ReviewPart.CAUSE, desk.new_id(), {"claim": "zebrafish"})
    request = EscalateRequest(
        desk.new_id(), EscalationKind.HIERARCHICAL, reason="zebrafish", tried="x", level=Level.LEAD
    )
    desk.escalation_work.escalate(me, secret.id, request)
    link = desk.new_id()
    desk.incidents.link(me, NewLink(link, plain.id, secret.id, LinkKind.RELATED))
    used = use_an_article(crew, secret)
    hand_over(crew, secret, plain)
    before = {entry.place for entry in found(crew)}
    restrict(crew, secret)
    after = found(crew)
    gone = before - {entry.place for entry in after}
    kinds = {(place.key.kind, place.key.record_id == secret.id) for place in gone}
    assert {
        ("incident", True),
        ("incident", False),
        ("review", False),
        ("escalation", False),
        ("article", False),
        ("handover", False),
    } <= kinds
    handed = [entry.part for entry in after if entry.place.key.kind == "handover"]
    assert {part: handed.count(part) for part in handed} == {"handover": 1, "handover_line": 1, "handover_note": 1}
    assert "article_use" not in {entry.part for entry in after}
    assert not any(secret.id in repr(entry) or "zebrafish" in repr(entry) or used in repr(entry) for entry in after)
    for text in (incident_number(secret.number), "zebrafish"):
        assert not found(crew, LogFilter(text=text))
    assert not found(crew, LogFilter(kind="incident", record_id=secret.id))
    assert not found(crew, LogFilter(kind="review"))
    with pytest.raises(NotFound):
        crew.desk.audit_log.entry(crew.admin, LogKey("incident", secret.id, 1))
    crew.desk.people_admin.add_member(crew.admin, crew.network, crew.admin.person_id)
    assert before <= {entry.place for entry in found(crew)}
