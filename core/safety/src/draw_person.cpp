// Screening and bodies: who the person is, and whether they may roll at all today.

#include <algorithm>

#include "envelope_parts.hpp"

namespace unknot::safety {

using knowledge::Number;
using knowledge::RuleCode;
using knowledge::Support;
using knowledge::Unit;
using model::AdviceKind;
using model::Change;
using model::StopReason;

namespace {

constexpr std::int64_t seconds_per_hour = 3600;

/// A little ahead is a clock that differs; far ahead is as worthless as an old one.
bool fresh(const Drawing& d) {
  const auto& flags = d.request.red_flags;
  if (!flags.screened || !flags.at) return false;
  const std::int64_t age = d.request.now.seconds - flags.at->seconds;
  const std::int64_t most = d.number(Number::screening_valid_hours) * seconds_per_hour;
  return age <= most && -age <= most;
}

std::int32_t hours_since(const Drawing& d, base::Instant then) {
  // A begun hour counts as one, so that nobody reads "24 h ago, and hold for 24 h".
  const std::int64_t age = d.request.now.seconds - then.seconds;
  const std::int64_t hours = (age + seconds_per_hour - 1) / seconds_per_hour;
  constexpr std::int64_t most_told = 100000;
  return static_cast<std::int32_t>(std::min(hours, most_told));
}

void bar_floor(const Drawing& d) {
  for (std::size_t t = 0; t < d.pack.techniques.size(); ++t) {
    const auto& technique = d.pack.techniques[t];
    if (d.pack[technique.position].place == Support::floor) {
      d.envelope.techniques[t].push_back({.rule = RuleCode::bodies});
    }
  }
}

}  // namespace

void draw_screening(const Drawing& d) {
  if (!on(RuleCode::screening)) return;
  auto present = d.request.red_flags.present;
  std::stable_sort(present.begin(), present.end(), [&](const auto a, const auto b) {
    return d.pack[a].urgency < d.pack[b].urgency;
  });
  for (const auto flag : present) {
    d.stop({.reason = StopReason::screening,
            .rule = RuleCode::screening,
            .red_flag = flag,
            .would_change = {Change::see_urgent_help}});
  }
  if (!fresh(d)) {
    const auto& flags = d.request.red_flags;
    const bool stale = flags.screened && flags.at && *flags.at < d.request.now;
    model::Refusal refusal{.reason = StopReason::screening,
                           .rule = RuleCode::screening,
                           .would_change = {Change::answer_screening}};
    if (stale) {
      refusal.asked = model::quantity(hours_since(d, *flags.at), Unit::hour);
      refusal.limit = model::quantity(d.number(Number::screening_valid_hours), Unit::hour);
    }
    d.stop(std::move(refusal));
  }
}

void draw_bodies(const Drawing& d) {
  if (!on(RuleCode::bodies)) return;
  const auto& person = d.request.person;
  const std::int32_t least = d.number(Number::min_age);
  if (person.age && *person.age < least) {
    d.stop({.reason = StopReason::bodies,
            .rule = RuleCode::bodies,
            .asked = model::quantity(*person.age, Unit::year),
            .limit = model::quantity(least, Unit::year),
            .would_change = {Change::be_older}});
  } else if (person.age && *person.age < d.number(Number::adult_age)) {
    d.envelope.gentle = true;
    d.envelope.gentle_rule = RuleCode::bodies;
    d.envelope.advice.push_back({.kind = AdviceKind::adult_present, .rule = RuleCode::bodies});
  }
  const bool old = person.age && *person.age > d.number(Number::old_age_above);
  if (old || person.floor_transfer == model::FloorTransfer::slow) {
    d.envelope.lighter_only = true;
    d.envelope.setup_factor = d.number(Number::slow_setup_factor);
    d.envelope.advice.push_back({.kind = AdviceKind::lighter_setup, .rule = RuleCode::bodies});
  }
  if (person.floor_transfer == model::FloorTransfer::no) bar_floor(d);
}

}  // namespace unknot::safety
