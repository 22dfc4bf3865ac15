#pragma once
/// @file
/// Edits of knowledge that keep its shape: a value takes the place of another, a line or a row goes
/// or comes twice, a number moves. Most results are still TOML, and many are still rows.

#include "bytes.hpp"
#include "load.hpp"

namespace unknot::fuzz {

/// Applies up to eight edits. Each takes the file, the line, what to do, and what that needs.
void edit(std::vector<kbc::SourceFile>& files, Bytes& bytes);

}  // namespace unknot::fuzz
