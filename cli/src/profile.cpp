#include "profile.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"
#include "unknot/journal/limits.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::cli {

using base::ErrorCode;
using journal::ConditionData;
using journal::Fact;
using journal::Profile;
using journal::ProfileData;
using knowledge::name_of;
using knowledge::Pack;

namespace {

/// As a request, so that what somebody says of themselves is checked like anything else.
base::Result<model::Request> as_request(const Words& words, const Pack& pack) {
  constexpr std::string_view any_time = "2026-01-01T00:00:00Z";
  const auto text = request_json(words, pack, any_time);
  if (!text) return std::unexpected(text.error());
  return model::read_request(*text, pack, *base::parse_instant(any_time));
}

std::string language_of(const Words& words) {
  return base::lower_ascii(base::trim(words.language));
}

base::Result<std::string> territory_of(const std::string& word) {
  std::string out;
  for (const char c : base::lower_ascii(word)) {
    if (c < 'a' || c > 'z') break;
    out += static_cast<char>(c - 'a' + 'A');
  }
  if (out.size() == 2 && word.size() == 2) return out;
  return base::fail(ErrorCode::field_type, "--territory", word, "two letters such as GB");
}

/// What follows `--unset`, and how each fact is taken back.
struct Unset {
  std::string_view name;
  void (*take_back)(ProfileData& data);
};

constexpr Unset unsets[] = {
    {"experience", [](ProfileData& d) { d.experience = d.experience.taken_back(); }},
    {"age", [](ProfileData& d) { d.age = d.age.taken_back(); }},
    {"height", [](ProfileData& d) { d.height_tenths_cm = d.height_tenths_cm.taken_back(); }},
    {"mass", [](ProfileData& d) { d.mass_hectograms = d.mass_hectograms.taken_back(); }},
    {"floor_transfer", [](ProfileData& d) { d.floor_transfer = d.floor_transfer.taken_back(); }},
    {"language", [](ProfileData& d) { d.language = d.language.taken_back(); }},
    {"territory", [](ProfileData& d) { d.territory = d.territory.taken_back(); }},
    {"at", [](ProfileData& d) { d.at = d.at.taken_back(); }},
};

base::Result<void> take_back(ProfileData& data, const std::vector<std::string>& names) {
  for (const auto& name : names) {
    const auto row = std::find_if(std::begin(unsets), std::end(unsets),
                                  [&](const Unset& one) { return one.name == name; });
    if (row == std::end(unsets)) {
      std::string all;
      for (const auto& one : unsets) all += (all.empty() ? "" : " | ") + std::string(one.name);
      return base::fail(ErrorCode::id_unknown, "--unset", name, all);
    }
    row->take_back(data);
  }
  return {};
}

std::vector<ConditionData> condition_data(const std::vector<model::ConditionEntry>& entries,
                                          const Pack& pack) {
  std::vector<ConditionData> out;
  for (const auto& entry : entries) {
    out.push_back({.id = std::string(pack[entry.id].id),
                   .at = entry.at.valid() ? std::string(pack[entry.at].id) : std::string(),
                   .side = entry.side,
                   .weeks = entry.weeks,
                   .cleared_on = entry.cleared_on});
  }
  return out;
}

std::string decimal(std::int32_t tenths) { return base::JsonWriter().tenths(tenths).take(); }

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string at_words(const std::vector<knowledge::Support>& at) {
  std::vector<std::string> out;
  for (const auto support : at) out.emplace_back(name_of(support));
  return joined(out);
}

}  // namespace

const std::vector<std::string>& fact_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const auto& one : unsets) out.emplace_back(one.name);
    return out;
  }();
  return names;
}

base::Result<std::string> person_name(std::string_view text, const std::vector<Profile>& people,
                                      std::string_view own) {
  const std::string name(base::trim(text));
  const std::string expected =
      "1 to " + std::to_string(journal::limits::name_length) + " printable characters";
  if (name.empty() || base::printable(name) != name ||
      base::code_points(name) > journal::limits::name_length) {
    return base::fail(ErrorCode::out_of_range, "name", text, expected);
  }
  for (const Profile& one : people) {
    if (one.id != own && base::lower_ascii(one.name) == base::lower_ascii(name)) {
      return base::fail(ErrorCode::contradiction, "name", name, "a name nobody else has here");
    }
  }
  return name;
}

