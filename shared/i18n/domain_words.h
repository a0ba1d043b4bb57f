#pragma once

#include "shared/domain/billing.h"
#include "shared/domain/document.h"
#include "shared/domain/milestone.h"
#include "shared/domain/order.h"
#include "shared/domain/relation.h"
#include "shared/domain/stage.h"
#include "shared/i18n/language.h"

#include <string>
#include <string_view>

namespace orderdeck::i18n {

// The words for the values of the core.
MessageId message_of(domain::Stage stage);
MessageId message_of(domain::Step step);
MessageId message_of(domain::MilestoneCode code);
MessageId message_of(domain::HoldReason reason);
MessageId message_of(domain::AmountBasis basis);
/// The stage as it reads inside of a sentence.
MessageId stage_in_sentence(domain::Stage stage);
/// "{count} in production": a part of the goods at a stage.
MessageId part_message(domain::Stage stage);

/// Us, you, carrier ...; empty when unknown.
std::string_view party_word(const Language& language, domain::Party party);
/// The words for a reason code such as "drawing_change"; what is no code of ours is returned as it is.
std::string reason_words(const Language& language, std::string_view reason);
/// The words for a UNECE Rec 20 code; other units are returned as they are.
std::string unit_words(const Language& language, std::string_view unit, domain::Quantity quantity);
/// What contradicts each other, by the code of the finding; an unknown code gives general words.
std::string_view finding_words(const Language& language, std::string_view code);
/// "Carrier" for the kind of a source; empty for kinds that have no word.
std::string_view source_kind_word(const Language& language, std::string_view kind);
/// "sea freight"; other modes are returned as they are.
std::string mode_words(const Language& language, std::string_view mode);

/// Who states a relation: the order or line that is told about, or the one that it is told beside.
enum class StatedBy : std::uint8_t { told, other };
/// What an order or line is to another one: "replaces this", or stated by the other "replaced by this".
std::string_view relation_words(const Language& language, domain::RelationKind kind, StatedBy stated_by);
std::string_view document_words(const Language& language, domain::DocumentKind kind);
std::string_view invoice_words(const Language& language, domain::InvoiceKind kind);
std::string_view invoice_words(const Language& language, domain::InvoiceState state);
/// "quantity ordered" for a field that sources disagree about; an unknown name is returned as it is.
std::string field_words(const Language& language, std::string_view field);
/// The words for what a source says of such a field, where its values have names ("with tax"); others are returned as they
/// are.
std::string value_words(const Language& language, std::string_view field, std::string_view value);

} // namespace orderdeck::i18n
