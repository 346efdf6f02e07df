"""The page of reviews: all of them, or one. `reviews` shows the list, with the id of an incident its review."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.events import Event, IncidentChanged, MuchChanged, ReferenceDataChanged, ReviewChanged
from app.domain.wording import tr
from app.services.reviews.dto import ReviewRow
from app.views.context import ViewContext
from app.views.pages import Location, Page
from app.views.reviews.head import PREVIEW
from app.views.reviews.helping import SummaryHelp
from app.views.reviews.list_view import ReviewList
from app.views.reviews.review_view import ReviewView
from app.views.reviews.steps import ReviewSteps
from app.views.toolkit.gather import GATHER_MS, Gather
from app.views.widgets.page_stack import PageStack
from app.views.writing_help.offering import HelpOffering, Offer

PAGE_ID = "reviews"


def review_location(incident_id: str) -> Location:
    """Where the review of an incident is read, written or, where there is none yet, begun."""
    return Location(PAGE_ID, incident_id)


class ReviewsPage(Page):
    """Two views that keep their place: the list of reviews and the review that was opened last."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(context)
        self._argument = ""
        self._gather = Gather(self, GATHER_MS, self._reload)
        self.list = ReviewList(context)
        self.views = PageStack()
        self.views.addWidget(self.list)
        self._review: ReviewView | None = None
        self._help: SummaryHelp | None = None
        self._is_help_on = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self.list.opened.connect(self._open_row)
        actions = context.actions
        actions.bind("review.save", self._save_pdf, owner=self, unavailable=self._no_review)
        actions.bind("window.print", lambda: self.review.show_mode(PREVIEW), owner=self, unavailable=self._no_review)
        actions.bind("list.refresh", self._reload, owner=self)
        offer = Offer(self._draft_summary, lambda: self._no_review() or self.help.why_not())
        self._helping = HelpOffering(context, self, {"review.help_summary": offer}, self._offer_help)
        ReviewSteps(context, lambda: self.review if self._shows_one else None).bind(actions, self)

    def _draft_summary(self) -> None:
        # Asked for anew each time: another desk has another view of a review, and so another help.
        self.help.ask()

    def _offer_help(self, is_on: bool) -> None:
        self._is_help_on = is_on
        if self._review is not None:
            self.help.offer(is_on)

    @property
    def review(self) -> ReviewView:
        """The review that was opened last; made when one is first opened, because its form is large."""
        if self._review is None:
            self._review = ReviewView(self.context, self.views)
            self._review.titled.connect(self._titled)
            self.views.addWidget(self._review)
            self.help.offer(self._is_help_on)
        return self._review

    @property
    def help(self) -> SummaryHelp:
        """The writing help of that review."""
        if self._help is None:
            self._help = SummaryHelp(self.context, self.review)
        return self._help

    @property
    def _shows_one(self) -> bool:
        return self._review is not None and self.views.currentWidget() is self._review

    def _no_review(self) -> str | None:
        return None if self._shows_one and self.review.detail is not None else tr("No review is open")

    def title(self) -> str:
        """The review that is shown, or all of them."""
        return self.review.title() if self._shows_one else tr("Reviews")

    def open(self, argument: str) -> None:
        """Show the review of the incident with this id, or all reviews; before the desk is open, as soon as it is."""
        self._argument = argument
        if self.context.session is None:
            return
        self._helping.look()
        if not argument:
            self._leave_review()
            self.views.setCurrentWidget(self.list)
            self.list.load()
        else:
            self.list.mark(argument)
            self.views.setCurrentWidget(self.review)
            self.review.open(argument)
        self.context.actions.refresh()

    def above(self) -> Location | None:
        """The list, where one is shown."""
        return Location(PAGE_ID) if self._shows_one else None

    def focus_start(self) -> None:
        """The table, or the pages of the review."""
        (self.review.area if self._shows_one else self.list.stack).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.review.index, self.review.area] if self._shows_one else [self.list.stack]

    def hear(self, event: Event) -> None:
        """Read again what changed."""
        if self.context.session is None:
            return
        self._helping.hear(event)
        if isinstance(event, ReviewChanged | MuchChanged) and not self._shows_one:
            self.list.load()
        if isinstance(event, ReferenceDataChanged | MuchChanged) and self._shows_one:
            self.review.load_people()
        if self._shows_one and self._concerns_review(event):
            (self._gather.ask if event.remote else self.review.reload)()

    def _concerns_review(self, event: Event) -> bool:
        mine = isinstance(event, ReviewChanged | IncidentChanged) and event.incident_id == self.review.incident_id
        return mine or isinstance(event, MuchChanged | ReferenceDataChanged)

    def desk_opened(self) -> None:
        """Another desk has other reviews, people and times: begin anew, and save nothing of the former one here."""
        former, self._review, self._help = self._review, None, None
        if former is not None:
            self.views.removeWidget(former)
            former.incident_id = ""
            former.deleteLater()
        self.open(self._argument if former is None or former.detail is None else "")

    def hideEvent(self, _event: QHideEvent) -> None:
        """Another page is shown; what was typed is saved."""
        self._leave_review()

    def _leave_review(self) -> None:
        if self._review is not None:
            self._review.leave()

    def leave(self) -> None:
        """Save what was typed, and ask nothing any more."""
        self._gather.stop()
        self._leave_review()
        self.context.actions.unbind(self)

    def _save_pdf(self) -> None:
        self.review.save_pdf()

    def _reload(self) -> None:
        if self._shows_one:
            self.review.reload()
        else:
            self.list.load()

    def _open_row(self, row: ReviewRow) -> None:
        self.context.go(review_location(row.incident_id))

    def _titled(self, _title: str) -> None:
        self.title_changed.emit(self.title())
