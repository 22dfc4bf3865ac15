#pragma once
/// @file
/// The words of a language that stand in files of their own: tables named after what they hold and
/// the language they are in, such as [texts.es]. A language may spread them over any files.

#include <algorithm>

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "schema.hpp"

namespace unknot::kbc {

inline constexpr std::string_view words_tables[] = {"texts",   "say",     "sides",
                                                    "aliases", "numbers", "banned"};

[[nodiscard]] inline bool is_words_table(std::string_view name) {
  return std::ranges::find(words_tables, name) != std::end(words_tables);
}

/// Adds the words of one parsed file to the languages they name.
void read_words(const toml::table& document, std::uint32_t file,
                std::vector<LanguageRow>& languages, Complaints& complaints);

}  // namespace unknot::kbc
