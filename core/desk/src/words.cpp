#include "words.hpp"

namespace unknot::desk {

namespace {

/// Second byte of a letter of U+00C0..U+00DE, which is a capital but for the multiplication sign.
bool is_latin_capital(unsigned char second) {
  return second >= 0x80U && second <= 0x9EU && second != 0x97U;
}
constexpr unsigned char latin_lead = 0xC3U;
constexpr unsigned char to_small = 0x20U;

}  // namespace

std::string side_words(const guidance::Speaker& speaker, model::Side side) {
  if (side == model::Side::middle) return {};
  return speaker.phrase("guide.side." + std::string(knowledge::name_of(side)));
}

std::string where_words(const guidance::Wording& wording, knowledge::PlaceIndex place,
                        model::Side side) {
  return wording.side(place, side);
}

std::string day_words(const guidance::Speaker& speaker, base::Instant then, base::Instant now) {
  const std::int32_t days = base::day_of(now).number - base::day_of(then).number;
  if (days <= 0) return speaker.phrase("day.today");
  if (days == 1) return speaker.phrase("day.yesterday");
  return speaker.phrase("day.ago", {{"n", std::to_string(days)}});
}

std::string capital(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (text.size() > 1 && static_cast<unsigned char>(text[0]) == latin_lead) {
    const auto small = static_cast<unsigned char>(text[1]);
    const auto large = static_cast<unsigned char>(small - to_small);
    if (small >= 0xA0U && is_latin_capital(large)) text[1] = static_cast<char>(large);
  }
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
    const bool after = i > 0 && static_cast<unsigned char>(out[i - 1]) == latin_lead;
    const auto here = static_cast<unsigned char>(out[i]);
    if (after && is_latin_capital(here)) out[i] = static_cast<char>(here + to_small);
  }
  return out;
}

}  // namespace unknot::desk
