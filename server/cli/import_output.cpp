#include "server/cli/import_output.h"

#include "shared/json/writer.h"

#include <algorithm>
#include <map>
#include <ostream>

namespace orderdeck::server::cli {
namespace {

using ingest::Finding;
using ingest::ImportReport;
using persistence::sqlite::Severity;

constexpr std::size_t kShownFindings = 20;

/// "10,324"
std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (std::ptrdiff_t place = std::ssize(digits) - 3; place > (number < 0 ? 1 : 0); place -= 3)
        digits.insert(static_cast<std::size_t>(place), ",");
    return digits;
}

std::map<std::string, std::int64_t> counts_by_code(const ImportReport& report) {
    std::map<std::string, std::int64_t> counts;
    for (const Finding& finding : report.findings)
        counts[finding.code] += finding.occurrences;
    return counts;
}

/// Errors first, then warnings, then infos; within them as in the file.
std::vector<Finding> shown_findings(const ImportReport& report) {
    std::vector<Finding> findings = report.findings;
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& left, const Finding& right) {
        return left.severity > right.severity;
    });
    if (findings.size() > kShownFindings) findings.resize(kShownFindings);
    return findings;
}

void print_counts(std::ostream& out, const ImportReport& report, ImportMode mode) {
    out << report.file << ": " << grouped(report.rows) << " rows, " << grouped(report.rows_imported)
        << (mode == ImportMode::dry_run ? " readable, " : " imported, ") << grouped(report.rows_rejected)
        << " rejected";
    if (report.rows_ignored != 0) out << ", " << grouped(report.rows_ignored) << " left out by the mapping";
    out << '\n';
    if (report.was_applied_before) {
        out << "  imported before: nothing changed\n";
        return;
    }
    out << "  " << grouped(report.orders) << " orders, " << grouped(report.accounts) << " accounts\n";
    if (mode == ImportMode::dry_run) {
        out << "  dry run: nothing was stored\n";
        return;
    }
    const ingest::ApplyReport& applied = report.applied;
    out << "  facts: " << grouped(applied.facts_added) << " new, " << grouped(applied.facts_replaced)
        << " changed, " << grouped(applied.facts_unchanged) << " unchanged, "
        << grouped(applied.facts_outdated) << " older than what is known; " << grouped(applied.rows_changed)
        << " rows written; message " << report.message << " of the inbox\n";
    if (!applied.waits_for.empty())
        out << "  waits for " << applied.waits_for.size() << " that are not known yet, such as "
            << *applied.waits_for.begin() << '\n';
}

void write_finding(json::Writer& json, const Finding& finding) {
    json.begin_object();
    json.field("line", finding.file_line).field("column", finding.column).field("value", finding.value);
    json.field("severity", persistence::sqlite::name_of(finding.severity)).field("code", finding.code);
    json.field("message", finding.message).field("occurrences", finding.occurrences);
    json.end_object();
}

void write_report(json::Writer& json, const ImportReport& report, ImportMode mode) {
    const ingest::ApplyReport& applied = report.applied;
    json.begin_object();
    json.field("file", report.file).field("dry_run", mode == ImportMode::dry_run);
    json.field("message", report.message);
    json.key("waits_for").begin_array();
    for (const std::string& what : applied.waits_for)
        json.value(what);
    json.end_array();
    json.field("imported_before", report.was_applied_before);
    json.field("rows", report.rows).field("rows_imported", report.rows_imported);
    json.field("rows_rejected", report.rows_rejected).field("rows_ignored", report.rows_ignored);
    json.field("orders", report.orders).field("accounts", report.accounts);
    json.key("facts").begin_object();
    json.field("added", applied.facts_added).field("changed", applied.facts_replaced);
    json.field("unchanged", applied.facts_unchanged).field("outdated", applied.facts_outdated);
    json.end_object().field("rows_changed", applied.rows_changed);
    json.key("findings_by_code").begin_object();
    for (const auto& [code, count] : counts_by_code(report))
        json.field(code, count);
    json.end_object().key("findings").begin_array();
    for (const Finding& finding : shown_findings(report))
        write_finding(json, finding);
    json.end_array().end_object();
}

} // namespace

std::string describe(const ImportReport& report, const Finding& finding) {
    std::string text = report.file;
    if (finding.file_line != 0) text += ":" + std::to_string(finding.file_line);
    if (!finding.column.empty()) text += " \"" + finding.column + "\"";
    text += ": " + finding.message;
    if (finding.severity == Severity::error)
        text += "; row kept in the inbox, " + grouped(report.rows_imported) + " others imported";
    if (finding.occurrences > 1) text += " (" + grouped(finding.occurrences) + " times)";
    return text;
}

void print_text(std::ostream& out, const std::vector<ImportReport>& reports, ImportMode mode) {
    for (const ImportReport& report : reports) {
        print_counts(out, report, mode);
        const auto counts = counts_by_code(report);
        if (!counts.empty()) out << "  found in its cells:";
        const char* separator = " ";
        for (const auto& [code, count] : counts) {
            out << separator << code << ' ' << grouped(count);
            separator = ", ";
        }
        if (!counts.empty()) out << '\n';
        const auto shown = shown_findings(report);
        for (const Finding& finding : shown)
            out << "  " << persistence::sqlite::name_of(finding.severity) << "  " << describe(report, finding)
                << '\n';
        if (shown.size() < report.findings.size())
            out << "  and " << grouped(std::ssize(report.findings) - std::ssize(shown)) << " more\n";
    }
}

void print_json(std::ostream& out, const std::vector<ImportReport>& reports, ImportMode mode) {
    json::Writer json;
    json.begin_object().key("files").begin_array();
    for (const ImportReport& report : reports)
        write_report(json, report, mode);
    json.end_array().end_object();
    out << json.take() << '\n';
}

} // namespace orderdeck::server::cli
