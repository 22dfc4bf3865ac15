#include "guide_view.hpp"

#include <algorithm>

#include "big_text.hpp"
#include "terminal.hpp"
#include "unknot/base/text.hpp"

namespace unknot::cli {

using guidance::Slot;
using knowledge::name_of;
using model::Side;
using session::Phase;
using session::View;

namespace {

constexpr std::int64_t ms_per_second = 1000;
constexpr std::int64_t permille = 1000;
/// From here on there is room for blocks beside each other.
constexpr Size full_size{22, 72};
/// Rows of the full view beside the big ones.
constexpr std::size_t rows_around = 17;
/// Seconds from which minutes are shown apart.
constexpr std::int64_t long_clock = 100;

std::int64_t seconds_up(std::int64_t ms) { return (ms + ms_per_second - 1) / ms_per_second; }

std::string minutes_and_seconds(std::int64_t seconds) {
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + ':' + (rest.size() < 2 ? "0" : "") + rest;
}

std::string clock_text(std::int64_t seconds) {
  return seconds < long_clock ? std::to_string(seconds) : minutes_and_seconds(seconds);
}

std::string upper_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return text;
}

class GuideView {
 public:
  GuideView(const Scene& scene, Size size, Charset charset)
      : s_(scene),
        v_(scene.view),
        frame_(size.rows, size.columns, charset),
        speaker_(scene.pack, scene.request.language),
        margin_(size.columns < full_size.columns ? 1 : std::max<std::size_t>(2, size.columns / 25)),
        width_(size.columns > 2 * margin_ ? size.columns - 2 * margin_ : 0) {}

  Frame draw() {
    const std::size_t rows = frame_.rows();
    if (rows < least_size.rows || frame_.columns() < least_size.columns) {
      tiny();
    } else if (s_.panel != Panel::none) {
      panel();
    } else if (rows < full_size.rows || frame_.columns() < full_size.columns) {
      compact();
    } else {
      full();
    }
    return std::move(frame_);
  }

 private:
  // ---- words

  std::string word(std::string_view key, const std::vector<Slot>& slots = {}) const {
    return speaker_.phrase("view." + std::string(key), slots);
  }

  const safety::VettedStep& step() const {
    const auto steps = s_.plan.steps();
    return steps[std::min(v_.step, steps.size() - 1)];
  }
  Side side() const { return step().draft.side; }
  /// The way it is done now, which may be an easier one than planned.
  const model::Alternative way() const {
    const auto& draft = step().draft;
    const model::Alternative planned{draft.technique, draft.tool, draft.variant};
    return v_.way.technique.valid() ? v_.way : planned;
  }
  const knowledge::Technique& technique() const { return s_.pack[way().technique]; }

  std::string side_word(Side side) const {
    return speaker_.phrase("guide.side." + std::string(name_of(side)));
  }
  std::string what(std::size_t index) const {
    const auto& draft = s_.plan.steps()[index].draft;
    const std::string area = speaker_.own(s_.pack[draft.area].name);
    return draft.side == Side::middle ? area : area + ", " + side_word(draft.side);
  }
  /// For blocks: LEFT, RIGHT, BOTH; nothing in the middle.
  std::string big_side() const {
    if (side() == Side::middle) return {};
    return upper_ascii(word("big_side." + std::string(name_of(side()))));
  }
  Ink side_ink() const {
    switch (side()) {
      case Side::left: return Ink::left;
      case Side::right: return Ink::right;
      default: return Ink::strong;
    }
  }

  bool over() const { return v_.phase == Phase::over; }
  bool setting_up() const {
    return v_.phase == Phase::waiting || v_.phase == Phase::get_ready ||
           v_.phase == Phase::switch_side;
  }
  bool strokes() const { return v_.phase == Phase::strokes; }

  std::string phase_word() const {
    return v_.paused && !over() ? word("paused") : word("phase." + std::string(name_of(v_.phase)));
  }
  Ink phase_ink() const { return v_.paused && !over() ? Ink::warning : Ink::strong; }

  bool waiting() const { return v_.phase == Phase::waiting; }
  /// Before the beginning, how long all of it takes.
  std::int64_t shown_seconds() const {
    return waiting() ? seconds_up(v_.session_left_ms) : seconds_shown(v_);
  }

  std::string time_left() const {
    return word("left", {{"time", minutes_and_seconds(seconds_up(v_.session_left_ms))}});
  }

  // ---- parts

  std::size_t right_end() const { return margin_ + width_; }

