#include "connection.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/read.hpp>

#include "../heads.hpp"
#include "../problem.hpp"
#include "unknot/base/text.hpp"

namespace unknot::server {

namespace http = boost::beast::http;

namespace {

constexpr std::size_t first_read = 1024;
constexpr std::size_t most_kept = std::size_t{8} << 10U;  ///< Of a buffer, between two requests.
constexpr std::size_t block = std::size_t{256} << 10U;    ///< Of an answer, written at once.
constexpr std::uint64_t large_body = std::uint64_t{1} << 20U;
constexpr std::chrono::milliseconds parting{2000};
constexpr std::size_t most_thrown_away = std::size_t{1} << 20U;
constexpr std::string_view go_on_line = "HTTP/1.1 100 Continue\r\n\r\n";

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

template <class Fields, class Name>
void take_field(const Fields& fields, Name name, std::string& out) {
  out.clear();
  const auto [begin, end] = fields.equal_range(name);
  for (auto field = begin; field != end; ++field) {
    if (!out.empty()) out += ", ";
    out += view(field->value());
  }
}

Method method_of(http::verb verb) {
  switch (verb) {
    case http::verb::get: return Method::get;
    case http::verb::head: return Method::head;
    case http::verb::post: return Method::post;
    case http::verb::delete_: return Method::remove;
    default: return Method::other;
  }
}

/// Bytes that a large body has taken, until it is gone.
class Share {
 public:
  Share(std::atomic<std::uint64_t>& all, std::uint64_t bytes) : all_(all), bytes_(bytes) {
    before_ = all_.fetch_add(bytes_);
  }
  ~Share() { all_.fetch_sub(bytes_); }
  Share(const Share&) = delete;
  Share& operator=(const Share&) = delete;
  [[nodiscard]] bool fits(std::uint64_t most) const {
    return bytes_ == 0 || before_ + bytes_ <= most;
  }

