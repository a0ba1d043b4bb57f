#pragma once

#include "shared/domain/tracking.h"
#include "shared/domain/tracking/alarm_rules.h"
#include "shared/domain/usual_arrival.h"
#include "shared/i18n/language.h"

namespace orderdeck::i18n {

// The words for parcels and what is wrong with them: statuses and reasons as parts of a sentence, alarms and what to do
// about them as sentences without an end.
MessageId message_of(domain::ParcelStatus status);
MessageId message_of(domain::TrackingReason reason);
MessageId message_of(domain::TrackingAlarm alarm);
MessageId message_of(domain::AlarmAction action);
MessageId message_of(domain::AlarmSeverity severity);
/// "42 shipments on this route": what an estimate is made from, with {count}.
MessageId message_of(domain::LaneMatch match);

} // namespace orderdeck::i18n
