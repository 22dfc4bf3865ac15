#include "after_questions.hpp"

#include <algorithm>
#include <iostream>

#include "host.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/speaker.hpp"

namespace unknot::cli {

using journal::OpenQuestion;
using model::AfterEffect;
using model::Side;

namespace {

constexpr AfterEffect answers[] = {AfterEffect::none,          AfterEffect::sore,
                                   AfterEffect::sore_over_48h, AfterEffect::bruise,
                                   AfterEffect::tingling,      AfterEffect::swelling};

/// Left and right of one area after one session are one question.
std::vector<OpenQuestion> joined(const std::vector<OpenQuestion>& questions) {
  std::vector<OpenQuestion> out;
  for (const OpenQuestion& question : questions) {
    const auto other = std::find_if(out.begin(), out.end(), [&](const OpenQuestion& one) {
      return one.area == question.area && one.rolled == question.rolled &&
             one.not_gone == question.not_gone;
    });
    if (other == out.end()) {
      out.push_back(question);
    } else {
      other->side = Side::both;
    }
  }
  return out;
}

class Questions {
 public:
  Questions(Logbook& log, const journal::Profile& who, const std::string& language,
            const Style& style)
      : log_(log),
        who_(who),
        pack_(knowledge::embedded_pack()),
        speaker_(pack_, language),
        style_(style) {}

  bool run() {
    const auto now = local_now();
    const auto questions = joined(journal::open_questions(facts_of(log_, who_.id), pack_, now));
    if (questions.empty()) return true;
    std::cout << '\n' << style_.heading(speaker_.phrase("ask.heading")) << '\n';
    for (const OpenQuestion& question : questions) {
      if (!(question.not_gone ? ask_gone(question) : ask_felt(question))) return false;
    }
    return true;
  }

 private:
  bool read(std::string& line) {
    std::cout << style_.side("> ") << std::flush;
    if (!std::getline(std::cin, line)) return false;
    line = base::lower_ascii(base::trim(line));
    return true;
  }

  void question(const OpenQuestion& about) {
    std::cout << '\n' << wrap(speaker_.ask_after(about.area, about.side, about.not_gone), 3, 3);
  }

  bool ask_felt(const OpenQuestion& about) {
    question(about);
    std::cout << wrap(speaker_.phrase("ask.felt_keys"), 3, 3);
    for (std::string line; read(line);) {
      if (line.empty()) return true;
      const auto number = base::parse_integer(line);
      if (number && *number >= 1 && *number <= static_cast<std::int64_t>(std::size(answers))) {
        return write(about, answers[*number - 1], false);
      }
      std::cout << wrap(speaker_.phrase("ask.felt_keys"), 3, 3);
    }
    return false;
  }

  bool ask_gone(const OpenQuestion& about) {
    question(about);
    std::cout << wrap(speaker_.phrase("ask.gone_keys"), 3, 3);
    for (std::string line; read(line);) {
      if (line.empty() || line == "n") return true;
      if (line == "y") return write(about, about.not_gone, true);
      std::cout << wrap(speaker_.phrase("ask.gone_keys"), 3, 3);
    }
    return false;
  }

  bool write(const OpenQuestion& about, std::optional<AfterEffect> effect, bool gone) {
    journal::AfterEffectData data;
    data.area = pack_[about.area].id;
    data.side = about.side;
    data.effect = effect;
    data.gone = gone;
    const auto kept = log_.append({journal::make_after_effect(log_.stamp(who_.id), data)});
    if (!kept) complain(kept.error());
    return kept.has_value();
  }

  Logbook& log_;
  const journal::Profile& who_;
  const knowledge::Pack& pack_;
  guidance::Speaker speaker_;
  const Style& style_;
};

}  // namespace

bool ask_after_last_time(Logbook& log, const journal::Profile& who, const std::string& language,
                         const Style& style) {
  return Questions(log, who, language, style).run();
}

}  // namespace unknot::cli
