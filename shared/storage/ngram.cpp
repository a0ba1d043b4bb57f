#include "shared/storage/ngram.h"

#include "shared/base/text.h"
#include "shared/base/utf8.h"

#include <algorithm>

namespace orderdeck::storage {
namespace {

constexpr std::size_t kMostNgrams = 4;

struct FoldedCharacter {
    char32_t code_point;
    std::size_t from;
    std::size_t to;
};
using Run = std::vector<FoldedCharacter>;

bool is_blank(char32_t code_point) { return code_point <= ' '; }

/// Calls visit(run) for each run of characters between blanks.
template <typename Visit>
void for_each_run(std::string_view text, Visit visit) {
    Run run;
    std::size_t at = 0;
    while (at < text.size()) {
        const base::DecodedCodePoint decoded = base::decode_front(text.substr(at));
        const char32_t folded = base::fold_code_point(decoded.code_point);
        const std::size_t end = at + decoded.length;
        const bool vanishes = folded == 0 && decoded.code_point != 0;
        if (is_blank(folded) && !vanishes) {
            if (!run.empty()) visit(run);
            run.clear();
        } else if (!vanishes) {
            run.push_back({folded, at, end});
        }
        at = end;
    }
    if (!run.empty()) visit(run);
}

Ngram gram(const Run& run, std::size_t first, std::size_t count) {
    Ngram ngram{{}, run[first].from, run[first + count - 1].to};
    for (std::size_t i = first; i < first + count; ++i)
        base::append_utf8(ngram.token, run[i].code_point);
    return ngram;
}

std::string quoted(std::string_view token) {
    std::string out = "\"";
    for (const char c : token) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

} // namespace

std::vector<Ngram> index_ngrams(std::string_view text) {
    std::vector<Ngram> ngrams;
    for_each_run(text, [&ngrams](const Run& run) {
        for (std::size_t first = 0; first < run.size(); ++first) {
            ngrams.push_back(gram(run, first, std::min(kNgramSize, run.size() - first)));
        }
    });
    return ngrams;
}

std::vector<Ngram> query_ngrams(std::string_view text) {
    std::vector<Ngram> ngrams;
    for_each_run(text, [&ngrams](const Run& run) {
        const std::size_t size = std::min(kNgramSize, run.size());
        for (std::size_t first = 0; first + size <= run.size(); ++first)
            ngrams.push_back(gram(run, first, size));
    });
    return ngrams;
}

std::vector<std::string> search_terms(std::string_view text, std::size_t max_terms, std::size_t max_length) {
    std::vector<std::string> terms;
    for_each_run(text, [&](const Run& run) {
        if (terms.size() < max_terms) terms.push_back(gram(run, 0, std::min(max_length, run.size())).token);
    });
    return terms;
}

std::string ngram_match_expression(std::string_view term) {
    if (base::count_code_points(term) < kNgramSize) return quoted(term) + " *";
    const std::vector<Ngram> ngrams = query_ngrams(term);
    std::string expression;
    // From the end, where numbers differ most, to the beginning; side by side they cover a term of up to twelve
    // characters, and longer hits are checked anyway.
    std::size_t at = ngrams.size() - 1;
    for (std::size_t used = 0; used < kMostNgrams; ++used) {
        if (used > 0) expression += " AND ";
        expression += quoted(ngrams[at].token);
        if (at == 0) break;
        at -= std::min(at, kNgramSize);
    }
    return expression;
}

bool is_match_exact(std::string_view term) { return base::count_code_points(term) <= kNgramSize; }

} // namespace orderdeck::storage
