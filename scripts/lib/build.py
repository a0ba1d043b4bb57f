"""Configures and builds one preset quietly: progress while it takes long, the log only when it fails."""

import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def say(text):
    print(text, file=sys.stderr, flush=True)


def _run_quietly(what, command, log_path):
    """Runs the command with its output in log_path; prints a sign of life every half minute. True if it succeeded."""
    started = time.monotonic()
    next_sign = 30
    with open(log_path, "wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
    while True:
        try:
            status = process.wait(timeout=1)
            break
        except subprocess.TimeoutExpired:
            seconds = int(time.monotonic() - started)
            if seconds >= next_sign:
                next_sign += 30
                done = re.findall(r"^\[(\d+/\d+)\]", log_path.read_text(errors="replace"), re.M)
                say(f"  {what}: {seconds} s{', ' + done[-1] if done else ''}")
    if status != 0:
        lines = log_path.read_text(errors="replace").splitlines()
        first = next((i for i, line in enumerate(lines) if line.startswith("FAILED") or "CMake Error" in line),
                     len(lines) - 20)
        say("\n".join(lines[max(0, first - 2):][:80]))
        say(f"{what} failed (exit {status}); the whole log is {log_path.relative_to(ROOT)}")
    return status == 0


def configure(preset):
    """Brings build/<preset> up to the CMake files: by CMake the first time, later by ninja, which knows what changed."""
    folder = ROOT / "build" / preset
    folder.mkdir(parents=True, exist_ok=True)
    stamp = folder / ".configured"
    wanted = (ROOT / "CMakePresets.json").read_text()
    if (folder / "build.ninja").exists() and stamp.exists() and stamp.read_text() == wanted:
        return _run_quietly(f"configuring {preset}", ["ninja", "-C", str(folder), "build.ninja"], folder / "configure.log")
    if not _run_quietly(f"configuring {preset}", ["cmake", "--preset", preset], folder / "configure.log"):
        return False
    stamp.write_text(wanted)
    return True


def build(preset, targets, keep_going=False):
    """Builds the targets in build/<preset>. True if all were built."""
    folder = ROOT / "build" / preset
    options = ["-k", "0"] if keep_going else []
    command = ["ninja", "-C", str(folder), *options, *targets]
    return _run_quietly(f"building {preset}", command, folder / "build.log")


def has_target(preset, target):
    """Whether build/<preset>, once configured, knows the target."""
    answer = subprocess.run(["ninja", "-C", str(ROOT / "build" / preset), "-t", "query", target], capture_output=True)
    return answer.returncode == 0
