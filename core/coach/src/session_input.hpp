#pragma once
/// @file
/// Reads what a session is asked with; strict, like requests.

#include "unknot/base/json.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::coach {

struct SessionInput {
  base::Json request;
  session::Preferences preferences;
  std::vector<session::TimedEvent> events;
};

[[nodiscard]] base::Result<SessionInput> read_session(std::string_view input,
                                                      const knowledge::Pack& pack);

}  // namespace unknot::coach
