"""Attempts on what the desk learned last: knowledge, macros, saved views, and what became of suggestions."""

from app.domain.vocabulary import Role
from tests.security.attempt import SELF, Attempt, Fails
from tests.security.siege import OWNER

A, S, X = Role.AGENT, Role.SUPERVISOR, Role.ADMIN
DESK, LEADS = (A, S, X), (S, X)
REFUSED, NOTHING = Fails.REFUSED, Fails.NOTHING


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


def _shown(incident: str, at: str, person: str = "{me}") -> str:
    return (
        "INSERT INTO suggestion_shown (id, incident_id, field, offered, confidence, model_number, evidence, outcome,"
        " chosen_id, shown_to_id, at) VALUES (gen_random_uuid(), "
        f"'{{{incident}}}', 'group_id', '[]', 0.5, 1, '[]', 'ignored', NULL, '{person}', {at})"
    )


_SENT_BACK = (_saved("reviewed", "state = 'draft'"), _told("reviewed", "send_back"))

LATEST = (
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
            Attempt(f"the name of what another team keeps in {table}", (f"UPDATE {table} SET name = 'x'",), NOTHING, OWNER),
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
    Attempt("a second opinion of one person", (_opinion("helped"), _opinion("helped")), REFUSED, SELF, (_opinion("helped"),)),
    Attempt("an opinion against oneself", (_opinion("helped"), _opinion("did_not_help")), REFUSED, SELF, (_opinion("helped"),)),
    Attempt("an opinion of somebody else", (_opinion("helped", "{member_id}"),), REFUSED, SELF, (_opinion("helped"),)),
    Attempt("an opinion of yesterday", (_opinion("helped", at="now() - interval '1 day'"),), REFUSED, SELF, (_opinion("helped"),)),
    Attempt("a use by a caller", (_opinion("used"),), REFUSED, A, (), (Role.REQUESTER,)),
    Attempt("a suggestion of last week", (_shown("own", "now() - interval '7 days'"),), REFUSED, SELF, (_shown("own", "clock_timestamp()"),), DESK),
    Attempt("a suggestion of tomorrow", (_shown("own", "now() + interval '1 day'"),), REFUSED, SELF, (_shown("own", "clock_timestamp()"),), DESK),
    Attempt("a suggestion that somebody else saw", (_shown("own", "clock_timestamp()", "{member_id}"),), REFUSED, SELF, (_shown("own", "clock_timestamp()"),), DESK),
    Attempt("a suggestion at a hidden incident", (_shown("secret", "clock_timestamp()"),), REFUSED, SELF, (_shown("own", "clock_timestamp()"),), DESK),
    Attempt("a model that is said to be an older one", ("INSERT INTO suggestion_model (number, learned_at, incidents, figures, content, copy_of) VALUES (2, now(), 1, '{{}}', '', 1)",), REFUSED, S, (), (Role.REQUESTER, A)),
)  # fmt: skip
