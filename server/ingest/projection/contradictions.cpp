#include "server/ingest/projection/contradictions.h"

#include "server/ingest/projection/stated_text.h"
#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::server::ingest {

bool reads_the_same(std::string_view left, std::string_view right) {
    return base::to_lower_ascii(base::trim(left)) == base::to_lower_ascii(base::trim(right));
}

base::Result<void> ContradictionRows::write(const Subject& subject, const domain::Contradiction& about,
                                            std::string_view prefix, const Disputes& disputes) {
    context_.note_conflicts(subject, disputes.conflicts);
    for (const Disagreement& each : disputes.disagreements) {
        domain::Contradiction row = about;
        row.field = each.field;
        row.value = each.value;
        row.source = each.fact->source->row;
        row.other_value = each.other_value;
        row.other_source = each.other->source->row;
        row.received_at = std::max(each.fact->received_at, each.other->received_at);
        std::string key(prefix);
        key.append("/").append(each.key).append("/").append(std::to_string(each.other->source->system));
        TRY(rows_.write(key, std::move(row)));
    }
    return {};
}

} // namespace orderdeck::server::ingest
