#pragma once
/// @file
/// A plan as one sound track, for hosts that pass bytes: every sentence and signal with its moment.
/// The host brings the clips; a Mixer makes sound of both.

#include "unknot/coach/coach.hpp"
#include "unknot/guidance/timeline.hpp"

namespace unknot::coach {

/// How a track is to be told.
struct Telling {
  std::string language;  ///< Empty: that of the plan. Changes words and nothing else.
  guidance::Verbosity verbosity = guidance::Verbosity::full;
  std::vector<knowledge::TechniqueIndex> familiar;
  bool why = false;
  session::Preferences preferences;
  /// What happened so far: the track goes on from there. Empty: from the beginning.
  std::vector<session::TimedEvent> events;
  guidance::LengthOf length;  ///< Of clips; where it knows none, lengths are estimated.
};

struct Track {
  Planned planned;
  guidance::Timeline timeline;
  std::string json;  ///< `unknot/timeline@1`
};

/// Lays a plan out in time, vetted as of when it was made.
/// @error  Those of as_guided; out_of_range when the events end the session or never begin it.
[[nodiscard]] base::Result<Track> laid_out(std::string_view plan_json, const Telling& telling,
                                           const knowledge::Pack& pack, const Context& context);

/// The same, all of it as bytes.
/// @param input  docs/formats/timeline.md
/// @error  Those above; field_missing, field_unknown, field_type, out_of_range, id_unknown.
[[nodiscard]] base::Result<Track> laid_out(std::string_view input, const knowledge::Pack& pack,
                                           const Context& context);

/// `{"events":[...]}` as a session has them, docs/formats/session.md.
/// @error  json_malformed, field_missing, field_unknown, field_type, out_of_range, id_unknown.
[[nodiscard]] base::Result<std::vector<session::TimedEvent>> events_of(std::string_view input,
                                                                       const knowledge::Pack& pack);

}  // namespace unknot::coach
