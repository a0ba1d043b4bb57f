#include "shared/api/session.h"

#include "shared/json/reader.h"
#include "shared/json/writer.h"

namespace orderdeck::api {

std::string encode_session(const SessionInfo& session) {
    json::Writer writer;
    writer.begin_object();
    writer.key("user")
        .begin_object()
        .field("name", session.user_name)
        .field("email", session.email)
        .field("language", session.language)
        .field("timeZone", session.time_zone)
        .end_object();
    writer.key("account").begin_object().field("name", session.account_name).end_object();
    writer.field("csrf", session.csrf_token);
    writer.field("serverTime", session.server_time.milliseconds());
    writer.field("staff", session.is_staff);
    writer.end_object();
    return writer.take();
}

base::Result<SessionInfo> decode_session(std::string_view text) {
    const json::Document document = TRY(json::Document::parse(text));
    const json::Value root = document.root();
    const json::Value user = TRY(root.field("user"));
    const json::Value account = TRY(root.field("account"));
    SessionInfo session;
    session.user_name = TRY(user.string_field("name"));
    session.email = TRY(user.string_field("email"));
    session.language = TRY(user.string_field("language"));
    session.time_zone = TRY(user.string_field("timeZone"));
    session.account_name = TRY(account.string_field("name"));
    session.csrf_token = TRY(root.string_field("csrf"));
    session.server_time = base::Timestamp::from_milliseconds(TRY(root.int64_field("serverTime")));
    if (const auto staff = TRY(root.optional_field("staff"))) session.is_staff = TRY(staff->boolean());
    return session;
}

} // namespace orderdeck::api
