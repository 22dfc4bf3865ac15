#include <boost/asio/co_spawn.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include "types.hpp"
#include "unknot/server/server.hpp"

namespace unknot::server {

namespace {

namespace http = boost::beast::http;
using Answer = http::response_parser<http::string_body>;

constexpr std::uint64_t most_bytes = std::uint64_t{16} << 20U;

struct Question {
  tcp::endpoint at;
  std::string host;
  std::string path;
};

Awaitable<ErrorCode> asked(Socket& socket, const Question& question, Answer& answer) {
  auto [failed] = co_await socket.async_connect(question.at, as_value);
  if (failed) co_return failed;
  http::request<http::empty_body> request(http::verb::get, question.path, 11);
  request.set(http::field::host, question.host);
  request.keep_alive(false);
  auto [not_sent, sent] = co_await http::async_write(socket, request, as_value);
  if (not_sent) co_return not_sent;
  boost::beast::flat_buffer buffer;
  answer.body_limit(most_bytes);
  auto [not_read, read] = co_await http::async_read(socket, buffer, answer, as_value);
  co_return not_read;
}

}  // namespace

base::Result<Fetched> fetch(const std::string& address, std::uint16_t port, const std::string& path,
                            std::chrono::milliseconds patience) {
  asio::io_context context(1);
  Socket socket(context);
  Answer answer;
  ErrorCode outcome = asio::error::timed_out;
  const auto brackets = address.find(':') == std::string::npos ? address : '[' + address + ']';
  const Question question{
      {asio::ip::make_address(address), port}, brackets + ':' + std::to_string(port), path};
  asio::co_spawn(context, asked(socket, question, answer),
                 [&outcome](const std::exception_ptr&, ErrorCode error) { outcome = error; });
  context.run_for(patience);
  if (outcome) {
    const bool nobody = outcome == asio::error::connection_refused;
    return base::fail(nobody ? base::ErrorCode::store_broken : base::ErrorCode::store_busy,
                      question.host, outcome.message(), "");
  }
  auto& message = answer.get();
  const auto type = message[http::field::content_type];
  return Fetched{static_cast<int>(message.result_int()), std::string(type.data(), type.size()),
                 std::move(message.body())};
}

}  // namespace unknot::server
