#pragma once
/// @file
/// Where a session is written down while it goes on, as the loop that guides it sees it.

#include <optional>
#include <span>
#include <vector>

#include "unknot/base/result.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::cli {

/// What happened at one moment: kept together or not at all.
struct Happening {
  std::vector<session::TimedEvent> events;
  std::vector<session::Rolled> rolled;      ///< Pieces that are done.
  std::vector<knowledge::PlaceIndex> numb;  ///< Ended by tingling or coldness, both sides.
  std::optional<session::EndReason> over;   ///< The session has ended.
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

}  // namespace unknot::cli
