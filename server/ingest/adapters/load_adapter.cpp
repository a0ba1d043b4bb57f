#include "server/ingest/adapters/load_adapter.h"

#include "server/ingest/carriers/carrier_adapter.h"
#include "server/ingest/csv/import_file.h"
#include "server/ingest/documents/document_mapping.h"
#include "server/ingest/epcis/epcis_adapter.h"
#include "server/ingest/json/json_adapter.h"
#include "server/ingest/stated_field.h"
#include "server/ingest/ubl/ubl_adapter.h"
#include "shared/base/text.h"
#include "shared/json/reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace orderdeck::server::ingest {
namespace {

using Adapter = std::unique_ptr<FileAdapter>;

using Meanings = std::vector<CodeMeaning>;

void add_meanings(mapping::Mapping& mapping, const Meanings& meanings) {
    for (const CodeMeaning& meaning : meanings) {
        if (meaning.source != mapping.source.name) continue;
        for (mapping::Column& column : mapping.columns) {
            if (is_same_field(column.name, meaning.field)) column.rules.words[meaning.code] = meaning.value;
        }
    }
}

base::Result<mapping::Mapping> parse(const MappingText& text, const Meanings& meanings) {
    mapping::Mapping mapping = TRY(mapping::parse_mapping(text.name, text.json));
    add_meanings(mapping, meanings);
    return mapping;
}

base::Result<Adapter> make_csv(const MappingText& text, const Meanings& meanings) {
    return Adapter(std::make_unique<csv::CsvAdapter>(TRY(parse(text, meanings))));
}

base::Result<Adapter> make_json(const MappingText& text, const Meanings& meanings) {
    return Adapter(std::make_unique<ingest::json::JsonAdapter>(TRY(parse(text, meanings))));
}

template <typename DocumentAdapter>
base::Result<Adapter> make_documents(const MappingText& text, const Meanings& meanings) {
    return Adapter(
        TRY(DocumentAdapter::make(TRY(documents::parse_document_mapping(text.name, text.json)), meanings)));
}

base::Result<Adapter> make_carrier(const MappingText& text, const Meanings& meanings) {
    carriers::CarrierFeed feed = TRY(carriers::parse_carrier_feed(text.name, text.json));
    feed.add_meanings(meanings);
    return Adapter(std::make_unique<carriers::CarrierAdapter>(std::move(feed)));
}

struct Format {
    std::string_view name;
    base::Result<Adapter> (*make)(const MappingText&, const Meanings&);
};

constexpr std::array kFormats = {
    Format{"csv", make_csv}, Format{"json", make_json}, Format{"ubl", make_documents<ubl::UblAdapter>},
    Format{"epcis", make_documents<epcis::EpcisAdapter>}, Format{"carrier", make_carrier}};

base::Result<Adapter> make(const MappingText& text, const Meanings& meanings) {
    const orderdeck::json::Document document = TRY(orderdeck::json::Document::parse(text.json));
    const std::string name = TRY(document.root().optional_string_field("format")).value_or("csv");
    std::vector<std::string> names;
    for (const Format& format : kFormats) {
        if (format.name == name) return format.make(text, meanings);
        names.emplace_back(format.name);
    }
    return TRY(document.root().field("format")).refuse("unknown format; known: " + base::join(names, ", "));
}

} // namespace

base::Result<std::unique_ptr<FileAdapter>> make_adapter(const MappingText& mapping,
                                                        const std::vector<CodeMeaning>& meanings) {
    auto adapter = make(mapping, meanings);
    if (!adapter) return refuse(mapping, std::move(adapter).error());
    return adapter;
}

base::Result<std::unique_ptr<FileAdapter>> load_adapter(const std::string& mapping_name_or_path,
                                                        const std::vector<CodeMeaning>& meanings) {
    return make_adapter(TRY(find_mapping(mapping_name_or_path)), meanings);
}

AdapterSource feeds_of(const std::filesystem::path& data_folder) {
    return [folder = data_folder / "mappings"](
               const std::string& name,
               const std::vector<CodeMeaning>& meanings) -> base::Result<std::unique_ptr<FileAdapter>> {
        const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
            return std::isalnum(c) != 0 || c == '-' || c == '_';
        });
        const auto names = built_in_mappings();
        std::error_code ignored;
        const std::filesystem::path own = folder / (name + ".json");
        if (is_name && std::filesystem::is_regular_file(own, ignored))
            return load_adapter(own.string(), meanings);
        if (is_name && std::find(names.begin(), names.end(), name) != names.end())
            return load_adapter(name, meanings);
        return base::fail(base::ErrorCode::not_found,
                          "there is no such feed: its mapping belongs into the data "
                          "folder as mappings/NAME.json",
                          name);
    };
}

} // namespace orderdeck::server::ingest
