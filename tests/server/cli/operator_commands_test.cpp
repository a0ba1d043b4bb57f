#include "shared/json/reader.h"
#include "tests/server/cli/terminal_session.h"

#include <catch2/catch_test_macros.hpp>

using namespace orderdeck;
using server::cli::ExitCode;
using Session = orderdeck::test::TerminalSession;

namespace {

constexpr const char* kPassword = "nine green bottles 42\n";

/// A store with the account "acme", one order, and anna@example.com.
void fill(Session& session) {
    session.write("a.csv",
                  std::string(test::kSampleHeader) +
                      "Acme;SO-1;10;P-1;Pump;5;9,50;02.01.2026;-;20.01.2026;DN-1;25.01.2026;18.01.2026;;;P;3;"
                      "Kim\n");
    REQUIRE(session.import("a.csv") == ExitCode::done);
    REQUIRE(session.run({"user", "add", "--data-dir", session.folder(), "--account", "acme", "--email",
                         "anna@example.com"},
                        kPassword) == ExitCode::done);
}

bool contains(const std::string& text, const std::string& piece) {
    return text.find(piece) != std::string::npos;
}

/// Everything that customers see, as text.
std::string projections(const Session& session) {
    auto database = storage::Database::open(session.folder() + "/orderdeck.db", {}).value();
    std::string text;
    for (const std::string table :
         {"sales_order", "order_summary", "order_line", "shipment", "milestone", "promise"}) {
        auto row = database.statement("SELECT * FROM " + table + " ORDER BY id").value();
        while (row.step().value()) {
            for (int column = 0; column < row.column_count(); ++column)
                text += row.string(column) + "|";
        }
        text += "\n";
    }
    return text;
}

} // namespace

TEST_CASE("people and tokens are listed, for people and for programs") {
    Session session;
    fill(session);
    CHECK(session.run({"user", "list", "--data-dir", session.folder()}) == ExitCode::done);
    CHECK(contains(session.out(), "anna@example.com\tanna\tacme\n1 users"));
    CHECK(session.run({"user", "list", "--data-dir", session.folder(), "--json"}) == ExitCode::done);
    CHECK(contains(
        session.out(),
        R"("email":"anna@example.com","name":"anna","disabled":false,"accounts":["acme"],"role":"customer")"));
    CHECK_FALSE(contains(session.out(), "argon2"));
    CHECK(session.run({"user", "add", "--data-dir", session.folder(), "--account", "acme", "--email",
                       "bea@example.com", "--staff"},
                      kPassword) == ExitCode::done);
    CHECK(contains(session.out(), "sees acme, and all imports"));
    CHECK(session.run({"user", "list", "--data-dir", session.folder()}) == ExitCode::done);
    CHECK(
        contains(session.out(), "anna@example.com\tanna\tacme\nbea@example.com\tbea\tacme\tstaff\n2 users"));
    CHECK(session.run({"user", "list", "--data-dir", session.folder(), "--account", "acne"}) ==
          ExitCode::failed);
    CHECK(contains(session.error(), "did you mean acme"));

    CHECK(session.run({"token", "add", "--data-dir", session.folder(), "--account", "acme", "--label", "ERP",
                       "--json"}) == ExitCode::done);
    const std::string issued = session.out();
    const auto document = json::Document::parse(issued).value();
    const std::string id = document.root().string_field("id").value();
    const std::string secret = document.root().string_field("token").value();
    CHECK(session.run({"token", "revoke", "--data-dir", session.folder(), "--id", id, "--json"}) ==
          ExitCode::done);
    CHECK(session.run({"token", "list", "--data-dir", session.folder()}) == ExitCode::done);
    CHECK(contains(session.out(), id + "\tacme\tERP\tcreated 2023-11-14\trevoked 2023-11-14\n1 tokens"));
    CHECK(session.run({"token", "list", "--data-dir", session.folder(), "--json"}) == ExitCode::done);
    CHECK(contains(session.out(), "\"revoked\":\"2023-11-14T22:13:20"));
    CHECK_FALSE(contains(session.out(), secret));
}

TEST_CASE("disabling, enabling and a new password say what they did, and who is unknown fails") {
    Session session;
    fill(session);
    const auto run = [&](const std::string& what, const std::string& email, const std::string& input = {}) {
        return session.run({"user", what, "--data-dir", session.folder(), "--email", email}, input);
    };
    CHECK(run("disable", "anna@example.com") == ExitCode::done);
    CHECK(session.out() == "anna@example.com: disabled\n");
    CHECK(session.run({"user", "list", "--data-dir", session.folder()}) == ExitCode::done);
    CHECK(contains(session.out(), "\tdisabled\n"));
    CHECK(run("enable", "anna@example.com") == ExitCode::done);
    CHECK(run("password", "anna@example.com", "seven yellow lamps 17\n") == ExitCode::done);
    CHECK(contains(session.out(), "sessions ended"));
    CHECK(run("password", "anna@example.com", "short\n") == ExitCode::failed);
    for (const std::string what : {"disable", "enable", "password"}) {
        CHECK(run(what, "nobody@example.com", kPassword) == ExitCode::failed);
        CHECK(contains(session.error(), "`user list` shows all"));
    }
}

TEST_CASE("a rebuild changes nothing in a sound store and puts right what was damaged, to the same rows") {
    Session session;
    fill(session);
    const std::string sound = projections(session);
    CHECK(session.run({"rebuild", "--data-dir", session.folder()}) == ExitCode::done);
    CHECK(contains(session.out(), "nothing was changed"));
    CHECK(projections(session) == sound);
    {
        auto database = storage::Database::open(session.folder() + "/orderdeck.db", {}).value();
        REQUIRE(
            database
                .exec("UPDATE sales_order SET currency = 'ZZZ'; UPDATE order_summary SET low = 0, lines = 9")
                .has_value());
    }
    CHECK(projections(session) != sound);
    CHECK(session.run({"rebuild", "--data-dir", session.folder(), "--json"}) == ExitCode::done);
    CHECK(session.out() == "{\"rows_changed\":2}\n");
    CHECK(projections(session) == sound);
    CHECK(session.run({"rebuild", "--data-dir", session.folder(), "--json"}) == ExitCode::done);
    CHECK(session.out() == "{\"rows_changed\":0}\n");
}

TEST_CASE("commands about a store that is not there say so") {
    Session session;
    for (const std::vector<std::string>& command : {std::vector<std::string>{"user", "list"},
                                                    {"token", "list"},
                                                    {"rebuild"},
                                                    {"user", "disable", "--email", "a@example.com"},
                                                    {"token", "revoke", "--id", "000000000000"}}) {
        std::vector<std::string> arguments = command;
        arguments.insert(arguments.end(), {"--data-dir", session.folder() + "/nowhere", "--json"});
        CHECK(session.run(arguments) == ExitCode::failed);
        CHECK(contains(session.out(), "\"code\":\"not_found\""));
    }
}
