"""By which doors a stakeholder update is read, and by whom: journal, list, search, export; and how far files go."""

import csv
import json
from pathlib import Path

import pytest
from sqlalchemy import select

from app.domain.actor import Actor
from app.domain.errors import Refused
from app.domain.vocabulary import LinkKind, State
from app.models.incident import journal_entry
from app.services.incidents.dto import Audience, Merge, NewFile, Post
from app.services.incidents.queue_dto import QueueQuery
from app.services.search.dto import Kind, SearchQuery
from tests.services.test_stakeholder_updates import UPDATE, declared, sent, told, update
from tests.support.crew import Crew


def test_the_files_of_a_resolution_go_wherever_its_words_go(crew: Crew) -> None:
    major = declared(crew)
    child, twin, grandchild, ended, apart = (crew.log() for _ in range(5))
    crew.link(child, major)
    crew.link(grandchild, child)
    crew.link(ended, major)
    crew.link(apart, major, LinkKind.RELATED)
    crew.desk.merge_work.merge(crew.agent, child.id, (Merge(crew.desk.new_id(), twin.id),))
    crew.bring_to(ended, State.CLOSED)
    resolve = crew.way_to(State.RESOLVED)[0]
    post = update(crew, "", files=(NewFile("map.png", "image/png", b"x"),), then=resolve)
    crew.desk.incidents.post(crew.agent, major.id, post)
    for ref, reader in ((major, crew.neighbour), (child, crew.requester), (grandchild, crew.requester)):
        journal = crew.see(ref, reader).journal
        assert [file.file_name for item in journal for file in item.attachments] == ["map.png"], "once each"
        assert sum(item.body == "Cleared the jam." for item in journal) == 1
    assert [file.file_name for item in crew.see(twin).journal for file in item.attachments] == ["map.png"]
    for ref in (ended, apart):
        assert not [file for item in crew.see(ref).journal for file in item.attachments]
    assert told(crew, major) == told(crew, child) == []
    with pytest.raises(Refused, match="It is no major incident"):
        crew.desk.incidents.post(crew.agent, apart.id, update(crew, "", files=post.files, then=resolve))
    hold = crew.hold()
    other = declared(crew)
    with pytest.raises(Refused, match="Say what happened"):
        crew.desk.incidents.post(crew.agent, other.id, update(crew, "", files=post.files, then=hold))


def test_it_is_found_by_a_filter_of_its_own_in_each_incident_it_was_told_in(crew: Crew) -> None:
    major, child, apart = declared(crew), crew.log(), crew.log()
    crew.link(child, major)
    crew.desk.incidents.post(crew.agent, apart.id, Post(crew.desk.new_id(), "A reply", public=True))

    def found(actor: Actor, text: str) -> set[int]:
        return {row.number for row in crew.desk.queue.page(actor, QueueQuery(text, at=crew.clock.now())).rows}

    assert found(crew.agent, "has:update") == set()
    sent(crew, major)
    assert found(crew.agent, "has:update") == found(crew.agent, "has:stakeholder_updates") == {1, 2}
    assert found(crew.agent, "-has:update") == found(crew.agent, "has:reply") == {3}
    assert found(crew.requester, "has:update") == {2}, "their own"


def test_every_door_shows_a_copy_to_whoever_reads_its_incident_and_to_nobody_else(crew: Crew, tmp_path: Path) -> None:
    major, child, secret = declared(crew), crew.log(), crew.log(caller_id=crew.neighbour.person_id)
    crew.link(child, major)
    crew.link(secret, major)
    crew.write("incident", secret, restricted_group_id=crew.network)
    assert crew.desk.majors.audience(crew.agent, major.id) == Audience(people=2, following=1), "one that they may see"
    sent(crew, major, "Zebrafish tanks stand still.", files=(NewFile("map.png", "image/png", b"x"),))
    assert told_in(crew) == {major.id, child.id}
    crew.desk.incidents.post(crew.engineer, major.id, update(crew, "Zebrafish tanks run again."))
    assert told_in(crew) == {major.id, child.id, secret.id}
    for actor, seen in (
        (crew.requester, {child.number}),
        (crew.neighbour, {major.number, secret.number}),
        (crew.agent, {major.number, child.number}),
        (crew.engineer, {major.number, child.number, secret.number}),
    ):
        result = crew.desk.search.find(actor, SearchQuery("zebrafish", kinds=frozenset({Kind.INCIDENT})))
        hits = [hit for group in result.groups for hit in group.hits]
        assert {hit.number for hit in hits} == seen, actor.name
        assert {hit.place for hit in hits} == {"Stakeholder update"}
        rows = crew.desk.queue.page(actor, QueueQuery("zebrafish is:any", at=crew.clock.now())).rows
        assert {row.number for row in rows} == seen, actor.name
    folder = crew.desk.exports.export(crew.admin, tmp_path).folder
    lines = (folder / "jsonl" / "journal_entry.jsonl").read_text(encoding="utf-8").splitlines()
    exported = [row for row in map(json.loads, lines) if row["kind"] == UPDATE]
    assert sorted(row["incident_id"] for row in exported) == sorted(2 * [major.id, child.id])
    with (folder / "csv" / "journal_entry.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["visibility"] for row in csv.DictReader(file) if row["kind"] == UPDATE] == 4 * ["public"]
    assert {path.parent.name for path in (folder / "attachments").glob("*/map.png")} == {"INC-000001", "INC-000002"}


def told_in(crew: Crew) -> set[str]:
    """In which incidents there is an update, for those who see all."""
    with crew.desk.store.database.reading() as connection:
        found = select(journal_entry.c.incident_id).where(journal_entry.c.kind == UPDATE)
        return set(connection.execute(found).scalars())
