"""What can be done with an article: its keys, when each is offered, and the note that two of them ask for."""

from collections.abc import Callable
from functools import partial
from typing import Final

from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.domain.knowledge import ArticleState, ArticleStep, ArticleUse
from app.domain.permissions import Permission, may
from app.domain.wording import inside, marked, tr
from app.services.knowledge.dto import ArticleDetail
from app.views.actions import ActionRegistry, Reason
from app.views.context import ViewContext
from app.views.pages import Page

_STEPS: Final = {
    "knowledge.submit": ArticleStep.SUBMIT,
    "knowledge.publish": ArticleStep.PUBLISH,
    "knowledge.send_back": ArticleStep.SEND_BACK,
    "knowledge.retire": ArticleStep.RETIRE,
    "knowledge.restore": ArticleStep.RESTORE,
}
_USES: Final = {
    "knowledge.used": (ArticleUse.USED, tr("Counted: you used this article.")),
    "knowledge.helped": (ArticleUse.HELPED, tr("Noted that it helped.")),
    "knowledge.did_not_help": (
        ArticleUse.DID_NOT_HELP,
        tr("Noted that it did not help. A word to its owner helps more."),
    ),
}
_FROM: Final = {
    ArticleStep.SUBMIT: {ArticleState.DRAFT},
    ArticleStep.PUBLISH: {ArticleState.IN_REVIEW},
    ArticleStep.SEND_BACK: {ArticleState.IN_REVIEW},
    ArticleStep.RETIRE: {ArticleState.DRAFT, ArticleState.IN_REVIEW, ArticleState.PUBLISHED},
    ArticleStep.RESTORE: {ArticleState.RETIRED},
}
ASKS_WHY: Final = frozenset({ArticleStep.SEND_BACK, ArticleStep.RETIRE})
"""Steps that need a reason."""


_STANDS: Final = {
    ArticleState.DRAFT: marked("The article is still a draft"),
    ArticleState.IN_REVIEW: marked("The article waits to be approved"),
    ArticleState.PUBLISHED: marked("The article is published"),
    ArticleState.RETIRED: marked("The article is retired"),
}


def why_not(detail: ArticleDetail | None, step: ArticleStep, actor: Actor) -> str | None:
    """Why a step cannot be taken now; the desk decides, this only says it beforehand."""
    if detail is None:
        return tr("No article is chosen")
    row = detail.row
    if row.state not in _FROM[step]:
        return tr(_STANDS[row.state])
    if step is ArticleStep.PUBLISH and actor.person_id in detail.writer_ids:
        return tr("You wrote part of it, so somebody else has to approve it")
    retires_published = step is ArticleStep.RETIRE and row.published_version is not None
    if (step is ArticleStep.PUBLISH or retires_published) and not may(actor, Permission.KNOWLEDGE_PUBLISH):
        return tr("Not for the role {role}", role=inside(actor.role.label))
    return None


class ArticleSteps:
    """Binds the actions of one page. `detail` tells what is shown, `ask` asks for a reason, `done` reads anew."""

    def __init__(
        self,
        context: ViewContext,
        detail: Callable[[], ArticleDetail | None],
        ask: Callable[[ArticleStep], None],
        done: Callable[[], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        self._context, self._detail, self._ask, self._done, self._failed = context, detail, ask, done, failed

    def bind(self, actions: ActionRegistry, page: Page, busy: Reason) -> None:
        """Bind what the page can do; `busy` says why nothing can be done, as while an article is written."""
        for action_id, step in _STEPS.items():
            unavailable = partial(self._why_not, step, busy)
            actions.bind(action_id, partial(self._begin, step), owner=page, unavailable=unavailable)
        for action_id, (use, told) in _USES.items():
            actions.bind(action_id, partial(self._use, use, told), owner=page, unavailable=partial(self._unread, busy))

    def take(
        self,
        step: ArticleStep,
        reason: str = "",
        taken: Callable[[], None] = lambda: None,
        refused: Callable[[], None] = lambda: None,
    ) -> None:
        """Take a step with what was read; `taken` or `refused` follows."""
        detail = self._detail()
        if detail is None:
            return
        desk, actor, row = self._context.desk.knowledge_work, self._context.actor, detail.row
        self._context.background.write(
            lambda: desk.step(actor, row.id, step, reason, seen=row.version),
            lambda _ref: self._taken(step, taken),
            partial(self._refused, refused),
        )

    def _taken(self, step: ArticleStep, taken: Callable[[], None]) -> None:
        taken()
        self._context.toasts.show(f"{step.told}.")
        self._done()

    def _refused(self, refused: Callable[[], None], error: DeskError) -> None:
        refused()
        self._failed(error)

    def _begin(self, step: ArticleStep) -> None:
        if step in ASKS_WHY:
            self._ask(step)
        else:
            self.take(step)

    def _use(self, use: ArticleUse, told: str) -> None:
        detail = self._detail()
        if detail is None:
            return
        desk, actor, article_id = self._context.desk, self._context.actor, detail.row.id
        use_id = desk.new_id()

        def done(_none: None) -> None:
            self._context.toasts.show(told)
            self._done()

        self._context.background.write(
            lambda: desk.knowledge_work.use(actor, use_id, article_id, use), done, self._failed
        )

    def _why_not(self, step: ArticleStep, busy: Reason) -> str | None:
        return busy() or why_not(self._detail(), step, self._context.actor)

    def _unread(self, busy: Reason) -> str | None:
        detail = self._detail()
        if detail is None:
            return tr("No article is chosen")
        return busy() or (None if detail.row.published_version is not None else tr("The article is not published"))