  void put_right(std::size_t row, std::string_view text, Ink ink) {
    const std::size_t cells = cells_of(text);
    if (cells <= width_) frame_.put(row, right_end() - cells, text, ink);
  }

  void put_left(std::size_t row, std::string_view text, Ink ink) {
    const auto lines = wrap_cells(text, width_);
    if (!lines.empty()) frame_.put(row, margin_, lines[0], ink);
  }

  /// Up to `most` rows of wrapped text.
  /// @return  Rows used.
  std::size_t put_text(std::size_t row, std::string_view text, std::size_t most, Ink ink) {
    const auto lines = wrap_cells(text, width_);
    const std::size_t count = std::min(most, lines.size());
    for (std::size_t i = 0; i < count; ++i) {
      const bool cut = i + 1 == count && lines.size() > count;
      std::string line = lines[i];
      while (cut && cells_of(line) + 4 > width_) {
        line = line.substr(0, base::bytes_of_code_points(line, base::code_points(line) - 1));
      }
      frame_.put(row + i, margin_, cut ? line + " ..." : line, ink);
    }
    return count;
  }

  /// A bar of `columns`, filled as far as `done` of `all`.
  void put_bar(std::size_t row, std::size_t column, std::size_t columns, std::int64_t done,
               std::int64_t all, Ink ink) {
    const bool utf8 = frame_.charset() == Charset::utf8;
    const auto count = static_cast<std::int64_t>(columns);
    const std::int64_t filled =
        all <= 0 ? 0 : std::clamp<std::int64_t>(done * count / all, 0, count);
    for (std::int64_t i = 0; i < count; ++i) {
      const bool on = i < filled;
      const std::string_view cell = on ? (utf8 ? "\u2501" : "=") : (utf8 ? "\u2500" : "-");
      frame_.put(row, column + static_cast<std::size_t>(i), cell, on ? ink : Ink::quiet);
    }
  }

  void session_bar(std::size_t row) {
    put_bar(row, margin_, width_, v_.session_ms, v_.session_ms + v_.session_left_ms, Ink::bar);
  }

  /// "Set 1 of 2", or what else goes on, with how far it has gone.
  void set_bar(std::size_t row) {
    const bool in_set = !setting_up() && v_.sets > 0 && !over();
    const std::string label =
        in_set ? word("set", {{"n", std::to_string(std::min(v_.set + 1, v_.sets))},
                              {"count", std::to_string(v_.sets)}})
               : phase_word();
    std::size_t column = frame_.put(row, margin_, label, Ink::plain) + 2;
    if (column + 10 > right_end()) return;
    put_bar(row, column, right_end() - column, v_.phase_ms, v_.phase_length_ms, Ink::good);
  }

  /// The path with the marker where the tool should be.
  void pacer_bar(std::size_t row) {
    const bool utf8 = frame_.charset() == Charset::utf8;
    if (width_ < 10) return;
    const std::size_t inner = width_ - 2;
    frame_.put(row, margin_, utf8 ? "\u251C" : "|", Ink::quiet);
    for (std::size_t i = 0; i < inner; ++i) {
      frame_.put(row, margin_ + 1 + i, utf8 ? "\u2500" : "-", Ink::quiet);
    }
    frame_.put(row, right_end() - 1, utf8 ? "\u2524" : "|", Ink::quiet);
    const bool out = v_.direction == session::Direction::out;
    const std::string_view marker =
        utf8 ? (out ? "\u2588\u2588\u25B6" : "\u25C0\u2588\u2588") : (out ? "##>" : "<##");
    const auto path = static_cast<std::size_t>(std::clamp(v_.path_permille, 0, 1000));
    frame_.put(row, margin_ + 1 + path * (inner - 3) / permille, marker, side_ink());
  }

  /// Landmarks at their ends of the bar: in one row where they fit, else above and below it.
  void pacer(std::size_t row) {
    const std::string start = speaker_.own(technique().start);
    const std::string end = speaker_.own(technique().end);
    const bool one_row = cells_of(start) + cells_of(end) + 4 <= width_;
    put_left(row, start, Ink::plain);
    pacer_bar(row + 1);
    if (one_row) {
      put_right(row, end, Ink::plain);
    } else {
      put_right(row + 2, wrap_cells(end, width_)[0], Ink::plain);
    }
  }

  void still(std::size_t row) { put_left(row, std::string(technique().direction), Ink::plain); }

  /// The one question there may be, else nothing.
  std::string question() const {
    const std::string time = std::to_string(v_.answer_seconds);
    if (v_.asks_pain) return word("asks_pain", {{"time", time}});
    if (v_.asks_level) return word("asks_level", {{"time", time}});
    return {};
  }

