#pragma once
/// @file
/// Reads what a session is asked with; strict, like requests.

#include "unknot/base/json.hpp"
#include "unknot/model/fields.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::coach {

struct SessionInput {
  base::Json request;
  session::Preferences preferences;
  std::vector<session::TimedEvent> events;
};

/// The member `preferences`; defaults where it says nothing.
[[nodiscard]] session::Preferences read_preferences(model::Fields& input,
                                                    model::Complaint& complaint);

/// What happened: the members `event`, `level` and `red_flag` of one event. A level belongs to a
/// level, a red flag to a warning sign, and to nothing else. The caller refuses what is left over.
[[nodiscard]] session::Event read_event(model::Fields& fields, const knowledge::Pack& pack);

/// The member `events`, empty when there is none.
[[nodiscard]] std::vector<session::TimedEvent> read_events(model::Fields& input,
                                                           const knowledge::Pack& pack,
                                                           model::Complaint& complaint);

[[nodiscard]] base::Result<SessionInput> read_session(std::string_view input,
                                                      const knowledge::Pack& pack);

}  // namespace unknot::coach
