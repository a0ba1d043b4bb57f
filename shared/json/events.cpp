#include "shared/json/events.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace orderdeck::json {
namespace {

/// Gives nlohmann's events to ours and keeps the depth; the names of the methods are nlohmann's.
class Adapter final : public nlohmann::json_sax<nlohmann::json> {
public:
    Adapter(Events& events, std::size_t max_depth) : events_(events), max_depth_(max_depth) {}

    bool null() override { return events_.null(); }
    bool boolean(bool value) override { return events_.boolean(value); }
    bool number_integer(number_integer_t value) override { return events_.integer(value); }
    bool number_unsigned(number_unsigned_t value) override {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max())) {
            return events_.number(std::to_string(value));
        }
        return events_.integer(static_cast<std::int64_t>(value));
    }
    bool number_float(number_float_t, const string_t& digits) override { return events_.number(digits); }
    bool string(string_t& value) override { return events_.string(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return deeper() && events_.start_object(); }
    bool key(string_t& name) override { return events_.key(std::move(name)); }
    bool end_object() override {
        --depth_;
        return events_.end_object();
    }
    bool start_array(std::size_t) override { return deeper() && events_.start_array(); }
    bool end_array() override {
        --depth_;
        return events_.end_array();
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::json::exception& cause) override {
        error_ = {base::ErrorCode::invalid, plain(cause.what()), "byte " + std::to_string(position)};
        return false;
    }

    base::Error take_error() { return std::move(error_); }

private:
    bool deeper() {
        if (depth_ == max_depth_) {
            error_ = {base::ErrorCode::too_large,
                      "nested deeper than " + std::to_string(max_depth_) + " levels",
                      {}};
            return false;
        }
        ++depth_;
        return true;
    }

    /// The message without the library's own prefix "[json.exception.parse_error.101] ".
    static std::string plain(std::string_view message) {
        const std::size_t end = message.find("] ");
        return std::string(message.starts_with('[') && end != std::string_view::npos ? message.substr(end + 2)
                                                                                     : message);
    }

    Events& events_;
    std::size_t max_depth_;
    std::size_t depth_ = 0;
    base::Error error_{base::ErrorCode::invalid, {}, {}};
};

} // namespace

base::Result<void> parse_events(std::string_view text, Events& events, Limits limits) {
    if (text.size() > limits.max_bytes) {
        return base::fail(base::ErrorCode::too_large,
                          "longer than " + std::to_string(limits.max_bytes) + " bytes of JSON");
    }
    Adapter adapter(events, limits.max_depth);
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &adapter)) return {};
    return base::Failure{adapter.take_error()};
}

} // namespace orderdeck::json
