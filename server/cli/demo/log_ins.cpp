#include "server/cli/demo/log_ins.h"

#include "server/auth/secret.h"
#include "server/persistence/sqlite/account_directory.h"
#include "server/persistence/sqlite/identity/user_store.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace orderdeck::server::cli::demo {
namespace {

using persistence::sqlite::Store;

struct Person {
    const char* email;
    const char* name;
    const char* language;
    const char* account;
    persistence::sqlite::identity::Role role = persistence::sqlite::identity::Role::customer;
};

constexpr Person kPeople[] = {
    {"caigou@qinghe.example.com", "采购部", "zh-CN", "QH"},
    {"einkauf@nordkai.example.org", "Purchasing", "en", "NORDKAI"},
    {"orders@vinapack.example.com", "Purchasing", "en", "VINAPACK"},
    {"staff@changhe.example.com", "客户服务部", "zh-CN", "QH", persistence::sqlite::identity::Role::staff},
};

constexpr const char* kWords[] = {
    "amber",   "anvil",  "basil",   "birch", "brass",  "canal",  "cedar",   "chalk",  "cliff",  "cloud",
    "cobalt",  "copper", "coral",   "crane", "delta",  "ember",  "fable",   "ferry",  "flint",  "forge",
    "frost",   "glade",  "grain",   "grove", "harbor", "hazel",  "heron",   "indigo", "ivory",  "jasper",
    "kettle",  "lagoon", "lantern", "larch", "linen",  "lotus",  "maple",   "marble", "meadow", "mirror",
    "moss",    "nickel", "oasis",   "olive", "onyx",   "opal",   "orchid",  "pebble", "pepper", "pine",
    "plume",   "quartz", "raven",   "reed",  "river",  "saddle", "saffron", "slate",  "spruce", "summit",
    "thistle", "timber", "velvet",  "willow"};
static_assert(std::size(kWords) == 64);

/// Four words and a number: 37 bits from the system's random generator, easy to type on a phone.
std::string new_password() {
    const auth::SecretHash random = auth::hash_of_secret(auth::new_secret());
    std::string password;
    for (std::size_t i = 0; i < 4; ++i)
        password += std::string(kWords[std::to_integer<unsigned>(random[i]) % 64]) + "-";
    const unsigned number = std::to_integer<unsigned>(random[4]) * 256 + std::to_integer<unsigned>(random[5]);
    return password + std::to_string(1000 + number % 9000);
}

base::Failure<base::Error> file_failure(const std::filesystem::path& path) {
    return base::fail(base::ErrorCode::io, std::string("the file cannot be written: ") + std::strerror(errno),
                      path.string());
}

/// A file that nobody but its owner could read at any moment.
base::Result<void> write_private(const std::filesystem::path& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) return file_failure(path);
    // An older file keeps its own rights when it is opened.
    const bool is_private = ::fchmod(file, S_IRUSR | S_IWUSR) == 0;
    const bool is_written =
        is_private && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool is_closed = ::close(file) == 0;
    if (!is_written || !is_closed) return file_failure(path);
    return {};
}

base::Result<std::optional<LogIn>> add_person(Store& store, const Person& person,
                                              auth::PasswordHasher& hasher, base::Timestamp now) {
    persistence::sqlite::identity::UserStore users(store);
    if (TRY(users.find_by_email(person.email))) return std::optional<LogIn>();
    const auto node = TRY([&]() -> base::Result<std::optional<persistence::sqlite::AccountNode>> {
        persistence::sqlite::ReadLease lease = TRY(store.read());
        return persistence::sqlite::AccountDirectory(*lease).find_by_code(person.account);
    }());
    if (!node)
        return base::fail(base::ErrorCode::not_found, "the demo's customer is missing", person.account);
    LogIn log_in{.email = person.email,
                 .password = new_password(),
                 .account = person.account,
                 .is_staff = person.role == persistence::sqlite::identity::Role::staff};
    const std::string hash = TRY(hasher.hash(log_in.password));
    TRY(users.add({.id = {},
                   .email = person.email,
                   .name = person.name,
                   .language = person.language,
                   .password_hash = hash},
                  {.root = node->owner.root, .account = node->owner.account, .role = person.role}, now));
    return std::optional(std::move(log_in));
}

} // namespace

base::Result<std::vector<LogIn>> add_log_ins(Store& store, const std::filesystem::path& data_folder,
                                             auth::HashCost cost, base::Timestamp now) {
    auth::PasswordHasher hasher(cost);
    std::vector<LogIn> added;
    for (const Person& person : kPeople) {
        if (auto log_in = TRY(add_person(store, person, hasher, now))) added.push_back(std::move(*log_in));
    }
    if (added.empty()) return added;
    std::string text = "# Log-ins of the demo data, for trying out only.\n";
    for (const LogIn& log_in : added) {
        if (log_in.is_staff) text += "# Staff of the machine maker, who sees the imports, too:\n";
        text += log_in.email + " / " + log_in.password + "\n";
    }
    TRY(write_private(data_folder / "demo-logins.txt", text));
    return added;
}

} // namespace orderdeck::server::cli::demo
