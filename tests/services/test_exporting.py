"""The export of everything: what is in it, for whom, and that an interrupted one leaves nothing."""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.actor import Actor
from app.domain.errors import NotAllowed, Stopped, Unavailable
from app.domain.numbers import incident_number
from app.domain.vocabulary import Channel
from app.models.base import metadata
from app.services.audit.dto import LogFilter
from app.services.exporting.export import Exported, safe_name
from app.services.exporting.formats import Format
from app.services.exporting.tables import HIDDEN, LEFT_OUT, exported_tables
from app.services.incidents.dto import FieldEdit, NewFile, Post
from app.services.incidents.queue_dto import QueueQuery
from tests.support.crew import Crew


def export(crew: Crew, folder: Path, who: Actor | None = None) -> Exported:
    """Everything, by the administrator unless told otherwise."""
    return crew.desk.exports.export(who or crew.admin, folder)


def lines(exported: Exported, table: str) -> list[dict[str, Any]]:
    """The rows of a table, from JSON Lines."""
    text = (exported.folder / "jsonl" / f"{table}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def cells(exported: Exported, table: str) -> list[dict[str, str]]:
    """The rows of a table, from CSV."""
    with (exported.folder / "csv" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_is_there_in_both_formats_and_with_names(crew: Crew, tmp_path: Path) -> None:
    ref = crew.log(short_description="Drucker klemmt – 印刷", service_id=crew.service, category_id=crew.category)
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "=1+1 is no formula\nsecond line", True))
    exported = export(crew, tmp_path)
    (incident,) = lines(exported, "incident")
    assert (incident["id"], incident["short_description"]) == (ref.id, "Drucker klemmt – 印刷")
    assert incident["created_at"].endswith("Z")
    assert incident["assignee_id"] is None
    (overview,) = cells(exported, "incidents_overview")
    assert overview["number"] == incident_number(ref.number)
    assert overview["service"] == crew.desk.catalogue.service(crew.agent, crew.service).name
    assert overview["assignee"] == ""
    bodies = [entry["body"] for entry in lines(exported, "journal_entry")]
    assert "=1+1 is no formula\nsecond line" in bodies
    assert "'=1+1 is no formula\nsecond line" in [entry["body"] for entry in cells(exported, "journal_entry")]
    assert exported.rows["incident"] == 1


def test_attached_files_are_there_as_they_are(crew: Crew, tmp_path: Path) -> None:
    ref = crew.log()
    files = (
        NewFile("log.txt", "text/plain", b"first"),
        NewFile("log.txt", "text/plain", b"second"),
    )
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "", public=True, files=files))
    exported = export(crew, tmp_path)
    folder = exported.folder / "attachments" / incident_number(ref.number)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} in (
        {"log.txt": b"first", "log-2.txt": b"second"},
        {"log.txt": b"second", "log-2.txt": b"first"},
    )
    assert exported.files == 2


