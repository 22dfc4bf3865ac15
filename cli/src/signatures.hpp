#pragma once
/// @file
/// Who has signed what is shown, told from the knowledge: as soon as a row has a name, it is said.

#include <string>

#include "unknot/knowledge/pack.hpp"

namespace unknot::cli {

/// Whether any technique was signed.
[[nodiscard]] bool anybody_signed(const knowledge::Pack& pack);

/// For a page about much: what is signed, and what our own caution is. One or two sentences.
[[nodiscard]] std::string signed_note(const knowledge::Pack& pack);

/// For the page of one technique.
[[nodiscard]] std::string signed_note(const knowledge::Technique& technique);

/// Within a sentence, such as "no physiotherapist has signed the positions yet".
[[nodiscard]] std::string who_signed(const knowledge::Pack& pack);

}  // namespace unknot::cli
