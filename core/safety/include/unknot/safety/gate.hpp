#pragma once
/// @file
/// The only door to a plan that may be guided. Nothing else can make a VettedPlan, and the session
/// engine takes nothing else, so guiding an unjudged plan does not compile (tests/compile_fail).

#include <span>
#include <vector>

#include "unknot/base/result.hpp"
#include "unknot/safety/envelope.hpp"

namespace unknot::safety {

/// What a rule did. A finding left unset refuses.
enum class Verdict : std::uint8_t { refuse, drop, adjust };

/// One rule's remark: enough to say, in any language, "asked 120 s, limit 90 s, because ...".
struct Finding {
  knowledge::RuleCode rule = knowledge::RuleCode::screening;
  Verdict verdict = Verdict::refuse;
  std::optional<std::size_t> step;  ///< Index in the draft; unset: about the whole plan.
  knowledge::PlaceIndex at;         ///< The place it is about; of a bar, the place that was named.
  model::Quantity asked;            ///< What the draft held.
  model::Quantity limit;            ///< What the rule allows, in the unit of `asked`.
};

/// A way to do a step that the rules allow there, for at most so long.
struct VettedAlternative {
  model::Alternative choice;
  Load load;
  std::int32_t most_seconds = 0;  ///< Of this rung on this area and side, all steps together, s.
};

/// A step as the rules left it, laid out in time.
struct VettedStep {
  model::DraftStep draft;  ///< Without its alternatives; those below are the judged ones.
  Load load;
  std::int32_t setup_seconds = 0;
  std::int32_t most_seconds = 0;  ///< As of an alternative, for the step's own way.
  std::vector<VettedAlternative> alternatives;
};

/// What is open today whatever happens during the session: the caps of goal, gentleness and earlier
/// rolling are in it. A session keeps its own account against these and can therefore never roll
/// more than the rules leave, however often somebody goes back or asks for more.
struct SessionLimits {
  MuscleSeconds muscle_seconds;        ///< Left today, by muscle and side, s.
  std::int32_t hold_seconds = 0;       ///< Still pressure on one spot at a time, s.
  std::int32_t hold_rest_seconds = 0;  ///< Off a muscle before it is held anew, s.
  std::int32_t setup_factor = 1;       ///< Of every time to get ready.
};

/// A plan that obeys every rule for one request. Only Gate makes one.
class VettedPlan {
 public:
  [[nodiscard]] std::span<const VettedStep> steps() const { return steps_; }
  /// Set-ups + sets + rests, s.
  [[nodiscard]] std::int32_t total_seconds() const { return total_seconds_; }
  [[nodiscard]] const SessionLimits& limits() const { return limits_; }

 private:
  friend class Gate;
  VettedPlan(std::vector<VettedStep> steps, SessionLimits limits, std::int32_t total)
      : steps_(std::move(steps)), limits_(std::move(limits)), total_seconds_(total) {}

  std::vector<VettedStep> steps_;
  SessionLimits limits_;
  std::int32_t total_seconds_ = 0;
};

/// What the gate says of a draft.
struct Ruling {
  std::optional<VettedPlan> plan;         ///< Unset when refused or when no step was left.
  std::optional<model::Refusal> refusal;  ///< Set when the whole plan is refused.
  std::vector<Finding> findings;          ///< Each change, in the order of the rules.
};

/// Most steps a draft may have.
inline constexpr std::size_t max_draft_steps = 64;

class Gate {
 public:
  explicit Gate(const knowledge::Pack& pack) : pack_(pack) {}

  /// Applies every rule in its order. Rules may shorten or drop a step, never lengthen or add one.
  /// Pure: the same answer on every platform. O(rules x steps x areas).
  /// @param draft  1..64 steps; sets in whole seconds, 1..600 before the rules.
  /// @return       The plan as the rules left it, each change explained; or the refusal.
  /// @error draft_malformed  A count, dose or level out of range, an index not in the catalogue, a
  ///        technique of another area, or a side its laterality does not have.
  [[nodiscard]] base::Result<Ruling> vet(const model::DraftPlan& draft,
                                         const model::Request& request) const;

  /// The same with the envelope already drawn for exactly this request.
  [[nodiscard]] base::Result<Ruling> vet(const model::DraftPlan& draft,
                                         const model::Request& request,
                                         const Envelope& envelope) const;

 private:
  const knowledge::Pack& pack_;
};

/// Seconds to get ready for a way of rolling after the one before (null: it is the first): its
/// technique's set-up; when position or tool change also the position's (if it changed) and the
/// tool's; all of it times `factor`.
[[nodiscard]] std::int32_t setup_seconds_of(const knowledge::Pack& pack, std::int32_t factor,
                                            const model::Alternative* before,
                                            const model::Alternative& now);

/// The way a step is planned.
[[nodiscard]] model::Alternative way_of(const model::DraftStep& step);

/// Seconds of sets and the rests between them; there is at least one set.
[[nodiscard]] std::int32_t rolling_seconds_of(const model::DraftStep& step);

/// Whether a plan of this area alone could be lawful: the meaning of "can lawfully stand".
[[nodiscard]] bool can_stand(const Envelope& envelope, const model::Request& request,
                             const knowledge::Pack& pack, knowledge::PlaceIndex area);

}  // namespace unknot::safety
