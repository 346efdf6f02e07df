"""Attempts on what came last of all: problems, bursts, help with writing, follows, stars, tags, what was put off, reviews.

Past the history, under another name, at another time, for others, of what is hidden, and to have it tell what never was.
"""

from app.domain.vocabulary import Role
from tests.security.attempt import SELF, Attempt, Fails
from tests.security.siege import MEMBER, OWNER
from tests.security.writing import entry

R, A, S, X = Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN
DESK, LEADS = (A, S, X), (S, X)
REFUSED, NOTHING, BLIND, ALIKE = Fails.REFUSED, Fails.NOTHING, Fails.BLIND, Fails.ALIKE
NOWHERE = "01900000-0000-7000-8000-000000000000"


def _saved(values: str = "", problem: str = "problem") -> str:
    """A change of a problem now, as whoever works at the desk may make it."""
    more = f", {values}" if values else ""
    return f"UPDATE problem SET edit = edit + 1, updated_at = m.t{more} FROM (SELECT clock_timestamp()) AS m (t) WHERE id = '{{{problem}}}'"


def _changed(*fields: tuple[str, str, str]) -> str:
    """Changes as an entry tells them: field, old and new value."""
    told = (f'{{{{"field": "{field}", "old": "{old}", "new": "{new}"}}}}' for field, old, new in fields)
    return f"[{', '.join(told)}]"


def _told(
    kind: str = "change",
    changes: str = "[]",
    body: str = "",
    problem: str = "problem",
    by: str = "{me}",
    at: str = "updated_at",
) -> str:
    """An entry in the history of a problem, at the time at which that was saved."""
    return (
        "INSERT INTO problem_entry (id, problem_id, at, author_id, kind, body, changes)"
        f" SELECT gen_random_uuid(), id, {at}, '{by}', '{kind}', '{body}', '{changes}' FROM problem WHERE id = '{{{problem}}}'"
    )  # fmt: skip


_FOUND = ("cause", "", "x")
_CAUSE = (_saved("cause = 'x'"), _told(changes=_changed(_FOUND)))
_NOTE = (_saved(), _told("note", body="Hm"))
_CLOSED = ("state", "new", "closed")
_CLOSE = (_saved("state = 'closed', closed_at = m.t"), _told(changes=_changed(_CLOSED), body="None"))
_SHUT = (
    _saved("state = 'closed', closed_at = m.t", "solved"),
    _told(changes=_changed(("state", "resolved", "closed")), problem="solved"),
)
_NEW = {
    "id": "'01900000-0000-7000-8000-0000000000d1'", "number": "desk.next_number('problem', 1)", "title": "'Mine'",
    "state": "'new'", "created_by_id": "'{me}'::uuid", "created_at": "m.t", "updated_at": "m.t",
}  # fmt: skip


def _opened(**changed: str) -> str:
    """A problem that is opened now, as whoever works at the desk may open it, but for changes."""
    columns = _NEW | changed
    values = ", ".join(columns.values())
    return f"INSERT INTO problem ({', '.join(columns)}) SELECT {values} FROM (SELECT clock_timestamp()) AS m (t)"


_OPENED_TOLD = (
    "INSERT INTO problem_entry (id, problem_id, at, author_id, kind, changes) SELECT gen_random_uuid(), id, updated_at,"
    " '{me}', 'opened', '[]' FROM problem WHERE id = '01900000-0000-7000-8000-0000000000d1'"
)
_OPEN = (_opened(), _OPENED_TOLD)


def _untrue(name: str, *said: str, honest: tuple[str, ...] = _CAUSE, state: str = "42501") -> Attempt:
    return Attempt(name, said, REFUSED, SELF, honest, DESK, state)


