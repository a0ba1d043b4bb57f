"""No room on the disk: the program says so, loses nothing, and goes on when there is room again."""

import os
import subprocess
import unittest

from portal_program import FULL_DISK, Portal, order_rows


class FullDisk(unittest.TestCase):
    def setUp(self):
        self.assertTrue(os.path.exists(FULL_DISK), "build the target full_disk first")
        self.portal = Portal()
        self.addCleanup(self.portal.close)
        self.portal.write("before.csv", order_rows(40, 0, 1))
        self.portal.write("more.csv", order_rows(300, 1000, 2))
        self.portal.imported("before.csv")

    def import_with_room_for(self, size):
        return self.portal.run(*self.portal.import_arguments("more.csv"),
                               environment={"LD_PRELOAD": FULL_DISK, "FULL_DISK_AFTER": str(size)})

    def test_an_import_without_room_says_so_loses_nothing_and_completes_when_there_is_room(self):
        before = self.portal.content()
        for room in (0, 5_000, 100_000, 400_000, 900_000):
            with self.subTest(room=room):
                done = self.import_with_room_for(room)
                self.assertEqual(done.returncode, 1)
                self.assertIn("room", done.stderr)
                self.assertNotIn("INSERT", done.stderr)
                self.assertEqual(self.portal.run("account", "list").returncode, 0)
                self.assertEqual(self.portal.faults(), [])
                content = self.portal.content()
                for table in ("sales_order", "order_summary", "order_line"):
                    self.assertEqual(set(before[table]) - set(content[table]), set(), table)
        report = self.portal.imported("more.csv")
        self.assertEqual(report[0]["rows_imported"], 900)
        whole = self.portal.content()
        other = Portal()
        self.addCleanup(other.close)
        for name in ("before.csv", "more.csv"):
            other.write(name, (self.portal.folder / name).read_text())
        other.imported("before.csv", "more.csv")
        for table, rows in other.content().items():
            self.assertEqual(whole[table], rows, table)

    def test_a_server_without_room_says_503_keeps_serving_and_logs_in_again_later(self):
        self.portal.add_user()
        flag = self.portal.folder / "full"
        self.portal.environment = {"LD_PRELOAD": FULL_DISK, "FULL_DISK_FLAG": str(flag)}
        self.portal.start()
        status, session = self.portal.log_in()
        self.assertEqual(status, 303)
        flag.touch()
        for _ in range(3):
            self.assertEqual(self.portal.log_in()[0], 503)
        self.assertEqual(self.portal.status_of_session(session), 200)
        self.assertEqual(self.portal.request("GET", "/healthz")[0], 200)
        flag.unlink()
        self.assertEqual(self.portal.log_in()[0], 303)
        self.assertEqual(self.portal.stop(), 0)

    def test_output_that_cannot_be_written_is_a_failure(self):
        for command in (["account", "list"], ["account", "list", "--json"], ["account", "--help"],
                        self.portal.import_arguments("more.csv")):
            with self.subTest(command=command), open("/dev/full", "w") as full:
                done = self.portal.run(*command, stdout=full, stderr=subprocess.PIPE)
                self.assertEqual(done.returncode, 1)
                self.assertIn("disk full", done.stderr)

    def test_a_server_that_cannot_announce_its_address_does_not_start(self):
        with open("/dev/full", "w") as full:
            self.portal.start()
            site = str(self.portal.folder / "site")
            self.portal.stop()
            done = self.portal.run("serve", "--site", site, "--port", "0", stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn("address", done.stderr)


if __name__ == "__main__":
    unittest.main()
