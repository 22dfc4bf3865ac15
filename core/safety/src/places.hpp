#pragma once
/// @file
/// What naming a place means for the areas: which are named with it, which lie around it.

#include <vector>

#include "unknot/model/request.hpp"

namespace unknot::safety {

using Areas = std::vector<knowledge::PlaceIndex>;

/// The area itself, or what a zone or region covers.
[[nodiscard]] Areas named_areas(const knowledge::Pack& pack, knowledge::PlaceIndex place);

/// An area's neighbours, or what lies around a zone or region.
[[nodiscard]] Areas surrounding_areas(const knowledge::Pack& pack, knowledge::PlaceIndex place);

/// `areas` and every area that shares a muscle with one of them.
[[nodiscard]] Areas with_overlaps(const knowledge::Pack& pack, const Areas& areas);

/// Sides meant when `side` is said of `place`: a place without sides is meant whole.
[[nodiscard]] model::Side meant_side(const knowledge::Pack& pack, knowledge::PlaceIndex place,
                                     model::Side side);

/// Whether the rule's list of places holds `place`.
[[nodiscard]] bool listed(const knowledge::Pack& pack, std::string_view rule,
                          knowledge::PlaceIndex place);

}  // namespace unknot::safety
