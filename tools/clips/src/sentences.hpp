#pragma once
/// @file
/// What is to be spoken.

#include <istream>
#include <string>
#include <vector>

#include "unknot/base/result.hpp"

namespace unknot::clips {

/// One a line, without spaces around it; empty lines are passed over. In order, each once.
/// @error json_malformed  A line is not valid UTF-8; its number is the field.
[[nodiscard]] base::Result<std::vector<std::string>> read_sentences(std::istream& in);

}  // namespace unknot::clips
