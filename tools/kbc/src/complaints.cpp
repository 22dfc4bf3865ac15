#include "complaints.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"

namespace unknot::kbc {

std::uint32_t Complaints::add_file(std::string_view path) {
  files_.emplace_back(path);
  return static_cast<std::uint32_t>(files_.size() - 1);
}

void Complaints::add(Where where, std::string sentence) {
  complaints_.push_back({where, std::move(sentence)});
}

std::string Complaints::shown(Where where) const {
  if (!where.known()) return root_;
  return say(files_[where.file], ":", where.line, ":", where.column);
}

std::vector<std::string> Complaints::lines() const {
  auto sorted = complaints_;
  std::ranges::sort(sorted);
  const auto repeated = std::ranges::unique(sorted);
  sorted.erase(repeated.begin(), repeated.end());
  std::vector<std::string> lines;
  lines.reserve(sorted.size());
  for (const auto& complaint : sorted) {
    lines.push_back(say(shown(complaint.where), ": ", complaint.sentence));
  }
  return lines;
}

std::string ticked(std::string_view text) { return say("`", text, "`"); }

std::string suggestion(std::string_view wanted, const std::vector<std::string_view>& candidates) {
  const auto near = base::nearest(wanted, candidates);
  return near.empty() ? std::string{} : say("; did you mean ", ticked(near), "?");
}

}  // namespace unknot::kbc
