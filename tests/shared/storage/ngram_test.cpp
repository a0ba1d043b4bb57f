#include "shared/storage/ngram.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

#include "shared/base/text.h"
#include "shared/base/utf8.h"
#include "shared/storage/search_functions.h"

using namespace orderdeck::storage;

namespace {

Database searchable() {
    auto database = Database::open_in_memory();
    REQUIRE(database);
    REQUIRE(register_ngram_tokenizer(*database));
    REQUIRE(
        database->exec("CREATE VIRTUAL TABLE f USING fts5(text, tokenize='ngram', content='', detail=none)"));
    return std::move(*database);
}

void add(Database& database, int id, std::string_view text) {
    REQUIRE(database.execute("INSERT INTO f(rowid, text) VALUES(?1, ?2)", id, text));
}

bool finds(Database& database, int id, std::string_view term) {
    auto rows = database.query("SELECT rowid FROM f WHERE f MATCH ?1 AND rowid = ?2",
                               ngram_match_expression(term), id);
    REQUIRE(rows);
    const auto found = rows->step();
    INFO(term);
    REQUIRE(found);
    return *found;
}

std::u32string random_text(std::mt19937& random) {
    static constexpr char32_t kLetters[] = {'a',    'b',    'B',  '1',     '-',  '"', '*',
                                            0x6DF1, 0x5733, 0xE9, 0x1F600, '\'', ':'};
    std::u32string text;
    for (auto n = random() % 10 + 1; n > 0; --n)
        text += kLetters[random() % std::size(kLetters)];
    return text;
}

} // namespace

TEST_CASE("every fragment of an indexed text is found") {
    Database database = searchable();
    std::mt19937 random(9);
    for (int id = 1; id <= 150; ++id) {
        const std::u32string text = random_text(random);
        add(database, id, orderdeck::base::to_utf8(text));
        for (std::size_t from = 0; from < text.size(); ++from) {
            for (std::size_t count = 1; from + count <= text.size(); ++count) {
                const auto terms = search_terms(orderdeck::base::to_utf8(text.substr(from, count)));
                REQUIRE(terms.size() == 1);
                REQUIRE(finds(database, id, terms.front()));
            }
        }
    }
}

TEST_CASE("a fragment of up to three characters finds nothing that does not hold it") {
    Database database = searchable();
    std::mt19937 random(10);
    std::vector<std::string> texts;
    for (int id = 0; id < 200; ++id) {
        texts.push_back(orderdeck::base::fold_for_search(orderdeck::base::to_utf8(random_text(random))));
        add(database, id, texts.back());
    }
    for (int i = 0; i < 400; ++i) {
        const std::u32string term = random_text(random).substr(0, random() % 3 + 1);
        const std::string folded = orderdeck::base::fold_for_search(orderdeck::base::to_utf8(term));
        REQUIRE(is_match_exact(folded));
        for (int id = 0; id < 200; ++id) {
            REQUIRE(finds(database, id, folded) ==
                    (texts[static_cast<std::size_t>(id)].find(folded) != std::string::npos));
        }
    }
}

TEST_CASE("one, two and three Chinese characters find a word in the middle of a name") {
    Database database = searchable();
    add(database, 1, "苏州二厂 伺服驱动器");
    for (const char* term : {"州", "二厂", "驱动器", "伺服驱动", "厂", "器"})
        CHECK(finds(database, 1, term));
    CHECK_FALSE(finds(database, 1, "厂伺")); // they stand in two words
}

TEST_CASE("no search text is read as query syntax") {
    Database database = searchable();
    add(database, 1, "plain");
    for (const char* text :
         {"\"", "\"\"\"", "a OR b", "NOT plain", "text:plain", "{text}:x", "pl*", "^plain", "a NEAR b", "(",
          "-", "+", "'; DROP TABLE f; --", "\"plain", "plain\" OR \"x", "AND"}) {
        for (const std::string& term : search_terms(text)) {
            INFO(term);
            CHECK(database.query("SELECT count(*) FROM f WHERE f MATCH ?1", ngram_match_expression(term))
                      ->step());
        }
    }
    std::mt19937 random(12);
    for (int i = 0; i < 3000; ++i) {
        std::string bytes;
        for (auto n = random() % 12; n > 0; --n)
            bytes += static_cast<char>(random() % 256);
        for (const std::string& term : search_terms(bytes)) {
            REQUIRE(database.query("SELECT count(*) FROM f WHERE f MATCH ?1", ngram_match_expression(term))
                        ->step());
        }
    }
}

TEST_CASE("search terms are folded, cut and limited in number") {
    CHECK(search_terms("  Côte　ＰＯ-1\t") == std::vector<std::string>{"cote", "po-1"});
    CHECK(search_terms(" \n ").empty());
    CHECK(search_terms("a b c d", 2).size() == 2);
    CHECK(search_terms(std::string(500, 'x')).front().size() == 64);
}

TEST_CASE("deleting with the old text leaves no trace in the index") {
    Database database = searchable();
    add(database, 1, "SO-2026-1");
    add(database, 2, "SO-2026-2");
    REQUIRE(database.execute("INSERT INTO f(f, rowid, text) VALUES('delete', ?1, ?2)", 1, "SO-2026-1"));
    CHECK_FALSE(finds(database, 1, "2026"));
    CHECK(finds(database, 2, "2026"));
}

TEST_CASE("a text function is called by SQL and keeps NULL") {
    Database database = searchable();
    REQUIRE(register_text_function(
        database, "folded", [](std::string_view text) { return orderdeck::base::fold_for_search(text); }));
    auto row = database.query("SELECT folded('Ü'), folded(NULL), folded(12)");
    REQUIRE(*row->step());
    CHECK(row->text(0) == "u");
    CHECK(row->is_null(1));
    CHECK(row->text(2) == "12");
}
