"""Open work of a person goes to somebody else: by itself, or as they are removed from the desk."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from app.domain.errors import DeskError
from app.domain.wording import tr, trn
from app.services.people.dto import Moved, OpenWork, PersonView
from app.views.context import ViewContext
from app.views.settings_page.frame import EditorFrame
from app.views.toolkit.toast import ToastAction
from app.views.widgets.choice_popup import ChoicePopup, Option, listed

_FEW = 5


class _Removal(NamedTuple):
    """Who is removed, and to whom their work goes: an id, empty for back to its groups."""

    person: PersonView
    work: tuple[OpenWork, ...]
    to: str
    name: str


class HandingOn:
    """`heirs` are who could take the work of the person that is shown."""

    def __init__(self, context: ViewContext, frame: Callable[[], EditorFrame], changed: Callable[[], None]) -> None:
        self._context, self._frame, self._changed = context, frame, changed
        self.heirs: list[Option] = []

    def move(self, work: Sequence[OpenWork], to_person_id: str) -> None:
        """Move it; what could not be moved is told."""
        staff, actor = self._context.desk.staff, self._context.actor
        self._context.background.write(
            lambda: staff.move_work(actor, work, to_person_id or None), self._moved, self._refused
        )

    def offer(self, person: PersonView, work: tuple[OpenWork, ...]) -> None:
        """Ask who takes the work of somebody who is to be removed."""
        options = [Option("", tr("Nobody: back to their groups")), *self.heirs]
        popup = ChoicePopup(tr("Move to"), listed(options), self._frame())
        popup.chosen.connect(
            lambda option: self._preview(_Removal(person, work, str(option.value or ""), option.label))
        )
        popup.open_at(self._frame().strip)

    def _preview(self, wanted: _Removal) -> None:
        """Say which incidents go where before anything is done."""
        numbers = ", ".join(f"INC-{each.number:06d}" for each in wanted.work[:_FEW])
        if len(wanted.work) > _FEW:
            numbers = tr("{numbers} and {n} more", numbers=numbers, n=len(wanted.work) - _FEW)
        where = tr("to {name}", name=wanted.name) if wanted.to else tr("back to their groups")
        frame = self._frame()
        said = tr(
            "{person} is removed. Goes {where}: {numbers}.", person=wanted.person.name, where=where, numbers=numbers
        )
        frame.say(said, "amber")
        frame.strip.add_button(tr("Remove and move"), partial(self._remove, wanted), kind="danger").setFocus()
        frame.strip.add_button(tr("Keep them"), lambda: frame.say(""))

    def _remove(self, wanted: _Removal) -> None:
        staff, actor = self._context.desk.staff, self._context.actor

        def run() -> Moved:
            # Removed first, so that what is given to them meanwhile is refused.
            staff.remove(actor, wanted.person.id)
            return staff.move_work(actor, wanted.work, wanted.to or None)

        def done(moved: Moved) -> None:
            left = {number for number, _ in moved.left}
            back = tuple(each._replace(assignee_id=wanted.to) for each in wanted.work if each.number not in left)
            undo = self._context.undo.push(
                tr("{person} is removed", person=wanted.person.name), partial(self._bring_back, wanted.person, back)
            )
            self._tell(moved, ToastAction(tr("Undo"), undo, "Ctrl+Z"))

        self._context.background.write(run, done, self._refused)

    def _bring_back(self, person: PersonView, work: tuple[OpenWork, ...]) -> None:
        staff, actor = self._context.desk.staff, self._context.actor

        def run() -> Moved:
            staff.bring_back(actor, person.id)
            return staff.move_work(actor, work, person.id)

        self._context.background.write(run, self._moved, self._refused)

    def _moved(self, moved: Moved) -> None:
        self._tell(moved)

    def _tell(self, moved: Moved, *actions: ToastAction) -> None:
        said = trn("{n} incident is moved", "{n} incidents are moved", moved.moved)
        self._context.toasts.show(said, *actions, icon="user")
        self._frame().say("")
        if moved.left:
            number, why = moved.left[0]
            others = trn(" {n} more was left too.", " {n} more were left too.", len(moved.left) - 1)
            self._frame().say(
                tr("INC-{number} was left: {why}", number=f"{number:06d}", why=why)
                + (others if len(moved.left) > 1 else ""),
                "amber",
            )
        self._changed()

    def _refused(self, error: DeskError) -> None:
        self._frame().refuse(str(error))
