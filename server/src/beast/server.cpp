#include "unknot/server/server.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <thread>

#include "lane.hpp"

namespace unknot::server {

namespace {

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
using Signals = asio::basic_signal_set<Executor>;

constexpr unsigned most_threads = 4;
constexpr int tries_for_a_free_port = 20;
/// For files, the log and the machine's own.
constexpr std::size_t spare_descriptors = 64;

unsigned threads_for(const Settings& settings) {
  if (settings.threads > 0) return settings.threads;
  return std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
}

/// Connections are descriptors, of which a program is given few unless it asks.
void ask_for_descriptors(std::size_t connections) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = connections + spare_descriptors;
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min(wanted, limit.rlim_max);
  static_cast<void>(::setrlimit(RLIMIT_NOFILE, &limit));
}

base::Error not_listened(const ErrorCode& error, const Settings& settings) {
  const std::string port = std::to_string(settings.port);
  if (error == asio::error::address_in_use) {
    return base::fail(base::ErrorCode::contradiction, "--port", port,
                      "a port where nobody listens yet; 0 takes any free one")
        .error();
  }
  if (error == asio::error::access_denied) {
    return base::fail(base::ErrorCode::out_of_range, "--port", port,
                      "one that you may take, usually 1024 or more")
        .error();
  }
  return base::fail(base::ErrorCode::out_of_range, "--listen", settings.listen,
                    "an address of this machine (" + error.message() + ')')
      .error();
}

enum class Share : std::uint8_t { only_afterwards, at_once };

/// The first socket of an address is bound without sharing, so that a port somebody else has is
/// noticed even when they share it; only then it may be shared, by our own further ones.
ErrorCode bind(Acceptor& acceptor, const tcp::endpoint& at, Share share) {
  ErrorCode error;
  acceptor.open(at.protocol(), error);
  if (error) return error;
  acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (share == Share::at_once) acceptor.set_option(ReusePort(true), error);
  if (at.address().is_v6()) {
    acceptor.set_option(asio::ip::v6_only(at.address().is_loopback()), error);
  }
  acceptor.bind(at, error);
  if (!error) acceptor.set_option(ReusePort(true), error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  return error;
}

class BeastServer final : public Server {
 public:
  explicit BeastServer(Settings settings) : shared_(std::move(settings)) {
    ask_for_descriptors(shared_.settings.limits.connections);
    const unsigned threads = threads_for(shared_.settings);
    for (unsigned i = 0; i < threads; ++i) {
      lanes_.push_back(std::make_unique<Lane>(shared_));
    }
  }

  base::Result<void> take_port() {
    const auto& settings = shared_.settings;
    for (int i = 1;; ++i) {
      const ErrorCode error = settings.listen.empty() ? listen_at_home() : listen_where_told();
      if (!error) break;
      // Any port that is free on IPv4 may be taken on IPv6.
      if (settings.port != 0 || i == tries_for_a_free_port) {
        return std::unexpected(not_listened(error, settings));
      }
    }
    for (std::size_t which = 0; which < lanes_.size(); ++which) {
      for (auto& acceptor : taken_[which]) lanes_[which]->listen(std::move(acceptor));
    }
    return {};
  }

  std::uint16_t port() const override { return port_; }

  void run(const Handler& handler) override {
    std::signal(SIGPIPE, SIG_IGN);
    shared_.handler = &handler;
    Signals signals(lanes_.front()->executor(), SIGINT, SIGTERM, SIGHUP);
    wait_for(signals);
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < lanes_.size(); ++i) {
      threads.emplace_back([this, i] { lanes_[i]->run(); });
    }
    lanes_.front()->run();
    for (auto& thread : threads) thread.join();
  }

  void stop() override {
    for (auto& lane : lanes_) lane->stop();
  }

 private:
  void wait_for(Signals& signals) {
    signals.async_wait([this, &signals](const ErrorCode& error, int) {
      if (error) return;
      stop();
      wait_for(signals);
    });
  }

  ErrorCode listen_at_home() {
    taken_.clear();
    port_ = shared_.settings.port;
    if (const ErrorCode error = listen_on(asio::ip::address_v4::loopback())) return error;
    const ErrorCode error = listen_on(asio::ip::address_v6::loopback());
    // A machine without IPv6 is none the worse.
    return error == asio::error::address_in_use ? error : ErrorCode{};
  }

  ErrorCode listen_where_told() {
    taken_.clear();
    port_ = shared_.settings.port;
    ErrorCode error;
    const auto address = asio::ip::make_address(shared_.settings.listen, error);
    return error ? error : listen_on(address);
  }

  ErrorCode listen_on(const asio::ip::address& address) {
    taken_.resize(lanes_.size());
    for (std::size_t which = 0; which < lanes_.size(); ++which) {
      Acceptor acceptor(lanes_[which]->executor());
      const tcp::endpoint at(address, port_);
      const auto share = which == 0 ? Share::only_afterwards : Share::at_once;
      const ErrorCode error = bind(acceptor, at, share);
      if (error) return error;
      if (port_ == 0) port_ = acceptor.local_endpoint().port();
      taken_[which].push_back(std::move(acceptor));
    }
    return {};
  }

  Shared shared_;
  std::vector<std::unique_ptr<Lane>> lanes_;
  std::vector<std::vector<Acceptor>> taken_;  ///< By lane, until all of them are taken.
  std::uint16_t port_ = 0;
};

}  // namespace

base::Result<std::unique_ptr<Server>> Server::open(Settings settings) {
  auto server = std::make_unique<BeastServer>(std::move(settings));
  if (auto taken = server->take_port(); !taken) return std::unexpected(taken.error());
  return server;
}

}  // namespace unknot::server
