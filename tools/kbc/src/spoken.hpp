#pragma once
/// @file
/// Whether what a voice has to say fits the time in which it must be said.

#include "checks.hpp"

namespace unknot::kbc {

/// Complains of set-ups longer than the time to get into place, of side switches likewise, of a
/// beginning that runs past the first half of a set, of single remarks too long for any gap, and
/// of spoken texts that are no whole sentences.
void check_spoken(const Review& review, const LanguageRow& language);

}  // namespace unknot::kbc
