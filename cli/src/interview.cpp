#include "interview.hpp"

#include <algorithm>
#include <iostream>

#include "unknot/base/instant.hpp"
#include "unknot/base/text.hpp"
#include "unknot/model/limits.hpp"
#include "unknot/model/request.hpp"

namespace unknot::cli {

using base::split;
using base::trim;
using knowledge::Pack;

namespace {

/// Numbers from 1 to `most`, separated by commas or spaces, one said twice counting once; nothing
/// when something else is said.
std::optional<std::vector<std::size_t>> choices(std::string_view line, std::size_t most) {
  std::string text(line);
  for (char& c : text) {
    if (c == ',') c = ' ';
  }
  std::vector<std::size_t> out;
  for (const auto word : split(text, ' ')) {
    if (word.empty()) continue;
    const auto number = base::parse_integer(word);
    if (!number || *number < 1 || *number > static_cast<std::int64_t>(most)) return std::nullopt;
    const auto choice = static_cast<std::size_t>(*number - 1);
    if (std::find(out.begin(), out.end(), choice) == out.end()) out.push_back(choice);
  }
  return out;
}

class Interview {
 public:
  Interview(Words words, const Pack& pack, const Style& style, const Usual& usual)
      : words_(std::move(words)), pack_(pack), style_(style), usual_(usual) {}

  std::optional<Words> run() {
    const int known = int{usual_.conditions} + int{usual_.tools} + int{usual_.where};
    constexpr std::string_view counts[] = {"Six", "Five", "Four", "Three"};
    std::cout << style_.heading(std::string(counts[known]) + " short questions; then today's plan.")
              << '\n';
    if (!usual_.line.empty()) std::cout << wrap(usual_.line, 0, 0);
    if (ask_signs() && ask_conditions() && ask_minutes() && ask_tools() && ask_where() &&
        ask_feel()) {
      return std::move(words_);
    }
    return std::nullopt;
  }

 private:
  bool read(std::string& line) {
    std::cout << style_.side("> ") << std::flush;
    if (!std::getline(std::cin, line)) return false;
    line = std::string(trim(line));
    return true;
  }

  void question(std::string_view text) {
    std::cout << '\n' << style_.heading(std::to_string(++asked_)) << wrap(text, 3, 3).substr(1);
  }

  void again(std::string_view expected) { std::cout << wrap(expected, 3, 3); }

  bool ask_signs() {
    if (words_.none_of_these || !words_.red_flags.empty()) return true;
    question("Do you have any of these now? Type their numbers, or n for none of these.");
    for (std::size_t i = 0; i < pack_.red_flags.size(); ++i) {
      std::cout << wrap(std::to_string(i + 1) + "  " + std::string(pack_.red_flags[i].question), 3,
                        6);
    }
    for (std::string line; read(line);) {
      if (line == "n" || line == "N") {
        words_.none_of_these = true;
        return true;
      }
      const auto numbers = choices(line, pack_.red_flags.size());
      if (numbers && !numbers->empty()) {
        for (const auto i : *numbers) words_.red_flags.emplace_back(pack_.red_flags[i].id);
        return true;
      }
      again("Please type the numbers that apply, or n for none of these.");
    }
    return false;
  }

  bool ask_conditions() {
    if (usual_.conditions || !words_.conditions.empty() || !words_.red_flags.empty()) return true;
    question(std::string("Does any of these apply to you? Numbers, ? to read the lines") +
             (usual_.said_before.empty() ? ", Enter for none." : "."));
    list_conditions(false);
    say_before();
    for (std::string line; read(line);) {
      if (line == "?") {
        list_conditions(true);
        continue;
      }
      if (!usual_.said_before.empty() && (line.empty() || line == "n" || line == "N")) {
        if (line.empty()) words_.conditions = usual_.said_before;
        return true;
      }
      const auto numbers = choices(line, pack_.conditions.size());
      if (!numbers) {
        again("Please type numbers from the list, or press Enter for none.");
        continue;
      }
      for (const auto i : *numbers) {
        if (!ask_condition(pack_.conditions[i])) return false;
      }
      return true;
    }
    return false;
  }

  void say_before() {
    if (usual_.said_before.empty()) return;
    std::string all;
    for (const auto& word : usual_.said_before) all += (all.empty() ? "" : ", ") + word;
    again("Last time you said: " + all + ". Enter if that still holds, n for none of these, or " +
          "the numbers of all that apply now.");
  }

  void list_conditions(bool full) {
    std::string names;
    for (std::size_t i = 0; i < pack_.conditions.size(); ++i) {
      const auto& condition = pack_.conditions[i];
      const std::string number = std::to_string(i + 1) + "  ";
      if (full) {
        std::cout << wrap(number + std::string(condition.question), 3, 7);
      } else {
        names +=
            (names.empty() ? "" : ", ") + std::to_string(i + 1) + ' ' + std::string(condition.name);
      }
    }
    if (!full) std::cout << wrap(names + '.', 3, 3);
  }

  bool known_place(std::string_view line) {
    const auto slash = line.rfind('/');
    const bool side = slash == std::string_view::npos ||
                      knowledge::parse_enum<model::Side>(base::lower_ascii(line.substr(slash + 1)));
    const bool known = knowledge::find_place(pack_, place_id(line.substr(0, slash), pack_)).valid();
    if (!known || !side) again("I do not know that place; such as shin/left or knee.");
    return known && side;
  }

