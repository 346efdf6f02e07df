"""Attempts to write what is not so: under another name, at another time, past the journal, or where one sees nothing."""

from app.domain.vocabulary import Role
from tests.security.attempt import SELF, Attempt, Fails
from tests.security.siege import MEMBER, OWNER

R, A, S, X = Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN
DESK = (A, S, X)
REFUSED, NOTHING, ALIKE = Fails.REFUSED, Fails.NOTHING, Fails.ALIKE

_ENTRY = {
    "id": "gen_random_uuid()",
    "incident_id": "'{own}'",
    "occurred_at": "m.t",
    "recorded_at": "m.t",
    "author_id": "'{me}'::uuid",
    "by_desk": "{by_desk}",
    "kind": "'{kind}'",
    "visibility": "'{visibility}'",
    "body": "'Hello'",
    "source": "NULL",
}


def _insert(table: str, columns: dict[str, str]) -> str:
    """An insert whose moments are all the same: that of the database, now."""
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(columns.values())}"
        " FROM (SELECT clock_timestamp()) AS m (t)"
    )


def entry(**changed: str) -> str:
    """An entry on Rosa's incident as the one who speaks would honestly write it, but for what is changed."""
    return _insert("journal_entry", _ENTRY | changed)


def _forged(name: str, roles: tuple[Role, ...] = (R, A, S, X), **changed: str) -> Attempt:
    return Attempt(name, (entry(**changed),), REFUSED, SELF, (entry(),), roles)


_ENTRIES = (
    _forged("an entry in another's name", author_id="'{member_id}'::uuid"),
    _forged("an entry in the name of an administrator", (R, A, S), author_id="'{admin_id}'::uuid"),
    _forged("a message in nobody's name", author_id="NULL"),
    _forged("an entry of yesterday", recorded_at="m.t - interval '1 day'", occurred_at="m.t - interval '1 day'"),
    _forged("an entry that was recorded earlier", recorded_at="m.t - interval '1 minute'"),
    _forged("an entry that happened earlier", occurred_at="m.t - interval '1 hour'"),
    _forged("an entry of tomorrow", recorded_at="m.t + interval '1 day'", occurred_at="m.t + interval '1 day'"),
    _forged("an entry of the next minute", recorded_at="m.t + interval '1 minute'"),
    _forged("an entry of the other side", by_desk="NOT {by_desk}"),
    _forged("an entry of another desk", (R, A, S), source="'old desk'"),
    _forged("a second beginning", kind="'logged'"),
    _forged("a clock that speaks", kind="'sla'"),
    _forged("an entry that looks imported", kind="'imported'"),
    _forged("an uncounted reassignment", kind="'reassigned_unseen'"),
    _forged("an entry on a hidden incident", incident_id="'{secret}'"),
    _forged("an entry on an incident that is none", incident_id="gen_random_uuid()"),
    _forged("an entry under an identifier that is taken", id="'{own_reply}'::uuid")._replace(state="23505"),
    _forged("the word of a caller", DESK, kind="'caller_message'", visibility="'public'"),
    _forged("a public word of a rule", DESK, author_id="NULL", kind="'escalation'", visibility="'public'"),
    _forged("a note of a caller", (R,), kind="'work_note'"),
    _forged("an internal message of a caller", (R,), visibility="'internal'"),
    _forged("a caller who answers as the desk", (R,), kind="'reply'"),
    _forged("a caller on another caller's incident", (R,), incident_id="'{foreign}'"),
    _forged("a caller who escalates", (R,), kind="'escalation'"),
    Attempt(
        "an entry that takes another's place",
        (entry(id="'{own_reply}'::uuid") + " ON CONFLICT (id) DO UPDATE SET body = 'Never said'",),
        REFUSED, SELF, (entry(),),
    ),
    Attempt(
        "what an entry on a hidden incident gives back",
        (entry(incident_id="'{secret}'") + " RETURNING *",),
        REFUSED, SELF, (entry() + " RETURNING id",),
    ),
    Attempt(
        "whether a hidden incident is there, by writing on it",
        (entry(incident_id="'{secret}'"), entry(incident_id="'01900000-0000-7000-8000-000000000000'")),
        ALIKE, OWNER,
    ),
)  # fmt: skip


