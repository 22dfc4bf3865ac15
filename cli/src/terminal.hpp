#pragma once
/// @file
/// Text for people: 80 columns, colour only on a terminal that wants it.

#include <string>
#include <string_view>
#include <vector>

namespace unknot::cli {

inline constexpr std::size_t columns = 80;

/// Wraps words to `columns`; the first line starts after `first` spaces, the others after `rest`.
[[nodiscard]] std::string wrap(std::string_view text, std::size_t first, std::size_t rest);

/// Wraps `text` behind `lead`, which stands at the left of the first line alone.
[[nodiscard]] std::string wrap_after(std::string_view lead, std::string_view text);

/// The same within `width` columns, as lines without their line breaks.
[[nodiscard]] std::vector<std::string> wrap_lines(std::string_view text, std::size_t width);

/// Columns of the terminal at standard output; `columns` when there is none.
[[nodiscard]] std::size_t terminal_columns();

/// Colours or plain text. Colour when standard output is a terminal, NO_COLOR is unset or empty
/// (no-color.org) and TERM is not `dumb`.
class Style {
 public:
  [[nodiscard]] static Style for_output();
  explicit Style(bool colour) : colour_(colour) {}

  [[nodiscard]] std::string heading(std::string_view text) const { return paint("1", text); }
  [[nodiscard]] std::string side(std::string_view text) const { return paint("1;36", text); }
  [[nodiscard]] std::string quiet(std::string_view text) const { return paint("2", text); }
  [[nodiscard]] std::string warning(std::string_view text) const { return paint("1;31", text); }
  [[nodiscard]] std::string good(std::string_view text) const { return paint("32", text); }

 private:
  [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const;
  bool colour_ = false;
};

/// Whether a person sits at both ends.
[[nodiscard]] bool is_terminal();

/// "6 min 50 s", "45 s".
[[nodiscard]] std::string duration(int seconds);

/// Upper-case first letter of ASCII text.
[[nodiscard]] std::string capital(std::string_view text);

}  // namespace unknot::cli
