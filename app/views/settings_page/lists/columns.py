"""What the columns of a file mean: a choice for each field, filled in as far as the header tells."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal

from app.domain.lists import ListField
from app.domain.wording import tr
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.fields import PickOne, field_line
from app.views.widgets.choice_popup import Option

_NONE: Final = ""


class ColumnsCard(Card):
    """`mapped` says that a field is read from another column."""

    mapped = Signal()

    def __init__(self, fields: Sequence[ListField]) -> None:
        super().__init__(tr("Columns"), tr("Which column of the file holds what. What is left out stays as it is."))
        self.fields = {field.key: PickOne(field.key, tr(field.label)) for field in fields}
        for pick in self.fields.values():
            self.body.addLayout(field_line(pick))
            pick.finished.connect(self.mapped)

    def show_columns(self, header: Sequence[str], first: Sequence[str], mapped: dict[str, int]) -> None:
        """The columns of a file, each with what stands in its first row, and which is meant by what."""
        options = [Option(_NONE, tr("Not in the file"))]
        for number, name in enumerate(header):
            title = name or tr("Column {n}", n=number + 1)
            example = first[number].strip() if number < len(first) else ""
            shown = f"{title} ({example[:40]})" if example else title
            options.append(Option(str(number), shown))
        for key, pick in self.fields.items():
            pick.offer(options)
            pick.put(str(mapped[key]) if key in mapped else _NONE)

    def columns(self) -> dict[str, int]:
        """The column of each field that has one."""
        values = {key: pick.value() for key, pick in self.fields.items()}
        return {key: int(value) for key, value in values.items() if value}
