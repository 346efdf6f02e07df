"""The big outage of the demo desk: a P1 with children, led to its end, and the published review of it."""

from datetime import date, datetime, timedelta
from typing import Any

from app.domain.actor import Actor
from app.domain.lifecycle import Step
from app.domain.review import ReviewPart
from app.domain.vocabulary import Channel, CloseCause, LinkKind, ReviewState, State
from app.services.demo.company import Company
from app.services.demo.lives import Case, Life
from app.services.escalation.dto import MajorDecision
from app.services.incidents.dto import NewIncident, NewLink
from app.services.reviews.dto import ReviewEdit, Value


def outage_life(case: Case) -> Life:
    """From the alert to the published review, some days later."""
    company, told = case.company, case.story
    lead, network = company.lead, company.people["Greta Nyman"]
    case.ref = company.desk.incidents.create(lead, _alert(company, told))
    yield case.start + timedelta(minutes=3)
    case.edit(lead, group_id=company.id_of("group", "Business applications"), assignee_id=_id(company, "Wen Li"))
    case.step(company.people["Wen Li"], Step(State.IN_PROGRESS))
    yield case.start + timedelta(minutes=6)
    case.say(lead, told["first_word"])
    company.desk.major_work.propose(company.people["Wen Li"], case.ref.id, told["proposal"])
    yield case.start + timedelta(minutes=9)
    decision = MajorDecision(lead.person_id, told["acceptance"], told["impact"])
    company.desk.major_work.accept(lead, case.ref.id, decision)
    for index, title in enumerate(told["children"]):
        yield case.start + timedelta(minutes=10 + 4 * index)
        _child(case, title, company.people[company.callers[3 + index]])
    yield case.start + timedelta(minutes=34)
    case.say(company.people["Wen Li"], told["note"], public=False)
    yield case.start + timedelta(minutes=41)
    case.edit(lead, group_id=company.id_of("group", "Network"), assignee_id=network.person_id)
    case.say(network, told["escalation_note"], public=False)
    yield case.start + timedelta(minutes=58)
    case.inform(lead, told["update"], timedelta(minutes=20))
    case.edit(network, workaround=told["workaround"], business_impact=told["review"]["business_effect"])
    yield case.start + timedelta(minutes=96)
    case.inform(lead, told["second_update"], timedelta(minutes=30))
    yield case.start + timedelta(minutes=128)
    case.step(
        network,
        Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes=told["resolution"]),
    )
    yield from _review(case, network)


def _id(company: Company, name: str) -> str:
    return company.people[name].person_id


def _alert(company: Company, told: dict[str, Any]) -> NewIncident:
    return NewIncident(
        id=company.desk.new_id(),
        short_description=told["title"],
        description=told["details"],
        channel=Channel.MONITORING,
        impact=1,
        urgency=1,
        category_id=company.id_of("category", "Software"),
        subcategory_id=company.id_of("category", "Software/Business application"),
        service_id=company.id_of("service", "Customer billing"),
        configuration_item_id=company.id_of("item", "STOR-A"),
        site_id=company.id_of("site", "Head office"),
    )


def _child(case: Case, title: str, caller: Actor) -> None:
    company = case.company
    desk = company.desk
    child = NewIncident(
        id=desk.new_id(),
        short_description=title,
        caller_id=caller.person_id,
        impact=2,
        urgency=1,
        service_id=company.id_of("service", "Customer billing"),
        site_id=company.site_of[caller.name],
        group_id=company.id_of("group", "Service desk"),
    )
    agent = company.people["Priya Raman"]
    ref = desk.incidents.create(agent, child)
    if case.ref is not None:
        desk.incidents.link(agent, NewLink(desk.new_id(), ref.id, case.ref.id, LinkKind.PARENT))


def _review(case: Case, author: Actor) -> Life:
    company, told = case.company, case.story["review"]
    desk, lead = company.desk, company.lead
    incident_id = case.ref.id if case.ref is not None else ""
    yield case.start + timedelta(days=1, minutes=40)
    review = write_review(company, author, incident_id, told)
    yield case.start + timedelta(days=3, minutes=15)
    edit = desk.reviews_admin.step(author, review, ReviewState.IN_REVIEW, seen=_edit(company, review)).edit
    yield case.start + timedelta(days=4, minutes=90)
    detail = desk.reviews.detail(lead, review)
    for item in detail.content.sign_offs:
        signer = author if item.person_id == author.person_id else lead
        edit = desk.reviews_admin.approve(signer, review, item.id, seen=edit).edit
    desk.reviews_admin.step(lead, review, ReviewState.PUBLISHED, seen=edit)
    yield case.start + timedelta(days=4, minutes=120)
    desk.incidents.step(lead, incident_id, Step(State.CLOSED, close_cause=CloseCause.SUPERVISOR))


def _edit(company: Company, review_id: str) -> int:
    return company.desk.reviews.detail(company.lead, review_id).content.edit


def write_review(company: Company, author: Actor, incident_id: str, told: dict[str, Any]) -> str:
    """Begin the review of an incident and write what the seed tells; returns its id."""
    desk = company.desk
    review_id = desk.new_id()
    desk.reviews_admin.begin(author, incident_id, review_id)
    content = desk.reviews.detail(author, review_id).content
    header = ("summary", "detection", "recovery", "people_affected", "business_effect", "data_loss")
    edits = {name: ReviewEdit(getattr(content, name), told[name]) for name in header if name in told}
    desk.reviews_admin.edit(author, review_id, edits)
    for part, values in _rows(company, told, desk.clock.now()):
        desk.reviews_admin.add(author, review_id, part, desk.new_id(), values)
    signer = {"role": "Incident manager", "person_id": company.lead.person_id}
    desk.reviews_admin.add(author, review_id, ReviewPart.SIGN_OFF, desk.new_id(), signer)
    return review_id


def _rows(company: Company, told: dict[str, Any], now: datetime) -> list[tuple[ReviewPart, dict[str, Value]]]:
    rows: list[tuple[ReviewPart, dict[str, Value]]] = []
    for claim, evidence in told.get("causes", ()):
        rows.append((ReviewPart.CAUSE, {"claim": claim, "evidence": evidence}))
    for kind, body in told.get("lessons", ()):
        rows.append((ReviewPart.LESSON, {"kind": kind, "body": body}))
    for index, (decision, by, known, result) in enumerate(told.get("decisions", ())):
        at = now - timedelta(days=1) + timedelta(minutes=5 + 20 * index)
        values: dict[str, Value] = {"occurred_at": at, "decision": decision, "decided_by": by}
        rows.append((ReviewPart.DECISION, {**values, "known_then": known, "result": result}))
    for action, kind, owner, days, status in told.get("actions", ()):
        due: date = (now + timedelta(days=10 + days)).date()
        rows.append(
            (
                ReviewPart.ACTION,
                {"action": action, "kind": kind, "owner_id": _id(company, owner), "due_on": due, "status": status},
            )
        )
    return rows
