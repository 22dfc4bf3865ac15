#pragma once
/// @file
/// Requests and answers as the server thinks of them. What speaks HTTP on a socket stands behind
/// these types and nowhere else (src/beast).

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace unknot::server {

enum class Method : std::uint8_t { get, head, post, remove, other };

/// The fields of a request that are looked at. A header that came several times is joined by ", ";
/// one that did not come is empty.
struct Request {
  Method method = Method::other;
  std::string path;   ///< As sent, up to the question mark.
  std::string query;  ///< As sent, behind it.
  std::string host;
  std::string origin;
  std::string fetch_site;  ///< Sec-Fetch-Site
  std::string content_type;
  std::string content_encoding;
  std::string accept_encoding;
  std::string if_none_match;
  std::string if_range;
  std::string range;
  std::string body;  ///< Empty until the ticket asked for it.
};

/// A file that stays open as long as somebody needs it, so that one which is replaced meanwhile is
/// read to its end.
class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

struct FilePiece {
  std::shared_ptr<const OpenFile> file;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

/// A view is of bytes that live as long as the server.
using Body =
    std::variant<std::string, std::string_view, std::shared_ptr<const std::string>, FilePiece>;

[[nodiscard]] std::uint64_t length_of(const Body& body);
/// The bytes of a body that is no file.
[[nodiscard]] std::string_view bytes_of(const Body& body);

struct Response {
  int status = 200;
  std::string_view fixed;  ///< Header lines made once, each with its line end; live as the server.
  std::string lines;       ///< Further ones.
  Body body;
};

/// Adds a header line. A value that would break out of its line is left away.
void add_line(Response& response, std::string_view name, std::string_view value);

/// Who does the work of a request.
enum class Where : std::uint8_t {
  here,      ///< The thread that talks to the client: microseconds.
  planning,  ///< Milliseconds of computing.
  log,       ///< The one thread that reads and writes the log.
};

/// What is to be done about a request, decided by its head alone.
struct Ticket {
  std::optional<Response> answer;  ///< It is answered; whatever else it sends is not read.
  std::uint64_t body_limit = 0;    ///< Bytes that its body may have.
  Where where = Where::here;
  /// Looks, on the talking thread, whether the answer is known already; may be empty.
  std::function<std::optional<Response>(const Request&)> known;
  std::function<Response(const Request&)> work;  ///< Called once the body is there.
};

/// Answers requests. Called from several threads at once.
class Handler {
 public:
  Handler() = default;
  Handler(const Handler&) = delete;
  Handler& operator=(const Handler&) = delete;
  virtual ~Handler() = default;

  [[nodiscard]] virtual Ticket admit(const Request& head) const = 0;
};

/// The words that go with a status, such as `Not Found`.
[[nodiscard]] std::string_view reason_of(int status);

}  // namespace unknot::server
