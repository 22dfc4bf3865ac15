#pragma once
/// @file
/// Clips that were made before, one file each, so that only what changed is spoken again. Nothing
/// is ever deleted; the whole folder may be, at any time.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "clip.hpp"

namespace unknot::clips {

class Cache {
 public:
  /// @param made_by  What clips depend on besides their sentence.
  Cache(std::filesystem::path folder, std::string made_by)
      : folder_(std::move(folder)), made_by_(std::move(made_by)) {}

  /// Nothing when it was never made, or its file is not whole.
  [[nodiscard]] std::optional<Clip> find(std::string_view sentence) const;

  /// False when it cannot be written. A program that is killed meanwhile leaves no half clip.
  [[nodiscard]] bool keep(std::string_view sentence, const Clip& clip) const;

 private:
  [[nodiscard]] std::filesystem::path file_of(std::string_view sentence) const;
  std::filesystem::path folder_;
  std::string made_by_;
};

}  // namespace unknot::clips
