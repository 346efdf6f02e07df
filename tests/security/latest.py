"""Attempts on what the desk learned last: knowledge, macros, checklists, templates, views, and what the search knows.

Past the journal, under another name, at another time, for others, and of what is hidden.
"""

from app.domain.vocabulary import Role
from tests.security.attempt import SELF, Attempt, Fails
from tests.security.siege import MEMBER, OWNER
from tests.security.writing import entry

R, A, S, X = Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN
DESK, LEADS = (A, S, X), (S, X)
REFUSED, NOTHING, BLIND, ALIKE = Fails.REFUSED, Fails.NOTHING, Fails.BLIND, Fails.ALIKE


def _saved(article: str, values: str = "") -> str:
    """An article that is saved now, as whoever works at the desk may."""
    more = f", {values}" if values else ""
    return f"UPDATE article SET edit = edit + 1, updated_at = clock_timestamp(){more} WHERE id = '{{{article}}}'"


def _told(article: str, step: str, person: str = "{me}") -> str:
    """A step in the history of an article, at the time at which that was saved."""
    return (
        "INSERT INTO article_step (id, article_id, version, step, reason, person_id, at)"
        f" SELECT gen_random_uuid(), id, version, '{step}', 'x', '{person}', updated_at"
        f" FROM article WHERE id = '{{{article}}}'"
    )


def _opinion(kind: str, person: str = "{me}", at: str = "clock_timestamp()") -> str:
    return (
        "INSERT INTO article_use (id, article_id, version, kind, person_id, at)"
        f" VALUES (gen_random_uuid(), '{{published}}', 1, '{kind}', '{person}', {at})"
    )


def _marked(person: str = "{me}", at: str = "clock_timestamp()") -> str:
    return (
        "INSERT INTO help_mark (id, article_id, version, model, asked_by_id, at)"
        f" VALUES (gen_random_uuid(), '{{published}}', 1, 'x', '{person}', {at})"
    )


def _checked(person: str = "{me}") -> str:
    return f"UPDATE help_mark SET checked_by_id = '{person}', checked_at = clock_timestamp() WHERE checked_at IS NULL"


def _learned(number: int, copy_of: str = "NULL") -> str:
    return (
        "INSERT INTO suggestion_model (number, learned_at, incidents, figures, content, copy_of)"
        f" VALUES ({number}, clock_timestamp(), 1, '{{{{}}}}', '', {copy_of})"
    )


def _shown(incident: str, at: str, person: str = "{me}") -> str:
    return (
        "INSERT INTO suggestion_shown (id, incident_id, field, offered, confidence, model_number, evidence, outcome,"
        " chosen_id, shown_to_id, at) VALUES (gen_random_uuid(), "
        f"'{{{incident}}}', 'group_id', '[]', 0.5, 1, '[]', 'ignored', NULL, '{person}', {at})"
    )


_SENT_BACK = (_saved("reviewed", "state = 'draft'"), _told("reviewed", "send_back"))

_OF_THE_PROBLEM = "WHERE id = '{problem}'"
_CAUSED = f"UPDATE problem SET cause = 'x', edit = edit + 1, updated_at = clock_timestamp() {_OF_THE_PROBLEM}"


def _told_of_problem(changes: str, person: str = "{me}") -> str:
    """An entry in the history of a problem, at the time at which that was saved."""
    return (
        "INSERT INTO problem_entry (id, problem_id, at, author_id, kind, body, changes)"
        f" SELECT gen_random_uuid(), id, updated_at, '{person}', 'change', '', '{changes}'"
        f" FROM problem {_OF_THE_PROBLEM}"
    )


_CAUSE_TOLD = _told_of_problem('[{{"field": "cause", "old": "", "new": "x"}}]')

_PROBLEMS = (
    Attempt("problems by whoever only reports", ("SELECT title FROM problem",), NOTHING, OWNER, (), (Role.REQUESTER,)),
    Attempt("a change of a problem that nobody is told of", (_CAUSED,), REFUSED, SELF, (_CAUSED, _CAUSE_TOLD), DESK),
    Attempt(
        "a change of a problem that is told as another",
        (_CAUSED, _told_of_problem('[{{"field": "fix", "old": "", "new": "x"}}]')),
        REFUSED,
        SELF,
        (_CAUSED, _CAUSE_TOLD),
        DESK,
    ),
    Attempt(
        "a change of a problem in another's name",
        (_CAUSED, _told_of_problem('[{{"field": "cause", "old": "", "new": "x"}}]', "{member_id}")),
        REFUSED,
        SELF,
        (_CAUSED, _CAUSE_TOLD),
        DESK,
    ),
    Attempt(
        "a problem that was never looked at as resolved",
        (
            f"UPDATE problem SET state = 'resolved', resolved_at = updated_at, edit = edit + 1, updated_at = clock_timestamp() {_OF_THE_PROBLEM}",
        ),
        REFUSED,
        OWNER,
        (),
        DESK,
    ),
    Attempt(
        "a number of a problem that was chosen",
        (
            "INSERT INTO problem (id, number, title, state, created_by_id, created_at, updated_at) VALUES (gen_random_uuid(), 77, 'x', 'new', '{me}', clock_timestamp(), clock_timestamp())",
        ),
        REFUSED,
        OWNER,
        (),
        DESK,
    ),
    Attempt(
        "the history of a problem written anew",
        ("UPDATE problem_entry SET body = 'x'",),
        REFUSED,
        SELF,
        (_CAUSED, _CAUSE_TOLD),
        DESK,
    ),
)

