#include "server/cli/demo/catalogue.h"

#include <algorithm>
#include <iterator>

namespace orderdeck::server::cli::demo {
namespace {

constexpr Making kStock = Making::from_stock;
constexpr Making kMade = Making::to_order;

constexpr Product kProducts[] = {
    {"SD700-3P", "Servo drive SD-700, 3-phase 7.5 kW", "SD-700 伺服驱动器 三相 7.5 kW", "C62", 1'300'000, 24,
     kMade, "850440"},
    {"SD700-1P", "Servo drive SD-700, 1-phase 0.75 kW", "SD-700 伺服驱动器 单相 0.75 kW", "C62", 286'000, 40,
     kStock, "850440"},
    {"SD710-EC", "Servo drive SD-710 EtherCAT, 2 axes", "SD-710 双轴 EtherCAT 伺服驱动器", "C62", 968'000, 16,
     kMade, "850440"},
    {"FC300-22", "Frequency converter FC-300, 22 kW", "FC-300 变频器 22 kW", "C62", 742'000, 8, kStock,
     "850440"},
    {"FC300-75", "Frequency converter FC-300, 75 kW", "FC-300 变频器 75 kW", "C62", 2'180'000, 4, kMade,
     "850440"},
    {"SM750-A", "Servo motor SM-750, 2.4 Nm with brake", "SM-750 伺服电机 2.4 Nm 带制动器", "C62", 495'400,
     24, kMade, "850152"},
    {"SM400-B", "Servo motor SM-400, 1.3 Nm", "SM-400 伺服电机 1.3 Nm", "C62", 212'000, 50, kStock, "850152"},
    {"SM1500-H", "Servo motor SM-1500, hollow shaft", "SM-1500 空心轴伺服电机", "C62", 1'126'000, 6, kMade,
     "850152"},
    {"TM90-L", "Torque motor TM-90, direct drive", "TM-90 直驱力矩电机", "C62", 2'460'000, 4, kMade,
     "850152"},
    {"AM132-IE4", "Asynchronous motor AM-132, IE4, 7.5 kW", "AM-132 异步电机 IE4 7.5 kW", "C62", 384'000, 10,
     kStock, "850152"},
    {"GX90-10", "Planetary gear unit GX-90, ratio 10", "GX-90 行星减速机 速比 10", "C62", 326'000, 15, kMade,
     "848340"},
    {"GX120-25", "Planetary gear unit GX-120, ratio 25", "GX-120 行星减速机 速比 25", "C62", 548'000, 8,
     kMade, "848340"},
    {"GB60-R", "Bevel gear unit GB-60, right angle", "GB-60 直角锥齿轮减速机", "C62", 412'000, 6, kMade,
     "848340"},
    {"LG25-1M", "Linear guide LG-25, per metre", "LG-25 直线导轨 按米", "MTR", 80'300, 12, kStock, "848210"},
    {"LG35-SET", "Linear guide set LG-35, 2.4 m with 4 carriages", "LG-35 导轨套件 2.4 m 含 4 滑块", "SET",
     486'000, 6, kMade, "848210"},
    {"BS32-10", "Ball screw BS-32, pitch 10, ground", "BS-32 磨制滚珠丝杠 导程 10", "C62", 358'000, 8, kMade,
     "848340"},
    {"E6-2500", "Encoder E6, 2,500 pulses", "E6 编码器 2500 线", "C62", 78'000, 40, kStock, "903149"},
    {"E8-ABS", "Absolute encoder E8, 23 bit", "E8 绝对值编码器 23 位", "C62", 164'000, 24, kStock, "903149"},
    {"PS24-40", "Power supply PS-24, 40 A", "PS-24 开关电源 40 A", "C62", 92'000, 20, kStock, "850440"},
    {"MC-10", "Motor cable 10 m, shielded", "屏蔽电机电缆 10 m", "C62", 90'000, 24, kStock, "854442"},
    {"CS-12", "Cable set CS-12, drag chain, 12 wires", "CS-12 拖链电缆套件 12 芯", "SET", 31'000, 200, kStock,
     "854442"},
    {"EC-05", "Encoder cable 5 m", "编码器电缆 5 m", "C62", 18'500, 60, kStock, "854442"},
    {"CC-2000", "Control cabinet CC-2000, wired and tested", "CC-2000 控制柜 已接线并测试", "C62", 9'850'000,
     1, kMade, "853710"},
    {"CC-800", "Control cabinet CC-800, wall mounted", "CC-800 壁挂控制柜", "C62", 3'240'000, 3, kMade,
     "853710"},
    {"HM-15", "Operator panel HM-15, 15 inch", "HM-15 操作面板 15 英寸", "C62", 628'000, 4, kStock, "853710"},
    {"SF-GATE", "Safety gate switch with spare key", "安全门开关 含备用钥匙", "C62", 46'000, 12, kStock,
     "853650"},
};

constexpr Product kCell = {"CELL-15",
                           "Handling cell HC-15, 15 assemblies",
                           "HC-15 搬运单元 15 类部件成套",
                           "SET",
                           46'800'000,
                           2,
                           kMade,
                           "847989"};

/// One of each of the fifteen kinds of part that a cell is made of.
constexpr KitPart kCellParts[] = {
    {"SD710-EC", 2}, {"FC300-22", 1}, {"SM750-A", 3}, {"SM400-B", 2}, {"GX90-10", 3},
    {"GB60-R", 1},   {"LG35-SET", 2}, {"BS32-10", 2}, {"E8-ABS", 4},  {"PS24-40", 2},
    {"MC-10", 6},    {"CS-12", 4},    {"EC-05", 6},   {"CC-800", 1},  {"SF-GATE", 2},
};
static_assert(std::size(kCellParts) == 15);

} // namespace

const Product& product_named(std::string_view sku) {
    const auto* found = std::find_if(std::begin(kProducts), std::end(kProducts),
                                     [sku](const Product& p) { return p.sku == sku; });
    return found == std::end(kProducts) ? kProducts[0] : *found;
}

const Product& kit_product() { return kCell; }

std::span<const KitPart> kit_parts() { return kCellParts; }

std::span<const Product> all_products() { return kProducts; }

} // namespace orderdeck::server::cli::demo
