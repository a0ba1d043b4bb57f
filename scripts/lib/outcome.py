"""What tests came to, and the surroundings in which they run."""

import os
from dataclasses import dataclass, field

from build import ROOT


@dataclass
class Outcome:
    """What one program or suite came to: counts of test cases, and a line for each failed or skipped one."""
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    failures: list = field(default_factory=list)
    skips: list = field(default_factory=list)

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.failures += other.failures
        self.skips += other.skips

    def line(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def failure(name):
    return Outcome(failed=1, failures=[name])


def environment():
    """Adds what tests may ask for: where the checkout, the real data and the built programs are."""
    known = dict(os.environ)
    known["ORDERDECK_SOURCE"] = str(ROOT)
    if "ORDERDECK_DATA" not in known:
        candidates = [ROOT.parent / "shared" / "data", ROOT.parent / "data"]
        known["ORDERDECK_DATA"] = str(next((c for c in candidates if c.is_dir()), candidates[0]))
    known["ORDERDECK_PROGRAM"] = str(ROOT / "build/native/server/orderdeck")
    known["ORDERDECK_SITE"] = str(ROOT / "build/wasm/site")
    known.setdefault("UBSAN_OPTIONS", "print_stacktrace=1")
    return known
