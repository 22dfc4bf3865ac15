#pragma once
/// @file
/// A scenario text taken apart into sections and tables; nothing is understood yet.

#include <string>
#include <string_view>
#include <vector>

namespace unknot::scenarios {

/// A piece of the text and the line it stands on.
struct Line {
  std::size_t number = 0;  ///< From 1.
  std::string_view text;
};

enum class TableKind { drafts, plans, rolled, session };

struct TableRow {
  Line line;
  std::vector<std::string_view> cells;  ///< As many as the table has columns.
};

struct Table {
  TableKind kind = TableKind::drafts;
  std::string_view rule;    ///< Of the section.
  std::vector<Line> given;  ///< Clauses, the section's first.
  std::vector<TableRow> rows;
};

/// Something at this line that no reading could make sense of.
struct Unreadable {
  Line line;
  std::string_view rule;
  std::string why;
};

struct Sheet {
  std::vector<Table> tables;
  std::vector<Unreadable> unreadable;
};

/// Views into `text`, which must outlive the sheet.
[[nodiscard]] Sheet read_sheet(std::string_view text);

/// The pieces between `;`, trimmed, without empty ones.
[[nodiscard]] std::vector<std::string_view> clauses_of(std::string_view text);

}  // namespace unknot::scenarios
