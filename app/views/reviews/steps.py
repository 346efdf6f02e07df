"""What can be done with a review as a whole, for the palette: begin, send, approve, publish, change once more."""

from collections.abc import Callable
from typing import Final

from app.domain.vocabulary import ReviewState
from app.domain.wording import marked, tr
from app.services.reviews.dto import ReviewDetail
from app.views.actions import ActionRegistry, Reason
from app.views.context import ViewContext
from app.views.pages import Page
from app.views.reviews.review_view import ReviewView

_STANDS: Final = {
    ReviewState.DRAFT: marked("The review is still a draft"),
    ReviewState.IN_REVIEW: marked("The review is being read and signed"),
    ReviewState.PUBLISHED: marked("The review is published"),
}


class ReviewSteps:
    """Binds the actions of one page; `view` tells which review is shown on it, None when it is the list."""

    def __init__(self, context: ViewContext, view: Callable[[], ReviewView | None]) -> None:
        self._context, self._view = context, view

    def bind(self, actions: ActionRegistry, page: Page) -> None:
        """Bind what the page can do; the buttons of the page do the same."""
        steps = {
            "review.send": (ReviewState.IN_REVIEW, ReviewState.DRAFT),
            "review.withdraw": (ReviewState.DRAFT, ReviewState.IN_REVIEW),
            "review.publish": (ReviewState.PUBLISHED, ReviewState.IN_REVIEW),
        }
        for action_id, (to, now) in steps.items():
            actions.bind(action_id, self._stepping(to), owner=page, unavailable=self._only_in(now))
        actions.bind("review.begin", self._begin, owner=page, unavailable=self._has_review)
        actions.bind("review.approve", self._approve, owner=page, unavailable=self._nothing_to_approve)
        published = self._only_in(ReviewState.PUBLISHED)
        actions.bind("review.version", self._begin_version, owner=page, unavailable=published)

    def _stepping(self, to: ReviewState) -> Callable[[], None]:
        def step() -> None:
            view = self._view()
            if view is not None:
                view.take_step(to)

        return step

    def _begin(self) -> None:
        view = self._view()
        if view is not None:
            view.begin()

    def _begin_version(self) -> None:
        view = self._view()
        if view is not None:
            view.begin_version()

    def _approve(self) -> None:
        view, mine = self._view(), self._waits_for_me()
        if view is not None and mine is not None:
            view.approve(mine)

    def _shown(self) -> ReviewDetail | None:
        view = self._view()
        return view.detail if view is not None else None

    def _only_in(self, state: ReviewState) -> Reason:
        def unavailable() -> str | None:
            detail = self._shown()
            if detail is None:
                return tr("No review is open")
            if detail.versions and detail.versions[0].version != detail.content.version:
                return tr("This is not the latest version")
            now = detail.content.state
            return None if now is state else tr(_STANDS[now])

        return unavailable

    def _has_review(self) -> str | None:
        view = self._view()
        if view is None or not view.incident_id:
            return tr("Open the incident first")
        return None if view.detail is None else tr("It has a review already")

    def _waits_for_me(self) -> str | None:
        detail = self._shown()
        if detail is None:
            return None
        me = self._context.actor.person_id
        waiting = (part.id for part in detail.content.sign_offs if part.person_id == me and part.approved_at is None)
        return next(waiting, None)

    def _nothing_to_approve(self) -> str | None:
        return self._only_in(ReviewState.IN_REVIEW)() or (
            None if self._waits_for_me() is not None else tr("Nothing here waits for your approval")
        )
