// Plans and sessions shown to the audit.

#include "document.hpp"
#include "tables.hpp"

namespace unknot::scenarios {

std::vector<Remark> audit_remarks(const Court& court, const model::PlanDocument& document,
                                  const model::Request& request, safety::AuditMode mode) {
  std::vector<Remark> remarks;
  for (const auto& breach : safety::audit(document, request, court.pack, mode)) {
    remarks.push_back(court.remarker.of(breach));
  }
  return remarks;
}

std::string second_opinion(const Court& court, const safety::VettedPlan& plan,
                           const model::Request& request,
                           const std::vector<model::Advice>& advice) {
  if (court.second_judge == SecondJudge::none) return {};
  const auto remarks = audit_remarks(court, plan_document(plan, advice, request, court.pack),
                                     request, safety::AuditMode::planned);
  return remarks.empty() ? std::string{} : "the audit disagrees: " + told(remarks);
}

}  // namespace unknot::scenarios
