#pragma once
/// @file
/// A sound track as a file: mono, 24 kHz, written block by block, with a chapter for each step.
/// What it says of loudness is the mixer's; nothing is changed here.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "unknot/base/result.hpp"

namespace unknot::audio_file {

enum class Format : std::uint8_t {
  mp3,  ///< 40 kbit/s of speech, less of silence, with the LAME tag by which players cut off the
        ///< encoder's delay.
  wav,  ///< 16 bits; 2.7 MB a minute.
};

/// A part of the track that players jump to.
struct Chapter {
  std::int64_t from = 0;  ///< Sample it begins at; it ends where the next one begins.
  std::string title;      ///< UTF-8.
};

struct Tags {
  std::string title;
  std::string language;  ///< ISO 639, two letters.
  std::vector<Chapter> chapters;
};

/// By the end of the name, upper or lower case.
/// @error out_of_range `field`  It ends otherwise; says what was expected.
[[nodiscard]] base::Result<Format> format_of(const std::string& path, std::string_view field);

/// A file being written. Until finish() is good there is nothing new under its name, and an older
/// file of that name is as it was. Moving is cheap; dropped before finish(), it leaves nothing.
class Writer {
 public:
  /// @param samples  Of the whole track: chapters and sizes stand at the front.
  /// @error store_readonly, store_full, store_broken `path`  The file cannot be made.
  [[nodiscard]] static base::Result<Writer> open(const std::string& path, Format format,
                                                 const Tags& tags, std::int64_t samples);
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  ~Writer();

  /// The next samples, as many as one likes.
  /// @error store_full, store_broken `path`
  [[nodiscard]] base::Result<void> write(std::span<const std::int16_t> samples);

  /// Puts the file in its place.
  /// @error store_full, store_readonly, store_broken `path`
  [[nodiscard]] base::Result<void> finish();

 private:
  class Encoder;
  class Mp3;
  class Wav;
  explicit Writer(std::unique_ptr<Encoder> encoder);
  std::unique_ptr<Encoder> encoder_;
};

}  // namespace unknot::audio_file
