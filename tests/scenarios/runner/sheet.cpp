#include "sheet.hpp"

#include <array>
#include <optional>
#include <utility>

#include "unknot/base/text.hpp"
#include "unknot/knowledge/rule_code.hpp"
#include "words.hpp"

namespace unknot::scenarios {

namespace {

using Cells = std::vector<std::string_view>;

struct Heading {
  TableKind kind;
  std::string_view columns;
};

constexpr std::array headings{Heading{TableKind::drafts, "step|ruling|becomes|says"},
                              Heading{TableKind::plans, "given|outcome|has|without|says"},
                              Heading{TableKind::rolled, "rolled|ruling|says"},
                              Heading{TableKind::session, "at|event|says|shows"}};

/// The cells of `| a | b |`; nothing when the line does not end with a bar.
std::optional<Cells> cells_of(std::string_view line) {
  if (line.size() < 2 || line.back() != '|') return std::nullopt;
  Cells cells;
  for (const auto cell : base::split(line.substr(1, line.size() - 2), '|')) {
    cells.push_back(base::trim(cell));
  }
  return cells;
}

std::optional<TableKind> heading_of(const Cells& cells) {
  std::string joined;
  for (const auto cell : cells) joined += (joined.empty() ? "" : "|") + std::string(cell);
  for (const Heading& heading : headings) {
    if (joined == heading.columns) return heading.kind;
  }
  return std::nullopt;
}

class SheetReader {
 public:
  Sheet read(std::string_view text) {
    std::size_t number = 0;
    for (std::string_view line : base::split(text, '\n')) {
      line = base::trim(line);
      here_ = {++number, line};
      if (line.empty()) {
        in_table_ = false;
      } else if (line.front() == '|') {
        bar_line();
      } else if (line.front() != '#') {
        word_line();
      }
    }
    return std::move(sheet_);
  }

 private:
  void complain(std::string why) { sheet_.unreadable.push_back({here_, rule_, std::move(why)}); }

  void word_line() {
    in_table_ = false;
    const auto end = here_.text.find_first_of(" \t");
    const std::string_view word = here_.text.substr(0, end);
    const std::string_view rest =
        end == std::string_view::npos ? std::string_view{} : base::trim(here_.text.substr(end));
    if (word == "rule") {
      begin_section(rest);
    } else if (word == "source") {
      has_source_ = !rest.empty();
    } else if (word == "always") {
      add(always_, rest);
    } else if (word == "given") {
      add(given_, rest);
    } else {
      complain("'" + std::string(word) + "' is no beginning of a line here");
    }
  }

  void begin_section(std::string_view rule) {
    rule_ = rule;
    has_source_ = false;
    always_.clear();
    given_.clear();
    if (!knowledge::parse_enum<knowledge::RuleCode>(rule)) {
      complain("unknown rule '" + std::string(rule) + "'");
    }
  }

  void add(std::vector<Line>& lines, std::string_view text) const {
    for (const auto clause : clauses_of(text)) lines.push_back({here_.number, clause});
  }

  void bar_line() {
    const auto cells = cells_of(here_.text);
    if (!cells) {
      complain("a row ends with '|'");
    } else if (!in_table_) {
      begin_table(*cells);
    } else if (cells->size() != columns_) {
      complain("the row has " + std::to_string(cells->size()) + " cells, the table " +
               std::to_string(columns_));
    } else if (!sheet_.tables.empty() && heading_known_) {
      sheet_.tables.back().rows.push_back({here_, *cells});
    }
  }

  void begin_table(const Cells& cells) {
    in_table_ = true;
    columns_ = cells.size();
    const std::vector<Line> own = std::exchange(given_, {});
    const auto kind = heading_of(cells);
    heading_known_ = kind && !rule_.empty() && has_source_;
    if (!kind) complain("no table has these columns");
    if (rule_.empty() || !has_source_) complain("a table stands below its rule and source");
    if (!heading_known_) return;
    std::vector<Line> given = always_;
    given.insert(given.end(), own.begin(), own.end());
    sheet_.tables.push_back({*kind, rule_, std::move(given), {}});
  }

  Sheet sheet_;
  Line here_;
  std::string_view rule_;
  bool has_source_ = false;
  std::vector<Line> always_;
  std::vector<Line> given_;  ///< For the next table alone.
  bool in_table_ = false;
  bool heading_known_ = false;
  std::size_t columns_ = 0;
};

}  // namespace

Sheet read_sheet(std::string_view text) { return SheetReader().read(text); }

std::vector<std::string_view> clauses_of(std::string_view text) {
  std::vector<std::string_view> clauses;
  for (std::string_view clause : base::split(text, ';')) {
    clause = base::trim(clause);
    if (!clause.empty()) clauses.push_back(clause);
  }
  return clauses;
}

}  // namespace unknot::scenarios
