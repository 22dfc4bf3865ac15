#pragma once
/// @file
/// Where a session is written down while it goes on, as the loop that guides it sees it.

#include <optional>
#include <span>
#include <vector>

#include "unknot/base/result.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::desk {

struct EndedArea {
  knowledge::PlaceIndex area;
  session::EndReason reason = session::EndReason::hurt;
};

/// What happened at one moment: kept together or not at all.
struct Happening {
  std::vector<session::TimedEvent> events;
  std::vector<session::Rolled> rolled;     ///< Pieces that are done.
  std::vector<EndedArea> ended;            ///< For the day, both sides.
  std::optional<session::EndReason> over;  ///< The session has ended.
};

/// What becomes of what is rolled, so that nobody is told anything else.
enum class Keeping : std::uint8_t {
  kept,
  trial,    ///< Tried out, or an example.
  unasked,  ///< Not wanted: `--no-log`.
  closed,   ///< The log could not be opened for writing.
  failed,   ///< It could, but something was not written.
};

class Recorder {
 public:
  Recorder() = default;
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;
  virtual ~Recorder() = default;

  /// On disk when it returns good.
  [[nodiscard]] virtual base::Result<void> keep(const Happening& happening) = 0;
};

}  // namespace unknot::desk

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(desk::Keeping, UNKNOT_N(kept), UNKNOT_N(trial), UNKNOT_N(unasked), UNKNOT_N(closed),
            UNKNOT_N(failed))
#undef UNKNOT_N

}  // namespace unknot::knowledge
