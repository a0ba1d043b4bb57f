#pragma once

#include "shared/storage/database.h"

#include "shared/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace orderdeck::server::persistence::sqlite {

/// What is kept of what a message said.
struct SpokenCounts {
    std::int64_t records = 0;
    std::int64_t orders = 0; ///< that it speaks of, also through their shipments, parcels and invoices
};

struct SpokenOrder {
    std::string number;
    std::string account; ///< name
};

/// Finds what a message of the inbox has to do with.
class SpokenOrders {
public:
    explicit SpokenOrders(storage::Database& database) : database_(database) {}

    base::Result<SpokenCounts> count(std::int64_t inbox);
    /// Orders of which no other message speaks: they go when this one is withdrawn.
    base::Result<std::int64_t> count_alone(std::int64_t inbox);
    /// The first ones by number, at most `limit`.
    base::Result<std::vector<SpokenOrder>> first(std::int64_t inbox, std::int64_t limit);

private:
    storage::Database& database_;
};

} // namespace orderdeck::server::persistence::sqlite
