"""Attempts to read: incidents of Personnel, of other callers, internal entries, and whatever tells that they exist."""

from app.domain.vocabulary import Role
from tests.security.attempt import Attempt, Fails
from tests.security.siege import MEMBER, OWNER

R, A, S, X = Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN
NOTHING, BLIND, QUIET, ALIKE = Fails.NOTHING, Fails.BLIND, Fails.QUIET, Fails.ALIKE

_ZEBRA = "'%zebra%'"


def _find(name: str, sql: str, control: str = MEMBER) -> Attempt:
    return Attempt(name, (sql,), NOTHING, control)


def _see(name: str, *sql: str, control: str = MEMBER) -> Attempt:
    return Attempt(name, sql, BLIND, control)


_INCIDENT = (
    _find("an incident by its identifier", "SELECT * FROM incident WHERE id = '{secret}'"),
    _find("by its number", "SELECT short_description FROM incident WHERE number = {secret_number}"),
    _find("by a part of its title", f"SELECT id FROM incident WHERE short_description LIKE {_ZEBRA}"),
    _find("by its title in any case", "SELECT id FROM incident WHERE short_description ILIKE '%ZEBRA%'"),
    _find("by a regular expression", "SELECT id FROM incident WHERE short_description ~ 'z.bra'"),
    _find("by its whole title", "SELECT id FROM incident WHERE short_description = 'Dismissal zebrafish'"),
    _find("by its group", "SELECT id FROM incident WHERE group_id = '{personnel}'"),
    _find("by who may read it", "SELECT id FROM incident WHERE restricted_group_id = '{personnel}'"),
    _find(
        "by full text",
        "SELECT id FROM incident WHERE to_tsvector('simple', short_description) @@ to_tsquery('simple', 'zebrafish')",
    ),
    _find(
        "by the search of the desk",
        "SELECT * FROM desk.search('incident', 'zebrafish'::tsquery, 'zebrafish'::tsquery, NULL, NULL, 100)",
    ),
    _find(
        "by the search, through a word of its beginning",
        "SELECT * FROM desk.search('incident', 'zebra:*'::tsquery, 'zebra:*'::tsquery, NULL, NULL, 100)",
    ),
    _find(
        "by the search, through its journal",
        "SELECT * FROM desk.search('entry', 'zebrafish'::tsquery, 'zebrafish'::tsquery, NULL, NULL, 100)",
    ),
    _find(
        "by the filter of a list",
        "SELECT desk.incidents_with('zebra:*'::tsquery, ARRAY['incident', 'entry', 'person'], NULL)",
    ),
    _find("by a part of a word, in the middle", "SELECT desk.incidents_holding(ARRAY['%ebrafis%'], NULL, 50)"),
    _find("by a part of a word, behind many", "SELECT desk.incidents_holding(ARRAY['%ebrafis%'], NULL, 1000000)"),
    _find(
        "whether a word is anywhere",
        "SELECT desk.are_there(ARRAY['zebrafish', 'zebra:*']::tsquery[], ARRAY['incident', 'entry'], NULL)",
    ),
    _find("how many are restricted", "SELECT count(*) FROM incident WHERE restricted_group_id IS NOT NULL"),
    _find("how many a search would find", f"SELECT count(*) FROM incident WHERE short_description LIKE {_ZEBRA}"),
    _find("whether there is one", f"SELECT exists(SELECT FROM incident WHERE short_description LIKE {_ZEBRA})"),
    _find("the sum of their numbers", "SELECT sum(number) FROM incident WHERE restricted_group_id IS NOT NULL"),
    _find("when one changed last", "SELECT max(updated_at) FROM incident WHERE group_id = '{personnel}'"),
    _find("who works on one", "SELECT DISTINCT updated_by_id FROM incident WHERE updated_by_id = '{member_id}'"),
    _see("everything", "TABLE incident"),
    _see("everything as JSON", "SELECT row_to_json(incident) FROM incident"),
    _see("everything as one text", "SELECT string_agg(incident::text, ',') FROM incident"),
    _see("the longest title", "SELECT short_description FROM incident ORDER BY number DESC LIMIT 50"),
    _see("the title in the next row", "SELECT lead(short_description) OVER (ORDER BY number) FROM incident"),
    _see(
        "by a walk through the links",
        "WITH RECURSIVE reached AS (SELECT '{own}'::uuid AS id UNION SELECT CASE WHEN source_id = reached.id THEN"
        " target_id ELSE source_id END FROM reached JOIN incident_link ON reached.id IN (source_id, target_id))"
        " SELECT short_description FROM reached JOIN incident USING (id)",
    ),
    _see("by a lateral join", "SELECT i.* FROM person p, LATERAL (SELECT * FROM incident WHERE caller_id = p.id) i"),
    _see(
        "by a left join",
        "SELECT i.short_description FROM (VALUES ('{secret}'::uuid)) v (id) LEFT JOIN incident i USING (id)",
    ),
    _see("through a cursor", "DECLARE c CURSOR FOR SELECT short_description FROM incident", "FETCH ALL FROM c"),
    _see(
        "through a scrolling cursor that is held",
        "DECLARE c SCROLL CURSOR WITH HOLD FOR SELECT short_description FROM incident",
        "FETCH LAST FROM c",
    ),
    _see(
        "through a prepared statement",
        "PREPARE p AS SELECT short_description FROM incident",
        "EXECUTE p",
    ),
    _see("through XML of a query", "SELECT query_to_xml('SELECT short_description FROM incident', true, false, '')"),
    _see("through XML of a table", "SELECT table_to_xml('incident', true, false, '')"),
    _see("through XML of the whole schema", "SELECT schema_to_xml('public', true, false, '')", control=OWNER),
    _see("through a copy of a query", "COPY (SELECT short_description FROM incident) TO STDOUT"),
    _see("through a copy of the table", "COPY incident (short_description) TO STDOUT"),
    _see("through a sample", "SELECT short_description FROM incident TABLESAMPLE SYSTEM (100)"),
    _see("by its place on the disk", "SELECT short_description FROM incident WHERE ctid < '(1000,1)'", control=OWNER),
    _see("by a hidden column", "SELECT short_description, xmin, tableoid FROM incident", control=OWNER),
    _see("with a lock", "SELECT short_description FROM incident FOR UPDATE"),
    _see("with a shared lock", "SELECT short_description FROM incident FOR KEY SHARE"),
    _see(
        "after switching row security off",
        "SET row_security = off",
        "SELECT short_description FROM incident",
        control=OWNER,
    ),
    _see(
        "in parallel",
        "SET parallel_setup_cost = 0",
        "SET min_parallel_table_scan_size = 0",
        "SELECT short_description FROM incident",
    ),
    _see(
        "as a serializable reader",
        "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE",
        "TABLE incident",
    ),
)

