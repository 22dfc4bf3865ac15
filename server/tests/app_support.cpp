#include "app_support.hpp"

#include <utility>

#include "unknot/store_memory/store_memory.hpp"

namespace unknot::server::testing {

namespace {

class ScriptedLog final : public LogHost {
 public:
  explicit ScriptedLog(std::shared_ptr<LogScript> script) : script_(std::move(script)) {}

  base::Result<std::unique_ptr<journal::Store>> open() override {
    ++script_->opened;
    if (script_->at_opening) return std::unexpected(*script_->at_opening);
    if (script_->identity.empty()) script_->identity = "1";
    return store_memory::make();
  }
  std::string identity() override { return script_->identity; }
  base::Result<void> may_forget(std::string_view) override {
    if (script_->at_forgetting) return std::unexpected(*script_->at_forgetting);
    return {};
  }
  base::Result<void> forget_rest(std::string_view person) override {
    ++script_->rests;
    if (person.empty()) script_->identity.clear();
    return {};
  }

 private:
  std::shared_ptr<LogScript> script_;
};

}  // namespace

std::string bundle_of(const std::string& header, const std::string& data) {
  std::string length;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    length += static_cast<char>(header.size() >> shift & 0xffU);
  }
  return "UNKNOTB1" + length + header + data;
}

const std::string& small_bundle() {
  static const std::string bytes = bundle_of(
      R"({"format":"unknot/bundle@1","files":[
      {"path":"/index.html","type":"text/html; charset=utf-8","sha256":"aa","immutable":false,
       "forms":{"identity":[0,10],"br":[10,3],"gzip":[13,4]}},
      {"path":"/assets/icon 1.png","type":"image/png","sha256":"bb","immutable":true,
       "forms":{"identity":[17,5]}}]})",
      "0123456789brrgzipimage");
  return bytes;
}

std::unique_ptr<Handler> app_with(std::shared_ptr<LogScript> script) {
  AppParts parts;
  parts.bundle = *Bundle::read(small_bundle());
  parts.port = 7370;
  parts.clock = [] { return *base::parse_instant("2026-11-22T08:00:00Z"); };
  parts.log = std::make_unique<ScriptedLog>(std::move(script));
  return make_app(std::move(parts));
}

Response ask(const Handler& app, Request request) {
  const std::string body = std::exchange(request.body, {});
  Ticket ticket = app.admit(request);
  if (ticket.answer) return std::move(*ticket.answer);
  request.body = body;
  if (ticket.known) {
    if (auto known = ticket.known(request)) return std::move(*known);
  }
  return ticket.work(request);
}

Request request(Method method, std::string path, std::string body) {
  Request out;
  out.method = method;
  const auto mark = path.find('?');
  if (mark != std::string::npos) out.query = path.substr(mark + 1);
  out.path = path.substr(0, mark);
  out.host = "localhost:7370";
  out.content_type = "application/json";
  out.body = std::move(body);
  return out;
}

std::string text_of(const Response& response) { return std::string(bytes_of(response.body)); }

}  // namespace unknot::server::testing
