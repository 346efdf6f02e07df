"""Which tables a move takes along, in the order in which they can be written, and which stay behind and why."""

import importlib
import pkgutil
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Table

import app.models
from app.models.base import metadata

LEFT: Final[Mapping[str, str]] = {
    "change_feed": "tells windows of one database what was changed there lately",
    "presence": "says who looks at which incident at this moment",
    "incident_risk": "is counted anew from resolved incidents every few minutes",
    "command_receipt": "answers programs that wait for a save on the old database",
}
"""Tables that stay behind, each with the reason. A test fails for a table that stands nowhere."""


def moved_tables() -> list[Table]:
    """Every other table, each after those that it refers to."""
    for module in pkgutil.iter_modules(app.models.__path__):
        importlib.import_module(f"app.models.{module.name}")
    return [table for table in metadata.sorted_tables if table.name not in LEFT]