_HISTORY = (
    _untrue("a history of a problem that tells more than was", _CAUSE[0], _told(changes=_changed(_FOUND, ("fix", "By Ada", "")))),
    _untrue("a step of a problem that was not taken, told beside one", _CAUSE[0], _told(changes=_changed(_FOUND, ("state", "closed", "new")))),
    _untrue("a change of a problem that was none", _saved(), _told(changes=_changed(("state", "resolved", "new")))),
    _untrue("a change of a problem told as a note", _CAUSE[0], _told("note", body="Hm")),
    _untrue("a note on a problem told as a change", _saved(), _told("change", body="Hm"), honest=_NOTE),
    _untrue("a change of a problem told twice", *_CAUSE, _CAUSE[1]),
    _untrue("a change of a problem told by halves", _saved("cause = 'x', fix = 'y'"), _told(changes=_changed(_FOUND))),
    _untrue("a change of a problem in two entries", _saved("cause = 'x', fix = 'y'"), _told(changes=_changed(_FOUND)), _told(changes=_changed(("fix", "", "y")))),
    _untrue("a past of a problem of one's own", _CAUSE[0], _told(changes=_changed(("cause", "Ada did it", "x")))),
    _untrue("a change of a problem of yesterday", _CAUSE[0].replace("m.t", "now() - interval '1 day'"), _CAUSE[1]),
    _untrue("a change of a problem of tomorrow", _CAUSE[0].replace("m.t", "now() + interval '1 day'"), _CAUSE[1]),
    _untrue("a problem whose counter stands still", _CAUSE[0].replace("edit = edit + 1", "edit = edit"), _CAUSE[1]),
    _untrue("a problem whose counter jumps", _CAUSE[0].replace("edit + 1", "edit + 2"), _CAUSE[1]),
    _untrue("a note on a problem without a save", _told("note", body="Hm"), honest=_NOTE),
    _untrue("a note on a problem that says nothing", _saved(), _told("note", body="  "), honest=_NOTE),
    _untrue("a note on a problem with changes", _saved(), _told("note", _changed(_FOUND), "Hm"), honest=_NOTE),
    _untrue("a note on a problem in another's name", _saved(), _told("note", body="Hm", by="{member_id}"), honest=_NOTE),
    _untrue("a note on a problem of yesterday", _saved(), _told("note", body="Hm", at="updated_at - interval '1 day'"), honest=_NOTE),
    _untrue("a second beginning of a problem", _saved(), _told("opened"), honest=_NOTE),
    _untrue("an entry of a problem in another's place", _saved(), _told("note", body="Hm") + " ON CONFLICT (id) DO UPDATE SET body = 'x'", honest=_NOTE),
    _untrue("the history of a problem taken away", "DELETE FROM problem_entry WHERE problem_id = '{problem}'", honest=_NOTE),
    _untrue("a problem closed without a word", _CLOSE[0], _told(changes=_changed(_CLOSED)), honest=_CLOSE),
    _untrue("a problem closed an hour ago", _CLOSE[0].replace("closed_at = m.t", "closed_at = m.t - interval '1 hour'"), _CLOSE[1], honest=_CLOSE),
    _untrue("a problem closed that was closed before", *_CLOSE, _saved("closed_at = m.t"), _told("note", body="Hm"), honest=_CLOSE),
    _untrue("another time of a resolution of a problem", _saved("resolved_at = m.t", "solved"), _told("note", body="Hm", problem="solved"), honest=_SHUT),
    _untrue("a resolution of a problem that is forgotten", _SHUT[0].replace("closed_at = m.t", "closed_at = m.t, resolved_at = NULL"), _SHUT[1], honest=_SHUT),
    _untrue("a resolution of a problem that is kept when it goes on", _saved("state = 'investigating'", "solved"), _told(changes=_changed(("state", "resolved", "investigating")), problem="solved"), honest=_SHUT),
    _untrue("a step that problems do not take", _saved("state = 'known_error', cause = 'x', workaround = 'x', workaround_state = 'proposed'"), honest=_CLOSE),
    _untrue("a known error of blanks", _saved("state = 'investigating'"), _told(changes=_changed(("state", "new", "investigating"))), _saved("state = 'known_error', cause = ' ', workaround = ' ', workaround_state = 'proposed'"), honest=_CAUSE),
)  # fmt: skip

