"""How a section with a list and a form is laid out, and what those of one thing say about their entries."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.catalogue.dto import PastChange, Use
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.fields import FormCard, FormField
from app.views.settings_page.entries.list_frame import ListFrame
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.entries.story import HistoryCard, UsesCard
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.settings_page.unpublished import Unpublished
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Option

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

NEW: Final = "new"

Values = Mapping[str, str]


class Words(NamedTuple):
    """What the entries are called: one and several, in small letters; an icon, and a sentence over the list.

    The rest is how taking one out of use and using it again is called.
    """

    thing: str
    things: str
    icon: str
    hint: str = ""
    retire: str = tr("Take out of use")
    renew: str = tr("Use again")
    retired: str = tr("Not in use: it is not offered any more")
    retired_said: str = tr("is taken out of use")
    renewed_said: str = tr("is in use again")

    @property
    def title(self) -> str:
        """The heading of the section."""
        return self.things[:1].upper() + self.things[1:]


class Opened(NamedTuple):
    """One entry as the form shows it: values by field, what fields offer, what uses it and what happened to it.

    `more` is for cards of the section's own.
    """

    title: str
    values: dict[str, str]
    active: bool = True
    uses: tuple[Use, ...] = ()
    history: tuple[PastChange, ...] = ()
    offers: dict[str, list[Option]] = {}  # noqa: RUF012 - a default that is only read
    more: object = None


class EntriesLayout(SettingsSection):
    """The parts. A section of its own kind answers the questions; `load_all`, `load_one` and what saves are called on
    lanes.
    """

    def __init__(self, context: ViewContext, parent: QWidget | None, words: Words, edit: Permission) -> None:
        super().__init__(context, parent)
        self.words = words
        self.editable = may(context.actor, edit)
        self.overview = ListFrame(
            words.title, words.things, words.hint, tr("New {thing}", thing=words.thing) if self.editable else ""
        )
        self.list = self.overview.list
        self.frame = EditorFrame(SectionHead())
        self.frame.head.set_back(words.title)
        self.form = FormCard(tr("Details"), self.make_fields())
        self.add = Button(tr("Add {thing}", thing=words.thing), kind="primary", icon="plus", height=Size.BUTTON_PAGE)
        self.use = Button(words.retire, kind="ghost", icon="archive", height=Size.BUTTON_SMALL)
        self.uses, self.history = UsesCard(), HistoryCard(context)
        self.unpublished = Unpublished(context, self)
        self._lay_out()

    # What a section of its own kind says

    drafts: str
    """How the keys of its drafts begin, in every language."""

    naming: str = "name"
    """The field that says what the entry is called."""

    knows_uses: bool = True
    """Whether anybody keeps what uses an entry: a macro or a template is gone through once, and leaves no mark."""

    def make_fields(self) -> Sequence[FormField]:
        """The fields of the form, made once."""
        raise NotImplementedError

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """The rows of the list."""
        raise NotImplementedError

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """An entry; with an empty key what a new one begins with."""
        raise NotImplementedError

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Add an entry; returns its key."""
        raise NotImplementedError

    def save_change(self, desk: "Desk", actor: "Actor", key: str, values: Values) -> None:
        """Save the fields that changed."""
        raise NotImplementedError

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Put an entry to use again, or take it out of use."""
        raise NotImplementedError

    def more_cards(self) -> Sequence[Card]:
        """What stands between the form and what uses the entry."""
        return ()

    def warning(self, opened: Opened) -> str:
        """What is said before an entry is taken out of use; nothing where it is done at once."""
        if not opened.uses:
            return ""
        uses = "; ".join(use.sentence() for use in opened.uses)
        return tr(
            "{title} is used by {uses}. They keep it; it is only not offered any more.", title=opened.title, uses=uses
        )

    def other_ways(self, _opened: Opened) -> Sequence[tuple[str, Callable[[], None]]]:
        """What else can be done in place of only taking the entry out of use: what it is called, and what does it."""
        return ()

    def shown(self, opened: Opened) -> None:
        """An entry was shown, for cards of the section's own."""

    # Layout

    def _lay_out(self) -> None:
        self.form.ends.addWidget(self.use)
        self.form.body.addWidget(self.add)
        for card in (self.form, *self.more_cards(), self.uses, self.history):
            self.frame.page.addWidget(card)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.overview)
        self.stack.addWidget(self.frame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
