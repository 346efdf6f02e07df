"""The page of problems: all of them, or one. `problems` shows the list, with the id of a problem that one."""

from functools import partial

from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import DeskError, StaleEdit
from app.domain.events import Event, IncidentChanged, MuchChanged, ProblemChanged, ReferenceDataChanged
from app.domain.permissions import Permission, may
from app.domain.problems import ProblemState
from app.domain.wording import tr
from app.services.problems.dto import NewProblem, Opened, ProblemRow
from app.views.context import ViewContext
from app.views.incident.wanted_act import WantedAct
from app.views.knowledge.beginning import Beginning
from app.views.pages import Location, Page
from app.views.problems.list_view import ProblemList
from app.views.problems.making import PAGE_ID, Taken, ask_title, problem_location
from app.views.problems.problem_view import ProblemView
from app.views.problems.steps import ACTIONS, ProblemSteps
from app.views.reviews.editors import Editor
from app.views.suggestions.burst_strip import BurstStrip
from app.views.toolkit.gather import GATHER_MS, Gather
from app.views.widgets.page_stack import PageStack


class ProblemsPage(Page):
    """Two views that keep their place: the list, and the problem that was opened last."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(context)
        self._argument = ""
        self._gather = Gather(self, GATHER_MS, self._reload)
        self.list, self.view = ProblemList(context), ProblemView(context)
        self.steps, self._wanted = ProblemSteps(context, self.view), WantedAct(self, context.actions)
        self.views = PageStack()
        self.views.addWidget(self.list)
        self.views.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.burst = BurstStrip(context, self)
        column.addWidget(self.burst)
        column.addWidget(self.views, 1)
        self._connect()
        self._bind()

    def _connect(self) -> None:
        context, view = self.context, self.view
        self.list.opened.connect(self._open_row)
        self.list.new_wanted.connect(self.ask_new)
        view.titled.connect(lambda: self.title_changed.emit(self.title()))
        view.titled.connect(self._wanted.run)
        view.head.left.connect(lambda: context.go(Location(PAGE_ID)))
        view.incidents.opened.connect(lambda wanted: context.go(Location("incident", wanted)))
        view.side.article_wanted.connect(lambda wanted: context.go(Location("knowledge", wanted)))
        view.saver.collided.connect(self._collided)
        view.saver.failed.connect(self._failed)
        view.saver.said.connect(lambda text: context.toasts.show(text, icon="triangle-alert"))

    def _bind(self) -> None:
        actions, view = self.context.actions, self.view
        for action_id, to in ACTIONS.items():
            actions.bind(action_id, partial(self.steps.ask, to), owner=self, unavailable=partial(self._why_not, to))
        actions.bind("problem.confirm", self.steps.confirm, owner=self, unavailable=self._why_not_confirm)
        actions.bind("problem.new", self.ask_new, owner=self)
        actions.bind("problem.link", view.incidents.number.setFocus, owner=self, unavailable=self._no_problem)
        actions.bind("problem.note", view.history.box.setFocus, owner=self, unavailable=self._no_problem)
        actions.bind("problem.article", self._write_article, owner=self, unavailable=self._no_problem)
        actions.bind("problem.copy_number", self._copy, owner=self, unavailable=self._no_problem)
        actions.bind("list.next", partial(self.list.step, 1), owner=self, unavailable=self._no_list)
        actions.bind("list.previous", partial(self.list.step, -1), owner=self, unavailable=self._no_list)
        actions.bind("list.filter", self.list.field.setFocus, owner=self, unavailable=self._no_list)
        actions.bind("list.refresh", self._reload, owner=self)

    @property
    def _shows_one(self) -> bool:
        return self.views.currentWidget() is self.view

    def _no_problem(self) -> str | None:
        return None if self._shows_one and self.view.detail is not None else tr("No problem is open")

    def _no_list(self) -> str | None:
        return tr("A problem is open") if self._shows_one else None

    def _why_not(self, to: ProblemState) -> str | None:
        return self._no_problem() or self.steps.why_not(to)

    def _why_not_confirm(self) -> str | None:
        return self._no_problem() or self.steps.why_not_confirm()

    def title(self) -> str:
        """The problem that is shown, or all of them."""
        detail = self.view.detail if self._shows_one else None
        return detail.row.shown_number if detail is not None else tr("Problems")

    def open(self, argument: str) -> None:
        """Show a problem, or all of them; before the desk is open, as soon as it is."""
        self._argument = argument
        self._wanted.forget()
        if self.context.session is None:
            return
        self.list.new.setVisible(may(self.context.actor, Permission.PROBLEM_WORK))
        if argument:
            self.list.mark(argument)
            self.views.setCurrentWidget(self.view)
            self.view.open(argument)
        else:
            self.view.leave()
            self.views.setCurrentWidget(self.list)
            self.list.load()
        self.context.actions.refresh()

    def act(self, action_id: str) -> None:
        """Run an action here, once the problem is shown."""
        if self._shows_one and self.view.detail is None:
            self._wanted.want(action_id)
        else:
            self.context.actions.run(action_id)

    def ask_new(self, anchor: QWidget | None = None) -> None:
        """Ask for the title of a new problem, make it and show it."""
        ask_title(self.context, self, anchor or self.list.new, "new", self._make)

    def _make(self, title: str, taken: Taken) -> None:
        desk, actor, problem_id = self.context.desk, self.context.actor, self.context.desk.new_id()

        def made(opened: Opened) -> None:
            taken()
            self.context.go(problem_location(opened.ref.id))

        self.context.background.write(
            lambda: desk.problem_work.open(actor, problem_id, NewProblem(title)), made, self.context.toasts.say_error
        )

    def above(self) -> Location | None:
        """The list, where one is shown."""
        return Location(PAGE_ID) if self._shows_one else None

    def focus_start(self) -> None:
        """The table, or the problem as a whole, where one letter is a key and not a text."""
        (self.view.area if self._shows_one else self.list.stack).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        if self._shows_one:
            return [
                self.view.area,
                self.view.editors["title"],
                self.view.incidents.number,
                self.view.side.fields["owner_id"],
            ]
        return [self.list.field, self.list.stack]

    def hear(self, event: Event) -> None:
        """Read again what changed; which incidents belong to a problem stands in them."""
        self.burst.hear(event)
        if self.context.session is None:
            return
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self.view.lists.forget()
        told = isinstance(event, ProblemChanged | MuchChanged | IncidentChanged)
        if told and self.isVisible():
            (self._gather.ask if event.remote or isinstance(event, IncidentChanged) else self._reload)()

    def desk_opened(self) -> None:
        """Another desk has other problems."""
        self.view.forget()
        self.view.lists.forget()
        self.burst.look_soon()
        self.open(self._argument if self.view.detail is None else "")

    def hideEvent(self, _event: QHideEvent) -> None:
        """Another page is shown; what was typed is saved."""
        if self.context.session is not None:
            self.view.leave()

    def leave(self) -> None:
        """Save what was typed, and ask nothing any more."""
        self._gather.stop()
        self.burst.stop()
        self.view.leave()
        self.context.actions.unbind(self)

    def _reload(self) -> None:
        (self.view.reload if self._shows_one else self.list.load)()

    def _open_row(self, row: ProblemRow) -> None:
        self.context.go(problem_location(row.id))

    def _write_article(self) -> None:
        """Begin an article about the known error; what is written there is approved before anybody else reads it."""
        detail = self.view.detail
        if detail is not None:
            row = detail.row
            about = Beginning(
                row.title, detail.service_id or "", detail.category_id or "", row.shown_number, detail.workaround
            )
            self.context.go(Location("knowledge", about.argument))

    def _copy(self) -> None:
        if self.view.detail is not None:
            number = self.view.detail.row.shown_number
            QGuiApplication.clipboard().setText(number)
            self.context.toasts.show(tr("Copied {number}", number=number), icon="copy")

    def _collided(self, editor: Editor, error: StaleEdit) -> None:
        self.view.notices.collide(editor, error)
        self.view.reload()

    def _failed(self, error: DeskError) -> None:
        self.view.notices.refuse(error, self.view.go_to)
        if isinstance(error, StaleEdit):
            self.view.reload()
