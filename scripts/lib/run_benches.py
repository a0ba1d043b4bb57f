"""Runs the benches and prints their figures beside the bars of the project.

A bench is a program of orderdeck_bench() or a tests/bench/*.bench.mjs. It prints one JSON object a line on standard output:
{"figure": "what is measured", "value": 3.2, "unit": "ms", "bar": 50, "aim": 16, "better": "less"}
bar, aim and better ("less" or "more") may be absent. Everything else it says goes to standard error.
"""

import argparse
import datetime
import json
import os
import platform
import subprocess
import sys

import build
from build import ROOT, say
from run_tests import environment


def programs(preset):
    listing = ROOT / "build" / preset / "tests" / "benches.txt"
    return listing.read_text().split() if listing.exists() else []


def benches():
    """(name, preset, command) of every bench; preset is what has to be built for it."""
    for name in programs("native"):
        yield f"native/{name}", "native", [str(ROOT / "build/native/tests/bench-bin" / name)]
    for name in programs("wasm"):
        yield f"wasm/{name}", "wasm", ["node", str(ROOT / "build/wasm/tests/bench-bin" / (name + ".js"))]
    for path in sorted((ROOT / "tests/bench").glob("*.bench.mjs")):
        yield f"browser/{path.name.removesuffix('.bench.mjs')}", "site", ["node", str(path)]


def figures_of(name, command, arguments):
    """The figures that a bench prints, each with the bench's name; an empty list and a word about it if it fails."""
    done = subprocess.run([*command, *arguments], cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        say(f"{name} failed (exit {done.returncode})")
    figures = []
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            figures.append({"bench": name, **json.loads(line)})
        else:
            say("  " + line)
    return figures, done.returncode == 0


def ratio(figure):
    """How often the bar fits into the figure, such that 1 or more is good; None without a bar."""
    bar, value = figure.get("bar"), figure["value"]
    if bar is None:
        return None
    if figure.get("better", "less") == "more":
        return value / bar if bar else None
    return bar / value if value else float("inf")


def shown(number):
    return "" if number is None else f"{number:,.3g}" if abs(number) < 1000 else f"{number:,.0f}"


def print_table(figures):
    rows = [("figure", "value", "bar", "aim", "ratio to bar")]
    for figure in figures:
        unit = figure.get("unit", "")
        rows.append((figure["figure"], f"{shown(figure['value'])} {unit}".strip(), shown(figure.get("bar")),
                     shown(figure.get("aim")), shown(ratio(figure))))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    for row in rows:
        print("  ".join(cell.ljust(width) if column == 0 else cell.rjust(width)
                        for column, (cell, width) in enumerate(zip(row, widths))))


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Runs the benches whose names contain a FILTER.")
    parser.add_argument("filters", nargs="*", metavar="FILTER")
    parser.add_argument("--full", action="store_true", help="also what takes long and much memory")
    parser.add_argument("--no-install", action="store_true", help="install nothing, say what is missing")
    arguments = parser.parse_args()

    if not (build.configure("native") and build.configure("wasm")):
        return 1
    chosen = [bench for bench in benches() if not arguments.filters or any(f in bench[0] for f in arguments.filters)]
    wanted = {"native": ["all_benches"], "wasm": ["all_benches"]}
    if any(preset == "site" for _, preset, _ in chosen):
        wanted["native"].append("orderdeck")
        wanted["wasm"].append("site")
    for preset, targets in wanted.items():
        if not build.build(preset, targets):
            return 1

    figures, all_ran = [], True
    for name, _, command in chosen:
        say(f"== {name}")
        found, ran = figures_of(name, command, ["--full"] if arguments.full else [])
        figures += found
        all_ran = all_ran and ran
    print_table(figures)
    result = {"when": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
              "machine": f"{platform.machine()}, {os.cpu_count()} processors", "figures": figures}
    (ROOT / "build" / "bench.json").write_text(json.dumps(result, indent=2) + "\n")
    return 0 if all_ran else 1


if __name__ == "__main__":
    sys.exit(main())
