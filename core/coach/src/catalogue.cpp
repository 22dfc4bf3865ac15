// The lists of the catalogue as JSON: every row with everything that is known of it.

#include "unknot/base/json.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/knowledge/rule_code.hpp"

namespace unknot::coach {

using base::JsonWriter;
using knowledge::List;
using knowledge::name_of;
using knowledge::Pack;
using knowledge::Place;
using knowledge::PlaceKind;
using knowledge::Text;

namespace {

/// Writes the pack's rows; one function a table.
class CatalogueWriter {
 public:
  explicit CatalogueWriter(const Pack& pack) : pack_(pack) {}

  std::string places(PlaceKind kind) {
    out_.begin_array();
    for (const Place& place : pack_.places) {
      if (place.kind == kind) write(place);
    }
    return out_.end_array().take();
  }

  std::string techniques() {
    out_.begin_array();
    for (const auto& technique : pack_.techniques) write(technique);
    return out_.end_array().take();
  }

  /// What a person owns by name, and the kinds behind them.
  std::string tools() {
    out_.begin_array();
    for (const auto& preset : pack_.presets) write(preset);
    for (const auto& kind : pack_.tool_kinds) {
      begin(name_of(kind.kind), kind.name).boolean("preset", false);
      text("description", kind.description).text("suits", kind.suits);
      sources(kind.sources);
      out_.end_object();
    }
    return out_.end_array().take();
  }

  std::string rules() {
    out_.begin_array();
    for (const auto& rule : pack_.rules) {
      begin(rule.id, rule.name).text("summary", rule.summary).text("reason", rule.reason);
      text("known", rule.known).text("basis", name_of(rule.basis));
      numbers(rule.numbers);
      ids("places", rule.places);
      sources(rule.sources);
      out_.end_object();
    }
    return out_.end_array().take();
  }

  std::string conditions() {
    out_.begin_array();
    for (const auto& condition : pack_.conditions) write(condition);
    return out_.end_array().take();
  }

  std::string red_flags() {
    out_.begin_array();
    for (const auto& flag : pack_.red_flags) {
      begin(flag.id, flag.name).text("question", flag.question);
      text("urgency", name_of(flag.urgency)).text("text", flag.text);
      sources(flag.sources);
      out_.end_object();
    }
    return out_.end_array().take();
  }

  std::string activities() {
    out_.begin_array();
    for (const auto& activity : pack_.activities) {
      begin(activity.id, activity.name).text("why", activity.why);
      texts("aliases", activity.aliases);
      weights(activity.weights);
      sources(activity.sources);
      out_.end_object();
    }
    return out_.end_array().take();
  }

  std::string goals() {
    out_.begin_array();
    for (const auto& goal : pack_.goals) {
      begin(name_of(goal.kind), goal.name).text("description", goal.description);
      weights(goal.weights);
      sources(goal.sources);
      out_.end_object();
    }
    return out_.end_array().take();
  }

  std::string claims() {
    out_.begin_array();
    for (const auto& claim : pack_.claims) {
      begin(claim.id, claim.text).text("topic", name_of(claim.topic));
      text("kind", name_of(claim.kind)).text("grade", name_of(claim.grade));
      text("known", claim.known);
      id("place", claim.place.valid() ? pack_[claim.place].id : Text());
      id("rule", claim.rule.valid() ? pack_[claim.rule].id : Text());
      sources(claim.sources);
      out_.end_object();
    }
    return out_.end_array().take();
  }

  std::string source_list() {
    out_.begin_array();
    for (const auto& source : pack_.sources) {
      begin(source.id, source.title).text("address", source.address);
      text("verified", name_of(source.verified)).text("note", source.note);
      out_.end_object();
    }
    return out_.end_array().take();
  }

 private:
  CatalogueWriter& begin(Text id, Text name) {
    out_.begin_object().key("id").string(id).key("name").string(name);
    return *this;
  }
  CatalogueWriter& text(std::string_view key, Text value) {
    out_.key(key).string(value);
    return *this;
  }
  CatalogueWriter& number(std::string_view key, std::int64_t value) {
    out_.key(key).number(value);
    return *this;
  }
  CatalogueWriter& boolean(std::string_view key, bool value) {
    out_.key(key).boolean(value);
    return *this;
  }
  CatalogueWriter& id(std::string_view key, Text value) {
    out_.key(key);
    if (value.empty()) {
      out_.null();
    } else {
      out_.string(value);
    }
    return *this;
  }
  void texts(std::string_view key, List<Text> values) {
    out_.key(key).begin_array();
    for (const Text value : values) out_.string(value);
    out_.end_array();
  }
  template <class Index>
  void ids(std::string_view key, List<Index> indices) {
    out_.key(key).begin_array();
    for (const auto index : indices) out_.string(pack_[index].id);
    out_.end_array();
  }
  void sources(List<knowledge::SourceIndex> list) { ids("sources", list); }

  void numbers(List<knowledge::NumberRow> rows) {
    out_.key("numbers").begin_array();
    for (const auto& row : rows) {
      out_.begin_object().key("key").string(row.key).key("value").number(row.value);
      text("unit", name_of(row.unit)).text("basis", name_of(row.basis));
      sources(row.sources);
      out_.end_object();
    }
    out_.end_array();
  }

  void weights(List<knowledge::Weight> rows) {
    out_.key("weights").begin_object();
    for (const auto& row : rows) number(pack_[row.area].id, row.weight);
    out_.end_object();
  }

