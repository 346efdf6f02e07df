"""Merging a category into another: whom to choose, what would move, the merge itself and its way back."""

from collections.abc import Callable, Sequence

from app.domain.errors import DeskError
from app.domain.wording import tr, trn
from app.services.catalogue.merge_dto import INCIDENTS, Merge, MergePreview
from app.views.context import ViewContext
from app.views.many_at_once import change_many
from app.views.settings_page.cards import Card
from app.views.settings_page.frame import EditorFrame
from app.views.toolkit.toast import ToastAction
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import ChoicePopup, Option, listed


class MergeCard(Card):
    """Stands on the page of a category; what it would do is said above the page before it is done."""

    def __init__(self, context: ViewContext, frame: Callable[[], EditorFrame], merged: Callable[[], None]) -> None:
        super().__init__(
            tr("Merge"),
            tr(
                "Another category takes its place: incidents that have not ended, what stands below it, articles, "
                "templates, macros, saved views and rules go over. It is taken out of use."
            ),
        )
        self._context, self._frame, self._merged = context, frame, merged
        self._key = ""
        self._others: list[Option] = []
        self.button = Button(tr("Merge into…"), icon="git-merge", menu=True, height=Size.BUTTON_SMALL)
        self.button.clicked.connect(lambda _checked=False: self._offer())
        self.body.addWidget(self.button)

    def show_others(self, key: str, others: Sequence[Option]) -> None:
        """The category that it is about, and those that could take its place."""
        self._key, self._others = key, list(others)
        self.button.setEnabled(bool(others))

    def _offer(self) -> None:
        popup = ChoicePopup(tr("Merge into"), listed(self._others), self.button)
        popup.chosen.connect(lambda option: self.look(str(option.value)))
        popup.open_at(self.button)

    def look(self, target: str) -> None:
        """Say what merging into another would do, and ask."""
        desk, actor, key = self._context.desk, self._context.actor, self._key
        self._context.background.read(
            lambda: desk.catalogue.merge_preview(actor, key, target),
            lambda found: self._ask(key, target, found),
            self._refused,
            key=f"merge-{id(self)}",
        )

    def _ask(self, key: str, target: str, found: MergePreview) -> None:
        if key != self._key:
            return
        said = [
            tr("Merge {source} into {target}?", source=found.source, target=found.target),
            tr("Goes over: {what}.", what="; ".join(use.sentence() for use in found.moves))
            if found.moves
            else tr("Nothing names it."),
        ]
        if found.keeps:
            said.append(tr("Stays as it is: {what}.", what="; ".join(use.sentence() for use in found.keeps)))
        frame = self._frame()
        frame.say(" ".join(said), "amber")
        count = next((use.number for use in found.moves if use.word == INCIDENTS), 0)
        frame.strip.add_button(tr("Merge"), lambda: self._merge(key, target, count), kind="danger").setFocus()
        frame.strip.add_button(tr("Leave it"), lambda: frame.say(""))

    def _merge(self, key: str, target: str, count: int) -> None:
        desk, actor = self._context.desk, self._context.actor
        self._frame().say("")
        change_many(
            self._context,
            count,
            lambda: desk.catalogue_admin.merge_category(actor, key, target),
            self._done,
            self._refused,
        )

    def _done(self, done: Merge) -> None:
        said = trn(
            "{source} is merged into {target}: {n} incident went over",
            "{source} is merged into {target}: {n} incidents went over",
            done.moved,
            source=done.source,
            target=done.target,
        )
        undo = self._context.undo.push(said, lambda: self._take_back(done))
        self._context.toasts.show(said, ToastAction(tr("Undo"), undo, "Ctrl+Z"), icon="git-merge")
        self._merged()
        self._tell_left(done.left)

    def _take_back(self, done: Merge) -> None:
        desk, actor = self._context.desk, self._context.actor

        def taken_back(left: tuple[str, ...]) -> None:
            self._context.toasts.show(tr("The merge of {source} is taken back", source=done.source), icon="undo-2")
            self._merged()
            self._tell_left(left)

        def run() -> tuple[str, ...]:
            return desk.catalogue_admin.take_merge_back(actor, done)

        change_many(self._context, done.moved, run, taken_back, self._refused)

    def _tell_left(self, left: Sequence[str]) -> None:
        if left:
            more = trn(" {n} more was left too.", " {n} more were left too.", len(left) - 1) if len(left) > 1 else ""
            self._frame().say(f"{left[0]}{more}", "amber")

    def _refused(self, error: DeskError) -> None:
        self._frame().refuse(str(error))
