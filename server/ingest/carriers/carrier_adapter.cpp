#include "server/ingest/carriers/carrier_adapter.h"

#include "server/ingest/files/mapping_fields.h"
#include "server/ingest/files/unreadable.h"
#include "shared/base/hash.h"
#include "shared/base/text.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

namespace orderdeck::server::ingest::carriers {
namespace {

using persistence::sqlite::Severity;

Finding finding(Severity severity, std::string code, const std::string& number, std::string message) {
    return {.file_line = 0,
            .column = {},
            .value = number,
            .severity = severity,
            .code = std::move(code),
            .message = number.empty() ? std::move(message) : "parcel " + number + ": " + message};
}

/// What a code can mean.
std::vector<std::string> status_names() {
    std::vector<std::string> names;
    for (int i = 1; i < domain::kParcelStatusCount; ++i)
        names.emplace_back(domain::name_of(static_cast<domain::ParcelStatus>(i)));
    return names;
}

/// Makes the facts of one payload.
class AnswerReader {
public:
    AnswerReader(const CarrierFeed& feed, FindNumber find_number, base::Timestamp received,
                 ImportReport& report)
        : feed_(feed), find_number_(std::move(find_number)), received_(received), report_(report) {}

    base::Result<void> read(const CarrierAnswer& answer, const FactSink& sink) {
        for (const CarrierMessage& message : answer.messages) {
            const std::string code = message.code.empty() ? std::string() : " (" + message.code + ")";
            report_.findings.push_back(
                finding(Severity::warning, "carrier_message", message.number, message.text + code));
        }
        std::set<std::string> numbers;
        for (const ParsedParcel& parcel : answer.parcels) {
            if (numbers.insert(parcel.number).second) TRY(take(answer, parcel.number));
        }
        report_.accounts = std::ssize(accounts_);
        if (batch_.facts.empty()) return {};
        batch_.sources = {feed_.source};
        return sink(batch_, {.done = report_.rows, .total = report_.rows});
    }

private:
    base::Result<void> take(const CarrierAnswer& answer, const std::string& number) {
        ++report_.rows;
        KnownNumber known{feed_.account, {}};
        if (find_number_) {
            if (auto found = TRY(find_number_(number, feed_.account))) known = std::move(*found);
        }
        std::vector<ParsedParcel> same;
        std::copy_if(answer.parcels.begin(), answer.parcels.end(), std::back_inserter(same),
                     [&number](const ParsedParcel& parcel) { return parcel.number == number; });
        if (same.size() > 1)
            report_.findings.push_back(
                finding(Severity::info, "number_used_again", number,
                        "the carrier tells of several parcels with this number; one is taken"));
        ++report_.rows_imported;
        // Without an account the facts go to whoever has the number, or wait until somebody has.
        if (!known.account.empty()) accounts_.insert(known.account);
        const ParsedParcel parcel = choose_parcels(std::move(same), {{}, known.shipped_on}).front();
        report_unknown_codes(parcel);
        for (Fact& fact : tracking_facts(parcel, known.account, 0, received_))
            batch_.facts.push_back(std::move(fact));
        return {};
    }

    void report_unknown_codes(const ParsedParcel& parcel) {
        for (const ParsedEvent& event : parcel.events) {
            if (!event.is_code_unknown || !unknown_codes_.insert(event.code).second) continue;
            report_.findings.push_back({.file_line = 0,
                                        .column = std::string(kCodeField),
                                        .value = event.code,
                                        .severity = Severity::warning,
                                        .code = "unknown_code",
                                        .message = "the carrier's code \"" + event.code + "\" (" +
                                                   event.text + ") is not known; it can be mapped to " +
                                                   base::join(status_names(), ", ")});
        }
    }

    const CarrierFeed& feed_;
    FindNumber find_number_;
    base::Timestamp received_;
    ImportReport& report_;
    Batch batch_;
    std::set<std::string> accounts_;
    std::set<std::string> unknown_codes_;
};

} // namespace

base::Result<CarrierFeed> parse_carrier_feed(std::string name, std::string_view json) {
    const json::Document document = TRY(json::Document::parse(json));
    const json::Value root = document.root();
    TRY(check_keys(root, {"format", "source", "carrier", "account"}));
    CarrierFeed feed;
    feed.name = std::move(name);
    feed.fingerprint = std::to_string(base::hash64(json));
    feed.source = TRY(parse_source_system(TRY(root.field("source"))));
    feed.account = TRY(root.optional_string_field("account")).value_or("");
    auto format = load_carrier_format(TRY(root.string_field("carrier")));
    if (!format) return TRY(root.field("carrier")).refuse(format.error().message);
    feed.format = std::move(format).release();
    return feed;
}

void CarrierFeed::add_meanings(const std::vector<persistence::sqlite::CodeMeaning>& meanings) {
    CodeTable<domain::ParcelStatus> said;
    said.by = format.events.code;
    for (const auto& meaning : meanings) {
        if (meaning.source != source.name || meaning.field != kCodeField) continue;
        if (const auto status = domain::parcel_status_from(meaning.value))
            said.codes[base::to_lower_ascii(meaning.code)] = *status;
    }
    if (!said.codes.empty()) format.statuses.insert(format.statuses.begin(), std::move(said));
}

MappingIdentity CarrierAdapter::identity() const {
    return {.name = feed_.name, .fingerprint = feed_.fingerprint, .source = feed_.source};
}

base::Result<ImportReport> CarrierAdapter::read(const InputFile& file, base::Timestamp received,
                                                const FactSink& sink) const {
    ImportReport report;
    report.file = file.name;
    // Some carriers do not repeat the number that was asked for: then the file is named after it.
    std::string asked = feed_.format.parcels.number ? "" : std::filesystem::path(file.name).stem().string();
    const auto answer = read_answer(feed_.format, file.bytes, {std::move(asked), received});
    if (!answer) {
        report.rows = 1;
        report.rows_rejected = 1;
        report.findings.push_back(unreadable(answer.error(), file.bytes, "bad_payload"));
        return report;
    }
    TRY(AnswerReader(feed_, file.find_number, received, report).read(*answer, sink));
    return report;
}

Vocabulary CarrierAdapter::vocabulary(const Finding& finding) const {
    if (finding.code != "unknown_code") return {};
    return {.name = "parcel", .words = status_names()};
}

} // namespace orderdeck::server::ingest::carriers