_CHEAP = "SET cpu_operator_cost = 1000"
_ERRORS = (
    _see(
        "in the error of a cast",
        _CHEAP,
        f"SELECT short_description::integer FROM incident WHERE short_description LIKE {_ZEBRA}",
    ),
    _see(
        "in the error of a cast in a filter",
        "SELECT id FROM incident WHERE number = {secret_number} AND short_description::integer = 1",
    ),
    _see(
        "in the error of a date",
        "SELECT id FROM incident WHERE number = {secret_number} AND short_description::date > now()",
    ),
    _see(
        "in the error of an array",
        f"SELECT short_description::int[] FROM incident WHERE short_description LIKE {_ZEBRA}",
    ),
    Attempt(
        "whether a division by zero tells of it",
        (f"SELECT 1 / (1 - least(1, count(*))) FROM incident WHERE short_description LIKE {_ZEBRA}",),
        QUIET,
    ),
    Attempt(
        "whether a division in the filter tells of it",
        (
            f"SELECT id FROM incident WHERE number = {{secret_number}} AND 1 / (CASE WHEN short_description LIKE {_ZEBRA} THEN 0 ELSE 1 END) = 1",
        ),
        QUIET,
    ),
    Attempt(
        "whether a row too many tells of it",
        (
            f"SELECT (SELECT 1 FROM (VALUES (1), (2)) v WHERE EXISTS (SELECT FROM incident WHERE short_description LIKE {_ZEBRA}))",
        ),
        QUIET,
    ),
)