def _clocks_of(incident: str, columns: str = "", values: str = "") -> str:
    return (
        f"INSERT INTO incident_clocks ({columns}incident_id, policy_set, engine, checked_until)"
        f" VALUES ({values}'{incident}', 'desk', '1', now())"
    )


_WITH_ENTRY = (
    "WITH said AS ("
    + entry(id="'01900000-0000-7000-8000-00000000000{n}'::uuid", kind="'change'", visibility="'internal'")
    + " RETURNING 1) SELECT count(*) FROM said"
)
_STAMP = "version = version + 1, updated_at = clock_timestamp(), updated_by_id = '{me}'"


def _update(values: str, incident: str = "{own}", stamp: str = _STAMP) -> str:
    return f"UPDATE incident SET {values}{', ' if values and stamp else ''}{stamp} WHERE id = '{incident}'"


def _journal(field: str, old: str, new: str, kind: str = "change", visibility: str = "internal") -> tuple[str, str]:
    """An entry with one changed field, as two statements of one transaction."""
    known = "'01900000-0000-7000-8000-000000000001'"
    return (
        entry(id=f"{known}::uuid", kind=f"'{kind}'", visibility=f"'{visibility}'"),
        (
            f"INSERT INTO journal_change (incident_id, entry_id, field, old_value, new_value)"
            f" VALUES ('{{own}}', {known}, '{field}', {old}, {new})"
        ),
    )


_EDIT = _update("business_unit = 'Sales'")
_TOLD = _journal("business_unit", "NULL", "'Sales'")

