#include "server/ingest/ubl/reading.h"

#include "shared/base/parse_number.h"

#include <algorithm>

namespace orderdeck::server::ingest::ubl {
namespace {

constexpr std::size_t kDateLength = 10;
constexpr std::size_t kShownValue = 60;

/// A day and a time of xsd:date and xsd:time, either of which may carry the zone.
base::Result<domain::Occurrence> parse_occurrence(std::string_view date, std::string_view time) {
    domain::Occurrence occurrence;
    occurrence.on = TRY(base::LocalDate::parse(date.substr(0, kDateLength)));
    const std::string_view zone = date.size() > kDateLength ? date.substr(kDateLength) : std::string_view{};
    if (time.empty()) return occurrence;
    const std::string day(date.substr(0, kDateLength));
    auto instant = base::OffsetTimestamp::parse(day + "T" + std::string(time));
    if (!instant) instant = base::OffsetTimestamp::parse(day + "T" + std::string(time) + std::string(zone));
    if (!instant) return occurrence;
    occurrence.at = instant->instant;
    occurrence.utc_offset_minutes = static_cast<int>(instant->utc_offset.whole_seconds() / 60);
    return occurrence;
}

/// XML Schema writes decimals as it likes: "+1", ".5", "5.", "1.0000000".
std::string plain_decimal(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    std::string plain(text);
    if (const std::size_t point = plain.find('.'); point != std::string::npos) {
        plain.erase(plain.find_last_not_of('0') + 1);
        if (plain.back() == '.') plain.pop_back();
        if (point == 0) plain.insert(0, "0");
        if (plain.starts_with("-.")) plain.insert(1, "0");
    }
    return plain;
}

/// Among documents of one second: what answers comes after what it answers.
std::int64_t rank_of(DocumentKind kind, const Element& document) {
    constexpr std::int64_t kLastChange = 98;
    switch (kind) {
    case DocumentKind::order: return 0;
    case DocumentKind::order_change: {
        const auto sequence = base::parse_int(document.text_at({"SequenceNumberID"}));
        return 1 + std::clamp<std::int64_t>(sequence.value_or(0), 0, kLastChange - 1);
    }
    case DocumentKind::order_agreement: return kLastChange + 1;
    case DocumentKind::order_response:
    case DocumentKind::order_response_simple: return kLastChange + 2;
    case DocumentKind::order_cancellation: return kLastChange + 3;
    case DocumentKind::despatch_advice:
    case DocumentKind::receipt_advice:
    case DocumentKind::invoice:
    case DocumentKind::credit_note:
    case DocumentKind::invoice_response:
    case DocumentKind::message_level_response:
    case DocumentKind::transportation_status: return 0;
    }
    return 0;
}

constexpr std::string_view kNoCodeOf = " is no code of the list ";

} // namespace

Head read_head(const Element& document, DocumentKind kind) {
    constexpr std::int64_t kRanks = 1000;
    Head head{.kind = kind,
              .id = std::string(document.text_at({"ID"})),
              .issued = {},
              .version = 0,
              .stated_at = {}};
    const auto issued = parse_occurrence(document.text_at({"IssueDate"}), document.text_at({"IssueTime"}));
    if (!issued) return head;
    head.issued = *issued;
    head.stated_at = base::Timestamp::at_start_of(issued->on);
    if (issued->at) head.stated_at = *issued->at;
    const auto without_zone =
        parse_occurrence(document.text_at({"IssueDate"}), std::string(document.text_at({"IssueTime"})) + "Z");
    if (!issued->at && without_zone && without_zone->at) head.stated_at = *without_zone->at;
    head.version = head.stated_at.milliseconds() / 1000 * kRanks + rank_of(kind, document);
    return head;
}

void Reading::add(std::string_view key, FactBody body, const Element& at) {
    statement_.add(std::string(name_of(head_.kind)) + "/" + head_.id + "/" + std::string(key),
                   std::move(body), at.line);
}

void Reading::add_latest(std::string_view key, FactBody body, const Element& at) {
    statement_.add(std::string(key), std::move(body), at.line);
}

void Reading::report(Severity severity, std::string code, std::string message, const Element& at,
                     std::string_view value) {
    statement_.report({.file_line = at.line,
                       .column = at.name,
                       .value = std::string(value.substr(0, kShownValue)),
                       .severity = severity,
                       .code = std::move(code),
                       .message = std::move(message)});
}

void Reading::report_value(const Element& at, std::string code, std::string_view what) {
    report(Severity::warning, std::move(code),
           "\"" + at.text.substr(0, kShownValue) + "\" is not " + std::string(what) +
               "; the document was imported without it",
           at, at.text);
}

std::optional<std::string> Reading::order_number(const Element* reference) const {
    if (reference == nullptr) return std::nullopt;
    std::string_view number = reference->text_at({"ID"});
    if (numbering_ == documents::OrderNumbering::supplier) {
        number = reference->text_at({"SalesOrderID"});
        if (number.empty()) number = document_.text_at({"SalesOrderID"});
    }
    if (number.empty()) return std::nullopt;
    return std::string(number);
}

OrderLine Reading::order_line(const Element& line) const {
    const Element* reference = line.child("OrderLineReference");
    OrderLine found;
    if (reference != nullptr) {
        found.line = reference->text_at({"LineID"});
        found.order = order_number(reference->child("OrderReference")).value_or("");
    }
    if (found.order.empty()) found.order = order_number(document_.child("OrderReference")).value_or("");
    return found;
}

std::optional<std::string> Reading::text(const Element& from, Path path) const {
    const std::string_view text = from.text_at(path);
    if (text.empty()) return std::nullopt;
    return std::string(text);
}

std::optional<base::LocalDate> Reading::date(const Element& from, Path path) {
    const Element* at = from.at(path);
    if (at == nullptr || at->text.empty()) return std::nullopt;
    const auto date = base::LocalDate::parse(std::string_view(at->text).substr(0, kDateLength));
    if (date) return *date;
    report_value(*at, "bad_date", "a date (2026-11-22)");
    return std::nullopt;
}

std::optional<domain::Occurrence> Reading::occurrence(const Element& from, std::string_view date_name,
                                                      std::string_view time_name) {
    const Element* at = from.child(date_name);
    if (at == nullptr || at->text.empty()) return std::nullopt;
    const auto occurrence = parse_occurrence(at->text, from.text_at({time_name}));
    if (occurrence) return *occurrence;
    report_value(*at, "bad_date", "a date (2026-11-22)");
    return std::nullopt;
}

std::optional<base::LocalDate> Reading::end_of(const Element& from, Path period) {
    const Element* found = from.at(period);
    if (found == nullptr) return std::nullopt;
    const auto end = date(*found, {"EndDate"});
    return end ? end : date(*found, {"StartDate"});
}

std::optional<domain::Quantity> Reading::quantity(const Element& from, Path path) {
    const Element* at = from.at(path);
    if (at == nullptr || at->text.empty()) return std::nullopt;
    const auto quantity = domain::Quantity::parse(plain_decimal(at->text));
    if (quantity) return *quantity;
    report_value(*at, "bad_number", "a number with at most six decimals");
    return std::nullopt;
}

std::optional<domain::Currency> Reading::currency(const Element& from, Path path) {
    const Element* at = from.at(path);
    if (at == nullptr || at->text.empty()) return std::nullopt;
    const auto currency = domain::Currency::parse(at->text);
    if (currency) return *currency;
    report_value(*at, "bad_currency", "a currency code of ISO 4217");
    return std::nullopt;
}

bool Reading::is_in(std::optional<domain::Currency> currency, const Element& amount) {
    const std::string_view stated = amount.attribute("currencyID");
    if (stated.empty() || !currency || stated == currency->code()) return true;
    report(Severity::warning, "other_currency",
           "the amount is in " + std::string(stated) + ", the document in " + std::string(currency->code()) +
               "; the document was imported without it",
           amount, amount.text);
    return false;
}

std::optional<std::int64_t> Reading::amount(const Element& from, Path path,
                                            std::optional<domain::Currency> currency) {
    const Element* at = from.at(path);
    if (at == nullptr || at->text.empty() || !currency) return std::nullopt;
    if (!is_in(currency, *at)) return std::nullopt;
    const auto money = domain::Money::parse(plain_decimal(at->text), *currency);
    if (money) return money->minor;
    report_value(*at, "bad_number", "an amount");
    return std::nullopt;
}

std::optional<std::string_view> Reading::code(std::string_view list, const Element& from, Path path) {
    const Element* at = from.at(path);
    if (at == nullptr || at->text.empty()) return std::nullopt;
    const auto word = codes_.find(list, at->name, at->text);
    if (word) return word;
    std::string message =
        "\"" + at->text.substr(0, kShownValue) + "\"" + std::string(kNoCodeOf) + std::string(list);
    if (const auto said = codes_.meaning(at->name, at->text)) {
        message.append(", and its meaning \"").append(*said).append("\" is none of: ");
        for (const std::string_view known : codes_.words_of(list))
            message.append(message.ends_with(' ') ? "" : ", ").append(known);
    }
    report(Severity::warning, "unknown_code", message + "; the document was imported without it", *at,
           at->text);
    return word;
}

std::optional<domain::Currency> Reading::document_currency() {
    if (const auto stated = currency(document_, {"DocumentCurrencyCode"})) return stated;
    for (const Element* amount : {document_.at({"AnticipatedMonetaryTotal", "PayableAmount"}),
                                  document_.at({"LegalMonetaryTotal", "PayableAmount"}),
                                  document_.at({"OrderLine", "LineItem", "LineExtensionAmount"})}) {
        if (amount == nullptr) continue;
        if (const auto named = domain::Currency::parse(amount->attribute("currencyID"))) return *named;
    }
    return std::nullopt;
}

std::string_view named_list(std::string_view message) {
    const std::size_t at = message.find(kNoCodeOf);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = message.substr(at + kNoCodeOf.size());
    return rest.substr(0, rest.find_first_of(",;"));
}

} // namespace orderdeck::server::ingest::ubl
