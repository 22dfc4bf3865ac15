#pragma once
/// @file
/// Sentences spoken beforehand, read from one clip pack: docs/formats/clips.md says what is in it,
/// tools/clips writes it. A pack is of one language and one voice.
///
/// Only the header is kept in memory; a clip is read and decoded when it is asked for. The file
/// stays open, so a pack that is replaced by another of its name (renamed over it) is read to its
/// end. All calls but moving are safe from several threads at once.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/result.hpp"

namespace unknot::voice_clips {

class Clips {
 public:
  Clips(Clips&&) noexcept;
  Clips& operator=(Clips&&) noexcept;
  ~Clips();

  [[nodiscard]] const std::string& language() const;  ///< As in knowledge/lang: "de".
  [[nodiscard]] const std::string& voice() const;     ///< Engine, its version, voice and settings.
  [[nodiscard]] int sample_rate() const;              ///< Of every clip, in Hz.
  [[nodiscard]] std::size_t size() const;             ///< How many sentences there are.

  /// Samples of the sentence's clip, which is one channel; nothing when the pack has none. Decodes
  /// nothing. O(log size).
  [[nodiscard]] std::optional<std::uint32_t> length(std::string_view sentence) const;

  /// The clip as one channel of exactly length() samples, without the silence that MP3 puts before
  /// and after. Some three thousand times faster than it
  /// plays.
  /// @error id_unknown     The pack has no such sentence.
  /// @error contradiction  The file does not hold what its header says.
  [[nodiscard]] base::Result<std::vector<std::int16_t>> pcm(std::string_view sentence) const;

  /// The clip as it stands in the file, an MP3 of its own.
  /// @error as pcm(), but nothing is decoded.
  [[nodiscard]] base::Result<std::string> mp3(std::string_view sentence) const;

 private:
  struct Pack;
  explicit Clips(std::unique_ptr<const Pack> pack);
  friend base::Result<Clips> open(const std::string& path);
  std::unique_ptr<const Pack> pack_;
};

/// Reads the header and holds every word of it against the file's size. Ignores fields that it does
/// not know.
/// @error format_unknown  No file that can be read, no clip pack, or one of another version.
/// @error json_malformed, field_missing, field_type, out_of_range, contradiction  Of the header.
[[nodiscard]] base::Result<Clips> open(const std::string& path);

}  // namespace unknot::voice_clips
