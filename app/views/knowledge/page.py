"""The page of knowledge. Its argument is the id of an article, none for the one that was shown last, `from:` with the
id of an incident whose resolution is to become an article, or a `Beginning` of one that is to be written.
"""

from functools import partial
from typing import Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.article_templates import TEMPLATES
from app.domain.events import ArticleChanged, Event, MuchChanged, ReferenceDataChanged
from app.domain.knowledge import ArticleKind, ArticleState, ArticleStep
from app.domain.numbers import article_number
from app.domain.wording import tr
from app.infra.drafts import Draft
from app.services.knowledge.dto import ArticleDetail, ArticleFacts, ArticleRef
from app.views.context import ViewContext
from app.views.incident.knowing import FROM_INCIDENT
from app.views.knowledge.beginning import beginning_of
from app.views.knowledge.browse import Browse
from app.views.knowledge.editor import DRAFT, ArticleEditor, Writing, from_resolution, new_writing, text_of
from app.views.pages import Location, Page
from app.views.toolkit.gather import GATHER_MS, Gather
from app.views.widgets.page_stack import PageStack
from app.views.writing_help.offering import HelpOffering, Offer

_FIRST: Final = ArticleKind.HOW_TO


class KnowledgePage(Page):
    """Three panes, and the editor in place of them while somebody writes."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(context)
        self._argument = ""
        self.browse = Browse(context)
        self.editor: ArticleEditor | None = None
        self._gather = Gather(self, GATHER_MS, self.browse.load)
        self.stack = PageStack()
        self.stack.addWidget(self.browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.browse.new_wanted.connect(lambda kind: self.write_new(kind or _FIRST))
        self.browse.finder.figures.clicked.connect(lambda _checked=False: self._show_figures())
        self._bind()
        offer = Offer(self._draft, self._no_draft)
        self._helping = HelpOffering(context, self, {"knowledge.help_draft": offer}, self._offer_help)

    def _bind(self) -> None:
        actions, browse = self.context.actions, self.browse
        browse.steps.bind(actions, self, self._busy)
        shown = self._nothing_shown
        actions.bind("knowledge.older", partial(browse.step_version, -1), owner=self, unavailable=shown)
        actions.bind("knowledge.newer", partial(browse.step_version, 1), owner=self, unavailable=shown)
        actions.bind("knowledge.compare", browse.compare, owner=self, unavailable=shown)
        actions.bind("knowledge.copy_number", browse.copy_number, owner=self, unavailable=shown)
        actions.bind("knowledge.problem", browse.side.open_problem, owner=self, unavailable=self._no_problem)
        actions.bind("knowledge.new", self.write_new, owner=self, unavailable=self._busy)
        actions.bind("knowledge.edit", self.edit, owner=self, unavailable=self._not_writable)
        actions.bind("knowledge.insert_picture", self._insert_picture, owner=self, unavailable=self._not_writing)
        actions.bind("knowledge.figures", self._show_figures, owner=self)
        actions.bind("list.next", partial(browse.finder.list.step, 1), owner=self, unavailable=self._busy)
        actions.bind("list.previous", partial(browse.finder.list.step, -1), owner=self, unavailable=self._busy)
        actions.bind("list.filter", browse.finder.field.setFocus, owner=self, unavailable=self._busy)
        actions.bind("list.refresh", browse.load, owner=self, unavailable=self._busy)

    def _draft(self) -> None:
        if self.editor is not None:
            self.editor.help.ask()

    def _no_draft(self) -> str | None:
        return self.editor.help.why_not() if self.editor is not None and self.writes else tr("No article is written")

    def _offer_help(self, is_on: bool) -> None:
        if self.editor is not None:
            self.editor.help.offer(is_on)

    @property
    def writes(self) -> bool:
        """Whether an article is being written."""
        return self.editor is not None and self.stack.currentWidget() is self.editor

    def _busy(self) -> str | None:
        return tr("An article is being written") if self.writes else None

    def _not_writing(self) -> str | None:
        return None if self.writes else tr("No article is being written")

    def _insert_picture(self) -> None:
        if self.editor is not None:
            self.editor.pictures.ask()

    def _nothing_shown(self) -> str | None:
        return self._busy() or (None if self.browse.reading.detail is not None else tr("No article is chosen"))

    def _no_problem(self) -> str | None:
        detail = self.browse.reading.detail
        if detail is None or detail.problem is None:
            return self._nothing_shown() or tr("The article is about no problem of this desk")
        return self._busy()

    def _not_writable(self) -> str | None:
        detail = self.browse.reading.detail
        if detail is None or self.writes:
            return self._nothing_shown()
        if detail.row.state is ArticleState.IN_REVIEW:
            return tr("It is in review: send it back to draft first")
        return tr("It is retired: restore it first") if detail.row.state is ArticleState.RETIRED else None

    def title(self) -> str:
        """What the top bar says."""
        return tr("Knowledge")

    def open(self, argument: str) -> None:
        """Show an article, or what was shown last. Before the desk is open, as soon as it is."""
        self._argument = argument
        if self.context.session is None:
            return
        self._helping.look()
        if argument.startswith(FROM_INCIDENT):
            self._begin_from(argument.removeprefix(FROM_INCIDENT))
            return
        if (begun := beginning_of(argument)) is not None:
            self._argument = ""
            self.write(begun.writing(self.context.desk.new_id))
            return
        if argument and argument != self.browse.article_id:
            self.browse.show_article(argument)
            self.browse.finder.show_all()
            if self.writes:
                self._leave_editor()
                return
        self.browse.load()
        self.context.drafts.load_all(self._drafts_came)

    def _show_figures(self) -> None:
        self.context.go(Location("settings", "knowledge"))

    def write_new(self, kind: ArticleKind = _FIRST) -> None:
        """Begin a new article from a template."""
        self.write(new_writing(self.context.desk.new_id, kind))

    def _begin_from(self, incident_id: str) -> None:
        # Coming back to this place later shows the articles; nobody wants to write the same one twice.
        self._argument = ""
        desk, actor = self.context.desk, self.context.actor
        self.context.background.read(
            lambda: desk.incident.detail(actor, incident_id),
            lambda incident: self.write(from_resolution(desk.new_id, incident)),
            self.browse.refused,
        )

    def write(self, writing: Writing) -> None:
        """Write this."""
        self._open_editor().begin(writing)
        self.context.actions.refresh()

    def edit(self) -> None:
        """Write the version after the newest one."""
        detail = self.browse.reading.detail
        if detail is not None:
            self._edit(detail.row.id)

    def _edit(self, article_id: str) -> None:
        desk, actor = self.context.desk, self.context.actor

        def newest() -> ArticleDetail:
            found = desk.knowledge.detail(actor, article_id)
            return (
                found
                if found.shown_version == found.row.version
                else desk.knowledge.detail(actor, article_id, found.row.version)
            )

        def begin(detail: ArticleDetail) -> None:
            self._open_editor().begin_edit(detail)
            self.context.actions.refresh()

        self.context.background.read(newest, begin, self.browse.refused)

    def _open_editor(self) -> ArticleEditor:
        if self.editor is None:
            self.editor = ArticleEditor(self.context)
            self.editor.saved.connect(self._saved)
            self.editor.left.connect(self._leave_editor)
            self.stack.addWidget(self.editor)
            self.editor.help.offer(self._helping.is_on)
        self.stack.setCurrentWidget(self.editor)
        return self.editor

    def _saved(self, ref: ArticleRef, send: bool) -> None:
        self.browse.show_article(ref.id, ref.version)
        self.stack.setCurrentWidget(self.browse)
        self.context.toasts.show(
            tr("{number}, version {version}, is saved.", number=article_number(ref.number), version=ref.version)
        )
        if send:
            desk, actor = self.context.desk.knowledge_work, self.context.actor
            self.context.background.write(
                lambda: desk.step(actor, ref.id, ArticleStep.SUBMIT, seen=ref.version),
                lambda _ref: self.browse.load(),
                self.browse.refused,
            )
        self.browse.finder.show_all()
        self._back_to_list()

    def _leave_editor(self) -> None:
        if self.editor is not None:
            self.editor.put_away()
        self.stack.setCurrentWidget(self.browse)
        self._back_to_list()

    def _back_to_list(self) -> None:
        self.browse.load()
        self.browse.finder.list.setFocus()
        self.context.drafts.load_all(self._drafts_came)
        self.context.actions.refresh()

    def _drafts_came(self, drafts: list[Draft]) -> None:
        found = [draft for draft in drafts if draft.key.startswith(DRAFT) and draft.key.count(":") == 1]
        strip = self.browse.unfinished
        strip.setVisible(bool(found))
        strip.clear_buttons()
        if found:
            name = found[0].fields.get("title") or tr("an article without a title")
            strip.set_text(tr("You began to write “{name}” and have not saved it.", name=name[:60]), "blue", "pencil")
            strip.add_button(tr("Continue"), partial(self._continue, found[0]))

    def _continue(self, draft: Draft) -> None:
        article_id, kind = draft.key.removeprefix(DRAFT), draft.fields.get("kind", "")
        self.browse.unfinished.hide()
        if draft.fields.get("seen", "0") != "0":
            self._edit(article_id)
            return
        facts = ArticleFacts(ArticleKind(kind) if kind in set(ArticleKind) else _FIRST)
        text = text_of({"body": TEMPLATES[facts.kind]})
        self.write(Writing(article_id, text, facts=facts, incident_id=draft.fields.get("incident", "")))

    def focus_start(self) -> None:
        """The list, or the text that is being written."""
        if self.writes and self.editor is not None:
            self.editor.body.setFocus()
        else:
            self.browse.finder.list.setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        if self.writes and self.editor is not None:
            return [self.editor.title, self.editor.body]
        browse = self.browse
        side = [browse.side.kind] if browse.side.isVisible() else []
        return [browse.finder.field, browse.finder.list, browse.reading.text, *side]

    def hear(self, event: Event) -> None:
        """Read again what changed."""
        if self.context.session is None:
            return
        self._helping.hear(event)
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self.browse.lists.forget()
        if isinstance(event, ArticleChanged | MuchChanged) and self.isVisible() and not self.writes:
            (self._gather.ask if event.remote else self.browse.load)()

    def desk_opened(self) -> None:
        """Another desk has other articles."""
        self.browse.show_article("")
        self.open(self._argument)

    def hideEvent(self, _event: QHideEvent) -> None:
        """Another page is shown; what was typed is kept."""
        self.browse.reason.put_away()
        if self.writes:
            self.context.drafts.flush()

    def leave(self) -> None:
        """Keep what was typed, and ask nothing any more."""
        self._gather.stop()
        self.browse.reason.put_away()
        if self.editor is not None:
            self.editor.put_away()
        self.context.actions.unbind(self)
