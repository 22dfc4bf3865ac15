#include "spoken.hpp"

#include <algorithm>
#include <map>

#include "each_text.hpp"
#include "numbers_of.hpp"
#include "unknot/knowledge/speech.hpp"

namespace unknot::kbc {

namespace {

constexpr std::int32_t ms_per_second = 1000;

/// One language's words, to be put together as the narrator does.
class Spoken {
 public:
  Spoken(const Review& review, const LanguageRow& language) : review_(review), language_(language) {
    for (const auto& row : language.phrases) phrases_.emplace(row.key.value, &row.text);
    for (const auto& row : language.texts) texts_.emplace(row.key.value, &row.text);
    for (const auto& row : language.set_ups) set_ups_.emplace(row.key.value, &row.text);
    for (const auto& row : language.sides) sides_.emplace(row.key.value, &row.text);
  }

  void check(const TechniqueRow& technique) {
    technique_ = &technique;
    const std::string side = longest_side(technique);
    const std::int32_t ready = technique.setup_seconds.value * ms_per_second;
    fits(filled("voice.next", "what", side) + ' ' + own(set_ups_, technique.id), ready,
         "the time to get into place", at(set_ups_, technique.id));
    fits(filled("voice.switch_side", "what", side), ready, "the time to change sides", {});
    const bool hold = technique.motion.value == knowledge::Motion::hold;
    const std::string begin =
        filled("voice.begin") + ' ' + filled("voice.dose", "time", longest_time()) + ' ' +
        (hold ? filled("voice.stay_still") : filled("voice.pace", "pass", longest_pass()));
    for (const auto& variant : technique.variants) {
      fits(begin + ' ' + text(variant.how), until_half_way(hold), "the first half of a set",
           where(variant.how));
    }
    check_remarks(technique);
  }

 private:
  using ByKey = std::map<std::string_view, const Str*>;

  /// What is said within a set or a rest, when there is room.
  void check_remarks(const TechniqueRow& technique) {
    const std::int32_t room = longest_gap();
    const std::string call = filled("voice.half_way") + ' ';
    for (const auto& cue : technique.cues) fits(call + text(cue), room, "any gap", where(cue));
    for (const auto& row : technique.faults) {
      const std::string said =
          filled("voice.fault", "fault", text(row.fault), "correction", text(row.correction));
      fits(call + said, room, "any gap", where(row.fault));
    }
  }

  /// A phrase with up to two slots filled; empty when there is none, which others complain of.
  std::string filled(std::string_view key, std::string_view slot = {}, std::string_view value = {},
                     std::string_view slot2 = {}, std::string_view value2 = {}) const {
    const auto phrase = phrases_.find(key);
    if (phrase == phrases_.end()) return {};
    std::string out = phrase->second->value;
    const auto put = [&out](std::string_view name, std::string_view by) {
      const auto mark = say("{", name, "}");
      const auto found = name.empty() ? std::string::npos : out.find(mark);
      if (found != std::string::npos) out.replace(found, mark.size(), by);
    };
    put(slot, value);
    put(slot2, value2);
    return out;
  }

  static std::string own(const ByKey& words, const Str& key) {
    const auto found = words.find(key.value);
    return found == words.end() ? std::string() : found->second->value;
  }
  static Where at(const ByKey& words, const Str& key) {
    const auto found = words.find(key.value);
    return found == words.end() ? Where{} : found->second->where;
  }

  /// A text of a row in this language.
  std::string text(const Str& english) const {
    const auto found = texts_.find(english.value);
    return found == texts_.end() ? english.value : found->second->value;
  }
  Where where(const Str& english) const {
    const auto found = texts_.find(english.value);
    return found == texts_.end() ? english.where : found->second->where;
  }

  /// Of those that a technique can be done on: one at a time, or both at once.
  std::string longest_side(const TechniqueRow& technique) const {
    const bool each = technique.laterality.value == knowledge::Laterality::each;
    std::string_view longest;
    for (const auto& [key, name] : sides_) {
      if (!key.starts_with(say(technique.area.value, "."))) continue;
      if (each == (key.ends_with(".both") || key.ends_with(".middle"))) continue;
      if (name->value.size() > longest.size()) longest = name->value;
    }
    return std::string{longest};
  }

  /// "seventy-seven seconds", roughly.
  std::string longest_time() const { return filled("voice.second_other", "n", longest_word(100)); }
  std::string longest_pass() const {
    const auto most = number(knowledge::Number::pace_max_seconds);
    return filled("voice.second_other", "n", longest_word(static_cast<std::size_t>(most) + 1));
  }
  std::string longest_word(std::size_t below) const {
    std::string_view longest;
    for (std::size_t n = 0; n < std::min(below, language_.number_words.size()); ++n) {
      const std::string_view word = language_.number_words.items[n].value;
      if (word.size() > longest.size()) longest = word;
    }
    return std::string{longest};
  }

  [[nodiscard]] std::int32_t number(knowledge::Number n) const {
    return number_of(review_.tables, n).value_or(0);
  }
  /// Of the shortest set that a dose begins with.
  [[nodiscard]] std::int32_t until_half_way(bool hold) const {
    std::int32_t least = 0;
    for (const auto& dose : review_.tables.doses) {
      const auto& sets = hold ? dose.hold_sets : dose.stroke_sets;
      if (sets.empty()) continue;
      if (least == 0 || sets.items[0].value < least) least = sets.items[0].value;
    }
    return least * ms_per_second / 2;
  }
  /// The second half of a hold as long as the rule allows, up to the call of the last seconds.
  [[nodiscard]] std::int32_t longest_gap() const {
    return (number(knowledge::Number::hold_max_seconds) / 2 -
            number(knowledge::Number::call_seconds)) *
           ms_per_second;
  }

  void fits(const std::string& spoken, std::int32_t room_ms, std::string_view room,
            Where said_at) const {
    if (!language_.letters_per_second.given() || language_.letters_per_second.value <= 0) return;
    const auto needed = knowledge::spoken_ms(spoken, language_.letters_per_second.value);
    if (needed <= room_ms || room_ms <= 0) return;
    review_.complaints.add(
        said_at.known() ? said_at : language_.where,
        say("takes ", needed, " ms to say in ", ticked(language_.id.value), ", longer than ", room,
            ", ", room_ms, " ms, in technique ", ticked(technique_->id.value), ": ", spoken));
  }

  const Review& review_;
  const LanguageRow& language_;
  const TechniqueRow* technique_ = nullptr;
  ByKey phrases_, texts_, set_ups_, sides_;
};

/// Clips are whole sentences.
void check_ends(const Review& review, const Str& text) {
  const char last = text.value.empty() ? '.' : text.value.back();
  if (last == '.' || last == '!' || last == '?') return;
  review.complaints.add(text.where, "is spoken, but does not end as a sentence does");
}

}  // namespace

void check_spoken(const Review& review, const LanguageRow& language) {
  Spoken spoken(review, language);
  for (const auto& technique : review.tables.techniques) spoken.check(technique);
  for (const auto& row : language.set_ups) check_ends(review, row.text);
  if (language.id.value != rows_language) return;
  for (const auto& technique : review.tables.techniques) {
    for (const auto& cue : technique.cues) check_ends(review, cue);
    for (const auto& variant : technique.variants) check_ends(review, variant.how);
    for (const auto& row : technique.faults) {
      check_ends(review, row.fault);
      check_ends(review, row.correction);
    }
  }
}

}  // namespace unknot::kbc
