// Any bytes as somebody's plan: findings or an error, never a crash; and each finding can be said.

#include "demand.hpp"
#include "unknot/base/json.hpp"
#include "unknot/coach/coach.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace unknot;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto& pack = knowledge::embedded_pack();
  const auto checked = coach::check(text, std::nullopt, pack, {});
  if (!checked) {
    fuzz::demand(base::parse_json(coach::error_json(checked.error())).has_value(),
                 "an error is JSON");
    return 0;
  }
  constexpr base::JsonLimits any_size{std::size_t{1} << 26, 64};
  const auto json = base::parse_json(checked->json, any_size);
  fuzz::demand(json.has_value(), "findings are JSON");
  fuzz::demand(json->find("findings")->items.size() == checked->breaches.size(),
               "each finding is told");
  // Judged once more for the same person: the same findings.
  const auto again = coach::check(text, std::nullopt, pack, {});
  fuzz::demand(again && again->json == checked->json, "the same plan gives the same findings");
  return 0;
}
