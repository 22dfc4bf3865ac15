/// @file
/// A plan as it is read on a screen. Reasons come as the document has them, said in its own
/// language; names, positions and ways of doing are looked up and told in the language asked for.

#include <algorithm>

#include "state.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/speaker.hpp"
#include "unknot/guidance/wording.hpp"
#include "unknot/model/request_format.hpp"
#include "unknot/planner/planner.hpp"

namespace unknot::desk {

using base::ErrorCode;
using base::Json;
using base::JsonWriter;

namespace {

/// Members of a document somebody else may have written: what is missing or of another kind is
/// empty, since words decide nothing.
std::string text_in(const Json& json, std::string_view key) {
  const Json* found = json.find(key);
  return found != nullptr && found->kind == Json::Kind::string ? found->text : std::string();
}

std::int64_t number_in(const Json& json, std::string_view key) {
  const Json* found = json.find(key);
  return found != nullptr ? base::whole_number(*found).value_or(0) : 0;
}

const std::vector<Json>& items_in(const Json& json, std::string_view key) {
  static const std::vector<Json> none;
  const Json* found = json.find(key);
  return found != nullptr && found->kind == Json::Kind::array ? found->items : none;
}

model::Side side_in(const Json& json) {
  return knowledge::parse_enum<model::Side>(text_in(json, "side")).value_or(model::Side::both);
}

/// Whether what is left out was named by the person, or barred because of what they said.
bool named_in(const Json& entry, const Json* request) {
  const std::string at = text_in(entry, "at");
  const auto here = [&](const Json& row) { return text_in(row, "at") == at; };
  for (const std::string_view list : {"feel", "want", "avoid", "use"}) {
    if (request != nullptr && std::ranges::any_of(items_in(*request, list), here)) return true;
  }
  const auto rule = knowledge::parse_enum<knowledge::RuleCode>(text_in(entry, "rule"));
  using knowledge::RuleCode;
  return rule == RuleCode::condition || rule == RuleCode::around_the_pain ||
         rule == RuleCode::after_effects || rule == RuleCode::refer;
}

class PlanTold {
 public:
  PlanTold(const Json& plan, const knowledge::Pack& pack, std::string_view language)
      : plan_(plan), pack_(pack), speaker_(pack, language) {
    if (request() == nullptr) return;
    const auto read = model::read_request(text_of(*request()), pack, {});
    if (!read) return;
    const auto usable = planner::usable_tools(*read, pack);
    for (const auto& tools : usable) {
      usable_.emplace_back();
      for (const std::size_t tool : tools) usable_.back().push_back(read->tools[tool].id);
    }
  }

  std::string json() {
    const bool planned = text_in(plan_, "outcome") == "plan";
    out_.begin_object().key("headline").string(planned ? headline() : std::string());
    throughout();
    out_.key("steps").begin_array();
    for (const Json& step : items_in(plan_, "steps")) tell(step);
    out_.end_array();
    left_out();
    sentences("advice");
    refusal();
    out_.key("urgent");
    const std::string urgent = text_in(plan_, "urgent");
    urgent.empty() ? out_.null() : out_.string(urgent);
    return out_.end_object().take();
  }

 private:
  using Slots = std::vector<guidance::Slot>;

  std::string say(std::string_view key, const Slots& slots = {}) const {
    return speaker_.phrase(key, slots);
  }

  const Json* request() const { return plan_.find("request"); }

  std::string duration(std::int64_t seconds) const {
    std::string out;
    const auto part = [&](std::int64_t n, knowledge::Unit unit) {
      if (n == 0 && !(unit == knowledge::Unit::second && out.empty())) return;
      out += (out.empty() ? "" : " ") + speaker_.amount({static_cast<std::int32_t>(n), unit, true});
    };
    part(seconds / 60, knowledge::Unit::minute);
    part(seconds % 60, knowledge::Unit::second);
    return out;
  }

  std::string headline() const {
    const std::int64_t minutes = request() == nullptr ? 0 : number_in(*request(), "minutes");
    return say("show.today", {{"time", duration(number_in(plan_, "total_seconds"))},
                              {"minutes", std::to_string(minutes)}});
  }

