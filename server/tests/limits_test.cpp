/// Time and room over real sockets, with limits short enough to wait for.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "unknot/server/server.hpp"

namespace unknot::server {
namespace {

using std::chrono::milliseconds;

/// Answers at once, or on a worker that waits until it is let go.
class Slow final : public Handler {
 public:
  Ticket admit(const Request& head) const override {
    Ticket ticket;
    if (head.path == "/now") {
      ticket.answer = Response{.status = 200, .fixed = {}, .lines = {}, .body = std::string("now")};
      return ticket;
    }
    ticket.where = Where::log;
    ticket.body_limit = 100;
    ticket.work = [this](const Request& whole) {
      std::unique_lock lock(mutex);
      ++working;
      changed.notify_all();
      changed.wait(lock, [this] { return let_go; });
      return Response{.status = 200, .fixed = {}, .lines = {}, .body = "got " + whole.body};
    };
    return ticket;
  }

  void go() {
    const std::lock_guard lock(mutex);
    let_go = true;
    changed.notify_all();
  }
  void wait_for_work() {
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return working > 0; });
  }

  mutable std::mutex mutex;
  mutable std::condition_variable changed;
  mutable int working = 0;
  bool let_go = false;
};

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    connected = ::connect(socket_, reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0;
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void send(std::string_view text) const {
    EXPECT_EQ(::send(socket_, text.data(), text.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(text.size()));
  }
  /// What comes until the server closes, or until it holds `end`.
  [[nodiscard]] std::string read(std::string_view end = {}) const {
    std::string out;
    char buffer[4096];
    for (;;) {
      const auto count = ::recv(socket_, buffer, sizeof buffer, 0);
      if (count <= 0) return out;
      out.append(buffer, static_cast<std::size_t>(count));
      if (!end.empty() && out.find(end) != std::string::npos) return out;
    }
  }

  bool connected = false;

 private:
  int socket_;
};

class LimitsTest : public testing::Test {
 protected:
  void start(const std::function<void(Settings&)>& change = {}) {
    Settings settings;
    settings.port = 0;
    settings.threads = 1;
    settings.limits.head = milliseconds(300);
    settings.limits.request = milliseconds(300);
    settings.limits.idle = milliseconds(300);
    if (change) change(settings);
    auto opened = Server::open(std::move(settings));
    ASSERT_TRUE(opened) << sentence(opened.error());
    server = std::move(*opened);
    thread = std::thread([this] { server->run(handler); });
  }
  void TearDown() override {
    handler.go();
    if (!thread.joinable()) return;
    server->stop();
    thread.join();
  }
  [[nodiscard]] std::uint16_t port() const { return server->port(); }

  Slow handler;
  std::unique_ptr<Server> server;
  std::thread thread;
};

bool has(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

const std::string get_now = "GET /now HTTP/1.1\r\nHost: a\r\n\r\n";

TEST_F(LimitsTest, a_slow_head_is_told_so) {
  start();
  const Client client(port());
  client.send("GET /now HTTP/1.1\r\nHost:");
  EXPECT_TRUE(client.read().starts_with("HTTP/1.1 408 "));
}

TEST_F(LimitsTest, a_slow_body_is_told_so) {
  start();
  const Client client(port());
  client.send("POST /work HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12");
  EXPECT_TRUE(client.read().starts_with("HTTP/1.1 408 "));
}

TEST_F(LimitsTest, who_asks_nothing_is_left) {
  start();
  const Client silent(port());
  EXPECT_EQ(silent.read(), "");
  const Client idle(port());
  idle.send(get_now);
  EXPECT_TRUE(idle.read().ends_with("\r\n\r\nnow")) << "closed after a while";
}

TEST_F(LimitsTest, room_for_a_new_one_is_made_by_an_idle_one) {
  start([](Settings& settings) {
    settings.limits.connections = 2;
    settings.limits.idle = milliseconds(60'000);
    settings.limits.head = milliseconds(60'000);
  });
  const Client first(port());
  first.send(get_now);
  EXPECT_TRUE(has(first.read("now"), " 200 OK"));
  const Client second(port());
  second.send("GET /now HTTP/1.1\r\n");
  std::this_thread::sleep_for(milliseconds(50));
  const Client third(port());
  third.send(get_now);
  EXPECT_TRUE(has(third.read("now"), " 200 OK"));
  EXPECT_EQ(first.read(), "") << "it was closed";
  third.send("GET /now HTTP/1.1\r\n");
  std::this_thread::sleep_for(milliseconds(50));
  const Client fourth(port());
  EXPECT_TRUE(has(fourth.read(), " 503 ")) << "nobody is idle";
}

TEST_F(LimitsTest, what_is_in_flight_is_finished) {
  start([](Settings& settings) { settings.limits.idle = milliseconds(60'000); });
  const Client idle(port());
  idle.send(get_now);
  EXPECT_TRUE(has(idle.read("now"), " 200 OK"));
  const Client busy(port());
  busy.send("POST /work HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nme");
  handler.wait_for_work();
  server->stop();
  EXPECT_EQ(idle.read(), "");
  std::this_thread::sleep_for(milliseconds(50));
  EXPECT_FALSE(Client(port()).connected) << "nobody new is taken";
  handler.go();
  const std::string answer = busy.read();
  EXPECT_TRUE(has(answer, "Connection: close")) << answer;
  EXPECT_TRUE(answer.ends_with("got me"));
  thread.join();
}

TEST_F(LimitsTest, ending_takes_no_longer_than_it_may) {
  start([](Settings& settings) {
    settings.limits.stop = milliseconds(200);
    settings.limits.head = milliseconds(60'000);
  });
  const Client slow(port());
  slow.send("GET /now HTTP/1.1\r\n");
  std::this_thread::sleep_for(milliseconds(50));
  const auto before = std::chrono::steady_clock::now();
  server->stop();
  thread.join();
  EXPECT_LT(std::chrono::steady_clock::now() - before, milliseconds(2000));
}

TEST_F(LimitsTest, two_cannot_have_one_port) {
  start();
  Settings again;
  again.port = port();
  const auto second = Server::open(again);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().field, "--port");
  Settings nowhere;
  nowhere.listen = "nowhere";
  ASSERT_FALSE(Server::open(nowhere));
  EXPECT_EQ(Server::open(nowhere).error().field, "--listen");
}

TEST_F(LimitsTest, too_many_waiting_are_told_to_come_later) {
  start();
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 80; ++i) {
    clients.push_back(std::make_unique<Client>(port()));
    clients.back()->send("GET /work HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  }
  handler.wait_for_work();
  std::this_thread::sleep_for(milliseconds(200));
  handler.go();
  int good = 0;
  int later = 0;
  for (const auto& client : clients) {
    const std::string answer = client->read();
    good += has(answer, " 200 OK") ? 1 : 0;
    later += has(answer, " 503 ") && has(answer, "Retry-After: 1") ? 1 : 0;
  }
  EXPECT_EQ(good + later, 80);
  EXPECT_GE(good, 64);
  EXPECT_GT(later, 0);
}

}  // namespace
}  // namespace unknot::server
