#pragma once
/// @file
/// What a coach says beside the calls of a session, chosen before it begins: each remark where
/// there is room for it, so that no sentence runs into the next and a second side hears what the
/// first had no time for. Chosen from the plan alone, so the same plan is told the same way.

#include <deque>
#include <string>
#include <vector>

#include "unknot/guidance/narrator.hpp"
#include "unknot/guidance/wording.hpp"

namespace unknot::guidance {

/// The remarks of one set, each empty where there is nothing to say.
struct SetRemarks {
  std::string begin;     ///< The whole beginning.
  std::string breathe;   ///< At the reminder to breathe.
  std::string half_way;  ///< After "half way".
  std::string rest;      ///< In the rest before this set.
};

struct StepScript {
  std::string ready;      ///< The whole announcement.
  bool switches = false;  ///< It tells of a change of sides.
  std::vector<SetRemarks> sets;
};

class Script {
 public:
  Script(const Session& session, const knowledge::Pack& pack, const Wording& wording);

  [[nodiscard]] const StepScript& step(std::size_t i) const { return steps_[i]; }
  [[nodiscard]] Verbosity verbosity(std::size_t i) const;

 private:
  using Remarks = std::deque<std::string>;

  void tell_step(std::size_t i);
  [[nodiscard]] std::string announcement(std::size_t i) const;
  void tell_set(std::size_t i, std::size_t set, std::string how, std::string from_to);
  [[nodiscard]] std::string beginning(std::size_t i, std::size_t set) const;
  [[nodiscard]] Remarks remarks_of(std::size_t i) const;
  /// The first remark that fits; a cue again when there is none left and `cue` is set.
  std::string take(std::int64_t room_ms, bool cue);
  [[nodiscard]] const knowledge::Technique& technique(std::size_t i) const;
  [[nodiscard]] bool goes_on(std::size_t i) const;

  const Session& session_;
  const knowledge::Pack& pack_;
  const Wording& wording_;
  std::vector<StepScript> steps_;
  Remarks left_;  ///< Not yet said of the technique under way.
  std::vector<std::string> cues_;
  std::size_t cue_ = 0;
};

}  // namespace unknot::guidance
