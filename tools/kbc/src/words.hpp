#pragma once
/// @file
/// Each language besides English as a file that is loaded when it is wanted.

#include <string_view>

#include "documents.hpp"

namespace unknot::kbc {

/// Every line of a file of words is one text, so no text may hold a line break or a tab.
void check_lines(LanguageRow& language, Complaints& complaints);

/// `LANG.words` for each, docs/formats/words.md.
/// @param tables  Arranged and without complaint.
/// @param hash    Of the dump, in hex.
[[nodiscard]] Documents words_documents(Tables& tables, std::string_view hash);

}  // namespace unknot::kbc
