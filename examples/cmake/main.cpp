// Plans for a request, then judges the plan as if a stranger had made it.

#include <iostream>
#include <unknot/coach/coach.hpp>

constexpr std::string_view request = R"({"format":"unknot/request@1","minutes":5,"at":["wall"],
  "now":"2026-11-22T08:00:00Z","feel":[{"at":"low_back","kind":"pain","level":5}],
  "red_flags":{"screened":true,"at":"2026-11-22T07:59:00Z","present":[]},
  "tools":[{"id":"tennis ball","kind":"ball","density":"soft","surface":"smooth"}]})";

int main() {
  const auto& pack = unknot::knowledge::embedded_pack();
  const auto planned = unknot::coach::plan(request, pack, {});
  if (!planned) {
    std::cerr << unknot::base::sentence(planned.error()) << '\n';
    return 2;
  }
  const auto checked = unknot::coach::check(planned->json, std::nullopt, pack, {});
  std::cout << planned->json << '\n' << checked.value().json << '\n';
}