 private:
  std::atomic<std::uint64_t>& all_;
  std::uint64_t bytes_;
  std::uint64_t before_ = 0;
};

Response too_slow() { return problem(408, "too_slow", "The request took too long."); }

Response mistake() { return problem(500, "mistake", "The server has made a mistake."); }

Response too_large(std::uint64_t most) {
  return problem(413, "body_too_large", "At most " + std::to_string(most) + " bytes are taken.");
}

/// What a client is told whose request could not be read; nothing when it is gone.
std::optional<Response> refusal_of(const ErrorCode& error, std::uint32_t head_bytes) {
  const bool of_http = error.category() == make_error_code(http::error::bad_method).category();
  if (!of_http || error == http::error::end_of_stream || error == http::error::partial_message) {
    return std::nullopt;
  }
  if (error == http::error::header_limit) {
    return problem(431, "head_too_large",
                   "At most " + std::to_string(head_bytes) + " bytes of header are taken.");
  }
  if (error == http::error::body_limit) {
    return problem(413, "body_too_large", "The body is too large.");
  }
  if (error == http::error::bad_version) {
    return problem(505, "version_unknown", "This server speaks HTTP/1.1.");
  }
  return problem(400, "request_malformed", "This is no HTTP request.");
}

Response guarded(const std::function<Response(const Request&)>& work, const Request& request) {
  try {
    return work(request);
  } catch (const std::exception&) {
    return mistake();
  }
}

}  // namespace

Connection::Connection(Lane& lane, Socket socket)
    : lane_(lane), socket_(std::move(socket)), since_(Clock::now()) {
  allow(State::idle, lane.limits().head);
  lane_.enter(*this);
}

Connection::~Connection() { lane_.leave(*this); }

void Connection::allow(State state, std::chrono::milliseconds time) {
  state_ = state;
  since_ = Clock::now();
  deadline_ = since_ + time;
}

void Connection::close() {
  ErrorCode ignored;
  socket_.close(ignored);
}

// A request that comes too slowly is told so; whoever does not ask or does not listen is not.
void Connection::look_at(Clock::time_point now) {
  if (now < deadline_ || state_ == State::working) return;
  if (state_ != State::reading) {
    close();
    return;
  }
  timed_out_ = true;
  ErrorCode ignored;
  socket_.cancel(ignored);
}

Awaitable<void> Connection::run() {
  for (;;) {
    const bool begins = co_await request_begins();
    if (!begins) co_return;
    const Next next = co_await exchange();
    if (next == Next::close) break;
    was_used_ = true;
    parser_.reset();
    if (buffer_.size() == 0 && buffer_.capacity() > most_kept) buffer_ = {};
  }
  co_await part();
}

Awaitable<bool> Connection::request_begins() {
  if (buffer_.size() > 0) co_return true;
  if (lane_.stopping()) co_return false;
  allow(State::idle, was_used_ ? lane_.limits().idle : lane_.limits().head);
  auto [error, count] = co_await socket_.async_read_some(buffer_.prepare(first_read), as_value);
  if (error) co_return false;
  buffer_.commit(count);
  co_return true;
}

Awaitable<Connection::Next> Connection::exchange() {
  allow(State::reading, lane_.limits().head);
  request_.method = Method::other;
  request_.path.clear();
  parser_.emplace();
  parser_->header_limit(lane_.limits().head_bytes);
  parser_->body_limit(boost::none);
  auto [error, count] = co_await http::async_read_header(socket_, buffer_, *parser_, as_value);
  if (error) co_return co_await refuse(error);
  auto wrong = wrong_head();
  if (wrong) co_return co_await write(*wrong, Next::close);
  take_head();
  Ticket ticket = admitted();
  if (!ticket.answer) co_return co_await answer_whole(ticket);
  const Next next = parser_->is_done() ? Next::go_on : Next::close;
  co_return co_await write(*ticket.answer, next);
}

Ticket Connection::admitted() const {
  try {
    return lane_.shared().handler->admit(request_);
  } catch (const std::exception&) {
    Ticket out;
    out.answer = mistake();
    return out;
  }
}

// Everything that needs all of the request.
Awaitable<Connection::Next> Connection::answer_whole(Ticket& ticket) {
  const auto length = parser_->content_length();
  const std::uint64_t expected = length ? *length : parser_->chunked() ? ticket.body_limit : 0;
  const Share share(lane_.shared().bodies, expected > large_body ? expected : 0);
  Response response;
  if (expected > ticket.body_limit) {
    response = too_large(ticket.body_limit);
    co_return co_await write(response, Next::close);
  }
  if (!share.fits(lane_.limits().bodies)) {
    response = problem(503, "busy", "Too much is being sent at once.");
    co_return co_await write(response, Next::close);
  }
  if (!parser_->is_done()) {
    const ErrorCode error = co_await read_body(ticket.body_limit);
    if (error) co_return co_await refuse(error);
    request_.body = std::move(parser_->get().body());
  }
  auto known = ticket.known ? ticket.known(request_) : std::nullopt;
  if (known) {
    co_return co_await write(*known, Next::go_on);
  }
  state_ = State::working;
  co_await work(ticket, response);
  request_.body = {};
  co_return co_await write(response, Next::go_on);
}

Awaitable<ErrorCode> Connection::read_body(std::uint64_t limit) {
  allow(State::reading, lane_.limits().request);
  parser_->body_limit(limit);
  if (boost::beast::iequals(parser_->get()[http::field::expect], "100-continue")) {
    const ErrorCode error = co_await write_all(go_on_line);
    if (error) co_return error;
  }
  auto [error, count] = co_await http::async_read(socket_, buffer_, *parser_, as_value);
  co_return error;
}

Awaitable<void> Connection::work(Ticket& ticket, Response& response) {
  if (ticket.where == Where::here) {
    response = guarded(ticket.work, request_);
    co_return;
  }
  Workers& workers = ticket.where == Where::log ? lane_.shared().log : lane_.shared().planning;
  if (workers.full()) {
    response = problem(503, "busy", "Too many are asking at once.");
  } else {
    co_await work_elsewhere(ticket, workers, response);
  }
}

Awaitable<void> Connection::work_elsewhere(Ticket& ticket, Workers& workers, Response& response) {
  const auto begin = [&](auto resume) {
    workers.take([this, &ticket, &response, resume = std::move(resume)]() mutable {
      response = lane_.shared().out_of_time ? problem(503, "ending", "The server is ending.")
                                            : guarded(ticket.work, request_);
      asio::post(lane_.executor(), std::move(resume));
    });
  };
  co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(
      begin, asio::use_awaitable_t<Executor>{});
}

// Whoever hangs up gets no answer; what is no HTTP gets one and is heard no further.
Awaitable<Connection::Next> Connection::refuse(ErrorCode error) {
  auto refusal =
      timed_out_ ? std::optional(too_slow()) : refusal_of(error, lane_.limits().head_bytes);
  if (!refusal) {
    close();
    co_return Next::close;
  }
  co_return co_await write(*refusal, Next::close);
}

// What the parser lets pass and two readers could take in two ways.
std::optional<Response> Connection::wrong_head() const {
  const auto& head = parser_->get();
  const auto bad = [](std::string_view what) { return problem(400, "request_malformed", what); };
  if (head.version() != 10 && head.version() != 11) {
    return problem(505, "version_unknown", "This server speaks HTTP/1.1.");
  }
  const auto hosts = head.count(http::field::host);
  if (hosts > 1 || (hosts == 0 && head.version() == 11)) return bad("There must be one Host.");
  if (head.count(http::field::content_length) > 1) return bad("There are two lengths.");
  const auto coding = head[http::field::transfer_encoding];
  if (!coding.empty()) {
    if (head.version() == 10 || head.count(http::field::content_length) > 0) {
      return bad("There are two ways to tell the length.");
    }
    if (!boost::beast::iequals(coding, "chunked")) {
      return problem(501, "coding_unknown", "Of transfer codings only chunked is known.");
    }
  }
  const auto expects = head[http::field::expect];
  if (!expects.empty() && !boost::beast::iequals(expects, "100-continue")) {
    return problem(417, "expectation_unknown", "Nothing but 100-continue can be expected.");
  }
  if (!view(head.target()).starts_with('/')) return bad("The target must begin with a slash.");
  return std::nullopt;
}

void Connection::take_head() {
  const auto& head = parser_->get();
  request_.method = method_of(head.method());
  const std::string_view target = view(head.target());
  const auto mark = std::min(target.find('?'), target.size());
  request_.path.assign(target.substr(0, mark));
  request_.query.assign(target.substr(std::min(mark + 1, target.size())));
  take_field(head, http::field::host, request_.host);
  take_field(head, http::field::origin, request_.origin);
  take_field(head, boost::beast::string_view("Sec-Fetch-Site"), request_.fetch_site);
  take_field(head, http::field::content_type, request_.content_type);
  take_field(head, http::field::content_encoding, request_.content_encoding);
  take_field(head, http::field::accept_encoding, request_.accept_encoding);
  take_field(head, http::field::if_none_match, request_.if_none_match);
  take_field(head, http::field::if_range, request_.if_range);
  take_field(head, http::field::range, request_.range);
}

Awaitable<Connection::Next> Connection::write(Response& response, Next next) {
  if (lane_.stopping()) next = Next::close;
  const bool old = parser_ && parser_->is_header_done() && parser_->get().version() == 10;
  if (next == Next::go_on && !parser_->get().keep_alive()) next = Next::close;
  write_head(response, {lane_.date(), next == Next::go_on, old}, head_);
  log(response);
  allow(State::writing, lane_.limits().write);
  const bool bodiless = request_.method == Method::head || !has_body(response.status);
  if (const auto* piece = std::get_if<FilePiece>(&response.body); piece && !bodiless) {
    ErrorCode failed = co_await write_all(head_);
    if (!failed) failed = co_await write_file(*piece);
    co_return failed ? Next::close : next;
  }
  const std::string_view body = bodiless ? std::string_view() : bytes_of(response.body);
  const std::string_view first = body.substr(0, block);
  const std::array<asio::const_buffer, 2> buffers{asio::buffer(head_), asio::buffer(first)};
  auto [error, count] = co_await asio::async_write(socket_, buffers, as_value);
  ErrorCode failed = error;
  if (!failed && body.size() > first.size()) failed = co_await write_all(body.substr(block));
  if (failed) close();
  co_return failed ? Next::close : next;
}

Awaitable<ErrorCode> Connection::write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view some = bytes.substr(0, block);
    if (state_ == State::writing) allow(State::writing, lane_.limits().write);
    auto [error, count] = co_await asio::async_write(socket_, asio::buffer(some), as_value);
    if (error) co_return error;
    bytes.remove_prefix(some.size());
  }
  co_return ErrorCode{};
}

