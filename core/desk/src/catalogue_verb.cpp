// What there is to choose from, in one language.

#include <algorithm>

#include "state.hpp"
#include "unknot/model/request.hpp"
#include "unknot/safety/envelope.hpp"
#include "words.hpp"

namespace unknot::desk {

using base::JsonWriter;
using knowledge::name_of;
using knowledge::Place;
using knowledge::PlaceKind;
using knowledge::Text;

namespace {

/// The body from head to foot.
constexpr std::string_view part_ids[] = {
    "head_and_neck", "shoulder_and_arm", "trunk", "back", "hip", "thigh", "lower_leg", "foot"};

constexpr model::AfterEffect effects_told[] = {
    model::AfterEffect::none,   model::AfterEffect::sore,     model::AfterEffect::sore_over_48h,
    model::AfterEffect::bruise, model::AfterEffect::tingling, model::AfterEffect::swelling};

class CatalogueWriter {
 public:
  CatalogueWriter(const knowledge::Pack& pack, std::string_view language, std::string territory)
      : pack_(pack),
        language_(knowledge::language_of(pack, language)),
        territory_(std::move(territory)),
        speaker_(pack, language) {}

  std::string whole() {
    out_.begin_object().key("language").string(language_.id);
    languages();
    parts();
    tools();
    activities();
    goals();
    red_flags();
    conditions();
    choices("after_effects", "after_effect.", effects_told);
    emergency();
    names<knowledge::Support>("supports", "support.");
    names<model::FeelKind>("feels", "feel.");
    return out_.end_object().take();
  }

 private:
  std::string own(Text english) const { return speaker_.own(english); }

  CatalogueWriter& begin(std::string_view id, const std::string& name) {
    out_.begin_object().key("id").string(id).key("name").string(name);
    return *this;
  }
  CatalogueWriter& text(std::string_view key, std::string_view value) {
    out_.key(key).string(value);
    return *this;
  }
  CatalogueWriter& flag(std::string_view key, bool value) {
    out_.key(key).boolean(value);
    return *this;
  }
  template <class List>
  void texts(std::string_view key, const List& values) {
    out_.key(key).begin_array();
    for (const auto& value : values) out_.string(value);
    out_.end_array();
  }
  template <class Enums>
  void choices(std::string_view key, const std::string& phrases, const Enums& values) {
    out_.key(key).begin_array();
    for (const auto value : values) {
      begin(name_of(value), speaker_.phrase(phrases + std::string(name_of(value))));
      out_.end_object();
    }
    out_.end_array();
  }
  template <class Enum>
  void names(std::string_view key, const std::string& phrases) {
    std::vector<Enum> values;
    for (const auto& row : knowledge::EnumNames<Enum>::all) values.push_back(row.value);
    choices(key, phrases, values);
  }

  void languages() {
    out_.key("languages").begin_array();
    for (const auto& row : pack_.languages) {
      begin(row.id, std::string(row.name)).flag("loaded", !row.phrases.empty());
      out_.end_object();
    }
    out_.end_array();
  }

  void parts() {
    out_.key("parts").begin_array();
    for (const auto part : part_ids) {
      begin(part, speaker_.phrase("part." + std::string(part)));
      out_.key("places").begin_array();
      for (const Place& place : pack_.places) {
        if (place.part == part) write(place);
      }
      out_.end_array();
      out_.end_object();
    }
    out_.end_array();
  }

  /// What people type, in the language and in English.
  std::vector<std::string> words(const Place& place) const {
    std::vector<std::string> out;
    const auto add = [&](std::string_view word) {
      std::string small = lower(word);
      const bool there = std::find(out.begin(), out.end(), small) != out.end();
      if (!there && !small.empty()) out.push_back(std::move(small));
    };
    add(own(place.name));
    add(own(place.plain));
    for (const auto& row : language_.aliases) {
      if (row.place != place.id) continue;
      for (const Text word : row.words) add(word);
    }
    add(place.name);
    add(place.plain);
    for (const Text word : place.aliases) add(word);
    return out;
  }

  void write(const Place& place) {
    begin(place.id, own(place.name)).text("kind", name_of(place.kind));
    text("plain", own(place.plain));
    out_.key("sides").begin_array();
    if (place.sides == knowledge::Sides::pair) {
      out_.string("left").string("right");
    } else {
      out_.string("middle");
    }
    out_.end_array();
    texts("words", words(place));
    text("reason", place.kind == PlaceKind::area ? std::string() : own(place.reason));
    out_.key("instead").begin_array();
    for (const auto area : place.around) out_.string(own(pack_[area].name));
    out_.end_array().end_object();
  }

  void tools() {
    out_.key("tools").begin_array();
    for (const auto& preset : pack_.presets) {
      const model::Tool tool{.density = preset.density, .surface = preset.surface};
      begin(preset.id, own(preset.name)).text("hint", own(preset.hint));
      out_.key("rung").number(safety::rung_of(tool));
      texts("aliases", preset.aliases);
      out_.key("tool").begin_object().key("kind").string(name_of(preset.kind));
      text("density", name_of(preset.density)).text("surface", name_of(preset.surface));
      if (preset.diameter_mm > 0) out_.key("diameter_cm").tenths(preset.diameter_mm);
      if (preset.temperature != knowledge::Temperature::none) {
        text("temperature", name_of(preset.temperature));
      }
      if (preset.vibration) flag("vibration", true);
      out_.end_object().end_object();
    }
    out_.end_array();
  }

  void activities() {
    out_.key("activities").begin_array();
    for (const auto& row : pack_.activities) {
      begin(row.id, own(row.name));
      texts("aliases", row.aliases);
      out_.end_object();
    }
    out_.end_array();
  }

  void goals() {
    out_.key("goals").begin_array();
    for (const auto& row : pack_.goals) {
      begin(name_of(row.kind), own(row.name)).text("description", own(row.description));
      out_.end_object();
    }
    out_.end_array();
  }

  void red_flags() {
    out_.key("red_flags").begin_array();
    for (const auto& row : pack_.red_flags) {
      out_.begin_object().key("id").string(row.id);
      text("question", own(row.question)).text("urgency", name_of(row.urgency));
      text("text", speaker_.urgent(row, territory_));
      out_.end_object();
    }
    out_.end_array();
  }

  void conditions() {
    out_.key("conditions").begin_array();
    for (const auto& row : pack_.conditions) {
      begin(row.id, own(row.name)).text("question", own(row.question)).text("says", own(row.says));
      flag("needs_at", row.needs_at).flag("uses_weeks", row.effects.positions_from_week > 0);
      flag("uses_cleared_on", row.effects.ask);
      out_.end_object();
    }
    out_.end_array();
  }

  void emergency() {
    const std::string number = speaker_.emergency_number(territory_);
    out_.key("emergency").begin_object();
    text("number", number);
    text("text", speaker_.phrase("guide.emergency", {{"number", number}}));
    out_.end_object();
  }

  const knowledge::Pack& pack_;
  const knowledge::Language& language_;
  std::string territory_;
  guidance::Speaker speaker_;
  JsonWriter out_;
};

}  // namespace

Answer catalogue(State& state, std::string_view input) {
  Asked in(input);
  const std::string language = in.language(state.pack);
  const std::string territory = in.territory();
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  return CatalogueWriter(state.pack, language, territory).whole();
}

}  // namespace unknot::desk
