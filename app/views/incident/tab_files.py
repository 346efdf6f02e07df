"""The files of each tab of the composer: what was put into an internal note never goes out with a reply."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.incidents.dto import NewFile
from app.views.context import ViewContext
from app.views.incident.attach_bar import AttachBar
from app.views.incident.kept_files import KeptFiles
from app.views.incident.modes import MODES, REPLY, files_of


class TabFiles(QWidget):
    """`problem` and `changed` are those of any bar; one at a time is shown."""

    problem = Signal(str)
    changed = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._mode = REPLY
        self._bars = {mode: AttachBar(context) for mode in MODES}
        self._kept = {mode: KeptFiles(context, bar) for mode, bar in self._bars.items()}
        self._pages: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for mode, bar in self._bars.items():
            # A bar hides itself while it is empty; that it is not the open one is said by what is around it.
            self._pages[mode] = page = QWidget()
            around = QVBoxLayout(page)
            around.setContentsMargins(0, 0, 0, 0)
            around.addWidget(bar)
            column.addWidget(page)
            bar.problem.connect(self.problem)
            bar.changed.connect(self._tell)
        self.open(REPLY)

    @property
    def bar(self) -> AttachBar:
        """The files of the tab that is open."""
        return self._bars[self._mode]

    @property
    def loading(self) -> bool:
        """Whether a file is still being read, for whichever tab."""
        return any(bar.loading for bar in self._bars.values())

    def open(self, mode: str) -> None:
        """Show the files of this tab."""
        self._mode = mode
        for each, page in self._pages.items():
            page.setVisible(each == mode)
        self._tell()

    def add_picture(self, image: QImage) -> None:
        """A picture was pasted where one writes."""
        self.bar.add_picture(image)

    def add_names(self, names: Sequence[str]) -> None:
        """Files of this computer were dropped where one writes."""
        self.bar.add_names(names)

    def of(self, mode: str) -> AttachBar:
        """The files of a tab."""
        return self._bars[mode]

    def set_limit(self, size: int) -> None:
        """How large each file may be."""
        for bar in self._bars.values():
            bar.limit = size

    def use(self, incident_id: str, mode: str | None = None) -> None:
        """They belong to this incident now: what was kept of it is brought; of one tab only where it is named."""
        for each in MODES if mode is None else (mode,):
            self._kept[each].use(files_of(incident_id, each))

    def sent(self, mode: str, files: Sequence[NewFile]) -> None:
        """The desk has these; what was added meanwhile stays."""
        self._bars[mode].remove(files)

    def sent_elsewhere(self, incident_id: str, mode: str, files: Sequence[NewFile]) -> None:
        """The desk has these files of an incident that is not shown any more; what came to them later stays kept."""
        self._kept[mode].without(files_of(incident_id, mode), files)

    def _tell(self) -> None:
        self.setVisible(bool(self.bar.files()))
        self.changed.emit()
