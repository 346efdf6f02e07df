"""An ordered list that is edited entry by entry and published as a whole: what both policies and rules are.

It knows what is published, what is edited, and the way back; the section that has it shows both.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from app.domain.wording import marked, tr
from app.views.settings_page.frame import EditorFrame
from app.views.settings_page.publish_bar import PublishBar
from app.views.settings_page.unpublished import Unpublished

T = TypeVar("T")
_UNDO_STEPS: Final = 100


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """What the entries are: the field of their draft, the key of each, and the data that a draft keeps of them.

    Equal data are equal entries.
    """

    field: str
    key_of: Callable[[T], str]
    to_data: Callable[[Sequence[T]], Any]
    from_data: Callable[[Any], tuple[T, ...]]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a list: where something is said, where it is published, and its draft."""

    frame: EditorFrame
    bar: PublishBar
    unpublished: Unpublished
    is_editable: bool


class EditedList(Generic[T]):
    """`shown` is called when the list is another one, `edited` before it where a person changed it."""

    def __init__(self, shape: Shape[T], around: Around, edited: Callable[[], None], shown: Callable[[], None]) -> None:
        self._shape, self._around, self._edited, self._shown = shape, around, edited, shown
        self.items: tuple[T, ...] = ()
        self.base: tuple[T, ...] | None = None
        """What is published; None before that is known."""
        self.current_key = ""
        self._undone: list[tuple[T, ...]] = []
        bar = around.bar
        bar.discard_wanted.connect(self.discard)
        bar.note_typed.connect(lambda _text: self.keep())
        around.unpublished.brought_back.connect(self._bring_back)

    @property
    def is_unchanged(self) -> bool:
        """Whether it is as it is published."""
        return bool(self._shape.to_data(self.items) == self._shape.to_data(self.base or ()))

    @property
    def current(self) -> T | None:
        """The entry that is chosen; the first one where that is gone."""
        found = next((each for each in self.items if self._shape.key_of(each) == self.current_key), None)
        found = found if found is not None else next(iter(self.items), None)
        self.current_key = "" if found is None else self._shape.key_of(found)
        return found

    def changed_words(self) -> str:
        """In a few words what is not published: "1 new, 2 changed", or "order"."""
        old, new = self._data_by_key(self.base or ()), self._data_by_key(self.items)
        both = old.keys() & new.keys()
        counts = (
            (len(new) - len(both), marked("{n} new")),
            (len(old) - len(both), marked("{n} removed")),
            (sum(old[key] != new[key] for key in both), marked("{n} changed")),
        )
        return ", ".join(tr(words, n=count) for count, words in counts if count) or tr("order")

    def _data_by_key(self, items: Sequence[T]) -> dict[str, Any]:
        data = self._shape.to_data(items)
        return {self._shape.key_of(each): of_it for each, of_it in zip(items, data, strict=True)}

    def begin(self) -> None:
        """Another list is shown, of which nothing is known yet."""
        self.base, self.current_key = None, ""
        self._undone.clear()

    def read(self, published: tuple[T, ...], overtaken: str) -> bool:
        """It was read; what is being edited stays, and `overtaken` is said where it began with another one.

        Returns whether it was read for the first time.
        """
        is_first = self.base is None
        if is_first or self.is_unchanged:
            self.items = published
        elif self._shape.to_data(published) != self._shape.to_data(self.base or ()):
            self._around.frame.say(overtaken, "amber")
        self.base = published
        return is_first

    def choose(self, key: str) -> None:
        """Another entry is edited."""
        self.current_key = key
        self._shown()

    def insert(self, place: int, entry: T) -> None:
        """Put another entry at a place, and choose it."""
        self.current_key = self._shape.key_of(entry)
        self.take((*self.items[:place], entry, *self.items[place:]))

    def replace(self, changed: T) -> None:
        """Put it where the entry with its key stands."""
        key = self._shape.key_of(changed)
        self.take(tuple(changed if self._shape.key_of(each) == key else each for each in self.items))

    def remove(self) -> None:
        """Leave the chosen one out."""
        self.take(tuple(each for each in self.items if self._shape.key_of(each) != self.current_key))

    def move(self, origin: int, target: int) -> None:
        """Put one at another place, and choose it."""
        items = list(self.items)
        items.insert(target, items.pop(origin))
        self.current_key = self._shape.key_of(items[target])
        self.take(tuple(items))

    def take(self, items: tuple[T, ...]) -> None:
        """Edit these from now on; `undo` leads back."""
        self._undone = [*self._undone, self.items][-_UNDO_STEPS:]
        self.items = items
        self._after_edit()

    def undo(self) -> bool:
        """Take back the last edit; False where there is none."""
        if not self._around.is_editable or not self._undone:
            return False
        self.items = self._undone.pop()
        self._after_edit()
        return True

    def look(self, items: tuple[T, ...], said: str) -> None:
        """Edit what an older version says, with a way back."""
        self.take(items)
        self._around.frame.say(said)
        self._around.frame.strip.add_button(tr("Back to where I was"), self.undo)

    def keep(self) -> None:
        """Have what is edited kept as a draft."""
        if self.base is None or not self._around.is_editable:
            return
        note = self._around.bar.note.text()
        if self.is_unchanged and not note:
            self._around.unpublished.forget()
        else:
            data = json.dumps(self._shape.to_data(self.items))
            self._around.unpublished.keep({self._shape.field: data, "note": note})

    def discard(self) -> None:
        """Give the changes up, with their note; both are brought back together."""
        kept, note = self.items, self._around.bar.note.text()
        self._around.unpublished.forget()
        self._around.bar.clear()
        self.take(self.base or ())
        self._around.frame.say(tr("Your changes are gone."))
        self._around.frame.strip.add_button(tr("Bring them back"), lambda: self._undiscard(kept, note))

    def published(self, base: tuple[T, ...] | None) -> None:
        """It was published and is this now, or is to be read; nothing of it is a draft any more."""
        self._around.bar.set_busy(False)
        self._around.bar.clear()
        self._around.unpublished.forget()
        self.base = base

    def _after_edit(self) -> None:
        self._around.frame.say("")
        self._edited()
        self.keep()
        self._shown()

    def _bring_back(self, fields: dict[str, str]) -> None:
        self.items = self._shape.from_data(json.loads(fields[self._shape.field]))
        self._around.bar.note.setText(fields["note"])
        self._edited()
        self._shown()
        self._around.frame.say(tr("What you had changed and not published is here again."))

    def _undiscard(self, items: tuple[T, ...], note: str) -> None:
        self._around.bar.note.setText(note)
        self.take(items)
