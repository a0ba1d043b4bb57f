#pragma once

#include "server/ingest/mapping/rows/row_cells.h"

namespace orderdeck::server::ingest::mapping {

std::optional<domain::Currency> currency_from(std::string_view code);

/// Reads the roles of one fact by name.
class Roles {
public:
    Roles(const RowCells& cells, const FieldRoles& roles) : cells_(cells), roles_(roles) {}

    std::optional<std::string> text(std::string_view name) const {
        const ValueSource* source = find(name);
        return source == nullptr ? std::nullopt : cells_.text(*source);
    }
    std::optional<domain::Occurrence> date(std::string_view name) const {
        const ValueSource* source = find(name);
        return source == nullptr ? std::nullopt : cells_.date(*source);
    }
    std::optional<base::LocalDate> day(std::string_view name) const {
        const auto occurrence = date(name);
        return occurrence ? std::optional(occurrence->on) : std::nullopt;
    }
    std::optional<domain::Quantity> number(std::string_view name) const {
        const ValueSource* source = find(name);
        return source == nullptr ? std::nullopt : cells_.number(*source);
    }
    std::optional<std::int64_t> amount(std::string_view name, domain::Currency currency) const {
        const ValueSource* source = find(name);
        return source == nullptr ? std::nullopt : cells_.amount(*source, currency);
    }
    std::optional<std::int64_t> whole_number(std::string_view name) const {
        const auto value = number(name);
        if (!value) return std::nullopt;
        return value->micro() / domain::Quantity::kScale;
    }
    /// One of our names, found by `parse`; another word is reported.
    template <typename Parse>
    auto choice(std::string_view name, Parse parse) const -> decltype(parse(std::string_view{})) {
        const ValueSource* source = find(name);
        if (source == nullptr) return std::nullopt;
        const auto value = cells_.text(*source);
        if (!value) return std::nullopt;
        auto parsed = parse(*value);
        if (!parsed)
            cells_.report(*source, Severity::warning, "bad_word",
                          "\"" + *value + "\" is no " + std::string(name) +
                              "; give it one of our names under \"words\" in the mapping");
        return parsed;
    }

private:
    const ValueSource* find(std::string_view name) const {
        const auto role = roles_.find(name);
        return role == roles_.end() ? nullptr : &role->second;
    }

    const RowCells& cells_;
    const FieldRoles& roles_;
};

} // namespace orderdeck::server::ingest::mapping
