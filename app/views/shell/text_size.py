"""Larger and smaller text by key, as the settings have it."""

from typing import TYPE_CHECKING

from app.domain.wording import tr
from app.infra.settings import TEXT_SIZES, text_size

if TYPE_CHECKING:
    from app.views.main_window import MainWindow

USUAL = 100


def change_text_size(window: "MainWindow", step: int) -> None:
    """The next size in a direction; 0 goes back to the usual one. It counts from the next start on, and says so."""
    context = window.context
    now = text_size(context.own())
    place = TEXT_SIZES.index(now) + step
    wanted = USUAL if step == 0 else TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))]
    if wanted != now:
        context.keep_own(context.own()._replace(text_size=str(wanted)))
    text = tr("Text {size} %, from the next start of Mainstay on", size=wanted)
    context.toasts.show(text, icon="type", shown_ms=3_000)
