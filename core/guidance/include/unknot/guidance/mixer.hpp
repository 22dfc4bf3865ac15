#pragma once
/// @file
/// A timeline as sound: clips and signals mixed into PCM, block by block, so that a quarter of an
/// hour needs no more memory than one sentence. Whole numbers alone: the same bytes everywhere.

#include <functional>
#include <list>
#include <span>
#include <vector>

#include "unknot/guidance/timeline.hpp"

namespace unknot::guidance {

inline constexpr std::int32_t sample_rate = 24'000;  ///< Hz, mono, signed 16 bits.

using Samples = std::vector<std::int16_t>;

/// A sentence as samples; empty: there is no clip of it, and nothing is heard.
using ClipOf = std::function<Samples(std::string_view sentence)>;

class Mixer {
 public:
  /// @param timeline  Must outlive the mixer.
  Mixer(const Timeline& timeline, ClipOf clip);

  /// Fills `out` from its front with what comes next.
  /// @return  Samples written; less than asked for at the end, then 0.
  [[nodiscard]] std::size_t pull(std::span<std::int16_t> out);

  /// Samples of the whole track.
  [[nodiscard]] std::int64_t total() const { return total_; }

 private:
  /// Something that sounds now.
  struct Voice {
    std::int64_t from = 0;  ///< Sample of the track at which it begins.
    Samples samples;
  };

  void begin_voices(std::int64_t until);

  const Timeline& timeline_;
  ClipOf clip_;
  std::size_t next_ = 0;
  std::int64_t at_ = 0;
  std::int64_t total_ = 0;
  std::list<Voice> voices_;
  std::vector<std::int32_t> sum_;
};

/// A signal as samples; empty for a sentence.
[[nodiscard]] Samples tone_of(CueKind kind);

}  // namespace unknot::guidance
