"""Help with writing at a review: a draft of the executive summary, marked until somebody has edited or accepted it."""

from collections.abc import Callable
from functools import partial

from app.domain.errors import DeskError
from app.domain.numbers import incident_number
from app.domain.vocabulary import ReviewState
from app.domain.wording import tr
from app.domain.writing_help.prompts import Help
from app.services.reviews.dto import ReviewEdit, ReviewRef
from app.views.context import ViewContext
from app.views.reviews.review_view import ReviewView
from app.views.toolkit.toast import ToastAction
from app.views.widgets.buttons import Button
from app.views.writing_help.marks import MarkStrip
from app.views.writing_help.sheet import Wanted, Written, open_help


class SummaryHelp:
    """The mark and the button above the summary of one review, and what they do."""

    def __init__(self, context: ViewContext, view: ReviewView) -> None:
        self._context, self._view = context, view
        self.mark = MarkStrip(self._accept)
        self.button = Button(tr("Draft with the writing help…"), kind="ghost", icon="text-quote", height=28)
        self.button.hide()
        self._is_offered = False
        section = next(each for each in view.form.sections if each.key == "summary")
        section.column.insertWidget(1, self.mark)  # below the title of the section
        section.column.addWidget(self.button)
        self.button.clicked.connect(lambda _checked=False: self.ask())
        view.titled.connect(lambda _title: self._show())

    def offer(self, is_on: bool) -> None:
        """Whether the desk has help."""
        self._is_offered = is_on
        self._show()

    def why_not(self) -> str | None:
        """Why no summary can be drafted now."""
        detail = self._view.detail
        if detail is None:
            return tr("No review is open")
        return None if detail.content.state is ReviewState.DRAFT else tr("The review is no longer a draft")

    def _show(self) -> None:
        detail = self._view.detail
        self.mark.show_model(detail.unchecked if detail is not None else "")
        self.button.setVisible(self._is_offered and self.why_not() is None)

    def ask(self) -> None:
        """Save what was typed, and show what would be sent."""
        detail = self._view.detail
        if detail is None:
            return
        self._view.form.commit()
        desk, actor, review_id = self._context.desk, self._context.actor, detail.content.id
        number = incident_number(detail.incident.number)
        open_help(
            self._context,
            Wanted(
                Help.REVIEW,
                tr("Draft the executive summary, {number}", number=number),
                detail.incident.id,
                lambda: desk.writing_help.about_review(actor, review_id),
                partial(self._insert, review_id, number),
                tr("Use as the summary"),
            ),
        )

    def _insert(self, review_id: str, number: str, written: Written) -> str:
        detail = self._view.detail
        if detail is None or detail.content.id != review_id or self.why_not() is not None:
            return tr("Open the review of {number} as a draft again to use it.", number=number)
        desk, actor, before = self._context.desk, self._context.actor, detail.content.summary
        edit = ReviewEdit(before, written.text)

        def done(_ref: ReviewRef) -> None:
            self._view.reload()
            undo = ToastAction(tr("Undo"), lambda: self._put_back(review_id, written.text, before), "Ctrl+Z")
            self._context.toasts.show(tr("The summary is drafted. Read it before it goes to review."), undo)

        self._run(lambda: desk.writing_help_work.write_summary(actor, review_id, edit, written.model), done)
        return ""

    def _put_back(self, review_id: str, now: str, before: str) -> None:
        desk, actor = self._context.desk, self._context.actor
        edit = {"summary": ReviewEdit(now, before)}
        self._run(lambda: desk.reviews_admin.edit(actor, review_id, edit), lambda _ref: self._view.reload())

    def _accept(self) -> None:
        detail = self._view.detail
        if detail is None:
            return
        desk, actor, review_id = self._context.desk, self._context.actor, detail.content.id
        self._run(lambda: desk.writing_help_work.accept_summary(actor, review_id), lambda _ref: self._view.reload())

    def _run(self, work: Callable[[], ReviewRef], done: Callable[[ReviewRef], None]) -> None:
        def refused(error: DeskError) -> None:
            self._context.toasts.say_error(error)
            self._view.reload()

        self._context.background.write(work, done, refused)
