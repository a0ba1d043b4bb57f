"""scripts/check_layers finds what it is there for: each rule is broken once in a small tree of its own."""

import importlib.machinery
import importlib.util
import pathlib
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "check_layers"


def load():
    loader = importlib.machinery.SourceFileLoader("check_layers", str(SCRIPT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_layers", loader))
    loader.exec_module(module)
    return module


class CheckLayers(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.check = load()
        self.check.ROOT = pathlib.Path(self.folder.name)
        self.check.TABLE = self.check.ROOT / "layers.txt"
        self.files = []

    def write(self, name, text):
        path = self.check.ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        self.files.append(name)

    def use(self, table):
        self.write("layers.txt", table)
        self.table = self.check.read_table()
        used, self.unrooted = self.check.edges_in_use(self.files, self.table)
        return used

    def test_an_edge_that_the_table_does_not_list_is_reported_with_its_place(self):
        self.write("shared/domain/order.h", "")
        self.write("shared/json/reader.cpp", '#pragma once\n#include "shared/domain/order.h"\n')
        used = self.use("shared/domain:\nshared/json:\n")
        self.assertEqual(self.check.check_edges_listed(used, self.table),
                         ["shared/json/reader.cpp:2: shared/json may not include shared/domain (scripts/layers.txt)"])

    def test_a_listed_edge_that_is_used_is_right_and_an_unused_one_is_not(self):
        self.write("shared/domain/order.h", "")
        self.write("shared/json/reader.cpp", '#include "shared/domain/order.h"\n')
        used = self.use("shared/domain: shared/json\nshared/json: shared/domain\n")
        self.assertEqual(self.check.check_edges_listed(used, self.table), [])
        self.assertEqual(len(self.check.check_edges_used(used, self.table)), 1)

    def test_base_is_open_to_all(self):
        self.write("shared/base/result.h", "")
        self.write("shared/json/reader.cpp", '#include "shared/base/result.h"\n')
        used = self.use("shared/base:\nshared/json:\n")
        self.assertEqual(self.check.check_edges_listed(used, self.table), [])

    def test_a_cycle_is_shown_as_a_path(self):
        used = self.use("a: b\nb: c\nc: a\n")
        self.assertEqual(self.check.check_cycles(used, self.table), ["cycle: a -> b -> c -> a"])

    def test_a_file_belongs_to_the_longest_layer_that_begins_its_path(self):
        table = {"server/persistence": set(), "server/persistence/sqlite": set()}
        self.assertEqual(self.check.layer_of("server/persistence/sqlite/identity/a.h", table), "server/persistence/sqlite")
        self.assertEqual(self.check.layer_of("server/persistence/scope.h", table), "server/persistence")
        self.assertIsNone(self.check.layer_of("server/other/a.h", table))

    def test_a_folder_without_a_layer_is_reported(self):
        self.write("server/surprise/a.cpp", "")
        self.use("server/http:\n")
        self.assertEqual(len(self.check.check_layers_named(self.files, self.table)), 1)

    def test_an_include_that_does_not_start_at_the_root_is_reported(self):
        self.write("shared/json/reader.h", "")
        self.write("shared/json/reader.cpp", '#include "reader.h"\n')
        self.use("shared/json:\n")
        self.assertEqual(len(self.unrooted), 1)

    def test_product_code_may_not_include_tests(self):
        self.write("tests/support/files.h", "")
        self.write("shared/json/reader.cpp", '#include "tests/support/files.h"\n')
        self.use("shared/json:\n")
        self.assertEqual(len(self.unrooted), 1)

    def test_library_headers_outside_their_place_are_reported(self):
        for place, header in [("client/app", "emscripten/html5.h"), ("client/app", "imgui.h"), ("server/auth", "httplib.h"),
                              ("shared/api", "nlohmann/json.hpp"), ("shared/replica", "sqlite3.h"),
                              ("server/persistence", "libpq-fe.h")]:
            with self.subTest(header=header):
                self.files = []
                self.write(f"{place}/a.cpp", f"#include <{header}>\n")
                self.assertEqual(len(self.check.check_only_in(self.files)), 1)

    def test_library_headers_in_their_place_are_right(self):
        self.write("client/platform/browser/a.cpp", "#include <emscripten/html5.h>\n#include <imgui.h>\n")
        self.write("client/ui/a.h", "#include <imgui.h>\n")
        self.write("server/http/a.cpp", "#include <httplib.h>\n")
        self.write("shared/json/a.cpp", "#include <nlohmann/json.hpp>\n")
        self.write("shared/storage/a.cpp", "#include <sqlite3.h>\n")
        self.assertEqual(self.check.check_only_in(self.files), [])

    def test_a_second_file_with_httplib_is_reported(self):
        self.write("server/http/a.cpp", "#include <httplib.h>\n")
        self.write("server/http/b.cpp", "#include <httplib.h>\n")
        self.assertEqual(len(self.check.check_only_in(self.files)), 1)

    def test_json_headers_are_for_cpp_files_only(self):
        self.write("shared/json/a.h", "#include <nlohmann/json.hpp>\n")
        self.assertEqual(len(self.check.check_only_in(self.files)), 1)

    def test_the_platform_macro_leftovers_and_long_files_are_reported(self):
        self.write("client/app/a.cpp", "#ifdef __EMSCRIP" + "TEN__\n// TO" + "DO later\n" + "\n" * 460)
        self.assertEqual(len(self.check.check_platform_macro(self.files)), 1)
        self.assertEqual(len(self.check.check_leftovers(self.files)), 1)
        self.assertEqual(len(self.check.check_lengths(self.files)), 1)


if __name__ == "__main__":
    unittest.main()
