"""Runs the fuzzers of tests/fuzz, as many at a time as there are processors. Each counts as one test."""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

import build
from build import ROOT, say
from outcome import Outcome, environment, failure

FOLDER = ROOT / "tests" / "fuzz"
BUILT = ROOT / "build" / "fuzz"
SHOWN_LINES = 80
ONE_INPUT_SECONDS = 60
STUCK_SECONDS = 300


def names():
    """Names of all fuzzers, whether built or not."""
    return sorted(path.name.removesuffix("_fuzzer.cpp") for path in FOLDER.glob("*_fuzzer.cpp"))


def folders_of(name):
    """The inputs that were found earlier on this machine, and those of the checkout; libFuzzer writes into the first."""
    found, kept = BUILT / "corpus" / name, FOLDER / "corpus" / name
    found.mkdir(parents=True, exist_ok=True)
    return [str(folder) for folder in (found, kept) if folder.is_dir()]


def command_of(name, seconds):
    crashes = BUILT / "crashes" / name
    crashes.mkdir(parents=True, exist_ok=True)
    # The same seed each time: a commit that passed passes again. 0 is a new one.
    seed = os.environ.get("ORDERDECK_SEED", "1")
    return [str(BUILT / "tests/fuzz-bin" / f"fuzz_{name}"), f"-seed={seed}", f"-max_total_time={seconds}", f"-timeout={ONE_INPUT_SECONDS}",
            f"-artifact_prefix={crashes}/", *folders_of(name)]


def run_fuzzer(name, seconds):
    """Returns exit status, output and time. All inputs that are kept are tried before the time begins to count."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="orderdeck-fuzz-") as folder:
        try:
            done = subprocess.run(command_of(name, seconds), cwd=folder, env={**environment(), "TMPDIR": folder},
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=seconds + STUCK_SECONDS)
            status, output = done.returncode, done.stdout
        except subprocess.TimeoutExpired as expired:
            status, output = "time limit", expired.stdout or b""
    return status, output.decode(errors="replace"), time.monotonic() - started


def outcome_of(name, status, output):
    """The counts of one fuzzer, and what it tried."""
    tried = re.findall(r"^Done (\d+) runs", output, re.M)
    if status == 0 and tried:
        return Outcome(passed=1), f"{tried[-1]} inputs"
    crash = re.findall(r"Test unit written to (\S+)", output)
    where = f"; its input is {os.path.relpath(crash[-1], ROOT)} (CONTRIBUTING.md, Fuzzers)" if crash else ""
    return failure(f"fuzz/{name}: ended with {status}{where}"), "failed"


def run_fuzzers(chosen, seconds):
    """Builds and runs the fuzzers with these names for so many seconds each."""
    total = Outcome()
    if not build.configure("fuzz"):
        return failure("fuzz: CMake failed")
    programs = {name: BUILT / "tests/fuzz-bin" / f"fuzz_{name}" for name in chosen}
    if not build.build("fuzz", [path.name for path in programs.values()], keep_going=True):
        total.add(failure("fuzz: the build failed"))
    shutil.rmtree(BUILT / "crashes", ignore_errors=True)
    built = [name for name, path in programs.items() if pathlib.Path(path).exists()]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, job in [(name, pool.submit(run_fuzzer, name, seconds)) for name in built]:
            status, output, took = job.result()
            outcome, tried = outcome_of(name, status, output)
            if outcome.failed:
                say("\n".join(output.splitlines()[-SHOWN_LINES:]))
            say(f"  fuzz/{name}: {outcome.line()} ({tried}, {took:.1f} s)")
            total.add(outcome)
    return total
