// Whether there may be a plan at all, whether it fits the time, and what must be said beside it.

#include <algorithm>
#include <cstdlib>

#include "audit_internal.hpp"

namespace unknot::safety::auditing {

namespace {

constexpr std::int64_t seconds_in_hour = 3600;
constexpr std::int64_t seconds_in_minute = 60;

void judge_screening(const Case& c, Breaches& out) {
  const model::RedFlags& flags = c.request.red_flags;
  if (!flags.screened || !flags.at) {
    out.push_back(about_plan(RuleCode::screening, "red_flags"));
  } else {
    const std::int64_t age = std::abs(c.request.now.seconds - flags.at->seconds);
    const std::int64_t hours = c.number(Number::screening_valid_hours);
    if (age > hours * seconds_in_hour) {
      const std::int64_t begun = (age + seconds_in_hour - 1) / seconds_in_hour;
      out.push_back(
          about_plan(RuleCode::screening, "red_flags.at", measure(begun, hours, Unit::hour)));
    }
  }
  for (const auto flag : flags.present) {
    out.push_back(about_plan(RuleCode::screening, flag.valid() ? c.pack[flag].id : "red_flags"));
  }
}

void judge_age(const Case& c, Breaches& out) {
  const auto& age = c.request.person.age;
  const std::int32_t least = c.number(Number::min_age);
  if (!age || *age >= least) return;
  out.push_back(about_plan(RuleCode::bodies, "age", measure(*age, least, Unit::year)));
}

bool cleared(const Case& c, const model::ConditionEntry& entry) {
  return entry.cleared_on && *entry.cleared_on <= base::day_of(c.request.now);
}

void judge_refusals(const Case& c, Breaches& out) {
  for (const auto& entry : c.request.conditions) {
    if (!entry.id.valid()) {
      out.push_back(about_plan(RuleCode::condition, "conditions"));
      continue;
    }
    const knowledge::Condition& condition = c.pack[entry.id];
    const bool waits = condition.effects.ask && !cleared(c, entry);
    const bool nowhere = condition.needs_at && !entry.at.valid();
    if (!condition.effects.refuse && !waits && !nowhere) continue;
    out.push_back(about_plan(RuleCode::condition, condition.id));
  }
}

bool advises(const Case& c, RuleCode rule) {
  const auto& rules = c.plan.advice_rules;
  return std::find(rules.begin(), rules.end(), knowledge::name_of(rule)) != rules.end();
}

/// Soreness or pain of one calf or thigh could be a clot.
bool one_sided(const Case& c, const model::Feel& feel) {
  const bool kind = feel.kind == model::FeelKind::sore || feel.kind == model::FeelKind::pain;
  const bool side = feel.side == Side::left || feel.side == Side::right;
  return kind && side && c.pack[feel.at].sides == knowledge::Sides::pair &&
         listed(places_of(c.pack, RuleCode::refer), feel.at);
}

bool should_be_seen(const Case& c, const model::Feel& feel) {
  return feel.kind == model::FeelKind::pain && feel.level &&
         *feel.level >= c.number(Number::refer_level_min);
}

void judge_referral(const Case& c, Breaches& out) {
  if (advises(c, RuleCode::refer)) return;
  for (const auto& feel : c.request.feel) {
    if (!feel.at.valid() || (!one_sided(c, feel) && !should_be_seen(c, feel))) continue;
    out.push_back(about_plan(RuleCode::refer, c.pack[feel.at].id));
  }
  for (const auto& entry : c.request.conditions) {
    const knowledge::Effects* effects = effects_of(c.pack, entry);
    if (effects == nullptr || !effects->refer) continue;
    out.push_back(about_plan(RuleCode::refer, c.pack[entry.id].id));
  }
}

bool minor(const Case& c) {
  const auto& age = c.request.person.age;
  return age && *age < c.number(Number::adult_age);
}

void add_word(std::vector<std::string_view>& words, std::string_view word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

void judge_count(const Case& c, const std::vector<std::string_view>& words, Number most,
                 Breaches& out) {
  if (words.size() <= static_cast<std::size_t>(c.number(most))) return;
  const auto count = static_cast<std::int64_t>(words.size());
  out.push_back(about_plan(RuleCode::groups, most == Number::max_areas ? "areas" : "tools",
                           measure(count, c.number(most), Unit::count)));
}

}  // namespace

void judge_person(const Case& c, Breaches& out) {
  judge_screening(c, out);
  judge_age(c, out);
  judge_refusals(c, out);
}

// The rules speak of rolling that ends in time, so the longer of what is said and what adds up.
void judge_budget(const Case& c, Breaches& out) {
  const std::int64_t total = std::max<std::int64_t>(c.plan.total_seconds, total_seconds(c));
  const std::int64_t minutes = std::min(c.request.minutes, c.number(Number::budget_max_minutes));
  if (total > minutes * seconds_in_minute) {
    out.push_back(about_plan(RuleCode::budget, "total_seconds",
                             measure(total, minutes * seconds_in_minute, Unit::second)));
  }
  const std::int64_t limit = time_limit(c);
  if (limit == minutes * seconds_in_minute || total <= limit) return;
  out.push_back(about_plan(RuleCode::warm_up_cap, "starts_in_minutes",
                           measure(total, std::max<std::int64_t>(limit, 0), Unit::second)));
}

void judge_advice(const Case& c, Breaches& out) {
  judge_referral(c, out);
  const std::int32_t longest = c.number(Number::budget_max_minutes);
  if (c.request.minutes > longest && !advises(c, RuleCode::budget)) {
    out.push_back(
        about_plan(RuleCode::budget, "advice", measure(c.request.minutes, longest, Unit::minute)));
  }
  const bool before_effort =
      c.request.goal == knowledge::GoalKind::warm_up && c.request.starts_in_minutes;
  if (before_effort && !advises(c, RuleCode::warm_up_cap)) {
    out.push_back(about_plan(RuleCode::warm_up_cap, "advice"));
  }
  if (minor(c) && !advises(c, RuleCode::bodies)) {
    out.push_back(about_plan(RuleCode::bodies, "advice"));
  }
}

void judge_groups(const Case& c, Breaches& out) {
  std::vector<std::string_view> areas;
  std::vector<std::string_view> tools;
  for (const auto& step : c.plan.steps) {
    add_word(areas, step.area);
    add_word(tools, step.tool);
    for (const auto& other : step.alternatives) add_word(tools, other.tool);
  }
  judge_count(c, areas, Number::max_areas, out);
  judge_count(c, tools, Number::max_tools, out);
}

}  // namespace unknot::safety::auditing
