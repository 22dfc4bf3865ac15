#include "unknot/coach/coach.hpp"

#include "answered.hpp"
#include "plan_writer.hpp"
#include "unknot/base/check.hpp"
#include "unknot/base/json.hpp"
#include "unknot/model/plan_document.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::coach {

using base::JsonWriter;
using knowledge::name_of;
using knowledge::Pack;

namespace {

void write_quantity(JsonWriter& out, std::string_view key, model::Quantity quantity) {
  out.key(key);
  if (quantity.set) {
    out.number(quantity.value);
  } else {
    out.null();
  }
}

std::string findings_json(const std::vector<safety::Breach>& breaches, const Pack& pack,
                          const guidance::Speaker& speaker) {
  JsonWriter out;
  out.begin_object().key("format").string("unknot/findings@1");
  out.key("knowledge").string(pack.hash).key("clean").boolean(breaches.empty());
  out.key("findings").begin_array();
  for (const auto& breach : breaches) {
    out.begin_object().key("rule").string(name_of(breach.rule)).key("step");
    if (breach.step) {
      out.number(static_cast<std::int64_t>(*breach.step));
    } else {
      out.null();
    }
    out.key("at").string(breach.at).key("side").string(breach.side);
    write_quantity(out, "asked", breach.asked);
    write_quantity(out, "limit", breach.limit);
    out.key("unit");
    if (breach.asked.set || breach.limit.set) {
      out.string(name_of(breach.asked.set ? breach.asked.unit : breach.limit.unit));
    } else {
      out.null();
    }
    out.key("source").string(guidance::source_of(pack, breach.rule));
    out.key("says").string(speaker.breach(breach)).end_object();
  }
  return out.end_array().end_object().take();
}

/// The last line of defence, over the very bytes that leave the house.
void audit_own_answer(const Planned& planned, const Pack& pack) {
  const auto document = model::read_plan(planned.json, pack, planned.request.now);
  UNKNOT_CHECK(document.has_value());
  const bool clean = safety::audit(*document, planned.request, pack).empty();
  UNKNOT_CHECK(clean);
}

}  // namespace

Planned answered(model::Request request, planner::Answer answer, const Pack& pack,
                 const Context& context) {
  Planned planned{std::move(request), std::move(answer), {}};
  const guidance::Speaker speaker(pack, planned.request.language);
  planned.json = write_plan(
      {planned.request, planned.answer, pack, speaker, std::string_view(context.territory)});
  audit_own_answer(planned, pack);
  return planned;
}

Planned plan(model::Request request, const Pack& pack, const Context& context) {
  planner::Answer answer = planner::plan(request, pack);
  return answered(std::move(request), std::move(answer), pack, context);
}

base::Result<Planned> plan(std::string_view request_json, const Pack& pack,
                           const Context& context) {
  auto request = model::read_request(request_json, pack, context.clock);
  if (!request) return std::unexpected(std::move(request.error()));
  return plan(std::move(*request), pack, context);
}

base::Result<Checked> check(std::string_view plan_json,
                            std::optional<std::string_view> request_json, const Pack& pack,
                            const Context& context) {
  auto document = model::read_plan(plan_json, pack, context.clock);
  if (!document) return std::unexpected(std::move(document.error()));
  Checked checked;
  if (request_json) {
    auto request = model::read_request(*request_json, pack, document->made.value_or(context.clock));
    if (!request) return std::unexpected(std::move(request.error()));
    checked.request = std::move(*request);
  } else if (document->request) {
    checked.request = *document->request;
  } else {
    return base::fail(base::ErrorCode::field_missing, "request", "",
                      "the request the plan was made for, in the plan or beside it");
  }
  checked.breaches = safety::audit(*document, checked.request, pack);
  const guidance::Speaker speaker(pack, checked.request.language);
  checked.json = findings_json(checked.breaches, pack, speaker);
  return checked;
}

std::string error_json(const base::Error& error) {
  const auto& row = base::row_of(error.code);
  JsonWriter out;
  out.begin_object().key("error").begin_object();
  out.key("code").string(row.name).key("field").string(error.field);
  out.key("value").string(error.value).key("expected").string(error.expected);
  out.key("says").string(base::sentence(error));
  return out.end_object().end_object().take();
}

std::string example_request(const Pack& pack, base::Instant now) {
  using namespace knowledge;
  model::Request r;
  r.now = now;
  r.person.age = 41;
  r.person.mass_hectograms = 700;
  r.person.height_tenths_cm = 1720;
  r.goal = GoalKind::recover;
  r.activity = find_activity(pack, "running");
  r.minutes = 10;
  r.at = {Support::floor, Support::wall};
  r.feel = {{find_place(pack, "low_back"), model::Side::both, model::FeelKind::pain, 5},
            {find_place(pack, "hamstrings"), model::Side::left, model::FeelKind::tight, 3}};
  r.want = {{find_place(pack, "calves"), model::Side::both, {}}};
  r.red_flags = {true, now, {}};
  r.tools = {{"blue roller", ToolKind::roller, Density::soft, Surface::smooth, 150, {}, false},
             {"tennis ball", ToolKind::ball, Density::soft, Surface::smooth, 67, {}, false}};
  JsonWriter out;
  model::write_request(out, r, pack);
  return out.take();
}

}  // namespace unknot::coach