_BEGINNING = tuple(
    _untrue(name, *said, honest=_OPEN)
    for name, *said in (
        ("a problem opened in another's name", _opened(created_by_id="'{member_id}'::uuid"), _OPENED_TOLD),
        ("a problem opened by nobody", _opened(created_by_id="NULL::uuid"), _OPENED_TOLD),
        ("a problem opened yesterday", _opened(created_at="m.t - interval '1 day'", updated_at="m.t - interval '1 day'"), _OPENED_TOLD),
        ("a problem opened tomorrow", _opened(created_at="m.t + interval '1 day'", updated_at="m.t + interval '1 day'"), _OPENED_TOLD),
        ("a problem changed before it was opened", _opened(updated_at="m.t + interval '1 second'"), _OPENED_TOLD),
        ("a problem under investigation from the beginning", _opened(state="'investigating'"), _OPENED_TOLD),
        ("a problem whose cause was always known", _opened(cause="'x'"), _OPENED_TOLD),
        ("a problem that was always mended", _opened(fix="'x'"), _OPENED_TOLD),
        ("a workaround confirmed from the beginning", _opened(workaround="'x'", workaround_state="'confirmed'"), _OPENED_TOLD),
        ("a problem that was resolved before it was opened", _opened(resolved_at="m.t"), _OPENED_TOLD),
        ("a problem with a counter of its own", _opened(edit="7"), _OPENED_TOLD),
        ("a problem with a number of another time", _opened(number="1"), _OPENED_TOLD),
        ("a problem that no history begins", _opened()),
        ("a problem that begins twice", *_OPEN, _OPENED_TOLD),
    )
)  # fmt: skip


def _hidden(name: str, sql: str, control: str = A, honest: tuple[str, ...] = ()) -> Attempt:
    """Something about problems that a requester asks for."""
    return Attempt(name, (sql,), NOTHING, control, honest, (R,))


_FOR_CALLERS = (
    _hidden("how many problems there are", "SELECT count(*) FROM problem"),
    _hidden("whether there is a problem of that name", "SELECT exists(SELECT FROM problem WHERE title = 'Paper jams')"),
    _hidden("the highest number of a problem", "SELECT max(number) FROM problem"),
    _hidden("what was told of problems", "SELECT changes, body FROM problem_entry"),
    _hidden("who works on problems", "SELECT author_id FROM problem_entry UNION SELECT created_by_id FROM problem"),
    _hidden("problems as rows", "SELECT problem FROM problem", OWNER),
    _hidden("that a problem changed", "SELECT subject_id FROM change_feed WHERE kind = 'problem'"),
    _hidden("how often problems changed", "SELECT count(*) FROM change_feed WHERE kind = 'problem'"),
    _hidden("problems by a word", "SELECT * FROM desk.search('problem', 'paper'::tsquery, 'paper'::tsquery, NULL, NULL, 9)"),
    _hidden("problems by a word left out", "SELECT * FROM desk.search('problem', 'paper'::tsquery, 'paper'::tsquery, 'zebra'::tsquery, NULL, 9)"),
    _hidden("whether a problem has a word", "SELECT desk.are_there(ARRAY['paper'::tsquery], ARRAY['problem'], NULL)"),
    _hidden("whether a problem has a word, for oneself", "SELECT desk.are_there(ARRAY['solved'::tsquery], ARRAY['problem'], '{me}')", A, ("SELECT desk.are_there(ARRAY['solved'::tsquery], ARRAY['problem'], NULL)",)),
    Attempt("problems as a copy", ("COPY problem (title) TO STDOUT",), BLIND, MEMBER, ("COPY (SELECT tags FROM incident) TO STDOUT",), (R,)),
    Attempt("problems as XML", ("SELECT query_to_xml('SELECT title FROM problem', true, false, '')",), BLIND, MEMBER, ("SELECT query_to_xml('SELECT tags FROM incident', true, false, '')",), (R,)),
    Attempt("a number for a problem", ("SELECT desk.next_number('problem', 1)",), REFUSED, A, (), (R,)),
    Attempt("a problem opened by a caller", (_opened(number="1"),), REFUSED, A, _OPEN, (R,)),
    Attempt("a problem changed by a caller", (_saved("cause = 'x'"),), REFUSED, A, _CAUSE, (R,)),
    Attempt("a note on a problem by a caller", ("INSERT INTO problem_entry (id, problem_id, at, author_id, kind, body, changes) VALUES (gen_random_uuid(), '{problem}', now(), '{me}', 'note', 'x', '[]')",), REFUSED, A, _NOTE, (R,)),
    Attempt("an incident that a caller puts to a problem", ("UPDATE incident SET problem_ref = 'PRB-000001' WHERE id = '{own}'",), REFUSED, OWNER, (), (R,)),
    Attempt("an incident that a caller tags", ("UPDATE incident SET tags = 'urgent' WHERE id = '{own}'",), REFUSED, OWNER, (), (R,)),
    Attempt("what others made of bursts", ("SELECT burst FROM burst_answer",), REFUSED, A, (), (R,)),
    Attempt("a burst answered by a caller", ("INSERT INTO burst_answer (burst, person_id, answer, incidents, usual, at) VALUES ('x', '{me}', 'later', 5, 0, clock_timestamp())",), REFUSED, A, (), (R,)),
    Attempt("what models wrote", ("SELECT model FROM help_mark",), REFUSED, A, (), (R,)),
    Attempt("what was learned", ("SELECT content FROM suggestion_model",), REFUSED, A, (), (R,)),
    Attempt("what callers are suggested", ("SELECT evidence FROM suggestion_shown",), REFUSED, S, (), (R, A)),
    Attempt("whom the desk follows", ("SELECT incident_id FROM incident_follower",), REFUSED, A, (), (R,)),
    Attempt("an incident that a caller follows", ("INSERT INTO incident_follower (incident_id, person_id, following, seen_version) VALUES ('{own}', '{me}', true, 1)",), REFUSED, A, (), (R,)),
)  # fmt: skip

