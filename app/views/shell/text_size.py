"""Larger and smaller text by key, as the settings have it."""

from typing import TYPE_CHECKING

from app.domain.wording import tr
from app.infra.settings import TEXT_SIZES, text_size
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.views.main_window import MainWindow

USUAL = 100


def change_text_size(window: "MainWindow", step: int) -> None:
    """The next size in a direction; 0 goes back to the usual one. It counts for a window that is opened anew."""
    context = window.context
    now = text_size(context.own())
    place = TEXT_SIZES.index(now) + step
    wanted = USUAL if step == 0 else TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))]
    if wanted != now:
        context.keep_own(context.own()._replace(text_size=str(wanted)))
    anew = context.start_anew
    text = tr("Text {size} %, once Mainstay is opened anew. What you typed is kept.", size=wanted)
    offered = [] if anew is None else [ToastAction(tr("Open anew"), anew)]
    context.toasts.show(text, *offered, icon="type")