  std::string keys() const {
    if (over()) return word("keys_over");
    if (waiting()) return word("keys_waiting");
    return v_.paused ? word("keys_paused") : word("keys");
  }

  std::string next() const {
    if (over() || waiting()) return {};
    return v_.next ? word("next", {{"what", what(*v_.next)}}) : word("last");
  }

  void head(std::size_t row) {
    const std::size_t count = s_.plan.steps().size();
    put_left(row,
             word("step", {{"n", std::to_string(std::min(v_.step + 1, count))},
                           {"count", std::to_string(count)}}),
             Ink::plain);
    put_right(row, time_left(), Ink::plain);
  }

  void name_and_phase(std::size_t row) {
    put_left(row, what(std::min(v_.step, s_.plan.steps().size() - 1)), side_ink());
    put_right(row, phase_word(), phase_ink());
  }

  std::string how() const {
    const auto& tool = s_.request.tools[way().tool].id;
    return speaker_.own(technique().name) + ". " + capital(base::printable(tool)) + ", " +
           speaker_.phrase("variant." + std::string(name_of(way().variant))) + ", " +
           word("feeling", {{"low", std::to_string(step().draft.level_low)},
                            {"high", std::to_string(step().draft.level_high)}});
  }

  /// Side and clock in blocks: the left side's word stands at the left, the right one's at the
  /// right, so that they differ in place, colour and letters.
  void big(std::size_t row, std::size_t scale) {
    const std::string clock = over() ? upper_ascii(word("big_done")) : clock_text(shown_seconds());
    const BigSize clock_size{scale, clock.size() > 2 ? 1U : 2U};
    const std::string letters = over() ? std::string() : big_side();
    const BigSize side_size{scale, 1};
    const std::size_t clock_columns = big_columns(clock, clock_size);
    const std::size_t side_columns = is_big(letters) ? big_columns(letters, side_size) : 0;
    const bool at_right = side() == Side::right;
    const std::size_t room = width_ - side_columns;
    const std::size_t inset = room > clock_columns ? (room - clock_columns) / 2 : 0;
    const std::size_t clock_column = margin_ + (at_right ? 0 : side_columns) + inset;
    put_big(frame_, row, clock_column, clock, clock_size, v_.paused ? Ink::quiet : Ink::strong);
    if (side_columns > 0) {
      put_big(frame_, row, at_right ? right_end() - side_columns : margin_, letters, side_size,
              side_ink());
    }
  }

  /// The largest blocks for which a side and two digits fit, whatever is shown now.
  std::size_t scale() const {
    std::size_t scale = 1;
    const auto fits = [&](std::size_t k) {
      const std::size_t sides = big_columns("RIGHT", {k, 1}) + big_columns("88", {k, 2});
      return sides + 8 <= width_ && big_rows * k + rows_around <= frame_.rows();
    };
    while (fits(scale + 1)) ++scale;
    return scale;
  }

  // ---- whole views

  void full() {
    const std::size_t rows = frame_.rows();
    const std::size_t k = scale();
    const std::size_t spare = rows - rows_around - big_rows * k;
    // A tall window gets its air between the parts.
    const std::size_t air = std::min<std::size_t>(3, spare / 6);
    std::size_t row = air;
    head(row);
    session_bar(row + 1);
    row += 3 + air;
    name_and_phase(row);
    put_text(row + 1, how(), 1, Ink::quiet);
    row += 3 + air;
    big(row, k);
    row += big_rows * k + 1 + air;
    if (!over() && !waiting()) set_bar(row);
    row += 2 + (air > 0 ? 1 : 0);
    const std::size_t bottom = rows - 1;
    const std::size_t next_row = bottom - 1 - (air > 0 ? 1 : 0);
    if (strokes()) {
      pacer(row);
      row += 3 + (air > 0 ? 1 : 0);
    } else if (v_.phase == Phase::hold || v_.phase == Phase::spot) {
      still(row);
      row += 2;
    }
    said(row, next_row - 1);
    put_left(next_row, next(), Ink::plain);
    frame_.put(bottom, margin_, keys(), Ink::quiet);
  }

