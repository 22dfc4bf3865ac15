// What is said of signatures follows the knowledge: none, one, all.

#include "signatures.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "learn_view.hpp"
#include "plan_view.hpp"
#include "terminal.hpp"

namespace unknot::cli {
namespace {

using knowledge::Pack;
using knowledge::Technique;

constexpr std::string_view somebody = "A. Person, physiotherapist, 2026-11-22";

/// The knowledge with its first techniques signed.
class SignedPack {
 public:
  explicit SignedPack(std::size_t signatures) : pack_(knowledge::embedded_pack()) {
    techniques_.assign(pack_.techniques.begin(), pack_.techniques.end());
    for (std::size_t i = 0; i < techniques_.size(); ++i) {
      techniques_[i].signed_by = i < signatures ? somebody : "";
    }
    pack_.techniques = techniques_;
  }
  const Pack& pack() const { return pack_; }

 private:
  Pack pack_;
  std::vector<Technique> techniques_;
};

std::string on_one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
  }
  return out;
}

std::string lesson_of(std::string_view about, const Pack& pack) {
  const auto text = lesson(about, pack, Style(false), "en");
  EXPECT_TRUE(text.has_value()) << about;
  return on_one_line(text.value_or(""));
}

bool says(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

struct Row {
  std::size_t signatures;
  std::string share;  ///< Empty: nobody has signed anything.
};

std::vector<Row> rows() {
  const auto all = knowledge::embedded_pack().techniques.size();
  const std::string of = " of " + std::to_string(all) + " techniques";
  return {{0, ""},
          {1, '1' + of},
          {all - 1, std::to_string(all - 1) + of},
          {all, "all " + std::to_string(all) + " techniques"}};
}

TEST(Signatures, AreCounted) {
  for (const auto& [signatures, share] : rows()) {
    const SignedPack knowledge(signatures);
    const Pack& pack = knowledge.pack();
    for (const std::string& text :
         {who_signed(pack), signed_note(pack), lesson_of("areas", pack), lesson_of("calves", pack),
          on_one_line(intended_use(pack, Style(false)))}) {
      const bool nobody = says(text, "o physiotherapist has signed");
      EXPECT_EQ(nobody, share.empty()) << signatures << ": " << text;
      if (!nobody) {
        EXPECT_TRUE(says(text, "hysiotherapists have signed " + share)) << text;
      }
    }
  }
}

TEST(Signatures, StandOnTheirTechnique) {
  const SignedPack knowledge(1);
  const Pack& pack = knowledge.pack();
  const std::string first = lesson_of(pack.techniques[0].id, pack);
  EXPECT_TRUE(says(first, "Signed by " + std::string(somebody) + '.')) << first;
  EXPECT_FALSE(says(first, "o physiotherapist has signed")) << first;
  const std::string second = lesson_of(pack.techniques[1].id, pack);
  EXPECT_TRUE(says(second, "No physiotherapist has signed this technique yet")) << second;
  EXPECT_FALSE(says(second, somebody)) << second;
}

TEST(Signatures, CloseEveryPlan) {
  const Pack& embedded = knowledge::embedded_pack();
  const auto now = base::parse_instant("2026-11-22T08:00:00Z");
  ASSERT_TRUE(now.has_value());
  const auto planned = coach::plan(coach::example_request(embedded, *now), embedded, {});
  ASSERT_TRUE(planned.has_value());
  for (const auto& [signatures, share] : rows()) {
    const SignedPack knowledge(signatures);
    const std::string text = closing_words(*planned, knowledge.pack(), Style(false));
    EXPECT_TRUE(says(text, "Not medical advice; " + who_signed(knowledge.pack()) + '.')) << text;
  }
}

}  // namespace
}  // namespace unknot::cli
