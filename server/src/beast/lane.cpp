#include "lane.hpp"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <cstdio>
#include <ctime>

#include "connection.hpp"

namespace unknot::server {

namespace {

constexpr std::chrono::milliseconds between_looks{500};
constexpr std::chrono::milliseconds between_last_looks{10};
/// After a failed accept, such as for want of descriptors: trying at once would spin.
constexpr std::chrono::milliseconds after_failure{100};

constexpr std::string_view no_room =
    "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\n"
    "Content-Length: 0\r\n\r\n";

Awaitable<void> talk(std::unique_ptr<Connection> connection) { co_await connection->run(); }

/// An exception is out of memory; its connection is gone and the others are not.
void ended(std::exception_ptr) {}

}  // namespace

Lane::Lane(Shared& shared) : shared_(shared), timer_(context_.get_executor()) { tell_time(); }

Lane::~Lane() = default;

void Lane::listen(Acceptor acceptor) { acceptors_.push_back(std::move(acceptor)); }

void Lane::run() {
  for (std::size_t i = 0; i < acceptors_.size(); ++i) {
    asio::co_spawn(executor(), accept_from(i), ended);
  }
  asio::co_spawn(executor(), keep_time(), ended);
  context_.run();
}

void Lane::stop() {
  asio::post(context_, [this] {
    last_moment_ = stopping_ ? Clock::now() : Clock::now() + limits().stop;
    stopping_ = true;
    for (auto& acceptor : acceptors_) acceptor.close();
    for (Connection* connection : connections_) {
      if (connection->idle()) connection->close();
    }
    timer_.cancel();
  });
}

Awaitable<void> Lane::accept_from(std::size_t which) {
  while (!stopping_) {
    auto [error, socket] = co_await acceptors_[which].async_accept(as_value);
    if (!error) {
      take(std::move(socket));
    } else if (!stopping_) {
      close_an_idle_one();
      Timer pause(executor(), after_failure);
      co_await pause.async_wait(as_value);
    }
  }
}

void Lane::take(Socket socket) {
  ErrorCode ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  if (shared_.connections >= limits().connections && !close_an_idle_one()) {
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(no_room), ignored);
    return;
  }
  asio::co_spawn(executor(), talk(std::make_unique<Connection>(*this, std::move(socket))), ended);
}

bool Lane::close_an_idle_one() {
  Connection* oldest = nullptr;
  for (Connection* one : connections_) {
    if (one->idle() && (oldest == nullptr || one->since() < oldest->since())) oldest = one;
  }
  if (oldest != nullptr) oldest->close();
  return oldest != nullptr;
}

Awaitable<void> Lane::keep_time() {
  while (!stopping_ || !connections_.empty()) {
    timer_.expires_after(stopping_ ? between_last_looks : between_looks);
    co_await timer_.async_wait(as_value);
    tell_time();
    sweep();
  }
  context_.stop();  // Nothing but waiting for signals is left.
}

void Lane::sweep() {
  const auto now = Clock::now();
  const bool all = now >= last_moment_;
  if (all) shared_.out_of_time = true;
  for (Connection* connection : connections_) {
    if (all) {
      connection->close();
    } else {
      connection->look_at(now);
    }
  }
}

void Lane::tell_time() {
  static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[64];
  std::snprintf(text, sizeof text, "%s, %02d %s %d %02d:%02d:%02d GMT",
                days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour,
                utc.tm_min, utc.tm_sec);
  date_ = text;
}

}  // namespace unknot::server
