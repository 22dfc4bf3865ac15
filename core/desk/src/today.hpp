#pragma once
/// @file
/// What the log says today beside a plan of another time.

#include "asked.hpp"
#include "state.hpp"
#include "unknot/coach/guidable.hpp"

namespace unknot::desk {

/// What somebody is called who never said a name.
inline constexpr std::string_view unnamed = "me";

/// What the log knows holds whatever a plan says.
[[nodiscard]] coach::Today today_of(const Someone& who, coach::Context context);

/// What the person says besides a plan of another time, as it came in; null: nothing.
struct Since {
  const base::Json* red_flags = nullptr;
  const base::Json* feel = nullptr;
};
[[nodiscard]] Since since_of(Asked& in);

/// The same with what is said now.
/// @error  Those of read_request for `red_flags` and `feel`.
[[nodiscard]] base::Result<coach::Today> today_of(const Someone& who, coach::Context context,
                                                  const Since& since, const knowledge::Pack& pack);

/// As `guidable` and `open_shared` answer.
[[nodiscard]] std::string guidable_json(const coach::Guidable& guidable);

/// A language that is not loaded is no reason to refuse a plan.
[[nodiscard]] base::Json with_known_language(base::Json request, const knowledge::Pack& pack);
/// The time a request is for: what was before it counts, what comes after does not.
[[nodiscard]] base::Instant time_of(const base::Json& request, base::Instant now);
/// As asked, else that of the profile.
[[nodiscard]] std::string territory_for(const std::string& asked, const Someone& who);

}  // namespace unknot::desk
