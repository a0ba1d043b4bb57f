#pragma once

#include "server/cli/demo/fact_sink.h"
#include "server/cli/demo/order_plan.h"

#include <string>
#include <string_view>

namespace orderdeck::server::cli::demo {

/// Tells dated events of one order.
class EventTeller {
protected:
    EventTeller(FactSink& sink, const OrderPlan& order) : sink_(sink), order_(order) {}

    ingest::MilestoneFact event(domain::MilestoneCode code, const std::string& line,
                                const domain::Occurrence& at) const {
        ingest::MilestoneFact fact;
        fact.order = order_.number;
        fact.line = line;
        fact.code = code;
        fact.actual = at;
        return fact;
    }

    void tell_event(domain::MilestoneCode code, const std::string& line, const domain::Occurrence& at,
                    System system, std::string_view note) {
        if (!sink_.has_happened(at)) return;
        ingest::MilestoneFact fact = event(code, line, at);
        fact.note = std::string(note);
        sink_.add(system, line + "/" + std::string(domain::name_of(code)), *at.at,
                  system == System::production ? 35 : 6, std::move(fact));
    }

    FactSink& sink_;
    const OrderPlan& order_;
};

} // namespace orderdeck::server::cli::demo
