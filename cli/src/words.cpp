#include "words.hpp"

#include <algorithm>

#include "unknot/base/json.hpp"
#include "unknot/base/text.hpp"
#include "unknot/knowledge/enums.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::cli {

using base::ErrorCode;
using base::JsonWriter;
using knowledge::Pack;
using knowledge::Preset;

namespace {

/// "Low Back" and "low-back" are "low_back".
std::string normal(std::string_view word) {
  std::string out = base::lower_ascii(base::trim(word));
  for (char& c : out) {
    if (c == ' ' || c == '-') c = '_';
  }
  return out;
}

bool same_word(std::string_view a, std::string_view b) { return normal(a) == normal(b); }

/// A number goes into JSON as it is when it is one; else as text, which the reader refuses.
void number_word(JsonWriter& out, std::string_view word) {
  const auto json = base::parse_json(word);
  if (json && json->kind == base::Json::Kind::number) {
    out.raw(word);
  } else {
    out.string(word);
  }
}

struct Located {
  std::string place;
  std::string_view side;  ///< Empty: not said.
};

Located located(std::string_view text, const Pack& pack) {
  const auto slash = text.rfind('/');
  if (slash == std::string_view::npos) return {place_id(text, pack), {}};
  return {place_id(text.substr(0, slash), pack), text.substr(slash + 1)};
}

void write_located(JsonWriter& out, const Located& where) {
  out.key("at").string(where.place);
  if (!where.side.empty()) out.key("side").string(normal(where.side));
}

base::Result<void> write_feel(JsonWriter& out, std::string_view word, const Pack& pack) {
  const auto parts = base::split(word, ':');
  if (parts.size() < 2 || parts.size() > 3) {
    return base::fail(ErrorCode::field_type, "--feel", word,
                      "PLACE[/SIDE]:KIND[:LEVEL], such as hamstrings/left:tight:3");
  }
  out.begin_object();
  write_located(out, located(parts[0], pack));
  out.key("kind").string(normal(parts[1]));
  if (parts.size() == 3) {
    out.key("level");
    number_word(out, parts[2]);
  }
  out.end_object();
  return {};
}

void write_condition(JsonWriter& out, std::string_view word, const Pack& pack) {
  const auto parts = base::split(word, ':');
  out.begin_object().key("id").string(normal(parts[0]));
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const auto equals = parts[i].find('=');
    const auto name = parts[i].substr(0, equals);
    if (equals == std::string_view::npos) {
      write_located(out, located(parts[i], pack));
    } else if (name == "weeks") {
      out.key("weeks");
      number_word(out, parts[i].substr(equals + 1));
    } else if (name == "cleared") {
      out.key("cleared_on").string(parts[i].substr(equals + 1));
    } else {
      out.key(name).string(parts[i].substr(equals + 1));
    }
  }
  out.end_object();
}

const Preset* find_preset_by_word(const Pack& pack, std::string_view word) {
  for (const Preset& preset : pack.presets) {
    const bool alias = std::any_of(preset.aliases.begin(), preset.aliases.end(),
                                   [&](std::string_view a) { return same_word(a, word); });
    if (alias || same_word(preset.id, word) || same_word(preset.name, word)) return &preset;
  }
  return nullptr;
}

void write_preset(JsonWriter& out, const Preset& preset, std::string_view name) {
  out.begin_object().key("id").string(name.empty() ? preset.name : name);
  out.key("kind").string(name_of(preset.kind)).key("density").string(name_of(preset.density));
  out.key("surface").string(name_of(preset.surface));
  if (preset.diameter_mm > 0) out.key("diameter_cm").tenths(preset.diameter_mm);
  if (preset.temperature != knowledge::Temperature::none) {
    out.key("temperature").string(name_of(preset.temperature));
  }
  if (preset.vibration) out.key("vibration").boolean(true);
  out.end_object();
}

