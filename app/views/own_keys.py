"""The keys that a person gave to actions: kept with the window's state on this computer."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence

from app.domain.wording import tr
from app.views.actions import ActionRegistry, are_apart
from app.views.toolkit.key_caps import is_plain
from app.views.toolkit.state import WindowState

_KEYS, _SINGLE = "keys.own", "keys.single"


def own_keys(state: WindowState) -> dict[str, list[str]]:
    """The keys that were chosen, by action; what a damaged file says otherwise counts as none."""
    found = state.get(_KEYS, {})
    return {
        str(action_id): [key for key in keys if isinstance(key, str)]
        for action_id, keys in found.items()
        if isinstance(keys, list)
    }


def single_keys(state: WindowState) -> bool:
    """Whether a letter alone does something."""
    return bool(state.get(_SINGLE, default=True))


def take_own_keys(actions: ActionRegistry, state: WindowState) -> None:
    """Have the actions go by what was chosen."""
    actions.wear(own_keys(state), single_keys=single_keys(state))


def choose_keys(actions: ActionRegistry, state: WindowState, action_id: str, keys: Sequence[str] | None) -> None:
    """Give an action these keys, or its usual ones where they are None."""
    chosen: Mapping[str, list[str]] = own_keys(state)
    kept = {name: value for name, value in chosen.items() if name != action_id}
    if keys is not None:
        kept[action_id] = list(keys)
    state.set(_KEYS, kept or None)
    take_own_keys(actions, state)


def use_single_keys(actions: ActionRegistry, state: WindowState, *, used: bool) -> None:
    """Have letters alone do something, or not."""
    state.set(_SINGLE, None if used else False)
    take_own_keys(actions, state)


def written(sequence: QKeySequence) -> str:
    """A sequence as the catalogue writes it."""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def refusal(actions: ActionRegistry, action_id: str, keys: str) -> str:
    """Why keys cannot be given to an action; empty where they can."""
    if not keys:
        return tr("Press the keys that you want.")
    mine = actions.offer(action_id).spec
    for spec in actions.specs():
        if spec.id == action_id or are_apart(mine, spec):
            continue
        for other in spec.keys:
            if other == keys:
                return tr(
                    "{shown} is “{name}” already. Give that one other keys first.",
                    shown=_shown(keys),
                    name=spec.text.rstrip("…"),
                )
            if other.startswith(f"{keys}, ") or keys.startswith(f"{other}, "):
                return tr(
                    "{shown} is “{name}”, and the one would hide the other.",
                    shown=_shown(other),
                    name=spec.text.rstrip("…"),
                )
    if not is_plain(keys) and not any(part in keys for part in ("Ctrl", "Alt", "Meta", "F")):
        return tr("{shown} is needed to move about. Add Ctrl or Alt.", shown=_shown(keys))
    return ""


def _shown(keys: str) -> str:
    native = (QKeySequence(part).toString(QKeySequence.SequenceFormat.NativeText) for part in keys.split(", "))
    return tr(" then ").join(native)