  void write(const Place& place) {
    begin(place.id, place.name).text("plain", place.plain).text("part", place.part);
    out_.key("sides").begin_array();
    if (place.sides == knowledge::Sides::pair) {
      out_.string("left").string("right");
    } else {
      out_.string("middle");
    }
    out_.end_array();
    texts("aliases", place.aliases);
    if (place.kind == PlaceKind::area) {
      ids("muscles", place.muscles);
      ids("neighbours", place.neighbours);
      ids("overlaps", place.overlaps);
      text("landmarks", place.landmarks).boolean("article", place.article);
    } else {
      ids("covers", place.covers);
      ids("around", place.around);
      text("reason", place.reason);
    }
    sources(place.sources);
    out_.end_object();
  }

  void write(const knowledge::Technique& t) {
    const auto& position = pack_[t.position];
    begin(t.id, t.name).text("area", pack_[t.area].id).text("tool", name_of(t.tool));
    text("place", name_of(position.place)).text("position", position.id);
    text("motion", name_of(t.motion)).text("laterality", name_of(t.laterality));
    ids("loads", t.loads);
    number("setup_seconds", t.setup_seconds)
        .number("position_setup_seconds", position.setup_seconds);
    number("seconds_per_pass", t.seconds_per_pass).number("fit", t.fit);
    text("start", t.start).text("end", t.end).text("direction", t.direction);
    ids("clear_of", t.clear_of);
    texts("setup", t.setup);
    texts("cues", t.cues);
    texts("cautions", t.cautions);
    out_.key("faults").begin_array();
    for (const auto& fault : t.faults) {
      out_.begin_object().key("fault").string(fault.fault);
      out_.key("correction").string(fault.correction).end_object();
    }
    out_.end_array().key("variants").begin_array();
    for (const auto& variant : t.variants) {
      out_.begin_object().key("kind").string(name_of(variant.kind));
      number("load_permille", variant.load_permille).text("how", variant.how);
      boolean("estimated", variant.estimated);
      out_.end_object();
    }
    out_.end_array();
    id("signed_by", t.signed_by);
    sources(t.sources);
    out_.end_object();
  }

  void write(const knowledge::Preset& preset) {
    const model::Tool tool{.density = preset.density, .surface = preset.surface};
    begin(preset.id, preset.name).boolean("preset", true).text("kind", name_of(preset.kind));
    text("density", name_of(preset.density)).text("surface", name_of(preset.surface));
    text("temperature", name_of(preset.temperature)).boolean("vibration", preset.vibration);
    out_.key("diameter_cm").tenths(preset.diameter_mm);
    number("rung", safety::rung_of(tool));
    texts("aliases", preset.aliases);
    text("hint", preset.hint);
    out_.end_object();
  }

  void write(const knowledge::Condition& condition) {
    const auto& e = condition.effects;
    begin(condition.id, condition.name).text("question", condition.question);
    text("says", condition.says).boolean("needs_at", condition.needs_at);
    out_.key("effects").begin_object();
    const std::pair<std::string_view, bool> flags[] = {{"refuse", e.refuse},
                                                       {"ask", e.ask},
                                                       {"bar_at", e.bar_at},
                                                       {"gentle", e.gentle},
                                                       {"bar_ball", e.bar_ball},
                                                       {"bar_stick", e.bar_stick},
                                                       {"bar_textured", e.bar_textured},
                                                       {"bar_firm", e.bar_firm},
                                                       {"bar_temperature", e.bar_temperature},
                                                       {"bar_vibration", e.bar_vibration},
                                                       {"refer", e.refer}};
    for (const auto& [key, value] : flags) {
      if (value) boolean(key, true);
    }
    if (!e.bar_places.empty()) ids("bar_places", e.bar_places);
    if (!e.bar_positions.empty()) texts("bar_positions", e.bar_positions);
    if (e.positions_from_week > 0) number("positions_from_week", e.positions_from_week);
    if (e.with_pain_at.valid()) text("with_pain_at", pack_[e.with_pain_at].id);
    out_.end_object();
    text("basis", name_of(condition.basis));
    sources(condition.sources);
    out_.end_object();
  }

  const Pack& pack_;
  JsonWriter out_;
};

}  // namespace

std::span<const std::string_view> list_names() {
  static constexpr std::string_view names[] = {"areas",      "zones", "regions",    "techniques",
                                               "tools",      "rules", "conditions", "red_flags",
                                               "activities", "goals", "claims",     "sources"};
  return names;
}

base::Result<std::string> list(std::string_view name, const Pack& pack) {
  CatalogueWriter writer(pack);
  if (name == "areas") return writer.places(PlaceKind::area);
  if (name == "zones") return writer.places(PlaceKind::zone);
  if (name == "regions") return writer.places(PlaceKind::region);
  if (name == "techniques") return writer.techniques();
  if (name == "tools") return writer.tools();
  if (name == "rules") return writer.rules();
  if (name == "conditions") return writer.conditions();
  if (name == "red_flags") return writer.red_flags();
  if (name == "activities") return writer.activities();
  if (name == "goals") return writer.goals();
  if (name == "claims") return writer.claims();
  if (name == "sources") return writer.source_list();
  std::string known;
  for (const auto each : list_names()) known += (known.empty() ? "" : " | ") + std::string(each);
  return base::fail(base::ErrorCode::verb_unknown, "list", name, known);
}

}  // namespace unknot::coach