/// KIND:DENSITY:SURFACE and then any of cold, warm, vibration.
base::Result<void> write_described_tool(JsonWriter& out, std::string_view word,
                                        std::string_view name) {
  const auto parts = base::split(word, ':');
  if (parts.size() < 3) {
    return base::fail(ErrorCode::id_unknown, "--tool", word,
                      "a preset (unknot tools lists them) or KIND:DENSITY:SURFACE, such as "
                      "roller:soft:smooth");
  }
  const std::string own =
      std::string(parts[1]) + ' ' + std::string(parts[2]) + ' ' + std::string(parts[0]);
  out.begin_object().key("id").string(name.empty() ? std::string_view(own) : name);
  out.key("kind").string(normal(parts[0])).key("density").string(normal(parts[1]));
  out.key("surface").string(normal(parts[2]));
  for (std::size_t i = 3; i < parts.size(); ++i) {
    const std::string extra = normal(parts[i]);
    if (extra == "vibration") {
      out.key("vibration").boolean(true);
    } else {
      out.key("temperature").string(extra);
    }
  }
  out.end_object();
  return {};
}

base::Result<void> write_tool(JsonWriter& out, std::string_view word, const Pack& pack) {
  const auto equals = word.find('=');
  const auto name = equals == std::string_view::npos ? std::string_view() : word.substr(0, equals);
  const auto what = equals == std::string_view::npos ? word : word.substr(equals + 1);
  if (const Preset* preset = find_preset_by_word(pack, what)) {
    write_preset(out, *preset, name);
    return {};
  }
  return write_described_tool(out, what, name);
}

void text_field(JsonWriter& out, std::string_view key, const std::string& word) {
  if (!word.empty()) out.key(key).string(normal(word));
}

/// An activity by id, name or everyday word; the text itself when unknown.
std::string activity_id(std::string_view word, const Pack& pack) {
  for (const auto& row : pack.activities) {
    const bool alias = std::any_of(row.aliases.begin(), row.aliases.end(),
                                   [&](std::string_view a) { return same_word(a, word); });
    if (alias || same_word(row.id, word) || same_word(row.name, word)) return std::string(row.id);
  }
  return normal(word);
}

void number_field(JsonWriter& out, std::string_view key, const std::string& word) {
  if (word.empty()) return;
  out.key(key);
  number_word(out, word);
}

void write_person(JsonWriter& out, const Words& words) {
  out.key("person").begin_object();
  text_field(out, "experience", words.experience);
  number_field(out, "age", words.age);
  number_field(out, "height_cm", words.height);
  number_field(out, "mass_kg", words.mass);
  text_field(out, "floor_transfer", words.floor_transfer);
  out.end_object();
}

void write_conditions(JsonWriter& out, const Words& words, const Pack& pack) {
  out.key("conditions").begin_array();
  for (const auto& word : words.conditions) write_condition(out, word, pack);
  out.end_array();
}

/// One's own tool by its name.
const model::Tool* own_tool(const Known& known, std::string_view word) {
  const auto own = std::find_if(known.tools.begin(), known.tools.end(),
                                [&](const auto& tool) { return same_word(tool.id, word); });
  return own == known.tools.end() ? nullptr : &*own;
}

base::Result<void> write_tools(JsonWriter& out, const Words& words, const Known& known,
                               const Pack& pack) {
  if (words.tools.empty()) return {};
  out.key("tools").begin_array();
  for (const auto& word : words.tools) {
    if (const auto* own = own_tool(known, word)) {
      model::write_tool(out, *own);
    } else if (auto done = write_tool(out, word, pack); !done) {
      return std::unexpected(done.error());
    }
  }
  out.end_array();
  return {};
}

/// What a tool is called in the request: one's own name for it, or that of a preset.
std::string tool_called(std::string_view word, const Words& words, const Known& known,
                        const Pack& pack) {
  if (const auto* own = own_tool(known, word)) return own->id;
  for (const std::string_view named : words.tools) {
    const auto equals = named.find('=');
    if (equals != named.npos && same_word(named.substr(0, equals), word)) {
      return std::string(named.substr(0, equals));
    }
  }
  const Preset* preset = find_preset_by_word(pack, word);
  return std::string(preset != nullptr ? preset->name : word);
}

