// The signals: short, soft sine tones. A pass out is low, a pass back is high, so that both ends of
// the path are told apart without looking. Made by a whole-number resonator, since the sine of one
// platform's library is not that of another's.

#include <algorithm>

#include "unknot/guidance/mixer.hpp"

namespace unknot::guidance {

namespace {

/// A sine at one pitch: 2 cos w and sin w with w = 2 pi f / sample_rate.
struct Pitch {
  std::int64_t two_cos_q28;
  std::int64_t sin_q20;
};

constexpr Pitch g4{534'046'240, 107'422};  // 392.00 Hz
constexpr Pitch c5{531'841'510, 143'192};  // 523.25 Hz
constexpr Pitch e5{528'894'656, 180'078};  // 659.25 Hz
constexpr Pitch g5{525'601'946, 213'713};  // 784.00 Hz
constexpr Pitch a5{522'686'193, 239'443};  // 880.00 Hz
constexpr Pitch b5{519'019'719, 268'147};  // 987.77 Hz
constexpr Pitch c6{516'847'534, 283'701};  // 1046.50 Hz

constexpr std::int64_t attack_samples = sample_rate / 250;  // 4 ms: no click.

/// A tone that fades evenly to nothing.
void add_tone(Samples& out, Pitch pitch, std::int32_t ms, std::int64_t peak) {
  const std::int64_t size = std::int64_t{ms} * sample_rate / 1000;
  constexpr std::int64_t one_q20 = std::int64_t{1} << 20U;
  std::int64_t before = 0;
  std::int64_t now = pitch.sin_q20;
  out.push_back(0);
  for (std::int64_t i = 1; i < size; ++i) {
    const std::int64_t rise = std::min(i, attack_samples);
    const std::int64_t level = peak * rise / attack_samples * (size - i) / size * (size - i) / size;
    out.push_back(static_cast<std::int16_t>(now * level / one_q20));
    const std::int64_t next = pitch.two_cos_q28 * now / (std::int64_t{1} << 28U) - before;
    before = now;
    now = next;
  }
}

}  // namespace

Samples tone_of(CueKind kind) {
  Samples out;
  switch (kind) {
    case CueKind::sentence: break;
    case CueKind::pass_out: add_tone(out, c5, 90, 1'900); break;
    case CueKind::pass_back: add_tone(out, g5, 90, 1'700); break;
    case CueKind::count: add_tone(out, a5, 120, 1'500); break;
    case CueKind::begins: add_tone(out, c6, 300, 2'600); break;
    case CueKind::ends: add_tone(out, g4, 400, 3'000); break;
    case CueKind::switches:
      add_tone(out, e5, 200, 2'600);
      add_tone(out, b5, 350, 2'600);
      break;
  }
  return out;
}

}  // namespace unknot::guidance