def test_the_manifest_proves_every_file(crew: Crew, tmp_path: Path) -> None:
    crew.log()
    exported = export(crew, tmp_path)
    manifest = json.loads((exported.folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["rows"] == exported.rows
    found = {
        path.relative_to(exported.folder).as_posix(): path for path in exported.folder.rglob("*") if path.is_file()
    }
    del found["manifest.json"]
    assert manifest["sha256"] == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()}
    readme = (exported.folder / "README.txt").read_text(encoding="utf-8")
    assert f"Everything that {crew.admin.name} may see" in readme
    assert all(table in readme for table in LEFT_OUT)


def test_what_the_person_may_not_see_is_nowhere_in_it(crew: Crew, tmp_path: Path) -> None:
    shown, secret = crew.log(), crew.log(short_description="Dismissal zebrafish")
    files = (NewFile("z.txt", "text/plain", b"zebrafish"),)
    crew.desk.incidents.post(crew.agent, secret.id, Post(crew.desk.new_id(), "zebrafish wrote this", False, files))
    crew.write("incident", secret, restricted_group_id=crew.network)
    assert crew.network not in crew.admin.group_ids
    exported = export(crew, tmp_path)
    assert [row["number"] for row in lines(exported, "incident")] == [shown.number]
    everything = b"".join(path.read_bytes() for path in exported.folder.rglob("*") if path.is_file())
    assert b"zebrafish" not in everything
    assert secret.id.encode() not in everything


def test_no_login_is_told(crew: Crew, tmp_path: Path) -> None:
    exported = export(crew, tmp_path)
    people = lines(exported, "person")
    assert {person["name"] for person in people} >= {crew.admin.name, crew.requester.name}
    assert not any("login" in person for person in people)


@pytest.mark.parametrize("who", ["agent", "supervisor", "requester"])
def test_administrators_export_and_nobody_else(crew: Crew, tmp_path: Path, who: str) -> None:
    with pytest.raises(NotAllowed):
        export(crew, tmp_path / "there", getattr(crew, who))
    assert not (tmp_path / "there").exists()


def test_one_that_is_stopped_leaves_nothing(crew: Crew, tmp_path: Path) -> None:
    for _ in range(3):
        crew.log()
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done > 5:
            raise Stopped("Enough.")

    with pytest.raises(Stopped):
        crew.desk.exports.export(crew.admin, tmp_path / "out", progress=progress)
    assert list((tmp_path / "out").iterdir()) == []
    assert told[0][0] == 0


def test_progress_ends_where_it_said_it_would(crew: Crew, tmp_path: Path) -> None:
    crew.log()
    told: list[tuple[int, int]] = []
    crew.desk.exports.export(crew.admin, tmp_path, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (told[0][1], told[0][1])


def test_a_place_that_cannot_be_written_is_said(crew: Crew, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Unavailable, match="Nothing was exported"):
        export(crew, tmp_path / "file")


def test_only_the_format_that_is_wanted_is_written(sqlite_crew: Crew, tmp_path: Path) -> None:
    exported = sqlite_crew.desk.exports.export(sqlite_crew.admin, tmp_path, (Format.CSV,), with_files=False)
    assert (exported.folder / "csv").is_dir()
    assert not (exported.folder / "jsonl").exists()
    assert not (exported.folder / "attachments").exists()


def test_every_table_is_exported_or_left_out_for_a_reason() -> None:
    exported = {table.name for table in exported_tables()}
    assert exported | LEFT_OUT.keys() >= set(metadata.tables)
    assert not exported & LEFT_OUT.keys()
    assert LEFT_OUT.keys() <= set(metadata.tables)
    assert all(columns <= set(metadata.tables[table].c.keys()) for table, columns in HIDDEN.items())


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\Windows\\system.ini", "C__Windows_system.ini"),
        ("con.txt", "_con.txt"),
        ("..", "file"),
        ("a" * 300, "a" * 120),
        ("line\nbreak.txt", "line_break.txt"),
    ],
)
def test_names_of_files_stay_in_their_folder(given: str, safe: str) -> None:
    assert safe_name(given) == safe


@pytest.mark.parametrize("kind", Format)
def test_the_audit_log_is_exported_as_it_is_shown(crew: Crew, tmp_path: Path, kind: Format) -> None:
    ref = crew.log()
    crew.desk.incidents.edit(crew.agent, ref.id, {"urgency": FieldEdit(3, 1)})
    wanted, into = LogFilter(kind="incident"), tmp_path / f"log.{kind}"
    seen: list[tuple[int, int]] = []
    written = crew.desk.exports.audit_log(crew.admin, wanted, kind, into, lambda *far: seen.append(far))
    assert written == crew.desk.audit_log.count(crew.admin, wanted)
    assert seen[-1] == (written, written)
    text = into.read_text(encoding="utf-8-sig")
    rows: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines()] if kind is Format.JSONL else []
    rows = rows or list(csv.DictReader(io.StringIO(text)))
    shown = crew.desk.audit_log.page(crew.admin, wanted).entries
    assert [(row["record_id"], int(row["entry"])) for row in rows] == [entry.place.key[1:] for entry in shown]
    told = next(row["changes"] for row in rows if "urgency" in row["changes"])
    changes = json.loads(told) if kind is Format.CSV else told
    assert changes["urgency"] == [3, 1]
    assert {row["person"] for row in rows} == {crew.agent.name}


