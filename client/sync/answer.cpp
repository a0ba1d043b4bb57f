#include "client/sync/answer.h"

#include "shared/api/problem.h"
#include "shared/base/parse_number.h"

namespace orderdeck::client::sync {
namespace {

constexpr std::int64_t kMostSeconds = 86'400;

std::optional<base::Duration> seconds_of(const std::string& header) {
    const auto seconds = base::parse_int(header);
    if (!seconds || *seconds < 0 || *seconds > kMostSeconds) return std::nullopt;
    return base::Duration::seconds(*seconds);
}

AnswerKind kind_of(int status) {
    switch (status) {
    case 200: return AnswerKind::page;
    case 304: return AnswerKind::unchanged;
    case 401: return AnswerKind::logged_out;
    case 409:
    case 410: return AnswerKind::start_anew;
    case 426: return AnswerKind::reload_needed;
    case 429:
    case 503: return AnswerKind::busy;
    default: return AnswerKind::unusable;
    }
}

} // namespace

Answer understand(const platform::HttpResponse& response) {
    if (response.outcome != platform::HttpOutcome::answered) return {};
    Answer answer{kind_of(response.status), seconds_of(response.retry_after), false};
    if (answer.kind == AnswerKind::logged_out) {
        const auto problem = api::decode_problem(response.body);
        answer.wipe = problem && problem->wipe;
    }
    return answer;
}

} // namespace orderdeck::client::sync
