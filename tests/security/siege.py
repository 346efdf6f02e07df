"""A desk with secrets, and people of every role who come with psql instead of the program.

`SECRET` stands in every text that only members of the group Personnel may read, `INTERNAL` in what callers may not,
`FOREIGN` in what another caller wrote. Nobody but Hana is a member of Personnel, not even the administrator.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import psycopg
import pytest
from psycopg.rows import TupleRow

from app.domain.actor import Actor
from app.domain.escalation.words import EscalationKind, Level
from app.domain.lifecycle import Step
from app.domain.review import ReviewPart
from app.domain.vocabulary import LinkKind, Role, State
from app.infra.clock import SystemClock
from app.models.people import person
from app.services.escalation.dto import EscalateRequest
from app.services.incidents.dto import NewFile, NewIncident, NewLink, Post
from app.services.people.dto import NewPerson
from app.services.problems.dto import NewProblem
from app.services.reviews.dto import Value
from app.services.sla.samples import furnish_clocks
from app.services.timers.dto import Worker
from app.services.timers.fire import fire_due
from tests.support.own_logins import OwnLoginsDesk, desk_with_logins
from tests.support.postgres import SUPERUSER, PostgresServer

SECRET, INTERNAL, FOREIGN = "zebrafish", "pangolin", "capybara"
ROLES = (Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN)
EVERYBODY = (*ROLES, Role.READER)
"""The rising ones, and the one that stands beside them."""
OWNER, MEMBER, JOBS = "owner", "member", "jobs"
"""Who shows that an attempt would work with the right: the owner of the tables, a member of Personnel, the service."""


class Answer(NamedTuple):
    """What the server said: rows or, where it refused, its SQLSTATE and its sentence."""

    rows: tuple[tuple[Any, ...], ...] = ()
    changed: int = 0
    state: str = ""
    sentence: str = ""

    @property
    def refused(self) -> bool:
        """Whether there was an error."""
        return bool(self.state)


def _is_lost(connection: "psycopg.Connection[TupleRow]") -> bool:
    """Whether the session was ended: who is taken out of the desk is out at once, even where it is taken back."""
    try:
        connection.execute("SELECT")
        connection.rollback()
    except psycopg.OperationalError:
        return True
    return False


@dataclass
class Siege:
    """An open desk, and a way to send it statements as anybody."""

    server: PostgresServer
    database: str
    desk: OwnLoginsDesk
    people: dict[str, Actor] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """What can be named in the statements of attempts: `{secret}`, `{own}`, `{personnel}` and so on."""
    open: dict[str, "psycopg.Connection[TupleRow]"] = field(default_factory=dict)

    def login(self, who: str) -> str:
        """The login of a role, or of OWNER, MEMBER, JOBS."""
        if who == OWNER:
            return SUPERUSER
        return str(self.desk.logins.login_of(self.people[who]))

    def say(self, who: str, *statements: str) -> Answer:
        """Send statements as somebody in one transaction, which is taken back; the answer is that of the last one.

        Whatever waits for the end of a transaction is demanded before.
        """
        names = {**self.names, **self._of(who), "login": self.login(who)}
        connection = self._connection(who)
        connection.autocommit = statements[0].startswith(_ALONE)
        try:
            answer = Answer()
            for statement in statements:
                answer = _answer(connection, statement.format(**names))
            connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except psycopg.Error as error:
            return Answer(state=error.sqlstate or "?", sentence=str(error).splitlines()[0])
        finally:
            lasts = any(statement.startswith(_LASTING) for statement in statements)
            if connection.closed or connection.autocommit or lasts:
                self.open.pop(who).close()
            else:
                connection.rollback()
        return answer

    def _connection(self, who: str) -> "psycopg.Connection[TupleRow]":
        if who in self.open and _is_lost(self.open[who]):
            self.open.pop(who).close()
        if who not in self.open:
            url = self.server.url(self.database, self.login(who)).replace("+psycopg", "")
            self.open[who] = psycopg.connect(url)
        return self.open[who]

    def close(self) -> None:
        """Close every connection."""
        for connection in self.open.values():
            connection.close()
        self.desk.close()

    def _of(self, who: str) -> dict[str, str]:
        """What a person would truthfully write of themself in an entry of the journal."""
        me = self.names.get(f"{who}_id", self.names["admin_id"])
        if who == Role.REQUESTER:
            return {"me": me, "kind": "caller_message", "visibility": "public", "by_desk": "false"}
        return {"me": me, "kind": "work_note", "visibility": "internal", "by_desk": "true"}


_ALONE = ("CREATE DATABASE", "CREATE TABLESPACE", "ALTER SYSTEM")
"""What a transaction does not take; no control says it."""


_LASTING = ("SET", "PREPARE", "DECLARE", "LOAD", "COPY")
"""What may outlast the transaction in the session, which therefore ends with it."""


def _answer(connection: "psycopg.Connection[TupleRow]", statement: str) -> Answer:
    plain = statement.encode()
    if statement.startswith("COPY") and "STDOUT" in statement:
        with connection.cursor().copy(plain) as copied:
            return Answer(((b"".join(copied),),))
    cursor = connection.execute(plain)
    rows = cursor.fetchall() if cursor.description else []
    return Answer(tuple(tuple(row) for row in rows), cursor.rowcount)


@pytest.fixture(scope="session")
def siege(postgres_server: PostgresServer, shared_template: str) -> Iterator[Siege]:
    """The besieged desk, the same for all attempts, because each is taken back."""
    database = postgres_server.create(template=shared_template)
    for statement in _ACCESS:
        postgres_server.execute(statement.format(database=database))
    desk = desk_with_logins(postgres_server, database, SystemClock(), any_time=False)
    found = Siege(postgres_server, database, desk)
    _settle(found)
    _live(found)
    postgres_server.execute("ANALYZE", database=database)
    yield found
    found.close()
    postgres_server.drop(database)


# A copy of a database begins with everybody's right to enter it; what server init sets is set again.
_ACCESS = (
    'REVOKE ALL ON DATABASE "{database}" FROM PUBLIC',
    'GRANT CONNECT ON DATABASE "{database}" TO desk_requester, desk_reader',
)


def _settle(siege: Siege) -> None:
    """The people, their groups, and what there is to choose."""
    desk, people = siege.desk, siege.people
    admin = Actor(desk.store.ids.new(), "Ruth Root", Role.ADMIN)
    with desk.store.writing(admin) as work:
        work.connection.execute(person.insert(), {"id": admin.person_id, "name": admin.name, "role": "admin"})
        furnish_clocks(work, "UTC")
    people[Role.ADMIN] = admin

    def add(who: str, name: str, role: Role) -> str:
        new = NewPerson(desk.new_id(), name, f"{who}@example.org", "555-0100", role=role)
        people[who] = Actor(desk.people_admin.add_person(admin, new), name, role)
        return people[who].person_id

    supervisor = add(Role.SUPERVISOR, "Sven Lind", Role.SUPERVISOR)
    agent = add(Role.AGENT, "Ada Brandt", Role.AGENT)
    member = add(MEMBER, "Hana Mori", Role.AGENT)
    add(Role.REQUESTER, "Rosa Quist", Role.REQUESTER)
    add(Role.READER, "Rita Voss", Role.READER)
    add("neighbour", "Noor Haddad", Role.REQUESTER)
    groups = {
        "service_desk": desk.people_admin.add_group(admin, "Service desk", 1, (agent, supervisor)),
        "personnel": desk.people_admin.add_group(admin, "Personnel", 2, (member,)),
    }
    siege.names |= groups | {f"{who}_id": actor.person_id for who, actor in people.items()}
    siege.names["service"] = desk.people_admin.add_service(admin, "Printing", groups["service_desk"], 3)
    siege.names["category"] = desk.people_admin.add_category(admin, "Hardware")
    desk.logins.give_everybody_one()
    people[JOBS] = Actor("", "Mainstay", Role.ADMIN)


def _live(siege: Siege) -> None:
    """Rosa's own incident, her neighbour's, and three of Personnel: one with everything that hangs on an incident."""
    names, people = siege.names, siege.people
    for name, caller, word in (
        ("own", Role.REQUESTER, "Printer jams"),
        ("foreign", "neighbour", f"Mail is slow {FOREIGN}"),
        ("secret", "neighbour", f"Dismissal {SECRET}"),
        ("twin", "neighbour", f"Complaint {SECRET}"),
        ("ended", "neighbour", f"Inquiry {SECRET}"),
    ):
        group = names["personnel"] if SECRET in word else names["service_desk"]
        author = people[MEMBER if SECRET in word else Role.AGENT]
        new = NewIncident(siege.desk.new_id(), word, people[caller].person_id, group_id=group, impact=2, urgency=2)
        _worked(siege, name, new, author)
    told = "SELECT id, 70, 7, 10, false, now() FROM incident"
    columns = "incident_id, percent, late, alike, is_wide, reckoned_at"
    siege.server.execute(f"INSERT INTO incident_risk ({columns}) {told}", database=siege.database)
    names["numbers"] = ", ".join(f"'{number}'" for number in ("1", "2", "3", "4", "5"))
    _hidden_work(siege)
    siege.desk.store.bus.publish(())
    worker = Worker(siege.desk.new_id(), "Jobs on server", "jobs")
    fire_due(siege.desk.logins.store_of(people[JOBS]), worker)
    for name in ("secret", "twin", "ended"):
        siege.server.execute(
            f"UPDATE incident SET restricted_group_id = '{names['personnel']}', version = version + 1"
            f" WHERE id = '{names[name]}'",
            database=siege.database,
        )


def _worked(siege: Siege, name: str, new: NewIncident, author: Actor) -> None:
    desk, names = siege.desk, siege.names
    kept_from_all, kept_from_others = (SECRET, SECRET) if SECRET in new.short_description else (INTERNAL, name)
    ref = desk.incidents.create(author, new)
    names[name], names[f"{name}_number"] = ref.id, str(ref.number)
    for kind, word in (("reply", kept_from_others), ("note", kept_from_all)):
        names[f"{name}_{kind}"] = desk.new_id()
        file = NewFile(f"{word}.txt", "text/plain", f"{name} {kind} {word}".encode())
        post = Post(names[f"{name}_{kind}"], f"We look into it: {word}", public=kind == "reply", files=(file,))
        desk.incidents.post(author, ref.id, post)
    hold = Step(State.IN_PROGRESS)
    desk.incidents.step(author, ref.id, hold)


def _hidden_work(siege: Siege) -> None:
    desk, names, member = siege.desk, siege.names, siege.people[MEMBER]
    names["link"] = desk.new_id()
    desk.incidents.link(member, NewLink(names["link"], names["secret"], names["own"], LinkKind.RELATED))
    names["review"] = desk.new_id()
    desk.reviews_admin.begin(member, names["secret"], names["review"])
    cause: dict[str, Value] = {"claim": f"Because of {SECRET}"}
    desk.reviews_admin.add(member, names["review"], ReviewPart.CAUSE, desk.new_id(), cause)
    reason = f"Personnel has to decide {SECRET}"
    request = EscalateRequest(desk.new_id(), EscalationKind.HIERARCHICAL, reason=reason, tried=SECRET, level=Level.LEAD)
    names["escalation"] = desk.escalation_work.escalate(member, names["secret"], request)
    for each in _NAMED:
        names[each] = desk.new_id()
    names["problem"] = desk.problem_work.open(member, desk.new_id(), NewProblem("Paper jams")).ref.id
    # What takes hours to come about by itself is written down by the owner.
    for statement in _PASSED:
        siege.server.execute(statement.format(**names), database=siege.database)


_NAMED = (
    "published", "reviewed", "template", "hidden_template", "step", "hidden_step", "done", "required", "solved",
    "signed", "signature", "lesson", "hidden_view", "written", "handover",
)  # fmt: skip
_PASSED = (
    (
        "INSERT INTO sla_firing (incident_id, clock, cycle, target, threshold, reached_at, fired_at, fired_by, is_late,"
        " is_told) VALUES ('{secret}', 'response', 1, 60000000, 'breach', now(), now(), 'x', false, true)"
    ),
    (
        "INSERT INTO escalation_step (escalation_id, step, due_at, taken_at, taken_by, is_late, what)"
        " VALUES ('{escalation}', 0, now(), now(), 'x', false, 'zebrafish')"
    ),
    (
        "INSERT INTO shift_offer (id, incident_id, from_group_id, to_group_id, shift_ended_at, offered_at)"
        " VALUES (gen_random_uuid(), '{secret}', '{personnel}', '{service_desk}', now(), now())"
    ),
    (
        "INSERT INTO imported_record (incident_id, source, source_number, content_hash, extra, imported_at)"
        " VALUES ('{secret}', 'old desk', 'zebrafish', 'x', '\"zebrafish\"', now())"
    ),
    (
        "INSERT INTO presence (window_id, person_id, incident_id, doing, seen_at)"
        " VALUES (gen_random_uuid(), '{member_id}', '{secret}', 'viewing', now())"
    ),
    (
        "INSERT INTO notification (id, dedupe_key, person_id, incident_id, kind, title, body, created_at, deliver_at)"
        " VALUES (gen_random_uuid(), 'x', '{member_id}', '{secret}', 'rule', 'zebrafish', '', now(), now())"
    ),
    (
        "INSERT INTO handover (id, handed_by_id, shift_begins_at, shift_ends_at, next_ends_at, handed_at, figures)"
        " VALUES ('{handover}', '{member_id}', now() - interval '8 h', now(), now() + interval '8 h', now(), '{{}}')"
    ),
    (
        "INSERT INTO handover_line (handover_id, position, block, incident_id, number, summary, at_kind, next_step)"
        " VALUES ('{handover}', 0, 'due', '{secret}', 'zebrafish', 'zebrafish', 'none', 'zebrafish')"
    ),
    (
        "INSERT INTO handover_note (handover_id, position, incident_id, place, text)"
        " VALUES ('{handover}', 0, '{secret}', 0, 'zebrafish')"
    ),
    "INSERT INTO setting (key, value, updated_at) VALUES ('escalation_chain', '{{}}', now())",
    "UPDATE person SET handling_note = 'pangolin'",
    (
        "INSERT INTO macro (id, name, body, acts, owner_id, share, group_id, created_at)"
        " VALUES (gen_random_uuid(), 'zebrafish', 'zebrafish', '[]', '{member_id}', 'team', '{personnel}', now())"
    ),
    (
        "INSERT INTO checklist_template (id, name, steps, owner_id, share, group_id, created_at) VALUES"
        """ ('{hidden_template}', 'zebrafish', '[{{"text": "zebrafish"}}]', '{member_id}', 'team', '{personnel}',"""
        " now()),"
        """ ('{template}', 'Printer', '[{{"text": "Look"}}, {{"text": "Order", "required": true}}]',"""
        " '{admin_id}', 'all', NULL, now())"
    ),
    (
        "INSERT INTO incident_template (id, name, filling, owner_id, share, group_id, created_at)"
        " VALUES (gen_random_uuid(), 'zebrafish', '{{}}', '{member_id}', 'team', '{personnel}', now())"
    ),
    (
        "INSERT INTO checklist_step (id, incident_id, position, text, created_at, created_by_id) VALUES"
        " ('{hidden_step}', '{secret}', 1, 'zebrafish', now(), '{member_id}'),"
        " ('{step}', '{own}', 1, 'Look', now(), '{member_id}')"
    ),
    (
        "INSERT INTO checklist_step (id, incident_id, position, text, state, ended_at, ended_by_id, created_at,"
        " created_by_id) VALUES ('{done}', '{own}', 2, 'Call', 'done', now(), '{member_id}', now(), '{member_id}')"
    ),
    (
        "INSERT INTO checklist_step (id, incident_id, position, text, required, template_id, created_at, created_by_id)"
        " VALUES ('{required}', '{foreign}', 1, 'Order', true, '{template}', now(), '{member_id}')"
    ),
    "UPDATE incident SET state = 'canceled', cancel_reason = 'x', version = version + 1 WHERE id = '{ended}'",
    (
        "INSERT INTO saved_view (id, name, icon, filter_text, columns, sort, descending, group_by, owner_id, share,"
        " group_id, notifies, position, created_at, updated_at)"
        " VALUES (gen_random_uuid(), 'zebrafish', 'list', 'is:open', '[]', 'number', true, 'none', '{member_id}',"
        " 'team', '{personnel}', false, 1, now(), now())"
    ),
    *(
        statement
        for name, state, published in (("published", "published", "1"), ("reviewed", "in_review", "NULL"))
        for statement in (
            (
                "INSERT INTO article (id, number, kind, state, version, published_version, title, summary, body,"
                " audience, tags, author_id, approver_id, created_at, updated_at)"
                f" VALUES ('{{{name}}}', {len(name)}, 'faq', '{state}', 1, {published}, 'Paper', '', '', 'everyone',"
                f" '[]', '{{member_id}}', CASE WHEN {published} = 1 THEN '{{admin_id}}'::uuid END, now(), now())"
            ),
            (
                "INSERT INTO article_version (article_id, number, title, summary, body, audience, author_id,"
                f" created_at) VALUES ('{{{name}}}', 1, 'Paper', '', '', 'everyone', '{{member_id}}', now())"
            ),
        )
    ),
    (
        "INSERT INTO article_picture (article_id, sha256, media_type, size, data, added_by_id, added_at)"
        " VALUES ('{published}', encode(sha256('capybara'), 'hex'), 'image/png', 8, 'capybara', '{member_id}', now())"
    ),
    "INSERT INTO suggestion_model (number, learned_at, incidents, figures, content) VALUES (1, now(), 1, '{{}}', '')",
    "UPDATE incident SET problem_ref = 'PRB-000001', tags = 'zebrafish', version = version + 1 WHERE id = '{secret}'",
    ("UPDATE incident SET snoozed_until = now() + interval '3 days', version = version + 1 WHERE id = '{own}'"),
    (
        "INSERT INTO problem (id, number, title, state, cause, fix, created_at, updated_at, resolved_at) VALUES"
        " ('{solved}', 99, 'Solved', 'resolved', 'x', 'x', now(), now(), now() - interval '3 days')"
    ),
    (
        "INSERT INTO review (id, incident_id, version, state, title, author_id, created_at, updated_at) VALUES"
        " ('{signed}', '{foreign}', 1, 'in_review', 'Mail', '{agent_id}', now(), now()),"
        " ('{written}', '{foreign}', 2, 'draft', 'Mail', '{agent_id}', now(), now())"
    ),
    "INSERT INTO review_lesson (id, review_id, position, kind, body) VALUES ('{lesson}', '{signed}', 1, 'lucky', 'x')",
    (
        "INSERT INTO review_sign_off (id, review_id, position, role, person_id, approved_at)"
        " VALUES ('{signature}', '{signed}', 1, 'Lead', '{supervisor_id}', now())"
    ),
    (
        "INSERT INTO help_mark (id, review_id, model, asked_by_id, at) VALUES"
        " (gen_random_uuid(), '{review}', 'zebrafish', '{member_id}', now()),"
        " (gen_random_uuid(), '{written}', 'capybara', '{member_id}', now())"
    ),
    (
        "INSERT INTO help_mark (id, article_id, version, model, asked_by_id, at)"
        " VALUES (gen_random_uuid(), '{reviewed}', 1, 'capybara', '{member_id}', now())"
    ),
    (
        "INSERT INTO burst_answer (burst, person_id, answer, incidents, usual, at)"
        " VALUES ('capybara', '{member_id}', 'later', 5, 0, now())"
    ),
    (
        "INSERT INTO incident_follower (incident_id, person_id, following, seen_version)"
        " VALUES ('{secret}', '{member_id}', true, 1)"
    ),
    "INSERT INTO unread_mark (incident_id, person_id, unread) VALUES ('{secret}', '{member_id}', true)",
    "UPDATE saved_view SET id = '{hidden_view}' WHERE name = 'zebrafish'",
    "INSERT INTO saved_view_star (person_id, view_id, starred) VALUES ('{member_id}', '{hidden_view}', true)",
)