_ANSWER = (
    "INSERT INTO burst_answer (burst, person_id, answer, incidents, usual, at) VALUES ('x', '{}', 'later', 5, 0, {})"
)
_ANSWERED = (_ANSWER.format("{me}", "clock_timestamp()"),)

_BURSTS = (
    Attempt(
        "a burst answered for another",
        (_ANSWER.format("{member_id}", "clock_timestamp()"),),
        REFUSED,
        SELF,
        _ANSWERED,
        (A,),
    ),
    Attempt(
        "a burst answered long ago",
        (_ANSWER.format("{me}", "TIMESTAMPTZ '2020-01-01'"),),
        REFUSED,
        SELF,
        _ANSWERED,
        DESK,
    ),
)

_FILLED = (
    "INSERT INTO suggestion_filled (incident_id, field, value_id, confidence, threshold, model_number, at)"
    " VALUES ('{own}', 'group_id', '{service_desk}', 0.95, 0.9, 1, clock_timestamp())"
)
_FILLING = (
    "INSERT INTO setting (key, value, updated_at, updated_by_id)"
    " VALUES ('suggestion_filling', '{{\"group_id\": 0.5}}', clock_timestamp(), '{me}')"
)

_BY_RULE = (
    Attempt("something filled in by no rule", (_FILLED,), REFUSED, OWNER),
    Attempt("the rule for suggestions", (_FILLING,), REFUSED, S, (), (R, A)),
    Attempt("what a rule filled in, as a caller", ("SELECT count(*) FROM suggestion_filled",), REFUSED, OWNER, (), (R,)),
)  # fmt: skip

_COUNTED = "UPDATE incident_risk SET percent = 1, late = 1, alike = 99, reckoned_at = {} WHERE incident_id = '{}'"


def _risk_of(incident: str) -> str:
    return (
        "INSERT INTO incident_risk (incident_id, percent, late, alike, is_wide, reckoned_at)"
        f" VALUES ('{incident}', 1, 1, 99, false, clock_timestamp())"
    )


_RISKS = (
    Attempt(
        "the risk of a hidden incident, belittled", (_COUNTED.format("clock_timestamp()", "{secret}"),), NOTHING, MEMBER
    ),
    Attempt("a risk of long ago", (_COUNTED.format("TIMESTAMPTZ '2020-01-01'", "{own}"),), REFUSED, OWNER),
    Attempt("a risk counted ahead", (_COUNTED.format("TIMESTAMPTZ '2190-01-01'", "{own}"),), REFUSED, OWNER),
    Attempt(
        "whether a hidden incident is there, by its risk",
        (_risk_of("{secret}"), _risk_of("01900000-0000-7000-8000-000000000000")),
        ALIKE,
        OWNER,
    ),
)

