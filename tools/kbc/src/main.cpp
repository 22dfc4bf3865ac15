// kbc, the knowledge compiler: knowledge/*.toml -> one C++ file and one JSON file.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include "compile.hpp"

namespace {

constexpr const char* usage =
    "usage: kbc KNOWLEDGE_DIR [--cpp OUT.cpp] [--json OUT.json]\n"
    "Checks all *.toml below KNOWLEDGE_DIR and writes the pack.\n"
    "exit: 0 compiled, 1 knowledge refused or file trouble, 2 wrong call\n";

struct Arguments {
  std::string folder;
  std::string cpp;   ///< Empty: not wanted.
  std::string json;  ///< Empty: not wanted.
};

std::optional<Arguments> parse(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const bool takes_value = word == "--cpp" || word == "--json";
    if (takes_value && i + 1 < count) {
      (word == "--cpp" ? arguments.cpp : arguments.json) = words[++i];
    } else if (takes_value || word.starts_with("-") || !arguments.folder.empty()) {
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
  return write(arguments->cpp, compiled.cpp) && write(arguments->json, compiled.json) ? 0 : 1;
}
