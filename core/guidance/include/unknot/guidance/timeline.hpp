#pragma once
/// @file
/// A whole session laid out in time, as it goes when nobody touches anything: every sentence, every
/// beat, every signal with its moment. A sound track, a transcript and captions are drawn from it.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "unknot/guidance/narrator.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::guidance {

/// Speech, or one of the signals that a mixer knows how to sound.
enum class CueKind : std::uint8_t {
  sentence,   ///< `text` is spoken.
  pass_out,   ///< A pass begins, from the start of the path to its end.
  pass_back,  ///< A pass begins, back to the start.
  count,      ///< One of the last seconds before a set begins or ends.
  begins,     ///< A set begins.
  ends,       ///< A set ends.
  switches,   ///< The side changes.
};

struct Cue {
  std::int64_t at_ms = 0;      ///< From the beginning of the track.
  std::int64_t length_ms = 0;  ///< Of a sentence: by its clip, else estimated.
  CueKind kind = CueKind::sentence;
  std::size_t step = 0;
  std::string text;
  friend bool operator==(const Cue&, const Cue&) = default;
};

/// One step of the plan, for whoever jumps.
struct Chapter {
  std::int64_t at_ms = 0;
  std::size_t step = 0;
  std::string title;
  friend bool operator==(const Chapter&, const Chapter&) = default;
};

struct Timeline {
  std::vector<Cue> cues;  ///< By time.
  std::vector<Chapter> chapters;
  std::int64_t start_ms = 0;   ///< When the session begins, after the greeting.
  std::int64_t length_ms = 0;  ///< With greeting and goodbye.
  /// Sentences left out because the next one comes too soon. None for any plan of ours; kbc and
  /// the tests see to that.
  std::vector<std::string> left_out;
};

struct TimelineOptions {
  session::Preferences preferences;
  bool breaks_off = false;  ///< Goes on where `so_far` left the session, without a greeting.
  std::span<const session::TimedEvent> so_far;
  bool why = false;  ///< Tells of each step why it is there, where there is time.
};

/// Nobody is asked how strong it was: a track cannot hear. O(length of the session).
[[nodiscard]] Timeline timeline(const Session& session, const knowledge::Pack& pack,
                                const TimelineOptions& options = {});

/// Minutes and seconds from the beginning of the track, one line a sentence; signals left out.
[[nodiscard]] std::string transcript(const Timeline& timeline);

}  // namespace unknot::guidance

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(guidance::CueKind, UNKNOT_N(sentence), UNKNOT_N(pass_out), UNKNOT_N(pass_back),
            UNKNOT_N(count), UNKNOT_N(begins), UNKNOT_N(ends), UNKNOT_N(switches))
#undef UNKNOT_N

}  // namespace unknot::knowledge
