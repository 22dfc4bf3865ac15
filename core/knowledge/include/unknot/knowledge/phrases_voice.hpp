#pragma once
/// @file
/// The sentences of a voice: whole ones, each of them one clip, with slots that have few values.

#include <string_view>

namespace unknot::knowledge {

/// A key of a language file with the slots that its text may use.
struct PhraseSpec {
  std::string_view key;
  std::string_view slots;  ///< Names separated by one space.
};

inline constexpr PhraseSpec voice_phrases[] = {
    {"voice.hello", "steps time"},
    {"voice.hello_name", "name steps time"},
    {"voice.first", "what!"},
    {"voice.next", "what!"},
    {"voice.with_tool", "tool!"},
    {"voice.switch_side", "what!"},
    {"voice.begin", ""},
    {"voice.stay_still", ""},
    {"voice.dose", "time!"},
    {"voice.pace", "pass!"},
    {"voice.from_to", "start! end!"},
    {"voice.set", "n! count!"},
    {"voice.half_way", ""},
    {"voice.fault", "fault! correction!"},
    {"voice.tender", "time!"},
    {"voice.last_seconds", "time!"},
    {"voice.time_left", "time!"},
    {"voice.breathe", ""},
    {"voice.spot_begins", "time!"},
    {"voice.spot_ends", ""},
    {"voice.rest", "time!"},
    {"voice.ask_level", ""},
    {"voice.ask_pain", ""},
    {"voice.level_taken", "n!"},
    {"voice.eased", ""},
    {"voice.eased_other", ""},
    {"voice.hardened", ""},
    {"voice.hardened_other", ""},
    {"voice.no_softer", ""},
    {"voice.no_harder", ""},
    {"voice.longer", "time!"},
    {"voice.again", "n! count!"},
    {"voice.no_more_time", ""},
    {"voice.nothing_before", ""},
    {"voice.paused_asked", ""},
    {"voice.paused_hurt", ""},
    {"voice.paused_clock", ""},
    {"voice.paused_resumed_later", ""},
    {"voice.resumes", "time!"},
    {"voice.step_over_finished", ""},
    {"voice.step_over_skipped", ""},
    {"voice.area_over", "what!"},
    {"voice.area_over_level", "what!"},
    {"voice.area_over_hurt", "what!"},
    {"voice.area_over_tingling", "what!"},
    {"voice.area_over_coldness", "what!"},
    {"voice.area_over_dose_spent", "what!"},
    {"voice.stop_rolling", ""},
    {"voice.emergency", "number!"},
    {"voice.over_finished", ""},
    {"voice.over_stopped", ""},
    {"voice.over_dizzy", "number!"},
    {"voice.why", "why!"},
    {"voice.local_number", ""},
    {"voice.tool.roller.soft", ""},
    {"voice.tool.roller.medium", ""},
    {"voice.tool.roller.firm", ""},
    {"voice.tool.roller.textured", ""},
    {"voice.tool.stick.soft", ""},
    {"voice.tool.stick.medium", ""},
    {"voice.tool.stick.firm", ""},
    {"voice.tool.stick.textured", ""},
    {"voice.tool.ball.soft", ""},
    {"voice.tool.ball.medium", ""},
    {"voice.tool.ball.firm", ""},
    {"voice.tool.ball.textured", ""},
    {"voice.second_one", ""},
    {"voice.second_other", "n!"},
    {"voice.minute_one", ""},
    {"voice.minute_other", "n!"},
    {"voice.minutes_and_seconds", "minutes! seconds!"},
    {"voice.step_one", ""},
    {"voice.step_other", "n!"},
    {"guide.step_one", "n"},
    {"guide.step_other", "n"},
};

}  // namespace unknot::knowledge
