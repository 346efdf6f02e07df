"""What a model wrote into a draft, kept with the draft until a person has edited or accepted it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.domain.wording import tr
from app.domain.writing_help.prompts import is_unchecked
from app.views.widgets.strips import InfoStrip
from app.views.writing_help.sheet import Written

_MODEL, _TEXT = "help_model", "help_text"


def fields_of(written: Written | None) -> dict[str, str]:
    """The mark as fields of a draft."""
    return {} if written is None else {_MODEL: written.model, _TEXT: written.text}


def written_of(fields: Mapping[str, str]) -> Written | None:
    """The mark that stands in a draft."""
    model, text = fields.get(_MODEL, ""), fields.get(_TEXT, "")
    return Written(text, model) if model and text else None


def still_unchecked(text: str, written: Written | None) -> str:
    """The model that wrote what stands unchanged in a text; empty where a person has edited or accepted it."""
    return written.model if written is not None and is_unchecked(text, written.text) else ""


class MarkStrip(InfoStrip):
    """Says that a model wrote it, and lets a person accept it."""

    def __init__(self, accept: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__("", "violet", icon="text-quote")
        if parent is not None:
            self.setParent(parent)
        self.accept = self.add_button(tr("Accept"), accept)
        self.hide()

    def show_model(self, model: str) -> None:
        """Say it of this model; empty says nothing."""
        if model:
            said = tr("Written by {model}, not yet checked. Edit it, or accept it as it is.", model=model)
            self.set_text(said, icon="text-quote")
        self.setVisible(bool(model))


def unchecked_words(model: str) -> str:
    """Why something that a model wrote cannot go out yet."""
    return tr("{model} wrote this and nobody has checked it yet. Edit it, or accept it above.", model=model)
