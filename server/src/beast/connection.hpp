#pragma once
/// @file
/// One client: reads requests, has them answered, writes the answers.

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "lane.hpp"

namespace unknot::server {

class Connection {
 public:
  Connection(Lane& lane, Socket socket);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Talks until one side has enough.
  Awaitable<void> run();

  /// Called twice a second: what has taken too long is given up.
  void look_at(Clock::time_point now);
  [[nodiscard]] bool idle() const { return state_ == State::idle; }
  [[nodiscard]] Clock::time_point since() const { return since_; }
  /// Gives up whatever it is doing.
  void close();

 private:
  enum class State : std::uint8_t {
    idle,     ///< Waits for a request to begin.
    reading,  ///< Gets one.
    working,  ///< Others are at work for it.
    writing,
  };
  enum class Next : std::uint8_t { go_on, close };
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  // g++ 12 makes wrong code of some coroutines. So no co_await stands in a condition, and what is
  // handed to these has a name: no temporary lives across an await.
  Awaitable<bool> request_begins();
  Awaitable<Next> exchange();
  Awaitable<Next> answer_whole(Ticket& ticket);
  Awaitable<Next> refuse(ErrorCode error);
  Awaitable<ErrorCode> read_body(std::uint64_t limit);
  Awaitable<void> work(Ticket& ticket, Response& response);
  Awaitable<void> work_elsewhere(Ticket& ticket, Workers& workers, Response& response);
  Awaitable<Next> write(Response& response, Next next);
  Awaitable<ErrorCode> write_file(const FilePiece& piece);
  Awaitable<ErrorCode> write_all(std::string_view bytes);
  Awaitable<void> part();

  void allow(State state, std::chrono::milliseconds time);
  void take_head();
  [[nodiscard]] Ticket admitted() const;
  [[nodiscard]] std::optional<Response> wrong_head() const;
  void log(const Response& response) const;

  Lane& lane_;
  Socket socket_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Request request_;
  std::string head_;
  State state_ = State::idle;
  bool timed_out_ = false;
  bool was_used_ = false;
  Clock::time_point since_;
  Clock::time_point deadline_;
};

}  // namespace unknot::server
