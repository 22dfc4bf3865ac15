// What a person enters by hand, and what follows from it.

#include <algorithm>

#include "entries.hpp"
#include "unknot/journal/projections.hpp"
#include "words.hpp"

namespace unknot::desk {

using base::Json;
using journal::Record;
using journal::RecordKind;
using model::AfterEffect;

namespace {

constexpr std::size_t most_entries = 200;
/// A clock that is a little ahead elsewhere is no reason to refuse.
constexpr std::int64_t seconds_of_grace = 60;

bool keeps_out(std::optional<AfterEffect> effect) {
  return effect == AfterEffect::bruise || effect == AfterEffect::tingling ||
         effect == AfterEffect::swelling;
}

/// What follows from entries, in words.
class Consequences {
 public:
  Consequences(const State& state, const std::string& person, const std::string& language,
               base::Instant now)
      : state_(state),
        facts_(state.log.facts_of(person)),
        speaker_(state.pack, language),
        wording_(state.pack, language),
        words_(state.pack, language),
        now_(now) {}

  std::vector<std::string> of(std::span<const Record> records) {
    for (const Record& record : records) {
      if (record.kind == RecordKind::after_effect) after_effect(record);
      if (record.kind == RecordKind::rolled) rolled(record);
      if (record.kind == RecordKind::level) level(record);
    }
    return std::move(says_);
  }

 private:
  void say(std::string sentence) {
    if (std::find(says_.begin(), says_.end(), sentence) == says_.end()) {
      says_.push_back(std::move(sentence));
    }
  }

  void after_effect(const Record& record) {
    const auto data = journal::after_effect_data(record);
    if (!data) return;
    const auto area = knowledge::find_place(state_.pack, data->area);
    if (!data->gone && keeps_out(data->effect)) {
      say(speaker_.phrase("log.rests_until", {{"place", wording_.side(area, data->side)}}));
    }
    if (!data->gone && data->effect == AfterEffect::none) still_open(area, data->side);
  }

  /// To say that nothing was felt this time is not to say that what was before is gone.
  void still_open(knowledge::PlaceIndex area, model::Side side) {
    std::string effects;
    for (const auto& one : journal::open_effects(facts_, state_.pack, now_)) {
      const bool here = one.area == area && (side == one.side || side == model::Side::both ||
                                             one.side == model::Side::both);
      if (!here || !keeps_out(one.effect)) continue;
      effects += effects.empty() ? "" : ", ";
      effects += speaker_.phrase("log.effect_at", {{"effect", words_.effect(one.effect)},
                                                   {"what", wording_.side(area, one.side)}});
    }
    if (!effects.empty()) say(speaker_.phrase("log.still_known", {{"effects", effects}}));
  }

  void too_strong(const Record& rolled) {
    const auto data = journal::rolled_data(rolled);
    if (!data) return;
    const auto area = knowledge::find_place(state_.pack, data->area);
    for (const auto& one : journal::left_alone(facts_, state_.pack, now_)) {
      if (one.area == area) say(words_.ended(speaker_.place(area), "level"));
    }
  }

  void rolled(const Record& record) {
    const auto data = journal::rolled_data(record);
    if (data && data->level) too_strong(record);
  }

  void level(const Record& record) {
    const auto data = journal::level_data(record);
    const Record* of = data ? state_.log.find(data->of) : nullptr;
    if (of != nullptr) too_strong(*of);
  }

  const State& state_;
  std::span<const Record> facts_;
  guidance::Speaker speaker_;
  guidance::Wording wording_;
  guidance::LogWords words_;
  base::Instant now_;
  std::vector<std::string> says_;
};

base::Instant read_past(Asked& in, base::Instant now) {
  const auto at = in.fields().instant("at");
  if (at && at->seconds > now.seconds + seconds_of_grace) {
    in.complaint().say(base::ErrorCode::out_of_range, "at", format_instant(*at),
                       "a time that is not in the future");
  }
  return at.value_or(now);
}

/// A log that has nobody gets somebody, unless that is just what is entered first.
bool begins_with_somebody(const Json& entries) {
  const Json* kind = entries.items.empty() ? nullptr : entries.items.front().find("kind");
  return kind != nullptr && kind->text == "person";
}

}  // namespace

Answer log_write(State& state, std::string_view input) {
  Asked in(input);
  const Writing writing = in.writing();
  const std::string person = in.id("person");
  const std::string language = in.language(state.pack);
  const base::Instant at = read_past(in, writing.now);
  static_cast<void>(in.need("entries", "a list of entries"));
  const Json* entries = in.fields().list("entries", most_entries);
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  Stamps stamps = stamps_for(state, writing);
  auto to = writer(state, person, writing.now, stamps);
  if (!to) return std::unexpected(to.error());
  if (begins_with_somebody(*entries)) to->first.clear();
  model::Complaint complaint;
  EntryReader reader(state, to->profile, stamps, writing, at, complaint);
  for (std::size_t i = 0; i < entries->items.size() && !complaint.error; ++i) {
    reader.read(entries->items[i], "entries[" + std::to_string(i) + "]");
  }
  if (complaint.error) return std::unexpected(std::move(*complaint.error));
  std::vector<Record> records = std::move(to->first);
  for (Record& record : reader.take()) records.push_back(std::move(record));
  if (const auto added = state.log.add(records); !added) return std::unexpected(added.error());
  const std::string in_words = language_for(state, language, to->profile);
  Consequences consequences(state, reader.person(), in_words, writing.now);
  return written_json(records, consequences.of(records));
}

}  // namespace unknot::desk
