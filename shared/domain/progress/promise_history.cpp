#include "shared/domain/progress/promise_history.h"

#include <algorithm>
#include <tuple>

namespace orderdeck::domain {

std::optional<base::LocalDate> PromiseHistory::first_on() const {
    if (revisions.empty()) return std::nullopt;
    return revisions.front()->promised_on;
}

std::optional<base::LocalDate> PromiseHistory::last_on() const {
    if (revisions.empty()) return std::nullopt;
    return revisions.back()->promised_on;
}

int PromiseHistory::moves() const {
    if (first_on() == last_on()) return 0;
    int count = 0;
    for (std::size_t i = 1; i < revisions.size(); ++i) {
        if (revisions[i]->promised_on != revisions[i - 1]->promised_on) ++count;
    }
    return count;
}

PromiseHistory promise_history(const std::vector<PromiseRevision>& promises, LineId line) {
    PromiseHistory history;
    for (const PromiseRevision& promise : promises) {
        if (promise.line == line) history.revisions.push_back(&promise);
    }
    const auto key = [](const PromiseRevision* promise) {
        return std::tuple(promise->stated_at, promise->received_at, promise->id);
    };
    std::sort(
        history.revisions.begin(), history.revisions.end(),
        [&](const PromiseRevision* left, const PromiseRevision* right) { return key(left) < key(right); });
    return history;
}

} // namespace orderdeck::domain
