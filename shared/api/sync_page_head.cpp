#include "shared/api/sync_page_head.h"

#include <iterator>

namespace orderdeck::api {
namespace {

enum class Field : std::uint8_t {
    proto,
    schema,
    epoch,
    scope,
    from,
    to,
    head,
    more,
    server_time,
    cursor,
    after,
    tables
};

struct NamedField {
    std::string_view name;
    Field field;
    JsonScalar::Kind kind;
};

constexpr NamedField kFields[] = {
    {"proto", Field::proto, JsonScalar::Kind::integer},
    {"schema", Field::schema, JsonScalar::Kind::integer},
    {"epoch", Field::epoch, JsonScalar::Kind::text},
    {"scope", Field::scope, JsonScalar::Kind::text},
    {"from", Field::from, JsonScalar::Kind::integer},
    {"to", Field::to, JsonScalar::Kind::integer},
    {"head", Field::head, JsonScalar::Kind::integer},
    {"more", Field::more, JsonScalar::Kind::boolean},
    {"serverTime", Field::server_time, JsonScalar::Kind::integer},
    {"cursor", Field::cursor, JsonScalar::Kind::text},
    {"after", Field::after, JsonScalar::Kind::text},
    {"tables", Field::tables, JsonScalar::Kind::null},
};

constexpr std::uint32_t bit(Field field) { return 1U << static_cast<unsigned>(field); }

// A page without these cannot be placed in the feed.
constexpr std::uint32_t kRequired = bit(Field::proto) | bit(Field::schema) | bit(Field::epoch) |
                                    bit(Field::scope) | bit(Field::from) | bit(Field::to) | bit(Field::head) |
                                    bit(Field::more) | bit(Field::server_time);

const NamedField* find(std::string_view key) {
    for (const NamedField& named : kFields) {
        if (named.name == key) return &named;
    }
    return nullptr;
}

base::Result<void> expect(const JsonScalar& value, int expected, std::string_view what) {
    if (value.integer == expected) return {};
    return base::fail(base::ErrorCode::unsupported, "the page has " + std::string(what) + " " +
                                                        std::to_string(value.integer) +
                                                        ", this program knows " + std::to_string(expected));
}

} // namespace

bool SyncPageHeadReader::knows(std::string_view key) { return find(key) != nullptr; }

base::Result<void> SyncPageHeadReader::set(std::string_view key, const JsonScalar& value) {
    const NamedField* named = find(key);
    if (named == nullptr) return {};
    if (value.kind != named->kind || named->field == Field::tables) {
        return base::fail(base::ErrorCode::invalid, "a value of the wrong kind", std::string(key));
    }
    seen_ |= bit(named->field);
    switch (named->field) {
    case Field::proto: return expect(value, kSyncProtocol, "protocol");
    case Field::schema: return expect(value, kSyncSchema, "schema");
    case Field::epoch: head_.epoch = value.text; break;
    case Field::scope: head_.scope = value.text; break;
    case Field::from: head_.from = value.integer; break;
    case Field::to: head_.to = value.integer; break;
    case Field::head: head_.head = value.integer; break;
    case Field::more: head_.more = value.integer != 0; break;
    case Field::server_time: head_.server_time = base::Timestamp::from_milliseconds(value.integer); break;
    case Field::cursor: head_.cursor = value.text; break;
    case Field::after: head_.after = std::string(value.text); break;
    case Field::tables: break;
    }
    return {};
}

base::Result<SyncPageHead> SyncPageHeadReader::finish() {
    if ((seen_ & kRequired) == kRequired) return std::move(head_);
    for (const NamedField& named : kFields) {
        const bool missing = (kRequired & bit(named.field) & ~seen_) != 0;
        if (missing) {
            return base::fail(base::ErrorCode::invalid,
                              "the field \"" + std::string(named.name) + "\" is missing");
        }
    }
    return base::fail(base::ErrorCode::invalid, "the page is incomplete");
}

} // namespace orderdeck::api
