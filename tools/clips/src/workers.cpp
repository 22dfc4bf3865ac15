#include "workers.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "speaker.hpp"

namespace unknot::clips {

namespace {

bool speak_one(const Voice& voice, const std::string& sentence, const Cache& cache) {
  auto spoken = speak(voice, sentence);
  const auto clip = spoken ? make_clip(std::move(*spoken)) : std::unexpected(spoken.error());
  if (!clip) {
    std::fprintf(stderr, "clips: \"%s\": %s\n", sentence.c_str(),
                 base::sentence(clip.error()).c_str());
    return false;
  }
  if (cache.keep(sentence, *clip)) return true;
  std::fputs("clips: the cache cannot be written\n", stderr);
  return false;
}

/// Waits for one child; false when it failed or there is none.
bool one_ended_well() {
  int state = 0;
  while (waitpid(-1, &state, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}

}  // namespace

bool speak_all(const Voice& voice, const std::vector<std::string>& sentences, const Cache& cache,
               int jobs) {
  // What is buffered must not be written by each copy.
  std::fflush(nullptr);
  bool good = true;
  int running = 0;
  for (const auto& sentence : sentences) {
    if (running == jobs) {
      good = one_ended_well() && good;
      --running;
    }
    if (!good) break;
    const pid_t child = fork();
    // _exit: what this process would do at its end is not the copy's business.
    if (child == 0) _exit(speak_one(voice, sentence, cache) ? 0 : 1);
    if (child < 0) {
      std::perror("clips: fork");
      good = false;
      break;
    }
    ++running;
  }
  for (; running > 0; --running) good = one_ended_well() && good;
  return good;
}

}  // namespace unknot::clips
