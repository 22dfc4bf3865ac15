#pragma once
/// @file
/// What a coach says while somebody rolls: the engine's commands as sentences, written for a screen
/// and spoken for a voice. Pure; every word comes from knowledge/lang. Nothing that is said flows
/// back.

#include <optional>
#include <string>

#include "unknot/guidance/speaker.hpp"
#include "unknot/session/commands.hpp"

namespace unknot::guidance {

/// How much a sentence matters to who cannot look. A voice that is still speaking drops `aside`,
/// finishes for `cue` and is interrupted by `urgent`.
enum class Weight : std::uint8_t { aside, cue, urgent };

/// One thing said. Either text may be empty: not everything that is shown is worth hearing.
struct Utterance {
  std::string written;
  std::string spoken;
  Weight weight = Weight::cue;
  bool passing = false;  ///< A remark: it does not take the place of what is to be done.
  friend bool operator==(const Utterance&, const Utterance&) = default;
};

/// For whom and about what.
struct Session {
  const safety::VettedPlan& plan;
  const model::Request& request;  ///< Its tools and language.
  std::string territory;          ///< For the emergency number; empty: unknown.
};

class Narrator {
 public:
  /// Plan, request and pack must outlive the narrator.
  Narrator(const Session& session, const knowledge::Pack& pack);

  /// What to say at a command; nothing for those that are shown or felt alone (`stroke`,
  /// `write_rolled`), and for ends that another sentence tells already.
  [[nodiscard]] std::optional<Utterance> say(const session::Command& command) const;

  /// At the beginning.
  /// @param name  Of the person; empty when there is only one, or nobody is named.
  [[nodiscard]] Utterance hello(std::string_view name) const;

  /// That a level is about nothing, as nothing was rolled yet.
  [[nodiscard]] Utterance level_unused(std::int32_t level) const;

  /// For who is guided in lines: how to begin and to answer.
  [[nodiscard]] std::string lines_hint() const { return speaker_.phrase("guide.lines_hint"); }

  /// "glutes, left"; an area without sides by its name alone.
  [[nodiscard]] std::string what(std::size_t step) const;

 private:
  using Command = session::Command;
  enum class Voice : std::uint8_t { written, spoken };

  [[nodiscard]] const model::DraftStep& step_of(const Command& command) const;
  [[nodiscard]] Utterance both(std::string_view key, const Command& command,
                               Weight weight = Weight::cue) const;
  [[nodiscard]] std::string one(Voice voice, std::string_view key, const Command& command) const;
  [[nodiscard]] std::string seconds(Voice voice, std::int64_t n) const;
  [[nodiscard]] std::string place_side(Voice voice, knowledge::PlaceIndex area,
                                       model::Side side) const;
  [[nodiscard]] std::string key_of(const Command& command) const;

  const safety::VettedPlan& plan_;
  const model::Request& request_;
  std::string territory_;
  const knowledge::Pack& pack_;
  Speaker speaker_;
};

}  // namespace unknot::guidance
