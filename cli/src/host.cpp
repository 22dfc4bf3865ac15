#include "host.hpp"

#include <fcntl.h>
#include <langinfo.h>
#include <sys/ioctl.h>
#include <sys/random.h>
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

base::Result<std::string> read_all(std::FILE* file, const std::string& path, std::size_t most) {
  std::string text;
  char buffer[65536];
  while (text.size() < most) {
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

/// Why the machine would not write, in our words.
std::unexpected<base::Error> not_written(const std::string& path) {
  if (errno == EEXIST) {
    return base::fail(base::ErrorCode::contradiction, "file", path, "a file that is not there yet");
  }
  if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) {
    return base::fail(base::ErrorCode::store_full, path, "there is no room left on its disk",
                      "nothing was written");
  }
  return base::fail(base::ErrorCode::store_readonly, path, "it cannot be written",
                    "choose a place that is yours to write to");
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// All of it, and onto the disk.
bool write_whole(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = write(file, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return fsync(file) == 0;
}

void keep_folder(const std::string& path) {
  const int folder = open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  fsync(folder);
  close(folder);
}

/// A link refuses where something stands; a rename puts itself in its place.
bool put_in_place(const std::string& from, const std::string& to, Replace replace) {
  if (replace == Replace::yes) return rename(from.c_str(), to.c_str()) == 0;
  return link(from.c_str(), to.c_str()) == 0 && unlink(from.c_str()) == 0;
}

base::Instant here_at(std::time_t time) {
  std::tm local{};
  localtime_r(&time, &local);
  return {time, static_cast<std::int32_t>(local.tm_gmtoff / 60)};
}

}  // namespace

base::Instant local_now() {
  return here_at(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()));
}

std::int64_t wall_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

std::optional<base::Instant> local_instant(std::string_view text) {
  std::string full(text);
  if (full.size() > 10 && full[10] == ' ') full[10] = 'T';
  if (full.size() == 16) full += ":00";
  const auto as_said = base::parse_instant(full + 'Z');
  if (!as_said || full.size() != 19) return std::nullopt;
  const std::time_t seconds = as_said->seconds;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  parts.tm_isdst = -1;
  const base::Instant here = here_at(std::mktime(&parts));
  // A time that the clocks left out comes back as another one.
  if (here.seconds + std::int64_t{here.offset_minutes} * 60 != as_said->seconds)
    return std::nullopt;
  return here;
}

std::array<std::uint8_t, 10> chance() {
  std::array<std::uint8_t, 10> bytes{};
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t more = getrandom(bytes.data() + got, bytes.size() - got, 0);
    if (more > 0) got += static_cast<std::size_t>(more);
    if (more < 0 && errno != EINTR) std::abort();  // Ids that could be guessed are no ids.
  }
  return bytes;
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

std::string file_identity(const std::string& path) {
  struct stat status{};
  if (stat(path.c_str(), &status) != 0) return {};
  return std::to_string(status.st_dev) + '.' + std::to_string(status.st_ino);
}

std::string own_path() {
  char path[4096];
  const ssize_t size = ::readlink("/proc/self/exe", path, sizeof path);
  return size <= 0 ? std::string() : std::string(path, static_cast<std::size_t>(size));
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

base::Result<void> make_folders(const std::string& path) {
  for (std::size_t at = 1; at <= path.size(); ++at) {
    if (at < path.size() && path[at] != '/') continue;
    const std::string part = path.substr(0, at);
    if (mkdir(part.c_str(), S_IRWXU) == 0 || kind_of(part) == PathKind::folder) continue;
    return not_written(part);
  }
  return {};
}

base::Result<void> write_file(const std::string& path, std::string_view text, Replace replace) {
  if (replace == Replace::no && kind_of(path) != PathKind::absent) {
    errno = EEXIST;
    return not_written(path);
  }
  if (kind_of(path) == PathKind::folder) {
    errno = EISDIR;
    return not_written(path);
  }
  std::string half = path + ".XXXXXX";  // mkstemp: mode 0600
  const int file = mkstemp(half.data());
  if (file < 0) return not_written(path);
  const bool written = write_whole(file, text);
  const int why = errno;
  close(file);
  if (written && put_in_place(half, path, replace)) {
    keep_folder(path);
    return {};
  }
  if (!written) errno = why;
  const auto failure = not_written(path);
  unlink(half.c_str());
  return failure;
}

bool remove_file(const std::string& path) { return unlink(path.c_str()) == 0 || errno == ENOENT; }

base::Result<std::string> read_input(const std::string& path, std::size_t most) {
  if (path == "-") return read_all(stdin, "standard input", most);
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    return base::fail(base::ErrorCode::json_malformed, "file", path, "a file that can be read");
  }
  auto text = read_all(file, path, most);
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

void remark(std::string_view sentence) {
  std::fprintf(stderr, "unknot: %s\n", base::printable(sentence).c_str());
}

int complain(std::string_view sentence) {
  remark(sentence);
  return exit_bad_input;
}

}  // namespace unknot::cli
