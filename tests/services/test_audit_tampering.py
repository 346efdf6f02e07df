"""What somebody who may do everything in the database changes is found and named, on both databases."""

import hashlib

import pytest

from app.infra.audit.record import Record, chained
from app.infra.audit.renew import shapes_of
from app.models.audited import WATCHED
from app.services.audit.anchors import take
from app.services.audit.dto import Finding, Verdict
from app.services.audit.kept import Kept
from app.services.audit.queries import AuditQueries
from app.services.audit.streams import records_of, rows_of
from app.services.incidents.dto import FieldEdit, IncidentRef, NewFile, Post
from tests.support.crew import Crew
from tests.support.tampering import behind


@pytest.fixture
def lived(crew: Crew) -> IncidentRef:
    """An incident with a history, in a desk whose trail was closed by an anchor yesterday and goes on today."""
    crew.log(short_description="Another one, which nobody touches")
    ref = crew.log(group_id=crew.service_desk, files=(NewFile("a.txt", "text/plain", b"what was seen"),))
    for minute in range(3):
        crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), f"Reply {minute}", public=True))
    crew.clock.advance(hours=24)
    assert take(crew.desk.store) is not None
    crew.desk.incidents.edit(crew.agent, ref.id, {"urgency": FieldEdit(3, 1), "impact": FieldEdit(3, 2)})
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "The last word", public=True))
    return ref


def verify(crew: Crew, *kept: Kept) -> Verdict:
    """What a verification of the desk comes to."""
    return AuditQueries(crew.desk.store).verify(crew.admin, kept)


def named(verdict: Verdict, table: str, record: str, words: str) -> list[Finding]:
    """The findings about a table and record that say these words."""
    return [each for each in verdict.findings if (each.table, each.record) == (table, record) and words in each.what]


def test_a_desk_that_nobody_tampered_with_is_whole(crew: Crew, lived: IncidentRef) -> None:
    verdict = verify(crew)
    assert verdict.is_whole, verdict.findings
    assert verdict.last_anchor is not None
    assert verdict.anchors == 1


CHANGED, REWRITTEN = "changed behind the trail", "not as it was written"

# The statement, with {id} for the incident; the table that is named, and words of the finding.
ACTS = {
    "the words of an entry": (
        "UPDATE journal_entry SET body = 'Something else' WHERE incident_id = '{id}' AND body = 'Reply 1'",
        "journal_entry", CHANGED,
    ),
    "who wrote an entry": (
        "UPDATE journal_entry SET author_id = NULL WHERE incident_id = '{id}' AND body = 'Reply 1'",
        "journal_entry", CHANGED,
    ),
    "when an entry was written": (
        ("UPDATE journal_entry SET occurred_at = recorded_at WHERE incident_id = '{id}' AND kind = 'logged';"
        "UPDATE journal_entry SET occurred_at = '2026-01-01T00:00:00.000000Z' WHERE incident_id = '{id}'"
        " AND body = 'The last word'"),
        "journal_entry", CHANGED,
    ),
    "an entry deleted": (
        "DELETE FROM journal_entry WHERE incident_id = '{id}' AND body = 'Reply 1'",
        "journal_entry", "is missing",
    ),
    "an entry inserted": (
        ("INSERT INTO journal_entry (id, incident_id, occurred_at, recorded_at, by_desk, kind, visibility, body)"
        " SELECT '{new}', incident_id, occurred_at, recorded_at, by_desk, kind, visibility, 'Never said'"
        " FROM journal_entry WHERE incident_id = '{id}' AND body = 'Reply 1'"),
        "journal_entry", "inserted behind the trail",
    ),
    "a change that an entry tells of": (
        "UPDATE journal_change SET new_value = '3' WHERE incident_id = '{id}' AND field = 'urgency'",
        "journal_entry", CHANGED,
    ),
    "a change deleted": (
        "DELETE FROM journal_change WHERE incident_id = '{id}' AND field = 'impact' AND old_value = '3'",
        "journal_entry", CHANGED,
    ),
    "the incident itself": (
        "UPDATE incident SET priority = 1 WHERE id = '{id}'", "incident", CHANGED,
    ),
    "a file's name": (
        "UPDATE attachment SET file_name = 'b.txt' WHERE incident_id = '{id}'",
        "attachment", CHANGED,
    ),
    "what a record of the trail says": (
        "UPDATE audit_entry SET content = '{{}}' WHERE subject_id = '{id}' AND content LIKE '%urgency%'",
        "audit_entry", REWRITTEN,
    ),
    "who a record of the trail names": (
        "UPDATE audit_entry SET login = 'somebody' WHERE subject_id = '{id}' AND n = 3",
        "audit_entry", REWRITTEN,
    ),
    "a record of the trail deleted": (
        "DELETE FROM audit_entry WHERE subject_id = '{id}' AND n = 3", "audit_entry", "record 3 is missing",
    ),
    "two records put into another order": (
        ("UPDATE audit_entry SET n = 1000 WHERE subject_id = '{id}' AND n = 3;"
        "UPDATE audit_entry SET n = 3 WHERE subject_id = '{id}' AND n = 4;"
        "UPDATE audit_entry SET n = 4 WHERE subject_id = '{id}' AND n = 1000"),
        "audit_entry", REWRITTEN,
    ),
    "the end of a chain that an anchor closed": (
        "DELETE FROM audit_entry WHERE subject_id = '{id}' AND n > 2",
        "audit_entry", "the trail after record 2 is missing",
    ),
    "a whole history, and the incident with it": (
        ("DELETE FROM audit_entry WHERE subject_id = '{id}'; DELETE FROM journal_change WHERE incident_id = '{id}';"
        "DELETE FROM attachment WHERE incident_id = '{id}'; DELETE FROM journal_entry WHERE incident_id = '{id}';"
        "DELETE FROM incident_clocks WHERE incident_id = '{id}'; DELETE FROM incident WHERE id = '{id}'"),
        "audit_entry", "the whole trail is missing",
    ),
    "the trail alone": (
        "DELETE FROM audit_entry WHERE subject_id = '{id}'", "incident", "has no trail at all",
    ),
}  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
def test_what_was_done_behind_the_desk_is_found_and_named(crew: Crew, lived: IncidentRef, act: str) -> None:
    statements, table, words = ACTS[act]
    with behind(crew.desk.store.database.url) as connection:
        for statement in statements.format(id=lived.id, new=crew.desk.new_id()).split(";"):
            assert connection.execute(statement).rowcount != 0, statement
    verdict = verify(crew)
    # A record of which nothing is left is known by its key alone.
    names = {f"INC-{lived.number:06d}", f"The incident {lived.id}"}
    found = [each for each in verdict.findings if each.table == table and each.record in names and words in each.what]
    assert found, verdict.findings
    others = [each for each in verdict.findings if each.record not in names]
    assert not others, "only the record that was touched is named"