  const knowledge::Technique* technique_of(const Json& step) const {
    const auto index = knowledge::find_technique(pack_, text_in(step, "technique"));
    return index.valid() ? &pack_[index] : nullptr;
  }

  std::string feeling(const Json& step) const {
    const auto& range = items_in(step, "level_target");
    if (range.size() != 2) return {};
    return guidance::capitalised(say(
               "show.feeling", {{"low", base::shown(range[0])}, {"high", base::shown(range[1])}})) +
           '.';
  }

  /// What holds for several steps is said once.
  void throughout() {
    const auto& steps = items_in(plan_, "steps");
    std::vector<const knowledge::Technique*> seen;
    std::vector<std::string_view> cautions;
    for (const Json& step : steps) {
      const auto* technique = technique_of(step);
      if (technique == nullptr || std::ranges::find(seen, technique) != seen.end()) continue;
      seen.push_back(technique);
      for (const auto caution : technique->cautions) {
        const bool again = std::ranges::find(cautions, caution) != cautions.end();
        if (again && !said_throughout(caution)) common_.push_back(caution);
        cautions.push_back(caution);
      }
    }
    out_.key("throughout").begin_array();
    const bool alike = std::ranges::all_of(
        steps, [&](const Json& step) { return feeling(step) == feeling(steps.front()); });
    if (!steps.empty() && alike) out_.string(feeling(steps.front()));
    for (const auto caution : common_) out_.string(speaker_.own(caution));
    out_.end_array();
  }

  bool said_throughout(std::string_view caution) const {
    return std::ranges::find(common_, caution) != common_.end();
  }

  std::string side_says(const Json& step) const {
    const auto side = side_in(step);
    if (side == model::Side::middle) return {};
    return side == model::Side::both ? say("show.both_sides") : speaker_.side(side);
  }

  std::string dose(const Json& step) const {
    std::vector<std::int64_t> sets;
    for (const Json& set : items_in(step, "sets")) {
      sets.push_back(base::whole_number(set).value_or(0));
    }
    std::string out;
    const bool alike = std::ranges::all_of(sets, [&](auto set) { return set == sets.front(); });
    if (sets.size() > 1 && alike) {
      out = std::to_string(sets.size()) + " × " + std::to_string(sets[0]);
    } else {
      for (const auto set : sets) out += (out.empty() ? "" : " + ") + std::to_string(set);
    }
    out += " s";
    if (sets.size() > 1) {
      out += ", " + say("show.rest", {{"n", std::to_string(number_in(step, "rest_seconds"))}});
    }
    const std::int64_t pass = number_in(step, "seconds_per_pass");
    return out + ", " +
           (pass == 0 ? say("show.still") : say("show.each_way", {{"n", std::to_string(pass)}}));
  }

  void all_of(std::string_view key, const std::vector<std::string>& sentences) {
    out_.key(key).begin_array();
    for (const auto& sentence : sentences) out_.string(sentence);
    out_.end_array();
  }

  std::vector<std::string> own(knowledge::List<knowledge::Text> texts) const {
    std::vector<std::string> out;
    for (const auto text : texts) out.push_back(speaker_.own(text));
    return out;
  }

  std::vector<std::string> set_up(const knowledge::Technique& technique, const Json& step) const {
    auto out = own(technique.setup);
    const auto kind = knowledge::parse_enum<knowledge::VariantKind>(text_in(step, "variant"));
    const auto* variant = kind ? knowledge::find_variant(technique, *kind) : nullptr;
    if (variant != nullptr) {
      const std::string name = say("variant." + std::string(knowledge::name_of(*kind)));
      out.push_back(guidance::capitalised(name) + ": " + speaker_.own(variant->how));
    }
    return out;
  }

