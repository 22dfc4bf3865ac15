#include "voice_program.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "child.hpp"
#include "host.hpp"
#include "unknot/base/text.hpp"

namespace unknot::cli {

using guidance::Weight;

namespace {

std::string path_of(std::string_view name) {
  if (name.find('/') != std::string_view::npos) {
    return is_program(std::string(name)) ? std::string(name) : std::string();
  }
  const std::string path = variable("PATH");
  for (const auto folder : base::split(path, ':')) {
    std::string candidate = std::string(folder) + '/' + std::string(name);
    if (!folder.empty() && is_program(candidate)) return candidate;
  }
  return {};
}

class Silence : public Voice {
 public:
  void say(const std::string&, Weight) override {}
  void hush() override {}
  void turn() override {}
};

/// Says one thing at a time. What is urgent cuts in; one thing more may wait, the newest.
class VoiceProgram : public Voice {
 public:
  VoiceProgram(std::vector<std::string> words, std::vector<std::string> stop)
      : words_(std::move(words)), stop_(std::move(stop)) {}

  ~VoiceProgram() override { child_.end(); }

  void say(const std::string& text, Weight weight) override {
    const bool speaking = child_.running();
    if (speaking && weight == Weight::aside) return;
    if (speaking && weight == Weight::cue) {
      waiting_ = text;
      return;
    }
    if (speaking) hush();
    child_.start(words_, text);
  }

  void hush() override {
    waiting_.reset();
    if (!child_.running()) return;
    child_.end();
    // A speech server goes on when its client is gone.
    if (!stop_.empty()) stopper_.start(stop_, {});
  }

  void turn() override {
    if (!waiting_ || child_.running()) return;
    child_.start(words_, *waiting_);
    waiting_.reset();
  }

 private:
  std::vector<std::string> words_;
  std::vector<std::string> stop_;
  Child child_;
  Child stopper_;
  std::optional<std::string> waiting_;
};

std::unique_ptr<Voice> voice_by(std::string path, const std::string& language) {
  const std::string name = path.substr(path.rfind('/') + 1);
  if (name == "spd-say") {
    // -e reads the text, -w stays until it is said.
    return std::make_unique<VoiceProgram>(
        std::vector<std::string>{path, "-w", "-l", language, "-N", "unknot", "-e"},
        std::vector<std::string>{path, "-C"});
  }
  if (name == "espeak-ng" || name == "espeak") {
    return std::make_unique<VoiceProgram>(std::vector<std::string>{path, "-v", language, "--stdin"},
                                          std::vector<std::string>{});
  }
  return std::make_unique<VoiceProgram>(std::vector<std::string>{std::move(path)},
                                        std::vector<std::string>{});
}

}  // namespace

std::unique_ptr<Voice> no_voice() { return std::make_unique<Silence>(); }

base::Result<std::unique_ptr<Voice>> voice_for(const std::string& wish,
                                               const std::string& language) {
  if (wish == "off") return no_voice();
  if (wish != "auto") {
    std::string path = path_of(wish);
    if (!path.empty()) return voice_by(std::move(path), language);
    return base::fail(base::ErrorCode::id_unknown, "--voice", wish,
                      "auto, off or a program that can be run");
  }
  for (const std::string_view name : voice_programs) {
    if (std::string path = path_of(name); !path.empty()) return voice_by(std::move(path), language);
  }
  return no_voice();
}

}  // namespace unknot::cli
