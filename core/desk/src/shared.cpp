#include "shared.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"
#include "unknot/model/fields.hpp"
#include "unknot/model/plan_document.hpp"
#include "unknot/model/request_format.hpp"
#include "unknot/safety/gate.hpp"

namespace unknot::desk {

using base::ErrorCode;
using base::Json;
using base::JsonWriter;
using knowledge::name_of;
using knowledge::Pack;
using model::Fields;

namespace {

/// What a step may say at all; the rules are far stricter.
constexpr model::Range set_seconds{1, 3600};
constexpr model::Range other_seconds{0, 3600};
constexpr std::string_view tool_expected = "one of the tools of the steps";

std::string tool_name(std::size_t index) { return "tool" + std::to_string(index + 1); }

/// From a plan: its words looked up, its tools numbered in the order of their use.
class Sharer {
 public:
  Sharer(const model::PlanDocument& plan, const Pack& pack) : plan_(plan), pack_(pack) {}

  base::Result<Shared> whole() {
    for (std::size_t i = 0; i < plan_.steps.size() && !complaint_.error; ++i) {
      path_ = "plan.steps[" + std::to_string(i) + "]";
      out_.draft.steps.push_back(step(plan_.steps[i]));
    }
    if (complaint_.error) return std::unexpected(std::move(*complaint_.error));
    return std::move(out_);
  }

 private:
  void unknown(std::string_view name, const std::string& word) {
    complaint_.say(ErrorCode::id_unknown, path_ + '.' + std::string(name),
                   base::shorten(base::printable(word), base::shown_value_length),
                   "a word of the catalogue");
  }

  std::size_t tool(const std::string& id) {
    const auto& own = plan_.request->tools;
    const auto found =
        std::find_if(own.begin(), own.end(), [&](const auto& tool) { return tool.id == id; });
    if (found == own.end()) {
      unknown("tool", id);
      return 0;
    }
    const auto index = static_cast<std::size_t>(found - own.begin());
    const auto numbered = std::find(used_.begin(), used_.end(), index);
    if (numbered != used_.end()) return static_cast<std::size_t>(numbered - used_.begin());
    used_.push_back(index);
    out_.tools.push_back(*found);
    out_.tools.back().id = tool_name(used_.size() - 1);
    return used_.size() - 1;
  }

  template <class Document>
  model::Alternative way(const Document& words) {
    model::Alternative out;
    out.technique = knowledge::find_technique(pack_, words.technique);
    if (!out.technique.valid()) unknown("technique", words.technique);
    const auto variant = knowledge::parse_enum<knowledge::VariantKind>(words.variant);
    if (!variant) unknown("variant", words.variant);
    out.variant = variant.value_or(out.variant);
    out.tool = tool(words.tool);
    return out;
  }

  model::DraftStep step(const model::StepDocument& words) {
    model::DraftStep out;
    out.area = knowledge::find_place(pack_, words.area);
    if (!out.area.valid()) unknown("area", words.area);
    const auto side = knowledge::parse_enum<model::Side>(words.side);
    if (!side) unknown("side", words.side);
    out.side = side.value_or(out.side);
    const model::Alternative planned = way(words);
    out.technique = planned.technique;
    out.tool = planned.tool;
    out.variant = planned.variant;
    out.sets = words.sets;
    out.rest_seconds = words.rest_seconds;
    out.seconds_per_pass = words.seconds_per_pass;
    out.level_low = words.level_low.value_or(out.level_low);
    out.level_high = words.level_high.value_or(out.level_high);
    for (const auto& other : words.alternatives) out.alternatives.push_back(way(other));
    return out;
  }

  const model::PlanDocument& plan_;
  const Pack& pack_;
  model::Complaint complaint_;
  std::string path_;
  std::vector<std::size_t> used_;  ///< Tools of the plan's request, in their new order.
  Shared out_;
};

/// From somebody's file: strict, since nothing of it is ours.
class SharedReader {
 public:
  explicit SharedReader(const Pack& pack) : pack_(pack) {}

