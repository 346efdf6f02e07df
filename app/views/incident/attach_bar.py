"""Files that wait to be sent with a message: chosen, dropped or pasted, each with a cross; pictures can be changed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.services.incidents.dto import NewFile
from app.views.context import ViewContext
from app.views.incident.files import picture_file, read_files, size_shown, thumbnail
from app.views.incident.picture_chip import PictureChip
from app.views.incident.picture_edits import is_picture
from app.views.toolkit.where_files_go import ask_for_files
from app.views.widgets.buttons import Button
from app.views.widgets.flow import FlowLayout

F = TypeVar("F")


@dataclass(eq=False, slots=True)
class _Reading:
    """Files that are being read, and for what they are meant."""

    owner: str
    is_wanted: bool = True


class AttachBar(QWidget):
    """`problem` carries a sentence when a file cannot be taken; `changed` tells that a file came or went.

    `came_late` carries files that were read when the bar belonged to something else already, and what they are for.
    """

    problem = Signal(str)
    changed = Signal()
    came_late = Signal(str, object)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._files: list[NewFile] = []
        self._chips: list[Button | PictureChip] = []
        self._owner = ""
        self._readings: list[_Reading] = []
        self.limit = 25_000_000
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout(6)
        column.addLayout(self._flow)
        self.hide()

    @property
    def loading(self) -> bool:
        """Whether a file is still being read for what the bar belongs to."""
        return any(each.owner == self._owner and each.is_wanted for each in self._readings)

    def files(self) -> tuple[NewFile, ...]:
        """What will be sent, in the order it came."""
        return tuple(self._files)

    def ask(self) -> None:
        """Let the person choose files."""
        ask_for_files(self, self._context.state, tr("Attach files"), tr("All files (*)"), self.add_names)

    def add_names(self, names: Sequence[str]) -> None:
        """Read files of this computer off the window's thread and add them."""
        self._read(partial(read_files, tuple(names), self.limit))

    def add_picture(self, image: QImage) -> None:
        """Add a pasted picture, named after the time."""
        moment = self._context.clock.now().astimezone(self._context.formats.zone)
        limit = self.limit
        self._read(lambda: (picture_file(image, moment, limit),))

    def add_files(self, files: Sequence[NewFile]) -> None:
        """Add what was read already."""
        for file in files:
            chip = self._picture_chip(file) if is_picture(file) else self._chip(file)
            self._files.append(file)
            self._chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        self._tell()

    def change(self, file: NewFile) -> None:
        """Show the sheet in which a picture that waits is made fit to be sent."""
        # Imported here, because most messages carry no picture.
        from app.views.incident.picture_sheet import PictureSheet

        sheet = PictureSheet(self._context, self._context.toasts.host, file, self.limit)
        sheet.finished.connect(partial(self._changed, file))
        sheet.start()

    def _changed(self, before: NewFile, after: NewFile) -> None:
        """The changed picture stands where the one before stood, unless that was sent or removed meanwhile."""
        files = [after if file is before else file for file in self._files]
        self._show(files)
        place = next((at for at, file in enumerate(files) if file is after), None)
        if place is not None:
            # The sheet gives the keyboard back to the chip from which it was opened, which is gone.
            QTimer.singleShot(0, self._chips[place], self._chips[place].setFocus)

    def _chip(self, file: NewFile) -> Button:
        chip = Button(f"{_named(file)}   ✕", icon="paperclip", height=28)
        chip.setAccessibleName(tr("Remove {file_name}", file_name=file.file_name))
        chip.setToolTip(tr("Remove {file_name}", file_name=file.file_name))
        chip.clicked.connect(lambda _checked=False: self._drop(file, chip))
        return chip

    def _picture_chip(self, file: NewFile) -> PictureChip:
        chip = PictureChip(_named(file), file.file_name)
        chip.changing.connect(lambda: self.change(file))
        chip.removed.connect(lambda: self._drop(file, chip))

        def read(image: QImage) -> None:
            if chip in self._chips:
                chip.picture.show_picture(image)

        self._context.background.file(lambda: thumbnail(file.data), read)
        return chip

    def remove(self, files: Sequence[NewFile]) -> None:
        """Forget files that were sent; what was added meanwhile stays, and what is still being read comes."""
        self._show(left_of(self._files, files))

    def _show(self, files: Sequence[NewFile]) -> None:
        self._files.clear()
        self._forget_chips()
        self.add_files(files)

    def clear(self) -> None:
        """Forget all files, those that are still being read too."""
        for reading in self._readings:
            if reading.owner == self._owner:
                reading.is_wanted = False
        self._empty()

    def belong_to(self, owner: str) -> None:
        """Begin without files for something else; what is still being read for what was before goes on."""
        self._owner = owner
        self._empty()

    def _empty(self) -> None:
        self._files.clear()
        self._forget_chips()
        self._tell()

    def _forget_chips(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips.clear()

    def _drop(self, file: NewFile, chip: Button | PictureChip) -> None:
        self._files = [other for other in self._files if other is not file]
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._tell()

    def _read(self, work: Callable[[], Sequence[NewFile]]) -> None:
        reading = _Reading(self._owner)
        self._readings.append(reading)
        self.problem.emit("")
        self.changed.emit()
        self._context.background.file(work, partial(self._came, reading), partial(self._failed, reading))

    def _came(self, reading: _Reading, files: Sequence[NewFile]) -> None:
        self._readings.remove(reading)
        if reading.is_wanted and reading.owner != self._owner:
            self.came_late.emit(reading.owner, files)
        elif reading.is_wanted:
            self.add_files(files)

    def _failed(self, reading: _Reading, error: DeskError) -> None:
        self._readings.remove(reading)
        if reading.owner == self._owner:
            self.problem.emit(str(error))
        else:
            self._context.toasts.say_error(error)
        self.changed.emit()

    def _tell(self) -> None:
        self.setVisible(bool(self._files))
        self.updateGeometry()
        self.changed.emit()


def _named(file: NewFile) -> str:
    return f"{_short(file.file_name)}  {size_shown(len(file.data))}"


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:24]}…{name[-12:]}"


def left_of(files: Iterable[F], gone: Iterable[F]) -> list[F]:
    """The files without those that have gone, one for one: whoever adds the same file a second time means it."""
    left = list(files)
    for file in gone:
        if file in left:
            left.remove(file)
    return left
