"""The shipped program as a person at the console runs it: commands, a server, files to import, a look into the store."""

import http.client
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ORDERDECK_PROGRAM", str(ROOT / "build/native/server/orderdeck"))
FULL_DISK = os.environ.get("ORDERDECK_FULL_DISK", str(ROOT / "build/native/tests/robustness/full_disk.so"))
EMAIL, PASSWORD = "anna@example.com", "nine green bottles 42"
PATIENCE = 120

HEADER = "Customer;Order;Pos;Item;Qty;Value;Ordered;Promised;Delivery;Arrived\n"
MAPPING = {
    "source": {"name": "erp", "kind": "sales"},
    "file": {"delimiter": ";"},
    "dates": {"formats": ["%d.%m.%Y"]},
    "account": {"code": {"slug_of": "Customer"}, "name": "Customer"},
    "order": {"number": "Order", "placed": "Ordered", "currency": {"constant": "EUR"}},
    "line": {"number": "Pos", "item": "Item", "ordered": "Qty", "amount": "Value", "commercial": {"constant": "confirmed"}},
    "shipment": {"number": "Delivery", "quantity": "Qty"},
    "promises": [{"promised_on": "Promised", "stated_on": "Ordered"}],
    "milestones": [{"of": "shipment", "code": "delivered", "actual": "Arrived"}],
}
# All that a customer sees, and the records behind it.
TABLES = ["account", "account_tree", "source", "item", "sales_order", "order_line", "shipment", "shipment_line", "milestone",
          "promise", "hold", "order_summary", "record", "finding"]
# When something was imported is the only difference that two imports may have.
TIMES_OF_IMPORT = {"created_at", "received_at", "last_received_at", "stated_at"}


def order_rows(orders, first, seed):
    """Three lines for each order; the same seed gives the same rows."""
    chance = random.Random(seed)
    rows = []
    for order in range(first, first + orders):
        placed = f"{chance.randint(1, 28):02d}.01.2026"
        for position in (10, 20, 30):
            days = [f"{chance.randint(1, 28):02d}.{chance.randint(2, 12):02d}.2026" for _ in range(2)]
            rows.append(f"Customer {order % 7};SO-{order};{position};Pump {order % 40};{chance.randint(1, 9)};"
                        f"{chance.randint(1, 999)}.50;{placed};{days[0]};DN-{order}-{position};{days[1]}\n")
    return HEADER + "".join(rows)


