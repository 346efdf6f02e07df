"""How help with writing is set up; plain values, no database library."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class HelpSettings:
    """Off until an administrator switches it on. `masks` hides e-mail addresses and phone numbers; `restricted` lets
    incidents be sent that only a group may see; `authority` is the office's own certificate authority as PEM. The key
    stands nowhere in the desk: each person has it in the keyring of their computer.
    """

    is_on: bool = False
    address: str = ""
    model: str = ""
    masks: bool = True
    restricted: bool = False
    authority: str = ""

    def as_data(self) -> dict[str, Any]:
        """As the desk keeps it."""
        return asdict(self)


def settings_of(data: Any) -> HelpSettings:
    """What the desk keeps, or that it is off where it keeps nothing that can be read."""
    if not isinstance(data, dict):
        return HelpSettings()
    off = HelpSettings()
    texts = {name: data[name] for name in ("address", "model", "authority") if isinstance(data.get(name), str)}
    flags = {name: data[name] for name in ("is_on", "masks", "restricted") if isinstance(data.get(name), bool)}
    return HelpSettings(**{**off.as_data(), **texts, **flags})
