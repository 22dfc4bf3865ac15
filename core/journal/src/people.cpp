#include "unknot/journal/people.hpp"

#include <algorithm>
#include <map>

#include "day.hpp"
#include "past.hpp"
#include "unknot/knowledge/numbers.hpp"

namespace unknot::journal {

namespace {

using knowledge::Number;
using knowledge::Pack;

/// A profile on its way: facts come in the order they were said, so that the newest stays.
class Portrait {
 public:
  Portrait(const Pack& pack, const PlaceNames& names) : pack_(pack), names_(names) {}

  void take(const Record& record, ProfileData data) {
    if (data.name.value) out.name = *data.name.value;  // Nobody is without a name.
    put(out.person.experience, data.experience);
    put(out.person.age, data.age);
    put(out.person.height_tenths_cm, data.height_tenths_cm);
    put(out.person.mass_hectograms, data.mass_hectograms);
    put(out.person.floor_transfer, data.floor_transfer);
    put(out.language, data.language);
    put(out.territory, data.territory);
    put(out.at, data.at);
    put(out.tools, data.tools);
    if (data.age.said) out.age_said = record.at;
    if (data.tools.said) out.tools_said = record.at;
    if (data.conditions.said) conditions(record, data.conditions.value);
    if (data.regular_declined.said) {
      declined.reset();
      if (data.regular_declined.value.value_or(false)) declined = record.at;
    }
  }

  Profile out;
  std::optional<base::Instant> declined;

 private:
  /// A fact that was taken back is as if it had never been said.
  template <class T>
  static void put(T& into, Fact<T>& fact) {
    if (fact.said) into = fact.value ? std::move(*fact.value) : T{};
  }
  template <class T>
  static void put(std::optional<T>& into, Fact<T>& fact) {
    if (fact.said) into = std::move(fact.value);
  }

  void conditions(const Record& record, const std::optional<std::vector<ConditionData>>& said) {
    out.conditions.clear();
    out.unknown_conditions.clear();
    out.conditions_asked.reset();
    if (!said) return;
    out.conditions_asked = record.at;
    for (const ConditionData& one : *said) {
      model::ConditionEntry entry{.id = knowledge::find_condition(pack_, one.id),
                                  .at = names_.find(one.at),
                                  .side = one.side,
                                  .weeks = one.weeks,
                                  .cleared_on = one.cleared_on};
      if (entry.id.valid() && (entry.at.valid() || one.at.empty())) {
        out.conditions.push_back(entry);
      } else {
        out.unknown_conditions.push_back(one);
      }
    }
  }

  const Pack& pack_;
  const PlaceNames& names_;
};

/// What a session was like, all areas together.
struct Outcome {
  const Record* last = nullptr;  ///< Its latest piece.
  bool known = false;            ///< Some level is.
  bool bad = false;              ///< 7 or more, or a harm.
};

/// The sessions of one person in the order of happening.
std::vector<Outcome> outcomes(const Live& log, const Pack& pack, base::Instant now) {
  std::vector<Outcome> out;  // By the numbers of sessions.
  const auto of = [&out](std::uint32_t number) -> Outcome& {
    if (out.size() <= number) out.resize(number + std::size_t{1});
    return out[number];
  };
  for (const Past& past : pasts(log, pack, now)) {
    for (const Rolling& piece : past.pieces) {
      Outcome& outcome = of(piece.session);
      if (outcome.last == nullptr || earlier(*outcome.last, *piece.record)) {
        outcome.last = piece.record;
      }
      outcome.known |= piece.level.has_value();
      outcome.bad |= piece.level && *piece.level >= pack.number(Number::back_level_min);
    }
    for (const SessionHere& session : past.sessions) of(session.number).bad |= session.felt.harm;
  }
  // A session of places that this catalogue does not know has a number and nothing here.
  std::erase_if(out, [](const Outcome& one) { return one.last == nullptr; });
  std::sort(out.begin(), out.end(),
            [](const Outcome& a, const Outcome& b) { return earlier(*a.last, *b.last); });
  return out;
}

bool may_be_regular(const Live& log, const Pack& pack, base::Instant now,
                    std::optional<base::Instant> declined) {
  const auto all = outcomes(log, pack, now);
  std::int32_t count = 0;
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    if (one->bad || (declined && one->last->at <= *declined)) break;
    count += one->known ? 1 : 0;
  }
  return count >= pack.number(Number::journal_regular_sessions);
}

}  // namespace

std::vector<Profile> people(std::span<const Record> records, const Pack& pack, base::Instant now,
                            Offers offers) {
  const Live log(records, {RecordKind::person, RecordKind::profile});
  const PlaceNames names(pack);
  std::map<std::string_view, Portrait> all;
  for (const Record* record : log.of(RecordKind::person)) {
    const auto data = person_data(*record);
    if (!data || record->person != record->id) continue;
    Portrait& portrait = all.try_emplace(record->id, pack, names).first->second;
    portrait.out.id = record->id;
    portrait.out.name = data->name;
  }
  auto facts = log.of(RecordKind::profile);
  std::sort(facts.begin(), facts.end(),
            [](const Record* a, const Record* b) { return earlier(*a, *b); });
  for (const Record* record : facts) {
    const auto whose = all.find(record->person);
    auto data = profile_data(*record);
    if (whose == all.end() || record->at > now || !data) continue;
    whose->second.take(*record, std::move(*data));
  }
  const std::int64_t days = pack.number(Number::journal_conditions_days);
  std::vector<Profile> out;
  for (auto& [id, portrait] : all) {
    Profile& profile = portrait.out;
    const auto asked = profile.conditions_asked;
    profile.conditions_due = !asked || !profile.unknown_conditions.empty() ||
                             now.seconds - asked->seconds >= days * seconds_per_day;
    if (offers == Offers::judged && profile.person.experience == model::Experience::fresh) {
      profile.may_be_regular =
          may_be_regular(Live(records, past_kinds, id), pack, now, portrait.declined);
    }
    out.push_back(std::move(profile));
  }
  return out;
}

}  // namespace unknot::journal