_FIRST = (
    Attempt("a macro of another team for everybody", ("UPDATE macro SET share = 'all', group_id = NULL", "SELECT count(*) FROM macro WHERE body = 'zebrafish'"), NOTHING, OWNER),
    Attempt("a macro of another team for one's own", ("UPDATE macro SET group_id = '{service_desk}'", "SELECT count(*) FROM macro WHERE body = 'zebrafish'"), NOTHING, OWNER),
    Attempt("the text of a macro of another team", ("UPDATE macro SET body = 'x'",), NOTHING, OWNER),
    Attempt("a macro for another team", ("INSERT INTO macro (id, name, acts, owner_id, share, group_id, created_at) VALUES (gen_random_uuid(), 'x', '[]', '{me}', 'team', '{personnel}', now())",), REFUSED, OWNER),
    Attempt("a macro in another's name", ("INSERT INTO macro (id, name, acts, owner_id, share, created_at) VALUES (gen_random_uuid(), 'x', '[]', '{member_id}', 'own', now())",), REFUSED, OWNER),
    Attempt("a macro for everybody by an agent's word", ("INSERT INTO macro (id, name, acts, owner_id, share, created_at) VALUES (gen_random_uuid(), 'x', '[]', '{me}', 'all', now())",), REFUSED, S, (), (Role.REQUESTER, A)),
    Attempt("the history of a macro of another team", ("SELECT desk.history_of('macro', (SELECT replace(id::text, '-', '') FROM macro WHERE body = 'zebrafish'), 9)",), NOTHING, OWNER),
    Attempt("a view of another team for everybody", ("UPDATE saved_view SET share = 'all', group_id = NULL", "SELECT count(*) FROM saved_view WHERE name = 'zebrafish'"), NOTHING, OWNER),
    Attempt("a view of another team for one's own", ("UPDATE saved_view SET group_id = '{service_desk}'", "SELECT count(*) FROM saved_view WHERE name = 'zebrafish'"), NOTHING, OWNER),
    *(
        attempt
        for table in ("checklist_template", "incident_template")
        for attempt in (
            Attempt(f"a row of {table} of another team for everybody", (f"UPDATE {table} SET share = 'all', group_id = NULL", f"SELECT count(*) FROM {table} WHERE name = 'zebrafish'"), NOTHING, OWNER),
            Attempt(f"a row of {table} of another team for one's own", (f"UPDATE {table} SET group_id = '{{service_desk}}'", f"SELECT count(*) FROM {table} WHERE name = 'zebrafish'"), NOTHING, OWNER),
            Attempt(f"the name of what another team keeps in {table}", (f"UPDATE {table} SET name = 'x' WHERE share <> 'all'",), NOTHING, OWNER),
        )
    ),
    Attempt("the checklist of a hidden incident", ("SELECT text FROM checklist_step WHERE text = 'zebrafish'",), NOTHING, OWNER),
    Attempt("a step added to a hidden incident", ("INSERT INTO checklist_step (id, incident_id, position, text, created_at, created_by_id) VALUES (gen_random_uuid(), '{secret}', 2, 'x', clock_timestamp(), '{me}')",), REFUSED, OWNER),
    Attempt("a required step that is required no longer", ("UPDATE checklist_step SET required = false",), REFUSED, OWNER),
    Attempt("a step of one incident on another's list", ("UPDATE checklist_step SET incident_id = '{own}'",), REFUSED, OWNER),
    Attempt("an approval that was none", (_saved("published"), _told("published", "publish")), REFUSED, SELF, _SENT_BACK, DESK),
    Attempt("an end that was none", (_saved("published"), _told("published", "retire")), REFUSED, SELF, _SENT_BACK, DESK),
    Attempt("a step that is told twice", (*_SENT_BACK, _told("reviewed", "send_back")), REFUSED, SELF, _SENT_BACK, DESK),
    Attempt("another step than was taken", (_SENT_BACK[0], _told("reviewed", "restore")), REFUSED, SELF, _SENT_BACK, DESK),
    Attempt("a step in another's name", (_SENT_BACK[0], _told("reviewed", "send_back", "{member_id}")), REFUSED, SELF, _SENT_BACK, DESK),
    Attempt("a step that the history does not tell", _SENT_BACK[:1], REFUSED, SELF, _SENT_BACK, DESK),
    Attempt("a publication that the history does not tell", (_saved("reviewed", "state = 'published', published_version = 1, approver_id = '{me}', published_at = clock_timestamp()"),), REFUSED, OWNER, (), LEADS),
    Attempt("a publication by an agent", (_saved("reviewed", "state = 'published', published_version = 1, approver_id = '{me}', published_at = clock_timestamp()"), _told("reviewed", "publish")), REFUSED, OWNER, (), (A,)),
    Attempt("the end of what is published, by an agent", (_saved("published", "state = 'retired', published_version = NULL, approver_id = NULL, published_at = NULL"), _told("published", "retire")), REFUSED, OWNER, (), (A,)),
    Attempt("words slipped into what is published", (_saved("published", "body = 'x'"),), REFUSED, OWNER, (), DESK),
    Attempt("an article without saying so", ("UPDATE article SET tags = '[]'",), REFUSED, OWNER, (), DESK),
    Attempt("what has moved and was not told", ("SELECT * FROM desk.article_moved",), REFUSED, OWNER),
    Attempt("a second opinion of one person", (_opinion("helped"), _opinion("helped")), REFUSED, SELF, (_opinion("helped"),), state="23505"),
    Attempt("an opinion against oneself", (_opinion("helped"), _opinion("did_not_help")), REFUSED, SELF, (_opinion("helped"),), state="23505"),
    Attempt("an opinion of somebody else", (_opinion("helped", "{member_id}"),), REFUSED, SELF, (_opinion("helped"),)),
    Attempt("an opinion of yesterday", (_opinion("helped", at="now() - interval '1 day'"),), REFUSED, SELF, (_opinion("helped"),)),
    Attempt("a use by a caller", (_opinion("used"),), REFUSED, A, (), (Role.REQUESTER,)),
    Attempt("a mark of a model in another's name", (_marked("{member_id}"),), REFUSED, SELF, (_marked(),), DESK),
    Attempt("a mark of a model of yesterday", (_marked(at="now() - interval '1 day'"),), REFUSED, SELF, (_marked(),), DESK),
    Attempt("a check of a text in another's name", (_marked(), _checked("{member_id}")), REFUSED, SELF, (_marked(), _checked()), DESK),
    Attempt("a check of a text that is taken back", (_marked(), _checked(), "UPDATE help_mark SET checked_by_id = NULL, checked_at = NULL"), REFUSED, SELF, (_marked(), _checked()), DESK),
    Attempt("a mark of a model by a caller", (_marked(),), REFUSED, A, (), (Role.REQUESTER,)),
    Attempt("a suggestion of last week", (_shown("own", "now() - interval '7 days'"),), REFUSED, SELF, (_shown("own", "clock_timestamp()"),), DESK),
    Attempt("a suggestion of tomorrow", (_shown("own", "now() + interval '1 day'"),), REFUSED, SELF, (_shown("own", "clock_timestamp()"),), DESK),
    Attempt("a suggestion that somebody else saw", (_shown("own", "clock_timestamp()", "{member_id}"),), REFUSED, SELF, (_shown("own", "clock_timestamp()"),), DESK),
    Attempt("a suggestion at a hidden incident", (_shown("secret", "clock_timestamp()"),), REFUSED, SELF, (_shown("own", "clock_timestamp()"),), DESK),
    Attempt("an older model than the one before", (_learned(2), _learned(3, "1")), REFUSED, S, (), (Role.REQUESTER, A)),
)  # fmt: skip

