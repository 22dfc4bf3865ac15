#pragma once
/// @file
/// A plan file on its way to being guided. A file is trusted in nothing: what it says becomes a
/// draft, the gate and the audit judge it as of now, and whatever is not lawful now is planned anew
/// for the same person. So no file leads to a plan that the rules do not allow.

#include "unknot/coach/coach.hpp"
#include "unknot/model/difference.hpp"

namespace unknot::coach {

/// What is known today and a file cannot say.
struct Today {
  Context context;                                     ///< Now, and where.
  std::optional<model::RedFlags> red_flags;            ///< Asked again; unset: as the file says.
  std::optional<std::vector<model::History>> history;  ///< From the log; unset: as the file says.
  std::vector<model::ConditionEntry> conditions;       ///< These hold besides those in the file.
  /// From the log as well: what hurt there. Goes with `history`, in the place of what the file says
  /// had hurt.
  std::vector<model::Wish> avoid;
  std::vector<model::Feel> feel;  ///< Said since: these hold besides those in the file.
};

/// What became of the plan in the file.
enum class Renewal : std::uint8_t {
  none,      ///< It is guided as it was written.
  too_old,   ///< Made longer ago than `plan_valid_hours`, or at a time still to come.
  unlawful,  ///< It does not pass the rules as of now, or cannot be read as a draft at all.
};

struct Guidable {
  Planned planned;  ///< For now: a plan to be guided, or a refusal.
  Renewal renewal = Renewal::none;
  std::vector<model::Difference> differences;  ///< From the plan in the file, where it was lawful.
  std::string says;                            ///< What is different and why; empty: nothing.
  /// Refused for one thing alone: the warning signs were answered too long ago, or not at all. To
  /// be asked, and tried again with `Today::red_flags`.
  bool asks_screening = false;
};

/// The plan in a file as it may be guided now, for the person in the file.
/// @error  Those of read_plan; field_missing `request` when the file does not say for whom.
[[nodiscard]] base::Result<Guidable> guidable(std::string_view plan_json,
                                              const knowledge::Pack& pack, const Today& today);

/// A plan exactly as it was guided, however long ago: vetted as of when it was made. For counting
/// what was rolled, not for going on.
/// @error  Those of guidable; draft_malformed when the rules no longer let it pass as it is.
[[nodiscard]] base::Result<Planned> as_guided(std::string_view plan_json,
                                              const knowledge::Pack& pack, const Context& context);

/// The plan of a session that was broken off, exactly as it was guided: vetted as of when it was
/// made, against the history as it stood before that session, which its request carries.
/// @param today  Warning signs that are present, conditions, feelings and harm that is not gone
/// hold
///               besides what it says; the rest of the history does not, as the session itself is
///               part of it.
/// @error  Those of guidable; draft_malformed when the rules no longer let it pass as it is, or
///         `plan_valid_hours` have gone by since.
[[nodiscard]] base::Result<Planned> resumable(std::string_view plan_json,
                                              const knowledge::Pack& pack, const Today& today);

}  // namespace unknot::coach

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(coach::Renewal, UNKNOT_N(none), UNKNOT_N(too_old), UNKNOT_N(unlawful))
#undef UNKNOT_N

}  // namespace unknot::knowledge
