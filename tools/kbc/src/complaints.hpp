#pragma once
/// @file
/// What kbc has against the knowledge it read: every complaint with its place in the TOML, so that
/// an editor jumps to it and one run shows them all.

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::kbc {

/// A place in a file. The default value is "nowhere": something that is missing altogether.
struct Where {
  static constexpr std::uint32_t no_file = 0xFFFFFFFF;
  std::uint32_t file = no_file;  ///< As numbered by Complaints::add_file.
  std::uint32_t line = 0;        ///< From 1.
  std::uint32_t column = 0;      ///< From 1.
  [[nodiscard]] constexpr bool known() const { return file != no_file; }
  friend constexpr auto operator<=>(const Where&, const Where&) = default;
};

/// Gathers complaints; knows the file names. Nothing else in kbc prints.
class Complaints {
 public:
  /// @param root  Named where a complaint is about the knowledge as a whole.
  explicit Complaints(std::string_view root) : root_(root) {}

  [[nodiscard]] std::uint32_t add_file(std::string_view path);
  void add(Where where, std::string sentence);
  [[nodiscard]] bool empty() const { return complaints_.empty(); }

  /// `file:line:col`, or the root when nowhere.
  [[nodiscard]] std::string shown(Where where) const;
  /// `file:line:col: sentence`, by file and line, each once; those without a place come last.
  [[nodiscard]] std::vector<std::string> lines() const;

 private:
  struct Complaint {
    Where where;
    std::string sentence;
    friend auto operator<=>(const Complaint&, const Complaint&) = default;
  };
  std::string root_;
  std::vector<std::string> files_;
  std::vector<Complaint> complaints_;
};

/// One text out of its parts: text as it is, whole numbers in decimal.
template <class... Parts>
[[nodiscard]] std::string say(const Parts&... parts) {
  std::string text;
  const auto add = [&text](const auto& part) {
    if constexpr (std::integral<std::remove_cvref_t<decltype(part)>>) {
      text += std::to_string(part);
    } else {
      text += part;
    }
  };
  (add(parts), ...);
  return text;
}

/// `x` in the quotes that messages use.
[[nodiscard]] std::string ticked(std::string_view text);

/// "; did you mean `x`?" when a candidate is near enough, else nothing.
[[nodiscard]] std::string suggestion(std::string_view wanted,
                                     const std::vector<std::string_view>& candidates);

}  // namespace unknot::kbc
