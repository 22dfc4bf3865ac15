#pragma once
/// @file
/// What the log says of somebody, in words: how a place felt, what that opens or closes next time.

#include <optional>
#include <string>
#include <vector>

#include "unknot/guidance/speaker.hpp"
#include "unknot/model/request.hpp"

namespace unknot::guidance {

/// One rung of the tool ladder, and how strong a tool on it may press.
struct OpenRung {
  std::int32_t rung = 1;       ///< 1..4
  std::int32_t intensity = 0;  ///< Highest pressure index, 1..10.
};

/// What a plan made now would find open on one side of an area.
struct NextTime {
  std::vector<OpenRung> rungs;    ///< Those that are open, the softest first.
  std::int32_t seconds_left = 0;  ///< Of the dose of this moment.
  std::int32_t seconds_full = 0;  ///< What it would be with nothing rolled lately.
  std::string left_alone;         ///< It hurt there: until when; else empty.
  std::string again;              ///< When it has had its time for now: from when on; else empty.
};

/// Something felt after a session that is not gone.
struct LeftThere {
  model::AfterEffect effect = model::AfterEffect::none;
  std::string where;  ///< Such as "calves left".
};

class LogWords {
 public:
  /// @param language  As for Speaker.
  LogWords(const knowledge::Pack& pack, std::string_view language) : speaker_(pack, language) {}

  /// That what was said about health is to be asked again.
  [[nodiscard]] std::string conditions_due() const;
  /// That a session ended an area for the day.
  /// @param reason  Word of the engine, such as `hurt`; another word is told as `hurt`.
  [[nodiscard]] std::string ended(std::string_view place, std::string_view reason) const;
  /// That somebody new may call themselves regular.
  [[nodiscard]] std::string may_be_regular() const;

  /// Sentences on one side of an area: when, how it felt, how it felt afterwards.
  /// @param when  Of the last time, as it is to be read.
  [[nodiscard]] std::vector<std::string> history(const model::History& entry,
                                                 std::string_view when) const;
  [[nodiscard]] std::string never() const;
  /// What that means for the next plan.
  [[nodiscard]] std::vector<std::string> next(const model::History& entry,
                                              const NextTime& next) const;

  /// How steadily somebody rolls; never a reproach.
  [[nodiscard]] std::string steadiness(std::int32_t weeks_in_a_row, std::int32_t this_week) const;

  /// "bruise", "sore for more than 48 hours".
  [[nodiscard]] std::string effect(model::AfterEffect effect) const;

  /// That nothing is known to be left at a place, so that nothing can be gone.
  [[nodiscard]] std::string nothing_open(const std::string& where) const;
  /// What a bruise, tingling or swelling means for plans.
  /// @param verb  What to type once it is gone.
  [[nodiscard]] std::string rests(const std::string& where, const std::string& verb) const;
  /// That what was said before is still there.
  [[nodiscard]] std::string still_open(const std::vector<LeftThere>& left,
                                       const std::string& verb) const;

 private:
  [[nodiscard]] std::string rung(std::int32_t rung) const;
  [[nodiscard]] std::string levels(const std::vector<std::optional<std::int32_t>>& all) const;

  Speaker speaker_;
};

}  // namespace unknot::guidance
