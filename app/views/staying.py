"""Whether the close button of the window keeps the program in the tray."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.views.application import Program


def may_stay(program: "Program") -> bool:
    """Whether the window may be hidden: somebody wants it so, and an icon leads back to it; what is typed is kept."""
    context = program.window.context
    if program.settings.close_to_tray != "yes" or program.session is None or not context.stay_in_tray():
        return False
    context.drafts.flush()
    context.state.save()
    return True
