#include "evidence/page.hpp"

#include <algorithm>

namespace unknot::kbc::evidence {

namespace {

template <class Rows>
const auto* row_called(const Rows& rows, std::string_view id) {
  const auto found =
      std::ranges::find(rows, id, [](const auto& row) -> std::string_view { return row.id.value; });
  return found == rows.end() ? nullptr : &*found;
}

std::string place_target(const PlaceRow& place) {
  switch (place.kind.value) {
    case knowledge::PlaceKind::area: return say("areas/", place.id.value, ".md");
    case knowledge::PlaceKind::zone: return say("zones.md#", place.id.value);
    case knowledge::PlaceKind::region: return say("regions.md#", place.id.value);
  }
  return {};
}

}  // namespace

Library::Library(const Tables& all) : tables(all) {}

const SourceRow& Library::source(std::string_view id) const {
  return *row_called(tables.sources, id);
}

const PlaceRow& Library::place(std::string_view id) const { return *row_called(tables.places, id); }

std::string Library::technique(std::string_view id) const {
  return say("areas/", row_called(tables.techniques, id)->area.value, ".md#", id);
}

std::string Library::target(Space space, std::string_view id) const {
  switch (space) {
    case Space::source: return say("sources.md#", id);
    case Space::rule: return say("rules.md#", id);
    case Space::claim: {
      const auto* claim = row_called(tables.claims, id);
      return say("claims/", knowledge::name_of(claim->topic.value), ".md#", id);
    }
    case Space::area:
    case Space::zone:
    case Space::region:
    case Space::place: return place_target(place(id));
    case Space::muscle:
    case Space::position: return {};
  }
  return {};
}

const std::set<std::string>& Library::leaning_on(std::string_view source) const {
  static const std::set<std::string> nobody;
  const auto found = leaning_.find(source);
  return found == leaning_.end() ? nobody : found->second;
}

void Page::block(std::string_view text, bool tight) {
  if (!text_.empty()) text_ += tight ? "\n" : "\n\n";
  text_ += text;
}

void Page::title(std::string_view text) {
  in_list_ = false;
  block(say("# ", escaped(text)), false);
}

void Page::section(std::string_view words) {
  in_list_ = false;
  anchor_.clear();
  block(say("## ", words), false);
}

void Page::row(int level, std::string_view id, std::string_view name) {
  in_list_ = false;
  anchor_ = id;
  block(say(std::string(static_cast<std::size_t>(level), '#'), " ", id), false);
  if (!name.empty()) block(say("**", escaped(name), "**"), false);
}

void Page::paragraph(std::string_view markdown) {
  in_list_ = false;
  block(markdown, false);
}

void Page::bullet(std::string_view markdown) {
  block(say("- ", markdown), in_list_);
  in_list_ = true;
}

void Page::fact(std::string_view label, std::string_view markdown) {
  if (!markdown.empty()) bullet(say("**", label, ":** ", markdown));
}

void Page::list(std::string_view label, const std::vector<std::string>& lines) {
  if (!lines.empty()) paragraph(say("**", label, "**"));
  for (const auto& line : lines) bullet(line);
}

void Page::steps(std::string_view label, const std::vector<std::string>& lines) {
  if (!lines.empty()) paragraph(say("**", label, "**"));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    block(say(i + 1, ". ", lines[i]), i > 0);
  }
}

void Page::table(const std::vector<std::string>& head,
                 const std::vector<std::vector<std::string>>& rows) {
  in_list_ = false;
  const auto line = [](const std::vector<std::string>& cells) {
    std::string text = "|";
    for (const auto& cell : cells) text += say(" ", cell, " |");
    return text;
  };
  block(line(head), false);
  block(line(std::vector<std::string>(head.size(), "---")), true);
  for (const auto& row : rows) block(line(row), true);
}

std::string Page::here() const { return anchor_.empty() ? path_ : say(path_, "#", anchor_); }

std::string Page::link(std::string_view text, const std::string& target) const {
  const auto name = target.substr(0, target.find('#'));
  std::string way = target;
  if (name == path_ && name != target) {
    way = target.substr(name.size());
  } else if (path_.find('/') != std::string::npos) {
    way = say("../", target);
  }
  return say("[", escaped(text), "](", way, ")");
}

std::string Page::place(std::string_view id) const {
  return link(library_.place(id).name.value, library_.target(Space::place, id));
}

std::string Page::links(const Many<Str>& ids, Space space) const {
  std::string text;
  for (const auto& id : ids) {
    const bool named = space == Space::area || space == Space::zone || space == Space::place;
    text += text.empty() ? "" : ", ";
    text += named ? place(id.value) : link(id.value, library_.target(space, id.value));
  }
  return text;
}

std::string Page::sources(const Many<Str>& ids) {
  std::string text;
  std::size_t unchecked = 0;
  for (const auto& id : ids) {
    const auto& source = library_.source(id.value);
    library_.lean(id.value, here());
    if (source.verified.value == knowledge::Verified::recalled) {
      ++unchecked;
      continue;
    }
    text += text.empty() ? "" : ", ";
    text += source.verified.value == knowledge::Verified::judgement
                ? link(words_of(source.verified.value), library_.target(Space::source, id.value))
                : link(id.value, library_.target(Space::source, id.value));
    if (source.verified.value == knowledge::Verified::secondary ||
        source.verified.value == knowledge::Verified::computed) {
      text += say(" (", words_of(source.verified.value), ")");
    }
  }
  if (unchecked > 0) text += say("; ", unchecked, " more that nobody has checked, not counted");
  return text;
}

void Page::citations(const Many<Str>& ids) {
  std::size_t unchecked = 0;
  for (const auto& id : ids) {
    const auto& source = library_.source(id.value);
    Many<Str> one;
    one.items.push_back(id);
    const auto shown = sources(one);
    if (source.verified.value == knowledge::Verified::recalled) {
      ++unchecked;
    } else {
      fact("Source", say(escaped(source.title.value), " (", shown, ")"));
    }
  }
  if (unchecked > 0) fact("Not counted", say(unchecked, " that nobody has checked"));
}

Document Page::take() && { return {say(evidence_folder, "/", path_), std::move(text_) + "\n"}; }

}  // namespace unknot::kbc::evidence
