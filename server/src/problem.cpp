#include "problem.hpp"

#include "unknot/base/json.hpp"

namespace unknot::server {

namespace {

constexpr std::string_view problem_lines =
    "Content-Type: application/problem+json\r\nCache-Control: no-store\r\n";
constexpr std::string_view json_lines =
    "Content-Type: application/json\r\nCache-Control: no-store\r\n";

/// The first members of every problem. Nothing is behind the type but the status itself; programs
/// go by `code`.
base::JsonWriter begin(int status, std::string_view code, std::string_view detail) {
  base::JsonWriter out;
  out.begin_object().key("type").string("about:blank").key("title").string(reason_of(status));
  out.key("status").number(status).key("detail").string(detail).key("code").string(code);
  return out;
}

Response with(int status, base::JsonWriter out) {
  Response response{.status = status, .fixed = problem_lines, .body = out.end_object().take()};
  if (status == 503) add_line(response, "Retry-After", "1");
  return response;
}

}  // namespace

Response problem(int status, std::string_view code, std::string_view detail) {
  return with(status, begin(status, code, detail));
}

Response problem(const base::Error& error, int status) {
  const auto& row = base::row_of(error.code);
  if (status == 0) status = row.http_status;
  auto out = begin(status, row.name, base::sentence(error));
  out.key("field").string(error.field).key("value").string(error.value);
  out.key("expected").string(error.expected);
  return with(status, std::move(out));
}

Response json_answer(Body json) {
  return {.status = 200, .fixed = json_lines, .lines = {}, .body = std::move(json)};
}

}  // namespace unknot::server