  base::Result<Shared> read(const Json& json) {
    Fields fields(json, "shared", complaint_);
    const Json* format = fields.need("format", '"' + std::string(shared_format) + '"');
    if (format != nullptr &&
        (format->kind != Json::Kind::string || format->text != shared_format)) {
      fields.complain(ErrorCode::format_unknown, "format", *format,
                      '"' + std::string(shared_format) + '"');
    }
    fields.need("tools", "a list of tools");
    fields.need("steps", "a list of steps");
    if (const Json* tools = fields.list("tools", model::limits::tools_listed)) read_tools(*tools);
    if (const Json* steps = fields.list("steps", safety::max_draft_steps)) read_steps(*steps);
    fields.finish();
    if (complaint_.error) return std::unexpected(std::move(*complaint_.error));
    return std::move(out_);
  }

 private:
  /// By the reader of requests, which knows what a tool is.
  void read_tools(const Json& tools) {
    JsonWriter out;
    out.begin_object().key("format").string(model::request_format).key("minutes").number(1);
    out.key("red_flags").begin_object().end_object().key("tools").value(tools).end_object();
    auto request = model::read_request(out.take(), pack_, {});
    if (request) {
      out_.tools = std::move(request->tools);
    } else if (!complaint_.error) {
      complaint_.error = std::move(request.error());
      complaint_.error->field = "shared." + complaint_.error->field;
    }
  }

  void read_steps(const Json& steps) {
    if (steps.items.empty()) {
      complaint_.say(ErrorCode::out_of_range, "shared.steps", "no steps", "at least one step");
    }
    for (std::size_t i = 0; i < steps.items.size() && !complaint_.error; ++i) {
      Fields fields(steps.items[i], "shared.steps[" + std::to_string(i) + "]", complaint_);
      out_.draft.steps.push_back(step(fields));
      fields.finish();
    }
  }

  std::string word(Fields& fields, std::string_view name, std::string_view expected) {
    fields.need(name, expected);
    return fields.text(name, model::limits::word_length).value_or("");
  }

  void unknown(Fields& fields, std::string_view name, const std::string& word,
               std::string_view expected) {
    complaint_.say(ErrorCode::id_unknown, fields.path_of(name),
                   base::shorten(base::printable(word), base::shown_value_length), expected);
  }

  model::Alternative way(Fields& fields) {
    model::Alternative out;
    const std::string technique = word(fields, "technique", "a known technique");
    out.technique = knowledge::find_technique(pack_, technique);
    if (!out.technique.valid()) unknown(fields, "technique", technique, "a known technique");
    fields.need("variant", model::choices<knowledge::VariantKind>());
    out.variant = fields.choice<knowledge::VariantKind>("variant").value_or(out.variant);
    const bool has = out.technique.valid() &&
                     knowledge::find_variant(pack_[out.technique], out.variant) != nullptr;
    if (!has) {
      unknown(fields, "variant", std::string(name_of(out.variant)), "one that the technique has");
    }
    const std::string tool = word(fields, "tool", tool_expected);
    const auto found = std::find_if(out_.tools.begin(), out_.tools.end(),
                                    [&](const auto& one) { return one.id == tool; });
    if (found == out_.tools.end()) {
      unknown(fields, "tool", tool, tool_expected);
    } else {
      out.tool = static_cast<std::size_t>(found - out_.tools.begin());
    }
    return out;
  }

  std::vector<std::int32_t> numbers(Fields& fields, std::string_view name, std::size_t most,
                                    model::Range range) {
    std::vector<std::int32_t> out;
    const Json* list = fields.list(name, most);
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
      const auto value = base::whole_number(list->items[i]);
      if (!value || *value < range.least || *value > range.most) {
        fields.complain(ErrorCode::out_of_range, name, list->items[i],
                        "whole numbers from " + std::to_string(range.least) + " to " +
                            std::to_string(range.most));
        return {};
      }
      out.push_back(static_cast<std::int32_t>(*value));
    }
    return out;
  }

