"""The counts that scripts/test adds up are those of what really ran, also when a program dies."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts" / "lib"))
import run_fuzzers  # noqa: E402
import run_tests  # noqa: E402

CASE = '<TestCase name="{}"><OverallResult success="{}" skips="{}"/></TestCase>'


class Counts(unittest.TestCase):
    def report(self, text, status=0):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "report.xml"
            path.write_text(text)
            return run_tests.read_catch_report("unit/x", path, status)

    def test_cases_are_counted_by_their_result(self):
        cases = CASE.format("a", "true", 0) + CASE.format("b", "false", 0) + CASE.format("c", "true", 1)
        outcome = self.report(f"<Catch2TestRun>{cases}</Catch2TestRun>", status=1)
        self.assertEqual(outcome.line(), "1 passed, 1 failed, 1 skipped")
        self.assertEqual(outcome.failures, ["unit/x: b"])

    def test_a_skipped_case_keeps_its_reason(self):
        case = '<TestCase name="a"><Skip filename="f" line="1">\n no data \n</Skip><OverallResult success="true" skips="1"/></TestCase>'
        outcome = self.report(f"<R>{case}</R>", status=4)
        self.assertEqual(outcome.skips, ["unit/x: a: no data"])
        self.assertEqual(outcome.line(), "0 passed, 0 failed, 1 skipped")

    def test_a_program_that_dies_fails_and_names_the_case_it_died_in(self):
        outcome = self.report("<R>" + CASE.format("a", "true", 0) + '<TestCase name="b">', status=-11)
        self.assertEqual(outcome.line(), "1 passed, 1 failed, 0 skipped")
        self.assertIn("in: b", outcome.failures[0])

    def test_a_program_without_a_report_fails(self):
        self.assertEqual(run_tests.read_catch_report("unit/x", pathlib.Path("/no/such"), 127).line(),
                         "0 passed, 1 failed, 0 skipped")

    def test_a_bad_exit_after_good_cases_fails(self):
        outcome = self.report("<R>" + CASE.format("a", "true", 0) + "</R>", status=1)
        self.assertEqual(outcome.line(), "1 passed, 1 failed, 0 skipped")

    def test_a_suite_is_counted_by_its_last_line(self):
        outcome = run_tests.counts_of_last_line("e2e", "FAILED  x: y\nskipped z: no\n3 passed, 1 failed, 1 skipped\n", 1)
        self.assertEqual(outcome.line(), "3 passed, 1 failed, 1 skipped")
        self.assertEqual((outcome.failures, outcome.skips), (["e2e: x: y"], ["e2e: z: no"]))

    def test_a_suite_that_ends_without_counts_or_badly_fails(self):
        self.assertEqual(run_tests.counts_of_last_line("e2e", "hello\n", 0).failed, 1)
        self.assertEqual(run_tests.counts_of_last_line("e2e", "3 passed, 0 failed, 0 skipped\n", 1).failed, 1)

    def test_filters_pick_by_name_first_and_by_case_otherwise(self):
        selection = run_tests.Selection(["domain", "late orders"])
        selection.settle(["unit", "unit/test_shared_domain", "e2e"])
        self.assertTrue(selection.picks("unit/test_shared_domain"))
        self.assertFalse(selection.picks("e2e"))
        self.assertEqual(selection.case_arguments(), ["*late orders*"])

    def test_a_fuzzer_is_only_picked_by_a_filter_that_says_so(self):
        names = ["unit/test_shared_json", "fuzz", "fuzz/json"]
        for text, picked in [("json", ["unit/test_shared_json"]), ("fuzz", ["fuzz", "fuzz/json"]), ("fuzz/json", ["fuzz/json"])]:
            with self.subTest(filter=text):
                selection = run_tests.Selection([text])
                selection.settle(names)
                self.assertEqual([name for name in names if selection.picks(name)], picked)

    def test_a_fuzzer_counts_as_one_test_and_names_the_input_that_it_failed_on(self):
        passed, tried = run_fuzzers.outcome_of("csv", 0, "#9 DONE\nDone 4711 runs in 60 second(s)\n")
        self.assertEqual((passed.line(), tried), ("1 passed, 0 failed, 0 skipped", "4711 inputs"))
        crash = run_fuzzers.BUILT / "crashes" / "csv" / "crash-1"
        failed, _ = run_fuzzers.outcome_of("csv", 77, f"artifact_prefix='x'; Test unit written to {crash}\n")
        self.assertEqual(failed.line(), "0 passed, 1 failed, 0 skipped")
        self.assertIn("build/fuzz/crashes/csv/crash-1", failed.failures[0])

    def test_a_fuzzer_that_ends_without_having_run_fails(self):
        self.assertEqual(run_fuzzers.outcome_of("csv", 0, "")[0].failed, 1)


if __name__ == "__main__":
    unittest.main()