base::Result<void> write_uses(JsonWriter& out, const Words& words, const Known& known,
                              const Pack& pack) {
  if (words.use.empty()) return {};
  out.key("use").begin_array();
  for (const auto& word : words.use) {
    const auto colon = word.find(':');
    if (colon == word.npos) {
      return base::fail(ErrorCode::field_type, "--use", word,
                        "PLACE:TOOL, such as calves:massage_stick");
    }
    out.begin_object().key("at").string(place_id(word.substr(0, colon), pack));
    out.key("tool").string(tool_called(word.substr(colon + 1), words, known, pack)).end_object();
  }
  out.end_array();
  return {};
}

void write_at(JsonWriter& out, const Words& words) {
  if (words.at.empty()) return;
  out.key("at").begin_array();
  for (const auto& at : words.at) out.string(normal(at));
  out.end_array();
}

void write_red_flags(JsonWriter& out, const Words& words, std::string_view now) {
  const bool screened = words.none_of_these || !words.red_flags.empty();
  out.key("red_flags").begin_object().key("screened").boolean(screened);
  if (screened) out.key("at").string(now);
  out.key("present").begin_array();
  for (const auto& flag : words.red_flags) out.string(normal(flag));
  out.end_array().end_object();
}

void write_places(JsonWriter& out, std::string_view key, const std::vector<std::string>& words,
                  const Pack& pack) {
  out.key(key).begin_array();
  for (const auto& word : words) {
    out.begin_object();
    write_located(out, located(word, pack));
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string place_id(std::string_view word, const Pack& pack) {
  for (const auto& place : pack.places) {
    if (same_word(place.id, word)) return std::string(place.id);
  }
  for (const auto& place : pack.places) {
    const bool alias = std::any_of(place.aliases.begin(), place.aliases.end(),
                                   [&](std::string_view a) { return same_word(a, word); });
    if (alias || same_word(place.name, word) || same_word(place.plain, word)) {
      return std::string(place.id);
    }
  }
  return normal(word);
}

base::Result<std::string> request_json(const Words& words, const Pack& pack, std::string_view now,
                                       const Known& known) {
  if (words.none_of_these && !words.red_flags.empty()) {
    return base::fail(ErrorCode::contradiction, "--none-of-these", "with --red-flag",
                      "one of the two");
  }
  const std::string_view when = words.now.empty() ? now : std::string_view(words.now);
  JsonWriter out;
  out.begin_object().key("now").string(when);
  text_field(out, "language", words.language);
  number_field(out, "starts_in_minutes", words.starts_in);
  write_person(out, words);
  text_field(out, "goal", words.goal);
  if (!words.activity.empty()) out.key("activity").string(activity_id(words.activity, pack));
  number_field(out, "minutes", words.minutes.empty() ? "10" : words.minutes);
  write_at(out, words);
  out.key("feel").begin_array();
  for (const auto& feel : words.feel) {
    if (auto done = write_feel(out, feel, pack); !done) return std::unexpected(done.error());
  }
  out.end_array();
  write_places(out, "want", words.want, pack);
  write_places(out, "avoid", words.avoid, pack);
  write_conditions(out, words, pack);
  write_red_flags(out, words, when);
  if (auto done = write_tools(out, words, known, pack); !done) {
    return std::unexpected(done.error());
  }
  if (auto done = write_uses(out, words, known, pack); !done) {
    return std::unexpected(done.error());
  }
  const auto said = base::parse_json(out.end_object().take());
  if (!said) return std::unexpected(said.error());
  return desk::completed(*said, known, pack, base::parse_instant(now).value_or(base::Instant{}));
}

}  // namespace unknot::cli
