#include "given_entries.hpp"

namespace unknot::scenarios {

namespace {

constexpr std::size_t most_levels = 3;

std::string put_located(auto& entry, std::string_view word, const knowledge::Pack& pack) {
  const auto where = read_located(word, pack);
  if (!where) return where.error();
  entry.at = where->at;
  entry.side = where->side;
  return {};
}

std::string unexpected_word(std::string_view word) {
  return "'" + std::string(word) + "' is not expected here";
}

std::string tool_extra(std::string_view word, model::Tool& tool) {
  if (word == "vibrating") {
    tool.vibration = true;
    return {};
  }
  return put(tool.temperature, read_choice<knowledge::Temperature>(word));
}

std::string put_day(std::optional<base::Day>& day, std::string_view word) {
  day = base::parse_day(word);
  return day ? std::string{} : "got '" + std::string(word) + "', expected a day";
}

std::string condition_detail(Words& words, model::ConditionEntry& entry,
                             const knowledge::Pack& pack) {
  if (words.take("at")) return put_located(entry, words.next(), pack);
  if (words.take("weeks")) return put(entry.weeks, read_number(words.next()));
  if (words.take("cleared")) return put_day(entry.cleared_on, words.next());
  return unexpected_word(words.next());
}

/// Newest first; `?` is a level nobody told.
std::string history_levels(Words& words, model::History& entry) {
  while (entry.last_levels.size() < most_levels) {
    if (words.take("?")) {
      entry.last_levels.emplace_back();
      continue;
    }
    const auto level = read_number(words.peek());
    if (!level) break;
    entry.last_levels.emplace_back(*level);
    words.next();
  }
  return entry.last_levels.empty() ? "levels need a number or ?" : std::string{};
}

/// `last 20h`: hours before now.
std::string history_last(Words& words, model::History& entry, base::Instant now) {
  std::string_view word = words.next();
  if (!word.ends_with('h')) return "'last' is told in hours, such as 20h";
  word.remove_suffix(1);
  const auto hours = read_number(word);
  if (!hours) return hours.error();
  entry.last = base::Instant{now.seconds - *hours * seconds_per_hour, now.offset_minutes};
  return {};
}

std::string history_detail(Words& words, model::History& entry, base::Instant now) {
  if (words.take("rung")) return put(entry.rung, read_number(words.next()));
  if (words.take("clean")) return put(entry.clean_sessions, read_number(words.next()));
  if (words.take("levels")) return history_levels(words, entry);
  if (words.take("after")) {
    return put(entry.after_effect, read_choice<model::AfterEffect>(words.next()));
  }
  if (words.take("gone")) {
    entry.after_effect_gone = true;
    return {};
  }
  if (words.take("seconds_6h")) return put(entry.seconds_6h, read_number(words.next()));
  if (words.take("times_24h")) return put(entry.times_24h, read_number(words.next()));
  if (words.take("last")) return history_last(words, entry, now);
  return unexpected_word(words.next());
}

}  // namespace

std::string give_tool(Words& words, model::Request& request) {
  model::Tool tool;
  tool.id = words.next();
  if (!words.take("=")) return "a tool is told as NAME = KIND DENSITY SURFACE";
  std::string complaint = put(tool.kind, read_choice<knowledge::ToolKind>(words.next()));
  if (complaint.empty()) {
    complaint = put(tool.density, read_choice<knowledge::Density>(words.next()));
  }
  if (complaint.empty()) {
    complaint = put(tool.surface, read_choice<knowledge::Surface>(words.next()));
  }
  while (complaint.empty() && !words.done()) complaint = tool_extra(words.next(), tool);
  request.tools.push_back(std::move(tool));
  return complaint;
}

std::string give_feel(Words& words, model::Request& request, const knowledge::Pack& pack) {
  model::Feel feel;
  std::string complaint = put_located(feel, words.next(), pack);
  if (complaint.empty()) complaint = put(feel.kind, read_choice<model::FeelKind>(words.next()));
  if (complaint.empty() && !words.done()) complaint = put(feel.level, read_number(words.next()));
  request.feel.push_back(feel);
  return complaint;
}

std::string give_wish(Words& words, std::vector<model::Wish>& wishes, const knowledge::Pack& pack) {
  model::Wish wish;
  std::string complaint = put_located(wish, words.next(), pack);
  wish.why = words.rest();
  wishes.push_back(std::move(wish));
  return complaint;
}

std::string give_condition(Words& words, model::Request& request, const knowledge::Pack& pack) {
  model::ConditionEntry entry;
  const std::string_view id = words.next();
  entry.id = knowledge::find_condition(pack, id);
  if (!entry.id.valid()) return unknown_id("condition", id, pack.conditions).error();
  std::string complaint;
  while (complaint.empty() && !words.done()) complaint = condition_detail(words, entry, pack);
  request.conditions.push_back(entry);
  return complaint;
}

std::string give_flag(Words& words, model::Request& request, const knowledge::Pack& pack) {
  const std::string_view id = words.next();
  const auto flag = knowledge::find_red_flag(pack, id);
  if (!flag.valid()) return unknown_id("flag", id, pack.red_flags).error();
  request.red_flags.present.push_back(flag);
  return {};
}

std::string give_history(Words& words, model::Request& request, const knowledge::Pack& pack) {
  const auto where = read_located(words.next(), pack);
  if (!where) return where.error();
  model::History entry;
  entry.area = where->at;
  entry.side = where->side;
  std::string complaint;
  while (complaint.empty() && !words.done()) {
    complaint = history_detail(words, entry, request.now);
  }
  request.history.push_back(std::move(entry));
  return complaint;
}

}  // namespace unknot::scenarios
