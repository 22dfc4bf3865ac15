#pragma once
/// @file
/// From a timeline to a sound file: the clips of its language, the mixer, the encoder.

#include <string>

#include "unknot/coach/track.hpp"
#include "unknot/guidance/mixer.hpp"
#include "unknot/voice_clips/clips.hpp"

namespace unknot::cli {

/// The clips of one language, opened.
class ClipShelf {
 public:
  /// @param folder    Where the packs are; empty: looked for where they are built and installed.
  /// @error id_unknown `--clips`  There is no pack of this language; says where it was looked for.
  /// @error as voice_clips::open()
  [[nodiscard]] static base::Result<ClipShelf> open(const std::string& language,
                                                    const std::string& folder);

  /// By sentence; must not outlive the shelf.
  [[nodiscard]] guidance::LengthOf lengths() const;
  [[nodiscard]] guidance::Samples samples(std::string_view sentence) const;
  [[nodiscard]] bool has(std::string_view sentence) const;
  [[nodiscard]] const std::string& voice() const { return clips_.voice(); }

 private:
  explicit ClipShelf(voice_clips::Clips clips) : clips_(std::move(clips)) {}
  voice_clips::Clips clips_;
};

/// Folders that are searched for packs, the best first.
[[nodiscard]] std::vector<std::string> clip_folders();

/// Mixes and encodes, block by block.
/// @return What was written, as a sentence.
/// @error id_unknown `--clips`  A sentence of the timeline is not among the clips.
/// @error as audio_file::Writer
[[nodiscard]] base::Result<std::string> write_track(const coach::Track& track,
                                                    const ClipShelf& shelf,
                                                    const std::string& output);

}  // namespace unknot::cli
