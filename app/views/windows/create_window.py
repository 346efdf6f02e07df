"""A call that becomes an incident in a window of its own: the create sheet fills it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.create.draft import KEY
from app.views.pages import Location, Page
from app.views.windows.beside import WindowBeside

if TYPE_CHECKING:
    from app.infra.drafts import Draft
    from app.views.create.sheet import CreateSheet
    from app.views.main_window import MainWindow
    from app.views.windows.windows import Windows

SIZE: Final = (960, 720)


class CreateWindow(WindowBeside):
    """Closing it keeps what was typed as a draft, as putting a sheet away does."""

    def __init__(self, main: "MainWindow", windows: "Windows", incident_id: str) -> None:
        super().__init__(main, windows, f"{KEY}{incident_id}")
        self._incident_id = incident_id
        self.sheet: CreateSheet | None = None
        self._entitle("")

    @property
    def here(self) -> Location:
        """The call."""
        return Location("call", self._incident_id)

    @property
    def is_worth_keeping(self) -> bool:
        """Whether something was typed."""
        return self.sheet is not None and not self.sheet.is_empty and not self.sheet.is_done

    def begin(self, draft: "Draft | None" = None, *, focus: bool = True) -> None:
        """Show the sheet, empty or as it was left."""
        page = _CallPage(self.context)
        self.put(page)
        self.sheet = page.sheet = self.context.fill_call(self._incident_id, draft, self.context, page)
        self.sheet.form.summary_changed.connect(self._entitle)
        self._entitle(self.sheet.form.summary.text())
        if focus:
            page.focus_start()

    def leave(self) -> None:
        """Keep what was typed as a draft."""
        if self.sheet is not None:
            self.sheet.put_away.emit()

    def _entitle(self, summary: str) -> None:
        words = tr("New incident: {summary}", summary=summary) if summary.strip() else tr("New incident")
        self.setWindowTitle(tr("{title} – Mainstay", title=words))
        self.changed.emit()


class _CallPage(Page):
    """What the sheet stands on."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(context)
        self.sheet: CreateSheet | None = None

    def title(self) -> str:
        return tr("New incident")

    def panes(self) -> list[QWidget]:
        return [] if self.sheet is None else [self.sheet.form.requester, self.sheet.create_button, self.sheet.cross]

    def focus_start(self) -> None:
        if self.sheet is not None:
            self.sheet.form.requester.setFocus()
