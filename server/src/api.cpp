#include "api.hpp"

#include <algorithm>
#include <array>

#include "answers.hpp"
#include "problem.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/text.hpp"

namespace unknot::server {

using base::Json;

namespace {

constexpr std::uint64_t most_request = std::uint64_t{1} << 20;
constexpr std::uint64_t most_records = std::uint64_t{64} << 20;
constexpr std::size_t most_answers = std::size_t{4} << 20;
constexpr std::string_view plan_path = "/plan";
constexpr std::string_view list_root = "/list/";

Ticket answered(Response response) {
  Ticket out;
  out.answer = std::move(response);
  return out;
}

/// A request that says its time is answered alike whenever it is asked.
bool says_its_time(std::string_view request) {
  const auto document = base::parse_json(request);
  const Json* now = document ? document->find("now") : nullptr;
  return now != nullptr && now->kind == Json::Kind::string;
}

Response planned(const Request& request, const coach::Context& context, Answers& answers) {
  auto planned = coach::plan(request.body, knowledge::embedded_pack(), context);
  if (!planned) return problem(planned.error());
  auto json = std::make_shared<const std::string>(std::move(planned->json));
  if (says_its_time(request.body)) answers.keep(request.body, json);
  return json_answer(std::move(json));
}

std::optional<Response> planned_before(const Request& request, const Answers& answers) {
  auto json = answers.find(request.body);
  if (json == nullptr) return std::nullopt;
  Response out = json_answer(std::move(json));
  add_line(out, "Cache-Status", "unknot; hit");
  return out;
}

std::optional<std::string> member(const Json& document, std::string_view name) {
  const Json* found = document.find(name);
  if (found == nullptr) return std::nullopt;
  return base::JsonWriter().value(*found).take();
}

/// `{"plan":...,"request":...}`, the request only where the plan does not bring its own.
Response checked(const Request& request, const coach::Context& context) {
  const auto document = base::parse_json(request.body);
  if (!document) return problem(document.error());
  const auto plan = member(*document, "plan");
  if (!plan) {
    return problem(base::fail(base::ErrorCode::field_missing, "plan", "", "a plan").error());
  }
  const auto person = member(*document, "request");
  auto checked =
      coach::check(*plan, person ? std::optional<std::string_view>(*person) : std::nullopt,
                   knowledge::embedded_pack(), context);
  if (!checked) return problem(checked.error());
  return json_answer(std::move(checked->json));
}

Response listed(std::string_view name) {
  auto rows = coach::list(name, knowledge::embedded_pack());
  if (!rows) return problem(rows.error());
  return json_answer(std::move(*rows));
}

Response health(std::optional<std::size_t> records) {
  base::JsonWriter out;
  out.begin_object().key("status").string(records ? "ok" : "degraded");
  out.key("version").string(coach::version());
  out.key("knowledge").string(knowledge::embedded_pack().hash).key("records");
  if (records) {
    out.number(static_cast<std::int64_t>(*records));
  } else {
    out.null();
  }
  return json_answer(out.end_object().take());
}

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::remove: return "DELETE";
    case Method::other: break;
  }
  return "";
}

bool is_json(std::string_view content_type) {
  const std::string type = base::lower_ascii(content_type);
  const auto parts = base::split(type, ';');
  if (base::trim(parts[0]) != "application/json") return false;
  return std::ranges::all_of(parts.begin() + 1, parts.end(), [](std::string_view part) {
    const auto parameter = base::trim(part);
    return !parameter.starts_with("charset=") || parameter == "charset=utf-8" ||
           parameter == "charset=\"utf-8\"";
  });
}

Response other_methods(std::string_view allowed) {
  Response out = problem(405, "method_unknown", "This address takes " + std::string(allowed) + '.');
  add_line(out, "Allow", allowed);
  return out;
}

