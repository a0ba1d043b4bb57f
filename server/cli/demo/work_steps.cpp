#include "server/cli/demo/work_steps.h"

namespace orderdeck::server::cli::demo {
namespace {

constexpr WorkStep kElectronics[] = {{"Board assembly", "电路板贴装", 90, 18},
                                     {"Final assembly", "整机装配", 30, 42},
                                     {"Parameter set-up", "参数写入", 10, 6},
                                     {"Burn-in test", "老化测试", 60, 24}};

constexpr WorkStep kMotors[] = {{"Winding", "绕线", 75, 28},
                                {"Impregnation", "浸漆烘干", 120, 9},
                                {"Machining of the shaft", "轴加工", 60, 16},
                                {"Assembly", "装配", 30, 34},
                                {"Test run", "试运转", 20, 12}};

constexpr WorkStep kGears[] = {{"Turning", "车削", 80, 22},
                               {"Hardening", "热处理", 240, 5},
                               {"Grinding", "磨削", 95, 38},
                               {"Assembly and run-in", "装配与磨合", 30, 30}};

constexpr WorkStep kCabinets[] = {{"Mounting plate", "安装板加工", 60, 150},
                                  {"Mounting of devices", "元件安装", 30, 420},
                                  {"Wiring", "配线", 30, 960},
                                  {"Marking", "打标", 20, 90},
                                  {"Function test", "功能测试", 45, 240}};

constexpr WorkStep kSets[] = {{"Pre-assembly", "预装配", 120, 960},
                              {"Interlinking", "联机", 60, 720},
                              {"Trial run", "试运行", 120, 480},
                              {"Acceptance run", "出厂验收", 60, 360}};

} // namespace

std::span<const WorkStep> work_steps(const Product& product) {
    // Harmonised System: electrical converters, motors, transmission, bearings and guides, switchboards.
    if (product.hs_code == "850440") return kElectronics;
    if (product.hs_code == "850152") return kMotors;
    if (product.hs_code == "848340" || product.hs_code == "848210") return kGears;
    if (product.hs_code == "853710") return kCabinets;
    return kSets;
}

} // namespace orderdeck::server::cli::demo
