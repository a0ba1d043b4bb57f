#include "server/cli/commands.h"
#include "server/cli/serve.h"

namespace orderdeck::server::cli {
namespace {

struct Arguments {
    std::string site;
    std::int64_t port = 8080;
    std::string bind = "127.0.0.1";
    std::string public_url;
    bool plain_http = false;
    std::int64_t inbox_limit = 64;
    std::string watch;
};

constexpr std::int64_t kMebibyte = 1024 * 1024;
constexpr std::int64_t kHighestInboxLimit = 1024; ///< MiB; a file is held in memory while it is read

ExitCode run(const Arguments& arguments, const Invocation& call) {
    constexpr std::int64_t kHighestPort = 65535;
    if (arguments.port < 0 || arguments.port > kHighestPort) {
        return report_failure(call, {base::ErrorCode::invalid, "--port must be 0 to 65535.", {}});
    }
    if (arguments.inbox_limit < 1 || arguments.inbox_limit > kHighestInboxLimit) {
        return report_failure(call, {base::ErrorCode::invalid, "--inbox-limit must be 1 to 1024.", {}});
    }
    const auto served =
        serve({.data_folder = call.data_folder,
               .site_folder = arguments.site,
               .port = static_cast<int>(arguments.port),
               .address = arguments.bind,
               .public_url = arguments.public_url,
               .plain_http = arguments.plain_http ? PlainHttp::allowed : PlainHttp::loopback_only,
               .max_delivery = static_cast<std::size_t>(arguments.inbox_limit * kMebibyte),
               .watched_folder = arguments.watch,
               .form = call.form},
              call.console.out, call.console.error);
    return served ? ExitCode::done : report_failure(call, served.error());
}

} // namespace

void add_serve_command(Command& root) {
    Command serve = root.add("serve", "Serve the portal until Ctrl-C or SIGTERM");
    auto& arguments = serve.keep<Arguments>();
    serve.option("--site", arguments.site, "Folder of the built site", Need::required);
    serve.option("--port", arguments.port, "TCP port (default: 8080; 0 takes a free one)");
    serve.option("--bind", arguments.bind, "Address to listen on (default: 127.0.0.1, this machine only)");
    serve.option("--public-url", arguments.public_url, "Address that browsers use, behind an HTTPS proxy");
    serve.flag("--plain-http", arguments.plain_http, "Allow --bind beyond this machine without HTTPS");
    serve.option("--inbox-limit", arguments.inbox_limit,
                 "Largest file that PUT /api/v1/inbox takes, in MiB (default: 64)");
    serve.option("--watch", arguments.watch,
                 "Folder with a sub-folder for each feed, from which files are imported as they come");
    serve.run([&arguments](const Invocation& call) { return run(arguments, call); });
}

} // namespace orderdeck::server::cli
