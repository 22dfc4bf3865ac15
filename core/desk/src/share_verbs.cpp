// Plans that go from one person to another: steps and tools alone, judged anew for who opens them.

#include <algorithm>

#include "shared.hpp"
#include "today.hpp"
#include "unknot/model/plan_document.hpp"
#include "unknot/model/request_format.hpp"
#include "unknot/safety/gate.hpp"

namespace unknot::desk {

using base::Json;
using base::JsonWriter;
using knowledge::name_of;
using model::Request;

namespace {

constexpr std::int32_t seconds_per_minute = 60;

/// The tools of the steps beside one's own, under names of ours: what a stranger called them is not
/// shown to anybody.
/// @return  Where each of them now is in the request.
std::vector<std::size_t> add_tools(Request& request, const std::vector<model::Tool>& tools) {
  std::vector<std::size_t> out;
  std::size_t number = 0;
  const auto taken = [&](const std::string& id) {
    return std::any_of(request.tools.begin(), request.tools.end(),
                       [&](const auto& one) { return one.id == id; });
  };
  for (model::Tool tool : tools) {
    do {
      tool.id = "tool" + std::to_string(++number);
    } while (taken(tool.id));
    out.push_back(request.tools.size());
    request.tools.push_back(std::move(tool));
  }
  return out;
}

void move_tools(model::DraftPlan& draft, const std::vector<std::size_t>& to) {
  for (auto& step : draft.steps) {
    step.tool = to[step.tool];
    for (auto& other : step.alternatives) other.tool = to[other.tool];
  }
}

/// Writes steps of somebody else as a plan for this request, with what follows from the person
/// worked out anew: times to get ready, pressure.
class DraftWriter {
 public:
  DraftWriter(const Request& request, const model::DraftPlan& draft, const knowledge::Pack& pack)
      : request_(request), draft_(draft), pack_(pack) {
    const std::int32_t factor = safety::draw_envelope(request, pack).setup_factor;
    model::Alternative before;
    for (std::size_t i = 0; i < draft.steps.size(); ++i) {
      const model::Alternative now = safety::way_of(draft.steps[i]);
      setups_.push_back(safety::setup_seconds_of(pack, factor, i == 0 ? nullptr : &before, now));
      before = now;
    }
  }

  std::int32_t total_seconds() const {
    std::int32_t total = 0;
    for (std::size_t i = 0; i < draft_.steps.size(); ++i) {
      const bool any = !draft_.steps[i].sets.empty();
      total += setups_[i] + (any ? safety::rolling_seconds_of(draft_.steps[i]) : 0);
    }
    return total;
  }

  /// @param advice  What has to be said to this person, as a plan of theirs says it.
  std::string plan(const Json* advice) {
    JsonWriter out;
    out.begin_object().key("format").string(model::plan_format);
    out.key("made").string(format_instant(request_.now)).key("knowledge").string(pack_.hash);
    out.key("request");
    model::write_request(out, request_, pack_);
    out.key("outcome").string("plan").key("total_seconds").number(total_seconds());
    out.key("steps").begin_array();
    for (std::size_t i = 0; i < draft_.steps.size(); ++i) write(out, draft_.steps[i], setups_[i]);
    out.end_array();
    if (advice != nullptr) out.key("advice").value(*advice);
    return out.end_object().take();
  }

 private:
  void way(JsonWriter& out, const model::Alternative& way) const {
    const safety::Load load = safety::load_of(request_, pack_, way);
    out.key("technique").string(pack_[way.technique].id);
    out.key("tool").string(request_.tools[way.tool].id);
    out.key("variant").string(name_of(way.variant));
    out.key("rung").number(load.rung).key("intensity").number(load.intensity);
  }