  /// Question, notice and caption, in this order, in the rows first..last; with a row of air above
  /// where there is room.
  void said(std::size_t first, std::size_t last) {
    if (first > last) return;
    const std::string asked = question();
    std::size_t wanted = 0;
    for (const std::string& text : {asked, s_.notice, s_.remark, s_.caption}) {
      wanted += wrap_cells(text, width_).size();
    }
    std::size_t row = wanted < last - first + 1 ? first + 1 : first;
    const auto room = [&] { return row <= last ? last - row + 1 : 0; };
    row += put_text(row, asked, room(), Ink::warning);
    row += put_text(row, s_.notice, room(), Ink::warning);
    // What is to be done comes first where there is not room for both.
    const std::size_t caption = wrap_cells(s_.caption, width_).size();
    if (caption < room()) row += put_text(row, s_.remark, room() - caption, Ink::good);
    put_text(row, s_.caption, room(), s_.caption_urgent ? Ink::warning : Ink::strong);
  }

  /// Twelve rows hold head, name, clock, one line of words and the keys; more come with more.
  void compact() {
    const std::size_t rows = frame_.rows();
    const std::size_t extra = rows - least_size.rows;
    head(0);
    session_bar(1);
    name_and_phase(2);
    std::size_t row = extra > 0 ? 4 : 3;
    const std::size_t blocks = big_columns("RIGHT", {1, 1}) + big_columns("88", {1, 2});
    if (blocks + 2 <= width_) {
      big(row, 1);
    } else {
      const std::string clock =
          over() ? upper_ascii(word("big_done")) : clock_text(shown_seconds());
      const BigSize dots{1, clock.size() > 2 ? 1U : 2U};
      put_big(frame_, row, margin_, clock, dots, v_.paused ? Ink::quiet : Ink::strong);
      if (!over()) {
        frame_.put(row + big_rows / 2, margin_ + big_columns(clock, dots) + 3, big_side(),
                   side_ink());
      }
    }
    row += big_rows;
    const bool bar = extra > 1 && !over();
    if (bar && strokes()) pacer_bar(row + 1);
    if (bar && !strokes()) set_bar(row + 1);
    if (bar) row += 2;
    const bool next_too = extra > 2;
    said(row, rows - (next_too ? 3 : 2));
    if (next_too) put_left(rows - 2, next(), Ink::plain);
    put_left(rows - 1, width_ < cells_of(keys()) ? word("keys_short") : keys(), Ink::quiet);
  }

  void tiny() {
    if (frame_.rows() == 0) return;
    std::string line = clock_text(shown_seconds()) + ' ' + big_side();
    if (v_.paused) line += ' ' + word("paused");
    frame_.put(0, 0, line, side_ink());
    if (frame_.rows() > 1) {
      frame_.put(1, 0, what(std::min(v_.step, s_.plan.steps().size() - 1)), Ink::plain);
    }
    const auto room = word("room", {{"columns", std::to_string(least_size.columns)},
                                    {"rows", std::to_string(least_size.rows)}});
    const auto lines = wrap_cells(room, frame_.columns());
    for (std::size_t i = 0; i < lines.size(); ++i) frame_.put(2 + i, 0, lines[i], Ink::quiet);
  }

  void panel() {
    frame_.put(0, margin_, word("panel." + std::string(name_of(s_.panel))), Ink::strong);
    std::size_t row = 2;
    const std::size_t last = frame_.rows() - 2;
    if (s_.panel == Panel::help) {
      for (const std::string_view key :
           {"pause", "enter", "level", "softer", "harder", "next", "back", "repeat", "more",
            "tender", "hurt", "tingling", "cold", "dizzy", "sign", "why", "quit", "other"}) {
        if (row <= last) frame_.put(row++, margin_, word("help." + std::string(key)));
      }
    } else if (s_.panel == Panel::signs) {
      char letter = 'a';
      for (const auto& flag : s_.pack.red_flags) {
        const std::string lead = std::string(1, letter++) + "  ";
        for (const auto& line : wrap_cells(lead + std::string(flag.question), width_)) {
          if (row <= last) frame_.put(row++, margin_, line);
        }
      }
    } else {
      const auto keeping = speaker_.phrase("guide.keeping." + std::string(name_of(s_.keeping)));
      put_text(row, word("quitting", {{"keeping", keeping}}), last - row, Ink::plain);
    }
    frame_.put(frame_.rows() - 1, margin_, word("panel_keys." + std::string(name_of(s_.panel))),
               Ink::quiet);
  }

  const Scene& s_;
  const View& v_;
  Frame frame_;
  guidance::Speaker speaker_;
  std::size_t margin_;
  std::size_t width_;
};

}  // namespace

std::int64_t seconds_shown(const View& view) {
  return seconds_up(std::max<std::int64_t>(0, view.phase_length_ms - view.phase_ms));
}

Frame guide_frame(const Scene& scene, Size size, Charset charset) {
  return GuideView(scene, size, charset).draw();
}

}  // namespace unknot::cli
