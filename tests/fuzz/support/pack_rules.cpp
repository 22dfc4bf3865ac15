// Rules and numbers, care, teaching and words.

#include <cstdio>
#include <map>

#include "dump.hpp"
#include "unknot/knowledge/numbers.hpp"
#include "unknot/knowledge/phrases.hpp"
#include "unknot/knowledge/rule_code.hpp"

namespace unknot::fuzz {

namespace {

/// "owner.key" -> value, over all rules and settings.
std::map<std::string, std::int64_t> all_numbers(const Json& dump, Wrong& wrong) {
  std::map<std::string, std::int64_t> out;
  for (const std::string_view table : {"rules", "settings"}) {
    for (const Json& row : items(dump, table)) {
      for (const Json& value : items(row, "numbers")) {
        const std::string name = text(row, "id") + '.' + text(value, "key");
        wrong.unless(out.emplace(name, number(value, "value")).second, "a number twice: " + name);
      }
    }
  }
  return out;
}

std::int64_t sum_of(const Json& row, std::string_view key) {
  std::int64_t sum = 0;
  for (const Json& item : items(row, key)) sum += base::whole_number(item).value_or(-1000000);
  return sum;
}

void judge_effects(const Json& condition, const Words& places, Wrong& wrong) {
  const Json& effects = *condition.find("effects");
  const bool any_flag = std::any_of(effects.items.begin(), effects.items.end(),
                                    [](const Json& effect) { return effect.flag; });
  const Words bars = words(effects, "bar_places");
  const bool positions = !items(effects, "bar_positions").empty();
  wrong.unless(any_flag || !bars.empty() || positions, "a condition without effect", condition);
  wrong.unless(!flag(effects, "bar_at") || flag(condition, "needs_at"), "bar_at without a place",
               condition);
  wrong.unless(number(effects, "positions_from_week") == 0 || positions, "a week without positions",
               condition);
  const std::string pain_at = text(effects, "with_pain_at");
  wrong.unless(pain_at.empty() || (has(places, pain_at) && !bars.empty()),
               "with_pain_at bars nothing, or at an unknown place", condition);
}

}  // namespace

void judge_rules(const Json& dump, Wrong& wrong) {
  Words expected;
  for (const auto& row : knowledge::EnumNames<knowledge::RuleCode>::all) {
    expected.emplace_back(row.name);
  }
  wrong.unless(column(dump, "rules", "id") == expected, "rules missing, unknown or out of order");
  std::int64_t before = -1000000000;
  for (const Json& rule : items(dump, "rules")) {
    wrong.unless(number(rule, "order") > before, "orders do not rise", rule);
    before = number(rule, "order");
  }
  const auto numbers = all_numbers(dump, wrong);
  wrong.unless(numbers.size() == knowledge::number_count, "numbers missing or unknown");
  for (const auto& spec : knowledge::number_specs) {
    const std::string name = std::string(spec.owner) + '.' + std::string(spec.key);
    const auto found = numbers.find(name);
    wrong.unless(
        found != numbers.end() && found->second >= spec.least && found->second <= spec.most,
        "a number missing or out of its range: " + name);
  }
}

void judge_doses(const Json& dump, Wrong& wrong) {
  auto numbers = all_numbers(dump, wrong);
  Words seen;
  for (const Json& dose : items(dump, "doses")) {
    const auto seconds = number(dose, "seconds");
    seen.push_back(std::to_string(seconds));
    wrong.unless(seconds >= numbers["dose_range.min_seconds"] &&
                     seconds <= numbers["dose_range.max_seconds"] && seconds % 5 == 0,
                 "a dose out of range");
    for (const std::string_view sets : {"stroke_sets", "hold_sets"}) {
      wrong.unless(sum_of(dose, sets) == seconds, "sets do not sum to the dose");
      for (const Json& set : items(dose, sets)) {
        const auto value = base::whole_number(set).value_or(-1);
        wrong.unless(value > 0 && value % 5 == 0, "a set of no seconds, or not in fives");
        wrong.unless(sets != "hold_sets" || value <= numbers["spot_hold.max_seconds"],
                     "a hold that is too long");
      }
    }
  }
  wrong.unless(!seen.empty() && unique(seen), "no dose, or one twice");
}

void judge_care(const Json& dump, Wrong& wrong) {
  const Words places = column(dump, "places", "id");
  for (const Json& condition : items(dump, "conditions")) {
    judge_effects(condition, places, wrong);
  }
  for (const Json& sign : items(dump, "red_flags")) {
    const bool slot = text(sign, "text").find("{number}") != std::string::npos;
    wrong.unless(slot || text(sign, "urgency") != "emergency", "an emergency without number", sign);
  }
  for (const Json& row : items(dump, "emergency_numbers")) {
    for (const auto& territory : words(row, "territories")) {
      const bool form =
          territory.size() == 2 && std::all_of(territory.begin(), territory.end(),
                                               [](char c) { return c >= 'A' && c <= 'Z'; });
      wrong.unless(form, "a territory that is none: " + territory);
    }
  }
  const Words goals = column(dump, "goals", "kind");
  wrong.unless(
      goals.size() == knowledge::EnumNames<knowledge::GoalKind>::all.size() && unique(goals),
      "goals incomplete or twice");
  for (const std::string_view table : {"activities", "goals"}) {
    for (const Json& row : items(dump, table)) {
      const Json& weights = *row.find("weights");
      for (std::size_t i = 0; i < weights.items.size(); ++i) {
        const auto value = base::whole_number(weights.items[i]).value_or(-1);
        wrong.unless(has(places, weights.keys[i]) && value >= 0 && value <= 100,
                     "a weight out of range, or of an unknown area", row);
      }
    }
  }
}

void judge_teaching(const Json& dump, Wrong& wrong) {
  const Words claims = column(dump, "claims", "id");
  const Words places = column(dump, "places", "id");
  const Words rules = column(dump, "rules", "id");
  for (const Json& claim : items(dump, "claims")) {
    const std::string place = text(claim, "place");
    const std::string rule = text(claim, "rule");
    wrong.unless(place.empty() || has(places, place), "a claim about an unknown place", claim);
    wrong.unless(rule.empty() || has(rules, rule), "a claim about an unknown rule", claim);
  }
  std::size_t count = 0;
  for (const Json& sentence : items(dump, "sentences")) {
    char expected[32];
    std::snprintf(expected, sizeof expected, "s%02zu", ++count);
    wrong.unless(text(sentence, "id") == expected, "sentences do not count on", sentence);
    const Words carried = words(sentence, "claims");
    wrong.unless(carried.empty() != text(sentence, "no_claim").empty(),
                 "a sentence with neither claim nor reason, or both", sentence);
    for (const auto& id : carried) wrong.unless(has(claims, id), "an unknown claim", sentence);
  }
}

void judge_languages(const Json& dump, Wrong& wrong) {
  wrong.unless(!items(dump, "languages").empty(), "no language");
  for (const Json& language : items(dump, "languages")) {
    Words keys;
    for (const Json& phrase : items(language, "phrases")) {
      keys.push_back(text(phrase, "key"));
      wrong.unless(!text(phrase, "text").empty(), "an empty phrase: " + keys.back());
    }
    wrong.unless(unique(keys) && keys.size() == std::size(knowledge::phrase_specs),
                 "phrases missing, unknown or twice", language);
    for (const auto& spec : knowledge::phrase_specs) {
      wrong.unless(has(keys, std::string(spec.key)), "a phrase missing", language);
    }
  }
}

}  // namespace unknot::fuzz
