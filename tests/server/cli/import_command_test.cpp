#include "tests/server/cli/terminal_session.h"
#include "tests/server/ingest/ubl/ubl_documents.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using namespace orderdeck::server::cli;
using Session = orderdeck::test::TerminalSession;

namespace {

std::string file(const std::string& promised, const std::string& order = "SO-1") {
    return std::string(test::kSampleHeader) + "Acme;" + order + ";10;P-1;Pump;5;9,50;02.01.2026;-;" +
           promised + ";DN-1;25.01.2026;18.01.2026;;;P;3;Kim\n";
}

bool contains(const std::string& text, const std::string& piece) {
    return text.find(piece) != std::string::npos;
}

} // namespace

TEST_CASE("Import tells what became of the rows, and the accounts can be listed") {
    Session session;
    session.write("orders.csv", file("20.01.2026"));
    CHECK(session.import("orders.csv") == ExitCode::done);
    CHECK(contains(session.out(), "orders.csv: 1 rows, 1 imported, 0 rejected"));
    CHECK(contains(session.out(), "1 orders, 1 accounts"));
    CHECK(session.run({"account", "list", "--data-dir", session.folder()}) == ExitCode::done);
    CHECK(contains(session.out(), "acme\tAcme\t1 orders\t1 lines"));
    CHECK(session.run({"account", "list", "--json", "--data-dir", session.folder()}) == ExitCode::done);
    CHECK(
        session.out() ==
        "{\"accounts\":[{\"code\":\"acme\",\"name\":\"Acme\",\"parent\":null,\"orders\":1,\"lines\":1}]}\n");
}

TEST_CASE("Importing a file again says that nothing changed") {
    Session session;
    session.write("orders.csv", file("20.01.2026"));
    session.import("orders.csv");
    CHECK(session.import("orders.csv") == ExitCode::done);
    CHECK(contains(session.out(), "imported before: nothing changed"));
    CHECK(session.import("orders.csv", {"--json"}) == ExitCode::done);
    CHECK(contains(session.out(), "\"imported_before\":true"));
}

TEST_CASE("Bad cells are named with file, line, column and reason, and rejected rows give an exit status of "
          "their own") {
    Session session;
    session.write("orders.csv", file("32-Jun-06"));
    CHECK(session.import("orders.csv") == ExitCode::done);
    CHECK(
        contains(session.out(),
                 "orders.csv:2 \"Promised\": \"32-Jun-06\" is not a date; the row was imported without it"));
    session.write("bad.csv", file("20.01.2026", ""));
    CHECK(session.import("bad.csv") == ExitCode::done_in_part);
    CHECK(contains(session.out(),
                   "bad.csv:2 \"Order\": the row names no order; row kept in the inbox, 0 others imported"));
    CHECK(session.import("bad.csv", {"--json"}) == ExitCode::done_in_part);
    CHECK(contains(session.out(), "\"severity\":\"error\",\"code\":\"no_key\""));
}

TEST_CASE("A dry run makes no store") {
    Session session;
    session.write("orders.csv", file("20.01.2026"));
    CHECK(session.import("orders.csv", {"--dry-run"}) == ExitCode::done);
    CHECK(contains(session.out(), "dry run: nothing was stored"));
    CHECK_FALSE(std::filesystem::exists(session.folder()));
}

TEST_CASE("Errors say what, where and what to do") {
    Session session;
    CHECK(session.import("absent.csv") == ExitCode::failed);
    CHECK(contains(session.error(), "absent.csv: the file cannot be opened"));
    CHECK(session.run({"import", "--data-dir", session.folder(), "--mapping", "nope", "x.csv"}) ==
          ExitCode::failed);
    CHECK(contains(session.error(), "name a JSON file, or one of "));
    CHECK(contains(session.error(), "scms_usaid"));
    CHECK(session.run({"account", "list", "--data-dir", session.path("nowhere")}) == ExitCode::failed);
    CHECK(contains(session.error(), "check --data-dir"));
    CHECK(session.run({"account", "list", "--json", "--data-dir", session.path("nowhere")}) ==
          ExitCode::failed);
    CHECK(contains(session.out(), "{\"error\":{\"code\":\"not_found\""));
    session.write("other.csv", "A;B\n1;2\n");
    CHECK(session.import("other.csv") == ExitCode::failed);
    CHECK(contains(session.error(), "other.csv:1: the mapping \"sample\" needs columns that the file lacks"));
    session.write("broken.json", "{\"source\": 7}");
    session.write("orders.csv", file("20.01.2026"));
    CHECK(session.run({"import", "--mapping", session.path("broken.json"), session.path("orders.csv")}) ==
          ExitCode::failed);
    CHECK(contains(session.error(), "broken.json at /source"));
}

TEST_CASE("A wrong command line is answered with help and its own exit status") {
    Session session;
    CHECK(session.run({}) == ExitCode::usage);
    CHECK(session.run({"import", "x.csv"}) == ExitCode::usage);
    CHECK(contains(session.error(), "--mapping"));
    CHECK(session.run({"improt"}) == ExitCode::usage);
    CHECK(session.run({"--help"}) == ExitCode::done);
    CHECK(contains(session.out(), "import"));
}

TEST_CASE("The format of a mapping decides how a file is read: documents need only their parties") {
    Session session;
    session.write("peppol.json", R"({"format": "ubl", "source": {"name": "peppol", "kind": "sales"},
        "account": {"0088:4711": {"code": "city", "name": "City Hospital"}}})");
    session.write(
        "order.xml",
        test::ubl("Order",
                  test::head("PO-7", "2026-03-01") +
                      "<OrderLine><LineItem><ID>1</ID><Quantity>5</Quantity></LineItem></OrderLine>"));
    session.write("change.xml", test::ubl("OrderChange", test::head("C-1", "2026-03-02")));
    const auto import = [&session](const std::string& file, std::vector<std::string> more) {
        std::vector<std::string> arguments = {"import", "--data-dir", session.folder(), "--mapping",
                                              session.path("peppol.json")};
        arguments.insert(arguments.end(), more.begin(), more.end());
        arguments.push_back(session.path(file));
        return session.run(arguments);
    };
    CHECK(import("order.xml", {"--dry-run"}) == ExitCode::done);
    CHECK(contains(session.out(), "order.xml: 1 rows, 1 readable, 0 rejected"));
    CHECK(contains(session.out(), "dry run: nothing was stored"));
    CHECK(import("order.xml", {}) == ExitCode::done);
    CHECK(contains(session.out(), "1 orders, 1 accounts"));
    CHECK(import("order.xml", {}) == ExitCode::done);
    CHECK(contains(session.out(), "imported before: nothing changed"));
    CHECK(import("change.xml", {}) == ExitCode::done_in_part);
    CHECK(contains(session.out(), "change.xml:1: the document names no order: its number is empty"));
}