_STATISTICS = (
    _find(
        "the commonest values of a column",
        "SELECT most_common_vals FROM pg_stats WHERE tablename = 'incident' AND attname = 'group_id'",
        OWNER,
    ),
    _find("the histogram of a column", "SELECT histogram_bounds FROM pg_stats WHERE tablename = 'incident'", OWNER),
    _find("the statistics of everything", "SELECT * FROM pg_statistic WHERE starelid = 'incident'::regclass", OWNER),
    _find(
        "what others are asking",
        "SELECT query FROM pg_stat_activity WHERE usename = 'desk_u_agent1' AND query <> '<insufficient privilege>'",
        OWNER,
    ),
    _find("the host of others", "SELECT client_port FROM pg_stat_activity WHERE usename = 'desk_u_agent1'", OWNER),
    _find("the passwords", "SELECT rolpassword IS NULL FROM pg_authid LIMIT 1", OWNER),
    _find("the passwords by another way", "SELECT 1 FROM pg_shadow LIMIT 1", OWNER),
    _find("the rules of entry", "SELECT 1 FROM pg_hba_file_rules LIMIT 1", OWNER),
    Attempt(
        "a large object",
        ("SELECT loid FROM pg_largeobject LIMIT 1",),
        NOTHING,
        OWNER,
        ("SELECT lo_from_bytea(0, 'x')", "SELECT loid FROM pg_largeobject LIMIT 1"),
    ),
)

_CHILDREN = (
    _find("an entry by its identifier", "SELECT body FROM journal_entry WHERE id = '{secret_note}'"),
    _find("a public entry of a hidden incident", "SELECT body FROM journal_entry WHERE id = '{secret_reply}'"),
    _find("the journal of an incident", "SELECT * FROM journal_entry WHERE incident_id = '{secret}'"),
    _find("how many entries it has", "SELECT count(*) FROM journal_entry WHERE incident_id = '{secret}'"),
    _find("who wrote in it", "SELECT author_id FROM journal_entry WHERE incident_id IN ('{secret}', '{twin}')"),
    _see("every entry", "SELECT body FROM journal_entry"),
    _find("its changes", "SELECT * FROM journal_change WHERE incident_id = '{secret}'"),
    _find(
        "its changes by the entry",
        "SELECT * FROM journal_change c JOIN journal_entry e ON e.id = c.entry_id WHERE e.incident_id = '{twin}'",
    ),
    _find("its files", "SELECT file_name FROM attachment WHERE incident_id = '{secret}'"),
    _find("how many files it has", "SELECT count(*) FROM attachment WHERE incident_id = '{secret}'"),
    _find(
        "a file by its hash",
        "SELECT data FROM attachment_content WHERE sha256 = encode(sha256('secret note zebrafish'), 'hex')",
    ),
    _find(
        "whether a file is there",
        "SELECT exists(SELECT FROM attachment_content WHERE sha256 = encode(sha256('secret note zebrafish'), 'hex'))",
    ),
    _see("every file", "SELECT convert_from(data, 'UTF8') FROM attachment_content"),
    _see("the names of all files", "SELECT file_name FROM attachment"),
    _find("a link to it", "SELECT * FROM incident_link WHERE id = '{link}'"),
    _find("what one's own incident is linked to", "SELECT source_id FROM incident_link WHERE target_id = '{own}'"),
    _find("its risk", "SELECT * FROM incident_risk WHERE incident_id = '{secret}'"),
    _find("its clocks", "SELECT * FROM incident_clocks WHERE incident_id = '{secret}'"),
    _find("what fired", "SELECT * FROM sla_firing WHERE incident_id = '{secret}'"),
    _find("when it is looked at next", "SELECT next_look_at FROM incident_clocks WHERE incident_id = '{secret}'"),
    _find("when its escalation is passed on", "SELECT due_at FROM timer WHERE subject_id = '{escalation}'"),
    _find(
        "how many timers there are for it",
        "SELECT count(*) FROM timer WHERE subject_id IN ('{secret}', '{twin}', '{escalation}')",
    ),
    _find("its escalation", "SELECT reason, tried FROM escalation WHERE id = '{escalation}'"),
    _find("its escalations", "SELECT count(*) FROM escalation WHERE incident_id = '{secret}'"),
    _find("the steps of its escalation", "SELECT what FROM escalation_step WHERE escalation_id = '{escalation}'"),
    _find("its offers", "SELECT * FROM shift_offer WHERE incident_id = '{secret}'"),
    _find("its review", "SELECT * FROM review WHERE id = '{review}'"),
    _find("a cause in its review", "SELECT claim FROM review_cause WHERE review_id = '{review}'"),
    _find("the timeline of its review", "SELECT body FROM review_event WHERE review_id = '{review}'"),
    _find("who signs its review", "SELECT person_id FROM review_sign_off WHERE review_id = '{review}'"),
    _find("what its source called it", "SELECT source_number FROM imported_record WHERE incident_id = '{secret}'"),
    _find("that it changed", "SELECT * FROM change_feed WHERE incident_id = '{secret}'"),
    _find("who looks at it", "SELECT person_id FROM presence WHERE incident_id = '{secret}'"),
    _find("what its workers are told", "SELECT title FROM notification WHERE incident_id = '{secret}'"),
    _find("what others are told", "SELECT title FROM notification WHERE person_id = '{member_id}'"),
    _find("how much others are told", "SELECT count(*) FROM notification WHERE person_id <> '{me}'", OWNER),
    _find("its facts", "SELECT * FROM desk.told('{secret}')"),
    _find("all of it at once", "SELECT * FROM desk.opened('{secret}', '{me}', true)"),
    _find("all of it in the name of who may", "SELECT * FROM desk.opened('{secret}', '{member_id}', true)"),
    _find("all of it as its caller", "SELECT * FROM desk.opened('{secret}', '{neighbour_id}', false)", OWNER),
    _find("all of it as nobody", "SELECT * FROM desk.opened('{secret}', NULL, NULL)", OWNER)._replace(
        honest=("SELECT * FROM desk.opened('{secret}', '{member_id}', true)",)
    ),
    _see("its title at the other end of a link", "SELECT links FROM desk.opened('{own}', '{member_id}', true)"),
    Attempt(
        "what is left to do about it",
        ("SELECT * FROM desk.unfollowed",),
        NOTHING,
        OWNER,
        ("INSERT INTO desk.unfollowed VALUES ('{secret}', '{secret}')", "SELECT * FROM desk.unfollowed"),
    ),
    _find("the counter of numbers", "SELECT last FROM number_counter", OWNER),
    _find("the receipts of others", "SELECT id FROM command_receipt", OWNER),
    _find("who has which login", "SELECT login FROM person", OWNER),
    _find("what is known of logins", "SELECT * FROM desk.account", OWNER),
)

