#include "shared/i18n/domain_words.h"

#include "shared/base/text.h"

#include <cstddef>
#include <iterator>

namespace orderdeck::i18n {
namespace {

// In the order of the enums.
constexpr MessageId kStages[] = {
    "stage.placed",        "stage.reviewed",      "stage.confirmed", "stage.scheduled",
    "stage.in_production", "stage.quality_check", "stage.ready",     "stage.packed",
    "stage.shipped",       "stage.in_transit",    "stage.customs",   "stage.out_for_delivery",
    "stage.delivered",     "stage.accepted",
};
static_assert(std::size(kStages) == domain::kStageCount);

constexpr MessageId kStagesInSentence[] = {
    "stage_in_sentence.placed",     "stage_in_sentence.reviewed",      "stage_in_sentence.confirmed",
    "stage_in_sentence.scheduled",  "stage_in_sentence.in_production", "stage_in_sentence.quality_check",
    "stage_in_sentence.ready",      "stage_in_sentence.packed",        "stage_in_sentence.shipped",
    "stage_in_sentence.in_transit", "stage_in_sentence.customs",       "stage_in_sentence.out_for_delivery",
    "stage_in_sentence.delivered",  "stage_in_sentence.accepted",
};
static_assert(std::size(kStagesInSentence) == domain::kStageCount);

constexpr MessageId kParts[] = {
    "part.placed",        "part.reviewed",      "part.confirmed", "part.scheduled",
    "part.in_production", "part.quality_check", "part.ready",     "part.packed",
    "part.shipped",       "part.in_transit",    "part.customs",   "part.out_for_delivery",
    "part.delivered",     "part.accepted",
};
static_assert(std::size(kParts) == domain::kStageCount);

constexpr MessageId kSteps[] = {
    "step.placed", "step.confirmed", "step.production", "step.shipped", "step.delivered", "step.accepted",
};
static_assert(std::size(kSteps) == domain::kStepCount);

constexpr MessageId kMilestones[] = {
    "milestone.placed",
    "milestone.reviewed",
    "milestone.confirmed",
    "milestone.deposit_paid",
    "milestone.scheduled",
    "milestone.material_ready",
    "milestone.in_production",
    "milestone.produced",
    "milestone.qc_passed",
    "milestone.qc_failed",
    "milestone.packed",
    "milestone.shipped",
    "milestone.picked_up",
    "milestone.in_transit",
    "milestone.export_cleared",
    "milestone.import_cleared",
    "milestone.out_for_delivery",
    "milestone.ready_for_pickup",
    "milestone.delivered",
    "milestone.received",
    "milestone.accepted",
    "milestone.invoiced",
    "milestone.paid",
    "milestone.closed",
    "milestone.cancelled",
    "milestone.returned",
    "milestone.customs_entered",
    "milestone.unpacked",
    "milestone.goods_issue_reversed",
    "milestone.delivery_corrected",
    "milestone.attempt_failed",
    "milestone.return_requested",
    "milestone.return_approved",
    "milestone.in_return",
    "milestone.return_inspected",
    "milestone.return_settled",
};
static_assert(std::size(kMilestones) == domain::kMilestoneCodeCount);

constexpr MessageId kHoldReasons[] = {
    "hold.other",    "hold.credit",  "hold.payment", "hold.customer_request", "hold.quality",
    "hold.document", "hold.customs", "hold.fraud",   "hold.drawing",
};
static_assert(std::size(kHoldReasons) == static_cast<std::size_t>(domain::HoldReason::drawing) + 1);

/// The text of `family.key`, or nothing when the catalogues do not have it.
std::string_view word_of(const Language& language, std::string_view family, std::string_view key) {
    std::string id(family);
    id += key;
    const auto message = find_message(id);
    return message ? language.raw(*message) : std::string_view{};
}

std::string word_or(const Language& language, std::string_view family, std::string_view key) {
    const std::string_view word = word_of(language, family, key);
    return std::string(word.empty() ? key : word);
}

} // namespace

MessageId message_of(domain::Stage stage) { return kStages[static_cast<std::size_t>(stage)]; }
MessageId message_of(domain::Step step) { return kSteps[static_cast<std::size_t>(step)]; }
MessageId message_of(domain::MilestoneCode code) { return kMilestones[static_cast<std::size_t>(code)]; }
MessageId message_of(domain::HoldReason reason) { return kHoldReasons[static_cast<std::size_t>(reason)]; }
MessageId stage_in_sentence(domain::Stage stage) {
    return kStagesInSentence[static_cast<std::size_t>(stage)];
}
MessageId part_message(domain::Stage stage) { return kParts[static_cast<std::size_t>(stage)]; }

MessageId message_of(domain::AmountBasis basis) {
    switch (basis) {
    case domain::AmountBasis::unstated: return "basis.unstated";
    case domain::AmountBasis::net: return "basis.net";
    case domain::AmountBasis::gross: return "basis.gross";
    }
    return "basis.unstated";
}

std::string_view party_word(const Language& language, domain::Party party) {
    return word_of(language, "party.", domain::name_of(party));
}

std::string reason_words(const Language& language, std::string_view reason) {
    return word_or(language, "reason.", reason);
}

std::string unit_words(const Language& language, std::string_view unit, domain::Quantity quantity) {
    const auto message = find_message("unit." + std::string(unit));
    if (!message) return std::string(unit);
    // "1 pack", but "0.5 packs" and "1.5 packs": only a whole one is singular.
    const bool is_one = quantity == domain::Quantity::from_units(1);
    return language.text(*message, {{"count", is_one ? 1 : 2}});
}

std::string_view finding_words(const Language& language, std::string_view code) {
    const std::string_view words = word_of(language, "finding.", code);
    return words.empty() ? language.raw("finding.other") : words;
}

std::string_view source_kind_word(const Language& language, std::string_view kind) {
    return word_of(language, "source.", kind);
}

std::string mode_words(const Language& language, std::string_view mode) {
    const std::string_view word = word_of(language, "mode.", base::to_lower_ascii(mode));
    return std::string(word.empty() ? mode : word);
}

std::string_view relation_words(const Language& language, domain::RelationKind kind, StatedBy stated_by) {
    return word_of(language, stated_by == StatedBy::told ? "relation." : "relation_of.",
                   domain::name_of(kind));
}

std::string_view document_words(const Language& language, domain::DocumentKind kind) {
    return word_of(language, "document.", domain::name_of(kind));
}

std::string_view invoice_words(const Language& language, domain::InvoiceKind kind) {
    return word_of(language, "bill.", domain::name_of(kind));
}

std::string_view invoice_words(const Language& language, domain::InvoiceState state) {
    return word_of(language, "bill_state.", domain::name_of(state));
}

std::string field_words(const Language& language, std::string_view field) {
    const std::size_t dot = field.find('.');
    const auto milestone = domain::milestone_code_from(field.substr(0, dot));
    if (!milestone) return word_or(language, "field.", field);
    const std::string_view date = dot == std::string_view::npos ? "actual" : field.substr(dot + 1);
    return language.text("field.of_milestone", {{"milestone", language.raw(message_of(*milestone))},
                                                         {"field", word_of(language, "field.", date)}});
}

std::string value_words(const Language& language, std::string_view field, std::string_view value) {
    return word_or(language, "value." + std::string(field) + ".", value);
}

} // namespace orderdeck::i18n
