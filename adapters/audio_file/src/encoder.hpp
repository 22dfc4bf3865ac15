#pragma once
/// @file
/// What the two formats have in common.

#include <algorithm>

#include "new_file.hpp"
#include "unknot/audio_file/audio_file.hpp"

namespace unknot::audio_file {

inline constexpr std::int32_t sample_rate = 24'000;

class Writer::Encoder {
 public:
  Encoder() = default;
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  virtual ~Encoder() = default;
  virtual base::Result<void> open(const Tags& tags, std::int64_t samples) = 0;
  virtual base::Result<void> write(std::span<const std::int16_t> samples) = 0;
  virtual base::Result<void> finish() = 0;
  NewFile& file() { return file_; }

 private:
  NewFile file_;
};

/// Chapters with their ends; what lies before the first belongs to it.
struct Span {
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::string title;
};
[[nodiscard]] std::vector<Span> spans_of(const std::vector<Chapter>& chapters,
                                         std::int64_t samples);

class Writer::Mp3 : public Writer::Encoder {
 public:
  Mp3();
  ~Mp3() override;
  base::Result<void> open(const Tags& tags, std::int64_t samples) override;
  base::Result<void> write(std::span<const std::int16_t> samples) override;
  base::Result<void> finish() override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

class Writer::Wav : public Writer::Encoder {
 public:
  base::Result<void> open(const Tags& tags, std::int64_t samples) override;
  base::Result<void> write(std::span<const std::int16_t> samples) override;
  base::Result<void> finish() override;

 private:
  std::vector<Span> chapters_;
  std::string title_;
  std::int64_t written_ = 0;
};

}  // namespace unknot::audio_file