  model::DraftStep step(Fields& fields) {
    model::DraftStep out;
    const std::string area = word(fields, "area", "a known area");
    out.area = knowledge::find_place(pack_, area);
    if (!out.area.valid() || pack_[out.area].kind != knowledge::PlaceKind::area) {
      unknown(fields, "area", area, "an area that can be rolled");
    }
    fields.need("side", model::choices<model::Side>());
    out.side = fields.choice<model::Side>("side").value_or(out.side);
    const model::Alternative planned = way(fields);
    out.technique = planned.technique;
    out.tool = planned.tool;
    out.variant = planned.variant;
    fields.need("sets", "a list of seconds");
    out.sets = numbers(fields, "sets", model::limits::sets_read, set_seconds);
    out.rest_seconds = fields.integer("rest_seconds", other_seconds).value_or(0);
    out.seconds_per_pass = fields.integer("seconds_per_pass", other_seconds);
    const auto target = numbers(fields, "level_target", 2, model::limits::level);
    fields.need("level_target", "the lowest and the highest level");
    if (target.size() == 2) {
      out.level_low = target[0];
      out.level_high = target[1];
    }
    alternatives(fields, out);
    return out;
  }

  void alternatives(Fields& fields, model::DraftStep& step) {
    const Json* list = fields.list("alternatives", model::limits::alternatives_read);
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
      Fields inner(list->items[i], fields.path_of("alternatives[" + std::to_string(i) + "]"),
                   complaint_);
      step.alternatives.push_back(way(inner));
      inner.finish();
    }
  }

  const Pack& pack_;
  model::Complaint complaint_;
  Shared out_;
};

void write_way(JsonWriter& out, const model::Alternative& way, const Shared& shared,
               const Pack& pack) {
  out.key("technique").string(pack[way.technique].id);
  out.key("tool").string(shared.tools[way.tool].id);
  out.key("variant").string(name_of(way.variant));
}

}  // namespace

base::Result<Shared> shared_of(std::string_view plan_json, const Pack& pack) {
  const auto plan = model::read_plan(plan_json, pack, {});
  if (!plan) return std::unexpected(plan.error());
  if (!plan->request) {
    return base::fail(ErrorCode::field_missing, "request", "",
                      "the request the plan was made for, which has its tools");
  }
  if (plan->outcome != "plan" || plan->steps.empty()) {
    return base::fail(ErrorCode::contradiction, "outcome", plan->outcome, "a plan with steps");
  }
  return Sharer(*plan, pack).whole();
}

std::string shared_json(const Shared& shared, const Pack& pack) {
  JsonWriter out;
  out.begin_object().key("format").string(shared_format).key("tools").begin_array();
  for (const auto& tool : shared.tools) model::write_tool(out, tool);
  out.end_array().key("steps").begin_array();
  for (const auto& step : shared.draft.steps) {
    out.begin_object().key("area").string(pack[step.area].id);
    out.key("side").string(name_of(step.side));
    write_way(out, safety::way_of(step), shared, pack);
    out.key("sets").begin_array();
    for (const std::int32_t set : step.sets) out.number(set);
    out.end_array().key("rest_seconds").number(step.rest_seconds).key("seconds_per_pass");
    step.seconds_per_pass ? out.number(*step.seconds_per_pass) : out.null();
    out.key("level_target").begin_array().number(step.level_low).number(step.level_high);
    out.end_array().key("alternatives").begin_array();
    for (const auto& other : step.alternatives) {
      out.begin_object();
      write_way(out, other, shared, pack);
      out.end_object();
    }
    out.end_array().end_object();
  }
  return out.end_array().end_object().take();
}

base::Result<Shared> read_shared(const Json& json, const Pack& pack) {
  return SharedReader(pack).read(json);
}

}  // namespace unknot::desk
