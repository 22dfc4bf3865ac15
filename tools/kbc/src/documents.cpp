#include "documents.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace unknot::kbc {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> text_of(const fs::path& path) {
  std::error_code failed;
  if (!fs::is_regular_file(path, failed)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// Files in the folders of kbc that it did not write, from the root, sorted.
std::vector<std::string> left_over(const Documents& documents, const fs::path& root) {
  std::vector<std::string> found;
  for (const auto folder : {evidence_folder, rows_folder}) {
    std::error_code failed;
    for (fs::recursive_directory_iterator entry(root / folder, failed), end;
         !failed && entry != end; entry.increment(failed)) {
      if (!entry->is_regular_file()) continue;
      const auto path = fs::relative(entry->path(), root, failed).generic_string();
      if (std::ranges::find(documents, path, &Document::path) == documents.end()) {
        found.push_back(path);
      }
    }
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace

Documents all_documents(const Tables& tables) {
  Documents all = evidence_documents(tables);
  for (auto& document : format_documents(tables)) all.push_back(std::move(document));
  for (auto& document : row_documents(tables)) all.push_back(std::move(document));
  std::ranges::sort(all, {}, &Document::path);
  return all;
}

std::string write_documents(const Documents& documents, const std::string& root) {
  std::error_code failed;
  for (const auto& [path, text] : documents) {
    const auto full = fs::path(root) / path;
    fs::create_directories(full.parent_path(), failed);
    // What is as it should be keeps its time, so that nothing is built again for it.
    if (text_of(full) == text) continue;
    std::ofstream out(full, std::ios::binary);
    out << text;
    out.close();
    if (!out) return say("cannot write ", full.generic_string());
  }
  for (const auto& path : left_over(documents, root)) {
    if (!fs::remove(fs::path(root) / path, failed)) return say("cannot remove ", path);
  }
  return {};
}

std::vector<std::string> outdated_documents(const Documents& documents, const std::string& root) {
  std::vector<std::string> lines;
  for (const auto& [path, text] : documents) {
    const auto found = text_of(fs::path(root) / path);
    if (!found) {
      lines.push_back(say(path, " is missing"));
    } else if (*found != text) {
      lines.push_back(say(path, " is not what kbc would write now"));
    }
  }
  for (const auto& path : left_over(documents, root)) {
    lines.push_back(say(path, " is written by nobody any more"));
  }
  return lines;
}

}  // namespace unknot::kbc
