#include "server/cli/demo/customers.h"

namespace orderdeck::server::cli::demo {
namespace {

constexpr Place kSuzhou[] = {
    {"苏州工业园区 星湖街 二号厂区", "苏州", Destination::near_by, "DAP", "苏州"},
    {"苏州高新区 装配一厂", "苏州", Destination::near_by, "DAP", "苏州"},
};
constexpr Place kWuxi[] = {
    {"无锡新吴区 传动车间", "无锡", Destination::near_by, "DAP", "无锡"},
    {"无锡锡山区 备件仓库", "无锡", Destination::near_by, "EXW", "常州"},
};
constexpr Place kHamburg[] = {
    {"Werk 1, Hamburg-Harburg", "Hamburg", Destination::hamburg, "DAP", "Hamburg"},
    {"Service store, Hamburg-Altona", "Hamburg", Destination::hamburg, "CIP", "Hamburg"},
};
constexpr Place kHaiPhong[] = {
    {"Plant A, Dinh Vu, Hai Phong", "Hai Phong", Destination::hai_phong, "CIF", "Hai Phong"},
    {"Packing hall, Hanoi", "Hanoi", Destination::hai_phong, "DDP", "Hanoi"},
};

constexpr Place kBacNinh[] = {
    {"Plant 3, VSIP Bac Ninh", "Bac Ninh", Destination::hai_phong, "DAP", "Bac Ninh"},
    {"Spare parts store, Hai Phong", "Hai Phong", Destination::hai_phong, "CIF", "Hai Phong"},
    {"Plant 2, Dinh Vu, Hai Phong", "Hai Phong", Destination::hai_phong, "FCA", "Shanghai"},
};

constexpr std::string_view kChineseProjects[] = {"4号线改造", "焊装二期", "立体仓库", "2027 年度备件"};
constexpr std::string_view kGermanProjects[] = {"Line 4 retrofit", "Palletiser P7", "Spare parts 2027"};
constexpr std::string_view kVietnameseProjects[] = {"Packing hall 2", "Bottling line B", "Conveyor upgrade"};

constexpr Customer kCustomers[] = {
    {.code = "QH",
     .english = "Qinghe Automation Group",
     .chinese = "清禾自动化集团",
     .parent = "",
     .places = {},
     .projects = {}},
    {.code = "QH-SZ",
     .english = "Qinghe Assembly (Suzhou)",
     .chinese = "清禾装配（苏州）有限公司",
     .parent = "QH",
     .tongue = Tongue::chinese,
     .currency = "CNY",
     .fen_per_unit = 100,
     .utc_offset_minutes = 480,
     .payment_terms = "30% 预付，70% 货到 30 天",
     .stock_terms = "货到 30 天",
     .reference_prefix = "4500",
     .places = kSuzhou,
     .projects = kChineseProjects,
     .weight = 52},
    {.code = "QH-WX",
     .english = "Qinghe Drives (Wuxi)",
     .chinese = "清禾传动（无锡）有限公司",
     .parent = "QH",
     .tongue = Tongue::chinese,
     .currency = "CNY",
     .fen_per_unit = 100,
     .utc_offset_minutes = 480,
     .payment_terms = "月结 60 天",
     .reference_prefix = "4600",
     .places = kWuxi,
     .projects = kChineseProjects,
     .weight = 36},
    {.code = "NORDKAI",
     .english = "Nordkai Maschinenbau GmbH",
     .chinese = "诺凯机械制造有限公司（德国）",
     .parent = "",
     .tongue = Tongue::english,
     .currency = "EUR",
     .fen_per_unit = 780,
     .utc_offset_minutes = 60,
     .payment_terms = "30 % deposit, 70 % 30 days after delivery",
     .reference_prefix = "NK-",
     .places = kHamburg,
     .projects = kGermanProjects,
     .weight = 50},
    {.code = "VINAPACK",
     .english = "Vina Pacific Packaging Co., Ltd.",
     .chinese = "越南太平洋包装有限公司",
     .parent = "",
     .tongue = Tongue::english,
     .currency = "USD",
     .fen_per_unit = 710,
     .utc_offset_minutes = 420,
     .payment_terms = "L/C at sight",
     .reference_prefix = "VP/",
     .places = kHaiPhong,
     .projects = kVietnameseProjects,
     .weight = 50},
    {.code = "QH-VN",
     .english = "Qinghe Automation (Vietnam) Co., Ltd.",
     .chinese = "清禾自动化（越南）有限公司",
     .parent = "QH",
     .tongue = Tongue::english,
     .currency = "USD",
     .fen_per_unit = 710,
     .utc_offset_minutes = 420,
     .payment_terms = "30 % deposit, 70 % 30 days after delivery",
     .reference_prefix = "QV-",
     .places = kBacNinh,
     .projects = kVietnameseProjects,
     .weight = 12},
};

} // namespace

std::span<const Customer> all_customers() { return kCustomers; }

} // namespace orderdeck::server::cli::demo
