// Zones, which are never rolled, and regions, which people name.

#include "evidence/page.hpp"

namespace unknot::kbc::evidence {

namespace {

void write_kind(Library& library, Page& page, knowledge::PlaceKind kind) {
  for (const auto& place : library.tables.places) {
    if (place.kind.value != kind) continue;
    page.row(2, place.id.value, place.name.value);
    page.fact("In everyday words", escaped(place.plain.value));
    page.fact(kind == knowledge::PlaceKind::zone ? "Why never" : "What to know",
              escaped(place.reason.value));
    page.fact("A complaint counts as one of", page.links(place.covers, Space::area));
    page.fact("Offered instead", page.links(place.around, Space::area));
    page.fact("Sources", page.sources(place.sources));
  }
}

}  // namespace

void write_places(Library& library, Documents& out) {
  Page zones(library, "zones.md");
  zones.title("Zones that are never rolled");
  zones.paragraph("No plan has a step on a zone, whatever is asked.");
  write_kind(library, zones, knowledge::PlaceKind::zone);
  out.push_back(std::move(zones).take());
  Page regions(library, "regions.md");
  regions.title("Regions that people name");
  regions.paragraph(
      "Parts of the body that are no area of their own: named as sore or hurt, they "
      "stand for areas, and others are offered instead.");
  write_kind(library, regions, knowledge::PlaceKind::region);
  out.push_back(std::move(regions).take());
}

}  // namespace unknot::kbc::evidence
