// WAV: RIFF with the samples, cue points for the chapters and their names in LIST adtl. Sizes stand
// before what they measure; the length of the track is known, so all can be written in one go.

#include <cerrno>
#include <limits>

#include "encoder.hpp"

namespace unknot::audio_file {

namespace {

constexpr std::int64_t bytes_per_sample = 2;

/// Little-endian bytes, chunk by chunk.
class Bytes {
 public:
  Bytes& name(const char* four) {
    for (int i = 0; i < 4; ++i) out_.push_back(static_cast<unsigned char>(four[i]));
    return *this;
  }
  Bytes& u32(std::uint64_t value) { return number(value, 4); }
  Bytes& u16(std::uint64_t value) { return number(value, 2); }
  Bytes& text(const std::string& text) {
    out_.insert(out_.end(), text.begin(), text.end());
    out_.push_back(0);
    return *this;
  }
  Bytes& chunk(const char* four, const Bytes& body) {
    name(four).u32(body.out_.size());
    out_.insert(out_.end(), body.out_.begin(), body.out_.end());
    if (out_.size() % 2 != 0) out_.push_back(0);
    return *this;
  }
  [[nodiscard]] const std::vector<unsigned char>& out() const { return out_; }

 private:
  Bytes& number(std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out_.push_back(static_cast<unsigned char>(value >> (8 * i)));
    return *this;
  }
  std::vector<unsigned char> out_;
};

/// Everything behind the samples: titles and chapters.
Bytes tail_of(const std::string& title, const std::vector<Span>& chapters) {
  Bytes out;
  Bytes info;
  if (!title.empty()) out.chunk("LIST", info.name("INFO").chunk("INAM", Bytes().text(title)));
  if (chapters.empty()) return out;
  Bytes points;
  Bytes names;
  points.u32(chapters.size());
  names.name("adtl");
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    const auto from = static_cast<std::uint64_t>(chapters[i].from);
    points.u32(i + 1).u32(from).name("data").u32(0).u32(0).u32(from);
    names.chunk("labl", Bytes().u32(i + 1).text(chapters[i].title));
  }
  return out.chunk("cue ", points).chunk("LIST", names);
}

}  // namespace

base::Result<void> Writer::Wav::open(const Tags& tags, std::int64_t samples) {
  chapters_ = spans_of(tags.chapters, samples);
  title_ = tags.title;
  const auto data = static_cast<std::uint64_t>(samples * bytes_per_sample);
  const std::uint64_t whole = 36 + data + tail_of(title_, chapters_).out().size();
  if (whole > std::numeric_limits<std::uint32_t>::max()) {
    return std::unexpected(failure(file().path(), EFBIG));
  }
  Bytes head;
  head.name("RIFF").u32(whole).name("WAVE");
  head.chunk("fmt ", Bytes()
                         .u16(1)
                         .u16(1)
                         .u32(sample_rate)
                         .u32(sample_rate * bytes_per_sample)
                         .u16(bytes_per_sample)
                         .u16(8 * bytes_per_sample));
  head.name("data").u32(data);
  written_ = -samples;
  return file().write(head.out());
}

base::Result<void> Writer::Wav::write(std::span<const std::int16_t> samples) {
  Bytes bytes;
  for (const std::int16_t sample : samples) bytes.u16(static_cast<std::uint16_t>(sample));
  written_ += std::ssize(samples);
  return file().write(bytes.out());
}

base::Result<void> Writer::Wav::finish() {
  // Samples that were promised and never came would make the sizes at the front a lie.
  for (; written_ < 0; ++written_) {
    if (auto written = file().write(Bytes().u16(0).out()); !written) return written;
  }
  return file().write(tail_of(title_, chapters_).out());
}

}  // namespace unknot::audio_file
