#include "server/cli/demo/routes.h"

namespace orderdeck::server::cli::demo {
namespace {

using domain::MilestoneCode;

constexpr int kChina = 480;
constexpr int kGermany = 60;
constexpr int kVietnam = 420;

constexpr Scan kSfScans[] = {
    {MilestoneCode::picked_up, 0, "常州武进营业点", "顺丰速运 已收取快件", kChina},
    {MilestoneCode::in_transit, 250, "常州集散中心", "快件在【常州集散中心】完成分拣，准备发往下一站",
     kChina},
    {MilestoneCode::in_transit, 550, "无锡中转场", "快件到达【无锡中转场】", kChina},
    {MilestoneCode::out_for_delivery, 850, "{city}", "快件交给派送员，正在派送途中（电话已隐藏）", kChina},
    {MilestoneCode::delivered, 1000, "{city}", "已签收，签收方式：仓库收货章", kChina},
};
constexpr Scan kSfTwiceScans[] = {
    {MilestoneCode::picked_up, 0, "常州武进营业点", "顺丰速运 已收取快件", kChina},
    {MilestoneCode::in_transit, 300, "常州集散中心", "快件在【常州集散中心】完成分拣，准备发往下一站",
     kChina},
    {MilestoneCode::out_for_delivery, 600, "{city}", "快件交给派送员，正在派送途中（电话已隐藏）", kChina},
    {MilestoneCode::attempt_failed, 700, "{city}", "派送不成功：收货仓库已下班，改约次日派送", kChina},
    {MilestoneCode::out_for_delivery, 900, "{city}", "快件正在派送途中（第二次）", kChina},
    {MilestoneCode::delivered, 1000, "{city}", "已签收，签收方式：前台代收", kChina},
};
constexpr Scan kDepponScans[] = {
    {MilestoneCode::picked_up, 0, "常州武进", "货物已揽收，等待装车", kChina},
    {MilestoneCode::in_transit, 350, "常州枢纽中心", "货物已从【常州枢纽中心】出发", kChina},
    {MilestoneCode::in_transit, 700, "{city}", "货物已到达目的站", kChina},
    {MilestoneCode::delivered, 1000, "{city}", "正常签收，件数齐全", kChina},
};
constexpr Scan kDhlScans[] = {
    {MilestoneCode::picked_up, 0, "Changzhou, China", "Shipment picked up", kChina},
    {MilestoneCode::export_cleared, 150, "Shanghai, China",
     "Clearance processing complete at SHANGHAI - CHINA", kChina},
    {MilestoneCode::in_transit, 250, "Shanghai, China",
     "Shipment has departed from a DHL facility SHANGHAI - CHINA", kChina},
    {MilestoneCode::in_transit, 600, "Leipzig, Germany", "Processed at LEIPZIG - GERMANY", kGermany},
    {MilestoneCode::customs_entered, 680, "Leipzig, Germany", "Customs clearance status updated", kGermany},
    {MilestoneCode::import_cleared, 820, "Leipzig, Germany",
     "Clearance processing complete at LEIPZIG - GERMANY", kGermany},
    {MilestoneCode::out_for_delivery, 950, "{city}", "Shipment is out with courier for delivery", kGermany},
    {MilestoneCode::delivered, 1000, "{city}", "Delivered - signed for by goods inward", kGermany},
};
constexpr Scan kSfInternationalScans[] = {
    {MilestoneCode::picked_up, 0, "Changzhou, China", "Shipment picked up", kChina},
    {MilestoneCode::export_cleared, 150, "Shanghai, China", "Export customs cleared", kChina},
    {MilestoneCode::in_transit, 260, "Shanghai, China", "Departed on flight O3 295", kChina},
    {MilestoneCode::customs_entered, 560, "Frankfurt, Germany", "Customs clearance in process", kGermany},
    {MilestoneCode::import_cleared, 660, "Frankfurt, Germany", "Released by customs", kGermany},
    {MilestoneCode::in_transit, 720, "Frankfurt, Germany", "Handed over to UPS, tracking number {next}",
     kGermany},
    {MilestoneCode::in_transit, 800, "Cologne", "Arrived at Facility", kGermany, 2},
    {MilestoneCode::out_for_delivery, 950, "{city}", "Out For Delivery Today", kGermany, 2},
    {MilestoneCode::delivered, 1000, "{city}", "DELIVERED - signed at goods inward", kGermany, 2},
};
constexpr Scan kMaerskScans[] = {
    {MilestoneCode::picked_up, 0, "Changzhou, China", "Gate out empty, container loaded at shipper", kChina},
    {MilestoneCode::export_cleared, 60, "Shanghai Yangshan", "Export customs released", kChina},
    {MilestoneCode::in_transit, 100, "Shanghai Yangshan", "Loaded on vessel, voyage 646W", kChina},
    {MilestoneCode::in_transit, 330, "Singapore", "Transshipment: discharged and loaded", kChina},
    {MilestoneCode::in_transit, 850, "Hamburg", "Vessel arrival, discharged", kGermany},
    {MilestoneCode::customs_entered, 870, "Hamburg", "Import declaration lodged, documents being checked",
     kGermany},
    {MilestoneCode::import_cleared, 940, "Hamburg", "Released by customs", kGermany},
    {MilestoneCode::out_for_delivery, 985, "{city}", "Gate out full, on truck to consignee", kGermany},
    {MilestoneCode::delivered, 1000, "{city}", "Container emptied at consignee", kGermany},
};
constexpr Scan kFedexScans[] = {
    {MilestoneCode::picked_up, 0, "Changzhou, China", "Picked up", kChina},
    {MilestoneCode::in_transit, 250, "Guangzhou, China", "Departed FedEx hub", kChina},
    {MilestoneCode::customs_entered, 550, "Hanoi, Vietnam", "International shipment release - Import",
     kVietnam},
    {MilestoneCode::import_cleared, 750, "Hanoi, Vietnam", "Cleared", kVietnam},
    {MilestoneCode::out_for_delivery, 930, "{city}", "On FedEx vehicle for delivery", kVietnam},
    {MilestoneCode::delivered, 1000, "{city}", "Delivered - left at receiving dock", kVietnam},
};
constexpr Scan kCoscoScans[] = {
    {MilestoneCode::picked_up, 0, "Changzhou, China", "Cargo received at container freight station", kChina},
    {MilestoneCode::export_cleared, 180, "Shanghai Waigaoqiao", "Export customs released", kChina},
    {MilestoneCode::in_transit, 300, "Shanghai Waigaoqiao", "Loaded on vessel", kChina},
    {MilestoneCode::customs_entered, 650, "Hai Phong", "Customs: certificate of origin requested", kVietnam},
    {MilestoneCode::import_cleared, 880, "Hai Phong", "Released by customs", kVietnam},
    {MilestoneCode::out_for_delivery, 960, "{city}", "On truck to consignee", kVietnam},
    {MilestoneCode::delivered, 1000, "{city}", "Delivered, no exceptions noted", kVietnam},
};

constexpr Route kNearBy[] = {
    {"顺丰速运 SF Express", "courier", TrackingForm::sf, 2, 50, kSfScans},
    {"顺丰速运 SF Express", "courier", TrackingForm::sf, 3, 10, kSfTwiceScans},
    {"德邦快递 Deppon", "truck", TrackingForm::deppon, 3, 40, kDepponScans},
};
constexpr Route kHamburg[] = {
    {"DHL Express", "air", TrackingForm::dhl, 7, 32, kDhlScans},
    {"SF International", "air", TrackingForm::sf_international, 8, 23, kSfInternationalScans},
    {"Maersk", "ocean", TrackingForm::container, 36, 45, kMaerskScans},
};
constexpr Route kHaiPhong[] = {
    {"FedEx", "air", TrackingForm::fedex, 5, 45, kFedexScans},
    {"COSCO Shipping", "ocean", TrackingForm::bill_of_lading, 11, 55, kCoscoScans},
};

} // namespace

std::span<const Route> routes_to(Destination destination) {
    switch (destination) {
    case Destination::near_by: return kNearBy;
    case Destination::hamburg: return kHamburg;
    case Destination::hai_phong: return kHaiPhong;
    }
    return kNearBy;
}

} // namespace orderdeck::server::cli::demo