def test_the_content_of_a_file(crew: Crew, lived: IncidentRef) -> None:
    with behind(crew.desk.store.database.url) as connection:
        connection.execute("UPDATE attachment_content SET data = data || data")
    (finding,) = verify(crew).findings
    assert (finding.table, finding.key) == ("attachment_content", hashlib.sha256(b"what was seen").hexdigest())


def test_a_tail_that_no_anchor_closed_yet_is_missed_by_its_rows(crew: Crew, lived: IncidentRef) -> None:
    """What came after the last anchor has only the rows themselves as witnesses."""
    with behind(crew.desk.store.database.url) as connection:
        connection.execute(
            f"DELETE FROM audit_entry WHERE subject_id = '{lived.id}' AND n = (SELECT max(n) FROM audit_entry"
            f" WHERE subject_id = '{lived.id}')"
        )
    verdict = verify(crew)
    assert named(verdict, "journal_entry", f"INC-{lived.number:06d}", "inserted behind the trail") or named(
        verdict, "incident", f"INC-{lived.number:06d}", "changed behind the trail"
    ), verdict.findings


def rehash(crew: Crew, incident_id: str, body: str) -> None:
    """Change an entry and everything that tells of it in the chain, as somebody who has read this program would."""
    url = crew.desk.store.database.url
    sqlite = url.get_backend_name() == "sqlite"
    mark = "?" if sqlite else "%s"
    with behind(url) as owner:
        owner.execute(
            f"UPDATE journal_entry SET body = {mark} WHERE incident_id = {mark} AND body = 'Reply 1'",
            (body, incident_id),
        )
        with crew.desk.store.snapshot() as connection:
            shape = next(each for each in shapes_of(connection, WATCHED) if each.table == "journal_entry")
            text = next(row.text for row in rows_of(connection, shape) if row.text and body in row.text)
            chain = [record for record in records_of(connection, "incident") if record.subject_id == incident_id]
            key = next(row.key for row in rows_of(connection, shape) if row.text == text)
        before = None
        for record in chain:
            digest = hashlib.sha256(text.encode()).digest() if record.part_id == key else record.digest
            renewed = Record(*record[:10], digest, chained(before, *record[:10], digest))
            before = renewed.hash
            owner.execute(
                f"UPDATE audit_entry SET digest = {mark}, hash = {mark} WHERE subject_id = {mark} AND n = {mark}",
                (renewed.digest, renewed.hash, incident_id, renewed.n),
            )


