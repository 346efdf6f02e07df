"""`Ctrl+P` on the real window: the queue and an incident as documents, other pages as a picture."""

import io
from functools import partial
from pathlib import Path
from threading import Event

import pypdf
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from app.domain.numbers import incident_number
from app.services.incidents.dto import NewIncident, Post
from app.services.incidents.queue_dto import QueueQuery
from app.views.long_jobs.jobs import JobState
from app.views.shell.documents import Document, Making, make
from app.views.tour import Tour
from tests.journeys.keyboard import Hands


def printed(path: Path) -> str:
    """The words of a PDF."""
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def log(walk: Tour, *titles: str) -> None:
    """Incidents of these titles."""
    desk, actor = walk.session.desk, walk.session.actor
    caller = walk.ask(lambda: desk.people.search(actor, "nadia"))[0]
    for title in titles:
        walk.ask(partial(desk.incidents.create, actor, NewIncident(desk.new_id(), title, caller.id)))
    walk.act("list.refresh")
    walk.settle()


def save(walk: Tour, path: Path) -> str:
    """Choose the place in the dialog that is open, wait for the file; returns the name that was offered."""
    dialog = walk.program.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    (offered,) = dialog.selectedFiles()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    walk.wait(lambda: path.exists() and not walk.program.window.context.jobs.running())
    walk.settle()
    return Path(offered).name


def test_the_queue_is_printed_with_all_rows_of_its_filter(walk: Tour, tmp_path: Path) -> None:
    titles = [f"Printer {number} prints blank pages" for number in range(1, 31)]
    log(walk, *titles, "VPN drops")
    walk.visit("queue", "is:open printer sort:number")
    walk.settle()
    path = tmp_path / "list.pdf"
    Hands(walk).press("Ctrl+P")
    name = save(walk, path)
    assert name.startswith("Incidents_")
    assert name.endswith(".pdf")
    text = printed(path)
    for said in (*titles, "is:open printer sort:number", "30 incidents", "Number, ascending", "Search results"):
        assert said in text, said
    assert "VPN drops" not in text
    # Another job, such as learning, may have come since.
    made = [job for job in walk.program.window.context.jobs.jobs if job.outcome.path == path]
    assert [(job.state, job.percent()) for job in made] == [(JobState.DONE, 100)]


def test_a_document_that_is_stopped_leaves_no_file(walk: Tour, tmp_path: Path) -> None:
    begun, go_on = Event(), Event()

    def work(progress: object) -> bytes:
        begun.set()
        go_on.wait(60)
        Making(progress).cancelled()  # type: ignore[arg-type]  # what a job hands its work
        return b"%PDF"

    window, path = walk.program.window, tmp_path / "list.pdf"
    make(window, Document("PDF of the list", "list.pdf", work), path)
    walk.wait(begun.is_set)
    (job,) = window.context.jobs.running()
    window.context.jobs.stop(job)
    go_on.set()
    walk.wait(lambda: job.state.is_over)
    assert job.state is JobState.STOPPED
    assert [each.name for each in tmp_path.iterdir() if "list.pdf" in each.name] == []


def test_a_place_that_cannot_be_written_is_said(walk: Tour, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    window = walk.program.window
    make(window, Document("PDF of the list", "list.pdf", lambda _progress: b"%PDF"), tmp_path / "file" / "list.pdf")
    walk.wait(lambda: not window.context.jobs.running())
    (job, *_) = window.context.jobs.jobs
    assert job.state is JobState.FAILED
    assert "Choose another place." in job.outcome.said


@pytest.mark.parametrize("internal", [False, True])
def test_an_incident_is_printed_for_the_caller_or_for_the_desk(walk: Tour, tmp_path: Path, internal: bool) -> None:
    log(walk, "Printer prints blank pages")
    desk, actor = walk.session.desk, walk.session.actor
    (row,) = walk.ask(lambda: desk.queue.page(actor, QueueQuery("printer", "number", False, "none"))).rows
    note = Post(desk.new_id(), "zebrafish did it again", public=False)
    walk.ask(partial(desk.incidents.post, actor, row.id, note))
    walk.visit("incident", row.id)
    walk.settle()
    Hands(walk).press("Ctrl+P")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction() is menu.actions()[0], "Enter takes the copy that harms nobody"
    menu.actions()[int(internal)].trigger()
    menu.close()
    path = tmp_path / "incident.pdf"
    name = save(walk, path)
    number = incident_number(row.number)
    assert name == (f"{number}_internal.pdf" if internal else f"{number}.pdf")
    text = printed(path)
    assert ("zebrafish" in text) is internal
    assert ("Not included: copy for the caller" in text) is not internal
    assert f"{number}" in text


@pytest.mark.parametrize("page", ["dashboard", "settings"])
def test_a_page_without_a_document_is_kept_as_a_picture(walk: Tour, tmp_path: Path, page: str) -> None:
    walk.visit(page, "")
    walk.settle()
    assert walk.program.window.page.documents() == ()
    path = tmp_path / "page.pdf"
    Hands(walk).press("Ctrl+P")
    save(walk, path)
    assert path.read_bytes().startswith(b"%PDF")
    assert printed(path) == ""
