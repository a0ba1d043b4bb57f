"""The program is killed at random points, as a power cut would; what it had acknowledged is there afterwards."""

import http.client
import os
import random
import shutil
import subprocess
import sys
import threading
import time
import unittest
import uuid

from portal_program import PASSWORD, Portal, order_rows

KILLS = int(os.environ.get("ORDERDECK_KILLS", "10"))


def seed_of(test):
    """Printed, so that the same moments can be tried again with ORDERDECK_SEED."""
    seed = int(os.environ.get("ORDERDECK_SEED", random.SystemRandom().randrange(1 << 32)))
    print(f"  {test.id()}: ORDERDECK_SEED={seed}, {KILLS} kills", file=sys.stderr)
    return random.Random(seed)


class KilledImport(unittest.TestCase):
    def setUp(self):
        self.portal = Portal()
        self.addCleanup(self.portal.close)
        self.portal.write("before.csv", order_rows(60, 0, 1))
        self.portal.write("killed.csv", order_rows(700, 30, 2))  # half of the first file's orders get other rows

    def uninterrupted(self):
        """What the store holds before the second file, its report, what the store holds then, and how long it took."""
        self.portal.imported("before.csv")
        shutil.copytree(self.portal.data, self.portal.folder / "before")
        before = self.portal.content()
        started = time.monotonic()
        report = self.portal.imported("killed.csv")
        took = time.monotonic() - started
        return before, report, self.portal.content(), took

    def kill_import_after(self, seconds):
        """False when the import had ended before."""
        process = subprocess.Popen(self.portal.command(*self.portal.import_arguments("killed.csv")),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.kill()
        return process.wait() != 0

    def assert_kept(self, before):
        """Rows of the first file may get newer values from the second, but none may be missing."""
        content = self.portal.content()
        for table in ("sales_order", "order_line", "shipment", "record"):
            self.assertGreaterEqual(len(content[table]), len(before[table]), table)
        untouched = [row for row in before["order_summary"] if row in set(content["order_summary"])]
        self.assertGreaterEqual(len(untouched), 1)

    def test_an_import_that_was_killed_leaves_a_sound_store_and_ends_the_same_when_it_is_done_again(self):
        chance = seed_of(self)
        before, report, whole, took = self.uninterrupted()
        struck = 0
        for number in range(KILLS):
            with self.subTest(kill=number):
                shutil.rmtree(self.portal.data)
                shutil.copytree(self.portal.folder / "before", self.portal.data)
                for _ in range(chance.randint(1, 3)):
                    struck += self.kill_import_after(chance.uniform(0, took))
                self.assertEqual(self.portal.run("account", "list").returncode, 0)
                self.assertEqual(self.portal.faults(), [])
                self.assert_kept(before)
                again = self.portal.imported("killed.csv")
                for figure in ("rows", "rows_imported", "rows_rejected"):
                    self.assertEqual(again[0][figure], report[0][figure])
                content = self.portal.content()
                for table, rows in whole.items():
                    self.assertEqual(content[table], rows, table)
        self.assertGreater(struck, 0, "no kill struck an import that was running")


class Visitor(threading.Thread):
    """Logs in and out until the server is gone, and remembers what it was told."""

    def __init__(self, portal, chance):
        super().__init__()
        self.portal, self.chance = portal, chance
        self.valid, self.ended = [], []

    def run(self):
        try:
            while True:
                status, session = self.portal.log_in()
                if status != 303:
                    continue
                if self.chance.random() < 0.5:
                    self.valid.append(session)
                elif self.portal.log_out(session) == 303:
                    self.ended.append(session)
        except (OSError, http.client.HTTPException, ValueError):
            pass


class Changer(threading.Thread):
    """Changes the password again and again until the server is gone; other devices are logged in meanwhile."""

    def __init__(self, portal, password):
        super().__init__()
        self.portal, self.current, self.wanted = portal, password, password
        self.ended, self.former = [], []
        self.status, self.session = portal.log_in(password)

    def run(self):
        try:
            while self.status in (204, 303):
                self.wanted = f"bottles {uuid.uuid4().hex}"
                _, other = self.portal.log_in(self.current)
                self.status, session = self.portal.change_password(self.session, self.current, self.wanted)
                if self.status == 204:
                    self.former.append(self.current)
                    self.ended += [self.session, other]
                    self.current, self.session = self.wanted, session
        except (OSError, http.client.HTTPException, ValueError):
            pass


class KilledServer(unittest.TestCase):
    def setUp(self):
        self.portal = Portal()
        self.addCleanup(self.portal.close)
        self.portal.write("orders.csv", order_rows(20, 0, 1))
        self.portal.imported("orders.csv")
        self.portal.add_user()

    def test_sessions_and_tokens_that_were_acknowledged_outlive_a_kill_and_ended_ones_stay_ended(self):
        chance = seed_of(self)
        valid, ended, tokens = [], [], []
        for number in range(KILLS):
            with self.subTest(kill=number):
                self.portal.start()
                visitors = [Visitor(self.portal, random.Random(chance.random())) for _ in range(2)]
                for visitor in visitors:
                    visitor.start()
                tokens.append(self.portal.add_token())
                time.sleep(chance.uniform(0, 1.5))
                self.portal.kill()
                for visitor in visitors:
                    visitor.join()
                    valid += visitor.valid
                    ended += visitor.ended
                self.assertEqual(self.portal.faults(), [])
                self.portal.start()
                self.assertEqual({self.portal.status_of_session(session) for session in valid} - {200}, set())
                self.assertEqual({self.portal.status_of_session(session) for session in ended} - {401}, set())
                self.assertEqual({self.portal.status_of_token(token) for token in tokens} - {200}, set())
                self.assertEqual(self.portal.stop(), 0)
        self.assertGreater(len(valid) + len(ended), 0, "nobody had logged in before a kill")

    def test_a_changed_password_that_was_acknowledged_outlives_a_kill_with_all_that_it_ended(self):
        chance = seed_of(self)
        password = PASSWORD
        for number in range(KILLS):
            with self.subTest(kill=number):
                self.portal.start()
                changer = Changer(self.portal, password)
                changer.start()
                while changer.is_alive() and not changer.former:
                    time.sleep(0.01)
                time.sleep(chance.uniform(0, 1))
                self.portal.kill()
                changer.join()
                self.assertIn(changer.status, (204, 303))
                self.assertNotEqual(changer.former, [])
                self.assertEqual(self.portal.faults(), [])
                self.portal.start()
                self.assertEqual({self.portal.status_of_session(session) for session in changer.ended} - {401}, set())
                # What was under way at the kill is done or not done; one of the two passwords opens.
                statuses = {wanted: self.portal.log_in(wanted)[0] for wanted in (changer.current, changer.wanted)}
                opening = [wanted for wanted, status in statuses.items() if status == 303]
                self.assertEqual(len(opening), 1, statuses)
                self.assertEqual(self.portal.log_in(changer.former[-1])[0], 401)
                password = opening[0]
                self.portal.log_in(password)  # which forgives the wrong ones above
                self.assertEqual(self.portal.stop(), 0)


if __name__ == "__main__":
    unittest.main()
