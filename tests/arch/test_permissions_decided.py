"""Nothing of the desk can be reached without a permission decision."""

import importlib
import inspect

from app.domain.permissions import Permission
from app.services.command import DECISIONS
from tests.arch.source import modules

SERVICES = [importlib.import_module(module.name) for module in modules("app/services")]


def public_methods() -> set[str]:
    """The public methods of all commands and queries, by qualified name."""
    return {
        f"{module.__name__}.{kind.__qualname__}.{name}"
        for module in SERVICES
        for kind in vars(module).values()
        if inspect.isclass(kind)
        and kind.__module__ == module.__name__
        and kind.__name__.endswith(("Commands", "Queries"))
        for name, member in vars(kind).items()
        if inspect.isfunction(member) and not name.startswith("_")
    }


def test_every_command_and_query_asks_for_a_permission() -> None:
    found = public_methods()
    assert len(found) > 40
    assert found - DECISIONS.keys() == set(), "no permission was decided for these"
    assert DECISIONS.keys() - found == set(), "these decide for nothing that can be called"


def test_every_permission_is_asked_for_somewhere() -> None:
    """In a decorator, a transition or a check inside a command; one that is not guards nothing and misleads."""
    everywhere = "".join(module.text for module in modules("app") if module.path != "app/domain/permissions.py")
    unused = [item.name for item in Permission if f"Permission.{item.name}" not in everywhere]
    assert not unused
