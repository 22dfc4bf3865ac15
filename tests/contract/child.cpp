#include "child.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <sstream>

extern "C" char** environ;  // NOLINT: POSIX names it, no header declares it.

namespace unknot::contract {

Child::Child(const std::vector<std::string>& command) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) std::abort();
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::vector<char*> arguments;
  for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  if (posix_spawnp(&pid_, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
    pid_ = -1;
  }
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  output_ = ends[0];
}

Child::~Child() {
  if (pid_ > 0) {
    kill();
    wait();
  }
  close(output_);
}

std::optional<std::string> Child::line() {
  for (;;) {
    const auto end = buffer_.find('\n');
    if (end != std::string::npos) {
      std::string found = buffer_.substr(0, end);
      buffer_.erase(0, end + 1);
      return found;
    }
    std::array<char, 4096> piece{};
    const auto got = read(output_, piece.data(), piece.size());
    if (got <= 0) return {};
    buffer_.append(piece.data(), static_cast<std::size_t>(got));
  }
}

std::vector<std::string> Child::rest() {
  std::vector<std::string> lines;
  while (auto next = line()) lines.push_back(std::move(*next));
  return lines;
}

void Child::kill() {
  if (pid_ > 0) ::kill(pid_, SIGKILL);
}

int Child::wait() {
  if (pid_ <= 0) return 127;
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::vector<std::string> appender(const std::vector<std::string>& arguments) {
  std::vector<std::string> command{UNKNOT_APPENDER};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

std::vector<Batch> batches_in(const std::vector<std::string>& lines) {
  std::vector<Batch> batches;
  for (const std::string& line : lines) {
    std::istringstream words(line);
    std::string verdict;
    Batch batch;
    if (!(words >> verdict >> batch.from >> batch.count)) continue;
    batch.acknowledged = verdict == "ACK";
    if (!batches.empty() && batches.back().from == batch.from) batches.pop_back();
    batches.push_back(batch);
  }
  return batches;
}

}  // namespace unknot::contract
