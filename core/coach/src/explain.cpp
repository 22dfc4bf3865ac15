#include "unknot/coach/explain.hpp"

#include <algorithm>
#include <tuple>

#include "answered.hpp"
#include "difference.hpp"
#include "unknot/model/limits.hpp"
#include "unknot/model/request_format.hpp"
#include "unknot/planner/explain.hpp"

namespace unknot::coach {

using base::JsonWriter;
using knowledge::name_of;
using knowledge::Pack;
using knowledge::Preset;
using knowledge::PresetIndex;
using model::Difference;
using model::SideReason;
using model::WhatIf;
using model::WhatThen;

namespace {

/// Whatever the rules and the planner look at; two presets alike in it give the same plans.
auto traits(const auto& tool) {
  return std::tuple(tool.kind, tool.density, tool.surface, tool.temperature, tool.vibration);
}

/// What the planner holds best: a plan before none, owed offers, benefit.
auto rank_of(const Planned& planned) {
  return std::tuple(planned.answer.plan.has_value(), planned.answer.offers_made,
                    planned.answer.benefit);
}

/// The same change but for the name of the tool.
bool alike(const std::vector<Difference>& a, const std::vector<Difference>& b) {
  const auto what = [](const std::optional<model::Rolled>& r) {
    return r ? std::tuple(r->seconds, r->technique, r->variant)
             : std::tuple(0, knowledge::TechniqueIndex{}, knowledge::VariantKind{});
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const auto& x, const auto& y) {
    return x.area == y.area && x.side == y.side && x.kind == y.kind &&
           what(x.after) == what(y.after);
  });
}

/// Plans the same request with one thing changed.
class Supposer {
 public:
  Supposer(const Planned& planned, const Pack& pack, const Context& context)
      : planned_(planned), pack_(pack), context_(context) {}

  void minutes(std::int32_t change, std::vector<Supposed>& out) const {
    model::Request request = planned_.request;
    request.minutes += change;
    if (request.minutes < model::limits::minutes.least ||
        request.minutes > model::limits::minutes.most)
      return;
    const WhatIf question = change > 0 ? WhatIf::minute_more : WhatIf::minute_less;
    out.push_back(suppose(question, {}, std::move(request)));
  }

  void tools(std::vector<Supposed>& out, std::vector<PresetIndex>& tried) const {
    std::vector<Supposed> better;
    for (std::size_t p = 0; p < pack_.presets.size(); ++p) {
      const PresetIndex preset{static_cast<std::uint16_t>(p)};
      if (known(preset, tried) || planned_.request.tools.size() >= model::limits::tools_listed) {
        continue;
      }
      tried.push_back(preset);
      Supposed supposed = suppose(WhatIf::one_more_tool, preset, with_tool(pack_[preset]));
      if (rank_of(supposed.planned) > rank_of(planned_)) better.push_back(std::move(supposed));
    }
    // The best of each kind is told; of equals the softer, as everywhere.
    std::stable_sort(better.begin(), better.end(), [&](const Supposed& a, const Supposed& b) {
      const auto rank_a = rank_of(a.planned);
      const auto rank_b = rank_of(b.planned);
      return rank_a != rank_b ? rank_a > rank_b : rung_of(a.preset) < rung_of(b.preset);
    });
    for (Supposed& supposed : better) {
      const bool told = std::any_of(out.begin(), out.end(), [&](const Supposed& other) {
        return other.preset.valid() && (kind_of(other) == kind_of(supposed) ||
                                        alike(other.differences, supposed.differences));
      });
      if (!told) out.push_back(std::move(supposed));
    }
  }

 private:
  /// Owned, or tried already under another name.
  bool known(PresetIndex preset, const std::vector<PresetIndex>& tried) const {
    const auto& tools = planned_.request.tools;
    const auto same = [&](const auto& other) { return traits(other) == traits(pack_[preset]); };
    return std::any_of(tools.begin(), tools.end(), same) ||
           std::any_of(tried.begin(), tried.end(), [&](PresetIndex t) { return same(pack_[t]); });
  }

  knowledge::ToolKind kind_of(const Supposed& supposed) const {
    return pack_[supposed.preset].kind;
  }

  std::int32_t rung_of(PresetIndex preset) const {
    return safety::rung_of({.density = pack_[preset].density, .surface = pack_[preset].surface});
  }

  model::Request with_tool(const Preset& preset) const {
    model::Request request = planned_.request;
    const auto taken = [&](const std::string& id) {
      return std::any_of(request.tools.begin(), request.tools.end(),
                         [&](const model::Tool& tool) { return tool.id == id; });
    };
    std::string id(preset.name);
    for (int n = 2; taken(id); ++n) id = std::string(preset.name) + ' ' + std::to_string(n);
    model::Tool tool{id, preset.kind,        preset.density,  preset.surface,
                     {}, preset.temperature, preset.vibration};
    if (preset.diameter_mm > 0) tool.diameter_tenths_cm = preset.diameter_mm;
    request.tools.push_back(std::move(tool));
    return request;
  }

  Supposed suppose(WhatIf question, PresetIndex preset, model::Request request) const {
    Supposed out{question, preset, plan(std::move(request), pack_, context_), {}, {}};
    out.differences = differences_of(planned_, out.planned, pack_);
    out.then = then_of(planned_, out.planned, out.differences);
    if (out.then == WhatThen::no_plan) out.differences.clear();
    return out;
  }

