#pragma once

#include "server/ingest/documents/code_table.h"
#include "server/ingest/documents/document_mapping.h"
#include "server/ingest/documents/statement.h"
#include "server/ingest/ubl/document_kind.h"
#include "server/ingest/xml/xml_document.h"

#include <optional>
#include <string>
#include <string_view>

namespace orderdeck::server::ingest::ubl {

/// What every document states about itself.
struct Head {
    DocumentKind kind = DocumentKind::order;
    std::string id;
    std::optional<domain::Occurrence> issued;
    /// Rises with the time of issue, so that of two documents about one thing the later one counts; of documents issued
    /// at one time an answer counts more than what it answers.
    std::int64_t version = 0;
    base::Timestamp stated_at; ///< the time of issue, taken as UTC where no zone is stated
};

/// The head of a document; parts that cannot be read are left out.
Head read_head(const xml::Element& document, DocumentKind kind);

/// A line of an order as another document refers to it; empty texts where it does not.
struct OrderLine {
    std::string order;
    std::string line;
};

using persistence::sqlite::Severity;
using xml::Element;
using xml::Path;

/// One document while it is read: reads the values of its elements and reports those that cannot be read.
class Reading {
public:
    Reading(const Element& document, const Head& head, const documents::CodeTable& codes,
            documents::OrderNumbering numbering, documents::Statement& statement)
        : document_(document), head_(head), codes_(codes), numbering_(numbering), statement_(statement) {}

    const Element& document() const { return document_; }
    const Head& head() const { return head_; }

    /// The facts of a document have keys of their own ("order/34/1/line"), so that each document stays what it said and
    /// the later one counts field by field.
    void add(std::string_view key, FactBody body, const Element& at);
    /// For what each document states as a whole and a later one of its kind replaces: "order_response/state".
    void add_latest(std::string_view key, FactBody body, const Element& at);
    void report(Severity severity, std::string code, std::string message, const Element& at,
                std::string_view value = {});

    /// The number of the order that a cac:OrderReference, or an order itself, names; nullopt when it names none.
    std::optional<std::string> order_number(const Element* reference) const;
    /// The order and line that a line of the document is about: its own references, else those of the document.
    OrderLine order_line(const Element& line) const;

    std::optional<std::string> text(const Element& from, Path path) const;
    std::optional<base::LocalDate> date(const Element& from, Path path);
    /// A date with, beside it, its time; an instant only where the zone is stated.
    std::optional<domain::Occurrence> occurrence(const Element& from, std::string_view date_name,
                                                 std::string_view time_name);
    /// The last day of a cac:Period, which may only name its first.
    std::optional<base::LocalDate> end_of(const Element& from, Path period);
    std::optional<domain::Quantity> quantity(const Element& from, Path path);
    std::optional<domain::Currency> currency(const Element& from, Path path);
    /// Minor units; an amount in another currency than the document's is reported and left out.
    std::optional<std::int64_t> amount(const Element& from, Path path,
                                       std::optional<domain::Currency> currency);
    /// Whether an amount is in this currency or names none; one in another is reported.
    bool is_in(std::optional<domain::Currency> currency, const Element& amount);
    /// Our word for a code; one that the list does not have is reported.
    std::optional<std::string_view> code(std::string_view list, const Element& from, Path path);
    /// The same without a report, for codes that may come from any list.
    std::optional<std::string_view> known_code(std::string_view list, std::string_view code) const {
        return codes_.find(list, code);
    }

    /// What the document is about: the currency that it or its first amount names.
    std::optional<domain::Currency> document_currency();

private:
    void report_value(const Element& at, std::string code, std::string_view what);

    const Element& document_;
    const Head& head_;
    const documents::CodeTable& codes_;
    documents::OrderNumbering numbering_;
    documents::Statement& statement_;
};

/// The list of codes that the message of an `unknown_code` names.
std::string_view named_list(std::string_view message);

} // namespace orderdeck::server::ingest::ubl
