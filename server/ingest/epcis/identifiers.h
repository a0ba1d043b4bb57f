#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orderdeck::server::ingest::epcis {

/// The parts of the Core Business Vocabulary that have standard words.
enum class Vocabulary { biz_step, disposition, transaction_type };

/// The bare word of a CBV value in any of its forms: "shipping", "cbv:BizStep-shipping",
/// "https://ref.gs1.org/cbv/BizStep-shipping", "urn:epcglobal:cbv:bizstep:shipping"; nullopt for a vendor's own URI.
std::optional<std::string> cbv_word(Vocabulary vocabulary, std::string_view value);

/// The 18 digits of a serial shipping container code, from "urn:epc:id:sscc:0614141.1234567890" or a GS1 Digital Link with
/// /00/; nullopt for other things and for one whose check digit is wrong.
std::optional<std::string> sscc_of(std::string_view epc);

/// A business transaction identifier: its number, and who issued it.
struct TransactionId {
    std::string number;
    std::string issuer; ///< GLN, GS1 company prefix or the authority of a URL; empty when it names none
};

/// Takes apart "urn:epcglobal:cbv:bt:<GLN>:<number>", "urn:epc:id:gdti:<prefix>.<type>.<number>",
/// "http://transaction.example.com/po/<number>"; anything else is a number as it stands.
TransactionId transaction_id(std::string_view uri);

/// The forms in which a mapping may name a party or place: the URI, its last part, a GLN-like key of its parts.
std::vector<std::string> party_ids(std::string_view uri);

/// A place or object without the words of its URN: "0614141.07346.1234".
std::string short_name(std::string_view uri);

} // namespace orderdeck::server::ingest::epcis
