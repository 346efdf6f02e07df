"""Keeps one PostgreSQL server alive for as long as whoever started this program lives, then removes it without trace.

Run as a program of its own: `python postgres_keeper.py UID FOLDER... -- COMMAND...`. It starts COMMAND in the first
FOLDER, as user UID unless that is `self`, and waits for its own standard input to end. That end comes when the tests
close it, and comes just as well when they crash or are killed, because the operating system closes the pipe for them.
Then the server is stopped and every FOLDER is deleted, but for one that stands after the word `keep`. Standard library
only, no package of ours.
"""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

STOP_SECONDS = 10


def keep(folders: list[Path], uid: int | None, command: list[str], kept: Path | None) -> None:
    """Start the server, wait for the end of standard input, stop the server, delete its folders but for one."""
    with (folders[0] / "server.log").open("wb") as log:
        server = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folders[0],
            user=uid,
            group=uid,
            extra_groups=None if uid is None else [],
        )
        try:
            sys.stdin.buffer.read()
        finally:
            stop(server, keeps_data=kept is not None)
            for folder in folders:
                if folder == kept:
                    continue
                shutil.rmtree(folder, ignore_errors=True)


def stop(server: "subprocess.Popen[bytes]", *, keeps_data: bool) -> None:
    """Have the server end at once; where its data are thrown away nothing need be saved."""
    if sys.platform == "win32":
        server.terminate()
    else:
        # PostgreSQL's fast shutdown writes what it has in memory, its immediate one does not.
        server.send_signal(signal.SIGINT if keeps_data else signal.SIGQUIT)
    try:
        server.wait(STOP_SECONDS * (10 if keeps_data else 1))
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


if __name__ == "__main__":
    # Ctrl+C in the terminal reaches the whole group; the tests still need the server to tear down.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end = sys.argv.index("--")
    account = None if sys.argv[1] == "self" else int(sys.argv[1])
    named = sys.argv[2:end]
    stays = Path(named[named.index("keep") + 1]) if "keep" in named else None
    keep([Path(name) for name in named if name != "keep"], account, sys.argv[end + 1 :], stays)
