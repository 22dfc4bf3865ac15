#pragma once
/// @file
/// What coaches say, a dozen sentences a language, and a folder for what is made of them.

#include <stdlib.h>

#include <filesystem>
#include <string>
#include <vector>

#include "build.hpp"

namespace unknot::clips {

std::vector<std::string> dozen_of(std::string_view language);

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "clips-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace unknot::clips
