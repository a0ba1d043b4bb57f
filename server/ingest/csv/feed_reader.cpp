#include "server/ingest/csv/feed_reader.h"

#include "shared/base/text.h"

#include <algorithm>

namespace orderdeck::server::ingest::csv {
namespace {

using mapping::Place;
using mapping::RowFate;
using mapping::Severity;

bool is_look_up(const Part& part, std::size_t index) { return part.scope != index; }

} // namespace

FeedReader::FeedReader(const Mapping& mapping, std::string name, base::Timestamp received,
                       const FactSink& sink)
    : mapping_(mapping), intake_(mapping, *this, std::move(name), received, sink), log_(intake_.log()) {
    row_.cells.resize(mapping.columns.size());
    row_.places.resize(mapping.parts.size());
}

base::Result<ImportReport> FeedReader::read(const std::vector<const UnpackedFile*>& files) {
    TRY(open(files));
    read_indexes();
    TRY(read_rows());
    report_unclaimed();
    return intake_.finish("the file has a header row but nothing below it: is the export complete?");
}

base::Result<void> FeedReader::open(const std::vector<const UnpackedFile*>& files) {
    std::int64_t estimated_rows = 0;
    for (std::size_t part = 0; part < files.size(); ++part) {
        std::unique_ptr<Table> table;
        if (files[part] != nullptr)
            table = TRY(Table::open(mapping_, part, *files[part], files.size() > 1, log_));
        if (table && !is_look_up(mapping_.parts[part], part)) estimated_rows += table->estimated_rows();
        tables_.push_back(std::move(table));
    }
    intake_.expect_rows(std::max<std::int64_t>(1, estimated_rows));
    return {};
}

void FeedReader::read_indexes() {
    indexes_.resize(tables_.size());
    for (std::size_t part = 1; part < tables_.size(); ++part) {
        if (!tables_[part]) continue;
        // Rows of a look-up are no rows of the feed: only those that add rows are counted.
        const bool is_counted = !is_look_up(mapping_.parts[part], part);
        std::int64_t rows = 0;
        std::int64_t rejected = 0;
        indexes_[part] = JoinIndex::read(*tables_[part], mapping_.parts[part], log_, rows, rejected);
        if (is_counted) {
            intake_.count(RowFate::rejected, rejected);
        } else {
            check_look_up(part);
        }
    }
}

/// Two rows with one key in a file that must have one.
void FeedReader::check_look_up(std::size_t part) {
    const std::span<const JoinIndex::Entry> entries = indexes_[part].entries();
    for (std::size_t i = 1; i < entries.size(); ++i) {
        if (entries[i].key != entries[i - 1].key) continue;
        report_key(part, {.file = file_name(part), .line = entries[i].place.line, .column = {}},
                   {.value = {},
                    .severity = Severity::warning,
                    .code = "doubled_key",
                    .message = "line " + std::to_string(entries[i - 1].place.line) +
                               " has the same key; the first of them counts: remove the other one"});
    }
}

base::Result<void> FeedReader::read_rows() {
    std::int64_t bad_form = 0;
    while (auto row = tables_.front()->next(log_, bad_form)) {
        tables_.front()->fill(std::move(*row), row_);
        row_.scope = 0;
        add_row();
        TRY(intake_.flush_if_full());
    }
    intake_.count(RowFate::rejected, bad_form);
    return {};
}

/// The row whose cells are filled, and all rows below it.
void FeedReader::add_row() {
    fill_look_ups(row_.scope);
    add_rows_below(intake_.add(row_));
}

void FeedReader::add_rows_below(RowFate fate) {
    const std::size_t scope = row_.scope;
    for (std::size_t part = scope + 1; part < tables_.size(); ++part) {
        const Part& below = mapping_.parts[part];
        const bool is_below = !is_look_up(below, part) && mapping_.parts[below.parent].scope == scope;
        if (is_below && tables_[part]) add_rows_of(part, fate);
        row_.scope = scope;
    }
}

void FeedReader::add_rows_of(std::size_t part, RowFate fate) {
    const Part& below = mapping_.parts[part];
    const auto key = wanted_key(row_, below);
    if (!key) return;
    if (!indexes_[part].claim(*key)) {
        report_key(part, of_row(row_),
                   {.value = {},
                    .severity = Severity::warning,
                    .code = "doubled_key",
                    .message = "another row above has the same key " + key_text(below) +
                               ", and the rows of \"" + below.name +
                               "\" count there: remove one of the two"});
        return;
    }
    for (const JoinIndex::Entry& entry : indexes_[part].find(*key)) {
        auto csv_row = tables_[part]->read_at(entry.place);
        if (!csv_row || !has_key(*csv_row, below)) continue;
        tables_[part]->fill(std::move(*csv_row), row_);
        row_.scope = part;
        if (fate == RowFate::imported) {
            add_row();
            continue;
        }
        // What belongs to a row that is left out is left out with it.
        intake_.count(fate);
        add_rows_below(fate);
    }
}

bool FeedReader::has_key(const CsvRow& row, const Part& part) const {
    const Table& table = *tables_[static_cast<std::size_t>(&part - mapping_.parts.data())];
    return std::all_of(part.keys.begin(), part.keys.end(), [&](const mapping::JoinKey& key) {
        return table.cell(row, key.own) == base::trim(row_.cells[key.parent]);
    });
}

void FeedReader::fill_look_ups(std::size_t scope) {
    for (std::size_t part = 1; part < tables_.size(); ++part) {
        if (is_look_up(mapping_.parts[part], part) && mapping_.parts[part].scope == scope && tables_[part])
            fill_look_up(part);
    }
}

void FeedReader::fill_look_up(std::size_t part) {
    const Part& look_up = mapping_.parts[part];
    tables_[part]->clear(row_);
    const auto key = wanted_key(row_, look_up);
    if (!key) return;
    for (const JoinIndex::Entry& entry : indexes_[part].find(*key)) {
        auto csv_row = tables_[part]->read_at(entry.place);
        if (!csv_row || !has_key(*csv_row, look_up)) continue;
        return tables_[part]->fill(std::move(*csv_row), row_);
    }
    const ColumnId column = look_up.keys.front().parent;
    report_key(part, of_cell(row_, column),
               {.value = row_.cells[column],
                .severity = look_up.is_optional ? Severity::info : Severity::warning,
                .code = "unmatched_key",
                .message = "no row of " + file_name(part) + " has " + key_text(look_up) +
                           "; what it would say is missing: export both files together"});
}

/// "order_id \"4711\"": the key as it is called in the file that is searched.
std::string FeedReader::key_text(const Part& part) const {
    std::string text;
    for (const mapping::JoinKey& key : part.keys)
        text.append(text.empty() ? "" : ", ")
            .append(mapping_.columns[key.own].name)
            .append(" \"")
            .append(base::trim(row_.cells[key.parent]))
            .append("\"");
    return text;
}

void FeedReader::report_key(std::size_t part, Place place, Discovery discovery) {
    if (place.column.empty() && !mapping_.parts[part].keys.empty())
        place.column = mapping_.columns[mapping_.parts[part].keys.front().own].name;
    const std::int64_t line = place.line;
    log_.add(std::move(place), "key of " + std::to_string(part), line, std::move(discovery));
}

/// Rows that belong to no row above them: they are about nothing that is known.
void FeedReader::report_unclaimed() {
    for (std::size_t part = 1; part < tables_.size(); ++part) {
        if (!tables_[part] || is_look_up(mapping_.parts[part], part)) continue;
        const Part& below = mapping_.parts[part];
        for (const CsvPlace& place : indexes_[part].unclaimed()) {
            const auto row = tables_[part]->read_at(place);
            const std::string key(row ? tables_[part]->cell(*row, below.keys.front().own)
                                      : std::string_view{});
            const std::string& column = mapping_.columns[below.keys.front().parent].name;
            report_key(part, {.file = file_name(part), .line = place.line, .column = {}},
                       {.value = key,
                        .severity = Severity::error,
                        .code = "unmatched_key",
                        .message = "no row of " + file_name(below.parent) + " has " + column + " \"" + key +
                                   "\": export both files together"});
            intake_.count(RowFate::rejected);
        }
    }
}

const std::string& FeedReader::file_name(std::size_t part) const {
    return tables_[part] ? tables_[part]->shown_name() : mapping_.parts[part].file_pattern;
}

Place FeedReader::of_cell(const Row& row, ColumnId column) const {
    const std::size_t part = mapping_.columns[column].part;
    return {.file = tables_[part] ? tables_[part]->shown_name() : std::string(),
            .line = row.places[part],
            .column = mapping_.columns[column].name};
}

Place FeedReader::of_row(const Row& row) const {
    return {.file = tables_[row.scope] ? tables_[row.scope]->shown_name() : std::string(),
            .line = row.places[row.scope],
            .column = {}};
}

} // namespace orderdeck::server::ingest::csv
