#include "shared/api/sync_page.h"
#include "shared/api/sync_page_head.h"
#include "shared/api/sync_page_table.h"
#include "shared/json/events.h"

namespace orderdeck::api {
namespace {

constexpr json::Limits kPageLimits{.max_bytes = 64 * 1024 * 1024, .max_depth = 8};

/// Where in the page the parse stands.
enum class Place : std::uint8_t { before, head, tables, table, columns, put, column, deleted, after };

class PageReader final : public json::Events {
public:
    explicit PageReader(SyncPageSink& sink) : sink_(sink) {}

    bool null() override { return scalar({}); }
    bool boolean(bool value) override { return scalar({JsonScalar::Kind::boolean, value ? 1 : 0, {}}); }
    bool integer(std::int64_t value) override { return scalar({JsonScalar::Kind::integer, value, {}}); }
    bool number(std::string_view digits) override { return scalar({JsonScalar::Kind::number, 0, digits}); }
    bool string(std::string&& value) override { return scalar({JsonScalar::Kind::text, 0, value}); }

    bool key(std::string&& name) override {
        if (skipping_ == 0) key_ = std::move(name);
        return true;
    }

    bool start_object() override {
        if (skipping_ > 0) return skip_deeper();
        if (place_ == Place::before) return move_to(Place::head);
        if (place_ == Place::tables) {
            table_ = SyncPageTable{};
            return move_to(Place::table);
        }
        return skip_unknown();
    }

    bool end_object() override {
        if (skipping_ > 0) return skip_shallower();
        if (place_ == Place::head) return move_to(Place::after);
        if (!check(table_.finish())) return false;
        ++tables_;
        return (table_.batch() == nullptr || check(sink_.accept(*table_.batch()))) && move_to(Place::tables);
    }

    bool start_array() override {
        if (skipping_ > 0) return skip_deeper();
        if (place_ == Place::head && key_ == "tables") return move_to(Place::tables);
        if (place_ == Place::put) return check(table_.begin_column()) && move_to(Place::column);
        if (place_ == Place::table && table_.is_unknown()) return skip_deeper();
        if (place_ == Place::table && key_ == "columns")
            return check(table_.begin_columns()) && move_to(Place::columns);
        if (place_ == Place::table && key_ == "put") return check(table_.begin_put()) && move_to(Place::put);
        if (place_ == Place::table && key_ == "del")
            return check(table_.begin_deleted()) && move_to(Place::deleted);
        return skip_unknown();
    }

    bool end_array() override {
        if (skipping_ > 0) return skip_shallower();
        if (place_ == Place::tables) return move_to(Place::head);
        return move_to(place_ == Place::column ? Place::put : Place::table);
    }

    base::Result<SyncPageHead> finish() { return head_.finish(); }
    base::Error take_error() { return std::move(error_); }

private:
    bool scalar(const JsonScalar& value) {
        if (skipping_ > 0) return true;
        switch (place_) {
        case Place::head: return check(head_.set(key_, value));
        case Place::table: return check(table_.set(key_, value));
        case Place::columns: return check(table_.add_column(value));
        case Place::column: return check(table_.add_value(value));
        case Place::deleted: return check(table_.add_deleted(value));
        case Place::before:
        case Place::tables:
        case Place::put:
        case Place::after: break;
        }
        return refuse("a value where an object or array belongs");
    }

    bool move_to(Place place) {
        place_ = place;
        return true;
    }
    bool skip_deeper() {
        ++skipping_;
        return true;
    }
    bool skip_shallower() {
        --skipping_;
        return true;
    }
    /// Fields that a later server may add are passed over; a known field of another form is refused.
    bool skip_unknown() {
        const bool known = (place_ == Place::head && SyncPageHeadReader::knows(key_)) ||
                           (place_ == Place::table && SyncPageTable::knows(key_));
        if ((place_ != Place::head && place_ != Place::table) || known)
            return refuse("an object or array of no use");
        return skip_deeper();
    }
    bool refuse(std::string message) {
        return check(base::Result<void>(base::fail(base::ErrorCode::invalid, std::move(message))));
    }
    bool check(base::Result<void> result) {
        if (result) return true;
        error_ = std::move(result).error();
        if (error_.where.empty()) error_.where = "table " + std::to_string(tables_) + " \"" + key_ + "\"";
        return false;
    }

    SyncPageSink& sink_;
    SyncPageHeadReader head_;
    SyncPageTable table_;
    Place place_ = Place::before;
    std::string key_;
    std::size_t skipping_ = 0; // depth inside something unknown
    std::size_t tables_ = 0;
    base::Error error_;
};

} // namespace

base::Result<SyncPageHead> decode_sync_page(std::string_view text, SyncPageSink& sink) {
    PageReader reader(sink);
    if (auto parsed = json::parse_events(text, reader, kPageLimits); !parsed) {
        const bool stopped_by_reader = parsed.error().message.empty();
        return base::Failure{stopped_by_reader ? reader.take_error() : std::move(parsed).error()};
    }
    return reader.finish();
}

} // namespace orderdeck::api
