// The JSON reader and writer, and the small contracts that are read with them.
#include "shared/api/own_settings.h"
#include "shared/api/problem.h"
#include "shared/api/session.h"
#include "shared/json/reader.h"
#include "shared/json/writer.h"
#include "tests/fuzz/law.h"

using namespace orderdeck;

namespace {

void write(json::Writer& writer, const json::Value& value) {
    switch (value.kind()) {
    case json::Kind::null: writer.null(); break;
    case json::Kind::boolean: writer.value(fuzz::expect(value.boolean(), "a boolean reads as one")); break;
    case json::Kind::integer: writer.value(fuzz::expect(value.int64(), "an integer reads as one")); break;
    case json::Kind::number: writer.value("a number"); break;
    case json::Kind::string: writer.value(fuzz::expect(value.string(), "a string reads as one")); break;
    case json::Kind::array:
        writer.begin_array();
        for (const json::Value& element : fuzz::expect(value.elements(), "an array has elements"))
            write(writer, element);
        writer.end_array();
        break;
    case json::Kind::object:
        writer.begin_object();
        for (const json::Member& member : fuzz::expect(value.members(), "an object has members"))
            write(writer.key(member.name), member.value);
        writer.end_object();
        break;
    }
    (void)value.decimal();
}

std::string rewritten(std::string_view text) {
    const auto document = fuzz::expect(json::Document::parse(text), "what was written can be read");
    json::Writer writer;
    write(writer, document.root());
    return writer.take();
}

void check_tree(std::string_view text) {
    const auto document = json::Document::parse(text);
    if (!document) return fuzz::require(!document.error().message.empty(), "a refusal has a reason");
    const std::string once = rewritten(text);
    fuzz::require(rewritten(once) == once, "reading what was written and writing it changes nothing");
}

void check_contracts(std::string_view text) {
    if (const auto session = api::decode_session(text)) {
        const std::string encoded = api::encode_session(*session);
        const auto again = fuzz::expect(api::decode_session(encoded), "an encoded session can be decoded");
        fuzz::require(api::encode_session(again) == encoded, "a session survives the wire");
    }
    if (const auto problem = api::decode_problem(text)) {
        const auto again = api::decode_problem(api::encode_problem(*problem));
        fuzz::require(again && *again == *problem, "a problem survives the wire");
    }
}

void check_own_account(std::string_view text) {
    if (const auto settings = api::decode_own_settings(text)) {
        const auto again = api::decode_own_settings(api::encode_own_settings(*settings));
        fuzz::require(again && *again == *settings, "settings survive the wire");
        const domain::OwnSettings tidy = domain::tidied(*settings);
        fuzz::require(domain::tidied(tidy) == tidy, "tidying twice is the same as once");
        domain::check(tidy, {});
    }
    if (const auto change = api::decode_password_change(text)) {
        const auto again = api::decode_password_change(api::encode_password_change(*change));
        fuzz::require(again && *again == *change, "a change of password survives the wire");
        const std::string words[] = {change->current_password};
        domain::password_fault(change->new_password, words, change->current_password);
    }
    if (const auto sessions = api::decode_sessions(text)) {
        const auto again = api::decode_sessions(api::encode_sessions(*sessions));
        fuzz::require(again && *again == *sessions, "sessions survive the wire");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    check_tree(text);
    check_contracts(text);
    check_own_account(text);
    return 0;
}
