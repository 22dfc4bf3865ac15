#pragma once
/// @file
/// The program without a machine: cli/src/host.hpp made real by one text that every file holds, a
/// clock that stands still, and streams that end in strings.

#include <string>
#include <string_view>
#include <vector>

namespace unknot::fuzz {

/// What one run of the program left behind.
struct Run {
  int exit_code = 0;
  std::string out;
  std::string complaint;  ///< What it printed as "unknot: SENTENCE"; empty: nothing.
};

/// Time of the clock that stands still, as in `--now`.
inline constexpr std::string_view standing_now = "2026-11-22T08:00:00Z";

/// Runs `unknot WORDS...`. Any path that is opened holds `file`, and so does standard input.
[[nodiscard]] Run run_program(const std::vector<std::string>& words, std::string_view file);

/// Standard input for what runs until this goes out of scope, standard output kept in `out`.
class Streams {
 public:
  explicit Streams(std::string_view input);
  ~Streams();
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;
  [[nodiscard]] std::string out() const;

 private:
  struct Kept;
  Kept* kept_;
};

}  // namespace unknot::fuzz
