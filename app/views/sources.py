"""Keeps PySide from reading the source of every module that is imported after it.

It looks there for a use of `from __feature__ import ...`, by which a module may ask for other names of Qt's methods; no
module of this program does. Looking was measured to take 7 ms of the start to the rows seen last and 45 ms of the start
to the open desk. A PySide that looks in another way is left alone, and only slower.
"""

import sys

import PySide6.QtCore  # noqa: F401 -- what is changed below comes with it


def leave_sources_unread() -> None:
    """Have modules that are imported from now on taken for ones that ask for no feature."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _asks_for_none)  # noqa: B010 -- it is in no stub


def _asks_for_none(_module: object) -> bool:
    return False
