#include "load_words.hpp"

#include "row_reader.hpp"

namespace unknot::kbc {

namespace {

/// One table such as [texts.es] on its way into its language.
class WordsReader {
 public:
  WordsReader(std::uint32_t file, std::string title, Complaints& complaints)
      : file_(file), title_(std::move(title)), complaints_(complaints) {}

  void read(std::string_view kind, const toml::table& table, LanguageRow& language) {
    if (kind == "texts") pairs(table, language.texts);
    if (kind == "say") pairs(table, language.set_ups);
    if (kind == "sides") sides(table, language.sides);
    if (kind == "aliases") aliases(table, language.aliases);
    if (kind == "numbers") lists(table, {{"words", &language.number_words}});
    if (kind == "banned") {
      lists(table, {{"words", &language.banned}, {"except", &language.banned_except}});
    }
  }

 private:
  using Lists = std::vector<std::pair<std::string_view, Many<Str>*>>;

  void pairs(const toml::table& table, Many<PhraseRow>& out, std::string_view prefix = {}) {
    for (const auto& [key, value] : table) {
      const auto where = where_of(file_, key.source());
      if (const auto text = text_of(key.str(), value)) {
        out.items.push_back({where, {say(prefix, key.str()), where}, *text});
      }
    }
  }

  void sides(const toml::table& table, Many<PhraseRow>& out) {
    for (const auto& [area, value] : table) {
      if (const auto* names = value.as_table()) {
        pairs(*names, out, say(area.str(), "."));
      } else {
        wrong(area.str(), value, "a table { left = \"...\", right = \"...\", both = \"...\" }");
      }
    }
  }

  void aliases(const toml::table& table, Many<AliasesRow>& out) {
    for (const auto& [place, value] : table) {
      const auto where = where_of(file_, place.source());
      AliasesRow row{where, {std::string{place.str()}, where}, {}};
      list(place.str(), value, row.words);
      out.items.push_back(std::move(row));
    }
  }

  void lists(const toml::table& table, const Lists& known) {
    for (const auto& [key, value] : table) {
      const auto found = std::ranges::find(known, key.str(), &Lists::value_type::first);
      if (found != known.end()) {
        list(key.str(), value, *found->second);
      } else {
        complaints_.add(where_of(file_, key.source()),
                        say("unknown key ", ticked(key.str()), " in ", title_));
      }
    }
  }

  void list(std::string_view key, const toml::node& node, Many<Str>& out) {
    const auto* array = node.as_array();
    if (array == nullptr) {
      wrong(key, node, "a list of texts");
      return;
    }
    out.where = where_of(file_, node.source());
    for (const auto& item : *array) {
      if (auto text = text_of(key, item)) out.items.push_back(std::move(*text));
    }
  }

  std::optional<Str> text_of(std::string_view key, const toml::node& node) {
    const auto* text = node.as_string();
    if (text == nullptr || text->get().empty()) {
      if (text == nullptr) {
        wrong(key, node, "text");
      } else {
        complaints_.add(where_of(file_, node.source()), say(ticked(key), " is empty in ", title_));
      }
      return std::nullopt;
    }
    return Str{text->get(), where_of(file_, node.source())};
  }

  void wrong(std::string_view key, const toml::node& node, std::string_view expected) {
    complaints_.add(
        where_of(file_, node.source()),
        say(ticked(key), " in ", title_, " is ", type_in_words(node), "; expected ", expected));
  }

  std::uint32_t file_;
  std::string title_;
  Complaints& complaints_;
};

void read_kind(std::string_view kind, const toml::node& node, std::uint32_t file,
               std::vector<LanguageRow>& languages, Complaints& complaints) {
  const auto* by_language = node.as_table();
  if (by_language == nullptr) {
    complaints.add(where_of(file, node.source()), say(ticked(kind), " is ", type_in_words(node),
                                                      "; expected a table [", kind, ".LANGUAGE]"));
    return;
  }
  for (const auto& [id, words] : *by_language) {
    const auto language =
        std::ranges::find(languages, id.str(), [](const LanguageRow& row) { return row.id.value; });
    const auto title = say("[", kind, ".", id.str(), "]");
    if (language == languages.end()) {
      complaints.add(where_of(file, id.source()), say("no [[language]] has the id of ", title));
    } else if (const auto* table = words.as_table()) {
      WordsReader(file, title, complaints).read(kind, *table, *language);
    } else {
      complaints.add(where_of(file, words.source()), say("expected a table ", title));
    }
  }
}

}  // namespace

void read_words(const toml::table& document, std::uint32_t file,
                std::vector<LanguageRow>& languages, Complaints& complaints) {
  for (const auto& [name, node] : document) {
    if (is_words_table(name.str())) read_kind(name.str(), node, file, languages, complaints);
  }
}

}  // namespace unknot::kbc
