#include "guide_plan.hpp"

#include <iostream>

#include "host.hpp"
#include "unknot/base/text.hpp"

namespace unknot::cli {

namespace {

/// Numbers of the list, "n" for none of them; nothing for anything else.
std::optional<std::vector<knowledge::RedFlagIndex>> signs_in(std::string line, std::size_t count) {
  std::vector<knowledge::RedFlagIndex> out;
  const auto words = base::trim(line);
  if (words == "n" || words == "N") return out;
  for (char& c : line) {
    if (c == ',') c = ' ';
  }
  for (const auto word : base::split(base::trim(line), ' ')) {
    if (word.empty()) continue;
    const auto number = base::parse_integer(word);
    if (!number || *number < 1 || *number > static_cast<std::int64_t>(count)) return std::nullopt;
    out.push_back({static_cast<std::uint16_t>(*number - 1)});
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace

std::optional<model::RedFlags> ask_signs(const knowledge::Pack& pack, base::Instant now,
                                         const Style& style) {
  std::cout << '\n'
            << style.heading("Do you have any of these now? Type their numbers, or n for none.")
            << '\n';
  for (std::size_t i = 0; i < pack.red_flags.size(); ++i) {
    std::cout << wrap(std::to_string(i + 1) + "  " + std::string(pack.red_flags[i].question), 3, 6);
  }
  std::string line;
  while (std::cout << style.side("> ") << std::flush && std::getline(std::cin, line)) {
    if (const auto signs = signs_in(line, pack.red_flags.size())) {
      return model::RedFlags{true, now, *signs};
    }
    std::cout << wrap("Please type the numbers that apply, or n for none of these.", 3, 3);
  }
  return std::nullopt;
}

base::Result<coach::Planned> plan_as_of_now(const std::string& plan_json,
                                            const knowledge::Pack& pack, coach::Today today,
                                            bool may_ask) {
  auto guidable = coach::guidable(plan_json, pack, today);
  if (guidable && guidable->asks_screening && may_ask) {
    today.red_flags = ask_signs(pack, today.context.clock, Style::for_output());
    if (today.red_flags) guidable = coach::guidable(plan_json, pack, today);
  }
  if (!guidable) return std::unexpected(std::move(guidable.error()));
  if (!guidable->says.empty()) std::cout << '\n' << wrap(base::printable(guidable->says), 2, 2);
  return std::move(guidable->planned);
}

}  // namespace unknot::cli