  void how(const knowledge::Technique& technique, const Json& step) {
    out_.key("position").string(speaker_.own(pack_[technique.position].name));
    all_of("set_up", set_up(technique, step));
    out_.key("path").string(say("show.from_to", {{"start", speaker_.own(technique.start)},
                                                 {"end", speaker_.own(technique.end)}}));
    all_of("cues", own(technique.cues));
    std::vector<std::string> faults;
    if (!technique.faults.empty()) {
      faults.push_back(
          say("show.often_wrong", {{"fault", speaker_.own(technique.faults[0].fault)},
                                   {"correction", speaker_.own(technique.faults[0].correction)}}));
    }
    all_of("faults", faults);
    std::vector<std::string> cautions;
    for (const auto caution : technique.cautions) {
      if (said_throughout(caution)) continue;
      cautions.push_back(say("show.mind", {{"says", speaker_.own(caution)}}));
    }
    all_of("cautions", cautions);
  }

  void tell(const Json& step) {
    const auto area = knowledge::find_place(pack_, text_in(step, "area"));
    const auto* technique = technique_of(step);
    // A row of another catalogue has no words here.
    if (!area.valid() || technique == nullptr) return;
    out_.begin_object().key("name").string(speaker_.own(pack_[area].name));
    out_.key("side").string(text_in(step, "side")).key("side_says").string(side_says(step));
    out_.key("tool").string(base::printable(text_in(step, "tool")));
    out_.key("other_tools").begin_array();
    if (!usable_.empty()) {
      for (const auto& tool : usable_[area.value]) {
        if (tool != text_in(step, "tool")) out_.string(base::printable(tool));
      }
    }
    out_.end_array().key("dose").string(dose(step));
    how(*technique, step);
    out_.key("why").begin_array();
    for (const Json& why : items_in(step, "why")) sourced(why);
    out_.end_array().end_object();
  }

  void sourced(const Json& entry) {
    out_.begin_object().key("says").string(text_in(entry, "says"));
    out_.key("source").string(text_in(entry, "source")).end_object();
  }

  void sentences(std::string_view key) {
    out_.key(key).begin_array();
    for (const Json& entry : items_in(plan_, key)) sourced(entry);
    out_.end_array();
  }

  void left_out() {
    out_.key("left_out").begin_array();
    for (const Json& entry : items_in(plan_, "left_out")) {
      const auto place = knowledge::find_place(pack_, text_in(entry, "at"));
      if (!place.valid()) continue;
      const auto side = side_in(entry);
      const bool one = side == model::Side::left || side == model::Side::right;
      out_.begin_object().key("name").string(speaker_.own(pack_[place].name));
      out_.key("side_says").string(one ? speaker_.side(side) : std::string());
      out_.key("named").boolean(named_in(entry, request()));
      out_.key("says").string(text_in(entry, "says"));
      out_.key("source").string(text_in(entry, "source")).end_object();
    }
    out_.end_array();
  }

  void refusal() {
    out_.key("refusal");
    const Json* found = plan_.find("refusal");
    if (found == nullptr || found->kind != Json::Kind::object) {
      out_.null();
      return;
    }
    out_.begin_object().key("says").string(text_in(*found, "says"));
    out_.key("source").string(text_in(*found, "source"));
    std::vector<std::string> changes;
    for (const Json& change : items_in(*found, "would_change")) {
      const std::string says =
          change.kind == Json::Kind::string ? change.text : text_in(change, "says");
      if (!says.empty()) changes.push_back(says);
    }
    all_of("would_change", changes);
    out_.end_object();
  }

  const Json& plan_;
  const knowledge::Pack& pack_;
  guidance::Speaker speaker_;
  JsonWriter out_;
  std::vector<std::vector<std::string>> usable_;  ///< By place; empty: the request is not readable.
  std::vector<std::string_view> common_;          ///< Cautions of several techniques, said once.
};

}  // namespace

Answer plan_words(State& state, std::string_view input) {
  Asked asked(input);
  const Json* plan = asked.need("plan", "a plan");
  const std::string language = asked.language(state.pack);
  if (auto error = asked.finish()) return std::unexpected(std::move(*error));
  if (plan->kind != Json::Kind::object) {
    return base::fail(ErrorCode::field_type, "plan", base::shown(*plan), "a plan, as an object");
  }
  return PlanTold(*plan, state.pack, language).json();
}

}  // namespace unknot::desk
