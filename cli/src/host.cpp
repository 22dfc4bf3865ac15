#include "host.hpp"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <clocale>
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

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string locale_territory() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string locale = variable(name);
    if (locale.empty()) continue;
    const auto underscore = locale.find('_');
    if (underscore == std::string::npos || underscore + 3 > locale.size()) return {};
    return locale.substr(underscore + 1, 2);
  }
  return {};
}

std::optional<std::string> locale_codeset() {
  if (std::setlocale(LC_ALL, "") == nullptr) return std::nullopt;
  std::string codeset = nl_langinfo(CODESET);
  std::setlocale(LC_ALL, "C");
  return codeset;
}

bool input_is_terminal() { return isatty(STDIN_FILENO) == 1; }
bool output_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

std::size_t output_columns() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

PathKind kind_of(const std::string& path) {
  struct stat status{};
  if (stat(path.c_str(), &status) != 0) {
    return errno == ENOENT || errno == ENOTDIR ? PathKind::absent : PathKind::hidden;
  }
  return S_ISDIR(status.st_mode) ? PathKind::folder : PathKind::other;
}

bool is_program(const std::string& path) {
  struct stat status{};
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         access(path.c_str(), X_OK) == 0;
}

bool may_write_in(const std::string& folder) { return access(folder.c_str(), W_OK | X_OK) == 0; }

bool can_write_in(const std::string& folder) {
  std::string name = folder + "/.unknot_probe_XXXXXX";
  const int file = mkstemp(name.data());
  if (file < 0) return false;
  const bool written = write(file, "probe\n", 6) == 6;
  const bool closed = close(file) == 0;
  return unlink(name.c_str()) == 0 && written && closed;
}

std::uint64_t free_bytes(const std::string& path) {
  struct statvfs status{};
  if (statvfs(path.c_str(), &status) != 0) return 0;
  return std::uint64_t{status.f_bavail} * status.f_frsize;
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
