"""Dialogs about files begin in Documents, then where the last one ended, and name the kinds of files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.wording import tr
from app.views.incident.attach_bar import AttachBar
from app.views.toolkit import where_files_go
from app.views.toolkit.background import Background
from app.views.toolkit.state import WindowState
from tests.views.desks import Stage

PDF = "PDF (*.pdf)"
Asking = Callable[[QWidget, WindowState, Callable[[Path], None]], QFileDialog]


def saving(parent: QWidget, state: WindowState, use: Callable[[Path], None]) -> QFileDialog:
    return where_files_go.ask_where_to_save(parent, state, "Save", "Queue: mine/all.pdf", PDF, use)


def opening(parent: QWidget, state: WindowState, use: Callable[[Path], None]) -> QFileDialog:
    return where_files_go.ask_for_file(parent, state, "Open", PDF, use)


def opening_many(parent: QWidget, state: WindowState, use: Callable[[Path], None]) -> QFileDialog:
    return where_files_go.ask_for_files(parent, state, "Open", PDF, lambda names: use(Path(names[0])))


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's Documents."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    return folder


@pytest.fixture
def state(tmp_path: Path, background: Background) -> WindowState:
    return WindowState(tmp_path / "window.json", background)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("ask", [saving, opening, opening_many])
def test_a_dialog_begins_in_documents_and_then_where_the_last_one_ended(
    window: QWidget, state: WindowState, documents: Path, tmp_path: Path, ask: Asking
) -> None:
    found: list[Path] = []
    chosen = tmp_path / "Evidence" / "shift.pdf"
    chosen.parent.mkdir()
    chosen.write_bytes(b"%PDF")
    dialog = ask(window, state, found.append)
    assert Path(dialog.directory().absolutePath()) == documents
    assert dialog.nameFilters() == [PDF]
    dialog.fileSelected.emit(str(chosen))
    dialog.filesSelected.emit([str(chosen)])
    dialog.reject()
    assert found == [chosen]
    again = ask(window, state, found.append)
    assert Path(again.directory().absolutePath()) == chosen.parent
    again.reject()


def test_a_folder_that_is_chosen_is_where_the_next_dialog_begins(
    window: QWidget, state: WindowState, documents: Path, tmp_path: Path
) -> None:
    found: list[Path] = []
    dialog = where_files_go.ask_for_folder(window, state, "Back up to", found.append)
    assert Path(dialog.directory().absolutePath()) == documents
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert (found, where_files_go.folder_to_begin_in(state)) == ([tmp_path], str(tmp_path))


def test_a_folder_that_is_gone_is_not_begun_in(state: WindowState, documents: Path, tmp_path: Path) -> None:
    state.set(where_files_go.LAST_FOLDER, str(tmp_path / "unplugged"))
    assert where_files_go.folder_to_begin_in(state) == str(documents)
    documents.rmdir()
    assert where_files_go.folder_to_begin_in(state) == str(Path.home())


def test_a_title_becomes_a_name_that_every_system_takes(window: QWidget, state: WindowState, documents: Path) -> None:
    dialog = saving(window, state, lambda _path: None)
    assert dialog.selectedFiles() == [str(documents / "Queue- mine-all.pdf")]
    assert dialog.defaultSuffix() == "pdf"
    dialog.reject()


def test_a_page_and_what_is_attached_to_it_share_the_folder(on_stage: Stage, tmp_path: Path, documents: Path) -> None:
    bar = on_stage.show(AttachBar(on_stage.context))
    folder = tmp_path / "Shots"
    folder.mkdir()
    on_stage.context.state.set(where_files_go.LAST_FOLDER, str(folder))
    bar.ask()
    dialog = bar.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.directory().absolutePath()) == folder
    assert dialog.nameFilters() == [tr("All files (*)")]
    dialog.reject()
