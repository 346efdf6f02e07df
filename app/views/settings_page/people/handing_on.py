"""Open work of a person goes to somebody else: what goes where is shown group by group before anything is done."""

from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.numbers import incident_number
from app.domain.wording import tr, trn
from app.services.incidents.dto import Outcome
from app.services.people.dto import HandedOn, HandingOn, PersonView, Share
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.frame import EditorFrame
from app.views.toolkit import tokens
from app.views.toolkit.toast import ToastAction
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import ChoicePopup, Option, listed
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import Label

_FEW = 5


class _Wanted(NamedTuple):
    """Whose work goes to whom: an id, empty for back to its groups; with `removes` they leave the desk with it."""

    person_id: str
    person: str
    to: str
    name: str
    removes: bool


class _ShareLine(QWidget):
    """What becomes of the work of one group, and the tick by which whoever takes it joins the group."""

    def __init__(self, share: Share, name: str, *, asks: bool) -> None:
        super().__init__()
        self.share, self._name = share, name
        self.said = Label("", tokens.UI_MEDIUM, wrap=True)
        numbers = ", ".join(incident_number(each.number) for each in share.work[:_FEW])
        if len(share.work) > _FEW:
            numbers = tr("{numbers} and {n} more", numbers=numbers, n=len(share.work) - _FEW)
        self.join = CheckBox(tr("{name} joins {group} and takes these", name=name, group=share.group_name))
        self.join.setVisible(asks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.said, Label(numbers, tokens.META, "text3", wrap=True, selectable=True), self.join):
            column.addWidget(widget)

    def say(self, joining: Collection[str]) -> None:
        """What becomes of it when these groups are joined."""
        self.said.setText(_words(self.share, self._name, goes=self.share.goes(joining)))


def _words(share: Share, name: str, *, goes: bool) -> str:
    count, group = len(share.work), share.group_name or tr("In no group")
    if goes:
        return trn(
            "{group}: {n} incident goes to {name}.",
            "{group}: {n} incidents go to {name}.",
            count,
            group=group,
            name=name,
        )
    back = trn(
        "{group}: {n} incident becomes unassigned.", "{group}: {n} incidents become unassigned.", count, group=group
    )
    if not name:
        return back
    in_it = tr("{name} is not in this group.", name=name)
    return f"{back} {in_it if share.may_join else tr('{name} may not see what is restricted.', name=name)}"


