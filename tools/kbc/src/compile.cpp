#include "compile.hpp"

#include <limits>

#include "arrange.hpp"
#include "checks.hpp"
#include "dump_json.hpp"
#include "emit_cpp.hpp"
#include "unknot/base/sha256.hpp"
#include "unknot/knowledge/types.hpp"
#include "words.hpp"

namespace unknot::kbc {

namespace {

/// Rows are counted in 16 bits, the last value meaning none.
void check_table_sizes(Tables& tables, Complaints& complaints) {
  for_each_table(tables, [&complaints](std::string_view name, const auto& rows) {
    if (rows.size() < knowledge::PlaceIndex::none_value) return;
    complaints.add({}, say("there are ", rows.size(), " ", name, "; an index counts to 65534"));
  });
}

}  // namespace

Compiled compile(std::span<const SourceFile> files, Complaints& complaints) {
  Tables tables;
  if (!load(files, tables, complaints)) return {};
  arrange(tables);
  const Names names(tables);
  check_table_sizes(tables, complaints);
  check_all({tables, names, complaints});
  if (!complaints.empty()) return {};
  Compiled compiled;
  compiled.json = dump_json(tables);
  compiled.hash = base::to_hex(base::sha256(compiled.json));
  compiled.cpp = emit_cpp(tables, names, compiled.hash);
  auto english = with_english_alone(tables);
  compiled.english = emit_cpp(english, names, compiled.hash);
  compiled.words = words_documents(tables, compiled.hash);
  compiled.documents = all_documents(tables);
  return compiled;
}

}  // namespace unknot::kbc
