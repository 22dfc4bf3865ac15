#include "pack_judge.hpp"

#include "dump.hpp"

namespace unknot::fuzz {

namespace {

bool id_form(const std::string& id) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !id.empty() && letter(id[0]) && std::all_of(id.begin(), id.end(), [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

void judge_ids(const Json& dump, Wrong& wrong) {
  for (const std::string_view table :
       {"sources", "muscles", "places", "techniques", "presets", "conditions", "red_flags",
        "claims", "sentences", "activities"}) {
    const Words ids = column(dump, table, "id");
    wrong.unless(unique(ids), std::string(table) + ": an id stands twice");
    wrong.unless(std::all_of(ids.begin(), ids.end(), id_form),
                 std::string(table) + ": an id is malformed");
  }
  Words owners = column(dump, "rules", "id");
  const Words settings = column(dump, "settings", "id");
  owners.insert(owners.end(), settings.begin(), settings.end());
  wrong.unless(unique(owners), "rules and settings: an id stands twice");
}

/// Wherever sources stand, each is known and none twice.
void judge_sources(const Json& json, const Words& known, Wrong& wrong) {
  if (json.find("sources") != nullptr) {
    const Words cited = words(json, "sources");
    wrong.unless(unique(cited), "a source is cited twice", json);
    for (const auto& id : cited) wrong.unless(has(known, id), "an unknown source", json);
  }
  for (const Json& item : json.items) judge_sources(item, known, wrong);
}

/// What must rest on more than hearsay.
void judge_support(const Json& dump, Wrong& wrong) {
  Words firm;
  for (const Json& source : items(dump, "sources")) {
    if (text(source, "verified") != "recalled") firm.push_back(text(source, "id"));
  }
  const auto rests = [&](const Json& row) {
    const Words cited = words(row, "sources");
    wrong.unless(std::any_of(cited.begin(), cited.end(),
                             [&](const std::string& id) { return has(firm, id); }),
                 "no source, or only what is recalled", row);
  };
  for (const std::string_view table :
       {"claims", "rules", "conditions", "red_flags", "emergency_numbers"}) {
    for (const Json& row : items(dump, table)) rests(row);
  }
  for (const std::string_view table : {"rules", "settings"}) {
    for (const Json& row : items(dump, table)) {
      for (const Json& value : items(row, "numbers")) rests(value);
    }
  }
}

}  // namespace

std::string what_is_inconsistent(const Json& dump) {
  Wrong wrong;
  judge_ids(dump, wrong);
  const Words sources = column(dump, "sources", "id");
  for (std::size_t i = 0; i < dump.items.size(); ++i) {
    if (dump.keys[i] != "sources") judge_sources(dump.items[i], sources, wrong);
  }
  judge_support(dump, wrong);
  judge_places(dump, wrong);
  judge_techniques(dump, wrong);
  judge_tools(dump, wrong);
  judge_rules(dump, wrong);
  judge_doses(dump, wrong);
  judge_care(dump, wrong);
  judge_teaching(dump, wrong);
  judge_languages(dump, wrong);
  return wrong.first();
}

}  // namespace unknot::fuzz
