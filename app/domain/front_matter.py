"""Texts with a head of names and values between two lines of three dashes, as folders of Markdown files have it.

Of YAML this reads what such heads hold: one value a line, quoted or not, and lists in brackets or one entry a line.
"""

import json
from collections.abc import Mapping
from typing import NamedTuple

from app.domain.errors import BadInput
from app.domain.wording import tr

_FENCE = "---"
_NEEDS_QUOTES = ("'", '"', "[", "{", "#", "&", "*", "!", "|", ">", "%", "@", "`", "-", "?", ":")


class Document(NamedTuple):
    """A text with what its head says; every value is a text, those of a list are joined by commas."""

    fields: Mapping[str, str]
    body: str


def write_document(document: Document) -> str:
    """The text of a file; values are quoted where another program could take them for something else."""
    lines = [f"{name}: {_written(value)}" for name, value in document.fields.items() if value]
    return "\n".join((_FENCE, *lines, _FENCE, "", document.body.strip("\n"), ""))


def _written(value: str) -> str:
    is_plain = (
        not value.startswith(_NEEDS_QUOTES) and ": " not in value and " #" not in value and value == value.strip()
    )
    return value if is_plain else json.dumps(value, ensure_ascii=False)


def read_document(text: str) -> Document:
    """Read a file; one without a head is all body. `BadInput` names the line that cannot be read."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if lines[0].strip() != _FENCE:
        return Document({}, "\n".join(lines).strip("\n"))
    fields: dict[str, str] = {}
    name = ""
    for number, line in enumerate(lines[1:], 2):
        if line.strip() == _FENCE:
            return Document(fields, "\n".join(lines[number:]).strip("\n"))
        if line.strip().startswith("- ") and name:
            entry = _read(line.strip().removeprefix("- "))
            fields[name] = f"{fields[name]}, {entry}" if fields[name] else entry
        elif line.strip() and not line.lstrip().startswith("#"):
            name, colon, value = line.partition(":")
            name = name.strip().lower()
            if not colon or not name or " " in name:
                raise BadInput(
                    tr(
                        "Line {number} is no “name: value”. Write it so, or end the head with three dashes.",
                        number=number,
                    )
                )
            fields[name] = _read(value)
    raise BadInput(tr("The head has no end. Close it with a line of three dashes."))


def _read(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(filter(None, (_read(part) for part in value[1:-1].split(","))))
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return str(json.loads(value))
        except ValueError:
            return value[1:-1]
    return value[1:-1].replace("''", "'") if len(value) > 1 and value[0] == value[-1] == "'" else value
