"""A message that was on its way when the connection broke is the same one when sent again, and its fate is told."""

import pytest
from PySide6.QtTest import QTest

from app.domain.errors import InDoubt
from app.domain.events import DoubtSettled
from app.services.incidents.dto import IncidentRef, NewIncident, Post
from app.views.create.sheets import CreateSheets
from app.views.incident.modes import NOTE
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow
from tests.support.fake_desk import ME, FakeDesk
from tests.views.desks import Stage
from tests.views.window import MakeWindow

POST = "app.services.incidents.commands.IncidentCommands.post"
CREATE = "app.services.incidents.commands.IncidentCommands.create"


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    return page


def sent_ids(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every attempt to send from now on is in doubt; the ids under which it was tried."""
    ids: list[str] = []

    def post(_commands: object, _actor: object, _incident_id: str, post: Post) -> None:
        ids.append(post.id)
        raise InDoubt("It is not known yet whether it was saved.")

    monkeypatch.setattr(type(stage.context.desk.incidents), "post", post)
    return ids


def send(stage: Stage, page: IncidentPage) -> None:
    page.writing.composer.send(resolve=False)
    stage.settle()


def test_a_repeated_send_has_the_same_id_until_something_else_is_written(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(on_stage, on_stage.desk.log("Printer jams"))
    ids = sent_ids(on_stage, monkeypatch)
    QTest.keyClicks(page.writing.composer.edit, "We are on it")
    send(on_stage, page)
    send(on_stage, page)
    assert ids[0] == ids[1]
    assert page.writing.composer.problem() == "It is not known yet whether it was saved."
    QTest.keyClicks(page.writing.composer.edit, " now")
    send(on_stage, page)
    assert ids[2] != ids[1]


def test_a_message_that_is_sent_again_after_a_crash_has_the_id_of_before(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident = on_stage.desk.log("Printer jams")
    page = opened(on_stage, incident)
    ids = sent_ids(on_stage, monkeypatch)
    QTest.keyClicks(page.writing.composer.edit, "We are on it")
    send(on_stage, page)
    # The program of the next day knows what the disk knows.
    again = opened(on_stage, incident)
    assert again.writing.composer.text() == "We are on it"
    send(on_stage, again)
    assert ids == [ids[0]] * 2


def test_each_tab_has_an_id_of_its_own(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(on_stage, on_stage.desk.log("Printer jams"))
    ids = sent_ids(on_stage, monkeypatch)
    QTest.keyClicks(page.writing.composer.edit, "We are on it")
    send(on_stage, page)
    page.writing.composer.choose(NOTE)
    QTest.keyClicks(page.writing.composer.edit, "We are on it")
    send(on_stage, page)
    assert ids[0] != ids[1]


@pytest.mark.parametrize("kept", [True, False])
def test_the_composer_learns_what_became_of_it(kept: bool, on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    incident = on_stage.desk.log("Printer jams")
    page = opened(on_stage, incident)
    ids = sent_ids(on_stage, monkeypatch)
    QTest.keyClicks(page.writing.composer.edit, "We are on it")
    send(on_stage, page)
    post = Post(ids[0], "We are on it", public=True)
    page.hear(DoubtSettled(ME.person_id, POST, (incident, post), kept))
    on_stage.settle()
    assert page.writing.composer.text() == ("" if kept else "We are on it")
    assert ("Send it again" in page.writing.composer.problem()) == (not kept)


def test_a_new_incident_that_was_logged_after_all_closes_its_sheet(on_stage: Stage) -> None:
    sheets = CreateSheets(on_stage.window, on_stage.context)
    sheet = sheets.open_new()
    on_stage.settle()
    QTest.keyClicks(sheet.form.summary, "Printer jams")
    on_stage.settle()
    incident_id = sheet.key.removeprefix("new:")
    new = NewIncident(incident_id, "Printer jams")
    on_stage.context.desk.bus.publish((DoubtSettled(ME.person_id, CREATE, (new,), True, IncidentRef(incident_id, 7)),))
    on_stage.wait_for(lambda: not sheets.shown)
    assert on_stage.context.toasts.text == "INC-000007 created"
    sheets.close_all()


def tell(window: MainWindow, command: str, *, kept: bool) -> str:
    window.link.hear(DoubtSettled(ME.person_id, f"app.services.any.Commands.{command}", (), kept))
    return window.context.toasts.text


def test_the_window_tells_what_became_of_it(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    assert tell(window, "step", kept=True) == "The new state was saved before the connection broke"
    assert tell(window, "post", kept=False) == "Your message was not saved. Please do it again."
    assert tell(window, "set_matrix", kept=False) == "What you changed last was not saved. Please do it again."
