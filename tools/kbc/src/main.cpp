// kbc, the knowledge compiler: knowledge/*.toml -> one C++ file, one JSON file, and the documents
// that are committed: pages of evidence and JSON Schemas.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include "compile.hpp"

namespace {

constexpr const char* usage =
    "usage: kbc KNOWLEDGE_DIR [--cpp OUT.cpp] [--json OUT.json] [--documents ROOT]\n"
    "                         [--english OUT.cpp] [--words FOLDER]\n"
    "       kbc KNOWLEDGE_DIR --compare ROOT\n"
    "Checks all *.toml below KNOWLEDGE_DIR and writes the pack; --english writes it with the "
    "words\n"
    "of English alone, --words each other language as LANG.words. --documents writes "
    "docs/evidence,\n"
    "docs/formats/schema and knowledge/schema below ROOT, --compare tells which of them differ.\n"
    "exit: 0 done, 1 knowledge refused, documents differ or file trouble, 2 wrong call\n";

struct Arguments {
  std::string folder;
  // Empty: not wanted.
  std::string cpp;
  std::string json;
  std::string english;
  std::string words;
  std::string documents;
  std::string compare;
};

std::optional<Arguments> parse(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    std::string* value = word == "--cpp"         ? &arguments.cpp
                         : word == "--json"      ? &arguments.json
                         : word == "--english"   ? &arguments.english
                         : word == "--words"     ? &arguments.words
                         : word == "--documents" ? &arguments.documents
                         : word == "--compare"   ? &arguments.compare
                                                 : nullptr;
    if (value != nullptr && i + 1 < count) {
      *value = words[++i];
    } else if (value != nullptr || word.starts_with("-") || !arguments.folder.empty()) {
      return std::nullopt;
    } else {
      arguments.folder = word;
    }
  }
  return arguments.folder.empty() ? std::nullopt : std::optional{arguments};
}

bool write(const std::string& path, const std::string& text) {
  if (path.empty()) return true;
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (!out) std::cerr << "kbc: cannot write " << path << '\n';
  return static_cast<bool>(out);
}

/// Beside whatever else lies there.
bool write_each(const unknot::kbc::Documents& files, const std::string& folder) {
  if (folder.empty()) return true;
  return std::ranges::all_of(
      files, [&folder](const auto& file) { return write(folder + "/" + file.path, file.text); });
}

bool write_all(const unknot::kbc::Documents& documents, const std::string& root) {
  if (root.empty()) return true;
  const auto trouble = unknot::kbc::write_documents(documents, root);
  if (!trouble.empty()) std::cerr << "kbc: " << trouble << '\n';
  return trouble.empty();
}

bool as_committed(const unknot::kbc::Documents& documents, const std::string& root) {
  if (root.empty()) return true;
  const auto lines = unknot::kbc::outdated_documents(documents, root);
  for (const auto& line : lines) std::cerr << line << '\n';
  if (!lines.empty()) std::cerr << "`make evidence` writes them anew; read what changed.\n";
  return lines.empty();
}

}  // namespace

int main(int count, char** words) {
  using namespace unknot::kbc;
  const auto arguments = parse(count, words);
  if (!arguments) {
    std::cerr << usage;
    return 2;
  }
  Complaints complaints(arguments->folder);
  const auto files = read_folder(arguments->folder, complaints);
  // What could not be read would be missed everywhere.
  const auto compiled = complaints.empty() ? compile(files, complaints) : Compiled{};
  for (const auto& line : complaints.lines()) std::cerr << line << '\n';
  if (!complaints.empty()) return 1;
  const bool written =
      write(arguments->cpp, compiled.cpp) && write(arguments->json, compiled.json) &&
      write(arguments->english, compiled.english) && write_each(compiled.words, arguments->words) &&
      write_all(compiled.documents, arguments->documents);
  return written && as_committed(compiled.documents, arguments->compare) ? 0 : 1;
}