_THROUGH_PROBLEMS = (
    Attempt("which hidden incidents belong to a problem", ("SELECT i.id FROM incident i JOIN problem p ON i.problem_ref = 'PRB-' || lpad(p.number::text, 6, '0')",), NOTHING, MEMBER),
    Attempt("how many incidents a problem has", ("SELECT count(*) FROM incident WHERE problem_ref = 'PRB-000001'",), NOTHING, MEMBER),
    Attempt("which problems have hidden incidents", ("SELECT problem_ref, count(*) FROM incident WHERE problem_ref IS NOT NULL GROUP BY 1",), NOTHING, MEMBER),
    Attempt("a hidden incident put to another problem", ("UPDATE incident SET problem_ref = 'PRB-000002' WHERE id = '{secret}'",), NOTHING, OWNER, ("SET session_replication_role = replica", "UPDATE incident SET problem_ref = 'PRB-000002' WHERE id = '{secret}'"), DESK),
    Attempt("tags of hidden incidents", ("SELECT count(*) FROM incident WHERE tags = 'zebrafish'",), NOTHING, MEMBER),
    Attempt("tags that hidden incidents have", ("SELECT DISTINCT tags FROM incident WHERE tags LIKE 'z%'",), NOTHING, MEMBER),
    Attempt("tags in the error of a cast", ("SELECT tags::integer FROM incident WHERE tags LIKE 'z%'",), BLIND, MEMBER),
    Attempt("the history of a problem by that of settings", ("SELECT desk.history_of('problem', replace('{problem}', '-', ''), 9)",), REFUSED, OWNER),
)  # fmt: skip

_ANSWER = "INSERT INTO burst_answer (burst, person_id, answer, incidents, usual, at) VALUES ('x', '{me}', 'later', 5, 0, clock_timestamp())"


def _starred(view: str, person: str = "{me}") -> str:
    return f"INSERT INTO saved_view_star (person_id, view_id, starred) VALUES ('{person}', '{view}', true)"


def _followed(incident: str, person: str = "{me}") -> str:
    return f"INSERT INTO incident_follower (incident_id, person_id, following, seen_version) VALUES ('{incident}', '{person}', true, 1)"


def _unread(incident: str, person: str = "{me}") -> str:
    return f"INSERT INTO unread_mark (incident_id, person_id, unread) VALUES ('{incident}', '{person}', true)"


