#include "session_log.hpp"

namespace unknot::cli {

using journal::RecordKind;

base::Result<void> LogRecorder::keep(const desk::Happening& happening) {
  const auto stamp = [this](std::string_view person, std::optional<base::Instant> at,
                            std::string_view session) { return log_.stamp(person, at, session); };
  const auto records = records_.of(happening, stamp);
  const auto kept = log_.append(records);
  if (!kept) return std::unexpected(kept.error());
  records_.kept(records);
  return {};
}

base::Result<std::optional<BrokenOff>> broken_off(const Logbook& log, std::string_view person) {
  const auto plans =
      log.read({.person = std::string(person), .kinds = {RecordKind::plan, RecordKind::removal}});
  if (!plans) return std::unexpected(plans.error());
  const auto* plan = desk::newest_plan(*plans, person);
  if (plan == nullptr) return std::nullopt;
  const auto rest = log.read({.person = std::string(person), .session = plan->id});
  if (!rest) return std::unexpected(rest.error());
  return desk::broken_off(*plan, *rest, knowledge::embedded_pack());
}

base::Result<void> close_session(Logbook& log, std::string_view person, const BrokenOff& session,
                                 const knowledge::Pack& pack) {
  const auto recorder = [&](const model::Request& request) -> std::unique_ptr<desk::Recorder> {
    const SessionOf of{std::string(person), {}, session.preferences, session.session, session.last};
    return std::make_unique<LogRecorder>(log, of, request, pack);
  };
  return desk::close_session(session, pack, recorder);
}

}  // namespace unknot::cli