class Portal:
    """A data folder, the program over it, and perhaps a server. Everything vanishes with close()."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="orderdeck-robustness-"))
        self.data = self.folder / "data"
        self.mapping = self.folder / "mapping.json"
        self.mapping.write_text(json.dumps(MAPPING))
        self.server = None
        self.environment = {}

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    # Commands

    def write(self, name, text):
        (self.folder / name).write_text(text)

    def command(self, *arguments):
        return [PROGRAM, *arguments, "--data-dir", str(self.data)]

    def run(self, *arguments, environment=None, **more):
        return subprocess.run(self.command(*arguments), env={**os.environ, **(environment or {})}, text=True,
                              capture_output="stdout" not in more, timeout=PATIENCE, **more)

    def import_arguments(self, *names):
        return ["import", "--json", "--mapping", str(self.mapping), *(str(self.folder / name) for name in names)]

    def imported(self, *names):
        """Imports and returns what the program reported."""
        done = self.run(*self.import_arguments(*names))
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["files"]

    def add_user(self):
        done = self.run("user", "add", "--account", "customer-1", "--email", EMAIL, input=PASSWORD + "\n")
        assert done.returncode == 0, done.stderr

    def add_token(self):
        done = self.run("token", "add", "--account", "customer-1", "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["token"]

    # The store

    def content(self):
        """Every row that a customer's screens are made of, by table."""
        database = sqlite3.connect(f"file:{self.data / 'orderdeck.db'}?mode=ro", uri=True)
        try:
            content = {}
            for table in TABLES:
                names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
                columns = [name for name in names if name not in TIMES_OF_IMPORT]
                content[table] = sorted(map(repr, database.execute(f"SELECT {', '.join(columns)} FROM {table}")))
            return content
        finally:
            database.close()

    def faults(self):
        """What SQLite finds wrong with the file; a feed that is behind its own changes is wrong, too."""
        database = sqlite3.connect(f"file:{self.data / 'orderdeck.db'}?mode=ro", uri=True)
        try:
            faults = [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
            faults += [f"feed {row[0]} is behind" for row in database.execute(
                "SELECT feed_id FROM feed WHERE head < (SELECT max(seq) FROM sync_index s WHERE s.feed_id = feed.feed_id)")]
            return faults
        finally:
            database.close()

    # The server

    def start(self):
        site = self.folder / "site"
        site.mkdir(exist_ok=True)
        names = {"index.html": "<title>shell</title>", "login.html": (ROOT / "web/login.html").read_text()}
        for name, text in names.items():
            (site / name).write_text(text)
        pages = [{"name": name, "file": name, "type": "text/html; charset=utf-8", "sha256": "00" * 8} for name in names]
        (site / "site.json").write_text(json.dumps({"files": [], "pages": pages}))
        self.log = open(self.folder / "serve.log", "ab")
        self.server = subprocess.Popen(self.command("serve", "--json", "--site", str(site), "--port", "0"),
                                       env={**os.environ, **self.environment}, stdout=subprocess.PIPE, stderr=self.log)
        line = self.server.stdout.readline()
        assert line, (self.folder / "serve.log").read_text()
        self.port = json.loads(line)["port"]

    def kill(self):
        self.server.kill()
        self._reap()

    def stop(self):
        if self.server is None:
            return 0
        self.server.terminate()
        return self._reap()

    def _reap(self):
        status = self.server.wait(PATIENCE)
        self.server.stdout.close()
        self.log.close()
        self.server = None
        return status

    def request(self, method, path, headers=None, body=None):
        """Status, headers and body; raises OSError or HTTPException when no whole answer comes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def post_form(self, path, fields, cookie):
        return self.request("POST", path, {"Cookie": cookie, "Sec-Fetch-Site": "same-origin",
                                           "Content-Type": "application/x-www-form-urlencoded"},
                            urllib.parse.urlencode(fields))

    def log_in(self, password=PASSWORD):
        """The status, and the cookie of the session that was begun."""
        _, headers, page = self.request("GET", "/login")
        secret = re.search(rb'name="csrf" value="([^"]*)"', page).group(1).decode()
        status, headers, _ = self.post_form("/login", {"csrf": secret, "email": EMAIL, "password": password},
                                            "l=" + _cookie(headers, "l"))
        return status, "s=" + _cookie(headers, "s")

    def log_out(self, session):
        _, _, body = self.request("GET", "/api/v1/session", {"Cookie": session})
        status, _, _ = self.post_form("/logout", {"csrf": json.loads(body)["csrf"]}, session)
        return status

    def change_password(self, session, current, wanted):
        """The status, and the cookie with which the session goes on."""
        _, _, body = self.request("GET", "/api/v1/session", {"Cookie": session})
        status, headers, _ = self.request("POST", "/api/v1/me/password",
                                          {"Cookie": session, "Sec-Fetch-Site": "same-origin",
                                           "X-CSRF-Token": json.loads(body)["csrf"],
                                           "Content-Type": "application/json"},
                                          json.dumps({"current_password": current, "new_password": wanted}))
        return status, "s=" + _cookie(headers, "s")

    def status_of_session(self, session):
        return self.request("GET", "/api/v1/session", {"Cookie": session})[0]

    def status_of_token(self, token):
        return self.request("GET", "/api/v1/orders", {"Authorization": f"Bearer {token}"})[0]


def _cookie(headers, name):
    found = [value for value in headers.get_all("Set-Cookie") or [] if value.startswith(name + "=")]
    return found[0].split(";")[0].partition("=")[2] if found else ""
