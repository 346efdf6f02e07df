"""Nothing is written in a way that a lost connection could double, without somebody having thought about it."""

import ast
import importlib

from app.services.command import DECISIONS, STANDS
from tests.arch.source import dotted, modules

SERVICES = [importlib.import_module(module.name) for module in modules("app/services")]

# Commands that leave no receipt, because what they make is found by its own id; tests/services/test_carried_out_once.py
# shows each of them happening once.
FOUND_BY_ID = {"app.services.incidents.commands.IncidentCommands.create"}

# Who else opens a transaction, and why doing it twice does no harm.
OTHER_WRITERS = {
    "app/services/audit/anchors.py": "a second anchor closes what is there like the first",
    "app/services/carry_out.py": "it is what carries commands out",
    "app/services/demo/company.py": "furnishes a file that is thrown away when it fails",
    "app/services/demo/passing_time.py": "furnishes a file that is thrown away when it fails",
    "app/services/gate/commands.py": "sets the same password twice; that a wrong try is counted twice harms nobody",
    "app/services/joining/new_password.py": "sets the same password twice",
    "app/services/incidents/waking.py": "wakes only what sleeps still, under its lock",
    "app/services/moving/move.py": "writes into an empty desk only",
    "app/services/retention/run.py": "takes what is past its time; what was taken once is not there any more",
    "app/services/search/joining.py": "joins parts of an index that say the same joined or not",
    "app/services/sign_in.py": "looks whether somebody is there first, in the same transaction",
    "app/services/sla/commands.py": "computes the same from the same facts",
    "app/services/suggestions/bursts.py": "one notice for a person, a burst and a day, by its key",
    "app/services/suggestions/filling.py": "fills in only what is empty and was never touched, under its lock",
    "app/services/suggestions/risks.py": "counts the same from the same facts, or what is true by now",
    "app/services/timers/fire.py": "claims what is due, and a firing has a key of its own",
    "app/services/timers/heartbeat.py": "a signature replaces the one before",
}


def test_every_command_leaves_a_receipt_or_is_known_not_to_need_one() -> None:
    assert len(STANDS) > 40
    assert {name for name, stands in STANDS.items() if stands is not None} == FOUND_BY_ID
    assert STANDS.keys() <= DECISIONS.keys()


def test_nobody_else_writes_without_a_reason() -> None:
    found = {
        module.path
        for module in modules("app/services", "app/views", "app/cli", "app/jobs", "app/reports", "app/channels")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and dotted(node.func).endswith(("store.writing", "database.writing"))
    }
    assert found == OTHER_WRITERS.keys()
