#include "guide_keys.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"
#include "unknot/model/limits.hpp"

namespace unknot::cli {

using session::EventKind;
using Kind = Meaning::Kind;

namespace {

constexpr unsigned char escape_byte = 0x1b;

Meaning event(EventKind kind) { return {Kind::event, {kind, 0, {}}, Panel::none}; }
Meaning digit(std::int32_t level) { return {Kind::digit, {EventKind::level, level, {}}, {}}; }
Meaning only(Kind kind) { return {kind, {EventKind::pause, 0, {}}, Panel::none}; }
Meaning opening(Panel panel) { return {Kind::open_panel, {EventKind::pause, 0, {}}, panel}; }

struct KeyRow {
  char letter;
  EventKind kind;
};
constexpr KeyRow key_rows[] = {
    {'s', EventKind::softer},    {'h', EventKind::harder},  {'n', EventKind::skip},
    {'p', EventKind::back},      {'r', EventKind::repeat},  {'+', EventKind::more_time},
    {'t', EventKind::hold_spot}, {'x', EventKind::it_hurt}, {'g', EventKind::tingling},
    {'c', EventKind::coldness},  {'d', EventKind::dizzy},
};

struct WordRow {
  std::string_view word;
  Meaning::Kind kind;
  EventKind event = EventKind::pause;
};
constexpr WordRow word_rows[] = {
    {"pause", Kind::event, EventKind::pause},
    {"go", Kind::go},
    {"resume", Kind::go},
    {"ready", Kind::go},
    {"next", Kind::event, EventKind::skip},
    {"back", Kind::event, EventKind::back},
    {"repeat", Kind::event, EventKind::repeat},
    {"more", Kind::event, EventKind::more_time},
    {"softer", Kind::event, EventKind::softer},
    {"harder", Kind::event, EventKind::harder},
    {"spot", Kind::event, EventKind::hold_spot},
    {"hurt", Kind::event, EventKind::it_hurt},
    {"it hurt", Kind::event, EventKind::it_hurt},
    {"tingling", Kind::event, EventKind::tingling},
    {"numb", Kind::event, EventKind::tingling},
    {"cold", Kind::event, EventKind::coldness},
    {"dizzy", Kind::event, EventKind::dizzy},
    {"urgent", Kind::event, EventKind::urgent},
    {"stop", Kind::event, EventKind::stop},
    {"why", Kind::why},
    {"help", Kind::open_panel},
};

Meaning in_signs(Key pressed, const knowledge::Pack& pack) {
  if (pressed == Key::escape) return only(Kind::close_panel);
  Meaning sign{Kind::sign, {EventKind::urgent, 0, {}}, Panel::none};
  if (pressed == Key::enter || pressed == key('\n')) return sign;
  const auto letter = static_cast<std::size_t>(pressed) - 'a';
  if (letter >= pack.red_flags.size()) return opening(Panel::signs);
  sign.event.red_flag = {static_cast<std::uint16_t>(letter)};
  return sign;
}

/// One key of a terminal in raw mode.
/// @return Bytes it takes.
std::size_t take_key(std::string_view bytes, Key& out) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  out = first < 0x80 ? static_cast<Key>(first) : Key::other;
  if (first >= 0x80) return std::max<std::size_t>(1, base::bytes_of_code_points(bytes, 1));
  if (first != escape_byte || bytes.size() == 1) return 1;
  out = Key::other;
  // ESC [ parameters final, ESC O final, or ESC with a letter (Alt).
  if (bytes[1] != '[') return bytes[1] == 'O' && bytes.size() > 2 ? 3 : 2;
  std::size_t at = 2;
  while (at < bytes.size() && (bytes[at] < '@' || bytes[at] > '~')) ++at;
  return std::min(at + 1, bytes.size());
}

}  // namespace

std::vector<Key> keys_of(std::string_view bytes) {
  std::vector<Key> out;
  while (!bytes.empty()) {
    Key pressed = Key::other;
    bytes.remove_prefix(take_key(bytes, pressed));
    out.push_back(pressed);
  }
  return out;
}

Meaning meaning_of(Key pressed, Panel panel, const session::View& view,
                   const knowledge::Pack& pack) {
  const bool quits = pressed == key('q') || pressed == Key::interrupt;
  if (panel == Panel::help) return only(Kind::close_panel);
  if (panel == Panel::signs && !quits) return in_signs(pressed, pack);
  if (panel == Panel::quitting) return quits ? event(EventKind::stop) : only(Kind::close_panel);
  if (view.phase == session::Phase::over) return only(Kind::leave);
  if (quits) return opening(Panel::quitting);
  if (pressed == Key::enter || pressed == key('\n')) return only(Kind::go);
  if (pressed == key(' ')) return only(Kind::toggle);
  if (pressed == key('?')) return opening(Panel::help);
  if (pressed == key('!')) return opening(Panel::signs);
  if (pressed == key('w')) return only(Kind::why);
  if (pressed >= key('0') && pressed <= key('9')) {
    return digit(static_cast<std::int32_t>(pressed) - '0');
  }
  for (const KeyRow& row : key_rows) {
    if (pressed == key(row.letter)) return event(row.kind);
  }
  return event(EventKind::pause);
}

std::optional<Meaning> meaning_of_words(std::string_view line, const knowledge::Pack& pack) {
  const std::string text = base::lower_ascii(base::trim(line));
  if (text.empty()) return only(Kind::go);
  if (const auto number = base::parse_integer(text)) {
    if (*number < 0 || *number > model::limits::level.most) return std::nullopt;
    return Meaning{
        Kind::event, {EventKind::level, static_cast<std::int32_t>(*number), {}}, Panel::none};
  }
  for (const WordRow& row : word_rows) {
    if (row.word != text) continue;
    if (row.kind == Kind::open_panel) return opening(Panel::help);
    return Meaning{row.kind, {row.event, 0, {}}, Panel::none};
  }
  constexpr std::string_view urgent = "urgent ";
  if (text.starts_with(urgent)) {
    const auto flag = knowledge::find_red_flag(pack, base::trim(text.substr(urgent.size())));
    if (flag.valid()) return Meaning{Kind::event, {EventKind::urgent, 0, flag}, Panel::none};
  }
  return std::nullopt;
}

std::string words_known() {
  std::string out = "0 to 10";
  for (const WordRow& row : word_rows) out += ", " + std::string(row.word);
  return out;
}

}  // namespace unknot::cli