NOWHERE = "01900000-0000-7000-8000-000000000000"
Told = tuple[str, str, str]
"""A field, its old value and its new one."""


def _entered(kind: str, *changes: Told, incident: str = "own", n: int = 1) -> tuple[str, ...]:
    """An internal entry of the journal with its changes; `n` tells several in one transaction apart."""
    known = f"'01900000-0000-7000-8000-0000000000b{n}'"
    first = entry(id=f"{known}::uuid", incident_id=f"'{{{incident}}}'", kind=f"'{kind}'", visibility="'internal'")
    rest = (
        "INSERT INTO journal_change (incident_id, entry_id, field, old_value, new_value)"
        f" VALUES ('{{{incident}}}', {known}, '{field}', {old}, {new})"
        for field, old, new in changes
    )
    return (first, *rest)


def _step(**changed: str) -> str:
    """A step that is added to Rosa's incident, as whoever works at the desk would honestly add it, but for changes."""
    columns = {
        "id": "gen_random_uuid()", "incident_id": "'{own}'", "position": "9", "text": "'Ask'",
        "created_at": "clock_timestamp()", "created_by_id": "'{me}'::uuid",
    } | changed  # fmt: skip
    return f"INSERT INTO checklist_step ({', '.join(columns)}) VALUES ({', '.join(columns.values())})"


def _listed(what: str, old: str, new: str, n: int = 1, incident: str = "own") -> tuple[str, ...]:
    return _entered("checklist", (f"checklist_{what}", old, new), incident=incident, n=n)


def _change(values: str, step: str = "step") -> str:
    return f"UPDATE checklist_step SET {values} WHERE id = '{{{step}}}'"


_DONE = "state = 'done', ended_at = clock_timestamp(), ended_by_id = '{me}'"
_TICK = (_change(_DONE), *_listed("done", "NULL", "'Look'"))
_ADDED = (_step(), *_listed("added", "NULL", "'Ask'"))
_REMOVE = _change("removed_at = clock_timestamp(), removed_by_id = '{me}'")
_WAIVE = _change(_DONE.replace("done", "skipped"), "required")
_FROM = {"template_id": "'{template}'::uuid", "required": "true", "text": "'Order'"}
_OF_TEMPLATE = (_step(**_FROM), *_listed("template", "NULL", "'Printer'"))


def _not_so(name: str, *said: str, honest: tuple[str, ...] = _TICK) -> Attempt:
    return Attempt(name, said, REFUSED, SELF, honest, DESK)


