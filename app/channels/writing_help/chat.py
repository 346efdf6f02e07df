"""Asking a model: what it writes comes piece by piece; and which models a server has."""

import json
from collections.abc import Callable, Generator
from contextlib import closing
from typing import Any, Final, NamedTuple

from app.channels.writing_help.events import EventReader
from app.channels.writing_help.line import Line
from app.channels.writing_help.thoughts import WithoutThoughts
from app.channels.writing_help.trouble import broke_off, not_understood, nothing_written, told_in_stream
from app.domain.errors import Stopped
from app.domain.wording import tr
from app.domain.writing_help.prompts import LONGEST_ANSWER

Heard = Callable[[str], None]

_EVENTS: Final = "text/event-stream"
_DONE: Final = "[DONE]"
_DECLINED: Final = "content_filter"
_MOST_MODELS: Final = 500
_LONGEST_NAME: Final = 200


class Answer(NamedTuple):
    """What a model wrote, and whether it was cut off because it was longer than it may be."""

    text: str
    is_cut_off: bool = False


def ask(line: Line, text: str, heard: Heard) -> Answer:
    """Send the text, and tell of each piece that comes; Stopped where the line was cut."""
    body = {"model": line.way.model, "messages": [{"role": "user", "content": text}], "stream": True}
    said: list[str] = []
    size, ending, spoken = 0, "", WithoutThoughts()
    with closing(_data(line, json.dumps(body).encode())) as data:
        for each in data:
            thought, ending = _read(each, line.way.key, has_begun=bool(said))
            words = spoken.feed(thought) + (spoken.end() if ending else "")
            if words:
                said.append(words)
                size += len(words)
                heard(words)
            if ending or size > LONGEST_ANSWER:
                break
    if line.is_cut:
        raise Stopped(tr("It was stopped."))
    if not ending and size <= LONGEST_ANSWER:
        raise broke_off()
    if not "".join(said).strip():
        if ending == _DONE:  # nothing in it was an answer at all
            raise not_understood(tr("its answer is empty"))
        raise nothing_written(is_declined=ending == _DECLINED)
    return Answer("".join(said)[:LONGEST_ANSWER], is_cut_off=ending == "length" or size > LONGEST_ANSWER)


def models(line: Line) -> tuple[str, ...]:
    """The names of the models that the server offers, sorted."""
    whole = b"".join(piece for _kind, piece in line.ask("GET", "/models"))
    found = (_object_or_none(whole) or {}).get("data")
    if not isinstance(found, list):
        raise not_understood(tr("its list of models cannot be read"))
    names = {each["id"] for each in found if isinstance(each, dict) and isinstance(each.get("id"), str)}
    return tuple(sorted(name for name in names if 0 < len(name) <= _LONGEST_NAME))[:_MOST_MODELS]


def _data(line: Line, body: bytes) -> Generator[str]:
    """The objects of the answer as text: one for each event, or the only one of a server that does not stream."""
    reader, whole, streams = EventReader(), b"", False
    with closing(line.ask("POST", "/chat/completions", body)) as pieces:
        for kind, piece in pieces:
            if kind == _EVENTS:
                streams = True
                yield from reader.feed(piece)
            elif kind == "application/json":
                whole += piece
            else:
                raise not_understood(tr("it sends {kind}", kind=kind))
    if streams:
        yield from reader.end()
    else:
        yield from (whole.decode("utf-8", "replace"), _DONE)


def _read(data: str, key: str, *, has_begun: bool) -> tuple[str, str]:
    """The words of one object, and why the model ended, where it has."""
    if data.strip() == _DONE:
        return "", _DONE
    found = _object_or_none(data)
    if found is None:
        raise broke_off() if has_begun else not_understood(tr("it does not send JSON"))
    if found.get("error"):
        raise told_in_stream(found, key)
    choice = _choice(found)
    part = choice.get("delta") or choice.get("message") or {}
    words = part.get("content") if isinstance(part, dict) else None
    return _text(words), str(choice.get("finish_reason") or "")


def _text(content: Any) -> str:
    """Words as they are written: a text, or by some servers a list of parts of which some are texts."""
    if isinstance(content, list):
        return "".join(_text(each.get("text")) for each in content if isinstance(each, dict))
    return content if isinstance(content, str) else ""


def _choice(found: dict[str, Any]) -> dict[str, Any]:
    choices = found.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else {}
    return first if isinstance(first, dict) else {}


def _object_or_none(data: str | bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
