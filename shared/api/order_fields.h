#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/api/orders.h"
#include "shared/base/parse_number.h"
#include "shared/json/reader.h"
#include "shared/json/writer.h"

namespace orderdeck::api {

/// How domain values stand in REST JSON: ids, money and quantities as strings, dates as ISO 8601, enums by name. Not used
/// outside this folder.

std::string_view name_of(domain::HeadlineKind kind);
std::string_view name_of(domain::AmountBasis basis);

template <typename Tag>
void write_id(json::Writer& writer, std::string_view name, base::StrongId<Tag> id) {
    writer.field(name, std::to_string(id.value()));
}
template <typename Tag>
void write_id(json::Writer& writer, std::string_view name, const std::optional<base::StrongId<Tag>>& id) {
    if (id) write_id(writer, name, *id);
}
void write_date(json::Writer& writer, std::string_view name, const std::optional<base::LocalDate>& date);
void write_time(json::Writer& writer, std::string_view name, const std::optional<base::Timestamp>& time);
void write_quantity(json::Writer& writer, std::string_view name,
                    const std::optional<domain::Quantity>& quantity);
/// Texts that are empty are left out.
void write_text(json::Writer& writer, std::string_view name, std::string_view text);

base::Result<std::int64_t> read_id_value(const json::Value& id);
template <typename Id>
base::Result<Id> read_id(const json::Value& object, std::string_view name) {
    return Id(TRY(read_id_value(TRY(object.field(name)))));
}
template <typename Id>
base::Result<std::optional<Id>> read_optional_id(const json::Value& object, std::string_view name) {
    const auto found = TRY(object.optional_field(name));
    if (!found) return std::optional<Id>{};
    return std::optional<Id>{Id(TRY(read_id_value(*found)))};
}
base::Result<std::optional<base::LocalDate>> read_date(const json::Value& object, std::string_view name);
base::Result<std::optional<base::Timestamp>> read_time(const json::Value& object, std::string_view name);
base::Result<std::optional<domain::Quantity>> read_quantity(const json::Value& object, std::string_view name);
base::Result<std::string> read_text(const json::Value& object, std::string_view name);
/// A count that must fit into int.
base::Result<int> read_int(const json::Value& object, std::string_view name);
base::Result<domain::Money> read_money(const json::Value& object, std::string_view name,
                                       domain::Currency currency);

/// Finds the enum value 0 .. count-1 whose name_of() is the field's text.
template <typename Enum>
base::Result<Enum> read_enum(const json::Value& object, std::string_view name, int count) {
    const json::Value field = TRY(object.field(name));
    const std::string text = TRY(field.string());
    for (int i = 0; i < count; ++i) {
        if (name_of(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    }
    return field.refuse("\"" + text + "\" is not known");
}

void write_order_row(json::Writer& writer, const OrderRow& row);
base::Result<OrderRow> read_order_row(const json::Value& value);

} // namespace orderdeck::api
