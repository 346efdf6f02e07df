"""What is told of a word."""

from typing import Final

from app.domain.wording import marked_count

MACROS: Final = marked_count("{n} macro", "{n} macros")
"""The kind of a use: macros that put on hold for a reason, or resolve with a code."""
