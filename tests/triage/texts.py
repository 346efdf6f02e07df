"""Made-up texts whose class can be told by some of their words, and not always."""

import random

_SUBJECTS = {
    "Mail": ("mailbox", "outlook", "attachment", "inbox", "spam"),
    "Network": ("vpn", "cable", "wifi", "switch", "latency"),
    "Printing": ("printer", "toner", "paper", "scanner", "tray"),
}
_FILLER = (
    "please", "help", "me", "the", "is", "not", "working", "since", "today", "again", "for", "my", "colleague", "and",
)  # fmt: skip


def labelled(count: int, seed: int = 1) -> tuple[list[str], list[str]]:
    """Distinct texts and their labels; one in ten is labelled at random, as people do."""
    chance = random.Random(seed)
    texts, labels = [], []
    for number in range(count):
        label = chance.choice(list(_SUBJECTS))
        said = [*chance.choices(_SUBJECTS[label], k=2), *chance.choices(_FILLER, k=6), f"case{number}"]
        chance.shuffle(said)
        texts.append(" ".join(said))
        labels.append(chance.choice(list(_SUBJECTS)) if chance.random() < 0.1 else label)
    return texts, labels