_CHECKLISTS = (
    _not_so("a tick past the journal", _TICK[0]),
    _not_so("a step added past the journal", _ADDED[0], honest=_ADDED),
    _not_so("a step removed past the journal", _REMOVE, honest=(_REMOVE, *_listed("removed", "'Look'", "NULL"))),
    _not_so("a step renamed past the journal", _change("text = 'Look away'")),
    _not_so("a step given to somebody past the journal", _change("assignee_id = '{me}'")),
    _not_so("another time for a step past the journal", _change("due_at = '2100-01-01'")),
    _not_so("a step opened again past the journal", _change("state = 'open', ended_at = NULL, ended_by_id = NULL", "done")),
    _not_so("steps of a template past the journal", _OF_TEMPLATE[0], honest=_OF_TEMPLATE),
    _not_so("a tick that the journal calls skipped", _TICK[0], *_listed("skipped", "NULL", "'Look'")),
    _not_so("a tick that the journal tells of another step", _TICK[0], *_listed("done", "NULL", "'Call'")),
    _not_so("a tick that is told twice", *_TICK, *_listed("done", "NULL", "'Look'", 2)),
    _not_so("a tick with a past of one's own", _TICK[0], *_listed("done", "'zebra'", "'Look'")),
    _not_so("the tick of somebody else, told as one's own", _change("position = 7", "done"), *_listed("done", "NULL", "'Call'")),
    _not_so("a step of somebody else, told as added", _change("position = 7"), *_listed("added", "NULL", "'Look'")),
    _not_so("a step that stands, told as brought back", _change("position = 7"), *_listed("back", "NULL", "'Look'")),
    _not_so("a template that was used before, told anew", _change("position = 7", "required"), *_listed("template", "NULL", "'Printer'", incident="foreign")),
    _not_so("words that a step never had", _change("text = 'Look away'"), *_listed("text", "'Slander'", "'Look away'")),
    _not_so("a tick that never happened", *_listed("done", "NULL", "'Look'")),
    _not_so("a tick told at another incident", _TICK[0], *_entered("checklist", ("checklist_done", "NULL", "'Look'"), incident="foreign")),
    _not_so("a tick in an entry about something else", _TICK[0], *_entered("change", ("checklist_done", "NULL", "'Look'"))),
    _not_so("a tick in another's name", _TICK[0].replace("{me}", "{member_id}"), *_TICK[1:]),
    _not_so("a tick of yesterday", _TICK[0].replace("clock_timestamp()", "now() - interval '1 day'"), *_TICK[1:]),
    _not_so("another author of a tick", _change("ended_by_id = '{me}'", "done")),
    _not_so("another time of a tick", _change("ended_at = clock_timestamp()", "done")),
    _not_so("a step added in another's name", _step(created_by_id="'{member_id}'::uuid"), *_ADDED[1:], honest=_ADDED),
    _not_so("a step of yesterday", _step(created_at="now() - interval '1 day'"), *_ADDED[1:], honest=_ADDED),
    _not_so("a step of tomorrow", _step(created_at="now() + interval '1 day'"), *_ADDED[1:], honest=_ADDED),
    _not_so("a step of a template that has none like it", _step(**_FROM | {"text": "'Pay'"}), *_OF_TEMPLATE[1:], honest=_OF_TEMPLATE),
    _not_so("a step required by nobody's word", _step(**_FROM | {"text": "'Look'"}), *_OF_TEMPLATE[1:], honest=_OF_TEMPLATE),
    _not_so("a required step as if it were none", _step(**_FROM | {"required": "false"}), *_OF_TEMPLATE[1:], honest=_OF_TEMPLATE),
    _not_so("a removal in another's name", _REMOVE.replace("{me}", "{member_id}"), honest=(_REMOVE, *_listed("removed", "'Look'", "NULL"))),
    Attempt("a step required without a template", (_step(required="true"),), REFUSED, SELF, _ADDED, DESK, "23514"),
    Attempt("a step that is done from the beginning", (_step(state="'done'"),), REFUSED, SELF, _ADDED, DESK),
    Attempt("a required step waived by an agent", (_WAIVE, *_listed("skipped", "NULL", "'Order'", incident="foreign")), REFUSED, S, (), (A,)),
    Attempt("a required step removed by an agent", (_change("removed_at = clock_timestamp(), removed_by_id = '{me}'", "required"), *_listed("removed", "'Order'", "NULL", incident="foreign")), REFUSED, S, (), (A,)),
    Attempt("a resolution before a required step", ("UPDATE incident SET state = 'resolved', resolution_code = 'x', resolution_notes = 'x', resolved_by_id = '{me}', resolved_at = m.t, version = version + 1, updated_at = m.t, updated_by_id = '{me}' FROM (SELECT clock_timestamp()) AS m (t) WHERE id = '{foreign}'",), REFUSED, OWNER, (), DESK),
    Attempt("a step of a hidden template", (_step(template_id="'{hidden_template}'", text="'zebrafish'"), *_listed("template", "NULL", "'zebrafish'")), REFUSED, MEMBER),
    Attempt("a step that takes a hidden one's place", (_step(id="'{hidden_step}'") + " ON CONFLICT (id) DO UPDATE SET text = 'x' RETURNING text",), REFUSED, OWNER),
    Attempt("what a change of steps gives back", ("UPDATE checklist_step SET position = position RETURNING text",), BLIND, MEMBER),
    Attempt("hidden steps as a copy", ("COPY (SELECT text FROM checklist_step) TO STDOUT",), BLIND, MEMBER),
    Attempt("hidden steps as XML", ("SELECT query_to_xml('SELECT text FROM checklist_step', true, false, '')",), BLIND, MEMBER),
    Attempt("hidden steps in the error of a cast", ("SELECT text::integer FROM checklist_step WHERE text LIKE '%zebra%'",), BLIND, MEMBER),
    Attempt("how many steps a hidden incident has", ("SELECT count(*) FROM checklist_step WHERE incident_id = '{secret}'",), NOTHING, MEMBER),
    Attempt("whether somebody has anything to do", ("SELECT exists(SELECT FROM checklist_step WHERE text = 'zebrafish' AND state = 'open')",), NOTHING, MEMBER),
    Attempt("a tick at a hidden incident", (_change(_DONE, "hidden_step"),), NOTHING, OWNER),
    Attempt("whether a hidden incident is there, by a step", tuple(_step(incident_id=f"'{each}'") for each in ("{secret}", NOWHERE)), ALIKE, OWNER),
    Attempt("whether a hidden incident is over, by a step", tuple(_step(incident_id=f"'{each}'") for each in ("{ended}", "{secret}")), ALIKE, MEMBER),
    Attempt("what was not told yet of checklists", ("SELECT * FROM desk.checklist_untold",), REFUSED, OWNER),
    Attempt("forgetting what has to be told", ("DELETE FROM desk.checklist_untold",), REFUSED, OWNER),
    Attempt("telling by hand that a step was told", ("SELECT desk.tell_checklist('{own}', 'checklist_done', NULL, 'Look')",), REFUSED, OWNER),
    Attempt("noting a step by hand", ("SELECT desk.note_step(s, 'checklist_done', NULL, 'x') FROM checklist_step s",), REFUSED, OWNER),
)  # fmt: skip


def _made(table: str, at: str = "clock_timestamp()", **changed: str) -> str:
    """Something that somebody keeps for themselves, but for changes."""
    columns = {"id": "gen_random_uuid()", "name": "'Mine'", "owner_id": "'{me}'::uuid", "created_at": at}
    columns |= {
        "macro": {"acts": "'[]'"},
        "checklist_template": {"steps": "'[]'"},
        "incident_template": {"filling": "'{{}}'"},
        "saved_view": {
            "icon": "'list'", "filter_text": "''", "sort": "'number'", "descending": "true", "group_by": "'none'",
            "notifies": "false", "position": "1", "updated_at": at, "share": "'own'",
            "changed_by_id": "'{me}'::uuid",
        },
    }[table] | changed  # fmt: skip
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(columns.values())})"


_YESTERDAY, _TOMORROW = "now() - interval '1 day'", "now() + interval '1 day'"


