#pragma once
/// @file
/// A page of Markdown and the links between pages. Headings are ids wherever something may be
/// linked or signed, so that an anchor lives as long as the id, which is for ever.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "documents.hpp"
#include "evidence/words.hpp"

namespace unknot::kbc::evidence {

/// Where each row is shown, and who leans on which source. One for all pages.
class Library {
 public:
  explicit Library(const Tables& tables);

  /// Page and anchor, such as `areas/calves.md` or `rules.md#pace`; empty when there is none.
  [[nodiscard]] std::string target(Space space, std::string_view id) const;
  [[nodiscard]] std::string technique(std::string_view id) const;
  [[nodiscard]] const SourceRow& source(std::string_view id) const;
  [[nodiscard]] const PlaceRow& place(std::string_view id) const;

  /// Remembers that what stands at `target` rests on a source.
  void lean(std::string_view source, const std::string& target) {
    leaning_[std::string{source}].insert(target);
  }
  [[nodiscard]] const std::set<std::string>& leaning_on(std::string_view source) const;

  const Tables& tables;

 private:
  std::map<std::string, std::set<std::string>, std::less<>> leaning_;
};

/// Grows from top to bottom. Blocks are separated by an empty line.
class Page {
 public:
  /// @param path  Below docs/evidence, at most one folder deep.
  Page(Library& library, std::string path) : library_(library), path_(std::move(path)) {}

  void title(std::string_view text);
  /// Words, as `##`; more than one word, so that no id has the same anchor.
  void section(std::string_view words);
  /// A row: its id is the heading and the anchor, its name the line below.
  void row(int level, std::string_view id, std::string_view name);
  void paragraph(std::string_view markdown);
  void bullet(std::string_view markdown);
  /// "- **Label:** text", nothing when the text is empty.
  void fact(std::string_view label, std::string_view markdown);
  /// The label, then one line each; nothing when there are none.
  void list(std::string_view label, const std::vector<std::string>& lines);
  /// The same, numbered.
  void steps(std::string_view label, const std::vector<std::string>& lines);
  void table(const std::vector<std::string>& head,
             const std::vector<std::vector<std::string>>& rows);

  [[nodiscard]] std::string link(std::string_view text, const std::string& target) const;
  /// Places, rules, ... of one space by their ids, linked, with commas.
  [[nodiscard]] std::string links(const Many<Str>& ids, Space space) const;
  [[nodiscard]] std::string place(std::string_view id) const;
  /// The sources by id, linked, each with how it was checked unless it was read. What nobody has
  /// checked is counted, not shown: it supports nothing. Remembers who leans on them.
  [[nodiscard]] std::string sources(const Many<Str>& ids);
  /// The same with full titles, one a bullet.
  void citations(const Many<Str>& ids);

  [[nodiscard]] Document take() &&;

 private:
  void block(std::string_view text, bool tight);
  [[nodiscard]] std::string here() const;

  Library& library_;
  std::string path_;
  std::string anchor_;
  std::string text_;
  bool in_list_ = false;
};

// One function a chapter; each adds its pages.
void write_claims(Library& library, Documents& out);    // claims.cpp
void write_rules(Library& library, Documents& out);     // rules.cpp
void write_care(Library& library, Documents& out);      // care.cpp
void write_areas(Library& library, Documents& out);     // areas.cpp
void write_places(Library& library, Documents& out);    // places.cpp
void write_choices(Library& library, Documents& out);   // choices.cpp
void write_pressure(Library& library, Documents& out);  // pressure.cpp
void write_sources(Library& library, Documents& out);   // sources.cpp, after all others
void write_index(Library& library, Documents& out);     // index.cpp

}  // namespace unknot::kbc::evidence
