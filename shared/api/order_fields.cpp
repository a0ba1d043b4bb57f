#include "shared/api/order_fields.h"

#include <limits>

namespace orderdeck::api {

std::string_view name_of(domain::HeadlineKind kind) {
    switch (kind) {
    case domain::HeadlineKind::stage: return "stage";
    case domain::HeadlineKind::lines_at: return "lines_at";
    case domain::HeadlineKind::cancelled: return "cancelled";
    case domain::HeadlineKind::on_hold: return "on_hold";
    case domain::HeadlineKind::returned: return "returned";
    case domain::HeadlineKind::empty: return "empty";
    }
    return "empty";
}

std::string_view name_of(domain::AmountBasis basis) {
    switch (basis) {
    case domain::AmountBasis::unstated: return "unstated";
    case domain::AmountBasis::net: return "net";
    case domain::AmountBasis::gross: return "gross";
    }
    return "unstated";
}

void write_date(json::Writer& writer, std::string_view name, const std::optional<base::LocalDate>& date) {
    if (date) writer.field(name, date->to_string());
}

void write_time(json::Writer& writer, std::string_view name, const std::optional<base::Timestamp>& time) {
    if (time) writer.field(name, time->to_string());
}

void write_quantity(json::Writer& writer, std::string_view name,
                    const std::optional<domain::Quantity>& quantity) {
    if (quantity) writer.field(name, quantity->to_string());
}

void write_text(json::Writer& writer, std::string_view name, std::string_view text) {
    if (!text.empty()) writer.field(name, text);
}

base::Result<std::int64_t> read_id_value(const json::Value& id) {
    const auto value = base::parse_int(TRY(id.string()));
    if (!value || *value <= 0) return id.refuse("not an id");
    return *value;
}

base::Result<std::optional<base::LocalDate>> read_date(const json::Value& object, std::string_view name) {
    const auto field = TRY(object.optional_field(name));
    if (!field) return std::optional<base::LocalDate>{};
    auto date = base::LocalDate::parse(TRY(field->string()));
    if (!date) return field->refuse(std::move(date).error().message);
    return std::optional<base::LocalDate>{*date};
}

base::Result<std::optional<base::Timestamp>> read_time(const json::Value& object, std::string_view name) {
    const auto field = TRY(object.optional_field(name));
    if (!field) return std::optional<base::Timestamp>{};
    auto time = base::Timestamp::parse(TRY(field->string()));
    if (!time) return field->refuse(std::move(time).error().message);
    return std::optional<base::Timestamp>{*time};
}

base::Result<std::optional<domain::Quantity>> read_quantity(const json::Value& object,
                                                            std::string_view name) {
    const auto field = TRY(object.optional_field(name));
    if (!field) return std::optional<domain::Quantity>{};
    auto quantity = domain::Quantity::parse(TRY(field->string()));
    if (!quantity) return field->refuse(std::move(quantity).error().message);
    return std::optional<domain::Quantity>{*quantity};
}

base::Result<std::string> read_text(const json::Value& object, std::string_view name) {
    return TRY(object.optional_string_field(name)).value_or("");
}

base::Result<int> read_int(const json::Value& object, std::string_view name) {
    const json::Value field = TRY(object.field(name));
    const std::int64_t value = TRY(field.int64());
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
        return field.refuse("too large");
    }
    return static_cast<int>(value);
}

base::Result<domain::Money> read_money(const json::Value& object, std::string_view name,
                                       domain::Currency currency) {
    const json::Value field = TRY(object.field(name));
    auto money = domain::Money::parse(TRY(field.string()), currency);
    if (!money) return field.refuse(std::move(money).error().message);
    return *money;
}

} // namespace orderdeck::api
