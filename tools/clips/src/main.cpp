// clips: sentences in, a pack of spoken clips out (docs/formats/clips.md).

#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

#include "build.hpp"
#include "bytes.hpp"
#include "sentences.hpp"
#include "unknot/base/text.hpp"

namespace {

using namespace unknot;

constexpr const char* usage =
    "usage: clips --language LANGUAGE --out FILE.clips [--cache DIR] [--jobs N] < SENTENCES\n"
    "Speaks one sentence a line (UTF-8) into a clip pack. --cache keeps every clip in DIR, so "
    "that\n"
    "the next call speaks only what is new; --jobs says how many are spoken at a time (1).\n"
    "Languages: ";
constexpr const char* usage_end =
    ".\n"
    "exit: 0 done, 1 a sentence or file refused, 2 wrong call\n";
constexpr std::int64_t most_jobs = 256;

struct Arguments {
  std::string language;
  std::string out;
  std::string cache;  ///< Empty: none is kept.
  std::string jobs = "1";
};

std::optional<Arguments> parse(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    std::string* value = word == "--language" ? &arguments.language
                         : word == "--out"    ? &arguments.out
                         : word == "--cache"  ? &arguments.cache
                         : word == "--jobs"   ? &arguments.jobs
                                              : nullptr;
    if (value == nullptr || i + 1 == count) return std::nullopt;
    *value = words[++i];
  }
  return arguments.out.empty() ? std::nullopt : std::optional{arguments};
}

int wrong_call() {
  std::cerr << usage;
  const char* before = "";
  for (const auto& voice : clips::voices()) {
    std::cerr << before << voice.language;
    before = " ";
  }
  std::cerr << usage_end;
  return 2;
}

int refused(const std::string& what) {
  std::cerr << "clips: " << what << '\n';
  return 1;
}

/// A folder for one call, gone after it.
class Passing {
 public:
  Passing() {
    std::string name = (std::filesystem::temp_directory_path() / "clips-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  Passing(const Passing&) = delete;
  Passing& operator=(const Passing&) = delete;
  ~Passing() {
    std::error_code trouble;
    if (!path_.empty()) std::filesystem::remove_all(path_, trouble);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

int run(const Arguments& arguments, clips::Order order) {
  std::optional<Passing> passing;
  if (arguments.cache.empty()) passing.emplace();
  order.cache = passing ? passing->path() : std::filesystem::path(arguments.cache);
  const auto built = clips::build(order);
  if (!built) return refused(base::sentence(built.error()));
  if (!clips::write_file(arguments.out, built->pack))
    return refused("cannot write " + arguments.out);
  std::printf("clips: %s: %zu sentences, %zu spoken anew, %.1f s, %.0f bytes a second\n",
              arguments.out.c_str(), order.sentences.size(), built->spoken, built->seconds,
              built->seconds > 0 ? static_cast<double>(built->bytes) / built->seconds : 0.0);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const auto arguments = parse(count, words);
  if (!arguments) return wrong_call();
  clips::Order order{.voice = clips::voice_of(arguments->language)};
  const auto jobs = base::parse_integer(arguments->jobs);
  if (order.voice == nullptr || !jobs || *jobs < 1 || *jobs > most_jobs) return wrong_call();
  order.jobs = static_cast<int>(*jobs);
  auto sentences = clips::read_sentences(std::cin);
  if (!sentences) return refused(base::sentence(sentences.error()));
  order.sentences = std::move(*sentences);
  return run(*arguments, std::move(order));
}
