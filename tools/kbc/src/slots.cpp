#include "slots.hpp"

#include "unknot/base/text.hpp"

namespace unknot::kbc {

Slots slots_of(std::string_view text) {
  Slots slots;
  for (std::size_t at = text.find_first_of("{}"); at != std::string_view::npos;
       at = text.find_first_of("{}", at)) {
    if (text[at] == '}') return {slots.names, "a closing brace opens nothing"};
    const auto end = text.find_first_of("{}", at + 1);
    if (end == std::string_view::npos || text[end] == '{') {
      return {slots.names, "an opening brace is not closed"};
    }
    const auto name = text.substr(at + 1, end - at - 1);
    if (!base::is_id(name)) return {slots.names, "the braces hold no slot name"};
    slots.names.push_back(name);
    at = end + 1;
  }
  return slots;
}

SlotSpec slot_spec_of(std::string_view spec) {
  SlotSpec slots;
  for (auto name : base::split(spec, ' ')) {
    const bool demanded = name.ends_with('!');
    if (demanded) name.remove_suffix(1);
    if (name.empty()) continue;
    slots.allowed.push_back(name);
    if (demanded) slots.demanded.push_back(name);
  }
  return slots;
}

}  // namespace unknot::kbc
