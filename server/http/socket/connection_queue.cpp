#include "server/http/socket/connection_queue.h"

#include <utility>

namespace orderdeck::server::http::socket {

ConnectionQueue::ConnectionQueue(std::size_t threads, std::size_t limit) : limit_(limit) {
    threads_.reserve(threads + 1);
    for (std::size_t i = 0; i < threads; ++i) {
        threads_.emplace_back([this] { run(waiting_, Service::full); });
    }
    threads_.emplace_back([this] { run(refused_, Service::shed); });
}

bool ConnectionQueue::push(Job job) {
    const std::lock_guard lock(mutex_);
    if (stopping_) return false;
    Line& line = waiting_.jobs.size() < limit_ ? waiting_ : refused_;
    if (line.jobs.size() >= limit_) return false;
    line.jobs.push_back(std::move(job));
    line.arrived.notify_one();
    return true;
}

void ConnectionQueue::shut_down() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    waiting_.arrived.notify_all();
    refused_.arrived.notify_all();
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

bool ConnectionQueue::is_contended() const {
    const std::lock_guard lock(mutex_);
    return waiting_.jobs.size() > waiting_.idle;
}

void ConnectionQueue::run(Line& line, Service service) {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            ++line.idle;
            line.arrived.wait(lock, [&] { return stopping_ || !line.jobs.empty(); });
            --line.idle;
            if (line.jobs.empty()) return;
            job = std::move(line.jobs.front());
            line.jobs.pop_front();
        }
        job(service);
    }
}

} // namespace orderdeck::server::http::socket