base::Result<ProfileData> profile_of_words(const SelfWords& said, const Pack& pack) {
  if (said.no_conditions && !said.words.conditions.empty()) {
    return base::fail(ErrorCode::contradiction, "--no-conditions", "with --condition",
                      "one of the two");
  }
  const auto request = as_request(said.words, pack);
  if (!request) return std::unexpected(request.error());
  const Words& w = said.words;
  ProfileData data;
  if (!w.experience.empty()) data.experience = request->person.experience;
  if (!w.age.empty()) data.age = *request->person.age;
  if (!w.height.empty()) data.height_tenths_cm = *request->person.height_tenths_cm;
  if (!w.mass.empty()) data.mass_hectograms = *request->person.mass_hectograms;
  if (!w.floor_transfer.empty()) data.floor_transfer = request->person.floor_transfer;
  if (!w.language.empty()) data.language = language_of(w);
  if (!w.at.empty()) data.at = request->at;
  if (said.no_conditions || !w.conditions.empty()) {
    data.conditions = condition_data(request->conditions, pack);
  }
  if (!said.territory.empty()) {
    auto territory = territory_of(said.territory);
    if (!territory) return std::unexpected(territory.error());
    data.territory = std::move(*territory);
  }
  if (auto done = take_back(data, said.unset); !done) return std::unexpected(done.error());
  return data;
}

base::Result<model::Tool> tool_of_word(const std::string& word, const Pack& pack) {
  Words words;
  words.tools = {word};
  const auto request = as_request(words, pack);
  if (!request) return std::unexpected(request.error());
  return request->tools.front();
}

std::string tool_words(const model::Tool& tool) {
  std::vector<std::string> out{std::string(name_of(tool.kind)), std::string(name_of(tool.density)),
                               std::string(name_of(tool.surface))};
  if (tool.diameter_tenths_cm) out.push_back(decimal(*tool.diameter_tenths_cm) + " cm");
  if (tool.temperature != knowledge::Temperature::none) {
    out.emplace_back(name_of(tool.temperature));
  }
  if (tool.vibration) out.emplace_back("vibration");
  return joined(out);
}

std::vector<std::string> condition_flags(const std::vector<model::ConditionEntry>& conditions,
                                         const Pack& pack) {
  std::vector<std::string> out;
  for (const auto& entry : conditions) {
    std::string word(pack[entry.id].id);
    if (entry.at.valid()) {
      word += ':' + std::string(pack[entry.at].id) + '/' + std::string(name_of(entry.side));
    }
    if (entry.weeks) word += ":weeks=" + std::to_string(*entry.weeks);
    if (entry.cleared_on) word += ":cleared=" + format_day(*entry.cleared_on);
    out.push_back(std::move(word));
  }
  return out;
}

std::string condition_words(const model::ConditionEntry& entry, const Pack& pack) {
  std::vector<std::string> more;
  if (entry.at.valid()) {
    more.push_back(std::string(pack[entry.at].name) + ' ' + std::string(name_of(entry.side)));
  }
  if (entry.weeks) more.push_back(std::to_string(*entry.weeks) + " weeks");
  if (entry.cleared_on) more.push_back("agreed on " + format_day(*entry.cleared_on));
  const std::string name(pack[entry.id].name);
  return more.empty() ? name : name + " (" + joined(more) + ')';
}

std::string profile_text(const Profile& profile, const Pack& pack, const Style& style) {
  constexpr std::size_t width = 18;
  std::string out = style.heading(capital(shown_name(profile.name))) + '\n';
  const auto row = [&](std::string_view head, const std::string& text) {
    if (text.empty()) return;
    out += wrap_after("  " + std::string(head) + std::string(width - head.size(), ' '), text);
  };
  const model::Person& person = profile.person;
  row("Experience", std::string(name_of(person.experience)));
  if (person.age) row("Age", std::to_string(*person.age));
  if (person.height_tenths_cm) row("Height", decimal(*person.height_tenths_cm) + " cm");
  if (person.mass_hectograms) row("Mass", decimal(*person.mass_hectograms) + " kg");
  row("Down and up", std::string(name_of(person.floor_transfer)));
  row("Can be at", profile.at ? at_words(*profile.at) : "not said");
  for (const auto& tool : profile.tools) row("Tool", tool.id + ": " + tool_words(tool));
  if (profile.tools.empty()) row("Tools", "none said");
  for (const auto& entry : profile.conditions) row("Health", condition_words(entry, pack));
  for (const auto& entry : profile.unknown_conditions) {
    row("Health", base::printable(entry.id) + ", which this version does not know");
  }
  const std::string when = profile.conditions_asked
                               ? "asked on " + format_day(base::day_of(*profile.conditions_asked))
                               : "not asked yet";
  row(profile.conditions.empty() ? "Health" : "",
      (profile.conditions.empty() && profile.conditions_asked ? "nothing of the list; " : "") +
          when);
  row("Language", profile.language.empty() ? "not said" : profile.language);
  row("Country", profile.territory.empty() ? "not said" : profile.territory);
  return out;
}

}  // namespace unknot::cli
