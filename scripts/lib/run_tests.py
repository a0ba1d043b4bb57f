"""Builds and runs the suites of scripts/test and adds up their counts."""

import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time
import unittest
import xml.etree.ElementTree as ElementTree

import build
import run_fuzzers
from build import ROOT, say
from outcome import Outcome, environment, failure

PROGRAM_TIME_LIMIT = 20 * 60
CATCH_ALL_SKIPPED = 4


def counts_of_last_line(name, output, status):
    """Reads "N passed, N failed, N skipped" from the end of a suite's output; a crash counts as a failure."""
    found = re.findall(r"^(\d+) passed, (\d+) failed, (\d+) skipped$", output, re.M)
    outcome = Outcome(*map(int, found[-1])) if found else Outcome()
    outcome.failures = [f"{name}: {line}" for line in re.findall(r"^FAILED:?\s+(.*)$", output, re.M)]
    outcome.skips = [f"{name}: {line}" for line in re.findall(r"^skipped:?\s+(.*)$", output, re.M)]
    if not found or (status != 0 and outcome.failed == 0):
        outcome.failed += 1
        outcome.failures.append(f"{name}: ended with exit code {status}")
    return outcome


def run_script(name, command):
    """Runs a suite that prints its own counts, passing its output through as it comes."""
    process = subprocess.Popen(command, cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    lines = []
    for line in process.stdout:
        lines.append(line)
        if not re.match(r"^\d+ passed, \d+ failed, \d+ skipped$", line):
            say("  " + line.rstrip())
    return counts_of_last_line(name, "".join(lines), process.wait())


def read_catch_report(name, path, status):
    """Counts of a Catch2 XML report. A program that died leaves it unfinished: then what ran is counted, plus one failure."""
    text = path.read_text(errors="replace") if path.exists() else ""
    outcome = Outcome()
    try:
        report = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        outcome.passed = text.count('<OverallResult success="true"')
        begun = re.findall(r'<TestCase name="([^"]*)"', text)
        outcome.failed = 1
        outcome.failures = [f"{name}: died (exit {status}) in: {begun[-1] if begun else 'its start'}"]
        return outcome
    for case in report.iter("TestCase"):
        result = case.find("OverallResult")
        if result is None or result.get("success") != "true":
            outcome.failed += 1
            outcome.failures.append(f"{name}: {case.get('name')}")
        elif int(result.get("skips", "0")) > 0:
            outcome.skipped += 1
            reason = case.find(".//Skip")
            because = (reason.text or "").strip() if reason is not None else "no reason given"
            outcome.skips.append(f"{name}: {case.get('name')}: {because}")
        else:
            outcome.passed += 1
    all_were_skipped = status == CATCH_ALL_SKIPPED and outcome.skipped > 0 and outcome.passed == 0
    if status != 0 and outcome.failed == 0 and not all_were_skipped:
        outcome.failed = 1
        outcome.failures.append(f"{name}: ended with exit code {status}")
    return outcome


def run_catch_program(name, command, cases):
    """Runs one Catch2 program and returns its outcome and, when something failed, its output."""
    report = ROOT / "build" / "reports" / (name.replace("/", "-") + ".xml")
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    arguments = ["--reporter", "console::colour-mode=none", "--reporter", f"xml::out={report}", "--allow-running-no-tests"]
    started = time.monotonic()
    try:
        done = subprocess.run([*command, *arguments, *cases], cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PROGRAM_TIME_LIMIT)
        status, output = done.returncode, done.stdout.decode(errors="replace")
    except subprocess.TimeoutExpired as expired:
        status, output = "time limit", (expired.stdout or b"").decode(errors="replace")
    outcome = read_catch_report(name, report, status)
    return outcome, output, time.monotonic() - started


class Selection:
    """Which programs and cases the filters on the command line ask for.

    A filter that is part of a suite's or program's name picks those; any other is part of the names of test cases."""

    def __init__(self, filters):
        self.filters = filters
        self.names = []
        self.cases = []

    def settle(self, known_names):
        for text in self.filters:
            (self.names if any(self.names_it(text, name) for name in known_names) else self.cases).append(text)

    def picks(self, name):
        return not self.names or any(self.names_it(text, name) for text in self.names)

    @staticmethod
    def names_it(text, name):
        """A fuzzer takes a minute: it is only meant by a filter that says so."""
        return text in name and (not name.startswith("fuzz/") or text.startswith("fuzz"))

    def case_arguments(self):
        return [",".join("*" + re.sub(r"([,\[\]\\])", r"\\\1", text) + "*" for text in self.cases)] if self.cases else []


def programs_of(preset):
    """Names of the test programs of a configured build, as CMake wrote them down."""
    listing = ROOT / "build" / preset / "tests" / "tests.txt"
    return listing.read_text().split() if listing.exists() else []


def run_unit_suite(suite, preset, runner, selection):
    """Builds and runs the Catch2 programs of one build."""
    names = [name for name in programs_of(preset) if selection.picks(f"{suite}/{name}")]
    total = Outcome()
    if not names:
        return total
    if not build.build(preset, names, keep_going=True):
        total.add(failure(f"{suite}: the build failed"))
    suffix = ".js" if preset == "wasm" else ""
    folder = ROOT / "build" / preset / "tests" / "bin"
    built = [name for name in names if (folder / (name + suffix)).exists()]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [(name, pool.submit(run_catch_program, f"{suite}/{name}", [*runner, str(folder / (name + suffix))],
                                   selection.case_arguments())) for name in built]
        for name, job in jobs:
            outcome, output, seconds = job.result()
            if outcome.failed:
                say(output.rstrip())
            say(f"  {suite}/{name}: {outcome.line()} ({seconds:.1f} s)")
            total.add(outcome)
    return total


def run_architecture(_selection):
    return run_script("architecture", [sys.executable, "scripts/check_layers"])


def run_python_tests(suite, selection):
    """The unittest cases in tests/<suite>."""
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{text}*" for text in selection.cases] or None
    # Modules of one name in two suites would be taken for each other.
    folder = ROOT / "tests" / suite
    result = unittest.TestResult()
    loader.discover(str(folder), top_level_dir=str(folder)).run(result)
    bad = result.failures + result.errors
    for test, trace in bad:
        say(f"{test.id()}\n{trace}")
    return Outcome(passed=result.testsRun - len(bad) - len(result.skipped), failed=len(bad), skipped=len(result.skipped),
                   failures=[f"{suite}: {test.id()}" for test, _ in bad],
                   skips=[f"{suite}: {test.id()}: {reason}" for test, reason in result.skipped])


def run_scripts(selection):
    """The tests of these scripts themselves."""
    return run_python_tests("scripts", selection)


def run_robustness(selection):
    """The shipped program killed, and on a full disk."""
    if not build.configure("native") or not build.build("native", ["orderdeck", "full_disk"]):
        return failure("robustness: the program could not be built")
    os.environ.update(environment())
    return run_python_tests("robustness", selection)


def run_benches_build(_selection):
    """The benches compile; what they measure decides no test run."""
    if not build.configure("native") or not build.build("native", ["all_benches"]):
        return failure("benches: they do not compile")
    return Outcome(passed=1)


def run_fuzz(selection):
    """Random input for every parser of outside bytes."""
    chosen = [name for name in run_fuzzers.names() if selection.picks(f"fuzz/{name}")]
    return run_fuzzers.run_fuzzers(chosen, int(os.environ["ORDERDECK_FUZZ_SECONDS"]))


def run_end_to_end(selection):
    """The real browser against the real server, both as they are shipped."""
    if not (ROOT / "tests/e2e/run.mjs").exists():
        return Outcome()
    for preset, target in (("native", "orderdeck"), ("wasm", "site")):
        if not build.configure(preset) or not build.build(preset, [target]):
            return failure(f"e2e: {target} could not be built")
    return run_script("e2e", ["node", "tests/e2e/run.mjs", *selection.cases])


UNIT_SUITES = [("unit", "sanitize", []), ("wasm", "wasm", ["node"])]


def suites():
    yield "architecture", run_architecture
    yield "scripts", run_scripts
    for suite, preset, runner in UNIT_SUITES:
        yield suite, lambda chosen, s=suite, p=preset, r=runner: run_unit_suite(s, p, r, chosen)
    yield "robustness", run_robustness
    yield "benches", run_benches_build
    yield "fuzz", run_fuzz
    yield "e2e", run_end_to_end


def known_names():
    names = ["architecture", "scripts", "robustness", "benches", "e2e", "fuzz"]
    names += [f"fuzz/{name}" for name in run_fuzzers.names()]
    for suite, preset, _ in UNIT_SUITES:
        names += [suite] + [f"{suite}/{name}" for name in programs_of(preset)]
    return names


def wanted(selection, suite):
    """Whether anything of the suite is asked for."""
    if selection.cases and suite in ("architecture", "scripts", "benches", "fuzz") and not selection.names:
        return False
    return not selection.names or any(selection.picks(name) for name in known_names()
                                      if name == suite or name.startswith(suite + "/"))


def main():
    parser = argparse.ArgumentParser(
        prog="scripts/test", description="Builds and runs the tests. FILTER is part of a name: of a suite (architecture, "
        "scripts, unit, wasm, robustness, benches, fuzz, e2e), of a test program (unit/test_shared_domain, fuzz/csv), or of a test "
        "case.")
    parser.add_argument("filters", nargs="*", metavar="FILTER")
    parser.add_argument("--fuzz-seconds", type=int, default=60, metavar="N", help="how long each fuzzer runs (default: 60)")
    parser.add_argument("--kills", type=int, default=10, metavar="N",
                        help="how often import and server are killed each (default: 10)")
    parser.add_argument("--no-install", action="store_true", help="install nothing, say what is missing")
    arguments = parser.parse_args()

    started = time.monotonic()
    total = Outcome()
    for _, preset, _ in UNIT_SUITES:
        if not build.configure(preset):
            total.add(failure(f"{preset}: CMake failed"))
    os.environ["ORDERDECK_KILLS"] = str(arguments.kills)
    os.environ["ORDERDECK_FUZZ_SECONDS"] = str(arguments.fuzz_seconds)
    selection = Selection(arguments.filters)
    selection.settle(known_names())
    for suite, run in suites():
        if not wanted(selection, suite):
            continue
        say(f"== {suite}")
        total.add(run(selection))

    if arguments.filters and total.passed + total.failed + total.skipped == 0:
        total.add(failure("no test matches " + " ".join(arguments.filters)))
    for line in total.skips:
        print(f"skipped: {line}")
    for line in total.failures:
        print(f"failed: {line}")
    say(f"took {int(time.monotonic() - started)} s")
    print(total.line(), flush=True)
    return 0 if total.failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