_ONLY_CALLERS = tuple(
    attempt._replace(roles=(R,))
    for attempt in (
        Attempt("another caller's incident", ("SELECT * FROM incident WHERE id = '{foreign}'",), NOTHING, A),
        Attempt("another caller's incident by its number", ("SELECT 1 FROM incident WHERE number = {foreign_number}",), NOTHING, A),
        Attempt("another caller's words", ("SELECT body FROM journal_entry WHERE incident_id = '{foreign}'",), NOTHING, A),
        Attempt("how many incidents there are", ("SELECT count(*) FROM incident WHERE caller_id <> '{me}'",), NOTHING, A),
        Attempt("another caller's files", ("SELECT file_name FROM attachment WHERE incident_id = '{foreign}'",), NOTHING, A),
        Attempt("another caller's clocks", ("SELECT * FROM incident_clocks WHERE incident_id = '{foreign}'",), NOTHING, A),
        Attempt("the facts of another caller's incident", ("SELECT * FROM desk.told('{foreign}')",), NOTHING, A),
        Attempt("that another caller's incident changed", ("SELECT * FROM change_feed WHERE incident_id = '{foreign}'",), NOTHING, A),
        Attempt("an internal note", ("SELECT body FROM journal_entry WHERE id = '{own_note}'",), NOTHING, A),
        Attempt("an internal note by its word", ("SELECT * FROM desk.search('entry', 'pangolin'::tsquery, 'pangolin'::tsquery, NULL, NULL, 9)",), NOTHING, A),
        Attempt("an internal note by leaving its word out", ("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM desk.search('incident', 'printer'::tsquery, 'printer'::tsquery, 'pangolin'::tsquery, NULL, 9))",), NOTHING, A),
        Attempt("how many internal notes there are", ("SELECT count(*) FROM journal_entry WHERE visibility = 'internal'",), NOTHING, A),
        Attempt("the length of an internal note", ("SELECT length(body) FROM journal_entry WHERE id = '{own_note}'",), NOTHING, A),
        Attempt("internal changes", ("SELECT c.* FROM journal_change c WHERE c.incident_id = '{own}' AND c.field = 'state' AND c.old_value = 'new'",), NOTHING, A),
        Attempt("the file of an internal note", ("SELECT file_name FROM attachment WHERE entry_id = '{own_note}'",), NOTHING, A),
        Attempt("the content of the file of an internal note", ("SELECT data FROM attachment_content WHERE sha256 = encode(sha256('own note pangolin'), 'hex')",), NOTHING, A),
        Attempt("the text of facts", ("SELECT * FROM desk.told('{own}')",), BLIND, A, ("SELECT body FROM journal_entry WHERE incident_id = '{own}'",)),
        Attempt("another caller's incident at once", ("SELECT * FROM desk.opened('{foreign}', '{neighbour_id}', true)",), NOTHING, A),
        Attempt("another caller's incident as that caller", ("SELECT * FROM desk.opened('{foreign}', '{neighbour_id}', false)",), NOTHING, OWNER),
        Attempt("what hangs on one's own, whole", ("SELECT * FROM desk.opened('{own}', '{agent_id}', true)",), BLIND, A),
        Attempt("how many internal entries hang on it", ("SELECT count(*) FROM desk.opened('{own}', '{me}', true), json_array_elements(entries) AS e WHERE e ->> 7 = 'internal'",), NOTHING, A),
        Attempt("which internal changes hang on it", ("SELECT c ->> 1 FROM desk.opened('{own}', '{me}', true), json_array_elements(changes) AS c WHERE c ->> 2 = 'new'",), NOTHING, A),
        Attempt("how many files hang on internal entries", ("SELECT count(*) FROM desk.opened('{own}', '{me}', true), json_array_elements(files) AS f WHERE f ->> 2 LIKE '%pangolin%'",), NOTHING, A),
        Attempt("what the desk notes about whoever opens it", ("SELECT head ->> 'caller_handling_note', head ->> 'caller_email' FROM desk.opened('{own}', '{me}', true)",), NOTHING, A),
        Attempt("who wrote internal entries", ("SELECT author_id FROM desk.told('{own}') WHERE visibility = 'internal' AND author_id = '{agent_id}'",), NOTHING, A, ("SELECT author_id FROM journal_entry WHERE incident_id = '{own}' AND visibility = 'internal'",)),
        Attempt("another caller's name", ("SELECT name FROM person WHERE id = '{neighbour_id}'",), NOTHING, A),
        Attempt("how many callers there are", ("SELECT count(*) FROM person WHERE role = 'requester' AND id <> '{me}'",), NOTHING, A),
        Attempt("an agent's mail address", ("SELECT email FROM person WHERE id = '{agent_id}'",), NOTHING, A),
        Attempt("an agent's telephone", ("SELECT phone FROM person",), NOTHING, A),
        Attempt("what the desk notes about callers", ("SELECT handling_note FROM person WHERE id = '{me}'",), NOTHING, A),
        Attempt("callers by an order", ("SELECT id FROM person ORDER BY handling_note",), NOTHING, A),
        Attempt("callers by a filter", ("SELECT id FROM person WHERE email LIKE 'a%'",), NOTHING, A),
        Attempt("who is in which group", ("SELECT * FROM group_member WHERE person_id <> '{me}'",), NOTHING, A),
        Attempt("who leads the desk", ("SELECT value FROM setting WHERE key = 'escalation_chain'",), NOTHING, A),
        Attempt("who works when", ("SELECT * FROM person_hours UNION ALL SELECT NULL, NULL",), Fails.REFUSED, A),
        Attempt("the rules of escalation", ("SELECT rules FROM escalation_book UNION ALL SELECT '1'",), Fails.REFUSED, A),
        Attempt("any review", ("SELECT id FROM review UNION ALL SELECT NULL",), Fails.REFUSED, A),
        Attempt("any escalation", ("SELECT id FROM escalation UNION ALL SELECT NULL",), Fails.REFUSED, A),
        Attempt("any timer", ("SELECT due_at FROM timer",), NOTHING, MEMBER),
        Attempt("when clocks are looked at next", ("SELECT next_look_at FROM incident_clocks UNION ALL SELECT now()",), Fails.REFUSED, A),
        Attempt("who runs the timers", ("SELECT worker FROM heartbeat UNION ALL SELECT 'x'",), Fails.REFUSED, A),
        Attempt("the source of an import", ("SELECT source FROM imported_record UNION ALL SELECT 'x'",), Fails.REFUSED, A),
        Attempt("the mail address of a group", ("SELECT email FROM assignment_group UNION ALL SELECT 'x'",), Fails.REFUSED, A),
    )
)  # fmt: skip

READING: tuple[Attempt, ...] = (*_INCIDENT, *_ERRORS, *_STATISTICS, *_CHILDREN, *_ONLY_CALLERS)
