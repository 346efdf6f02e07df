"""The create sheets of a window: several at once, kept while they are put away, and the drafts of earlier days."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.events import DoubtSettled, Event, LinkChanged, MuchChanged, ReferenceDataChanged
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.infra.drafts import Draft
from app.infra.outbox import Waiting
from app.services.incidents.dto import IncidentRef
from app.services.templates.dto import IncidentTemplate
from app.views.context import ViewContext
from app.views.create.draft import KEY, CreateDraft, from_fields
from app.views.create.side import Found
from app.views.create.withdrawing import way_back
from app.views.create.written_down import form_of
from app.views.incident.kept_files import files_key
from app.views.incident.pick_lists import PickLists
from app.views.outbox.holding import is_held
from app.views.pages import Location, Page
from app.views.suggestions.advising import Advising
from app.views.toolkit.bridge import Bridge
from app.views.toolkit.shadow import SHADOW
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.views.create.sheet import CreateSheet

_STEP = 30
_READY_AFTER_MS: Final = 1_500
"""So long after the desk was opened a sheet is made ready to open at once; before that the queue comes first."""


class CreateSheets(QObject):
    """`drafts_changed` carries how many calls wait to be finished: sheets that were put away, and saved drafts."""

    drafts_changed = Signal(int)

    def __init__(self, host: QWidget, context: ViewContext) -> None:
        super().__init__(host)
        self._host, self._window, self._context = host, host.window(), context
        self._lists, self._advising = PickLists(context), Advising(context)
        self._sheets: dict[str, CreateSheet] = {}
        self._stored: dict[str, Draft] = {}
        self._bridge = Bridge(self)
        self._bridge.happened.connect(self._hear)
        self._bridge.listen(context.desk.bus)
        context.actions.bind("incident.new", self.open_new)
        context.log_from, context.fill_call = self._open_from, self.fill
        context.actions.bind("incident.drafts", self.open_draft, unavailable=self._no_draft)
        host.installEventFilter(self)
        self._window.installEventFilter(self)
        self._settings_asked = False
        context.drafts.load_all(self._loaded)
        context.outbox.edit_wanted.connect(self._edit_written)
        QTimer.singleShot(_READY_AFTER_MS, self, _be_ready)

    @property
    def shown(self) -> "list[CreateSheet]":
        """The sheets that float over the first window, the oldest first."""
        return [sheet for sheet in self._sheets.values() if not sheet.isHidden() and not sheet.fills]

    @property
    def waiting(self) -> int:
        """How many drafts can be continued."""
        return len(self._put_away_sheets()) + len(self._stored)

    def _put_away_sheets(self) -> "list[CreateSheet]":
        return [sheet for sheet in self._sheets.values() if sheet.isHidden() and not sheet.fills]

    def open_new(self) -> "CreateSheet":
        """Open an empty sheet over what is there."""
        return self._open(self._context.desk.new_id(), None)

    def _open_from(self, template: IncidentTemplate) -> None:
        self.open_new().templating.fill(template)

    def open_draft(self) -> None:
        """Continue the draft that was typed in last."""
        put_away = self._put_away_sheets()
        if put_away:
            self._show(put_away[-1])
            put_away[-1].form.summary.setFocus()
        elif self._stored:
            key, draft = next(iter(self._stored.items()))
            del self._stored[key]
            self._open(key.removeprefix(KEY), from_fields(draft.fields))
        self._tell()

    def _hear(self, event: Event) -> None:
        if isinstance(event, LinkChanged):
            for each in self._sheets.values():
                each.dress_buttons()
        if isinstance(event, DoubtSettled) and isinstance(event.result, IncidentRef) and event.kept:
            sheet = self._sheets.get(event.result.id)
            if sheet is not None:
                sheet.finish()
                self._created(sheet, event.result, and_open=False)
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self._lists.forget()
            if self._settings_asked and (isinstance(event, MuchChanged) or event.table == "setting"):
                self._lists.load_settings(self._settings_known)

    def close_all(self) -> None:
        """Another desk is opened or the window goes: write what was typed and take the sheets down."""
        self._bridge.close()
        self._host.removeEventFilter(self)
        self._window.removeEventFilter(self)
        self._context.drafts.flush()
        for sheet in list(self._sheets.values()):
            self._remove(sheet)

    def _edit_written(self, item: Waiting) -> None:
        """Open again what was written in a sheet; it is a draft from then on, until somebody creates it."""
        form = form_of(item)
        if form is None or item.id in self._sheets:
            return
        drafts = self._context.drafts
        drafts.keep(f"{KEY}{item.id}", form)
        if item.files:
            drafts.keep(files_key(f"{KEY}{item.id}"), {}, item.files)
        drafts.flush()
        self._context.outbox.discard(item)
        self._open(item.id, from_fields(form)).form.requester.settle()
        self._tell()

    def fill(self, incident_id: str, draft: Draft | None, context: ViewContext, host: QWidget) -> "CreateSheet":
        """Fill a window of its own with a sheet, empty or with what was kept of it; it closes with the window."""
        self._stored.pop(f"{KEY}{incident_id}", None)
        sheet = self._make(incident_id, context, host)
        sheet.fill()
        sheet.show()
        sheet.start(None if draft is None else from_fields(draft.fields))
        if draft is not None:
            sheet.form.requester.settle()
        self._tell()
        return sheet

    def _open(self, incident_id: str, draft: CreateDraft | None) -> "CreateSheet":
        sheet = self._make(incident_id, self._context, self._host)
        self._show(sheet)
        sheet.start(draft)
        return sheet

    def _make(self, incident_id: str, context: ViewContext, host: QWidget) -> "CreateSheet":
        if not self._settings_asked:
            self._settings_asked = True
            self._lists.load_settings(self._settings_known)
        from app.views.create.sheet import CreateSheet

        sheet = CreateSheet(context, self._lists, self._advising, host, incident_id)
        sheet.settings_known()
        sheet.dress_buttons()
        sheet.created.connect(lambda ref, and_open: self._created(sheet, ref, and_open))
        sheet.noted.connect(lambda found: self._noted(sheet, found))
        sheet.put_away.connect(lambda: self._put_away(sheet))
        sheet.size_wanted.connect(lambda: self._grow(sheet))
        sheet.open_wanted.connect(lambda found: context.go(Location("incident", found)))
        sheet.article_wanted.connect(lambda article_id: context.go(Location("knowledge", article_id)))
        sheet.side.known_error.open_wanted.connect(lambda problem_id: context.go(Location("problems", problem_id)))
        self._sheets[incident_id] = sheet
        return sheet

    def _show(self, sheet: "CreateSheet") -> None:
        floating = [other for other in self._sheets.values() if not other.fills]
        others = [other for other in floating if other is sheet or not other.isHidden()].index(sheet)
        size = sheet.fits(self._host.size())
        sheet.resize(size)
        left = (self._host.width() - size.width()) // 2 + others * _STEP
        top = (self._host.height() - size.height()) // 2 + others * _STEP
        # Each stands a step further, but none beyond the edge: what shows all its buttons may cover another.
        left = min(left, self._host.width() - size.width() + SHADOW)
        top = min(top, self._host.height() - size.height() + SHADOW)
        sheet.move(QPoint(left, max(-16, top)))
        sheet.show()
        sheet.raise_()

    def _grow(self, sheet: "CreateSheet") -> None:
        wanted = sheet.fits(self._host.size())
        if not sheet.fills and wanted.height() > sheet.height():
            sheet.resize(sheet.width(), wanted.height())
            over = sheet.geometry().bottom() - self._host.height()
            if over > 0:
                sheet.move(sheet.x(), max(-16, sheet.y() - over))

    def _put_away(self, sheet: "CreateSheet") -> None:
        self._context.drafts.flush()
        if sheet.fills:
            self._let_go(sheet)
            return
        if sheet.is_empty or sheet.is_done:
            self._remove(sheet)
        else:
            sheet.hide()
        self._focus_page()
        self._tell()

    def _let_go(self, sheet: "CreateSheet") -> None:
        """Close the window that a sheet fills; what was typed is a draft like any other."""
        if self._sheets.pop(sheet.incident_id, None) is None:
            return
        if not sheet.is_empty and not sheet.is_done:
            person, now = self._context.actor.person_id, self._context.clock.now()
            self._stored = {sheet.key: Draft(sheet.key, person, sheet.form.draft().to_fields(), now)} | self._stored
        sheet.window().close()
        self._tell()

    def _created(self, sheet: "CreateSheet", ref: IncidentRef, and_open: bool) -> None:
        undo = way_back(self._context, ref, sheet.logged, self._brought_back)
        place = Location("incident", ref.id, apart=sheet.fills)
        self._remove(sheet)
        if and_open:
            self._context.go(place)
        else:
            self._focus_page()
        where = Location("incident", ref.id)
        opener = [] if and_open else [ToastAction(tr("Open"), lambda: self._context.go(where))]
        self._context.toasts.show(tr("{number} created", number=incident_number(ref.number)), *undo, *opener)
        self._tell()

    def _brought_back(self, incident_id: str, draft: CreateDraft) -> None:
        self._open(incident_id, draft).form.requester.settle()
        self._tell()

    def _noted(self, sheet: "CreateSheet", found: Found) -> None:
        self._remove(sheet)
        self._focus_page()
        if not is_held(self._context):
            where = Location("incident", found.id)
            opener = ToastAction(tr("Open"), lambda: self._context.go(where))
            self._context.toasts.show(tr("Added to {number}", number=incident_number(found.number)), opener)
        self._tell()

    def _focus_page(self) -> None:
        others = self.shown
        if others:
            others[-1].form.requester.setFocus()
            return
        for page in self._host.findChildren(Page):
            if page.isVisible():
                page.focus_start()

    def _remove(self, sheet: "CreateSheet") -> None:
        self._sheets.pop(sheet.incident_id, None)
        if sheet.fills:
            sheet.window().close()
            return
        sheet.hide()
        sheet.deleteLater()

    def _loaded(self, drafts: list[Draft]) -> None:
        known = {sheet.key for sheet in self._sheets.values()}
        self._stored = {draft.key: draft for draft in drafts if draft.key.startswith(KEY) and draft.key not in known}
        self._tell()

    def _settings_known(self) -> None:
        for sheet in self._sheets.values():
            sheet.settings_known()

    def _no_draft(self) -> str | None:
        return None if self.waiting else tr("No incident was begun and put away")

    def _tell(self) -> None:
        self._context.actions.refresh()
        self._context.show_drafts(self.waiting)
        self.drafts_changed.emit(self.waiting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sheets stay in the window when it is made smaller; what was typed is written when it closes."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            for sheet in self.shown:
                self._show(sheet)
        elif watched is self._window and event.type() == QEvent.Type.Close:
            self._bridge.close()
            self._context.drafts.flush()
        return False


def install(host: QWidget, context: ViewContext) -> None:
    """Put the sheets into the window for the desk that is open now, in place of those of the desk before."""
    for old in host.findChildren(CreateSheets):
        old.close_all()
        old.deleteLater()
    CreateSheets(host, context)


def _be_ready() -> None:
    """Import what a sheet is made of, so that the first one opens as fast as the next."""
    import app.views.create.sheet  # noqa: F401 -- to have it imported
