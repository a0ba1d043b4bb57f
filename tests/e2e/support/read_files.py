"""Reads a saved file with a program that had no part in making it and prints what it holds as JSON."""

import csv
import io
import json
import pathlib
import sqlite3
import sys
import xml.etree.ElementTree as xml
import zipfile

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_csv(path):
    text = pathlib.Path(path).read_bytes().decode("utf-8-sig")
    return {"rows": list(csv.reader(io.StringIO(text, newline="")))}


def column_of(place):
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def read_sheet(archive, name):
    rows = []
    for row in xml.fromstring(archive.read(name)).iter(SHEET + "row"):
        cells = []
        for cell in row.iter(SHEET + "c"):
            at = column_of(cell.get("r"))
            cells += [""] * (at - len(cells))
            inline = cell.find(f"{SHEET}is")
            value = cell.find(f"{SHEET}v")
            text = "".join(part.text or "" for part in inline.iter(f"{SHEET}t")) if inline is not None else value.text
            cells.append({"text": text} if inline is not None else {"number": float(text)})
            if cell.find(f"{SHEET}f") is not None:
                raise SystemExit("a formula in " + cell.get("r"))
        rows.append([cell.get("text", cell.get("number")) if isinstance(cell, dict) else cell for cell in cells])
    return rows


def read_xlsx(path):
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            raise SystemExit("the archive is damaged")
        count = sum(name.startswith("xl/worksheets/sheet") for name in archive.namelist())
        sheets = [read_sheet(archive, f"xl/worksheets/sheet{number}.xml") for number in range(1, count + 1)]
        return {"rows": sheets[0], "lines": sheets[1], "shipments": sheets[2], "about": sheets[-1]}


def read_sqlite(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")]
    return {"integrity": database.execute("PRAGMA integrity_check").fetchone()[0],
            "counts": {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names},
            "numbers": [number for (number,) in database.execute("SELECT number FROM orders")],
            "placed": database.execute("SELECT placed_on FROM sales_order").fetchone()[0],
            "about": dict(database.execute("SELECT name, value FROM about"))}


READERS = {".csv": read_csv, ".xlsx": read_xlsx, ".sqlite3": read_sqlite}
print(json.dumps(READERS[pathlib.Path(sys.argv[1]).suffix](sys.argv[1])))
