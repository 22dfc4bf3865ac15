#pragma once
/// @file
/// What a coach says while somebody rolls: the engine's commands as sentences, written for a screen
/// and spoken for a voice. Pure; every word comes from knowledge/lang. Nothing that is said flows
/// back.

#include <memory>
#include <optional>
#include <string>
#include <vector>

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

/// How much is said. Warnings, pauses and ends are said in all of them.
enum class Verbosity : std::uint8_t {
  full,     ///< Set-up, landmarks, cues, one common fault, what to do about a tender spot.
  brief,    ///< Side, tool, dose, one cue.
  minimal,  ///< Side and tool, begin, rest.
};

/// What the person pauses with.
enum class Hand : std::uint8_t { keys, taps };

/// For whom and about what.
struct Session {
  const safety::VettedPlan& plan;
  const model::Request& request;  ///< Its tools and language.
  std::string territory;          ///< For the emergency number; empty: unknown.
  Verbosity verbosity = Verbosity::full;
  /// Techniques done often enough that brief will do.
  std::vector<knowledge::TechniqueIndex> familiar = {};
  LengthOf length = {};  ///< Of clips: which remarks have room is told by them.
};

class Script;

class Narrator {
 public:
  /// Plan, request and pack must outlive the narrator.
  Narrator(Session session, const knowledge::Pack& pack);
  Narrator(const Narrator&) = delete;
  Narrator& operator=(const Narrator&) = delete;
  ~Narrator();

  /// What to say at a command; nothing for those that are shown or felt alone (`stroke`,
  /// `write_rolled`), and for ends that another sentence tells already.
  [[nodiscard]] std::optional<Utterance> say(const session::Command& command) const;

  /// At the beginning.
  /// @param name  Of the person; empty when there is only one, or nobody is named.
  [[nodiscard]] Utterance hello(std::string_view name, Hand hand = Hand::keys) const;

  /// That a level is about nothing, as nothing was rolled yet.
  [[nodiscard]] Utterance level_unused(std::int32_t level) const;

  /// Why a step is in the plan, for who asks.
  [[nodiscard]] Utterance why(std::size_t step) const;

  /// For who is guided in lines: how to begin and to answer.
  [[nodiscard]] std::string lines_hint() const { return speaker_.phrase("guide.lines_hint"); }

  /// "glutes, left"; an area without sides by its name alone.
  [[nodiscard]] std::string what(std::size_t step) const;

 private:
  using Command = session::Command;

  [[nodiscard]] std::size_t index_of(const Command& command) const;
  [[nodiscard]] const model::DraftStep& step_of(const Command& command) const;
  [[nodiscard]] bool as_planned(const Command& command) const;
  [[nodiscard]] std::string written(const Command& command) const;
  [[nodiscard]] std::string written_key(const Command& command) const;
  [[nodiscard]] std::string seconds(std::int64_t n) const;
  [[nodiscard]] std::string place_side(knowledge::PlaceIndex area, model::Side side) const;

  [[nodiscard]] std::string spoken(const Command& command) const;
  [[nodiscard]] std::string spoken_number() const;
  [[nodiscard]] std::string spoken_ready(const Command& command) const;
  [[nodiscard]] std::string spoken_set(const Command& command) const;
  [[nodiscard]] std::string spoken_call(const Command& command) const;
  [[nodiscard]] std::string spoken_way(const Command& command) const;
  [[nodiscard]] std::string spoken_plain(std::string_view key, const Command& command) const;

  Session session_;
  const knowledge::Pack& pack_;
  Speaker speaker_;
  Wording wording_;
  std::unique_ptr<Script> script_;
};

}  // namespace unknot::guidance

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(guidance::Verbosity, UNKNOT_N(full), UNKNOT_N(brief), UNKNOT_N(minimal))
#undef UNKNOT_N

}  // namespace unknot::knowledge
