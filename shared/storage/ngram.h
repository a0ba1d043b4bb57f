#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::storage {

/// A piece of a text in its search form, and the bytes of the text that it came from.
struct Ngram {
    std::string token;
    std::size_t from = 0;
    std::size_t to = 0;
};

inline constexpr std::size_t kNgramSize = 3;

/// What is indexed: of each run of characters between blanks every three in a row, and the last two and the last one, so
/// that any fragment is found by prefix, in Chinese too. Characters are folded by base::fold_for_search.
std::vector<Ngram> index_ngrams(std::string_view text);

/// What is looked up: every three in a row, or the whole of a shorter run.
std::vector<Ngram> query_ngrams(std::string_view text);

/// The runs of a search text between blanks, folded; at most `max_terms` of at most `max_length` characters each.
std::vector<std::string> search_terms(std::string_view text, std::size_t max_terms = 8,
                                      std::size_t max_length = 64);

/// An FTS5 expression that finds all rows that may contain one term of search_terms(), and for terms of up to three
/// characters no others. Whatever the term holds, nothing of it is read as FTS5 syntax.
std::string ngram_match_expression(std::string_view term);

/// Whether the expression alone decides; longer terms can match by pieces that are not in a row.
bool is_match_exact(std::string_view term);

} // namespace orderdeck::storage
