#pragma once
/// @file
/// A person of the log as JSON (docs/formats/log.md).

#include <cstdint>

#include "unknot/base/json.hpp"
#include "unknot/journal/people.hpp"

namespace unknot::desk {

/// How places to be are written that nobody spoke of.
enum class Unsaid : std::uint8_t { empty_list, null };

/// One object: id, name, what a request says of a person, tools, conditions, and what is due.
void write_person(base::JsonWriter& out, const journal::Profile& profile,
                  const knowledge::Pack& pack, Unsaid unsaid = Unsaid::empty_list);

}  // namespace unknot::desk
