"""The program in a real terminal: tmux draws it, types and resizes."""

import os
import pathlib
import shlex
import signal
import subprocess
import tempfile
import time

import cli

PATIENCE = 60.0  # s; only a machine that hangs takes so long


class Screen:
    """A shell in a tmux of its own."""

    def __init__(self, columns: int = 80, rows: int = 24, **variables: str) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.socket = str(pathlib.Path(self.folder.name) / "tmux")
        self.data = pathlib.Path(self.folder.name) / "data"
        env = {**cli.environment(LC_ALL="C.UTF-8", XDG_DATA_HOME=str(self.data)), **variables}
        env.pop("TMUX", None)
        # UTF-8 by -u: the tmux server must not depend on the locale of the machine.
        self.tmux_env = env
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows),
                  "env", "-u", "TMUX", "PS1=ready$ ", "bash", "--norc", "--noprofile")
        self.wait_for("ready$")

    def __enter__(self) -> "Screen":
        return self

    def __exit__(self, *_) -> None:
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], check=False,
                       capture_output=True)
        self.folder.cleanup()

    def tmux(self, *words: str) -> str:
        done = subprocess.run(["tmux", "-u", "-S", self.socket, *words], check=True,
                              capture_output=True, text=True, env=self.tmux_env, timeout=PATIENCE)
        return done.stdout

    def text(self) -> str:
        return self.tmux("capture-pane", "-p")

    def lines(self) -> list[str]:
        return self.text().splitlines()

    def colours(self) -> str:
        return self.tmux("capture-pane", "-p", "-e")

    def type(self, *keys: str) -> None:
        """Keys by tmux's names: Space, Enter, C-z, x."""
        self.tmux("send-keys", *keys)

    def run(self, *words: str) -> None:
        self.tmux("send-keys", "-l", shlex.join([cli.PROGRAM, *words]))
        self.type("Enter")

    def resize(self, columns: int, rows: int) -> None:
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def wait_until(self, condition, what: str) -> str:
        """The first picture for which `condition` holds."""
        end = time.monotonic() + PATIENCE
        while True:
            text = self.text()
            if condition(text):
                return text
            if time.monotonic() > end:
                raise AssertionError(f"{what} did not come; the screen was:\n{text}")
            time.sleep(0.05)

    def wait_for(self, words: str) -> str:
        return self.wait_until(lambda text: words in text, repr(words))

    def wait_gone(self, words: str) -> str:
        return self.wait_until(lambda text: words not in text, f"the end of {words!r}")

    def program(self) -> int:
        """Its process."""
        shell = self.tmux("display-message", "-p", "#{pane_pid}").strip()
        for entry in pathlib.Path("/proc").iterdir():
            try:
                after = (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            except (OSError, NotADirectoryError):
                continue
            program = os.path.basename(cli.PROGRAM)
            if after[1] == shell and (entry / "comm").read_text().strip() == program:
                return int(entry.name)
        raise AssertionError("the program is not running:\n" + self.text())

    def kill(self, number: signal.Signals) -> None:
        os.kill(self.program(), number)
