"""Running one function over many things, here or in child processes that may die.

A child is a fresh Python that talks over its standard input and output, one request at a time:
nothing of the caller's state is inherited, no ``__main__`` is run again (as multiprocessing's
spawn would), and when a child crashes or takes too long the thing in its hand is known. Its work
comes back as a :class:`Failure` and a new child takes over; the others are not disturbed.
"""

from __future__ import annotations

import faulthandler
import json
import os
import pickle
import queue
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")

TIME_LIMIT = 120.0
"""Seconds of the processor for one thing; beyond it the child is ended. A machine that is busy
with other work must not make an article unreadable."""
_PATIENCE = 5
"""Times the limit by the clock, for what waits and does not compute, or computes where processor
time can't be watched."""
_STARTUP = 60.0
"""Seconds on top for a child's first answer: it loads the parser first."""
_AHEAD = 3
"""Things for each child that are under way at once, so that it never waits for the caller."""
_AHEAD_ORDERED = 64
"""The same where results are given in order: one long article must not stop the others."""
_AGAIN = 1.0
"""Seconds until the alarm rings again: compiled code may have swallowed what it raised."""
_MOST = 4
_LENGTH = struct.Struct("<Q")
_OUT_OF_TIME: int = getattr(signal, "SIGPROF", 0)
"""The signal that ends a child which used up its processor time; 0 where there is none."""
_CHILD = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from standoff.workers import _serve; _serve()"
)


@dataclass(frozen=True)
class Job(Generic[A, B]):
    """``make`` is called once with ``argument`` where the work is done, and gives the function.

    Both must be picklable by name. What the function raises becomes a :class:`Failure`; what
    ``make`` raises ends the whole work (from a child, as RuntimeError).
    """

    make: Callable[[Any], Callable[[A], B]]
    argument: Any = None


@dataclass(frozen=True)
class Failure:
    """Why a thing gave no result. ``lasting``: it would fail again, being the thing's own fault."""

    reason: str
    lasting: bool


_TOOK_TOO_LONG = Failure("reading it took too long", lasting=False)


@dataclass(frozen=True)
class _Broken:
    """A child could not make the function at all."""

    reason: str