_CHANGES = (
    Attempt("a change of a hidden incident", (_update("business_unit = 'x'", "{secret}", ""),), NOTHING, OWNER),
    Attempt("a change of every incident", ("UPDATE incident SET business_unit = 'x' WHERE restricted_group_id IS NOT NULL",), NOTHING, OWNER),
    Attempt("a change past the journal", (_EDIT,), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("a change that the journal tells of another field", (_EDIT, *_journal("workaround", "NULL", "'Sales'")), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("a change that the journal tells with another value", (_EDIT, *_journal("business_unit", "NULL", "'Legal'")), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("a change that the journal tells with another past", (_EDIT, *_journal("business_unit", "'Legal'", "'Sales'")), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("a change that never happened", (_journal("business_unit", "NULL", "'Sales'")), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("a change of nothing", (_EDIT, *_TOLD, *_journal("business_unit", "'Sales'", "'Sales'")[1:]), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("a change of a field that there is not", (_EDIT, *_TOLD, *_journal("shoe_size", "NULL", "'44'")[1:]), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt(
        "a change added to somebody's entry",
        ("INSERT INTO journal_change (incident_id, entry_id, field, new_value) VALUES ('{own}', '{own_reply}', 'business_unit', 'x')",),
        REFUSED, SELF, (_EDIT, *_TOLD), DESK,
    ),
    Attempt(
        "a change added to an entry of another incident",
        (_TOLD[0], "INSERT INTO journal_change (incident_id, entry_id, field, new_value) VALUES ('{foreign}', '01900000-0000-7000-8000-000000000001', 'business_unit', 'x')"),
        REFUSED, SELF, (_EDIT, *_TOLD), DESK,
    ),
    Attempt("a version that stands still", (_update("business_unit = 'Sales'", stamp="updated_at = clock_timestamp(), updated_by_id = '{me}'"), *_TOLD), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("a version that jumps", (_update("business_unit = 'Sales', version = version + 2", stamp="updated_at = clock_timestamp(), updated_by_id = '{me}'"), *_TOLD), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("a change in another's name", (_EDIT.replace("'{me}'", "'{member_id}'"), *_TOLD), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("a change of yesterday", (_EDIT.replace("clock_timestamp()", "now() - interval '1 day'"), *_TOLD), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("a change of tomorrow", (_EDIT.replace("clock_timestamp()", "now() + interval '1 day'"), *_TOLD), REFUSED, SELF, (_EDIT, *_TOLD), DESK),
    Attempt("another number", (_update("number = 4711"),), REFUSED, OWNER),
    Attempt("another identifier", ("UPDATE incident SET id = gen_random_uuid() WHERE id = '{own}'",), REFUSED, OWNER, ("SET session_replication_role = replica", "UPDATE incident SET id = gen_random_uuid() WHERE id = '{own}'")),
    Attempt("another opener", (_update("opened_by_id = '{me}'"),), REFUSED, OWNER),
    Attempt("another time of the report", (_update("reported_at = now()"),), REFUSED, OWNER),
    Attempt("another time of logging", (_update("created_at = now()"),), REFUSED, OWNER),
    Attempt("hiding an incident in a group of others", (_update("restricted_group_id = '{personnel}'"), *_journal("restricted_group_id", "NULL", "replace('{personnel}', '-', '')")), REFUSED, MEMBER, (), (A, S, X)),
    Attempt("letting everybody see what is hidden", (_update("restricted_group_id = NULL", "{secret}", ""),), NOTHING, OWNER),
    Attempt("another caller", (_update("caller_id = '{neighbour_id}'"),), REFUSED, OWNER, (), (R,)),
    Attempt("a caller who edits", (_update("short_description = 'Mine'"),), REFUSED, A, (_update("business_unit = 'Sales'"), *_TOLD), (R,)),
    Attempt("a caller who takes their incident up", (_update("impact = 1"),), REFUSED, OWNER, (), (R,)),
)  # fmt: skip

_RESOLVE = (
    "state = 'resolved', resolution_code = 'x', resolution_notes = 'x', resolved_by_id = '{me}', resolved_at = m.t"
)
_NOW = "version = version + 1, updated_at = m.t, updated_by_id = '{me}'"


def _step(values: str, incident: str = "{own}") -> str:
    return f"UPDATE incident SET {values}, {_NOW} FROM (SELECT clock_timestamp()) AS m (t) WHERE id = '{incident}'"


def _moved(values: str, *told: tuple[str, str, str]) -> tuple[str, ...]:
    """A step, its entry and all that the entry tells."""
    known = "'01900000-0000-7000-8000-000000000001'"
    changes = (
        f"INSERT INTO journal_change (incident_id, entry_id, field, old_value, new_value)"
        f" SELECT '{{own}}', {known}, '{field}', {old}, {new} FROM incident i WHERE i.id = '{{own}}'"
        for field, old, new in told
    )
    return (_step(values), entry(id=f"{known}::uuid", kind="'state'", visibility="'internal'"), *changes)


_STATE = ("state", "'in_progress'", "i.state")
_RESOLVED = _moved(
    _RESOLVE,
    _STATE,
    ("resolution_code", "NULL", "i.resolution_code"),
    ("resolution_notes", "NULL", "i.resolution_notes"),
    ("resolved_by_id", "NULL", "replace(i.resolved_by_id::text, '-', '')"),
    ("resolved_at", "NULL", "i.resolved_at::text"),
)


def _wrong_step(name: str, values: str, roles: tuple[Role, ...] = DESK) -> Attempt:
    return Attempt(name, (_step(values),), REFUSED, SELF if R not in roles else A, _RESOLVED, roles)


_STEPS = (
    _wrong_step("from work to closed", "state = 'closed', close_cause = 'supervisor', closed_by_id = '{me}', closed_at = m.t"),
    _wrong_step("from work back to new", "state = 'new'"),
    _wrong_step("to a state that there is not", "state = 'lost'"),
    _wrong_step("resolved without a code", _RESOLVE.replace("resolution_code = 'x'", "resolution_code = ' '")),
    _wrong_step("resolved without notes", _RESOLVE.replace("resolution_notes = 'x'", "resolution_notes = NULL")),
    _wrong_step("resolved by somebody else", _RESOLVE.replace("'{me}'", "'{member_id}'")),
    _wrong_step("resolved an hour ago", _RESOLVE.replace("resolved_at = m.t", "resolved_at = m.t - interval '1 hour'")),
    _wrong_step("a wait without an end", "state = 'on_hold', hold_reason = 'awaiting_vendor'"),
    _wrong_step("a wait without a reason", "state = 'on_hold', hold_until = m.t + interval '1 day'")._replace(state="23514"),
    _wrong_step("canceled without a reason", "state = 'canceled'"),
    _wrong_step("a resolution of what is not resolved", "resolution_notes = 'Done'"),
    _wrong_step("a closure of what is not closed", "close_cause = 'caller_accepted'"),
    _wrong_step("a reason to cancel what goes on", "cancel_reason = 'No'"),
    _wrong_step("a hold of what is not on hold", "hold_reason = 'awaiting_caller'"),
    _wrong_step("a caller who resolves", _RESOLVE, (R,)),
    _wrong_step("a caller who cancels", "state = 'canceled', cancel_reason = 'No'", (R,)),
    _wrong_step("a caller who closes what is not resolved", "state = 'closed', close_cause = 'caller_accepted', closed_by_id = '{me}', closed_at = m.t", (R,)),
    _wrong_step("a caller who lets the desk wait", "state = 'on_hold', hold_reason = 'awaiting_vendor', hold_until = m.t", (R,)),
)  # fmt: skip

_PRIORITY = (
    Attempt("a priority that the matrix does not give", (_update("priority = 1"),), REFUSED, OWNER, (), DESK),
    Attempt("a computed priority of one's own", (_update("computed_priority = 1, priority = 1"),), REFUSED, OWNER, (), DESK),
    Attempt("an impact without its priority", (_update("impact = 1"),), REFUSED, OWNER, (), DESK),
    Attempt("an override in another's name", (_step("priority = 1, override_reason = 'x', override_by_id = '{member_id}', override_at = m.t"),), REFUSED, OWNER, (), DESK),
    Attempt("an override by an agent", (_step("priority = 1, override_reason = 'x', override_by_id = '{me}', override_at = m.t"), *_journal("priority", "'3'", "'1'"), *_journal("override_reason", "NULL", "'x'")[1:]), REFUSED, S, (), (A,)),
    Attempt("an override by a rule that there is not", (_step("priority = 1, override_reason = 'x', override_at = m.t").replace("updated_by_id = '{me}'", "updated_by_id = NULL"),), REFUSED, OWNER, (), (A,)),
    Attempt("a major incident by an agent's word", (_update("major_state = 'accepted'"), *_journal("major_state", "'none'", "'accepted'", "major")), REFUSED, S, (), (A,)),
    Attempt("a VIP by one's own word", (_update("caller_vip = true"),), REFUSED, OWNER, (), DESK),
    Attempt("a promise by an agent's word", (_journal("promised_response", "NULL", "'2030-01-01T00:00:00+00:00'")), REFUSED, S, (), (A,)),
    Attempt("a link in the journal that is not there", (_journal("link_duplicate", "NULL", "'INC-{foreign_number}'", "link")), REFUSED, OWNER, (), DESK),
    Attempt("a step of somebody else taken back in the journal", (_journal("taken_back", "NULL", "(SELECT replace(c.entry_id::text, '-', '') FROM journal_change c WHERE c.incident_id = '{own}' AND c.field = 'state' LIMIT 1)", "state")), REFUSED, OWNER, (), DESK),
    Attempt("a step taken back that there is not", (_journal("taken_back", "NULL", "'019000000000700080000000000000aa'", "state")), REFUSED, OWNER, (), DESK),
    Attempt("words that are said to follow an original that there is not", (_journal("followed", "NULL", "'INC-{foreign_number}'", "reply", "public")), REFUSED, OWNER, (), DESK),
    Attempt("an update of a major incident that it does not hang below", (_journal("followed", "NULL", "'INC-{foreign_number}'", "stakeholder_update", "public")), REFUSED, OWNER, (), DESK),
    Attempt("how many read an update of what is no major incident", (_journal("update_reached", "NULL", "'5'", "stakeholder_update", "public")), REFUSED, OWNER, (), DESK),
    Attempt("an update that is promised by a reply", (_journal("next_update_at", "NULL", "'2030-01-01T00:00:00+00:00'", "reply", "public")), REFUSED, OWNER, (), DESK),
    Attempt("the lead of a major incident by the way", (_journal("major_lead_id", "NULL", "'x'")), REFUSED, OWNER, (), DESK),
)  # fmt: skip

_INCIDENT = {
    "id": "gen_random_uuid()",
    "number": "desk.next_number('incident', 1)",
    "short_description": "'Hello'",
    "caller_id": "'{me}'::uuid",
    "opened_by_id": "'{me}'::uuid",
    "reported_at": "m.t",
    "created_at": "m.t",
    "channel": "'portal'",
    "impact": "3",
    "urgency": "3",
    "computed_priority": "5",
    "priority": "5",
    "state": "'new'",
    "updated_at": "m.t",
    "updated_by_id": "'{me}'::uuid",
    "version": "1",
}


def logged(**changed: str) -> tuple[str, ...]:
    """An incident with its first entry as the one who speaks would honestly log it, but for what is changed."""
    known = "'01900000-0000-7000-8000-000000000009'::uuid"
    first = _ENTRY | {
        "incident_id": known,
        "kind": "'logged'",
        "visibility": "'public'",
        "occurred_at": "i.reported_at",
    }
    first |= {"recorded_at": "i.created_at"}
    told = f"INSERT INTO journal_entry ({', '.join(first)}) SELECT {', '.join(first.values())} FROM incident i WHERE id = {known}"
    return (_insert("incident", _INCIDENT | {"id": known} | changed), told)


def _wrong_log(name: str, roles: tuple[Role, ...] = (R, A, S, X), **changed: str) -> Attempt:
    return Attempt(name, logged(**changed), REFUSED, SELF, logged(), roles)


_LOGGING = (
    _wrong_log("a number of one's own", number="4711"),
    _wrong_log("a number that was skipped", (R, A, S), number="desk.next_number('incident', 1) - 1"),
    _wrong_log("the number of a hidden incident", number="{secret_number}"),
    _wrong_log("logged in another's name", opened_by_id="'{member_id}'::uuid"),
    _wrong_log("changed by another from the beginning", updated_by_id="'{member_id}'::uuid"),
    _wrong_log("logged yesterday", created_at="m.t - interval '1 day'", updated_at="m.t - interval '1 day'"),
    _wrong_log("reported tomorrow", reported_at="m.t + interval '1 day'"),
    _wrong_log("resolved from the beginning", state="'resolved'"),
    _wrong_log("an old incident from the beginning", version="7"),
    _wrong_log("a priority of one's own", priority="1", computed_priority="1"),
    _wrong_log("imported by hand", (R, A, S), source_number="'INC1'"),
    _wrong_log("restricted from the beginning", restricted_group_id="'{service_desk}'::uuid"),
    _wrong_log("a major incident from the beginning", major_state="'accepted'"),
    _wrong_log("an identifier that is taken", id="'{own}'::uuid")._replace(state="23505"),
    _wrong_log("for another caller", (R,), caller_id="'{neighbour_id}'::uuid"),
    _wrong_log("to a group of one's choice", (R,), group_id="'{service_desk}'::uuid"),
    _wrong_log("to a person of one's choice", (R,), assignee_id="'{agent_id}'::uuid"),
    Attempt("an incident without its first entry", logged()[:1], REFUSED, SELF, logged()),
    Attempt("numbers in stock", ("SELECT desk.next_number('incident', 500)",), REFUSED, SELF, ("SELECT desk.next_number('incident', 1)",), (R, A, S)),
    Attempt("a counter of one's own", ("SELECT desk.next_number('mine', 1)",), REFUSED, SELF, ("SELECT desk.next_number('incident', 1)",)),
    Attempt("a search of another day", ("SELECT desk.count_unfound('x', TIMESTAMPTZ '2020-01-01')",), REFUSED, SELF, ("SELECT desk.count_unfound('x', clock_timestamp())",)),
    Attempt("counts of searches of one's own", ("INSERT INTO unfound_search (words, day, times) VALUES ('x', current_date, 9)",), REFUSED, SELF, ("SELECT desk.count_unfound('x', clock_timestamp())",)),
    Attempt(
        "whether a number is taken",
        (logged(number="{secret_number}")[0], logged(number="999999")[0]), ALIKE, OWNER,
    ),
)  # fmt: skip

_AROUND = (
    Attempt("a file whose hash one knows", ("INSERT INTO attachment (id, incident_id, entry_id, file_name, media_type, sha256, size, added_at) VALUES (gen_random_uuid(), '{own}', '{own_reply}', 'x', 'text/plain', encode(sha256('secret note zebrafish'), 'hex'), 1, now())",), REFUSED, OWNER),
    Attempt("whether a file is there, by storing it", ("INSERT INTO attachment_content VALUES (encode(sha256('secret note zebrafish'), 'hex'), 1, 'x') ON CONFLICT DO NOTHING", "INSERT INTO attachment_content VALUES (encode(sha256('new'), 'hex'), 1, 'x') ON CONFLICT DO NOTHING"), ALIKE, OWNER),
    Attempt("a file on somebody's entry", ("SELECT desk.attach(gen_random_uuid(), '{own}', '{own_reply}', 'x', 'text/plain', 'x', '{me}', now())",), REFUSED, OWNER),
    Attempt("a file on a hidden incident", ("SELECT desk.attach(gen_random_uuid(), '{secret}', '{secret_reply}', 'x', 'text/plain', 'x', '{me}', now())",), REFUSED, OWNER),
    Attempt("whether a hidden incident is there, by linking it", tuple(f"INSERT INTO incident_link (id, source_id, target_id, kind, created_at, created_by_id) VALUES (gen_random_uuid(), '{{own}}', '{each}', 'related', clock_timestamp(), '{{me}}')" for each in ("{secret}", "01900000-0000-7000-8000-000000000000")), ALIKE, OWNER),
    Attempt("a milestone that was not reached", ("INSERT INTO sla_firing (incident_id, clock, cycle, target, threshold, reached_at, fired_at, fired_by, is_late, is_told) SELECT '{own}', 'resolution', 1, 14400000000, 'breach', m.t, m.t, 'x', false, true FROM (SELECT clock_timestamp()) m (t)",), REFUSED, OWNER),
    Attempt("a milestone at half of a target that is not over", ("INSERT INTO sla_firing (incident_id, clock, cycle, target, threshold, reached_at, fired_at, fired_by, is_late, is_told) SELECT '{own}', 'resolution', 1, 14400000000, '50%', m.t, m.t, 'x', false, true FROM (SELECT clock_timestamp()) m (t)",), REFUSED, OWNER),
    Attempt("a milestone of a clock that there is not", ("INSERT INTO sla_firing (incident_id, clock, cycle, target, threshold, reached_at, fired_at, fired_by, is_late, is_told) SELECT '{own}', 'patience', 1, 1, 'breach', m.t, m.t, 'x', false, true FROM (SELECT clock_timestamp()) m (t)",), REFUSED, OWNER),
    Attempt("a milestone of a hidden incident", ("INSERT INTO sla_firing (incident_id, clock, cycle, target, threshold, reached_at, fired_at, fired_by, is_late, is_told) SELECT '{secret}', 'response', 1, 1, '1%', m.t, m.t, 'x', false, true FROM (SELECT clock_timestamp()) m (t)",), REFUSED, MEMBER),
    Attempt("clocks that are decided for years", ("UPDATE incident_clocks SET checked_until = '2199-01-01' WHERE incident_id = '{own}'",), REFUSED, OWNER),
    Attempt("clocks that are decided back", ("UPDATE incident_clocks SET checked_until = '1999-01-01' WHERE incident_id = '{own}'",), REFUSED, OWNER),
    Attempt("clocks of a hidden incident", ("UPDATE incident_clocks SET phase = 'none' WHERE incident_id = '{secret}'",), NOTHING, MEMBER),
    Attempt("clocks of a hidden incident, made open", ("UPDATE incident_clocks SET restricted_group_id = NULL WHERE incident_id = '{secret}'",), REFUSED, OWNER),
    Attempt("clocks of one's own that others own", ("UPDATE incident_clocks SET caller_id = '{me}' WHERE incident_id = '{own}'",), REFUSED, OWNER),
    Attempt("clocks that say themselves who sees them", (_clocks_of("{secret}", "restricted_group_id, caller_id, ", "NULL, '{me}', "),), REFUSED, OWNER, ("SET session_replication_role = replica", "DELETE FROM incident_clocks WHERE incident_id = '{secret}'", _clocks_of("{secret}", "restricted_group_id, caller_id, ", "NULL, NULL, "))),
    Attempt("clocks for a hidden incident", (_clocks_of("{secret}"),), REFUSED, OWNER, ("DELETE FROM incident_clocks WHERE incident_id = '{secret}'", _clocks_of("{secret}"))),
    Attempt("whether a hidden incident is there, by its clocks", (_clocks_of("{secret}"), _clocks_of("01900000-0000-7000-8000-000000000000")), ALIKE, OWNER),
    Attempt("a timer of a hidden incident", ("INSERT INTO timer (kind, subject_id, due_at) VALUES ('hold', '{secret}', '2199-01-01') ON CONFLICT (kind, subject_id) DO UPDATE SET due_at = excluded.due_at",), REFUSED, MEMBER),
    Attempt("silencing a hidden escalation", ("WITH gone AS (SELECT desk.drop_timer('escalation', '{escalation}')) SELECT count(*) FROM gone", "SELECT 1"), REFUSED, MEMBER, (), (R,)),
    Attempt("a signature of tomorrow", ("INSERT INTO heartbeat (worker_id, worker, program, person_id, started_at, last_tick_at) VALUES (gen_random_uuid(), 'x', 'window', '{me}', now(), now() + interval '1 day')",), REFUSED, OWNER),
    Attempt("a signature in another's name", ("INSERT INTO heartbeat (worker_id, worker, program, person_id, started_at, last_tick_at) VALUES (gen_random_uuid(), 'x', 'window', '{member_id}', clock_timestamp(), clock_timestamp())",), REFUSED, MEMBER),
    Attempt("an acknowledgement in another's name", ("UPDATE escalation SET acknowledged_at = clock_timestamp(), acknowledged_by_id = '{me}' WHERE id = '{escalation}'",), NOTHING, MEMBER),
    Attempt("an escalation of a hidden incident", ("INSERT INTO escalation (id, incident_id, kind, state, raised_at) VALUES (gen_random_uuid(), '{secret}', 'hierarchical', 'waiting', clock_timestamp())",), REFUSED, MEMBER),
    Attempt("an escalation in another's name", ("INSERT INTO escalation (id, incident_id, kind, state, raised_at, raised_by_id) VALUES (gen_random_uuid(), '{own}', 'hierarchical', 'waiting', clock_timestamp(), '{member_id}')",), REFUSED, MEMBER),
    Attempt("telling people of a hidden incident", ("INSERT INTO notification (id, dedupe_key, person_id, incident_id, kind, title, body, created_at, deliver_at) VALUES (gen_random_uuid(), 'y', '{me}', '{secret}', 'rule', 'x', '', clock_timestamp(), now())",), REFUSED, MEMBER),
    Attempt("reading for others what they are told", ("UPDATE notification SET read_at = now() WHERE person_id = '{member_id}'",), NOTHING, MEMBER),
    Attempt("a review of a hidden incident", ("INSERT INTO review (id, incident_id, version, state, title, created_at, updated_at) SELECT gen_random_uuid(), '{twin}', 1, 'draft', 'x', m.t, m.t FROM (SELECT clock_timestamp()) m (t)",), REFUSED, MEMBER),
    Attempt("a published review from the beginning", ("INSERT INTO review (id, incident_id, version, state, title, created_at, updated_at) SELECT gen_random_uuid(), '{own}', 1, 'published', 'x', m.t, m.t FROM (SELECT clock_timestamp()) m (t)",), REFUSED, OWNER),
    Attempt("a cause in a hidden review", ("INSERT INTO review_cause (id, review_id, position, claim) VALUES (gen_random_uuid(), '{review}', 9, 'x')",), REFUSED, MEMBER),
    Attempt("a signature for somebody else", ("INSERT INTO review_sign_off (id, review_id, position, role, person_id, approved_at) VALUES (gen_random_uuid(), '{review}', 9, 'Author', '{admin_id}', now())",), REFUSED, OWNER),
    Attempt("somebody's presence", ("INSERT INTO presence (window_id, person_id, incident_id, doing, seen_at) VALUES (gen_random_uuid(), '{member_id}', '{own}', 'typing', now())",), REFUSED, MEMBER),
    Attempt("presence at a hidden incident", ("INSERT INTO presence (window_id, person_id, incident_id, doing, seen_at) VALUES (gen_random_uuid(), '{me}', '{secret}', 'viewing', now())",), REFUSED, MEMBER),
    Attempt("news that are none", ("INSERT INTO change_feed (kind, subject_id) VALUES ('incident', gen_random_uuid())",), REFUSED, OWNER),
    Attempt("a receipt of tomorrow", ("INSERT INTO command_receipt (id, done_at) VALUES (gen_random_uuid(), now() + interval '1 day')",), REFUSED, SELF, ("INSERT INTO command_receipt (id, done_at) VALUES (gen_random_uuid(), clock_timestamp())",)),
    Attempt("becoming an administrator", ("UPDATE person SET role = 'admin' WHERE id = '{me}'",), REFUSED, OWNER),
    Attempt("taking somebody's login", ("UPDATE person SET login = session_user WHERE id = '{admin_id}'",), REFUSED, OWNER, ("UPDATE person SET login = 'x' WHERE id = '{admin_id}'",)),
    Attempt("a new administrator", ("INSERT INTO person (id, name, role) VALUES (gen_random_uuid(), 'Eve', 'admin')",), REFUSED, X, (), (R, A, S)),
    Attempt("a new agent", ("INSERT INTO person (id, name, role) VALUES (gen_random_uuid(), 'Eve', 'agent')",), REFUSED, S, (), (R, A)),
    Attempt("sending an administrator away", ("UPDATE person SET active = false WHERE id = '{admin_id}'",), NOTHING, X, ("UPDATE person SET active = false WHERE id = '{member_id}'",), (R, A, S)),
    Attempt("joining a group", ("INSERT INTO group_member (group_id, person_id, joined_at) VALUES ('{personnel}', '{me}', now())",), REFUSED, X, (), (R, A, S)),
    Attempt("throwing somebody out of a group", ("SELECT desk.leave_group('{personnel}', '{member_id}')",), REFUSED, S, (), (R, A)),
    Attempt("leading a group", ("UPDATE group_member SET is_lead = true WHERE person_id = '{me}'",), NOTHING, S, (), (R, A)),
    Attempt("another matrix", ("INSERT INTO setting (key, value, updated_at, updated_by_id) VALUES ('priority_matrix', '{{}}', clock_timestamp(), '{me}')",), REFUSED, X, (), (R, A, S)),
    Attempt("a setting in another's name", ("INSERT INTO setting (key, value, updated_at, updated_by_id) VALUES ('x', '1', clock_timestamp(), '{member_id}')",), REFUSED, OWNER),
    Attempt("the chain of command", ("UPDATE setting SET value = '[]', updated_at = clock_timestamp(), updated_by_id = '{me}' WHERE key = 'escalation_chain'",), NOTHING, S, (), (R, A)),
    Attempt("rules of one's own", ("INSERT INTO escalation_book (number, effective_from, rules, created_at, created_by_id) VALUES (99, now(), '[]', clock_timestamp(), '{me}')",), REFUSED, S, (), (R, A)),
    Attempt("rules in another's name", ("INSERT INTO escalation_book (number, effective_from, rules, created_at, created_by_id) VALUES (99, now(), '[]', clock_timestamp(), '{member_id}')",), REFUSED, OWNER),
    Attempt("a policy of one's own", ("INSERT INTO sla_book (policy_set, number, effective_from, policies, created_at, created_by_id) VALUES ('desk', 99, now(), '[]', clock_timestamp(), '{me}')",), REFUSED, S, (), (R, A)),
    Attempt("a policy of last year", ("INSERT INTO sla_book (policy_set, number, effective_from, policies, created_at, created_by_id) VALUES ('desk', 99, now(), '[]', now() - interval '1 year', '{me}')",), REFUSED, OWNER),
    Attempt("a published policy with other words", ("UPDATE sla_policy_version SET definition = '{{}}'",), REFUSED, OWNER, ("SET session_replication_role = replica", "UPDATE sla_policy_version SET definition = '{{}}'")),
    Attempt("a service of one's own", ("INSERT INTO service (id, name) VALUES (gen_random_uuid(), 'Mine')",), REFUSED, X, (), (R, A, S)),
    Attempt("a counter that is set back", ("UPDATE number_counter SET last = 0",), REFUSED, OWNER),
    Attempt("another past of the lifecycle", ("UPDATE desk.transition SET role = 'requester'",), REFUSED, OWNER, ("UPDATE desk.transition SET role = 'x' || source || role",)),
    Attempt("an account without a first password", ("UPDATE desk.account SET must_change = false",), REFUSED, OWNER),
    Attempt("another journal", ("UPDATE journal_entry SET body = 'Never said' WHERE incident_id = '{own}'",), REFUSED, OWNER, ("SET session_replication_role = replica", "UPDATE journal_entry SET body = 'Never said' WHERE incident_id = '{own}'")),
)  # fmt: skip

WRITING: tuple[Attempt, ...] = (*_ENTRIES, *_CHANGES, *_STEPS, *_PRIORITY, *_LOGGING, *_AROUND)
