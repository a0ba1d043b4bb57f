#pragma once

#include "server/cli/demo/entry.h"
#include "server/cli/demo/fact_sink.h"
#include "server/cli/demo/source_words.h"
#include "server/ingest/facts.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace orderdeck::server::cli::demo {

/// Writes cells of one system; the customer stands in every row.
class Tables {
public:
    explicit Tables(std::vector<Entry>& entries) : entries_(entries) {}

    void begin(const ingest::Fact& fact) {
        account_ = fact.account;
        key_ = fact.origin.key;
        system_ = static_cast<System>(fact.origin.source);
        written_ = fact.origin.received;
    }

    System system() const { return system_; }
    const std::string& key() const { return key_; }

    void begin_row(Feed feed, const std::string& scope, std::string row) {
        feed_ = feed;
        scope_ = scope;
        row_ = std::move(row);
        if (known_.emplace(feed, scope).second) add_customer();
    }

    void put(std::size_t column, std::string value) {
        entries_.push_back({feed_, scope_, row_, column, std::move(value), written_});
    }
    void put(std::size_t column, std::string_view value) { put(column, std::string(value)); }
    template <typename Value>
    void put_stated(std::size_t column, const std::optional<Value>& value) {
        if (value) put(column, text_of(*value));
    }
    void put_minor(std::size_t column, std::int64_t minor, domain::Currency currency) {
        put(column, domain::Money{minor, currency}.to_string());
    }

private:
    static std::string text_of(const std::string& text) { return text; }
    static std::string text_of(int number) { return std::to_string(number); }
    static std::string text_of(std::int64_t number) { return std::to_string(number); }
    static std::string text_of(base::LocalDate day) { return day.to_string(); }
    static std::string text_of(domain::Quantity quantity) { return quantity.to_string(); }
    static std::string text_of(const domain::Occurrence& occurrence) { return house_clock(occurrence); }

    void add_customer() { entries_.push_back({feed_, scope_, {}, 0, account_, base::Timestamp()}); }

    std::vector<Entry>& entries_;
    std::set<std::pair<Feed, std::string>> known_;
    std::string account_;
    std::string key_;
    System system_ = System::sales;
    base::Timestamp written_;
    Feed feed_ = Feed::sales;
    std::string scope_;
    std::string row_;
};

/// Writes what is known of goods on their way.
void write(Tables& to, const ingest::ShipmentFact& fact);
void write(Tables& to, const ingest::ShipmentLineFact& fact);
void write(Tables& to, const ingest::ParcelFact& fact);
void write(Tables& to, const ingest::MilestoneFact& fact);
void write(Tables& to, const ingest::DocumentFact& fact);

} // namespace orderdeck::server::cli::demo
