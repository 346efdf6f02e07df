"""What an administrator finds in the audit log by psql is what they may see of the records, and all of it."""

from tests.security.siege import JOBS, OWNER, Siege
from tests.security.the_log import count, log

ABOUT = ("incident", "review", "escalation", "macro", "checklist_template", "incident_template", "handover", "article")


def test_the_log_of_an_administrator_is_that_of_the_records_they_see(siege: Siege) -> None:
    for table in ABOUT:
        seen = siege.say("admin", f"SELECT replace(id::text, '-', '') FROM {table}").rows
        told = siege.say("admin", log("DISTINCT subject_id", kind=f"'{table}'")).rows
        assert set(told) == set(seen), table
    hidden = siege.say(OWNER, "SELECT count(*) FROM incident WHERE restricted_group_id IS NOT NULL").rows
    assert hidden[0][0] == 3


def test_the_figure_is_the_number_of_entries(siege: Siege) -> None:
    for given in ({}, {"kind": "'incident'"}, {"words": "'%printer%'"}, {"field": "'state'"}):
        (counted,) = siege.say("admin", count(**given)).rows[0]
        rows = siege.say("admin", log("subject, subject_id, n", **given)).rows
        assert counted == len(rows)
        assert counted < siege.say(OWNER, count(**given)).rows[0][0] or "words" in given


def test_neither_a_service_nor_somebody_without_a_role_reads_it(siege: Siege) -> None:
    for said in (log(), count()):
        assert siege.say(JOBS, said).state == "42501"
