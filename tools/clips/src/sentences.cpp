#include "sentences.hpp"

#include <set>

#include "unknot/base/text.hpp"

namespace unknot::clips {

base::Result<std::vector<std::string>> read_sentences(std::istream& in) {
  std::set<std::string> sentences;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const auto sentence = base::trim(line);
    if (base::invalid_utf8_at(sentence) || sentence.find('\0') != std::string_view::npos) {
      return base::fail(base::ErrorCode::json_malformed, "line " + std::to_string(number),
                        base::shorten(base::printable(sentence), base::shown_value_length),
                        "text in UTF-8");
    }
    if (!sentence.empty()) sentences.emplace(sentence);
  }
  return std::vector<std::string>(sentences.begin(), sentences.end());
}

}  // namespace unknot::clips
