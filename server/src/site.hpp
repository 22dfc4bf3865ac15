#pragma once
/// @file
/// The web app and what else is only read: pages, scripts, words, spoken clips.

#include <string>
#include <vector>

#include "unknot/server/bundle.hpp"
#include "unknot/server/http.hpp"

namespace unknot::server {

class Site {
 public:
  /// @param clip_folders  Where packs of spoken sentences are looked for, the best first.
  Site(Bundle bundle, std::vector<std::string> clip_folders)
      : bundle_(std::move(bundle)), clip_folders_(std::move(clip_folders)) {}

  /// Whatever is no API. Only the head counts.
  [[nodiscard]] Response answer(const Request& request) const;

 private:
  [[nodiscard]] Response clips(const Request& request, std::string_view name) const;

  Bundle bundle_;
  std::vector<std::string> clip_folders_;
};

}  // namespace unknot::server
