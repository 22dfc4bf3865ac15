#include "unknot/voice_clips/mp3.hpp"

#include <mpg123.h>

#include <memory>

namespace unknot::voice_clips {

namespace {

struct Delete {
  void operator()(mpg123_handle* handle) const { mpg123_delete(handle); }
};
using Decoder = std::unique_ptr<mpg123_handle, Delete>;

/// One that takes nothing but one channel of 16 bits at `sample_rate`. Null: no memory.
Decoder decoder_for(int sample_rate) {
  Decoder decoder(mpg123_new(nullptr, nullptr));
  if (decoder == nullptr) return nullptr;
  mpg123_handle* const handle = decoder.get();
  // Clips lie between exact borders, so whatever is no frame is damage, not something to skip. A
  // volume in a tag would change what tools/clips has measured.
  const bool ready =
      mpg123_param2(handle, MPG123_ADD_FLAGS, MPG123_QUIET | MPG123_GAPLESS, 0) == MPG123_OK &&
      mpg123_param2(handle, MPG123_RESYNC_LIMIT, 0, 0) == MPG123_OK &&
      mpg123_param2(handle, MPG123_RVA, MPG123_RVA_OFF, 0) == MPG123_OK &&
      mpg123_format_none(handle) == MPG123_OK &&
      mpg123_format(handle, sample_rate, MPG123_MONO, MPG123_ENC_SIGNED_16) == MPG123_OK &&
      mpg123_open_feed(handle) == MPG123_OK;
  return ready ? std::move(decoder) : nullptr;
}

/// Samples that came, at most one more than `most`; sets `whole` when the end was one.
std::vector<std::int16_t> drain(mpg123_handle* handle, std::string_view mp3, std::size_t most,
                                bool& whole) {
  std::vector<std::int16_t> out(most + 1);
  auto* const bytes = reinterpret_cast<unsigned char*>(out.data());
  const std::size_t room = out.size() * sizeof(std::int16_t);
  const auto* input = reinterpret_cast<const unsigned char*>(mp3.data());
  std::size_t left = mp3.size();
  std::size_t filled = 0;
  int state = MPG123_OK;
  while ((state == MPG123_OK || state == MPG123_NEW_FORMAT) && filled < room) {
    std::size_t done = 0;
    state = mpg123_decode(handle, input, left, bytes + filled, room - filled, &done);
    // All input is taken at the first call.
    left = 0;
    filled += done;
  }
  whole = state == MPG123_NEED_MORE || state == MPG123_DONE;
  out.resize(filled / sizeof(std::int16_t));
  return out;
}

}  // namespace

base::Result<std::vector<std::int16_t>> decode_mp3(std::string_view mp3, std::uint32_t samples,
                                                   int sample_rate) {
  const Decoder decoder = decoder_for(sample_rate);
  bool whole = false;
  auto out =
      decoder != nullptr ? drain(decoder.get(), mp3, samples, whole) : std::vector<std::int16_t>{};
  if (!whole || out.size() != samples) {
    const std::string found = out.size() > samples ? "more" : std::to_string(out.size());
    return base::fail(
        base::ErrorCode::contradiction, "clip", found + " samples that can be read",
        std::to_string(samples) + " samples of " + std::to_string(sample_rate) + " Hz");
  }
  return out;
}

}  // namespace unknot::voice_clips
