"""The settings of help with writing: off at first, set up by administrators, a key for each person, a test."""

from pathlib import Path

import pytest

from app.infra.passwords import kept_password
from app.infra.settings import LocalSettings
from app.services.writing_help.dto import HelpSettings
from app.views.settings_page.writing_help.section import WritingHelpSection
from tests.support.writing_server import Answering, serving, usual
from tests.views.desks import Stage


def opened(stage: Stage) -> WritingHelpSection:
    own = [LocalSettings()]
    stage.context.own, stage.context.keep_own = lambda: own[-1], own.append
    section = stage.show(WritingHelpSection(stage.context))
    section.open("")
    stage.settle()
    return section


def kept(stage: Stage) -> HelpSettings:
    return stage.desk.session.desk.writing_help.settings(stage.desk.me)


def test_it_is_off_at_first_and_masks_once_it_is_on(on_stage: Stage) -> None:
    section = opened(on_stage)
    assert not section.is_on.isChecked()
    assert section.masks.isChecked()
    assert not section.restricted.isChecked()
    section.address.set_text("desk.example:8080")
    section.model.set_text("small")
    section.is_on.click()
    on_stage.settle()
    assert kept(on_stage) == HelpSettings(is_on=True, address="https://desk.example:8080/v1", model="small")
    assert section.address.text() == "https://desk.example:8080/v1"
    assert on_stage.context.toasts.text == "Help with writing is on"


def test_what_is_missing_is_said_and_it_stays_off(on_stage: Stage) -> None:
    section = opened(on_stage)
    section.is_on.click()
    on_stage.settle()
    assert not section.is_on.isChecked()
    assert section.address.problem() == "Write the address of the server first."
    section.address.set_text("ftp://desk.example")
    section.save.click()
    on_stage.settle()
    assert "http or https" in section.address.problem()
    assert kept(on_stage) == HelpSettings()


def test_a_test_tells_each_step_and_names_the_models(on_stage: Stage) -> None:
    section = opened(on_stage)
    with serving(usual(("yes",), ("small", "large"))) as server:
        section.address.set_text(server.address)
        section.model.set_text("small")
        section.key.set_text("sk-typed")
        section.trial.button.click()
        on_stage.wait_for(lambda: len(section.trial.marks()) == 4)
        on_stage.settle()
        assert set(section.trial.marks().values()) == {"passed"}
        assert section.models == ("large", "small")
        assert section.named.isVisible()
        assert section.model.text() == "small"
        assert server.asked[0][1]["Authorization"] == "Bearer sk-typed"
        assert section.trial.button.text() == "Test"


def test_a_test_is_stopped_at_once(on_stage: Stage) -> None:
    def silent(answering: Answering) -> None:
        answering.server.go_on.wait(30)

    section = opened(on_stage)
    with serving(silent) as server:
        section.address.set_text(server.address)
        section.trial.button.click()
        on_stage.wait_for(lambda: section.trial.marks() == {"reach": "passed"} and bool(server.asked))
        assert section.trial.button.text() == "Stop the test"
        section.trial.button.click()
        on_stage.settle()
        assert not section.trial.is_running
        assert section.trial.marks() == {"reach": "passed"}


def test_a_test_without_an_address_is_refused_at_the_field(on_stage: Stage) -> None:
    section = opened(on_stage)
    section.trial.button.click()
    on_stage.settle()
    assert "no address of a server" in section.address.problem()
    section.address.set_text("desk.example")
    section.key.set_text("two words")
    section.trial.button.click()
    on_stage.settle()
    assert "Copy it again" in section.key.problem()


def test_the_key_goes_into_the_keyring_and_nowhere_else(on_stage: Stage) -> None:
    section = opened(on_stage)
    section.address.set_text("desk.example")
    section.key.set_text("sk-secret")
    section.keep.click()
    on_stage.settle()
    assert kept_password("writing-help:https://desk.example/v1") == "sk-secret"
    assert section.key.text() == ""
    assert section.address.text() == "desk.example", "what was typed and not saved stays"
    section.model.set_text("small")
    section.save.click()
    on_stage.settle()
    assert "sk-secret" not in str(kept(on_stage))
    on_stage.wait_for(lambda: section.key.line.placeholderText() == "A key is kept")
    section.keep.click()
    on_stage.wait_for(lambda: section.key.line.placeholderText() == "No key")
    assert kept_password("writing-help:https://desk.example/v1") is None


def test_who_may_not_set_it_up_has_a_key_and_a_test(on_stage: Stage) -> None:
    on_stage.context.session = on_stage.desk.session._replace(actor=on_stage.desk.dana)
    section = opened(on_stage)
    assert not section.address.isEnabled()
    assert not section.is_on.isEnabled()
    assert section.save.isHidden()
    assert section.key.isEnabled()
    assert section.trial.button.isEnabled()


def test_an_agreement_is_taken_back(on_stage: Stage) -> None:
    section = opened(on_stage)
    desk = on_stage.desk
    settings = HelpSettings(is_on=True, address="https://desk.example/v1", model="small")
    desk.session.desk.writing_help_work.set_up(desk.me, settings)
    agreed = f"{desk.me.person_id}@https://desk.example/v1"
    on_stage.context.keep_own(LocalSettings(help_agreed=agreed))
    section.refresh()
    on_stage.settle()
    assert "agreed to send to desk.example" in section.agreed.text()
    section.withdraw.click()
    assert on_stage.context.own().help_agreed == ""
    assert section.withdraw.isHidden()


@pytest.mark.parametrize(("text", "is_taken"), [("-----BEGIN CERTIFICATE-----\nx", True), ("hello", False)])
def test_the_certificate_of_the_office_comes_from_a_file(
    on_stage: Stage, tmp_path: Path, text: str, is_taken: bool
) -> None:
    section = opened(on_stage)
    path = tmp_path / "office.pem"
    path.write_text(text)
    section.read_certificate(path)
    on_stage.settle()
    assert "office's own authority" in section.trust.text()
    section.save.click()
    on_stage.settle()
    assert kept(on_stage).authority == (text if is_taken else "")
    section.system.click()
    assert "this computer trusts it" in section.trust.text()
    section.read_certificate(tmp_path / "none.pem")
    on_stage.settle()
    assert "cannot be read" in section.frame.strip.text()