/// What is wrong with the form of what is sent; nothing when it is JSON as it is.
std::optional<Response> wrong_type(const Request& request) {
  if (!request.content_encoding.empty() && request.content_encoding != "identity") {
    Response out = problem(415, "coding_unknown", "What is sent here is not to be compressed.");
    add_line(out, "Accept-Encoding", "identity");
    return out;
  }
  if (is_json(request.content_type)) return std::nullopt;
  return problem(415, "type_unknown", "What is sent here is application/json, in UTF-8.");
}

}  // namespace

/// What the operations share.
struct Api::Inside {
  explicit Inside(AppParts& parts)
      : clock(parts.clock),
        territory(parts.territory),
        records(std::move(parts.log), parts.clock) {}

  [[nodiscard]] coach::Context context() const { return {clock(), territory}; }

  std::function<base::Instant()> clock;
  std::string territory;
  Records records;  ///< Of the log's thread.
  Answers answers{most_answers};

  using Work = Response (*)(Inside&, const Request&);
  struct Operation {
    std::string_view path;
    Method method;
    Where where;
    std::uint64_t body_limit;  ///< 0: it takes none.
    Work work;
  };
  static const std::array<Operation, 7> operations;

  /// `GET, HEAD, POST`; empty: there is no such address.
  [[nodiscard]] static std::string methods_at(std::string_view path) {
    std::string out;
    for (const auto& operation : operations) {
      if (operation.path != path) continue;
      out += (out.empty() ? "" : ", ") + std::string(name_of(operation.method));
      if (operation.method == Method::get) out += ", HEAD";
    }
    return out;
  }

  [[nodiscard]] Ticket ticket(const Operation& operation) {
    Ticket out;
    out.body_limit = operation.body_limit;
    out.where = operation.where;
    out.work = [this, work = operation.work](const Request& whole) { return work(*this, whole); };
    if (operation.path == plan_path) {
      out.known = [this](const Request& whole) { return planned_before(whole, answers); };
    }
    return out;
  }
};

const std::array<Api::Inside::Operation, 7> Api::Inside::operations{{
    {"/health", Method::get, Where::log, 0,
     [](Inside& api, const Request&) { return health(api.records.count()); }},
    {plan_path, Method::post, Where::planning, most_request,
     [](Inside& api, const Request& request) {
       return planned(request, api.context(), api.answers);
     }},
    {"/check", Method::post, Where::planning, most_request,
     [](Inside& api, const Request& request) { return checked(request, api.context()); }},
    {"/records", Method::get, Where::log, 0,
     [](Inside& api, const Request& request) { return api.records.give(request); }},
    {"/records/days", Method::get, Where::log, 0,
     [](Inside& api, const Request& request) { return api.records.days(request); }},
    {"/records", Method::post, Where::log, most_records,
     [](Inside& api, const Request& request) { return api.records.take(request); }},
    {"/records", Method::remove, Where::log, 0,
     [](Inside& api, const Request& request) {
       api.answers.forget();
       return api.records.forget(request);
     }},
}};

Api::Api(AppParts& parts) : inside_(std::make_unique<Inside>(parts)) {}
Api::~Api() = default;

Ticket Api::admit(const Request& request) const {
  const std::string_view path = std::string_view(request.path).substr(api_root.size());
  const Method method = request.method == Method::head ? Method::get : request.method;
  if (path.starts_with(list_root)) {
    return method == Method::get ? answered(listed(path.substr(list_root.size())))
                                 : answered(other_methods("GET, HEAD"));
  }
  for (const auto& operation : Inside::operations) {
    if (operation.path != path || operation.method != method) continue;
    auto wrong = operation.body_limit > 0 ? wrong_type(request) : std::nullopt;
    return wrong ? answered(std::move(*wrong)) : inside_->ticket(operation);
  }
  const std::string allowed = Inside::methods_at(path);
  if (!allowed.empty()) return answered(other_methods(allowed));
  return answered(problem(404, "path_unknown", "The API has no such address."));
}

}  // namespace unknot::server
