#include "tests/bench/ingest/sample_file.h"

#include <array>
#include <cstdint>

namespace orderdeck::bench {
namespace {

constexpr int kCustomers = 10;

class Numbers {
public:
    int below(int limit) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(limit));
    }

private:
    std::uint64_t state_ = 42;
};

std::string day(Numbers& numbers) {
    static constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::to_string(1 + numbers.below(28)) + "-" +
           kMonths[static_cast<std::size_t>(numbers.below(12))] + "-" + std::to_string(10 + numbers.below(6));
}

} // namespace

std::string sample_file(int rows) {
    std::string file =
        "ID,Project Code,PQ #,PO / SO #,ASN/DN #,Country,Fulfill Via,Vendor INCO Term,Shipment Mode,"
        "PQ First Sent to Client Date,PO Sent to Vendor Date,Scheduled Delivery Date,Delivered to Client "
        "Date,"
        "Item Description,Line Item Quantity,Line Item Value,Pack Price,Weight (Kilograms),Freight Cost "
        "(USD)\n";
    Numbers numbers;
    int order = 0;
    for (int row = 1; row <= rows; ++row) {
        if (row == 1 || numbers.below(5) < 3) ++order;
        const std::string number = std::to_string(order);
        const std::string customer = std::to_string(order % kCustomers);
        const int quantity = 1 + numbers.below(20'000);
        file += std::to_string(row) + ",10" + customer + "-T30,FPQ-" + std::to_string(order / 4) + ",SO-" +
                number + ",DN-" + number + ",Customer " + customer + ",Direct Drop,EXW,Air," + day(numbers) +
                "," + day(numbers) + "," + day(numbers) + "," + "1-Jul-16," + "\"Item " +
                std::to_string(numbers.below(200)) + ", tablets, 60 Tabs\"," + std::to_string(quantity) +
                "," + std::to_string(quantity * 2) + ".50,2," + std::to_string(order % 900) +
                ",Invoiced Separately\n";
    }
    return file;
}

} // namespace orderdeck::bench
