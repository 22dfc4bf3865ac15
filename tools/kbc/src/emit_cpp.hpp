#pragma once
/// @file
/// The pack as C++: constant arrays and the definition of `embedded_pack()`.

#include <string>
#include <string_view>

#include "names.hpp"

namespace unknot::kbc {

/// One translation unit without dynamic initialisation, for any target: nested lists are arrays
/// of their own, references are indexes, texts carry their length.
/// @param tables  Arranged and without complaint.
/// @param names   Of the arranged tables.
/// @param hash    Of the dump, in hex.
[[nodiscard]] std::string emit_cpp(Tables& tables, const Names& names, std::string_view hash);

/// What a host that downloads its languages begins with: all rows, the words of English, and of
/// each other language its row without words.
[[nodiscard]] Tables with_english_alone(Tables tables);

/// A string literal that gives exactly the bytes of `text` in every source character set: other
/// than printable ASCII is escaped in octal, whose three digits cannot swallow what follows.
[[nodiscard]] std::string cpp_literal(std::string_view text);

}  // namespace unknot::kbc
