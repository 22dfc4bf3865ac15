#pragma once
/// @file
/// One thread that talks to clients: its sockets, its connections, its clock. Nothing of a lane is
/// touched by another thread but stop() and post.

#include <atomic>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "types.hpp"
#include "unknot/server/server.hpp"
#include "workers.hpp"

namespace unknot::server {

class Connection;

/// What all lanes share.
struct Shared {
  explicit Shared(Settings all) : settings(std::move(all)) {}

  Settings settings;
  const Handler* handler = nullptr;
  std::atomic<std::size_t> connections{0};  ///< Of all lanes.
  std::atomic<std::uint64_t> bodies{0};     ///< Bytes of large bodies on their way.
  std::atomic<bool> out_of_time = false;    ///< The server ends: no further work is begun.
  Workers planning{2, 256};
  Workers log{1, 64};
};

class Lane {
 public:
  explicit Lane(Shared& shared);
  ~Lane();
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  [[nodiscard]] asio::io_context& context() { return context_; }
  [[nodiscard]] Executor executor() { return context_.get_executor(); }
  [[nodiscard]] Shared& shared() { return shared_; }
  [[nodiscard]] const Limits& limits() const { return shared_.settings.limits; }
  [[nodiscard]] bool stopping() const { return stopping_; }
  /// Now, as HTTP writes it; up to a second old.
  [[nodiscard]] std::string_view date() const { return date_; }

  /// Takes a socket that listens.
  void listen(Acceptor acceptor);
  /// Answers until it was stopped and nothing is in flight.
  void run();
  /// From any thread. The second time ends what is in flight.
  void stop();

  void enter(Connection& connection) {
    connections_.insert(&connection);
    ++shared_.connections;
  }
  void leave(Connection& connection) {
    connections_.erase(&connection);
    --shared_.connections;
  }

 private:
  Awaitable<void> accept_from(std::size_t which);
  Awaitable<void> keep_time();
  void take(Socket socket);
  void sweep();
  /// Closes the connection of this lane that has waited longest for its next request.
  bool close_an_idle_one();
  void tell_time();

  Shared& shared_;
  std::unordered_set<Connection*> connections_;  ///< Outlives the context, which owns them.
  asio::io_context context_{1};
  std::vector<Acceptor> acceptors_;
  Timer timer_;
  std::string date_;
  bool stopping_ = false;
  Clock::time_point last_moment_ = Clock::time_point::max();
};

}  // namespace unknot::server
