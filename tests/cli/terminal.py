"""The program at a terminal of 80 columns or more, with somebody typing."""

import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from typing import NamedTuple

import cli

PROMPT = "> "
END = object()  # typed as Ctrl-D
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Talk(NamedTuple):
    code: int
    screen: str       # as it came, colours included
    unheard: list     # what was left to type when the program ended

    @property
    def text(self) -> str:
        return COLOUR.sub("", self.screen).replace("\r\n", "\n")


def talk(*words: str, typed=(), env=None, seconds: float = 20, columns: int = 80) -> Talk:
    """Types one line at each prompt. Fails rather than waits when the program wants more."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    run = subprocess.Popen([cli.PROGRAM, *words], stdin=theirs, stdout=theirs, stderr=theirs,
                           env=env or cli.environment(), start_new_session=True)
    os.close(theirs)
    lines, screen, answered = list(typed), "", 0
    end = time.monotonic() + seconds
    try:
        while chunk := read(ours, end):
            screen += chunk
            shown = COLOUR.sub("", screen)
            prompts = shown.count("\n" + PROMPT)
            if prompts > answered and shown.endswith("\n" + PROMPT):
                if not lines:
                    raise AssertionError("it asks on:\n" + shown[-600:])
                answered = prompts
                line = lines.pop(0)
                os.write(ours, b"\x04" if line is END else (line + "\n").encode("utf-8"))
        return Talk(run.wait(timeout=5), screen, lines)
    finally:
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
        os.close(ours)


def read(ours: int, end: float) -> str:
    """The next of the screen; nothing when the program has gone."""
    ready, _, _ = select.select([ours], [], [], max(0.0, end - time.monotonic()))
    if not ready:
        raise AssertionError("it neither went on nor asked")
    try:
        return os.read(ours, 65536).decode("utf-8", errors="replace")
    except OSError as error:
        if error.errno == errno.EIO:  # how Linux says that the other end is closed
            return ""
        raise
