#include "unknot/guidance/wording.hpp"

#include <algorithm>

#include "speech_parts.hpp"

#include "unknot/base/text.hpp"
#include "unknot/knowledge/speech.hpp"

namespace unknot::guidance {

using knowledge::name_of;
using knowledge::PlaceIndex;
using knowledge::Text;

std::string fill(std::string_view text, const std::vector<Slot>& slots) {
  std::string out;
  while (true) {
    const auto open = text.find('{');
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return out.append(text);
    out.append(text.substr(0, open));
    const auto name = text.substr(open + 1, close - open - 1);
    const auto slot =
        std::find_if(slots.begin(), slots.end(), [&](const Slot& s) { return s.first == name; });
    out.append(slot == slots.end() ? text.substr(open, close - open + 1)
                                   : std::string_view(slot->second));
    text.remove_prefix(close + 1);
  }
}

std::string_view plural(std::int64_t n) { return n == 1 ? "_one" : "_other"; }

std::string capitalised(std::string text) {
  bool begins = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins && text[i] >= 'a' && text[i] <= 'z') {
      text[i] = static_cast<char>(text[i] - 'a' + 'A');
    }
    const bool mark = text[i] == '.' || text[i] == '?' || text[i] == '!';
    const bool opens = text[i] == ' ' || (begins && static_cast<unsigned char>(text[i]) == 0xC2);
    begins = mark || (begins && opens);
    // The inverted marks of Spanish (C2 A1, C2 BF) stand before the first letter.
    if (static_cast<unsigned char>(text[i]) == 0xC2 && i + 1 < text.size()) ++i;
  }
  return text;
}

Wording::Wording(const knowledge::Pack& pack, std::string_view language, LengthOf length)
    : pack_(pack), language_(knowledge::language_of(pack, language)), length_(std::move(length)) {}

std::string Wording::phrase(std::string_view key, const std::vector<Slot>& slots) const {
  const Text text = knowledge::find_phrase(language_.phrases, key);
  return text.empty() ? std::string(key) : fill(text, slots);
}

std::string Wording::spoken(std::string_view key, const std::vector<Slot>& slots) const {
  return capitalised(phrase(key, slots));
}

std::string Wording::own(Text english) const {
  const Text text = knowledge::find_phrase(language_.texts, english);
  return std::string(text.empty() ? english : text);
}

std::string Wording::within(Text name) const {
  std::string out = own(name);
  // "Glutes" becomes "glutes", "IT band" stays.
  const bool acronym = out.size() > 1 && out[1] >= 'A' && out[1] <= 'Z';
  if (language_.names_keep_capital || acronym || out.empty()) return out;
  return base::lower_ascii(out.substr(0, 1)) + out.substr(1);
}

std::string Wording::number(std::int64_t n) const {
  const auto& words = language_.number_words;
  if (n < 0 || n >= static_cast<std::int64_t>(words.size())) return std::to_string(n);
  return std::string(words[static_cast<std::size_t>(n)]);
}

std::string Wording::digits(std::string_view telephone) const {
  std::string out;
  for (const char c : telephone) {
    if (c < '0' || c > '9') return std::string(telephone);
    out += (out.empty() ? "" : " ") + number(c - '0');
  }
  return out;
}

std::string Wording::count(std::string_view unit, std::int64_t n) const {
  return phrase("voice." + std::string(unit) + std::string(plural(n)), {{"n", number(n)}});
}

std::string Wording::time(std::int64_t seconds) const {
  const std::int64_t minutes = seconds / seconds_per_minute;
  const std::int64_t rest = seconds % seconds_per_minute;
  if (minutes == 0 || (minutes == 1 && rest != 0 && seconds < 100)) return count("second", seconds);
  if (rest == 0) return count("minute", minutes);
  return phrase("voice.minutes_and_seconds",
                {{"minutes", count("minute", minutes)}, {"seconds", count("second", rest)}});
}

std::string Wording::side(PlaceIndex area, model::Side side) const {
  if (!area.valid()) return {};
  const auto& place = pack_[area];
  const auto name =
      place.sides == knowledge::Sides::middle ? std::string_view("middle") : name_of(side);
  const Text text =
      knowledge::find_phrase(language_.sides, std::string(place.id) + '.' + std::string(name));
  return text.empty() ? within(place.name) : std::string(text);
}

std::string Wording::tool(const model::Tool& tool) const {
  const bool textured = tool.surface == knowledge::Surface::textured;
  const auto how = textured ? std::string_view("textured") : name_of(tool.density);
  return phrase("voice.tool." + std::string(name_of(tool.kind)) + '.' + std::string(how));
}

std::string Wording::set_up(const knowledge::Technique& technique) const {
  const Text text = knowledge::find_phrase(language_.set_ups, technique.id);
  if (!text.empty()) return std::string(text);
  std::string out;  // A technique that is not in the pack of the language: as it is written.
  for (const Text sentence : technique.setup) out += (out.empty() ? "" : " ") + own(sentence);
  return out;
}

std::int64_t Wording::sentence_ms(std::string_view sentence) const {
  if (length_) {
    if (const auto clip = length_(sentence)) return *clip;
  }
  return knowledge::spoken_ms(sentence, language_.letters_per_second) - knowledge::sentence_gap_ms;
}

std::int64_t Wording::length_ms(std::string_view spoken) const {
  std::int64_t out = 0;
  for (const Text sentence : knowledge::sentences_of(spoken)) {
    out += sentence_ms(sentence) + knowledge::sentence_gap_ms;
  }
  return out;
}

}  // namespace unknot::guidance
