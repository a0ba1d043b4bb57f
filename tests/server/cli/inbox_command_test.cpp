#include "tests/server/cli/terminal_session.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace orderdeck;
using namespace orderdeck::server::cli;

namespace {

/// A session whose mapping is the feed "sample" of its data folder.
class Desk : public test::TerminalSession {
public:
    Desk() {
        std::filesystem::create_directories(folder() + "/mappings");
        write("data/mappings/sample.json", test::kSampleMapping);
    }
    ExitCode inbox(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "inbox");
        arguments.insert(arguments.end(), {"--data-dir", folder()});
        return run(arguments);
    }
    bool says(const std::string& piece) const { return out().find(piece) != std::string::npos; }
};

std::string order(const std::string& number, const std::string& flow) {
    return std::string(test::kSampleHeader) + "Acme;" + number +
           ";10;P-1;Pump;5;9,50;02.01.2026;-;20.01.2026;DN-1;25.01.2026;18.01.2026;;;" + flow + ";3;Kim\n";
}

} // namespace

TEST_CASE("The inbox lists what arrived, and a wrong import is withdrawn and can come again") {
    Desk desk;
    desk.write("right.csv", order("SO-1", "P"));
    desk.write("wrong.csv", order("SO-2", "P"));
    desk.import("right.csv");
    desk.import("wrong.csv");
    CHECK(desk.inbox({"list"}) == ExitCode::done);
    CHECK(desk.says("\twrong.csv\t1 rows"));
    CHECK(desk.says("2 messages"));
    CHECK(desk.inbox({"withdraw", "--id", "2"}) == ExitCode::done);
    CHECK(desk.inbox({"list", "--state", "withdrawn", "--json"}) == ExitCode::done);
    CHECK(desk.says("\"id\":2,\"state\":\"withdrawn\""));
    CHECK(desk.run({"account", "list", "--data-dir", desk.folder()}) == ExitCode::done);
    CHECK(desk.says("acme\tAcme\t1 orders\t1 lines"));
    CHECK(desk.inbox({"retry", "--id", "2"}) == ExitCode::failed);
    desk.import("wrong.csv");
    CHECK(desk.run({"account", "list", "--data-dir", desk.folder()}) == ExitCode::done);
    CHECK(desk.says("acme\tAcme\t2 orders\t2 lines"));
    CHECK(desk.inbox({"withdraw", "--id", "9"}) == ExitCode::failed);
}

TEST_CASE("An unknown code is kept, can be given a meaning, and its messages are read anew") {
    Desk desk;
    desk.write("orders.csv", order("SO-1", "X"));
    desk.import("orders.csv");
    CHECK(desk.inbox({"show", "--id", "1"}) == ExitCode::done);
    CHECK(desk.says("applied_with_findings"));
    CHECK(desk.says("bad_word\tFlow"));
    CHECK(desk.inbox({"map", "--source", "erp", "--column", "Flow", "--word", "X", "--means",
                      "export_order"}) == ExitCode::done);
    CHECK(desk.says("messages read anew 1"));
    CHECK(desk.inbox({"show", "--id", "1"}) == ExitCode::done);
    CHECK(desk.says("\tapplied\t"));
    CHECK_FALSE(desk.says("bad_word"));
    CHECK(desk.inbox({"words"}) == ExitCode::done);
    CHECK(desk.says("erp\tFlow\tX means export_order"));
    // The next file knows it from the start.
    desk.write("more.csv", order("SO-2", "X"));
    desk.import("more.csv");
    CHECK(desk.inbox({"show", "--id", "2"}) == ExitCode::done);
    CHECK(desk.says("\tapplied\t"));
}

TEST_CASE("A file that does not fit is rejected with the reason and can be ignored") {
    Desk desk;
    desk.write("other.csv", "Something;Else\n1;2\n");
    CHECK(desk.import("other.csv") == ExitCode::failed);
    CHECK(desk.inbox({"list", "--state", "rejected"}) == ExitCode::done);
    CHECK(desk.says("other.csv"));
    CHECK(desk.inbox({"show", "--id", "1"}) == ExitCode::done);
    CHECK(desk.says("missing_column"));
    CHECK(desk.inbox({"ignore", "--id", "1", "--reason", "a trial of the source"}) == ExitCode::done);
    CHECK(desk.inbox({"list", "--state", "ignored"}) == ExitCode::done);
    CHECK(desk.says("1 messages"));
    CHECK(desk.says("\ta trial of the source"));
    CHECK(desk.inbox({"list", "--state", "nonsense"}) == ExitCode::failed);
}
