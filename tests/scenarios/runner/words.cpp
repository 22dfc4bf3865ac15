#include "words.hpp"

#include <limits>

namespace unknot::scenarios {

namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t'; }

}  // namespace

std::unexpected<std::string> wrong(std::initializer_list<std::string_view> parts) {
  std::string sentence;
  for (const std::string_view part : parts) sentence += part;
  return std::unexpected(std::move(sentence));
}

Words::Words(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    const std::size_t from = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    words_.push_back(text.substr(from, i - from));
  }
}

std::string_view Words::next() { return done() ? std::string_view{} : words_[at_++]; }

bool Words::take(std::string_view word) {
  if (done() || words_[at_] != word) return false;
  ++at_;
  return true;
}

std::string Words::rest() {
  std::string out;
  while (!done()) {
    if (!out.empty()) out += ' ';
    out += next();
  }
  return out;
}

Read<std::int32_t> read_number(std::string_view word) {
  const auto value = base::parse_integer(word);
  using Limits = std::numeric_limits<std::int32_t>;
  if (!value || *value < Limits::min() || *value > Limits::max()) {
    return wrong({"got '", word, "', expected a whole number"});
  }
  return static_cast<std::int32_t>(*value);
}

Read<std::int32_t> read_tenths(std::string_view word) {
  constexpr std::int32_t ten = 10;
  const auto dot = word.find('.');
  if (dot == std::string_view::npos) {
    auto whole = read_number(word);
    if (whole) *whole *= ten;
    return whole;
  }
  if (word.size() != dot + 2) return wrong({"got '", word, "', expected at most one decimal"});
  const std::string digits = std::string(word.substr(0, dot)) + std::string(word.substr(dot + 1));
  return read_number(digits);
}

Read<knowledge::PlaceIndex> read_place(std::string_view word, const knowledge::Pack& pack) {
  const auto place = knowledge::find_place(pack, word);
  if (!place.valid()) return unknown_id("place", word, pack.places);
  return place;
}

Read<Located> read_located(std::string_view word, const knowledge::Pack& pack) {
  const auto slash = word.find('/');
  const auto place = read_place(word.substr(0, slash), pack);
  if (!place) return std::unexpected(place.error());
  if (slash == std::string_view::npos) return Located{*place, model::Side::both};
  const auto side = read_choice<model::Side>(word.substr(slash + 1));
  if (!side) return std::unexpected(side.error());
  return Located{*place, *side};
}

}  // namespace unknot::scenarios
