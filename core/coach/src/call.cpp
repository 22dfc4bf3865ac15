#include "unknot/base/instant.hpp"
#include "unknot/base/json.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/coach/compare.hpp"
#include "unknot/coach/explain.hpp"
#include "unknot/coach/session.hpp"
#include "unknot/coach/track.hpp"

namespace unknot::coach {

namespace {

using base::Json;

/// Hosts that pass bytes say the time in the request; without it, the answer must not depend on a
/// clock, so it is the beginning of time and every screening is stale.
constexpr base::Instant no_clock{};

std::string call_plan(std::string_view input, const knowledge::Pack& pack) {
  const auto planned = plan(input, pack, {no_clock, {}});
  return planned ? planned->json : error_json(planned.error());
}

std::string call_check(std::string_view input, const knowledge::Pack& pack) {
  const auto json = base::parse_json(input);
  if (!json) return error_json(json.error());
  const Json* plan = json->find("plan");
  const Json* request = json->find("request");
  if (plan == nullptr) {
    return error_json(base::fail(base::ErrorCode::field_missing, "plan", "", "a plan").error());
  }
  const std::string plan_text = base::JsonWriter().value(*plan).take();
  std::string request_text;
  if (request != nullptr) request_text = base::JsonWriter().value(*request).take();
  const auto checked = check(
      plan_text, request == nullptr ? std::nullopt : std::optional<std::string_view>(request_text),
      pack, {no_clock, {}});
  return checked ? checked->json : error_json(checked.error());
}

std::string call_explain(std::string_view input, const knowledge::Pack& pack) {
  const auto explained = explain(input, pack, {no_clock, {}});
  return explained ? explained->json : error_json(explained.error());
}

std::string call_compare(std::string_view input, const knowledge::Pack& pack) {
  const auto json = base::parse_json(input);
  if (!json) return error_json(json.error());
  std::string requests[2];
  constexpr std::string_view names[] = {"a", "b"};
  for (std::size_t i = 0; i < 2; ++i) {
    const Json* request = json->find(names[i]);
    if (request == nullptr) {
      return error_json(
          base::fail(base::ErrorCode::field_missing, names[i], "", "a request").error());
    }
    requests[i] = base::JsonWriter().value(*request).take();
  }
  const auto compared = compare(requests[0], requests[1], pack, {no_clock, {}});
  return compared ? compared->json : error_json(compared.error());
}

std::string call_session(std::string_view input, const knowledge::Pack& pack) {
  const auto guided = guide(input, pack, {no_clock, {}});
  return guided ? guided->json : error_json(guided.error());
}

std::string call_timeline(std::string_view input, const knowledge::Pack& pack) {
  const auto track = laid_out(input, pack, {no_clock, {}});
  return track ? track->json : error_json(track.error());
}

std::string call_list(std::string_view input, const knowledge::Pack& pack) {
  const auto rows = list(input, pack);
  return rows ? *rows : error_json(rows.error());
}

std::string call_example(std::string_view input, const knowledge::Pack& pack) {
  const auto now = base::parse_instant(input);
  if (now) return example_request(pack, *now);
  return error_json(
      base::fail(base::ErrorCode::out_of_range, "now", input, "a time such as 2026-11-22T08:00:00Z")
          .error());
}

}  // namespace

std::string_view version() { return UNKNOT_VERSION; }

std::string call(std::string_view verb, std::string_view input) {
  return call(verb, input, knowledge::embedded_pack());
}

std::string call(std::string_view verb, std::string_view input, const knowledge::Pack& pack) {
  if (verb == "plan") return call_plan(input, pack);
  if (verb == "explain") return call_explain(input, pack);
  if (verb == "compare") return call_compare(input, pack);
  if (verb == "check") return call_check(input, pack);
  if (verb == "session") return call_session(input, pack);
  if (verb == "timeline") return call_timeline(input, pack);
  if (verb == "list") return call_list(input, pack);
  if (verb == "example") return call_example(input, pack);
  if (verb == "version") {
    base::JsonWriter out;
    out.begin_object().key("version").string(version()).key("knowledge").string(pack.hash);
    return out.end_object().take();
  }
  return error_json(
      base::fail(base::ErrorCode::verb_unknown, "verb", verb,
                 "plan | explain | compare | check | session | list | example | version")
          .error());
}

}  // namespace unknot::coach
