#pragma once

#include "client/screens/imports/imports_view.h"
#include "client/screens/settings/settings_view.h"
#include "shared/words/order/order_view.h"

#include <optional>
#include <string>
#include <vector>

namespace orderdeck::client::screens {

struct ExcerptLineView {
    std::string number;
    std::string text;
    bool marked = false;
};

/// The text of the file around a reason.
struct ExcerptView {
    std::string original; ///< what the server found, in its own words
    std::string note;     ///< loading, failed, or that the place is not known
    std::vector<ExcerptLineView> lines;
};

/// The text of the file that is shown on demand.
struct TextView {
    std::string finding; ///< around which
    std::string label;
    std::optional<ExcerptView> excerpt; ///< while it is open
};

/// The field in which a word is given a meaning.
struct ExplainView {
    FieldView field;
    std::vector<ChoiceView> choices;
    std::string placeholder;
    std::string list_name;
    std::string nothing;
    std::string more;
    std::string save;
    std::string cancel;
    bool ready = false;
    bool running = false;
    std::string failure;
};

/// Something that was found in a message, with the way to end it.
struct ReasonRowView {
    std::string id;
    PillView severity;
    std::string title;
    std::string place;
    std::string remedy;
    std::string explain; ///< label of the button; empty: it is about no word, or the word is being explained
    std::optional<ExplainView> explaining;
    TextView text;
};

struct RepairButtonView {
    app::Repair repair = app::Repair::none;
    std::string key;
    std::string label;
    ui::Icon icon = ui::Icon::none;
};

struct IgnoreFormView {
    FieldView field;
    std::string confirm;
    std::string cancel;
};

/// What stands at the top: what happened and what can be done.
struct ImportStateView {
    std::string title;
    PillView pill;
    std::string text;
    std::vector<std::string> points;   ///< what it waits for
    std::string detail;                ///< the reason as it was recorded
    std::optional<TextView> file_text; ///< of a file that does not fit: its beginning
    std::string failure;               ///< of the last attempt to do something
    std::vector<RepairButtonView> buttons;
    std::optional<IgnoreFormView> ignoring;
    bool running = false;
};

struct ImportPageView {
    std::string back;
    std::string back_href;
    std::string title;
    std::string subtitle;
    std::string loading; ///< empty: it is there
    std::optional<AbsenceView> absence;
    ImportStateView state;
    app::RepairForm form = app::RepairForm::none; ///< that stands open
    std::string reasons_title;
    std::vector<ReasonRowView> reasons;
    MoreView more;
    std::string facts_title;
    std::vector<words::FactView> facts;
    std::string orders_title;
    std::vector<words::FactView> orders;
    std::string orders_more;
};

ImportPageView import_page_view(const ViewContext& context, const app::Model& model);
/// What was found and what ends it, in words.
ReasonRowView reason_view(const ViewContext& context, const app::ImportPageState& page,
                          const api::InboxFinding& finding);
/// The text around a finding, or the beginning of the file when that is empty.
TextView text_view(const ViewContext& context, const app::ImportPageState& page, std::string finding);
/// Asks before an import is withdrawn and says what will happen.
QuestionView withdraw_question_view(const ViewContext& context, const app::ImportPageState& page);
/// Why the last attempt failed; empty when it did not.
std::string repair_failure_words(const ViewContext& context, const app::ImportPageState& page);

} // namespace orderdeck::client::screens
