#pragma once
/// @file
/// A second opinion on a pack that kbc accepted: written from "What kbc refuses" of
/// knowledge/README.md over the dump alone, sharing nothing with kbc's own checks.

#include <string>

#include "unknot/base/json.hpp"

namespace unknot::fuzz {

/// The first inconsistency, in a few words; empty: none.
/// @param dump  The dump that kbc writes, read.
[[nodiscard]] std::string what_is_inconsistent(const base::Json& dump);

}  // namespace unknot::fuzz
