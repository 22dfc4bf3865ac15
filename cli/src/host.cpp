#include "host.hpp"

#include <sys/stat.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "unknot/base/text.hpp"

namespace unknot::cli {

namespace {

/// More than any reader takes, so that it can say how much too much there was.
constexpr std::size_t most_bytes = std::size_t{1} << 24;

base::Result<std::string> read_all(std::FILE* file, const std::string& path) {
  std::string text;
  char buffer[65536];
  while (text.size() < most_bytes) {
    const std::size_t got = std::fread(buffer, 1, sizeof buffer, file);
    text.append(buffer, got);
    if (got < sizeof buffer) break;
  }
  if (std::ferror(file) != 0) {
    return base::fail(base::ErrorCode::json_malformed, "file", path, "a file that can be read");
  }
  return text;
}

bool is_directory(std::FILE* file) {
  struct stat status{};
  return fstat(fileno(file), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

base::Instant local_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  return {now, static_cast<std::int32_t>(local.tm_gmtoff / 60)};
}

std::string locale_territory() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale(value);
    const auto underscore = locale.find('_');
    if (underscore == std::string_view::npos || underscore + 3 > locale.size()) return {};
    return std::string(locale.substr(underscore + 1, 2));
  }
  return {};
}

base::Result<std::string> read_input(const std::string& path) {
  if (path == "-") return read_all(stdin, "standard input");
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    return base::fail(base::ErrorCode::json_malformed, "file", path, "a file that can be read");
  }
  auto text = read_all(file, path);
  std::fclose(file);
  return text;
}

std::FILE* open_input(const std::string& path) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr || !is_directory(file)) return file;
  if (file != stdin) std::fclose(file);
  return nullptr;
}

int complain(const base::Error& error) { return complain(base::sentence(error)); }

int complain(std::string_view sentence) {
  std::fprintf(stderr, "unknot: %s\n", base::printable(sentence).c_str());
  return exit_bad_input;
}

}  // namespace unknot::cli
