// What the article says, what is known about it, and the article sentence by sentence.

#include <algorithm>

#include "evidence/page.hpp"

namespace unknot::kbc::evidence {

namespace {

struct TopicTitle {
  knowledge::Topic topic;
  std::string_view title;
};
constexpr TopicTitle titles[] = {
    {knowledge::Topic::what, "Claims: what self-myofascial release is"},
    {knowledge::Topic::benefits, "Claims: what it may do"},
    {knowledge::Topic::tools, "Claims: rollers, sticks and balls"},
    {knowledge::Topic::basics, "Claims: the basics"},
    {knowledge::Topic::areas, "Claims: the areas"},
};

/// Claims in the order in which the article makes them, then those it does not make.
std::vector<const ClaimRow*> in_order_of_telling(const Tables& tables) {
  std::vector<const ClaimRow*> out;
  const auto add = [&out](const ClaimRow& claim) {
    if (std::ranges::find(out, &claim) == out.end()) out.push_back(&claim);
  };
  for (const auto& sentence : tables.sentences) {
    for (const auto& id : sentence.claims) {
      for (const auto& claim : tables.claims) {
        if (claim.id.value == id.value) add(claim);
      }
    }
  }
  for (const auto& claim : tables.claims) add(claim);
  return out;
}

std::string sentences_of(const Page& page, const Tables& tables, const ClaimRow& claim) {
  std::string text;
  for (const auto& sentence : tables.sentences) {
    if (std::ranges::find(sentence.claims, claim.id.value, &Str::value) == sentence.claims.end()) {
      continue;
    }
    text += text.empty() ? "" : ", ";
    text += page.link(sentence.id.value, say("article.md#", sentence.id.value));
  }
  return text;
}

void write_claim(Page& page, const Library& library, const ClaimRow& claim) {
  page.row(2, claim.id.value, "");
  page.paragraph(escaped(claim.text.value));
  page.fact("Grade", say("**", words_of(claim.grade.value), "**"));
  page.fact("Kind", knowledge::name_of(claim.kind.value));
  page.fact("Known", escaped(claim.known.value));
  if (claim.place.given()) page.fact("About", page.place(claim.place.value));
  if (claim.rule.given()) {
    page.fact("Rule that follows",
              page.link(claim.rule.value, library.target(Space::rule, claim.rule.value)));
  }
  page.fact("Sentence of the article", sentences_of(page, library.tables, claim));
  page.citations(claim.sources);
}

void write_topic(Library& library, const TopicTitle& title, Documents& out) {
  Page page(library, say("claims/", knowledge::name_of(title.topic), ".md"));
  page.title(title.title);
  page.paragraph(say("Each statement in our own words, then what research knows about it. ",
                     page.link("How it is graded", "README.md#how-claims-are-graded"), "."));
  for (const auto* claim : in_order_of_telling(library.tables)) {
    if (claim->topic.value == title.topic) write_claim(page, library, *claim);
  }
  out.push_back(std::move(page).take());
}

void write_article(Library& library, Documents& out) {
  Page page(library, "article.md");
  page.title("The article, sentence by sentence");
  page.paragraph(
      "What Unknot is built from. Each sentence leads to the claims that carry it, or says why it "
      "states nothing. The pointers are ours, not the article's words.");
  for (const auto& sentence : library.tables.sentences) {
    page.row(2, sentence.id.value, "");
    page.paragraph(escaped(sentence.gist.value));
    page.fact("Claims", page.links(sentence.claims, Space::claim));
    page.fact("No claim", escaped(sentence.no_claim.value));
  }
  out.push_back(std::move(page).take());
}

}  // namespace

void write_claims(Library& library, Documents& out) {
  for (const auto& title : titles) write_topic(library, title, out);
  write_article(library, out);
}

}  // namespace unknot::kbc::evidence
