"""Larger and smaller text by key, as the settings have it."""

from functools import partial
from typing import TYPE_CHECKING

from app.domain.wording import tr
from app.infra.settings import TEXT_SIZES, text_size
from app.views.toolkit.scale import is_set_outside
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.views.windows.desk_window import DeskWindow

USUAL = 100
_SHOWN_MS = 4_000


def change_text_size(window: "DeskWindow", step: int) -> None:
    """The next size in a direction; 0 goes back to the usual one."""
    now = text_size(window.context.own())
    place = TEXT_SIZES.index(now) + step
    wanted = USUAL if step == 0 else TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))]
    if is_set_outside():
        _say(window, tr("How large everything is was set outside of Mainstay, by QT_SCALE_FACTOR."))
    elif wanted == now:
        _say(window, _as_it_is(now))
    else:
        _use(window, wanted, now)


def _use(window: "DeskWindow", wanted: int, now: int) -> None:
    context = window.context
    context.keep_own(context.own()._replace(text_size=str(wanted)))
    if context.use_size(wanted):
        back, said = (now, tr("Back to {size} %", size=now)) if wanted == USUAL else (USUAL, tr("Usual size"))
        _say(window, tr("Text {size} %", size=wanted), ToastAction(said, partial(_use, window, back, wanted)))
    else:
        anew = context.start_anew
        offered = [] if anew is None else [ToastAction(tr("Open anew"), anew)]
        text = tr("Text {size} %, once Mainstay is opened anew. What you typed is kept.", size=wanted)
        context.toasts.show(text, *offered, icon="type")


def _as_it_is(size: int) -> str:
    """There is no other size that way."""
    if size == USUAL:
        return tr("Text {size} %, the usual size", size=size)
    if size == TEXT_SIZES[0]:
        return tr("Text {size} %, the smallest", size=size)
    return tr("Text {size} %, the largest", size=size)


def _say(window: "DeskWindow", text: str, *offered: ToastAction) -> None:
    window.context.toasts.show(text, *offered, icon="type", shown_ms=_SHOWN_MS)
