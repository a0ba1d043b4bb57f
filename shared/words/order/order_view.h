#pragma once

#include "shared/domain/order_details.h"
#include "shared/domain/why.h"
#include "shared/words/emphasis.h"
#include "shared/words/status_words.h"
#include "shared/words/view_context.h"

#include <string>
#include <vector>

namespace orderdeck::words {

/// One answer to "why does it say that?" with its evidence.
struct ReasonView {
    std::string text;
    std::string evidence; ///< source and age; may be empty
};

enum class StepLook { done, current, upcoming, skipped };

struct StepNoteView {
    std::string text;
    Tone tone = Tone::mute;
};

/// One of the six steps of the track.
struct StepView {
    std::string label;
    std::string short_label; ///< with its figure, for the compact track of phones: "Shipped 3/5"
    std::string number;      ///< in the circle of a current step
    StepLook look = StepLook::upcoming;
    float fill = 0; ///< of the way to the next step, and of its segment on phones
    std::vector<StepNoteView> notes;
};

/// How much of a line's quantity is there, at least on its way, and at least made; 0 to 1, each at least the one before.
struct LineShares {
    float delivered = 0;
    float shipped = 0;
    float made = 0;
};

struct LineView {
    std::string key;
    std::string number;
    std::string name;
    std::string caption;         ///< article number and quantity
    std::string compact_caption; ///< the same with number and amount, where these have no column
    std::string warning;         ///< "holds up the rest · supplier late"; may be empty
    Tone warning_tone = Tone::warn;
    std::string progress;       ///< "In production 19 of 24"
    std::string progress_short; ///< without the quantity when it is all of it: "Delivered"
    std::string bar_name;
    LineShares shares;
    float told = 0;         ///< the share that `progress` tells
    Tone tone = Tone::info; ///< of what is made and not yet shipped
    std::string amount;
};

struct EventView {
    std::string title;
    std::string when;
    std::string note;
    std::string words; ///< of a scan: the carrier's own
};

/// One parcel of a shipment with its scans.
struct ParcelView {
    std::string key;
    std::string title; ///< "SF Express SF1234567890"
    PillView pill;
    std::string caption;           ///< where it was seen last, what is odd about it
    std::string scans;             ///< "12 scans": opens them
    std::string events_name;       ///< "Scans of SF1234567890"
    std::string own_words;         ///< "The carrier's own words": shows them in the events
    std::vector<EventView> events; ///< newest first
};

struct ShipmentView {
    std::string key;
    std::string title;
    std::string caption;
    PillView pill;
    std::string events_name;
    std::vector<EventView> events; ///< newest first; never empty
    std::string parcels_name;      ///< "3 parcels"
    std::vector<ParcelView> parcels;
};

/// One row of a section: a hold, a related order, an invoice ...
struct RowView {
    std::string title;
    std::string note;
    std::string value; ///< an amount
    PillView pill;     ///< without a label there is none
    std::string href;
    int depth = 0; ///< in a tree
};

/// What is told about one side of an order: what matters in `summary`, the rest in rows.
struct SectionView {
    std::string key;
    std::string title;
    std::string summary; ///< may be empty
    Tone tone = Tone::none;
    std::string more; ///< opens the rows where they are not shown at once; else empty
    std::vector<RowView> rows;
};

struct FactView {
    std::string name;
    std::string value;
};

/// Everything that the page of one order says, in words.
struct OrderView {
    std::string number;
    std::vector<PillView> pills;
    std::string subtitle; ///< "PO 4500187712 · Suzhou plant 2"
    std::string headline;
    std::vector<TextSpan> explanation;
    std::vector<ReasonView> reasons;
    std::string progress_words;
    std::vector<StepView> steps;
    std::vector<LineView> lines; ///< in the order of their numbers
    std::vector<ShipmentView> shipments;
    std::vector<SectionView> sections; ///< those that there is something to tell about
    std::vector<SectionView> papers;   ///< the same of money and documents
    std::vector<FactView> facts;
    std::vector<FactView> sources; ///< with the age of what they told last
};

/// Puts the records of one order into words; pure.
OrderView order_view(const ViewContext& context, const domain::OrderDetails& details);

// Its parts.
/// Why a promise moved: the words that came with the code, else ours, else the code as it is.
std::string promise_reason_words(const ViewContext& context, const std::string& code,
                                 const std::string& names);
/// The cause of a moved promise: "drawing change (you, +2)".
std::string move_words(const ViewContext& context, const domain::Reason& reason);
std::vector<TextSpan> explanation_view(const ViewContext& context, const domain::OrderDetails& details);
/// The promises that have passed, where nothing is known but that.
std::vector<ReasonView> overdue_reasons(const ViewContext& context, const domain::OrderDetails& details);
std::vector<ReasonView> reasons_view(const ViewContext& context, const domain::OrderDetails& details);
std::vector<StepView> steps_view(const ViewContext& context, const domain::OrderDetails& details);
std::vector<LineView> lines_view(const ViewContext& context, const domain::OrderDetails& details);
std::vector<ShipmentView> shipments_view(const ViewContext& context, const domain::OrderDetails& details);
std::vector<ParcelView> parcels_view(const ViewContext& context, const domain::OrderDetails& details,
                                     const domain::Shipment& shipment);
/// Every statement of a promised date, the newest first: from when to when, why, by whom, when it was said.
SectionView promises_section(const ViewContext& context, const domain::OrderDetails& details);
SectionView holds_section(const ViewContext& context, const domain::OrderDetails& details);
SectionView related_section(const ViewContext& context, const domain::OrderDetails& details);
/// How far the project is that the order belongs to, with the orders that are open beside it.
SectionView project_section(const ViewContext& context, const domain::OrderDetails& details);
/// Contradictions with both values and their sources.
SectionView disputes_section(const ViewContext& context, const domain::OrderDetails& details);
/// Values that stand in for those of the source that owns the field, with both sources.
SectionView inferred_section(const ViewContext& context, const domain::OrderDetails& details);
SectionView bills_section(const ViewContext& context, const domain::OrderDetails& details);
SectionView documents_section(const ViewContext& context, const domain::OrderDetails& details);
std::vector<FactView> facts_view(const ViewContext& context, const domain::OrderDetails& details);

} // namespace orderdeck::words
