#include "child.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

extern char** environ;

namespace unknot::cli {

namespace {

/// A file without a name that holds `text`, at its beginning: unlike a pipe it never makes its
/// writer wait, nor dies when nobody reads. -1 when there is none.
int file_of(const std::string& text) {
  const int file = memfd_create("unknot_text", MFD_CLOEXEC);
  if (file < 0) return -1;
  const bool whole = write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                     lseek(file, 0, SEEK_SET) == 0;
  if (whole) return file;
  close(file);
  return -1;
}

/// Signals as a fresh program expects them, whatever this one blocks.
void quiet_attributes(posix_spawnattr_t& attributes) {
  sigset_t none;
  sigset_t usual;
  sigemptyset(&none);
  sigemptyset(&usual);
  for (const int number : {SIGTERM, SIGINT, SIGPIPE, SIGHUP, SIGTSTP, SIGCONT}) {
    sigaddset(&usual, number);
  }
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

}  // namespace

bool Child::start(const std::vector<std::string>& words, const std::string& input) {
  end();
  const int file = file_of(input);
  if (file < 0) return false;
  std::vector<char*> argv;
  for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, file, STDIN_FILENO);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  quiet_attributes(attributes);
  const int failed = posix_spawn(&pid_, argv[0], &files, &attributes, argv.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  close(file);
  if (failed != 0) pid_ = -1;
  return failed == 0;
}

bool Child::running() {
  if (pid_ > 0 && waitpid(pid_, nullptr, WNOHANG) != 0) pid_ = -1;
  return pid_ > 0;
}

void Child::end() {
  if (!running()) return;
  // Killed and not asked, since the waiting below must be short.
  kill(-pid_, SIGKILL);
  waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

}  // namespace unknot::cli
