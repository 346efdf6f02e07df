"""JSON as PostgreSQL's `jsonb` writes it, so that a value has one text, and one digest, on both databases."""

import json
from typing import Any


def jsonb_text(value: Any) -> str:
    """The text: shorter keys before longer ones, then by their bytes; a blank after each comma and colon."""
    return json.dumps(_ordered(value), ensure_ascii=False, separators=(", ", ": "))


def _ordered(value: Any) -> Any:
    if isinstance(value, dict):
        keys = sorted(value, key=_order)
        return {key: _ordered(value[key]) for key in keys}
    if isinstance(value, (list, tuple)):
        return [_ordered(each) for each in value]
    return value


def _order(key: str) -> tuple[int, bytes]:
    told = key.encode("utf-8", "surrogatepass")
    return len(told), told