def _of(table: str, roles: tuple[Role, ...] = DESK) -> tuple[Attempt, ...]:
    honest, team = (_made(table),), {"share": "'team'", "group_id": "'{personnel}'"}
    return (
        Attempt(f"a row of {table} of yesterday", (_made(table, _YESTERDAY),), REFUSED, SELF, honest, roles),
        Attempt(f"a row of {table} of tomorrow", (_made(table, _TOMORROW),), REFUSED, SELF, honest, roles),
        Attempt(f"a row of {table} in another's name", (_made(table, owner_id="'{member_id}'"),), REFUSED, SELF, honest, roles),
        Attempt(f"a row of {table} for another team", (_made(table, **team),), REFUSED, MEMBER),
        Attempt(f"a row of {table} for everybody by an agent's word", (_made(table, share="'all'"),), REFUSED, S, (), (R, A)),
        Attempt(f"the names in {table} by changing nothing", (f"UPDATE {table} SET name = name RETURNING name",), BLIND, MEMBER),
        Attempt(f"the names in {table} as a copy", (f"COPY (SELECT {table}::text FROM {table}) TO STDOUT",), BLIND, MEMBER),
        Attempt(f"how many rows of {table} others keep", (f"SELECT count(*) FROM {table} WHERE owner_id = '{{member_id}}'",), NOTHING, MEMBER),
        Attempt(f"which teams keep rows of {table}", (f"SELECT DISTINCT group_id FROM {table} WHERE group_id IS NOT NULL",), NOTHING, MEMBER),
        Attempt(f"a row of {table} that takes a hidden one's place", (_made(table, id=f"(SELECT id FROM {table} WHERE group_id = '{{personnel}}')") + " ON CONFLICT (id) DO UPDATE SET share = 'all'",), REFUSED, OWNER, (), roles, "23502"),
    )  # fmt: skip


_KEPT = (
    *(each for table in ("macro", "checklist_template", "incident_template") for each in _of(table)),
    *_of("saved_view", (R, *DESK)),
    Attempt("what a hidden checklist demands", ("SELECT steps FROM checklist_template WHERE id = '{hidden_template}'",), NOTHING, MEMBER),
    Attempt("another checklist than a hidden one", ("UPDATE checklist_template SET steps = '[]' WHERE id = '{hidden_template}'",), NOTHING, OWNER),
    Attempt("the history of a hidden checklist", ("SELECT desk.history_of('checklist_template', replace('{hidden_template}', '-', ''), 9)",), REFUSED, OWNER),
    Attempt("the history of a hidden template", ("SELECT desk.history_of('incident_template', (SELECT replace(id::text, '-', '') FROM incident_template WHERE name = 'zebrafish'), 9)",), REFUSED, OWNER),
    Attempt("the history of what is no setting", ("SELECT desk.history_of('incident', replace('{secret}', '-', ''), 9)",), REFUSED, OWNER),
    Attempt("an injection in what the history is of", ("SELECT desk.history_of('macro AS thing; DROP TABLE macro; --', 'x', 9)",), REFUSED, OWNER),
    Attempt("what colleagues are told of a caller, by the history", ("SELECT desk.history_of('person', replace('{neighbour_id}', '-', ''), 9)",), REFUSED, X, (), (R, A, S)),
    Attempt("special handling, as a caller", ("SELECT handling_note FROM person",), REFUSED, A, (), (R,)),
    Attempt("special handling of one's own, as a caller", ("SELECT handling_note FROM person WHERE id = '{me}'",), REFUSED, A, (), (R,)),
    Attempt("special handling, by what one may filter", ("SELECT id FROM person WHERE handling_note <> ''",), REFUSED, A, (), (R,)),
    Attempt("special handling as one text", ("SELECT person::text FROM person",), REFUSED, OWNER),
    Attempt("special handling that an agent writes", ("UPDATE person SET handling_note = 'x' WHERE id = '{neighbour_id}'",), REFUSED, S, (), (R, A)),
    Attempt("a view that was changed tomorrow", (_made("saved_view"), "UPDATE saved_view SET updated_at = now() + interval '1 day' WHERE owner_id = '{me}'"), REFUSED, SELF, (_made("saved_view"), "UPDATE saved_view SET updated_at = clock_timestamp() WHERE owner_id = '{me}'")),
    Attempt("a view that was removed last year", (_made("saved_view"), "UPDATE saved_view SET removed_at = now() - interval '1 year' WHERE owner_id = '{me}'"), REFUSED, SELF, (_made("saved_view"), "UPDATE saved_view SET removed_at = clock_timestamp() WHERE owner_id = '{me}'")),
    Attempt("a view that somebody else is said to have saved", (_made("saved_view", changed_by_id="'{member_id}'"),), REFUSED, SELF, (_made("saved_view"),)),
    Attempt("a change of a view that somebody else is said to have made", (_made("saved_view"), "UPDATE saved_view SET updated_at = clock_timestamp(), changed_by_id = '{member_id}' WHERE owner_id = '{me}'"), REFUSED, SELF, (_made("saved_view"), "UPDATE saved_view SET updated_at = clock_timestamp(), changed_by_id = '{me}' WHERE owner_id = '{me}'")),
    Attempt("who changed a view, told otherwise", (_made("saved_view"), "UPDATE saved_view SET changed_by_id = NULL WHERE owner_id = '{me}'"), REFUSED, SELF, (_made("saved_view"), "UPDATE saved_view SET position = 2 WHERE owner_id = '{me}'")),
    Attempt("a view that is removed from the beginning", (_made("saved_view", removed_at="clock_timestamp()"),), REFUSED, SELF, (_made("saved_view"),)),
    Attempt("another order of others' views", ("UPDATE saved_view SET position = 99, icon = 'skull'",), NOTHING, OWNER),
    Attempt("what a hidden view looks for", ("SELECT filter_text FROM saved_view WHERE name = 'zebrafish'",), NOTHING, MEMBER),
    Attempt("how common a hidden word is", ("SELECT * FROM desk.common_words(ARRAY['zebrafish'])",), NOTHING, MEMBER),
    Attempt("how common a hidden word is, among others", ("SELECT count(*) FROM desk.common_words(ARRAY['zebrafish', 'nothing', ''])",), NOTHING, MEMBER),
    Attempt("what the planner keeps of words", ("SELECT most_common_elems FROM pg_stats WHERE tablename = 'search_document'",), NOTHING, OWNER),
    Attempt("words of all texts by their statistics", ("SELECT * FROM ts_stat('SELECT words FROM desk.search_document')",), REFUSED, OWNER),
    Attempt("another look at a hidden incident's clocks", ("UPDATE incident_clocks SET next_look_at = '2199-01-01' WHERE incident_id = '{secret}'",), NOTHING, MEMBER),
    Attempt("whose searches found nothing", ("SELECT words, times FROM unfound_search",), REFUSED, A, (), (R,)),
    Attempt("a count of searches that is set", ("INSERT INTO unfound_search (words, day, times) VALUES ('x', current_date, 9) ON CONFLICT (words, day) DO UPDATE SET times = 999",), REFUSED, OWNER),
    Attempt("searches that are forgotten by counting in the future", ("SELECT desk.count_unfound('x', now() + interval '900 days')",), REFUSED, SELF, ("SELECT desk.count_unfound('x', clock_timestamp())",)),
)  # fmt: skip