  bool is_day(std::string_view line) {
    const bool day = base::parse_day(line).has_value();
    if (!day) again("A day such as 2026-11-01, or Enter.");
    return day;
  }

  /// Where it is, when that matters; and when a clinician agreed, when that is asked.
  bool ask_condition(const knowledge::Condition& condition) {
    std::string word(condition.id);
    std::string line;
    if (condition.needs_at) {
      again(std::string(condition.name) + ": where? A place, such as shin/left or knee.");
      do {
        if (!read(line)) return false;
      } while (!line.empty() && !known_place(line));
      if (!line.empty()) word += ':' + line;
    }
    if (condition.effects.ask) {
      again(std::string(condition.name) +
            ": on which day did a clinician agree to rolling? YYYY-MM-DD, Enter for not yet.");
      do {
        if (!read(line)) return false;
      } while (!line.empty() && !is_day(line));
      if (!line.empty()) word += ":cleared=" + line;
    }
    words_.conditions.push_back(std::move(word));
    return true;
  }

  bool ask_minutes() {
    if (!words_.minutes.empty() || !words_.red_flags.empty()) return true;
    question("How many minutes have you got? [10]");
    for (std::string line; read(line);) {
      const auto minutes = base::parse_integer(line);
      if (line.empty() || (minutes && *minutes >= 1 && *minutes <= 600)) {
        words_.minutes = line.empty() ? "10" : std::to_string(*minutes);
        return true;
      }
      again("Please type a whole number of minutes, such as 10.");
    }
    return false;
  }

  bool ask_tools() {
    if (usual_.tools || !words_.tools.empty() || !words_.red_flags.empty()) return true;
    question("What have you got? Numbers. [" + std::to_string(default_tool() + 1) + "]");
    for (std::size_t i = 0; i < pack_.presets.size(); ++i) {
      const auto& preset = pack_.presets[i];
      std::cout << wrap(
          std::to_string(i + 1) + "  " + std::string(preset.name) + ": " + std::string(preset.hint),
          3, 7);
    }
    for (std::string line; read(line);) {
      auto numbers = choices(line, pack_.presets.size());
      if (!numbers) {
        again("Please type numbers from the list.");
        continue;
      }
      if (numbers->empty()) numbers->push_back(default_tool());
      for (const auto i : *numbers) words_.tools.emplace_back(pack_.presets[i].id);
      return true;
    }
    return false;
  }

  std::size_t default_tool() const {
    const auto soft = knowledge::find_preset(pack_, "soft_roller");
    return soft.valid() ? soft.value : 0;
  }

  bool ask_where() {
    if (usual_.where || !words_.at.empty() || !words_.red_flags.empty()) return true;
    question("Where can you be? floor, wall, chair, bed; several are fine. [floor, wall]");
    for (std::string line; read(line);) {
      if (line.empty()) line = "floor wall";
      if (take_places(line)) return true;
      again("Please use the words floor, wall, chair, bed.");
    }
    return false;
  }

  bool take_places(std::string text) {
    for (char& c : text) {
      if (c == ',') c = ' ';
    }
    std::vector<std::string> at;
    for (const auto word : split(text, ' ')) {
      if (word.empty()) continue;
      if (!knowledge::parse_enum<knowledge::Support>(base::lower_ascii(word))) return false;
      at.emplace_back(word);
    }
    words_.at = std::move(at);
    return !words_.at.empty();
  }

  bool ask_feel() {
    if (!words_.feel.empty() || !words_.red_flags.empty()) return true;
    question(
        "Does anything hurt or feel off? Such as: low back pain 5, left hamstrings tight 3. "
        "Enter for nothing.");
    for (std::string line; read(line);) {
      const std::string problem = take_feelings(line);
      if (problem.empty()) return true;
      again(problem);
    }
    return false;
  }

  /// Words in any order: a side, a kind, a number; what is left is the place.
  std::string take_feelings(const std::string& line) {
    std::vector<std::string> feel;
    for (const auto part : split(line, ',')) {
      if (trim(part).empty()) continue;
      std::string side;
      std::string kind;
      std::string level;
      std::string place;
      for (const auto raw : split(trim(part), ' ')) {
        const std::string word = base::lower_ascii(raw);
        if (word.empty()) continue;
        if (knowledge::parse_enum<model::Side>(word)) {
          side = '/' + word;
        } else if (knowledge::parse_enum<model::FeelKind>(word)) {
          kind = word;
        } else if (const auto number = base::parse_integer(word)) {
          if (*number < 0 || *number > 10) return "A level goes from 0 to 10. Once more?";
          level = ':' + std::to_string(*number);
        } else {
          place += (place.empty() ? "" : " ") + word;
        }
      }
      const std::string id = place_id(place, pack_);
      if (!knowledge::find_place(pack_, id).valid()) {
        return "I do not know the place \"" + base::printable(place) +
               "\" (unknot areas, zones and regions list them). Once more?";
      }
      if (kind.empty()) return "Please say tight, sore, pain or injury for " + place + ".";
      if (feel.size() == model::limits::list_length)
        return "That is more than I can keep. Once more?";
      feel.push_back(id + side + ':' + kind + level);
    }
    words_.feel = std::move(feel);
    return {};
  }

  Words words_;
  const Pack& pack_;
  const Style& style_;
  const Usual& usual_;
  int asked_ = 0;
};

}  // namespace

std::optional<Words> interview(Words words, const Pack& pack, const Style& style,
                               const Usual& usual) {
  return Interview(std::move(words), pack, style, usual).run();
}

}  // namespace unknot::cli
