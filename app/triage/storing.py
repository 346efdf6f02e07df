"""What was learned as bytes and back: arrays in a zip file, never a pickle, so that reading it can run no code.

A model comes from a database that others write to; whatever stands there can at worst be refused.
"""

import io
import json
import zipfile
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.domain.errors import Refused
from app.triage.classifier import Classifier, Grove, Linear, Member
from app.triage.forest import Forest
from app.triage.lexicon import Block, Lexicon

_FORMAT = 1

Arrays = dict[str, NDArray[Any]]


class Model(NamedTuple):
    """A lexicon, and a classifier for each field."""

    lexicon: Lexicon
    classifiers: dict[str, Classifier]


def to_bytes(model: Model) -> bytes:
    """The model as bytes; weights are rounded to three digits or so, which changes no answer that can be seen."""
    arrays: Arrays = {}
    about: dict[str, Any] = {
        "format": _FORMAT,
        "most_words": model.lexicon.most_words,
        "most_spelled": model.lexicon.most_spelled,
        "blocks": list(model.lexicon.blocks),
        "fields": {},
    }
    for name, block in model.lexicon.blocks.items():
        arrays[f"{name}.terms"] = np.frombuffer("\n".join(block.numbers).encode(), np.uint8)
        arrays[f"{name}.telling"] = block.telling.astype(np.float32)
    for field, classifier in model.classifiers.items():
        kinds = []
        for number, member in enumerate(classifier.members):
            kinds.append(member.block if isinstance(member, Linear) else "")
            arrays |= {f"{field}.{number}.{name}": array for name, array in _arrays_of(member).items()}
        arrays |= {f"{field}.leanings": classifier.leanings, f"{field}.often": classifier.often}
        told = {"classes": classifier.classes, "shares": classifier.shares, "doubt": classifier.doubt}
        about["fields"][field] = {**told, "members": kinds}
    arrays["about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)
    target = io.BytesIO()
    np.savez_compressed(target, allow_pickle=False, **arrays)
    return target.getvalue()


def from_bytes(content: bytes) -> Model:
    """The model that these bytes hold; raises Refused where they hold none."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            return _read(arrays)
    except (ValueError, KeyError, TypeError, IndexError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise Refused("What was learned cannot be read; `main.py triage learn --now` learns it again.") from error


def _read(arrays: Any) -> Model:
    about = json.loads(bytes(arrays["about"]))
    if about["format"] != _FORMAT:
        raise ValueError(about["format"])
    blocks = {}
    for name in about["blocks"]:
        terms = bytes(arrays[f"{name}.terms"]).decode()
        numbers = {term: number for number, term in enumerate(terms.split("\n") if terms else [])}
        blocks[name] = Block(numbers, arrays[f"{name}.telling"])
    classifiers = {}
    for field, told in about["fields"].items():
        members = [_member(arrays, f"{field}.{number}", kind, blocks) for number, kind in enumerate(told["members"])]
        leanings = arrays[f"{field}.leanings"]
        # What was learned before there were doubts has none.
        doubted = (arrays[f"{field}.often"], told["doubt"]) if "doubt" in told else ()
        classifiers[field] = Classifier(
            tuple(told["classes"]), tuple(members), tuple(told["shares"]), leanings, *doubted
        )
    return Model(Lexicon(blocks, about["most_words"], about["most_spelled"]), classifiers)


def _arrays_of(member: Member) -> Arrays:
    if isinstance(member, Linear):
        return {"weights": member.weights.astype(np.float16), "offsets": member.offsets}
    return member.forest._asdict()


def _member(arrays: Any, prefix: str, kind: str, blocks: dict[str, Block]) -> Member:
    if kind:
        weights = arrays[f"{prefix}.weights"].astype(np.float32)
        return Linear(kind, weights, arrays[f"{prefix}.offsets"])
    forest = Forest(*(arrays[f"{prefix}.{name}"] for name in Forest._fields))
    return Grove(forest, len(blocks["words"].numbers))
