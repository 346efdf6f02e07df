"""The four answers of triage, each by the command that the desk has for it, and each with its way back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.numbers import incident_number, parse_incident_number
from app.domain.vocabulary import State
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail, IncidentRef
from app.services.suggestions.dto import Alike
from app.views.context import ViewContext
from app.views.incident.editing import WantedEdit
from app.views.incident.page import IncidentPage
from app.views.merging.sheet import merge_now
from app.views.snoozing import open_snooze
from app.views.suggestions.advising import alike_words
from app.views.triage.proposals import Proposal, values_of
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option, narrowed


class Answers:
    """Answers the incident that the page shows; `answered` is called with its id once the desk has taken it."""

    def __init__(self, context: ViewContext, page: IncidentPage, answered: Callable[[str], None]) -> None:
        self._context, self._page, self._answered = context, page, answered

    def accept(self, detail: IncidentDetail, made: tuple[Proposal, ...]) -> None:
        """Take what is proposed. Where no group is, it is asked for: without one nobody would see it."""
        values, words = values_of(made)
        if detail.group_id is None and "group_id" not in values:
            self._page.properties.open_list("group_id")
            return
        self._page.change(WantedEdit(values, words), lambda: self._answered(detail.id))

    def duplicate(self, detail: IncidentDetail, likely: Sequence[Alike], anchor: QWidget) -> ChoicePopup:
        """Ask of which incident it is a duplicate, the likeliest first; then merge it."""
        known = [Option(each, _named(each), alike_words(each)) for each in likely]

        def ask(text: str, answer: Answer) -> None:
            number = parse_incident_number(text.strip()) if text.strip() else None
            typed = [] if number is None else [Option(number, incident_number(number), tr("this number"))]
            answer([*typed, *narrowed(known, text)])

        popup = ChoicePopup(tr("Duplicate of: choose, or type a number"), ask, anchor)
        popup.chosen.connect(lambda option: self._merge_into(detail, option.value))
        popup.open_at(anchor)
        return popup

    def _merge_into(self, detail: IncidentDetail, original: object) -> None:
        if isinstance(original, Alike):
            self._merge(detail, IncidentRef(original.id, original.number))
            return
        if not isinstance(original, int):
            return
        desk, actor = self._context.desk, self._context.actor

        def found(ref: IncidentRef | None) -> None:
            if ref is None:
                name = incident_number(original)
                self._context.toasts.show(tr("There is no {number}, or you may not see it", number=name), icon="search")
            else:
                self._merge(detail, ref)

        self._context.background.read(lambda: desk.incident.find_number(actor, original), found)

    def _merge(self, detail: IncidentDetail, original: IncidentRef) -> None:
        words = tr(
            "{duplicate} merged into {original}",
            duplicate=incident_number(detail.number),
            original=incident_number(original.number),
        )
        done, refused = partial(self._answered, detail.id), self._context.toasts.say_error
        merge_now(self._context, original.id, [detail.id], words, done, refused)

    def decline(self) -> None:
        """Ask for the reason in the place of the composer, as every cancellation does; the caller is told it."""
        self._page.writing.open_step(State.CANCELED)

    def snooze(self, detail: IncidentDetail, anchor: QWidget) -> ChoicePopup:
        """Ask until when it is put off."""
        return open_snooze(
            self._context, [detail.id], anchor, lambda: self._answered(detail.id),
            is_snoozed=detail.snoozed_until is not None,
        )  # fmt: skip


def _named(found: Alike) -> str:
    return f"{incident_number(found.number)} {found.short_description}"
