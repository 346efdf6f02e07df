"""A client in a network of its own, whose cable the kernel cuts: every wait ends, and locks are given back.

    python -m tests.torture.network --breaks 12

Needs the right to make network namespaces (root on Linux). A proxy takes what is sent to it even while it passes
nothing on; here nothing is acknowledged, which is what timeouts of TCP see in a building whose switch has died.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.errors import Away
from app.infra.database import Database
from app.infra.link import PATIENCE
from app.infra.migrate import upgrade
from tests.support import postgres

_NET = f"10.211.{os.getpid() % 256}"
SERVER, CLIENT = f"{_NET}.1", f"{_NET}.2"
TOLD_WITHIN = PATIENCE + 6
"""Seconds: the patience for an answer, and the five of connecting anew."""
FREED_WITHIN = 30.0
"""Seconds until the server has taken a vanished client's locks away, of which its own settings ask fifteen."""
HBA = f"host all all 127.0.0.1/32 trust\nhost all all {_NET}.0/30 trust\n".encode()
WAYS = ("holding", "idle", "asking", "connecting")
"""What the client does: it has a transaction open, nothing, a question that runs, or is about to connect."""


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def may_make_networks() -> bool:
    """Whether this machine lets us."""
    try:
        with _network():
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


@contextmanager
def _network() -> Iterator[tuple[str, str]]:
    """A namespace with one cable to this machine; gives its name and the end of the cable here."""
    name = f"ms{os.getpid()}"
    near, far = f"{name}a", f"{name}b"
    _ip("netns", "add", name)
    try:
        _ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", name)
        _ip("addr", "add", f"{SERVER}/30", "dev", near)
        _ip("link", "set", near, "up")
        for words in (("addr", "add", f"{CLIENT}/30", "dev", far), ("link", "set", far, "up")):
            _ip("-n", name, *words)
        yield name, near
    finally:
        with suppress(subprocess.CalledProcessError):
            _ip("link", "del", near)
        _ip("netns", "del", name)


class Client:
    """The program at the other end, told what to do by lines."""

    def __init__(self, network: str, url: str) -> None:
        self._process = subprocess.Popen(
            ["ip", "netns", "exec", network, sys.executable, "-m", "tests.torture.network", "--client", url],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def say(self, line: str) -> None:
        """Tell it what to do next."""
        if self._process.stdin is not None:
            self._process.stdin.write(f"{line}\n")
            self._process.stdin.flush()

    def hear(self) -> dict[str, float]:
        """What it found."""
        if self._process.stdout is None:
            raise RuntimeError("The client cannot be heard")
        found: dict[str, float] = json.loads(self._process.stdout.readline())
        return found

    def close(self) -> None:
        """It ends with its input."""
        self._process.communicate(timeout=60)


def be_the_client(url: str) -> None:
    """Wait for a way to be cut off, say when it has begun, and tell how long the loss and the return took."""
    database = Database(url)
    for line in sys.stdin:
        way = line.strip()
        _tell(ready=1)
        told = _until_told(database, way)
        _tell(told=told)
        sys.stdin.readline()  # the cable is mended
        began = time.monotonic()
        _until_it_works(database)
        _tell(back=time.monotonic() - began)
    database.close()


def _tell(**found: float) -> None:
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


def _until_told(database: Database, way: str) -> float:
    """Seconds from the cut, or from the question that comes after it, until the loss is told; -1 where it is not."""
    if way != "connecting":
        _until_it_works(database)
    began = time.monotonic()
    try:
        if way in {"idle", "connecting"}:
            if way == "connecting":
                database.close()
            _when_cut()
            began = time.monotonic()
            with database.reading() as connection:
                connection.execute(text("SELECT 1"))
        else:
            with database.writing() as connection:
                connection.execute(text("UPDATE number_counter SET last = last + 1"))
                if way == "holding":
                    _when_cut()
                else:
                    _tell(begun=1)
                began = time.monotonic()
                connection.execute(text("SELECT pg_sleep(60)"))
    except Away:
        told = time.monotonic() - began
        if way == "asking":
            sys.stdin.readline()
        return told
    return -1.0


def _when_cut() -> None:
    _tell(begun=1)
    sys.stdin.readline()


def _until_it_works(database: Database) -> None:
    while not _works(database):
        database.link.wait(1)


def _works(database: Database) -> bool:
    try:
        with database.reading(2) as connection:
            return bool(connection.execute(text("SELECT 1")).scalar_one())
    except Away:
        return False


def run(breaks: int) -> dict[str, object]:
    """That many breaks, with the client in each situation in turn."""
    slowest = {"told": 0.0, "back": 0.0, "freed": 0.0}
    problems: dict[str, object] = {}
    with ExitStack() as stack:
        network, near = stack.enter_context(_network())
        server = postgres.start({"listen_addresses": f"127.0.0.1,{SERVER}"}, {"pg_hba.conf": HBA})
        stack.callback(server.stop)
        name = server.create()
        upgrade(server.url(name))
        server.execute("INSERT INTO number_counter VALUES ('probe', 0)", database=name)
        client = Client(network, server.url(name).replace("127.0.0.1", SERVER))
        stack.callback(client.close)
        for number in range(breaks):
            found = _one_break(server, name, near, client, WAYS[number % len(WAYS)])
            for what, seconds in found.items():
                slowest[what] = max(slowest[what], seconds)
            if not 0 <= found["told"] <= TOLD_WITHIN or found["freed"] > FREED_WITHIN:
                problems[f"break {number} ({WAYS[number % len(WAYS)]})"] = found
    return {"breaks": breaks, **{f"slowest_{what}_s": round(s, 1) for what, s in slowest.items()}, "problems": problems}


def _one_break(server: postgres.PostgresServer, name: str, near: str, client: Client, way: str) -> dict[str, float]:
    client.say(way)
    client.hear()
    client.hear()
    _ip("link", "set", near, "down")
    began = time.monotonic()
    client.say("cut")
    # Whoever waits for the row that the lost client has changed gets it when the server has given the client up.
    server.execute("UPDATE number_counter SET last = 0", database=name)
    freed = time.monotonic() - began
    told = client.hear()["told"]
    _ip("link", "set", near, "up")
    client.say("mended")
    return {"told": told, "freed": freed, "back": client.hear()["back"]}


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when somebody waited too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--breaks", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--client")
    chosen = parser.parse_args(arguments)
    if chosen.client:
        # Another computer has to prove itself, which is tried elsewhere (tests/infra/test_tls.py) and not here.
        patch = pytest.MonkeyPatch()
        patch.setattr("app.infra.database_url.refuse_unproved", lambda _url: None)
        patch.setattr("app.infra.postgres.safe_arguments", lambda _url: {"sslmode": "disable"})
        be_the_client(chosen.client)
        return 0
    found = run(chosen.breaks)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
