"""`@` in an internal note: completes the name of somebody at the desk, who is told when the note is saved."""

from typing import Final

from PySide6.QtCore import QObject, Qt

from app.domain.mentions import SIGN
from app.domain.wording import tr
from app.services.people.dto import Choice
from app.views.context import ViewContext
from app.views.incident.composer import Composer
from app.views.incident.modes import NOTE
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option, narrowed

_NEXT: Final = " "


class PersonNames(QObject):
    """Enter puts in the name. Where nobody is called so, what was typed goes on in the note as it was typed."""

    def __init__(self, context: ViewContext, composer: Composer) -> None:
        super().__init__(composer)
        self._context, self._composer = context, composer
        self.popup: ChoicePopup | None = None
        self._typed = ""
        composer.typed.connect(self._look)

    def _look(self) -> None:
        cursor = self._composer.edit.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        is_open = self.popup is not None and self.popup.isVisible()
        begins = before.endswith(SIGN) and not before[-2:-1].isalnum()
        if begins and not is_open and self._composer.mode == NOTE:
            self._open()

    def _open(self) -> None:
        self._typed = ""
        popup = ChoicePopup(tr("Who is to be told"), self._ask, self._composer)
        popup.field.textChanged.connect(self._keep)
        popup.chosen.connect(self._chosen)
        popup.destroyed.connect(lambda _gone=None: self._closed())
        self.popup = popup
        popup.open_at(self._composer.edit)

    def _keep(self, text: str) -> None:
        self._typed = text

    def _ask(self, text: str, answer: Answer) -> None:
        desk, actor = self._context.desk, self._context.actor

        def read(people: tuple[Choice, ...]) -> None:
            others = [Option(each.id, each.label, each.hint) for each in people if each.id != actor.person_id]
            found = narrowed(others, text)
            answer(found)
            if text and not found and self.popup is not None:
                self.popup.close()
                self._give_back()

        self._context.background.read(
            lambda: desk.people.mentionable(actor), read, lambda _error: answer([]), key=f"person-names-{id(self)}"
        )

    def _chosen(self, option: Option) -> None:
        self._typed = ""
        self._put(f"{option.label}{_NEXT}")

    def _closed(self) -> None:
        self.popup = None
        self._give_back()

    def _give_back(self) -> None:
        """Nobody was chosen: what was typed into the list was meant for the note."""
        typed, self._typed = self._typed, ""
        if typed:
            self._put(typed)

    def _put(self, text: str) -> None:
        edit = self._composer.edit
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.insertPlainText(text)
