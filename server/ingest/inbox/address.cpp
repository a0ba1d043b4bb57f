#include "server/ingest/inbox/address.h"

#include "server/ingest/subject.h"
#include "server/persistence/sqlite/inbox/projection_rows.h"

#include <algorithm>
#include <map>

namespace orderdeck::server::ingest {

base::Result<Addressed> address(persistence::sqlite::Store& store, const std::vector<Fact>& facts) {
    Addressed addressed;
    const auto is_named = [](const Fact& fact) { return !fact.account.empty(); };
    if (std::all_of(facts.begin(), facts.end(), is_named)) return addressed;
    auto reader = TRY(store.read());
    persistence::sqlite::ProjectionRows rows(*reader);
    std::map<std::string, std::string> account_of;
    std::vector<Fact>& named = addressed.facts.emplace();
    for (const Fact& fact : facts) {
        if (is_named(fact)) {
            named.push_back(fact);
            continue;
        }
        const Subject subject = subject_of(fact.body);
        if (subject.kind != SubjectKind::parcel)
            return base::fail(base::ErrorCode::invalid, "a fact names no account", to_string(subject));
        auto known = account_of.find(subject.number);
        if (known == account_of.end()) {
            const auto accounts = TRY(rows.accounts_tracking(subject.number));
            known = account_of.emplace(subject.number, accounts.size() == 1 ? accounts.front() : "").first;
        }
        if (known->second.empty()) {
            addressed.waits_for.insert(to_string(subject));
            continue;
        }
        named.push_back(fact);
        named.back().account = known->second;
    }
    return addressed;
}

} // namespace orderdeck::server::ingest
