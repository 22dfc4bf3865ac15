"""Compiles a mutant, links it in place of the original and runs the tests until one fails."""

import dataclasses
import fcntl
import hashlib
import math
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import threading

# A mutant may eat memory for ever; 4 GB is twenty times what any test needs. Time is the
# processor's own, so that a busy machine kills nothing by mistake.
_LIMITED = ["sh", "-c", 'ulimit -c 0; ulimit -v 4194304; ulimit -t "$0"; exec "$@"']
_MOST_SECONDS = 600
_OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)


def _seconds_of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@dataclasses.dataclass(frozen=True)
class Unit:
    """One source as the build compiles it: `flags` lack input and output."""
    file: str
    flags: tuple


@dataclasses.dataclass(frozen=True)
class Suite:
    """A test program: `link` makes it, with {out} and {mutant} to fill in."""
    name: str
    link: tuple
    run: tuple


@dataclasses.dataclass(frozen=True)
class Result:
    state: str  # killed, survived, broken (does not compile), same (compiles to the same code)
    by: str = ""


class Bench:
    """Safe to use from several threads; each has a folder of its own."""

    def __init__(self, root, folder, units, suites, pch=(), environment=None):
        self.root, self.folder = pathlib.Path(root), pathlib.Path(folder)
        self.units = {unit.file: unit for unit in units}
        self.suites, self.pch = suites, pch
        self.environment = {**os.environ, **(environment or {})}
        self._limits = {}
        self._originals = {}
        self._lock = threading.Lock()

    def _claim_folder(self):
        """Two runs in one folder would take each other's programs for their own."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self._claim = os.open(self.folder.with_name(self.folder.name + ".lock"),
                              os.O_RDWR | os.O_CREAT)
        try:
            fcntl.flock(self._claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit(f"mutate: another run uses {self.folder}; wait for it to end") from None

    def start(self):
        """The tests must pass before anything is changed; how long they take is the measure."""
        self._claim_folder()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for unit in self.units.values():
            self._original(unit.file, (self.root / unit.file).read_text(), ())
        slow = []
        for suite in self.suites:
            program = self.folder / suite.name
            self._call(self._filled(suite.link, program, []), check=True)
            begun = _seconds_of_children()
            if self._run(program, suite, _MOST_SECONDS) != 0:
                raise SystemExit(f"mutate: {suite.name} fails before anything is changed")
            seconds = _seconds_of_children() - begun
            slow.append((seconds, suite))
            self._limits[suite.name] = math.ceil(3 + 8 * seconds)
        self.suites = [suite for _, suite in sorted(slow, key=lambda pair: pair[0])]

    def judge(self, mutant, source):
        """What becomes of the tests when `source` of mutant.file is what `mutant` makes of it."""
        place = self.folder / f"worker-{threading.get_ident()}"
        place.mkdir(exist_ok=True)
        text = mutant.apply(source)
        objects = self._compile(mutant.file, text, place, ())
        if objects is None:
            return Result("broken")
        if self._bytes(objects) == self._original(mutant.file, source, ()):
            return Result("same")
        for suite in self.suites:
            program = place / suite.name
            if self._call(self._filled(suite.link, program, objects)) != 0:
                return Result("broken")
            code = self._run(program, suite, self._limits[suite.name])
            if code != 0:
                return Result("killed", suite.name if code is not None else f"{suite.name} (time)")
        # What no test tells apart may be no difference at all.
        optimised = self._compile(mutant.file, text, place, ("-O2",))
        same = optimised is not None and (
            self._bytes(optimised) == self._original(mutant.file, source, ("-O2",)))
        return Result("same" if same else "survived")

    def _run(self, program, suite, seconds):
        """The exit code; None when so many seconds of the processor were not enough."""
        code = self._call([*_LIMITED, seconds, program, *suite.run], timeout=10 * _MOST_SECONDS)
        return None if code in _OUT_OF_TIME else code

    def _filled(self, link, out, objects):
        words = []
        for word in link:
            words += [str(o) for o in objects] if word == "{mutant}" else [
                word.replace("{out}", str(out))]
        return words

    def _compile(self, file, text, place, more):
        """The objects that `file` reads into, with `text` in its place; None when refused."""
        if file in self.units:
            out = place / "unit.o"
            unit = self.units[file]
            folder = (self.root / file).parent
            command = [*unit.flags, *more, "-w", *(self._pch(unit, more)), "-iquote", folder,
                       "-x", "c++", "-c", "-", "-o", out]
            return [out] if self._call(command, text=text) == 0 else None
        return self._compile_header(file, text, place, more)

    def _compile_header(self, file, text, place, more):
        """A header is laid over the real one, and every source of the module compiled anew."""
        (place / "header.hpp").write_text(text)
        overlay = place / "overlay.yaml"
        overlay.write_text(
            "{version: 0, roots: [{name: '%s', type: file, external-contents: '%s'}]}\n"
            % (self.root / file, place / "header.hpp"))
        objects = []
        for i, unit in enumerate(self.units.values()):
            out = place / f"unit-{i}.o"
            command = [*unit.flags, *more, "-w", "-ivfsoverlay", overlay, "-c",
                       self.root / unit.file, "-o", out]
            if self._call(command) != 0:
                return None
            objects.append(out)
        return objects

    def _pch(self, unit, more):
        """A header compiled beforehand spares two thirds of the time."""
        if not self.pch:
            return []
        key = hashlib.sha256(" ".join(map(str, (*unit.flags, *more))).encode()).hexdigest()[:16]
        out = self.folder / f"{key}.pch"
        with self._lock:
            if not out.exists():
                header = self.folder / f"{key}.hpp"
                header.write_text("".join(f"#include {name}\n" for name in self.pch))
                self._call([*unit.flags, *more, "-w", "-Xclang", "-fno-pch-timestamp", "-x",
                            "c++-header", header, "-o", out], check=True)
        return ["-include-pch", out]

    def _original(self, file, source, more):
        with self._lock:
            known = self._originals.get((file, more))
        if known is None:
            place = self.folder / f"original-{threading.get_ident()}"
            place.mkdir(exist_ok=True)
            objects = self._compile(file, source, place, more)
            if objects is None:
                raise SystemExit(f"mutate: {file} does not compile unchanged")
            known = self._bytes(objects)
            with self._lock:
                self._originals[(file, more)] = known
        return known

    @staticmethod
    def _bytes(objects):
        return [hashlib.sha256(pathlib.Path(o).read_bytes()).digest() for o in objects]

    def _call(self, command, timeout=None, text=None, check=False):
        """The exit code; None when the time was up."""
        try:
            done = subprocess.run([str(word) for word in command], cwd=self.root, input=text,
                                  env=self.environment, timeout=timeout, text=True,
                                  capture_output=True, errors="replace")
        except subprocess.TimeoutExpired:
            return None
        # A header that was edited meanwhile would make every mutant look as if it did not compile.
        if done.returncode != 0 and (check or "precompiled" in done.stderr):
            raise SystemExit(f"mutate: {' '.join(map(str, command))}\n{done.stderr}")
        return done.returncode