class HandOnCard(Card):
    """What goes where, to be agreed to: `agreed` carries the groups that whoever takes the work joins."""

    agreed = Signal(tuple)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("What becomes of the open work"),
            tr("Just this is done, all of it or nothing. What is restricted and you do not see is not moved."),
        )
        self._lines: list[_ShareLine] = []
        self.do = Button("", kind="danger", height=Size.BUTTON_SMALL)
        self.leave = Button(tr("Leave all as it is"), height=Size.BUTTON_SMALL)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.do)
        row.addWidget(self.leave)
        row.addStretch(1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        self.body.addLayout(row)
        self.do.clicked.connect(lambda _checked=False: self.agreed.emit(self.joining()))
        self.leave.clicked.connect(lambda _checked=False: self.left.emit())
        self.hide()

    def joining(self) -> tuple[str, ...]:
        """The groups that are ticked."""
        return tuple(
            line.share.group_id for line in self._lines if line.join.isVisibleTo(line) and line.join.isChecked()
        )

    def lines(self) -> list[str]:
        """What is said of each group."""
        return [line.said.text() for line in self._lines]

    def boxes(self) -> list[CheckBox]:
        """The ticks that are offered."""
        return [line.join for line in self._lines if line.join.isVisibleTo(line)]

    def show_plan(self, plan: HandingOn, name: str, act: str) -> None:
        """Show what would be done; `act` is what the button says."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        asked: set[str] = set()
        self._lines = []
        for share in plan.shares:
            line = _ShareLine(share, name, asks=share.may_join and share.group_id not in asked)
            asked.add(share.group_id)
            line.join.toggled.connect(lambda _on: self._say())
            self._rows.addWidget(line)
            self._lines.append(line)
        self.do.setText(act)
        self.do.updateGeometry()
        self._say()
        self.show()
        first: QWidget = next(iter(self.boxes()), self.do)
        first.setFocus()

    def _say(self) -> None:
        for line in self._lines:
            line.say(self.joining())


class WorkMover:
    """Asks who takes the work, shows what goes where on the card, and does it; `heirs` are who could take it."""

    def __init__(self, context: ViewContext, frame: Callable[[], EditorFrame], changed: Callable[[], None]) -> None:
        self._context, self._frame, self._changed = context, frame, changed
        self.heirs: list[Option] = []
        self.is_shared = False
        """Whether people come in by logins of their own, which removing somebody takes away for good."""
        self.card = HandOnCard()
        self._shown: tuple[_Wanted, HandingOn] | None = None
        self._person_id = ""
        self.card.agreed.connect(self._do)
        self.card.left.connect(self.put_away)

    def offer(self, person: PersonView, anchor: QWidget | None = None, *, removes: bool) -> None:
        """Ask who takes the work of somebody, who with `removes` leaves the desk."""
        options = [Option("", tr("Nobody: back to their groups")), *self.heirs]
        popup = ChoicePopup(tr("Move to"), listed(options), self._frame() if anchor is None else anchor)

        def chosen(option: Option) -> None:
            to = str(option.value or "")
            self._look(_Wanted(person.id, person.name, to, option.label if to else "", removes))

        popup.chosen.connect(chosen)
        popup.open_at(self._frame().strip if anchor is None else anchor)

    def put_away(self) -> None:
        """Nothing is done."""
        self._shown = None
        self._frame().keep_keyboard(self.card)
        self.card.hide()

    def show_of(self, person_id: str) -> None:
        """Somebody is shown, or nobody: what was asked of another is not agreed to, nor shown when it comes."""
        self._person_id = person_id
        if self._shown is not None and self._shown[0].person_id != person_id:
            self.put_away()

    def _look(self, wanted: _Wanted, why: str = "") -> None:
        roster, actor = self._context.desk.roster, self._context.actor

        def came(plan: HandingOn) -> None:
            if wanted.person_id != self._person_id:
                return
            self._shown = wanted, plan
            act = tr("Remove {person} and move it", person=wanted.person) if wanted.removes else tr("Move it")
            self.card.show_plan(plan, wanted.name, act)
            self._frame().say(why, "amber")
            self._frame().go_to(self.card)

        read = partial(roster.handing_on, actor, wanted.person_id, wanted.to)
        self._context.background.read(read, came, self._refused)

    def _do(self, joining: tuple[str, ...]) -> None:
        if self._shown is None:
            return
        wanted, plan = self._shown
        # A second click agrees to nothing more; where this one is refused it is shown anew.
        self._shown = None
        run = partial(self._context.desk.staff.hand_on, self._context.actor, plan, joining, removes=wanted.removes)

        def done(handed: HandedOn) -> None:
            if self._shown is None:
                self.put_away()
            said = tr("{person} is removed", person=wanted.person) if wanted.removes else tr("Open work is moved")
            undo = self._context.undo.push(said, partial(self._take_back, handed, said))
            self._tell(f"{said}. {_done_words(handed, wanted.name)}", ToastAction(tr("Undo"), undo, "Ctrl+Z"))

        self._context.background.write(run, done, lambda error: self._look(wanted, str(error)))

    def _take_back(self, handed: HandedOn, said: str) -> None:
        staff, actor = self._context.desk.staff, self._context.actor

        def done(outcomes: tuple[Outcome, ...]) -> None:
            lost = handed.removed and self.is_shared
            told = tr("Taken back: {text}", text=said)
            self._tell(tr("{text}. They need a new login to come in", text=told) if lost else told)
            refused = [each.refused for each in outcomes if each.refused]
            if refused:
                self._frame().say("\n".join(refused[:_FEW]), "amber")

        self._context.background.write(lambda: staff.take_back(actor, handed), done, self._refused)

    def _tell(self, said: str, *actions: ToastAction) -> None:
        self._context.toasts.show(said, *actions, icon="user")
        self._frame().say("")
        self._changed()

    def _refused(self, error: DeskError) -> None:
        self._frame().refuse(str(error))


def _done_words(handed: HandedOn, name: str) -> str:
    back = len(handed.outcomes) - handed.taken
    taken = trn("{n} incident went to {name}.", "{n} incidents went to {name}.", handed.taken, name=name)
    free = trn("{n} incident is unassigned now.", "{n} incidents are unassigned now.", back)
    return " ".join(said for said, count in ((taken, handed.taken), (free, back)) if count)
