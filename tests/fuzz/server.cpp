/// Heads and bodies of requests as an app takes them, and bundles: whatever the bytes, there is an
/// answer whose head no value breaks out of, and nobody else's page is heard.
///
/// A line is a field of the request, as named below; the first empty line begins the body. What
/// begins like a bundle is read as one.

#include <array>
#include <cstdint>

#include "heads.hpp"
#include "unknot/base/check.hpp"
#include "unknot/base/text.hpp"
#include "unknot/server/app.hpp"
#include "unknot/store_memory/store_memory.hpp"

namespace unknot::fuzz {

namespace {

using server::Method;
using server::Request;
using server::Response;

class MemoryLog final : public server::LogHost {
 public:
  base::Result<std::unique_ptr<journal::Store>> open() override { return store_memory::make(); }
  std::string identity() override { return "one"; }
  base::Result<void> may_forget(std::string_view) override { return {}; }
  base::Result<void> forget_rest(std::string_view) override { return {}; }
};

constexpr std::string_view header =
    R"({"format":"unknot/bundle@1","files":[{"path":"/index.html","type":"text/html",)"
    R"("sha256":"aa","immutable":false,"forms":{"identity":[0,6],"br":[6,2]}}]})";

std::unique_ptr<server::Handler> app() {
  server::AppParts parts;
  static const std::string bytes = [] {
    std::string out = "UNKNOTB1";
    for (unsigned shift = 0; shift < 32; shift += 8) {
      out += static_cast<char>(header.size() >> shift & 0xffU);
    }
    return out.append(header) + "0123456789";
  }();
  parts.bundle = *server::Bundle::read(bytes);
  parts.port = 7370;
  parts.clock = [] { return *base::parse_instant("2026-11-22T08:00:00Z"); };
  parts.log = std::make_unique<MemoryLog>();
  return server::make_app(std::move(parts));
}

Request request_of(std::string_view text) {
  Request out;
  const std::array<std::string*, 11> fields{&out.path,
                                            &out.query,
                                            &out.host,
                                            &out.origin,
                                            &out.fetch_site,
                                            &out.content_type,
                                            &out.content_encoding,
                                            &out.accept_encoding,
                                            &out.if_none_match,
                                            &out.if_range,
                                            &out.range};
  const auto end = std::min(text.find("\n\n"), text.size());
  const auto lines = base::split(text.substr(0, end), '\n');
  out.method = static_cast<Method>(lines[0].size() % 5);
  for (std::size_t i = 1; i < lines.size() && i <= fields.size(); ++i) *fields[i - 1] = lines[i];
  if (end < text.size()) out.body = text.substr(end + 2);
  return out;
}

void judge(const Request& asked, const Response& answer) {
  UNKNOT_CHECK(server::reason_of(answer.status) != "Unknown");
  std::string head;
  server::write_head(answer, {.date = "now", .keep = true, .said_keep = false}, head);
  // Lines end in CR LF and nothing else, and an empty one stands at the end alone.
  UNKNOT_CHECK(head.find("\r\n\r\n") == head.size() - 4);
  for (std::size_t at = head.find('\n'); at != std::string::npos; at = head.find('\n', at + 1)) {
    UNKNOT_CHECK(head[at - 1] == '\r');
  }
  const bool foreign =
      !asked.origin.empty() && asked.path.starts_with("/api/") &&
      base::lower_ascii(asked.origin).find(base::lower_ascii(asked.host)) == std::string::npos;
  if (foreign) UNKNOT_CHECK(answer.status == 403 || answer.status == 421);
}

void ask(std::string_view text) {
  static const auto handler = app();
  Request asked = request_of(text);
  const std::string body = std::move(asked.body);
  asked.body.clear();
  server::Ticket ticket = handler->admit(asked);
  if (ticket.answer) {
    judge(asked, *ticket.answer);
  } else if (body.size() <= ticket.body_limit) {
    asked.body = body;
    judge(asked, ticket.work(asked));
  }
}

}  // namespace

}  // namespace unknot::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (text.starts_with("UNKNOTB")) {
    const auto bundle = unknot::server::Bundle::read(text);
    if (bundle) UNKNOT_CHECK(bundle->size() <= size);
  } else {
    unknot::fuzz::ask(text);
  }
  return 0;
}
