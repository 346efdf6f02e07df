"""Keeps one PostgreSQL server alive for as long as whoever started this program lives, then removes it without trace.

Run as a program of its own: `python postgres_keeper.py FOLDER UID COMMAND...`. It starts COMMAND, as user UID unless
that is `self`, and waits for its own standard input to end. That end comes when the tests close it, and comes just as
well when they crash or are killed, because the operating system closes the pipe for them. Then the server is stopped
and FOLDER, which holds its data, is deleted. Standard library only, no package of ours.
"""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

STOP_SECONDS = 10


def keep(folder: Path, uid: int | None, command: list[str]) -> None:
    """Start the server, wait for the end of standard input, stop the server, delete its folder."""
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder,
            user=uid,
            group=uid,
            extra_groups=None if uid is None else [],
        )
        try:
            sys.stdin.buffer.read()
        finally:
            stop(server)
            shutil.rmtree(folder, ignore_errors=True)


def stop(server: "subprocess.Popen[bytes]") -> None:
    """Have the server end at once; its data are thrown away, so nothing need be saved."""
    if sys.platform == "win32":
        server.terminate()
    else:
        server.send_signal(signal.SIGQUIT)  # PostgreSQL's immediate shutdown
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


if __name__ == "__main__":
    # Ctrl+C in the terminal reaches the whole group; the tests still need the server to tear down.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keep(Path(sys.argv[1]), None if sys.argv[2] == "self" else int(sys.argv[2]), sys.argv[3:])
