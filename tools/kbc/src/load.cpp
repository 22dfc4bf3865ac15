#include "load.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "load_words.hpp"
#include "row_reader.hpp"

namespace unknot::kbc {

namespace {

/// One parsed file on its way into the tables.
struct Reading {
  const toml::table& document;
  std::uint32_t file;
  Tables& tables;
  Complaints& complaints;
};

template <class Row>
void add_row(const Reading& in, const toml::table& table, std::string_view name,
             std::vector<Row>& rows) {
  Row& row = rows.emplace_back();
  row.where = where_of(in.file, table.source());
  set_kind(row, name);
  RowReader reader(table, in.file, say("[[", name, "]]"), in.complaints);
  describe(reader, row);
  reader.finish();
}

constexpr std::string_view phrases_table = "phrases";

std::vector<std::string_view> table_names() {
  std::vector<std::string_view> names{phrases_table};
  names.insert(names.end(), std::begin(words_tables), std::end(words_tables));
  for_each_row_kind([&names](std::string_view name, auto) { names.push_back(name); });
  return names;
}

void read_table(const Reading& in, const toml::key& name, const toml::node& node) {
  const auto names = table_names();
  const auto where = where_of(in.file, name.source());
  if (std::ranges::find(names, name.str()) == names.end()) {
    in.complaints.add(where,
                      say("unknown table ", ticked(name.str()), suggestion(name.str(), names)));
    return;
  }
  const auto* array = node.as_array();
  if (array == nullptr || !array->is_homogeneous(toml::node_type::table)) {
    in.complaints.add(where, say(ticked(name.str()), " is ", type_in_words(node),
                                 "; expected rows below lines [[", name.str(), "]]"));
    return;
  }
  for_each_row_kind([&](std::string_view kind, auto rows) {
    if (kind != name.str()) return;
    for (const auto& row : *array) add_row(in, *row.as_table(), kind, in.tables.*rows);
  });
}

void read_phrases(const Reading& in, const toml::node& node, LanguageRow& language) {
  const auto* table = node.as_table();
  if (table == nullptr) {
    in.complaints.add(where_of(in.file, node.source()),
                      say("`phrases` is ", type_in_words(node), "; expected a table [phrases]"));
    return;
  }
  for (const auto& [key, value] : *table) {
    const auto where = where_of(in.file, key.source());
    const auto* text = value.as_string();
    if (text == nullptr) {
      in.complaints.add(where, say("phrase ", ticked(key.str()), " is ", type_in_words(value),
                                   "; expected text (a key with dots stands in quotes)"));
      continue;
    }
    language.phrases.items.push_back(
        {where, {std::string{key.str()}, where}, {text->get(), where_of(in.file, value.source())}});
  }
}

void read_rows(const Reading& in) {
  const auto languages_before = in.tables.languages.size();
  const toml::node* phrases = nullptr;
  for (const auto& [name, node] : in.document) {
    if (name.str() == phrases_table) {
      phrases = &node;
    } else if (!is_words_table(name.str())) {
      read_table(in, name, node);
    }
  }
  if (phrases == nullptr) return;
  if (in.tables.languages.size() != languages_before + 1) {
    in.complaints.add(where_of(in.file, phrases->source()),
                      "[phrases] needs exactly one [[language]] in the same file");
    return;
  }
  read_phrases(in, *phrases, in.tables.languages.back());
}

}  // namespace

std::vector<SourceFile> read_folder(const std::string& folder, Complaints& complaints) {
  std::error_code failed;
  std::vector<SourceFile> files;
  std::filesystem::recursive_directory_iterator entry(folder, failed);
  for (; !failed && entry != std::filesystem::recursive_directory_iterator{};
       entry.increment(failed)) {
    if (entry->path().extension() != ".toml") continue;
    files.push_back({entry->path().generic_string(), {}});
  }
  if (failed) complaints.add({}, say("cannot list the folder: ", failed.message()));
  std::ranges::sort(files, {}, &SourceFile::path);
  for (auto& file : files) {
    std::ifstream in(file.path, std::ios::binary);
    file.text.assign(std::istreambuf_iterator<char>(in), {});
    if (!in) complaints.add({}, say("cannot read ", ticked(file.path)));
  }
  if (files.empty()) complaints.add({}, "holds no .toml file");
  return files;
}

bool load(std::span<const SourceFile> files, Tables& tables, Complaints& complaints) {
  bool all_parsed = true;
  std::vector<std::pair<std::uint32_t, toml::table>> documents;
  for (const auto& source : files) {
    const auto file = complaints.add_file(source.path);
    try {
      documents.emplace_back(file, toml::parse(std::string_view{source.text}));
    } catch (const toml::parse_error& error) {
      complaints.add(where_of(file, error.source()), say("no TOML: ", error.description()));
      all_parsed = false;
    }
  }
  for (const auto& [file, document] : documents) read_rows({document, file, tables, complaints});
  // Words belong to a language of any file, so all languages must be known first.
  for (const auto& [file, document] : documents) {
    read_words(document, file, tables.languages, complaints);
  }
  return all_parsed;
}

}  // namespace unknot::kbc
