#include "tests/client/sync/fake_server.h"

#include "shared/api/sync_cursor.h"

#include <algorithm>

namespace orderdeck::test {
namespace {

constexpr std::size_t kRowsPerPage = 7; // small, so that a boot takes many pages
constexpr int kOrders = 60;

std::string parameter(const std::string& path, const std::string& name) {
    const std::size_t at = path.find(name + "=");
    if (at == std::string::npos) return {};
    const std::size_t from = at + name.size() + 1;
    return path.substr(from, path.find('&', from) - from);
}

void put_order(PageBuilder& page, std::int64_t id, const std::string& number) {
    page.put("sales_order", {{"id", cell(id)}, {"number", cell(number)}});
}

} // namespace

void FakeServer::write_something() {
    const auto id = static_cast<std::int64_t>(random_() % kOrders + 1);
    Order& order = orders_[id];
    order.number = "SO-" + std::to_string(random_() % 1000);
    order.site = static_cast<int>(random_() % 3 + 1);
    order.deleted = random_() % 4 == 0;
    order.seq = ++head_;
}

void FakeServer::change_scope() {
    ++scope_;
    sites_ = {static_cast<int>(random_() % 3 + 1), static_cast<int>(random_() % 3 + 1)};
}

void FakeServer::restore() {
    ++epoch_;
    head_ = 0;
    floor_ = 0;
    for (auto& [id, order] : orders_)
        order.seq = ++head_;
}

std::map<std::int64_t, std::string> FakeServer::visible() const {
    std::map<std::int64_t, std::string> numbers;
    for (const auto& [id, order] : orders_) {
        if (sees(order)) numbers[id] = order.number;
    }
    return numbers;
}

std::string FakeServer::cursor_at(std::int64_t seq) const {
    return api::encode_sync_cursor(
        {api::kSyncSchema, "s" + std::to_string(scope_), {{1, "e" + std::to_string(epoch_), seq}}});
}

PageBuilder FakeServer::page() const {
    PageBuilder builder;
    builder.head.epoch = "e" + std::to_string(epoch_);
    builder.head.scope = "s" + std::to_string(scope_);
    builder.head.head = head_;
    return builder;
}

int FakeServer::answer(const std::string& path, const std::string& if_none_match, std::string& body,
                       std::string& etag) {
    return path.find("/boot?") != std::string::npos ? boot(path, body, etag)
                                                    : pull(path, if_none_match, body, etag);
}

int FakeServer::boot(const std::string& path, std::string& body, std::string& etag) {
    const std::string after = parameter(path, "after");
    PageBuilder builder = page();
    std::size_t rows = 0;
    std::int64_t last = after.empty() ? 0 : std::stoll(after);
    for (auto entry = orders_.upper_bound(last); entry != orders_.end() && rows < kRowsPerPage; ++entry) {
        last = entry->first;
        if (!sees(entry->second)) continue;
        put_order(builder, entry->first, entry->second.number);
        ++rows;
    }
    etag = tag_at(head_);
    const bool more = orders_.upper_bound(last) != orders_.end();
    body = builder.boot_page(more ? std::optional(std::to_string(last)) : std::nullopt,
                             after.empty() ? cursor_at(head_) : "");
    return 200;
}

int FakeServer::pull(const std::string& path, const std::string& if_none_match, std::string& body,
                     std::string& etag) {
    const auto cursor = api::decode_sync_cursor(parameter(path, "c"));
    if (!cursor || cursor->scope != "s" + std::to_string(scope_)) return 409;
    const api::FeedPosition& position = cursor->feeds.front();
    if (position.epoch != "e" + std::to_string(epoch_)) return 409;
    if (position.seq < floor_) return 410;
    etag = tag_at(head_);
    if (position.seq == head_ && if_none_match == etag) return 304;
    std::vector<std::pair<std::int64_t, std::int64_t>> changed;
    for (const auto& [id, order] : orders_) {
        if (order.seq > position.seq) changed.emplace_back(order.seq, id);
    }
    std::sort(changed.begin(), changed.end());
    PageBuilder builder = page();
    const bool more = changed.size() > kRowsPerPage;
    if (more) changed.resize(kRowsPerPage);
    for (const auto& [seq, id] : changed) {
        const Order& order = orders_[id];
        if (sees(order))
            put_order(builder, id, order.number);
        else
            builder.remove("sales_order", id);
    }
    const std::int64_t to = more ? changed.back().first : head_;
    builder.head.more = more;
    etag = tag_at(to);
    body = builder.pull_page(position.seq, to, cursor_at(to));
    return 200;
}

} // namespace orderdeck::test
