"""Work in child processes: what dies or hangs is named, and nothing else is disturbed."""

from __future__ import annotations

import itertools
import os
import signal
import sys
import time
from collections.abc import Callable

import pytest

from standoff import workers
from standoff.workers import Failure, Job, here, spread


def behave(base: int) -> Callable[[str], object]:
    """A function that does what it is told."""

    def act(told: str) -> object:
        word, _, rest = told.partition(" ")
        match word:
            case "add":
                return base + int(rest)
            case "die":
                os.kill(os.getpid(), signal.SIGKILL)
            case "exit":
                os._exit(7)
            case "hang":
                time.sleep(60)
            case "wait":
                time.sleep(float(rest))
                return "waited"
            case "spin":
                while True:
                    pass
            case "fail":
                raise ValueError(rest)
            case "deep":
                return act(told)
            case "print":
                print("x" * 100_000)
                sys.stdout.flush()
                return "printed"
            case "much":
                return "x" * int(rest)
            case "quit":
                raise SystemExit(3)
        return None

    return act


def refuse(_: object) -> Callable[[str], object]:
    raise RuntimeError("no parser here")


JOB = Job(behave, 100)


def reason(result: object) -> str:
    assert isinstance(result, Failure), result
    return result.reason


@pytest.mark.parametrize("jobs", [1, 3])
def test_all_results_come(jobs: int) -> None:
    told = [f"add {i}" for i in range(50)]
    assert dict(spread(JOB, told, jobs)) == {f"add {i}": 100 + i for i in range(50)}


def test_more_children_than_cores_can_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 1)
    told = [f"add {i}" for i in range(9)]
    assert dict(spread(JOB, told, 10**20)) == {f"add {i}": 100 + i for i in range(9)}


def test_in_order() -> None:
    told = [f"add {i}" for i in range(300)]
    assert [t for t, _ in spread(JOB, told, 3, ordered=True)] == told


def test_here_is_the_same() -> None:
    told = [f"add {i}" for i in range(5)] + ["fail oh", "deep"]
    assert list(here(JOB, told)) == list(spread(JOB, told, 2, ordered=True))


def test_what_crashes_is_named_and_the_rest_is_done() -> None:
    told = ["add 1", "die", "add 2", "exit", "add 3", "quit", "add 4"]
    got = dict(spread(JOB, told, 2))
    assert [got[f"add {i}"] for i in (1, 2, 3, 4)] == [101, 102, 103, 104]
    assert "signal 9" in reason(got["die"]) and "exit code 7" in reason(got["exit"])
    assert not any(got[x].lasting for x in ("die", "exit"))
    assert "SystemExit" in reason(got["quit"])


def test_what_raises_is_named_and_would_again() -> None:
    got = dict(spread(JOB, ["fail oh", "deep", "add 1"], 1))
    assert got["fail oh"] == Failure("ValueError: oh", lasting=True)
    assert got["deep"] == Failure("it is nested too deeply", lasting=True)
    assert got["add 1"] == 101


@pytest.mark.parametrize("how", ["hang", "spin"])
def test_what_takes_too_long_is_ended(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_STARTUP", 0.0)
    got = dict(spread(JOB, ["add 0", how, "add 1", "add 2"], 1, limit=2.0))
    assert "longer than 2 seconds" in reason(got[how])
    assert got["add 1"] == 101 and got["add 2"] == 102


@pytest.mark.parametrize("how", ["hang", "spin"])
def test_here_too(how: str) -> None:
    got = dict(here(JOB, ["add 0", how, "add 1"], limit=0.3))
    assert "too long" in reason(got[how]) and got["add 1"] == 101


@pytest.mark.parametrize("jobs", [0, 1])
def test_waiting_for_the_machine_is_no_fault(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_STARTUP", 0.0)
    told = ["add 1", "wait 2.5", "add 2"]
    got = spread(JOB, told, jobs, limit=2.0) if jobs else here(JOB, told, limit=2.0)
    assert dict(got)["wait 2.5"] == "waited"


def test_the_callers_own_alarm_is_put_back() -> None:
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    try:
        mine = signal.getsignal(signal.SIGALRM)
        list(here(JOB, ["add 1"]))
        assert signal.getsignal(signal.SIGALRM) is mine
    finally:
        signal.signal(signal.SIGALRM, before)


def test_what_is_printed_is_no_answer() -> None:
    assert dict(spread(JOB, ["print", "add 1"], 1)) == {"print": "printed", "add 1": 101}


def test_large_things_both_ways() -> None:
    told = [f"much {5_000_000 + i}" for i in range(4)] + ["add 1" + " " * 5_000_000]
    got = dict(spread(JOB, told, 2))
    assert [len(str(got[t])) for t in told[:4]] == [5_000_000 + i for i in range(4)]


def test_a_function_that_cannot_be_made_ends_the_work() -> None:
    for way in (lambda j, t: spread(j, t, 2), here):
        with pytest.raises(RuntimeError, match="no parser here"):
            list(way(Job(refuse), ["a", "b"]))


def test_little_is_taken_ahead() -> None:
    taken = itertools.count()
    told = (f"add {next(taken)}" for _ in range(1000))
    results = spread(JOB, told, 2)
    next(results)
    assert next(taken) <= 2 * workers._AHEAD + 1
    results.close()


def test_children_end_with_the_caller() -> None:
    results = spread(JOB, ["add 1", "hang"], 1)
    next(results)
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < 5
