#include "unknot/audio_file/audio_file.hpp"

#include <algorithm>

#include "encoder.hpp"
#include "unknot/base/text.hpp"

namespace unknot::audio_file {

base::Result<Format> format_of(const std::string& path, std::string_view field) {
  const std::string lower = base::lower_ascii(path);
  if (lower.ends_with(".mp3")) return Format::mp3;
  if (lower.ends_with(".wav")) return Format::wav;
  return base::fail(base::ErrorCode::out_of_range, field, path, "a name that ends in .mp3 or .wav");
}

std::vector<Span> spans_of(const std::vector<Chapter>& chapters, std::int64_t samples) {
  std::vector<Span> out;
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const std::int64_t from = i == 0 ? 0 : std::clamp(chapters[i].from, std::int64_t{0}, samples);
    const std::int64_t to =
        i + 1 < chapters.size() ? std::clamp(chapters[i + 1].from, from, samples) : samples;
    out.push_back({from, to, chapters[i].title});
  }
  return out;
}

Writer::Writer(std::unique_ptr<Encoder> encoder) : encoder_(std::move(encoder)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

base::Result<Writer> Writer::open(const std::string& path, Format format, const Tags& tags,
                                  std::int64_t samples) {
  std::unique_ptr<Encoder> encoder;
  if (format == Format::mp3) {
    encoder = std::make_unique<Mp3>();
  } else {
    encoder = std::make_unique<Wav>();
  }
  if (auto opened = encoder->file().open(path); !opened) return std::unexpected(opened.error());
  if (auto begun = encoder->open(tags, samples); !begun) return std::unexpected(begun.error());
  return Writer(std::move(encoder));
}

base::Result<void> Writer::write(std::span<const std::int16_t> samples) {
  return encoder_->write(samples);
}

base::Result<void> Writer::finish() {
  if (auto ended = encoder_->finish(); !ended) return ended;
  return encoder_->file().finish();
}

}  // namespace unknot::audio_file
