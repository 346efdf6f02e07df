"""One review: written at the left of its index, or shown as the document it will be."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError, StaleEdit
from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.review import missing_for_publishing
from app.domain.vocabulary import ReviewState
from app.domain.wording import tr, trn
from app.services.people.dto import Choice
from app.services.reviews.dto import ReviewDetail
from app.services.reviews.standing import standing_of
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.reviews.editors import Editor
from app.views.reviews.form import ReviewForm
from app.views.reviews.head import PREVIEW, WRITE, ReviewHead
from app.views.reviews.notices import ReviewNotices
from app.views.reviews.preview_pane import PreviewPane
from app.views.reviews.saver import ReviewSaver
from app.views.reviews.section import Index
from app.views.reviews.typed import Typing
from app.views.reviews.writing_pane import WritingPane
from app.views.toolkit.tab_order import focus_first
from app.views.widgets.strips import EmptyState

_FACTS = frozenset({"title", "impact_began_at", "impact_ended_at"})

_BEGINS_WITH: Final = tr(
    "It begins with what the journal knows: the impact, the timeline and who worked on it. You write the rest."
)


class ReviewView(QWidget):
    """Shows the review of an incident: the latest version, or the one that was chosen."""

    titled = Signal(str)

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.saver = ReviewSaver(context, self)
        self.form = ReviewForm(context, self.saver)
        self.typing = Typing(context, self.form, self)
        self.head = ReviewHead(context, self.form.header["title"])
        self.notices = ReviewNotices()
        self.preview = PreviewPane(context)
        self.index = Index(self.form.sections)
        self.writing = WritingPane(self.form, self.index)
        self.area, self.canvas = self.writing.area, self.writing.canvas
        self.empty = EmptyState("file-text", tr("Opening the review"))
        self.incident_id = ""
        self.version: int | None = None
        self.detail: ReviewDetail | None = None
        self._collided: tuple[Editor, StaleEdit] | None = None
        self._people_loaded = False
        self._build()
        self._connect()

    def _build(self) -> None:
        # From the outside inwards, so that each widget changes its parent once.
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        outer.addWidget(self.stack)
        content = QWidget()
        self.stack.addWidget(content)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.modes = QStackedWidget()
        for widget in (self.head, self.notices):
            whole.addWidget(widget)
        whole.addWidget(self.modes, 1)
        self.modes.addWidget(self.writing)
        self.modes.addWidget(self.preview)

    def _connect(self) -> None:
        self.head.step_wanted.connect(self.take_step)
        self.head.version_wanted.connect(self.begin_version)
        self.head.version_chosen.connect(self._choose_version)
        self.head.mode_chosen.connect(self.show_mode)
        self.head.incident_wanted.connect(lambda: self._context.go(Location("incident", self.incident_id)))
        self.head.list_wanted.connect(lambda: self._context.go(Location("reviews")))
        self.index.wanted.connect(self.go_to)
        self.area.verticalScrollBar().valueChanged.connect(lambda _value: self._show_place())
        self.typing.kept.connect(lambda: self.head.say(tr("Draft kept on this computer")))
        self.typing.brought_back.connect(self._brought_back)
        self.form.refused.connect(self.notices.say)
        self.form.collided.connect(self._collide)
        self.form.approve_wanted.connect(self.approve)
        self.saver.saved.connect(self._saved)
        self.saver.failed.connect(self._refused)
        self.preview.left.connect(lambda: self.show_mode(WRITE))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    # Reading

    def open(self, incident_id: str, version: int | None = None) -> None:
        """Show the review of the incident."""
        if incident_id != self.incident_id or version != self.version:
            self.leave()
            self.incident_id, self.version = incident_id, version
            self.detail = None
            self._collided = None
            self.notices.clear()
            self.show_mode(WRITE)
            self.area.verticalScrollBar().setValue(0)
        if not self._people_loaded:
            self.load_people()
        self.reload()

    def load_people(self) -> None:
        """Read who can be chosen."""
        self._people_loaded = True
        desk, actor = self._context.desk, self._context.actor
        self._context.background.read(lambda: desk.people.agents(actor), self._show_people, key=f"people-{id(self)}")

    def reload(self) -> None:
        """Read the review again."""
        if not self.incident_id:
            return
        desk, actor = self._context.desk, self._context.actor
        incident_id, version = self.incident_id, self.version

        def work() -> tuple[ReviewDetail | None, ReviewDetail | None]:
            found = desk.reviews.of_incident(actor, incident_id, version)
            return found, None if found is not None else desk.reviews.from_facts(actor, incident_id)

        self._context.background.read(work, self._loaded, self._lost, key=f"review-{id(self)}")

    def _loaded(self, answer: tuple[ReviewDetail | None, ReviewDetail | None]) -> None:
        found, facts = answer
        if found is None:
            self._offer_to_begin(facts)
            return
        fresh = self.detail is None or self.detail.content.id != found.content.id
        self.detail = found
        self.stack.setCurrentIndex(0)
        self.saver.use(found.content.id, found.content.edit)
        self.form.show_detail(found, may_edit=may(self._context.actor, Permission.REVIEW_EDIT))
        self.head.show_detail(found)
        self._show_missing(found)
        if self._collided is not None:
            editor, error = self._collided
            self._collided = None
            self.notices.collide(editor, error, self.form.value_of(editor))
        if fresh:
            self.head.say("")
            self.typing.begin(found.content.id, writable=found.content.state is ReviewState.DRAFT)
        self.typing.settle()
        if self.modes.currentIndex() == 1:
            self.preview.show_detail(found)
        self._context.actions.refresh()
        self.titled.emit(self.title())

    def _show_missing(self, detail: ReviewDetail) -> None:
        counts: dict[str, int] = {}
        if detail.content.state is not ReviewState.PUBLISHED:
            for item in missing_for_publishing(standing_of(detail.content)):
                key = _section_of(item.field)
                counts[key] = counts.get(key, 0) + 1
        if detail.unchecked:
            counts["summary"] = counts.get("summary", 0) + 1
        self.index.show_missing(counts)

    def _lost(self, error: DeskError) -> None:
        self.stack.setCurrentIndex(1)
        self.empty.set_text("circle-alert", tr("This review cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self.reload, kind="primary")
        self.empty.add_button(tr("All reviews"), lambda: self._context.go(Location("reviews")))

    def _offer_to_begin(self, facts: ReviewDetail | None) -> None:
        self.detail = None
        self.stack.setCurrentIndex(1)
        number = incident_number(facts.incident.number) if facts is not None else tr("This incident")
        self.empty.set_text("file-text", tr("{number} has no review yet", number=number), _BEGINS_WITH)
        self.empty.add_button(tr("Start review"), self.begin, kind="primary")
        back = Location("incident", self.incident_id)
        self.empty.add_button(tr("Back to the incident"), lambda: self._context.go(back))
        self._context.actions.refresh()
        self.titled.emit(self.title())

    def _show_people(self, people: tuple[Choice, ...]) -> None:
        self.form.set_people([(person.id, person.label) for person in people])
        if self.detail is not None:
            self.form.show_detail(self.detail, may_edit=may(self._context.actor, Permission.REVIEW_EDIT))

    def title(self) -> str:
        """What the window calls it."""
        return (
            tr("Review of {number}", number=incident_number(self.detail.incident.number))
            if self.detail is not None
            else tr("Review")
        )

    # Beginning and stepping

    def begin(self) -> None:
        """Begin the review from the facts."""
        desk, actor, incident_id = self._context.desk, self._context.actor, self.incident_id
        self._context.background.write(
            lambda: desk.reviews_admin.begin(actor, incident_id, desk.new_id()), lambda _ref: self.reload(), self._lost
        )

    def begin_version(self) -> None:
        """Begin the next version as a copy of the published one."""
        desk, actor, incident_id = self._context.desk, self._context.actor, self.incident_id
        self.version = None
        self._context.background.write(
            lambda: desk.reviews_admin.begin_version(actor, incident_id, desk.new_id()),
            lambda _ref: self.reload(),
            self._refused,
        )

    def _choose_version(self, version: int) -> None:
        latest = self.detail is not None and self.detail.versions[0].version == version
        self.form.commit()
        self.version = None if latest else version
        self.reload()

    def take_step(self, to: ReviewState) -> None:
        """Save what was typed, then take the step; what is missing is said above the review."""
        self.notices.clear()
        self.form.commit()
        self.saver.step(to, self._refused)

    def approve(self, sign_off_id: str) -> None:
        """Give one's own approval."""
        self.notices.clear()
        self.saver.approve(sign_off_id, self._refused)

    def _refused(self, error: DeskError) -> None:
        self.show_mode(WRITE)
        self.notices.refuse(error, lambda field: self.go_to(_section_of(field)))
        self.reload()

    def _collide(self, editor: Editor, error: StaleEdit) -> None:
        self._collided = (editor, error)
        self.reload()

    # Saving

    def _saved(self) -> None:
        if self.saver.waiting == 0:
            self.head.say(tr("Saved {when}", when=self._context.formats.time(self._context.clock.now())))
        self.reload()

    def _brought_back(self, count: int) -> None:
        fields = trn("one field", "{n} fields", count)
        restored = tr("What you typed in {fields} and had not saved was brought back.", fields=fields)
        self.notices.restored.set_text(restored)
        self.notices.restored.show()

    def leave(self) -> None:
        """Save what was typed; drafts that wait are written at once."""
        if self.detail is not None and self._context.session is not None:
            self.form.commit()
            self._context.drafts.flush()

    # Moving

    def show_mode(self, mode: str) -> None:
        """Write, or look at the document."""
        self.head.mode.choose(mode)
        self.form.header["title"].setVisible(mode == WRITE)
        if mode == PREVIEW:
            self.form.commit()
            self.modes.setCurrentIndex(1)
            if self.detail is not None:
                self.preview.show_detail(self.detail)
            self.preview.area.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.modes.setCurrentIndex(0)

    def save_pdf(self) -> None:
        """Show the document and ask where to save it."""
        self.show_mode(PREVIEW)
        self.preview.ask_where()

    def go_to(self, key: str) -> None:
        """Scroll to a section."""
        section = next((section for section in self.form.sections if section.key == key), self.form.sections[0])
        top = section.mapTo(self.canvas, QPoint(0, 0)).y()
        self.area.verticalScrollBar().setValue(max(0, top - 16))
        self.index.choose(section.key)
        focused = QApplication.focusWidget()
        if focused is not None and self.index.isAncestorOf(focused):
            # Whoever chose it with the keyboard wants to write there.
            focus_first(section)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        for section in self.form.sections:
            if now is not None and section.isAncestorOf(now):
                self.index.choose(section.key)

    def _show_place(self) -> None:
        bar, canvas = self.area.verticalScrollBar(), self.canvas
        if bar.value() == bar.maximum() and bar.maximum() > 0:
            return  # The last sections cannot reach the top; the one that was asked for stays chosen.
        reached = [
            section for section in self.form.sections if section.mapTo(canvas, QPoint(0, 0)).y() <= bar.value() + 120
        ]
        self.index.choose((reached or self.form.sections[:1])[-1].key)


def _section_of(field: str) -> str:
    return "header" if field in _FACTS else field
