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
    std::string watch;
};

ExitCode run(const Arguments& arguments, const Invocation& call) {
    constexpr std::int64_t kHighestPort = 65535;
    if (arguments.port < 0 || arguments.port > kHighestPort) {
        return report_failure(call, {base::ErrorCode::invalid, "--port must be 0 to 65535.", {}});
    }
    const auto served =
        serve({.data_folder = call.data_folder,
               .site_folder = arguments.site,
               .port = static_cast<int>(arguments.port),
               .address = arguments.bind,
               .public_url = arguments.public_url,
               .plain_http = arguments.plain_http ? PlainHttp::allowed : PlainHttp::loopback_only,
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
    serve.option("--watch", arguments.watch,
                 "Folder with a sub-folder for each feed, from which files are imported as they come");
    serve.run([&arguments](const Invocation& call) { return run(arguments, call); });
}

} // namespace orderdeck::server::cli
