"""What the palette finds beside commands: incidents, people and articles by words, and the places of the settings."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from app.domain.permissions import may
from app.domain.wording import tr
from app.services.search.dto import Hit, Kind, SearchQuery, SearchResult, number_of
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.palette.entries import NamedThing
from app.views.settings_page.other_words import OTHER_WORDS
from app.views.settings_page.registry import SECTIONS
from app.views.toolkit.gather import Gather

MOST_OF_A_KIND: Final = 3
MOST_PEOPLE: Final = 10
_LEAST_LETTERS: Final = 2
_ASK_MS: Final = 150
_ICONS: Final = {Kind.PERSON: "circle-user", Kind.INCIDENT: "list-checks", Kind.ARTICLE: "book-open"}
_SECTIONS: Final = {Kind.PERSON: tr("People"), Kind.INCIDENT: tr("Incidents"), Kind.ARTICLE: tr("Knowledge")}


class FoundThings:
    """Looks for what was typed once the hand rests; `arrived` is called when the answer is there.

    A person leads to what they reported. Nothing is looked for that the person may not see: the search keeps to that.
    """

    def __init__(self, context: ViewContext, place_of: Callable[[Hit], Location]) -> None:
        self._context, self._place_of = context, place_of
        self.arrived: Callable[[], None] = lambda: None
        self._wanted, self._answer = "", SearchResult("")
        self._rest = Gather(context.background, _ASK_MS, self._ask)

    def __call__(self, text: str) -> tuple[NamedThing, ...]:
        """What is known for this text; it is looked for where it is another one."""
        return self._things(text, tuple(_SECTIONS), MOST_OF_A_KIND)

    def people(self, text: str) -> tuple[NamedThing, ...]:
        """People alone."""
        return self._things(text, (Kind.PERSON,), MOST_PEOPLE)

    def stop(self) -> None:
        """The palette is gone, and the timer with it: what owns it lives as long as the window."""
        self._rest.stop()
        self._rest.deleteLater()
        self._context.background.forget("palette")

    def settings(self) -> tuple[NamedThing, ...]:
        """The sections of the settings, found by their names and by what is in them."""
        if self._context.session is None:
            return ()
        return tuple(
            NamedThing(
                tr("Settings"), section.title, section.icon,
                partial(self._context.go, Location("settings", section.key)), section.group,
                f"{', '.join(section.topics)}, {OTHER_WORDS[section.key]}",
            )
            for section in SECTIONS
            if may(self._context.actor, section.permission)
        )  # fmt: skip

    def _ask(self) -> None:
        desk, actor, asked = self._context.desk, self._context.actor, SearchQuery(self._wanted)
        # The commands are there all the same.
        self._context.background.read(
            lambda: desk.search.find(actor, asked), self._found, lambda _error: None, key="palette"
        )

    def _found(self, answer: SearchResult) -> None:
        self._answer = answer
        self.arrived()

    def _things(self, text: str, kinds: tuple[Kind, ...], most: int) -> tuple[NamedThing, ...]:
        if text != self._wanted:
            self._wanted = text
            if (len(text) >= _LEAST_LETTERS or text.isdecimal()) and self._context.session is not None:
                self._rest.ask()
        if self._answer.text != text:
            return ()
        by_kind: dict[Kind, Sequence[Hit]] = {group.kind: group.hits for group in self._answer.groups}
        return tuple(
            NamedThing(_SECTIONS[kind], hit.title.text, _ICONS[kind], partial(self._go, hit), _hint(hit))
            for kind in kinds
            for hit in by_kind.get(kind, ())[:most]
        )

    def _go(self, hit: Hit) -> None:
        self._context.go(self._place_of(hit))


def _hint(hit: Hit) -> str:
    return " · ".join(part for part in (number_of(hit), hit.hint) if part)
