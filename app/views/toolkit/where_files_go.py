"""Asking for a file or a folder: every dialog begins where the last one ended, and in Documents before there was one.

None of them holds the window up, and each says which kinds of files it is about.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.views.toolkit.state import WindowState

LAST_FOLDER: Final = "files.folder"
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What one system or another refuses in the name of a file; titles of pages become names."""


def folder_to_begin_in(state: WindowState | None) -> str:
    """The folder of the last file, while it is there; else Documents, else the home."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = ("" if state is None else state.get(LAST_FOLDER, ""), documents)
    return next((folder for folder in folders if folder and Path(folder).is_dir()), str(Path.home()))


def ask_where_to_save(
    parent: QWidget, state: WindowState | None, title: str, name: str, kinds: str, use: Callable[[Path], None]
) -> QFileDialog:
    """Ask for a file to be written; `name` is offered, and its ending is put behind a name that has none."""
    dialog = _dialog(parent, state, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    offered = _NOT_IN_NAMES.sub("-", name)
    dialog.setDefaultSuffix(Path(offered).suffix.removeprefix("."))
    dialog.selectFile(offered)
    dialog.fileSelected.connect(partial(_take, state, use))
    dialog.open()
    return dialog


def ask_for_file(
    parent: QWidget, state: WindowState | None, title: str, kinds: str, use: Callable[[Path], None]
) -> QFileDialog:
    """Ask for a file that is there."""
    dialog = _dialog(parent, state, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(partial(_take, state, use))
    dialog.open()
    return dialog


def ask_for_files(
    parent: QWidget, state: WindowState | None, title: str, kinds: str, use: Callable[[Sequence[str]], None]
) -> QFileDialog:
    """Ask for any number of files that are there."""

    def take(names: Sequence[str]) -> None:
        if names:
            _remember(state, Path(names[0]).parent)
            use(names)

    dialog = _dialog(parent, state, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(take)
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, state: WindowState | None, title: str, use: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder."""

    def take(name: str) -> None:
        _remember(state, Path(name))
        use(Path(name))

    dialog = _dialog(parent, state, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(take)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, state: WindowState | None, title: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder_to_begin_in(state), kinds)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _take(state: WindowState | None, use: Callable[[Path], None], name: str) -> None:
    _remember(state, Path(name).parent)
    use(Path(name))


def _remember(state: WindowState | None, folder: Path) -> None:
    if state is not None:
        state.set(LAST_FOLDER, str(folder))