// A file that became shorter since its length was told cannot be answered any more.
Awaitable<ErrorCode> Connection::write_file(const FilePiece& piece) {
  std::string some(std::min<std::uint64_t>(piece.length, block / 4), '\0');
  std::uint64_t sent = 0;
  while (sent < piece.length) {
    const auto wanted = std::min<std::uint64_t>(some.size(), piece.length - sent);
    const auto got = ::pread(piece.file->descriptor(), some.data(), wanted,
                             static_cast<off_t>(piece.offset + sent));
    if (got <= 0) {
      close();
      co_return make_error_code(boost::system::errc::io_error);
    }
    const auto count = static_cast<std::size_t>(got);
    const ErrorCode error = co_await write_all(std::string_view(some.data(), count));
    if (error) co_return error;
    sent += count;
  }
  co_return ErrorCode{};
}

// Closing at once with bytes unread would take the answer away from the client (RFC 9112, 9.6).
Awaitable<void> Connection::part() {
  ErrorCode ignored;
  if (!socket_.is_open()) co_return;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  buffer_.clear();
  allow(State::writing, parting);
  for (std::size_t thrown_away = 0; thrown_away < most_thrown_away;) {
    auto [error, count] = co_await socket_.async_read_some(buffer_.prepare(block / 16), as_value);
    if (error) break;
    thrown_away += count;
  }
  close();
}

void Connection::log(const Response& response) const {
  const auto& access = lane_.shared().settings.access;
  if (!access) return;
  const bool known = !request_.path.empty();
  const std::string method = known ? std::string(view(parser_->get().method_string())) : "-";
  access(base::printable(method + ' ' + (known ? request_.path : "-") + ' ' +
                         std::to_string(response.status)));
}

}  // namespace unknot::server