def cores() -> int:
    """How many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


def here(
    job: Job[A, B], things: Iterable[A], limit: float = TIME_LIMIT
) -> Iterator[tuple[A, B | Failure]]:
    """``things`` with their results in their order, in this process.

    The limit of time holds where the system has alarms and this is the main thread.
    """
    function: Callable[[A], B] | None = None
    for thing in things:
        function = function or job.make(job.argument)
        result: B | Failure
        try:
            with _alarm(limit):
                result = _attempt(function, thing)
        except _TooLong:  # it rang when the work was done and the alarm not yet off
            result = _TOOK_TOO_LONG
        yield thing, result


@contextmanager
def _alarm(limit: float) -> Iterator[None]:
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise _TooLong

    timers = (
        (signal.ITIMER_PROF, signal.SIGPROF, limit),
        (signal.ITIMER_REAL, signal.SIGALRM, limit * _PATIENCE),
    )
    before = [signal.signal(number, ring) for _, number, _ in timers]
    try:
        for timer, _, seconds in timers:
            signal.setitimer(timer, seconds, _AGAIN)
        yield
    finally:
        for (timer, number, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)


class _TooLong(BaseException):
    """Not an Exception, so that no stage takes it for one of its own."""


def spread(
    job: Job[A, B],
    things: Iterable[A],
    jobs: int,
    ordered: bool = False,
    limit: float = TIME_LIMIT,
) -> Iterator[tuple[A, B | Failure]]:
    """``things`` with their results, worked on by ``jobs`` children, as they come or in order.

    Only a few things for each child are taken ahead of the results that were given. There are no
    more children than ``_MOST`` for each core: they would only fill the memory.
    """
    jobs = min(jobs, _MOST * cores())
    ahead = jobs * (_AHEAD_ORDERED if ordered else _AHEAD)
    waiting: queue.SimpleQueue[tuple[int, A] | None] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[int, A, B | Failure]] = queue.SimpleQueue()
    children = [_Child(job, limit) for _ in range(jobs)]
    for child in children:
        threading.Thread(target=child.work, args=(waiting, done), daemon=True).start()
    early: dict[int, tuple[A, B | Failure]] = {}
    try:
        left = enumerate(things)
        taken = given = 0
        more = True
        while more or given < taken:
            while more and taken - given < ahead:
                if (thing := next(left, None)) is None:
                    more = False
                else:
                    waiting.put(thing)
                    taken += 1
            if given < taken:
                number, finished, result = done.get()
                if isinstance(result, _Broken):
                    raise RuntimeError(result.reason)
                early[number if ordered else given] = finished, result
            while given in early:
                yield early.pop(given)
                given += 1
    finally:
        for child in children:
            child.end()
            waiting.put(None)


class _Child:
    """One child process and the thread that speaks with it."""

    def __init__(self, job: Job[Any, Any], limit: float) -> None:
        self._job = job
        self._limit = limit
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False

    def work(self, waiting: queue.SimpleQueue[Any], done: queue.SimpleQueue[Any]) -> None:
        while (numbered := waiting.get()) is not None and not self._ended:
            number, thing = numbered
            began = time.monotonic()
            try:
                result = self._ask(thing)
            except (OSError, EOFError, pickle.UnpicklingError):
                result = self._why(time.monotonic() - began)
            done.put((number, thing, result))

    def _ask(self, thing: Any) -> Any:
        if self._process is None:
            self._process = _start()
            _send(self._process.stdin, (self._job.make, self._job.argument, self._limit))
        _send(self._process.stdin, thing)
        return _receive(self._process.stdout)

    def _why(self, seconds: float) -> Failure:
        process, self._process = self._process, None
        if process is None:
            return Failure("no process could be started to read it", lasting=False)
        try:
            code = process.wait(timeout=5)  # it has closed its output: it is ending by itself
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        if seconds >= self._limit * _PATIENCE or code == -_OUT_OF_TIME:
            return Failure(f"reading it took longer than {self._limit:.0f} seconds", lasting=False)
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return Failure(f"the process that read it ended ({how})", lasting=False)

    def end(self) -> None:
        self._ended = True
        process = self._process
        if process is not None:
            process.kill()
            process.wait()


def _start() -> subprocess.Popen[bytes]:
    # One thread of linear algebra to a child: the cores are taken by its siblings.
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, "-c", _CHILD, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    )


def _serve() -> None:
    """A child's whole life: ends when the parent closes the pipe, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its children itself
    ask = sys.stdin.buffer
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    make, argument, limit = _receive(ask)
    function, first = None, _STARTUP
    with suppress(EOFError, BrokenPipeError):
        while True:
            thing = _receive(ask)
            with Path(os.devnull).open("w") as nowhere:
                patience = limit * _PATIENCE + first
                faulthandler.dump_traceback_later(patience, exit=True, file=nowhere)
                _end_after(limit + first)
                if function is None:
                    try:
                        function, first = make(argument), 0.0
                    except Exception as e:
                        _send(answer, _Broken(f"{type(e).__name__}: {e}"))
                        return
                result = _attempt(function, thing)
                faulthandler.cancel_dump_traceback_later()
                _end_after(0)
            _send(answer, result)


def _end_after(seconds: float) -> None:
    """End this process after so much processor time, in whatever code it is; 0 ends the watch."""
    if _OUT_OF_TIME:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _attempt(function: Callable[[A], B], thing: A) -> B | Failure:
    try:
        return function(thing)
    except _TooLong:
        return _TOOK_TOO_LONG
    except MemoryError:
        return Failure("there was not enough memory for it", lasting=False)
    except RecursionError:
        return Failure("it is nested too deeply", lasting=True)
    except (ImportError, SyntaxError, OSError) as e:  # the installation's fault, not the thing's
        return Failure(f"{type(e).__name__}: {e}"[:500], lasting=False)
    except (Exception, SystemExit) as e:
        return Failure(f"{type(e).__name__}: {e}"[:500], lasting=True)


def _send(pipe: IO[bytes] | None, value: Any) -> None:
    assert pipe is not None
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes] | None) -> Any:
    assert pipe is not None
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)