_OWN_VIEW = (
    "INSERT INTO saved_view (id, name, icon, filter_text, sort, descending, group_by, owner_id, share, notifies, position,"
    " created_at, updated_at, changed_by_id) VALUES ('01900000-0000-7000-8000-0000000000e1', 'Mine', 'list', '', 'number', true, 'none',"
    " '{me}', 'own', false, 1, clock_timestamp(), clock_timestamp(), '{me}')"
)
_STAR = (_OWN_VIEW, _starred("01900000-0000-7000-8000-0000000000e1"))

_AROUND = (
    Attempt("what somebody else made of a burst, changed", ("UPDATE burst_answer SET answer = 'major', at = clock_timestamp() WHERE burst = 'capybara'",), NOTHING, OWNER, (), DESK),
    Attempt("an answer to a burst of tomorrow", (_ANSWER.replace("clock_timestamp()", "now() + interval '1 day'"),), REFUSED, SELF, (_ANSWER,), DESK),
    Attempt("an answer to a burst that is given to another", (_ANSWER + " ON CONFLICT (burst, person_id) DO UPDATE SET person_id = '{member_id}'",), REFUSED, SELF, (_ANSWER,), DESK),
    Attempt("a star on a hidden view", (_starred("{hidden_view}"),), REFUSED, SELF, _STAR),
    Attempt("a star for somebody else", (_STAR[0], _starred("01900000-0000-7000-8000-0000000000e1", "{member_id}")), REFUSED, SELF, _STAR),
    Attempt("whether there is a hidden view, by a star", (_starred("{hidden_view}"), _starred(NOWHERE)), ALIKE, OWNER),
    Attempt("which views others star", ("SELECT view_id FROM saved_view_star",), NOTHING, OWNER),
    Attempt("a star taken off for somebody else", ("UPDATE saved_view_star SET starred = false",), NOTHING, OWNER),
    Attempt("a hidden incident that is followed", (_followed("{secret}"),), REFUSED, SELF, (_followed("{own}"),), DESK),
    Attempt("whether a hidden incident is there, by following it", (_followed("{secret}"), _followed(NOWHERE)), ALIKE, OWNER, (), DESK),
    Attempt("somebody else made to follow", (_followed("{own}", "{member_id}"),), REFUSED, SELF, (_followed("{own}"),), DESK),
    Attempt("what others follow", ("SELECT incident_id FROM incident_follower",), NOTHING, OWNER, (), DESK),
    Attempt("somebody else made to follow no longer", ("UPDATE incident_follower SET following = false",), NOTHING, OWNER, (), DESK),
    Attempt("a hidden incident marked as unread", (_unread("{secret}"),), REFUSED, SELF, (_unread("{own}"),)),
    Attempt("whether a hidden incident is there, by marking it", (_unread("{secret}"), _unread(NOWHERE)), ALIKE, OWNER),
    Attempt("an incident marked as unread for somebody else", (_unread("{own}", "{member_id}"),), REFUSED, SELF, (_unread("{own}"),)),
    Attempt("what others have still to read", ("SELECT incident_id FROM unread_mark",), NOTHING, OWNER),
    Attempt("what somebody else has read", ("UPDATE unread_mark SET unread = false",), NOTHING, OWNER),
    Attempt("a mark moved to a hidden incident", (_unread("{own}") + " ON CONFLICT (incident_id, person_id) DO UPDATE SET incident_id = '{secret}'",), REFUSED, SELF, (_unread("{own}"),)),
)  # fmt: skip


def _mark(of: str) -> str:
    return f"INSERT INTO help_mark (id, {of}, model, asked_by_id, at) SELECT gen_random_uuid(), {{values}}, 'x', '{{{{me}}}}', m.t FROM (SELECT clock_timestamp()) AS m (t)"


