#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace orderdeck::server::http::socket {

/// How a connection is to be treated by the thread that takes it.
enum class Service : unsigned char { full, shed };

/// A fixed number of threads for connections, a bounded line in front of them, and one thread that turns away what
/// the line cannot hold. Nothing waits without bound and nothing is dropped without an answer, up to a second bound at
/// which only closing is left.
class ConnectionQueue {
public:
    using Job = std::function<void(Service)>;

    ConnectionQueue(std::size_t threads, std::size_t limit);
    ~ConnectionQueue() { shut_down(); }

    /// False when even the line of those to be turned away is full.
    bool push(Job job);
    /// Runs what is queued, then ends the threads.
    void shut_down();

    /// Whether connections wait although no thread is free: idle keep-alive connections then make room.
    bool is_contended() const;

private:
    struct Line {
        std::deque<Job> jobs;
        std::condition_variable arrived;
        std::size_t idle = 0; ///< threads that wait for a job
    };

    void run(Line& line, Service service);

    std::size_t limit_;
    mutable std::mutex mutex_;
    Line waiting_;
    Line refused_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace orderdeck::server::http::socket
