#pragma once

#include "server/ingest/facts.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace orderdeck::server::ingest {

enum class SubjectKind : std::uint8_t { order, shipment, parcel, invoice };

/// What a record is about, within an account: "order:SCMS-4", "shipment:ASN-8", "parcel:SF1234567890", "invoice:R-77".
struct Subject {
    SubjectKind kind = SubjectKind::order;
    std::string number;
    friend auto operator<=>(const Subject& left, const Subject& right) {
        if (left.kind != right.kind) return left.kind <=> right.kind;
        return left.number.compare(right.number) <=> 0;
    }
    friend bool operator==(const Subject&, const Subject&) = default;
};

std::string to_string(const Subject& subject);
/// The inverse; `corrupt` for a text that to_string does not write.
base::Result<Subject> parse_subject(std::string_view text);

/// Heads, parcels, milestones and documents of a shipment are about it, scans about the parcel, heads and payments of an
/// invoice about the invoice; everything else is about the order.
Subject subject_of(const FactBody& body);

} // namespace orderdeck::server::ingest