_MARK_REVIEW = _mark("review_id").format(values="'{written}'")
_CHECK = "UPDATE help_mark SET checked_by_id = '{me}', checked_at = clock_timestamp()"
_SUBMIT = (
    "UPDATE review SET state = 'in_review', edit = edit + 1, updated_at = clock_timestamp() WHERE id = '{written}'"
)
_CHECKED = f"{_CHECK} WHERE review_id = '{{written}}'"
_PUBLISH = (
    (
        "UPDATE article SET edit = edit + 1, updated_at = m.t, state = 'published', published_version = 1,"
        " approver_id = '{me}', published_at = m.t FROM (SELECT clock_timestamp()) AS m (t) WHERE id = '{reviewed}'"
    ),
    (
        "INSERT INTO article_step (id, article_id, version, step, reason, person_id, at)"
        " SELECT gen_random_uuid(), id, version, 'publish', 'x', '{me}', updated_at FROM article WHERE id = '{reviewed}'"
    ),
)
_HELP = (
    Attempt("a mark on a hidden review", (_MARK_REVIEW.replace("{written}", "{review}"),), REFUSED, SELF, (_MARK_REVIEW,), DESK),
    Attempt("whether a hidden review is there, by a mark", (_MARK_REVIEW.replace("{written}", "{review}"), _MARK_REVIEW.replace("{written}", NOWHERE)), ALIKE, OWNER, (), DESK),
    Attempt("marks on hidden reviews", ("SELECT count(*) FROM help_mark WHERE model = 'zebrafish'",), NOTHING, MEMBER, (), DESK),
    Attempt("a check of a hidden review", (f"{_CHECK} WHERE model = 'zebrafish'",), NOTHING, MEMBER, (), DESK),
    Attempt("a mark that was checked from the beginning", (_mark("review_id, checked_by_id, checked_at").format(values="'{written}', '{me}', m.t"),), REFUSED, SELF, (_MARK_REVIEW,), DESK),
    Attempt("a second check of a text", (_CHECKED, _CHECKED), REFUSED, SELF, (_CHECKED,), DESK),
    Attempt("a check of a text of yesterday", (_CHECKED.replace("clock_timestamp()", "now() - interval '1 day'"),), REFUSED, SELF, (_CHECKED,), DESK),
    Attempt("a review of what nobody has checked", (_SUBMIT,), REFUSED, SELF, (_CHECKED, _SUBMIT), DESK),
    Attempt("an article of what nobody has checked", _PUBLISH, REFUSED, SELF, (f"{_CHECK} WHERE article_id = '{{reviewed}}'", *_PUBLISH), LEADS),
)  # fmt: skip


def _model(
    number: str = "2", at: str = "clock_timestamp()", incidents: str = "1", content: str = "''", copy: str = "NULL"
) -> str:
    return (
        "INSERT INTO suggestion_model (number, learned_at, incidents, figures, content, copy_of)"
        f" VALUES ({number}, {at}, {incidents}, '{{{{}}}}', {content}, {copy})"
    )  # fmt: skip


_LEARNED = (_model(),)
_BACK = (_model(copy="1"),)
_SUGGESTIONS = (
    Attempt("what was learned for ever", (_model("2147483647"),), REFUSED, SELF, _LEARNED, DESK),
    Attempt("what was learned tomorrow", (_model(at="now() + interval '1 day'"),), REFUSED, SELF, _LEARNED, DESK),
    Attempt("what was learned last year", (_model(at="now() - interval '1 year'"),), REFUSED, SELF, _LEARNED, DESK),
    Attempt("what was learned from more than there is", (_model(incidents="2000000000"),), REFUSED, SELF, _LEARNED, DESK),
    Attempt("another content as an older version", (_model(content="'zebra'", copy="1"),), REFUSED, SELF, _BACK, DESK),
)  # fmt: skip

_STAMP = "version = version + 1, updated_at = clock_timestamp(), updated_by_id = '{me}'"
_WAKE = f"UPDATE incident SET snoozed_until = NULL, {_STAMP} WHERE id = '{{own}}'"
_OFF = f"UPDATE incident SET snoozed_until = '2030-01-01 00:00:00+00', {_STAMP} WHERE id = '{{foreign}}'"
_TAG = f"UPDATE incident SET tags = 'vpn', {_STAMP} WHERE id = '{{foreign}}'"


def _journal(field: str, new: str) -> tuple[str, str]:
    known = "'01900000-0000-7000-8000-0000000000f1'"
    return (
        entry(id=f"{known}::uuid", incident_id="'{foreign}'", kind="'change'", visibility="'internal'"),
        (
            "INSERT INTO journal_change (incident_id, entry_id, field, new_value)"
            f" VALUES ('{{foreign}}', {known}, '{field}', '{new}')"
        ),
    )


