#pragma once
/// @file
/// A pack as tools/clips wrote it, kept so that every later program reads it too, and broken ones.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "unknot/voice_clips/clips.hpp"

namespace unknot::voice_clips {

/// Tests run in the root of the tree.
inline constexpr const char* kept = "adapters/voice_clips/tests/kept.clips";
inline constexpr const char* kept_sentences[] = {"Breathe out.", "Now the left calf.", "Stop."};

inline std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A file with these bytes, gone when it is.
class Passing {
 public:
  explicit Passing(const std::string& bytes) { std::ofstream(path_, std::ios::binary) << bytes; }
  Passing(const Passing&) = delete;
  Passing& operator=(const Passing&) = delete;
  ~Passing() { std::filesystem::remove(path_); }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("unknot-clips-" + std::to_string(getpid()));
};

}  // namespace unknot::voice_clips
