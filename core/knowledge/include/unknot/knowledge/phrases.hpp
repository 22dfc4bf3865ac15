#pragma once
/// @file
/// Which sentences the code asks of a language file, and the slots each may use.
/// kbc refuses a language in which one is missing, unknown, or uses a slot it is not given.

#include <string_view>

namespace unknot::knowledge {

struct PhraseSpec {
  std::string_view key;
  std::string_view slots;  ///< Names separated by one space.
};

inline constexpr std::string_view place_slots = "place side cause condition instead asked limit";
inline constexpr std::string_view finding_slots = "place asked limit";
inline constexpr std::string_view need_slots = "place goal activity";
inline constexpr std::string_view worth_slots = "need fit response amount technique tool points";
inline constexpr std::string_view differs_slots = "place side before after was is";

inline constexpr PhraseSpec phrase_specs[] = {
    // Numbers with their unit.
    {"unit.none", "n"},
    {"unit.second", "n"},
    {"unit.minute", "n"},
    {"unit.hour", "n"},
    {"unit.day", "n"},
    {"unit.week", "n"},
    {"unit.year", "n"},
    {"unit.count", "n"},
    {"unit.level", "n"},
    {"unit.rung", "n"},
    {"unit.index", "n"},
    {"unit.percent", "n"},
    {"unit.permille", "n"},
    {"unit.centimetre", "n"},
    {"unit.kilogram", "n"},
    {"unit.hectopascal", "n"},
    // Sides, and lists of words.
    {"side.left", ""},
    {"side.right", ""},
    {"side.both", ""},
    {"side.middle", ""},
    {"list.and", ""},
    {"list.or", ""},
    {"nothing_instead", ""},
    // Why a step is in the plan.
    {"why.offered", "place"},
    {"why.complaint", "place"},
    {"why.wish", "place"},
    {"why.activity", "activity"},
    {"why.goal", "goal"},
    // Why something is left out, by rule.
    {"left_out.bodies", place_slots},
    {"left_out.condition", place_slots},
    {"left_out.around_the_pain", place_slots},
    {"left_out.after_effects", place_slots},
    {"left_out.never_zones", place_slots},
    {"left_out.region", place_slots},
    {"left_out.hard_ball", place_slots},
    {"left_out.own_tools", place_slots},
    {"left_out.wish", place_slots},
    {"left_out.soft_first", place_slots},
    {"left_out.spacing", place_slots},
    {"left_out.dose_range", place_slots},
    {"left_out.groups", place_slots},
    {"left_out.budget", place_slots},
    {"left_out.refer", place_slots},
    {"left_out.instead", "instead"},
    // What a rule says of a draft or of somebody's plan.
    {"finding.asked_limit", "asked limit"},
    {"finding.asked_least", "asked limit"},
    {"finding.sum", "asked limit"},
    {"finding.screening", finding_slots},
    {"finding.bodies", finding_slots},
    {"finding.condition", finding_slots},
    {"finding.around_the_pain", finding_slots},
    {"finding.after_effects", finding_slots},
    {"finding.never_zones", finding_slots},
    {"finding.own_tools", finding_slots},
    {"finding.wish", finding_slots},
    {"finding.soft_first", finding_slots},
    {"finding.spacing", finding_slots},
    {"finding.dose_range", finding_slots},
    {"finding.warm_up_cap", finding_slots},
    {"finding.spot_hold", finding_slots},
    {"finding.pace", finding_slots},
    {"finding.equal_sides", finding_slots},
    {"finding.groups", finding_slots},
    {"finding.budget", finding_slots},
    {"finding.refer", finding_slots},
    {"finding.rolled", finding_slots},
    // Advice.
    {"advice.check_for_clot", "place side"},
    {"advice.see_a_clinician", "place amount"},
    {"advice.condition_refer", "condition"},
    {"advice.move_after_rolling", "amount"},
    {"advice.shorter_is_enough", "amount"},
    {"advice.adult_present", ""},
    {"advice.lighter_setup", ""},
    {"advice.condition_limits", "condition says"},
    {"advice.tell_next_time", ""},
    // No plan, and what would change that.
    {"refusal.screening", ""},
    {"refusal.screening_stale", "asked limit"},
    {"refusal.red_flag", "red_flag"},
    {"refusal.bodies", ""},
    {"refusal.bodies_gentle", ""},
    {"refusal.too_young", "asked limit"},
    {"refusal.condition", "condition"},
    {"refusal.condition_bars", ""},
    {"refusal.pain", ""},
    {"refusal.after_effects", ""},
    {"refusal.own_tools", ""},
    {"refusal.wish", ""},
    {"refusal.ladder", ""},
    {"refusal.spacing", ""},
    {"refusal.budget", "asked limit"},
    {"refusal.starts_too_soon", "asked limit"},
    {"change.answer_screening", ""},
    {"change.see_urgent_help", ""},
    {"change.be_older", "limit"},
    {"change.clear_with_clinician", "condition"},
    {"change.until_it_is_over", "condition"},
    {"change.say_where", "condition"},
    {"change.name_less_pain", ""},
    {"change.wait_until_gone", ""},
    {"change.add_a_tool", ""},
    {"change.add_a_place", ""},
    {"change.softer_tool", ""},
    {"change.gain_sessions", ""},
    {"change.wait_hours", ""},
    {"change.more_minutes", "limit"},
    {"change.start_earlier", ""},
    {"change.drop_avoid", ""},
    // Why the planner ranked as it did; the points are ours.
    {"explain.ranking", ""},
    {"explain.recent", "percent"},
    {"explain.planned", worth_slots},
    {"explain.would_be", worth_slots},
    {"explain.other_side", ""},
    {"explain.refused", ""},
    {"need.base", need_slots},
    {"need.goal", need_slots},
    {"need.activity", need_slots},
    {"need.wish", need_slots},
    {"need.complaint", need_slots},
    {"need.around", need_slots},
    // What two plans do differently.
    {"variant.lighter", ""},
    {"variant.standard", ""},
    {"variant.harder", ""},
    {"differs.way", "tool position variant"},
    {"differs.pressure", "index low high"},
    {"differs.added", "place side after is"},
    {"differs.dropped", "place side before was"},
    {"differs.longer", differs_slots},
    {"differs.shorter", differs_slots},
    {"differs.another_way", differs_slots},
    {"differs.other_pressure", differs_slots},
    {"differs.and_way", differs_slots},
    // What if, and what then.
    {"what_if.minute_more", ""},
    {"what_if.minute_less", ""},
    {"what_if.one_more_tool", "tool"},
    {"what_then.same", ""},
    {"what_then.other_plan", ""},
    {"what_then.a_plan", ""},
    {"what_then.no_plan", ""},
    {"what_then.still_none", ""},
    {"emergency.local_number", ""},
};

}  // namespace unknot::knowledge