def test_a_chain_that_was_hashed_anew_is_found_by_the_anchor(crew: Crew, lived: IncidentRef) -> None:
    rehash(crew, lived.id, "Quite another reply")
    verdict = verify(crew)
    assert named(verdict, "audit_entry", f"INC-{lived.number:06d}", "another than the one that anchor 1 closed")
    assert verdict.found == 1


def test_only_an_anchor_outside_finds_a_history_that_was_rewritten_whole(crew: Crew, lived: IncidentRef) -> None:
    """Somebody who hashes chain and anchors anew leaves no trace inside; this is what the outside one is for."""
    kept = crew.desk.audit.last_anchor(crew.admin)
    assert kept is not None
    rehash(crew, lived.id, "Quite another reply")
    with behind(crew.desk.store.database.url) as owner:
        owner.execute("DELETE FROM audit_head")
        owner.execute("DELETE FROM audit_anchor")
    assert take(crew.desk.store) is not None
    assert verify(crew).is_whole
    verdict = verify(crew, Kept(kept.number, kept.digest))
    assert [each.table for each in verdict.findings] == ["audit_anchor"]
    assert "is another one than the one that is kept outside" in verdict.findings[0].what


ANCHORS = {
    "a list of what was closed": ("UPDATE audit_head SET n = n + 100 WHERE subject_id = '{id}'", "was changed"),
    "a part of that list deleted": ("DELETE FROM audit_head WHERE subject_id = '{id}'", "was changed"),
    "an anchor's time": (
        "UPDATE audit_anchor SET at = '2026-01-01T00:00:00.000000Z' WHERE number = 1",
        "not as it was taken",
    ),
    "the first anchor deleted": ("DELETE FROM audit_anchor WHERE number = 1", "anchor 1 is missing"),
}  # fmt: skip


@pytest.mark.parametrize("act", ANCHORS)
def test_what_was_done_to_anchors_is_found(crew: Crew, lived: IncidentRef, act: str) -> None:
    take(crew.desk.store)
    statement, words = ANCHORS[act]
    with behind(crew.desk.store.database.url) as connection:
        connection.execute(statement.format(id=lived.id))
    verdict = verify(crew)
    assert [each for each in verdict.findings if each.table == "audit_anchor" and words in each.what], verdict.findings


def test_the_last_anchor_deleted_is_found_by_what_it_closed(crew: Crew, lived: IncidentRef) -> None:
    take(crew.desk.store)
    with behind(crew.desk.store.database.url) as connection:
        connection.execute("DELETE FROM audit_anchor WHERE number = 2")
    (finding,) = verify(crew).findings
    assert "this anchor is missing" in finding.what


def test_a_dropped_trigger_is_told(crew: Crew, lived: IncidentRef) -> None:
    name = "audit_incident_update" if crew.desk.store.database.is_sqlite else "audit_incident_change"
    on = "" if crew.desk.store.database.is_sqlite else " ON incident"
    with crew.desk.store.database.writing() as connection:
        connection.exec_driver_sql(f"DROP TRIGGER {name}{on}")
    (finding,) = verify(crew).findings
    assert finding.what == f"The trigger {name} is missing."


def test_an_altered_trigger_is_told(crew: Crew, lived: IncidentRef) -> None:
    with crew.desk.store.database.writing() as connection:
        if crew.desk.store.database.is_sqlite:
            connection.exec_driver_sql("DROP TRIGGER audit_incident_update")
            connection.exec_driver_sql(
                "CREATE TRIGGER audit_incident_update AFTER UPDATE ON incident BEGIN SELECT 1; END"
            )
            expected = "The trigger audit_incident_update was altered."
        else:
            connection.exec_driver_sql("ALTER TABLE incident DISABLE TRIGGER audit_incident_change")
            expected = "The trigger audit_incident_change was altered or switched off."
    (finding,) = verify(crew).findings
    assert finding.what == expected


def test_what_the_triggers_write_by_is_looked_at_too(crew: Crew, lived: IncidentRef) -> None:
    with crew.desk.store.database.writing() as connection:
        if crew.desk.store.database.is_sqlite:
            connection.exec_driver_sql("DROP VIEW audit_append")
            expected = ["The trigger audit_append is missing.", "The trigger audit_append_entry is missing."]
        else:
            connection.exec_driver_sql(
                "CREATE OR REPLACE FUNCTION audit_incident_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
                " AS $$ BEGIN RETURN NULL; END $$"
            )
            expected = ["The function audit_incident_changed was altered."]
    assert [each.what for each in verify(crew).findings] == expected