  const Planned& planned_;
  const Pack& pack_;
  const Context& context_;
};

class ExplanationWriter {
 public:
  ExplanationWriter(const Explained& explained, const Pack& pack)
      : e_(explained), pack_(pack), speaker_(pack, explained.planned.request.language) {}

  std::string write() {
    out_.begin_object().key("format").string("unknot/explanation@1");
    out_.key("knowledge").string(pack_.hash).key("plan").raw(e_.planned.json);
    out_.key("points").number(planner::points_of(e_.planned.answer));
    out_.key("says").string(speaker_.ranking()).key("areas").begin_array();
    for (const auto& area : e_.areas) {
      out_.begin_object().key("area").string(pack_[area.area].id).key("sides").begin_array();
      for (const SideReason& reason : area.sides) write_side(reason);
      out_.end_array().end_object();
    }
    out_.end_array().key("what_if").begin_array();
    for (const Supposed& supposed : e_.what_if) write_supposed(supposed);
    out_.end_array().key("tools_tried").begin_array();
    for (const PresetIndex preset : e_.tried) out_.string(pack_[preset].id);
    return out_.end_array().end_object().take();
  }

 private:
  const model::Request& request() const { return e_.planned.request; }

  void write_need(const model::NeedShare& share) {
    out_.begin_object().key("from").string(name_of(share.from));
    write_text(out_, "at", share.at.valid() ? pack_[share.at].id : std::string_view());
    out_.key("points").number(share.points);
    out_.key("says").string(speaker_.need(share, request())).end_object();
  }

  void write_way(const std::optional<model::Manner>& way) {
    out_.key("way");
    if (!way) {
      out_.null();
      return;
    }
    out_.begin_object().key("technique").string(pack_[way->choice.technique].id);
    out_.key("tool").string(request().tools[way->choice.tool].id);
    out_.key("variant").string(name_of(way->choice.variant));
    out_.key("seconds").number(way->seconds).key("fit_percent").number(way->fit_percent);
    out_.key("response_permille").number(way->response_permille);
    out_.key("points").number(way->points).end_object();
  }

  void write_side(const SideReason& reason) {
    out_.begin_object().key("side").string(name_of(reason.side));
    out_.key("standing").string(name_of(reason.standing));
    out_.key("points").number(reason.points).key("need").begin_array();
    for (const auto& share : reason.need) write_need(share);
    out_.end_array().key("recent_percent").number(reason.recent_percent);
    write_way(reason.way);
    const auto& left_out = reason.left_out;
    const auto& refusal = e_.planned.answer.refusal;
    const bool refused = reason.standing == model::Standing::refused && refusal.has_value();
    write_text(out_, "rule",
               left_out  ? name_of(left_out->rule)
               : refused ? name_of(refusal->rule)
                         : std::string_view());
    out_.key("needs_seconds");
    if (left_out && left_out->rule == knowledge::RuleCode::budget && left_out->asked.set) {
      out_.number(left_out->asked.value);
    } else {
      out_.null();
    }
    out_.key("says").string(speaker_.reason(reason, request())).end_object();
  }

  void write_supposed(const Supposed& supposed) {
    const auto& answer = supposed.planned.answer;
    const bool tool = supposed.preset.valid();
    const auto name = tool ? pack_[supposed.preset].name : std::string_view();
    out_.begin_object().key("question").string(name_of(supposed.question));
    out_.key("minutes").number(supposed.planned.request.minutes);
    write_text(out_, "preset", tool ? pack_[supposed.preset].id : std::string_view());
    out_.key("then").string(name_of(supposed.then));
    out_.key("outcome").string(answer.plan ? "plan" : "refused");
    out_.key("total_seconds").number(answer.plan ? answer.plan->total_seconds() : 0);
    out_.key("points").number(planner::points_of(answer)).key("differences");
    write_differences(out_, supposed.differences, pack_, speaker_);
    out_.key("says").string(speaker_.what_if(supposed.question, name) + ": " +
                            speaker_.what_then(supposed.then, supposed.differences));
    out_.end_object();
  }

  const Explained& e_;
  const Pack& pack_;
  guidance::Speaker speaker_;
  JsonWriter out_;
};

}  // namespace

base::Result<Explained> explain(std::string_view request_json, const Pack& pack,
                                const Context& context) {
  auto request = model::read_request(request_json, pack, context.clock);
  if (!request) return std::unexpected(std::move(request.error()));
  auto reasons = planner::explain(*request, pack);
  Explained out{answered(std::move(*request), std::move(reasons.answer), pack, context),
                std::move(reasons.areas),
                {},
                {},
                {}};
  const auto& refusal = out.planned.answer.refusal;
  if (!refusal || refusal->reason != model::StopReason::screening) {
    const Supposer supposer(out.planned, pack, context);
    supposer.minutes(1, out.what_if);
    supposer.minutes(-1, out.what_if);
    supposer.tools(out.what_if, out.tried);
  }
  out.json = ExplanationWriter(out, pack).write();
  return out;
}

}  // namespace unknot::coach
