#pragma once

#include "client/app/action.h"
#include "client/app/effect.h"
#include "client/platform/frame.h"
#include "client/platform/platform.h"
#include "client/sync/replica_store.h"
#include "client/sync/synchroniser.h"

#include <cstdint>
#include <optional>

namespace orderdeck::client::app {

/// Holds the model, runs actions through `update` and does the effects: navigation, settings, queries of the replica,
/// requests. The screens read model() and give back actions.
class Runtime {
public:
    /// Reads where the person is and what was chosen on this device, and starts to copy the replica.
    Runtime(platform::Platform& platform, sync::ReplicaStore store);
    Runtime(const Runtime&) = delete;
    Runtime& operator=(const Runtime&) = delete;

    const Model& model() const { return model_; }
    /// The complete replica; nullptr before the first copy. Valid until the next call of a member that is not const.
    storage::Database* database() { return store_.database(); }

    void dispatch(const Action& action);
    /// Before a frame: what the browser received besides the input of widgets.
    void enter_frame(const platform::FrameInput& input);
    /// Requests ended or a timer is due.
    void react();

private:
    /// Counts every order of the account; kept while neither rows nor the hour nor the day change.
    struct CountedFigures {
        std::uint64_t generation = 0;
        std::int64_t hour = 0;
        base::LocalDate today;
        replica::OrderFigures figures;
    };

    struct SentRequest {
        platform::RequestId id = 0;
        Asked asked = Asked::own_settings;
        std::string subject = {};
    };

    base::Timestamp now() const { return platform_.clock.now(); }
    void read_environment();
    void read_preferences();
    void read_session();
    void synchronise();
    void report_sync();
    /// Answers with the newest hits of a search at once; the rest follows when nobody has typed for a moment.
    void list_orders(const OrdersQuery& query);
    void list_orders(const OrdersQuery& query, replica::SearchExtent extent);
    void complete_list();
    void read_order(domain::OrderId order);
    /// nullptr when they cannot be read.
    const replica::OrderFigures* figures(storage::Database& database);
    void export_list(const ExportList& effect);
    void save_own_data();
    /// Wakes when the message about a download is to go.
    void end_downloads();
    void copy_again(const CopyAgain& effect);
    void log_out(const LogOut& effect);
    void send(const SendRequest& effect);
    bool take_answer(const platform::HttpResponse& response);
    void run(const Effect& effect);

    platform::Platform& platform_;
    sync::ReplicaStore store_;
    sync::Synchroniser synchroniser_;
    Model model_;
    std::optional<platform::RequestId> session_request_;
    base::Timestamp session_asked_at_;
    std::vector<SentRequest> requests_; ///< that screens wait for
    std::optional<CountedFigures> figures_;
    std::optional<SaveOwnData> own_data_wanted_;      ///< once the page has said that it comes
    std::optional<base::Timestamp> complete_list_at_; ///< while only the newest hits are listed
};

} // namespace orderdeck::client::app