def _picture(data: str = "'x'", digest: str = "", **changed: str) -> str:
    """A picture of a published article, as whoever works at the desk would add it, but for changes."""
    columns = {
        "article_id": "'{published}'::uuid", "sha256": digest or f"encode(sha256({data}), 'hex')",
        "media_type": "'image/png'", "size": f"octet_length({data}::bytea)", "data": data, "added_by_id": "'{me}'::uuid",
        "added_at": "clock_timestamp()",
    } | changed  # fmt: skip
    return f"INSERT INTO article_picture ({', '.join(columns)}) VALUES ({', '.join(columns.values())})"


_PICTURE = (_picture(),)
_SEARCH = (
    Attempt("a picture in another's name", (_picture(added_by_id="'{member_id}'::uuid"),), REFUSED, SELF, _PICTURE, DESK),
    Attempt("a picture of yesterday", (_picture(added_at=_YESTERDAY),), REFUSED, SELF, _PICTURE, DESK),
    Attempt("a picture that is not what its hash says", (_picture(digest="repeat('0', 64)"),), REFUSED, SELF, _PICTURE, DESK),
    Attempt("a picture that is said to be small", (_picture(size="0"),), REFUSED, SELF, _PICTURE, DESK),
    Attempt("a picture in the place of another", (_picture("'capybara'") + " ON CONFLICT (article_id, sha256) DO UPDATE SET data = 'x'",), REFUSED, SELF, _PICTURE, DESK),
    Attempt("a picture by a caller", _PICTURE, REFUSED, A, (), (R,)),
    Attempt("a picture that no published text shows", ("SELECT data FROM article_picture",), NOTHING, A, (), (R,)),
    Attempt("whether there is such a picture", ("SELECT count(*) FROM article_picture WHERE sha256 = encode(sha256('capybara'), 'hex')",), NOTHING, A, (), (R,)),
    Attempt("an index of what is none", ("SELECT desk.renew_search('incident; DROP TABLE macro', NULL, 9)",), REFUSED, X, ("SELECT desk.renew_search('incident', NULL, 9)",)),
    Attempt("an index of the passwords", ("SELECT desk.renew_search('person_secret', NULL, 9)",), REFUSED, X, ("SELECT desk.renew_search('person', NULL, 9)",)),
    Attempt("the group to which an incident is hidden", ("SELECT desk.restriction_of('{secret}')",), REFUSED, OWNER),
    Attempt("who finds it, changed", ("UPDATE desk.search_document SET restricted_group_id = NULL",), REFUSED, OWNER),
    Attempt("who finds it, read", ("SELECT incident_id FROM desk.search_document WHERE restricted_group_id IS NOT NULL",), REFUSED, OWNER),
    Attempt("another's incidents, by the search", ("SELECT desk.own_incidents(true, '{neighbour_id}')",), REFUSED, OWNER),
    Attempt("a hidden incident by a word of its caller", ("SELECT found FROM desk.incidents_with('noor'::tsquery, ARRAY['person'], NULL) AS found WHERE found IN ('{secret}', '{twin}')",), NOTHING, MEMBER),
    Attempt("another caller's incident by a filter", ("SELECT desk.incidents_with('capybara'::tsquery, ARRAY['incident', 'entry', 'person'], NULL)",), NOTHING, A, (), (R,)),
    Attempt("another caller's incident by a filter in their name", ("SELECT desk.incidents_with('capybara'::tsquery, ARRAY['incident', 'entry'], '{neighbour_id}')",), NOTHING, A, (), (R,)),
    Attempt("another caller's incident by a part of a word", ("SELECT desk.incidents_holding(ARRAY['%'], NULL, 50) EXCEPT SELECT id FROM incident WHERE caller_id = '{me}'",), NOTHING, A, (), (R,)),
    Attempt("another caller's incident by a part, in their name", ("SELECT desk.incidents_holding(ARRAY['%'], '{neighbour_id}', 50)",), NOTHING, A, (), (R,)),
    Attempt("an internal note by a filter", ("SELECT desk.incidents_with('pangolin'::tsquery, ARRAY['incident', 'entry'], NULL)",), NOTHING, A, (), (R,)),
)  # fmt: skip