_PUT_OFF = (_OFF, *_journal("snoozed_until", "2030-01-01T00:00:00+00:00"))
_TAGGED = (_TAG, *_journal("tags", "vpn"))
_OFF_AND_ON = (
    Attempt("waking an incident past the journal", (_WAKE,), REFUSED, SELF, (_WAKE, entry())),
    Attempt("putting an incident off past the journal", (_OFF,), REFUSED, SELF, _PUT_OFF, DESK),
    Attempt("putting an incident off for longer than is told", (_OFF.replace("2030", "2040"), *_PUT_OFF[1:]), REFUSED, SELF, _PUT_OFF, DESK),
    Attempt("an incident that a caller puts off", (f"UPDATE incident SET snoozed_until = now() + interval '9 days', {_STAMP} WHERE id = '{{own}}'",), REFUSED, A, _PUT_OFF, (R,)),
    Attempt("tags past the journal", (_TAG,), REFUSED, SELF, _TAGGED, DESK),
    Attempt("other tags than are told", (_TAG.replace("vpn", "slander"), *_TAGGED[1:]), REFUSED, SELF, _TAGGED, DESK),
    Attempt("a hidden incident put off", ("UPDATE incident SET snoozed_until = now() + interval '9 days' WHERE id = '{secret}'",), NOTHING, OWNER),
)  # fmt: skip

_LESSON = (
    "INSERT INTO review_lesson (id, review_id, position, kind, body) VALUES (gen_random_uuid(), '{}', 9, 'lucky', 'x')"
)
_WRITE = _LESSON.format("{written}")
_REVIEWED = "edit = edit + 1, updated_at = clock_timestamp() WHERE id = '{signed}'"
_UNSIGN = "UPDATE review_sign_off SET approved_at = NULL WHERE id = '{signature}'"
_DRAFT = f"UPDATE review SET state = 'draft', {_REVIEWED}"
_SIGNED = (
    Attempt("other words in a review that is signed", (f"UPDATE review SET summary = 'Slander', {_REVIEWED}",), REFUSED, SELF, (_UNSIGN, _DRAFT), DESK),
    Attempt("another title of a review with its step", (f"UPDATE review SET title = 'Slander', state = 'published', published_at = updated_at, {_REVIEWED}",), REFUSED, SELF, (_UNSIGN, _DRAFT), DESK),
    Attempt("a signature that outlasts a change", (_DRAFT,), REFUSED, SELF, (_UNSIGN, _DRAFT), DESK),
    Attempt("a lesson slipped into a review that is signed", (_LESSON.format("{signed}"),), REFUSED, SELF, (_WRITE,), DESK),
    Attempt("a lesson changed in a review that is signed", ("UPDATE review_lesson SET body = 'Slander' WHERE id = '{lesson}'",), REFUSED, SELF, (_WRITE,), DESK),
    Attempt("a signer added to a review that is signed", ("INSERT INTO review_sign_off (id, review_id, position, role, person_id) VALUES (gen_random_uuid(), '{signed}', 9, 'Author', '{me}')",), REFUSED, SELF, ("INSERT INTO review_sign_off (id, review_id, position, role, person_id) VALUES (gen_random_uuid(), '{written}', 9, 'Author', '{me}')",), DESK),
    Attempt("a signer made another", ("UPDATE review_sign_off SET person_id = '{me}' WHERE id = '{signature}'",), REFUSED, SELF, (_UNSIGN,), (A, X)),
    Attempt("whether a hidden review is signed, by a lesson", (_LESSON.format("{review}"), _LESSON.format(NOWHERE)), ALIKE, OWNER, (), DESK),
)  # fmt: skip

NEWEST: tuple[Attempt, ...] = (
    *_HISTORY, *_BEGINNING, *_FOR_CALLERS, *_THROUGH_PROBLEMS, *_AROUND, *_HELP, *_SUGGESTIONS, *_OFF_AND_ON, *_SIGNED,
)  # fmt: skip
