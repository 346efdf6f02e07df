"""A desk with a reopened incident, for the tests of reviews."""

from dataclasses import dataclass, field
from datetime import timedelta

from app.domain.actor import Actor
from app.domain.lifecycle import Step
from app.domain.review import ReviewPart
from app.domain.vocabulary import ReviewState, Role, State
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import FieldEdit, NewIncident, Post
from app.services.people.dto import NewPerson
from app.services.reviews.dto import ReviewDetail, ReviewEdit, Value
from app.services.sign_in import sign_in
from tests.support.clock import FrozenClock


@dataclass
class ReviewDesk:
    """A desk, its people, and one incident that was resolved, reopened and resolved again."""

    desk: Desk
    clock: FrozenClock
    admin: Actor
    agent: Actor
    supervisor: Actor
    requester: Actor
    incident_id: str = ""
    groups: dict[str, str] = field(default_factory=dict)

    def begin(self) -> ReviewDetail:
        """The begun review of the incident."""
        ref = self.desk.reviews_admin.begin(self.agent, self.incident_id, self.desk.new_id())
        return self.detail(ref.id)

    def detail(self, review_id: str) -> ReviewDetail:
        """The review as the agent sees it."""
        return self.desk.reviews.detail(self.agent, review_id)

    def entries(self) -> list[str]:
        """What the journal says of reviews."""
        journal = self.desk.incident.detail(self.agent, self.incident_id).journal
        return [item.body or "" for item in journal if item.kind == "review"]

    def publish(self) -> ReviewDetail:
        """A review taken all the way to its publication."""
        review_id = self.finished().content.id
        admin = self.desk.reviews_admin
        ref = admin.step(self.agent, review_id, ReviewState.IN_REVIEW, seen=self.detail(review_id).content.edit)
        sign_off = self.detail(review_id).content.sign_offs[0]
        ref = admin.approve(self.agent, review_id, sign_off.id, seen=ref.edit)
        admin.step(self.supervisor, review_id, ReviewState.PUBLISHED, seen=ref.edit)
        return self.detail(review_id)

    def finished(self) -> ReviewDetail:
        """A draft that lacks nothing but its approvals."""
        review_id = self.begin().content.id
        admin, agent, new_id = self.desk.reviews_admin, self.agent, self.desk.new_id
        admin.edit(agent, review_id, {"summary": ReviewEdit("", "Scanners lost the network; rolled back.")})
        admin.add(agent, review_id, ReviewPart.CAUSE, new_id(), {"claim": "Untested update", "evidence": "No test."})
        due = self.clock.now().date() + timedelta(days=7)
        action: dict[str, Value] = {"action": "Test updates", "owner_id": agent.person_id, "due_on": due}
        admin.add(agent, review_id, ReviewPart.ACTION, new_id(), action)
        return self.detail(review_id)


def make_review_desk(url: str, clock: FrozenClock) -> ReviewDesk:
    """The desk with its people and its incident, over an empty database; close `desk` afterwards."""
    desk = make_desk(Store(Database(url), clock, Bus()))
    admin = sign_in(desk.store, "", "admin")

    def person(name: str, role: Role) -> Actor:
        person_id = desk.people_admin.add_person(admin, NewPerson(desk.new_id(), name, role=role))
        return Actor(person_id, name, role)

    made = ReviewDesk(
        desk,
        clock,
        admin,
        person("Priya Nair", Role.AGENT),
        person("Martin Keller", Role.SUPERVISOR),
        person("Jonas Berg", Role.REQUESTER),
    )
    for name in ("Service Desk", "Network"):
        made.groups[name] = desk.people_admin.add_group(admin, name, 1, (made.agent.person_id,))
    made.incident_id = _worked_incident(made)
    return made


def _worked_incident(made: ReviewDesk) -> str:
    desk, agent, clock = made.desk, made.agent, made.clock
    new = NewIncident(
        desk.new_id(), "Scanners offline at Dock 3", made.requester.person_id, group_id=made.groups["Service Desk"]
    )
    desk.incidents.create(agent, new)
    clock.advance(minutes=5)
    desk.incidents.post(agent, new.id, Post(desk.new_id(), "We are on it.", public=True))
    clock.advance(minutes=10)
    desk.incidents.step(agent, new.id, Step(State.IN_PROGRESS))
    clock.advance(minutes=30)
    desk.incidents.edit(agent, new.id, {"group_id": FieldEdit(made.groups["Service Desk"], made.groups["Network"])})
    clock.advance(hours=1)
    resolve = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Rolled back.")
    desk.incidents.step(agent, new.id, resolve)
    clock.advance(hours=1)
    desk.incidents.step(agent, new.id, Step(State.IN_PROGRESS, reason="Still offline at Dock 4"))
    clock.advance(hours=1)
    desk.incidents.step(agent, new.id, resolve)
    clock.advance(minutes=1)
    return new.id