def _linked(source: str, target: str, kind: str = "related") -> str:
    return (
        "INSERT INTO incident_link (id, source_id, target_id, kind, created_at, created_by_id) VALUES"
        f" ('01900000-0000-7000-8000-0000000000c1', '{{{source}}}', '{{{target}}}', '{kind}', clock_timestamp(), '{{me}}')"
    )


def _both(source: str, target: str, *, gone: bool = False, n: int = 1) -> tuple[str, ...]:
    """What the two journals tell of a link."""
    there = (f"'INC-{{{target}_number}}'", f"'INC-{{{source}_number}}'")
    pairs = [(each, "NULL") if gone else ("NULL", each) for each in there]
    return (
        *_entered("link", ("link_related", *pairs[0]), incident=source, n=n),
        *_entered("link", ("link_related_of", *pairs[1]), incident=target, n=n + 1),
    )


_LINK = (_linked("own", "foreign"), *_both("own", "foreign"))
_UNLINK = "UPDATE incident_link SET removed_at = clock_timestamp(), removed_by_id = '{me}' WHERE id = '01900000-0000-7000-8000-0000000000c1'"


def _used(kind: str = "linked", incident: str = "'{own}'") -> str:
    return (
        "INSERT INTO article_use (id, article_id, version, incident_id, kind, person_id, at) VALUES"
        f" (gen_random_uuid(), '{{published}}', 1, {incident}, '{kind}', '{{me}}', clock_timestamp())"
    )


_USE = (_used(), *_entered("link"))
_HELPED = _used("helped")
_MILESTONE = (
    "INSERT INTO sla_firing (incident_id, clock, cycle, target, threshold, reached_at, fired_at, fired_by, is_late,"
    " is_told) SELECT '{each}', 'update', 7, 14400000000, 'breach', m.t, m.t, 'x', false, true"
    " FROM (SELECT clock_timestamp()) m (t)"
)

_LINKS = (
    Attempt("a link past the journal", _LINK[:1], REFUSED, SELF, _LINK, DESK),
    Attempt("a link that one journal tells", _LINK[:3], REFUSED, SELF, _LINK, DESK),
    Attempt("a link that is taken back past the journal", (*_LINK, _UNLINK), REFUSED, SELF, (*_LINK, _UNLINK, *_both("own", "foreign", gone=True, n=3)), DESK),
    Attempt("a link of another kind than the journals tell", (_linked("own", "foreign", "parent"), *_LINK[1:]), REFUSED, SELF, _LINK, DESK),
    Attempt("a link to a hidden incident", (_linked("own", "twin"),), REFUSED, MEMBER, (_linked("own", "twin"), *_both("own", "twin"))),
    Attempt("a link in another's name", (_LINK[0].replace("{me}", "{member_id}"), *_LINK[1:]), REFUSED, SELF, _LINK, DESK),
    Attempt("a link of yesterday", (_LINK[0].replace("clock_timestamp()", "now() - interval '1 day'"), *_LINK[1:]), REFUSED, SELF, _LINK, DESK),
    Attempt("taking a hidden link back", ("UPDATE incident_link SET removed_at = clock_timestamp(), removed_by_id = '{me}' WHERE id = '{link}'",), NOTHING, OWNER),
    Attempt("an article linked past the journal", _USE[:1], REFUSED, SELF, _USE, DESK),
    Attempt("an article used at a hidden incident", (_used(incident="'{secret}'"),), REFUSED, SELF, _USE, DESK),
    Attempt("a use that is taken back past the journal", (_used("used", "NULL"), *_USE, "SET CONSTRAINTS ALL IMMEDIATE", "UPDATE article_use SET removed_at = clock_timestamp(), removed_by_id = '{member_id}' WHERE incident_id = '{own}'"), REFUSED, SELF, _USE, DESK),
    Attempt("a second opinion at one incident", (_HELPED, _used("did_not_help")), REFUSED, SELF, (_HELPED,), DESK, "23505"),
    Attempt("an article that a caller names an incident for", (_HELPED,), REFUSED, A, (), (R,)),
    Attempt("when a hidden incident was reported, by a milestone", tuple(_MILESTONE.replace("{each}", each) for each in ("{secret}", NOWHERE)), ALIKE, OWNER),
)  # fmt: skip

LATEST: tuple[Attempt, ...] = (
    *_FIRST,
    *_CHECKLISTS,
    *_KEPT,
    *_SEARCH,
    *_LINKS,
    *_PROBLEMS,
    *_BURSTS,
    *_BY_RULE,
    *_RISKS,
)
