#pragma once
/// @file
/// What the `data` of each kind of record says, as plain values (docs/formats/journal.md). Ids of
/// the catalogue stay words, since a log may come from a newer catalogue; whoever uses one looks it
/// up. Readers ignore fields they do not know; `null` is absent, but for a profile, where it takes
/// a fact back.
///
/// Every reader gives the first broken field: its path below `data`, value, and what was expected.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/result.hpp"
#include "unknot/journal/limits.hpp"
#include "unknot/journal/record.hpp"
#include "unknot/model/request.hpp"

namespace unknot::journal {

struct PersonData {
  std::string name;  ///< 1..40 characters.
};

/// A fact in a profile record: not spoken of, taken back (said without a value), or said.
template <class T>
struct Fact {
  bool said = false;
  std::optional<T> value;
  Fact() = default;
  Fact(T given) : said(true), value(std::move(given)) {}  // NOLINT: a fact is its value
  [[nodiscard]] static Fact taken_back() {
    Fact fact;
    fact.said = true;
    return fact;
  }
};

/// A condition as it was said; an id or place of another catalogue is kept.
struct ConditionData {
  std::string id;
  std::string at;  ///< Place; empty: not said.
  model::Side side = model::Side::both;
  std::optional<std::int32_t> weeks;
  std::optional<base::Day> cleared_on;
};

/// Any facts somebody gives about themselves. A list replaces the whole list said before.
struct ProfileData {
  Fact<std::string> name;  ///< Another name than that of the person record.
  Fact<model::Experience> experience;
  Fact<std::int32_t> age;
  Fact<std::int32_t> height_tenths_cm;
  Fact<std::int32_t> mass_hectograms;
  Fact<model::FloorTransfer> floor_transfer;
  Fact<std::string> language;   ///< BCP 47, such as `en`.
  Fact<std::string> territory;  ///< ISO 3166 alpha-2, such as `DE`.
  Fact<std::vector<knowledge::Support>> at;
  Fact<std::vector<model::Tool>> tools;
  Fact<std::vector<ConditionData>> conditions;  ///< An empty list: asked, and none.
  Fact<bool> regular_declined;  ///< The offer to count as `regular` was answered with no.
};

struct PlanData {
  std::string plan;      ///< JSON of the plan document (unknot/plan@1), byte for byte.
  std::string settings;  ///< JSON object of how it was guided, the host's own; empty: none.
};

/// An event of the session engine in plain words.
struct EventData {
  std::int64_t ms = 0;                ///< Of the session's own clock.
  std::string kind;                   ///< Word of the engine: start, pause, level, ...
  std::optional<std::int32_t> level;  ///< 0..10
  std::string red_flag;               ///< Id; empty: none.
};

struct SessionData {
  std::string reason;                   ///< Word of the engine: finished, stopped, dizzy, ...
  std::optional<std::int32_t> seconds;  ///< Rolled, all pieces.
};

struct RolledData {
  std::string area;
  model::Side side = model::Side::both;
  std::int32_t seconds = 0;           ///< 1..21600
  std::int32_t rung = 1;              ///< 1..4, of the tool.
  std::optional<std::int32_t> level;  ///< 0..10; unset: unknown.
  std::vector<std::int32_t> sets;     ///< s each; may be left empty.
  std::string technique;              ///< Empty: not known, as for the next two.
  std::string tool;                   ///< The person's own name for it.
  std::string variant;                ///< lighter | standard | harder
  std::string replaces;               ///< Record it corrects; empty: none.
};

struct LevelData {
  std::string of;  ///< Id of the rolled record.
  std::int32_t level = 0;
};

/// How an area felt afterwards, or already during a session; or that it is gone.
struct AfterEffectData {
  std::string area;
  model::Side side = model::Side::both;
  /// Unset only when `gone`: everything there is gone.
  std::optional<model::AfterEffect> effect;
  bool gone = false;
};

/// An area and all that overlaps it, on both sides, is not to be rolled again today.
struct AreaOverData {
  std::string area;
  std::string reason;  ///< Word of the engine: level, hurt, tingling, coldness.
};

struct NoteData {
  std::string text;  ///< 1..4000 characters.
  std::string place;
  std::optional<model::Side> side;
};

struct RemovalData {
  std::string of;   ///< Id of the record that does not count; of a plan: the whole session.
  std::string why;  ///< Up to 100 characters; may be empty.
};

// The readers. `record` must be of the kind; its data is read, nothing else of it.
[[nodiscard]] base::Result<PersonData> person_data(const Record& record);
[[nodiscard]] base::Result<ProfileData> profile_data(const Record& record);
[[nodiscard]] base::Result<PlanData> plan_data(const Record& record);
[[nodiscard]] base::Result<EventData> event_data(const Record& record);
[[nodiscard]] base::Result<SessionData> session_data(const Record& record);
[[nodiscard]] base::Result<RolledData> rolled_data(const Record& record);
[[nodiscard]] base::Result<LevelData> level_data(const Record& record);
[[nodiscard]] base::Result<AfterEffectData> after_effect_data(const Record& record);
[[nodiscard]] base::Result<AreaOverData> area_over_data(const Record& record);
[[nodiscard]] base::Result<NoteData> note_data(const Record& record);
[[nodiscard]] base::Result<RemovalData> removal_data(const Record& record);

/// The first thing wrong with the data of a record, whatever its kind; of an unknown kind it need
/// only be a JSON object. Paths begin with `data`.
[[nodiscard]] std::optional<base::Error> broken_data(const Record& record);

}  // namespace unknot::journal
