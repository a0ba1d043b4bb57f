#include "server/ingest/adapters/load_adapter.h"

#include "server/ingest/carriers/carrier_adapter.h"
#include "server/ingest/csv/import_file.h"
#include "server/ingest/documents/document_mapping.h"
#include "server/ingest/epcis/epcis_adapter.h"
#include "server/ingest/json/json_adapter.h"
#include "server/ingest/ubl/ubl_adapter.h"
#include "shared/base/text.h"
#include "shared/json/reader.h"

#include <array>
#include <string_view>

namespace orderdeck::server::ingest {
namespace {

using Adapter = std::unique_ptr<FileAdapter>;

base::Result<Adapter> make_csv(const MappingText& text) {
    return Adapter(std::make_unique<csv::CsvAdapter>(TRY(mapping::parse_mapping(text.name, text.json))));
}

base::Result<Adapter> make_json(const MappingText& text) {
    return Adapter(
        std::make_unique<ingest::json::JsonAdapter>(TRY(mapping::parse_mapping(text.name, text.json))));
}

template <typename DocumentAdapter>
base::Result<Adapter> make_documents(const MappingText& text) {
    return Adapter(TRY(DocumentAdapter::make(TRY(documents::parse_document_mapping(text.name, text.json)))));
}

base::Result<Adapter> make_carrier(const MappingText& text) {
    return Adapter(
        std::make_unique<carriers::CarrierAdapter>(TRY(carriers::parse_carrier_feed(text.name, text.json))));
}

struct Format {
    std::string_view name;
    base::Result<Adapter> (*make)(const MappingText&);
};

constexpr std::array kFormats = {Format{"csv", make_csv}, Format{"json", make_json},
                                 Format{"ubl", make_documents<ubl::UblAdapter>},
                                 Format{"epcis", make_documents<epcis::EpcisAdapter>},
                                 Format{"carrier", make_carrier}};

base::Result<Adapter> make(const MappingText& text) {
    const orderdeck::json::Document document = TRY(orderdeck::json::Document::parse(text.json));
    const std::string name = TRY(document.root().optional_string_field("format")).value_or("csv");
    std::vector<std::string> names;
    for (const Format& format : kFormats) {
        if (format.name == name) return format.make(text);
        names.emplace_back(format.name);
    }
    return TRY(document.root().field("format")).refuse("unknown format; known: " + base::join(names, ", "));
}

} // namespace

base::Result<std::unique_ptr<FileAdapter>> make_adapter(const MappingText& mapping) {
    auto adapter = make(mapping);
    if (!adapter) return refuse(mapping, std::move(adapter).error());
    return adapter;
}

base::Result<std::unique_ptr<FileAdapter>> load_adapter(const std::string& mapping_name_or_path) {
    return make_adapter(TRY(find_mapping(mapping_name_or_path)));
}

} // namespace orderdeck::server::ingest