  void write(JsonWriter& out, const model::DraftStep& step, std::int32_t setup) const {
    const auto& technique = pack_[step.technique];
    const auto& position = pack_[technique.position];
    out.begin_object().key("area").string(pack_[step.area].id);
    out.key("side").string(name_of(step.side)).key("motion").string(name_of(technique.motion));
    way(out, safety::way_of(step));
    out.key("place").string(name_of(position.place)).key("position").string(position.id);
    out.key("setup_seconds").number(setup).key("sets").begin_array();
    for (const std::int32_t set : step.sets) out.number(set);
    out.end_array().key("rest_seconds").number(step.rest_seconds);
    out.key("seconds").number(model::seconds_of(step)).key("seconds_per_pass");
    step.seconds_per_pass ? out.number(*step.seconds_per_pass) : out.null();
    out.key("level_target").begin_array().number(step.level_low).number(step.level_high);
    out.end_array().key("alternatives").begin_array();
    for (const auto& other : step.alternatives) {
      out.begin_object();
      way(out, other);
      out.end_object();
    }
    out.end_array().end_object();
  }

  const Request& request_;
  const model::DraftPlan& draft_;
  const knowledge::Pack& pack_;
  std::vector<std::int32_t> setups_;
};

/// Who says no time is given the time it takes.
Json with_minutes(Json request, bool& said) {
  const Json* minutes = request.find("minutes");
  said = minutes != nullptr && minutes->kind != Json::Kind::null;
  if (said) return request;
  const auto at = std::find(request.keys.begin(), request.keys.end(), "minutes");
  if (at != request.keys.end()) {
    request.items.erase(request.items.begin() + (at - request.keys.begin()));
    request.keys.erase(at);
  }
  Json one;
  one.kind = Json::Kind::number;
  one.text = "1";
  request.keys.emplace_back("minutes");
  request.items.push_back(std::move(one));
  return request;
}

}  // namespace

Answer share(State& state, std::string_view input) {
  Asked in(input);
  const Json* plan = in.need("plan", "a plan");
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  auto shared = shared_of(text_of(*plan), state.pack);
  if (!shared) {
    const bool whole = shared.error().field.starts_with("plan.");
    return std::unexpected(whole ? std::move(shared.error())
                                 : within(std::move(shared.error()), "plan"));
  }
  return shared_json(*shared, state.pack);
}

Answer open_shared(State& state, std::string_view input) {
  Asked in(input);
  const base::Instant now = in.moment();
  const std::string person = in.id("person");
  const std::string territory = in.territory();
  const Json* document = in.need("shared", "what somebody shared");
  const Json* said = in.need("request", "a request");
  if (said != nullptr) static_cast<void>(model::Fields(*said, "request", in.complaint()));
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  auto shared = read_shared(*document, state.pack);
  if (!shared) return std::unexpected(std::move(shared.error()));
  const auto who = someone(state, person, now);
  if (!who) return std::unexpected(who.error());
  bool minutes_said = false;
  const Json asked = with_minutes(with_known_language(*said, state.pack), minutes_said);
  auto request =
      model::read_request(completed(asked, who->known, state.pack, now), state.pack, now);
  if (!request) return std::unexpected(within(std::move(request.error()), "request"));
  if (request->tools.size() + shared->tools.size() > model::limits::tools_listed) {
    return base::fail(base::ErrorCode::out_of_range, "shared.tools",
                      std::to_string(shared->tools.size()) + " tools",
                      "at most " + std::to_string(model::limits::tools_listed) + " with your own");
  }
  request->now = now;
  move_tools(shared->draft, add_tools(*request, shared->tools));
  DraftWriter writer(*request, shared->draft, state.pack);
  if (!minutes_said) {
    const std::int32_t needed = (writer.total_seconds() + seconds_per_minute - 1);
    request->minutes = std::clamp<std::int32_t>(
        needed / seconds_per_minute, 1, static_cast<std::int32_t>(model::limits::minutes.most));
  }
  const coach::Context context{now, territory_for(territory, *who)};
  const auto own = base::parse_json(coach::plan(*request, state.pack, context).json);
  const std::string plan = writer.plan(own ? own->find("advice") : nullptr);
  auto out = coach::guidable(plan, state.pack, {.context = context});
  if (!out) return std::unexpected(within(std::move(out.error()), "shared"));
  return guidable_json(*out);
}

}  // namespace unknot::desk