def test_an_export_of_the_audit_log_that_is_stopped_leaves_nothing(crew: Crew, tmp_path: Path) -> None:
    crew.log()

    def stop(done: int, _total: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        crew.desk.exports.audit_log(crew.admin, LogFilter(), Format.CSV, tmp_path / "log.csv", stop)
    assert not list(tmp_path.glob("*log*"))
    with pytest.raises(NotAllowed):
        crew.desk.exports.audit_log(crew.supervisor, LogFilter(), Format.CSV, tmp_path / "log.csv")


def test_the_list_that_is_shown_is_exported_in_its_order_with_all_that_it_can_show(crew: Crew, tmp_path: Path) -> None:
    phone, mail = (
        crew.log(short_description=channel.value, channel=channel, category_id=category)
        for channel, category in ((Channel.PHONE, crew.category), (Channel.EMAIL, None))
    )
    crew.desk.incidents.tag_many(crew.agent, (mail.id,), ("zebra",))
    into = tmp_path / "list.csv"
    wanted = QueueQuery("is:any", "channel", descending=False, group_by="none")
    assert crew.desk.exports.shown(crew.agent, wanted, into, lambda _done, _whole: None) == 2
    rows = list(csv.DictReader(io.StringIO(into.read_text(encoding="utf-8-sig"))))
    assert [row["channel"] for row in rows] == ["email", "phone"]
    assert [row["number"] for row in rows] == [incident_number(each.number) for each in (mail, phone)]
    assert [row["tags"] for row in rows] == ["zebra", ""]
    seen = {row.number: row for row in crew.desk.queue.page(crew.agent, wanted).rows}
    assert [row["category"] for row in rows] == ["", seen[phone.number].category_name]
    assert {row["times_reopened"] for row in rows} == {"0"}
    assert "first_response_due_at" in rows[0]


@pytest.mark.parametrize("group_by", ["none", "priority", "sla", "assignee"])
def test_a_document_has_the_rows_of_the_export_under_their_heads(crew: Crew, tmp_path: Path, group_by: str) -> None:
    for impact in (1, 3, 2, 3):
        crew.log(short_description=f"Impact {impact}", impact=impact, urgency=impact)
    wanted = QueueQuery("is:open", "number", descending=False, group_by=group_by)
    into = tmp_path / "list.csv"
    crew.desk.exports.shown(crew.agent, wanted, into)
    exported = [row["number"] for row in csv.DictReader(io.StringIO(into.read_text(encoding="utf-8-sig")))]
    told: list[tuple[int, int]] = []
    folded = wanted._replace(collapsed=frozenset({"1", "none", "no_target"}), limit=2, offset=1)
    shown = crew.desk.exports.listed(crew.agent, folded, lambda *far: told.append(far))
    assert [incident_number(row.number) for row in shown.rows] == exported, "closed heads and stretches are of screens"
    assert shown.summary == crew.desk.queue.summary(crew.agent, wanted)
    assert shown.summary.total == 4
    assert told == [(4, 4)]
    assert shown.at == crew.clock.now()


def test_a_document_has_no_row_that_the_person_may_not_see(crew: Crew) -> None:
    own, other, secret = (crew.log(caller_id=who.person_id) for who in (crew.requester, crew.neighbour, crew.neighbour))
    crew.write("incident", secret, restricted_group_id=crew.network)
    for who, seen in ((crew.admin, {own.number, other.number}), (crew.requester, {own.number})):
        shown = crew.desk.exports.listed(who, QueueQuery("is:any", group_by="priority"))
        assert {row.number for row in shown.rows} == seen
        assert shown.summary.total == len(seen)


def test_the_reading_for_a_document_is_stopped_by_its_progress(crew: Crew) -> None:
    crew.log()

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        crew.desk.exports.listed(crew.agent, QueueQuery("is:any"), stop)
