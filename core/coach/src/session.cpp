#include "unknot/coach/session.hpp"

#include "unknot/base/check.hpp"
#include "unknot/coach/session_input.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::coach {

using base::JsonWriter;
using knowledge::name_of;
using knowledge::Pack;
using session::Command;
using session::CommandKind;
using session::Engine;

namespace {

/// Whom and what the words of a session are about.
struct Names {
  const model::Request& request;
  const Pack& pack;
};

void write_way(JsonWriter& out, const model::Alternative& way, const Names& names) {
  out.key("technique").string(names.pack[way.technique].id);
  out.key("tool").string(names.request.tools[way.tool].id);
  out.key("variant").string(name_of(way.variant));
}

void write_rolled(JsonWriter& out, const session::Rolled& rolled, const Names& names) {
  out.begin_object().key("step").number(static_cast<std::int64_t>(rolled.step));
  out.key("area").string(names.pack[rolled.area].id).key("side").string(name_of(rolled.side));
  write_way(out, rolled.way, names);
  out.key("sets").begin_array();
  for (const std::int32_t set : rolled.sets) out.number(set);
  out.end_array().key("level");
  if (rolled.level) {
    out.number(*rolled.level);
  } else {
    out.null();
  }
  out.end_object();
}

/// The numbers that belong to a kind of command, so that no zero is read as one.
void write_numbers(JsonWriter& out, const Command& c) {
  switch (c.kind) {
    case CommandKind::set_begins:
    case CommandKind::again:
    case CommandKind::last_seconds:
      out.key("number").number(c.number).key("count").number(c.count);
      out.key("seconds").number(c.seconds);
      return;
    case CommandKind::half_way:
    case CommandKind::breathe:
      out.key("number").number(c.number).key("count").number(c.count);
      return;
    case CommandKind::stroke:
      out.key("number").number(c.number).key("direction").string(name_of(c.direction));
      out.key("seconds").number(c.seconds);
      return;
    case CommandKind::level_taken: out.key("level").number(c.number); return;
    case CommandKind::get_ready:
    case CommandKind::switch_side:
    case CommandKind::time_left:
    case CommandKind::spot_begins:
    case CommandKind::rest:
    case CommandKind::ask_level:
    case CommandKind::ask_pain:
    case CommandKind::longer:
    case CommandKind::resumes: out.key("seconds").number(c.seconds); return;
    default: return;
  }
}

void write_what(JsonWriter& out, const Command& c, const Names& names) {
  switch (c.kind) {
    case CommandKind::get_ready:
    case CommandKind::switch_side:
    case CommandKind::set_begins:
    case CommandKind::eased:
    case CommandKind::hardened: write_way(out, c.way, names); return;
    case CommandKind::paused: out.key("pause").string(name_of(c.pause)); return;
    case CommandKind::area_over:
      out.key("area").string(names.pack[c.area].id).key("reason").string(name_of(c.reason));
      return;
    case CommandKind::step_over:
    case CommandKind::over: out.key("reason").string(name_of(c.reason)); return;
    case CommandKind::emergency:
      out.key("red_flag");
      if (c.red_flag.valid()) {
        out.string(names.pack[c.red_flag].id);
      } else {
        out.null();
      }
      return;
    case CommandKind::write_rolled:
      out.key("rolled");
      write_rolled(out, *c.rolled, names);
      return;
    default: return;
  }
}

void write_commands(JsonWriter& out, const session::TimedEvent& timed,
                    const session::Commands& commands, const Names& names) {
  for (const Command& command : commands) {
    out.begin_object().key("at").number(timed.at.ms);
    out.key("command").string(name_of(command.kind));
    out.key("step").number(static_cast<std::int64_t>(command.step));
    write_numbers(out, command);
    write_what(out, command, names);
    out.end_object();
  }
}

/// What a browser may show must hold before the second judge, as plans must.
void audit_rolled(const Planned& planned, const std::vector<session::Rolled>& rolled,
                  const Pack& pack) {
  const auto document =
      session::rolled_document(*planned.answer.plan, planned.request, pack, rolled);
  const bool clean =
      safety::audit(document, planned.request, pack, safety::AuditMode::rolled).empty();
  UNKNOT_CHECK(clean);
}

void write_session(JsonWriter& out, const Guided& guided, session::Preferences preferences,
                   const Pack& pack) {
  const Planned& planned = guided.planned;
  const Names names{planned.request, pack};
  Engine engine(*planned.answer.plan, pack, preferences);
  out.key("commands").begin_array();
  for (const session::TimedEvent& timed : guided.events) {
    write_commands(out, timed, engine.on(timed.event, timed.at), names);
  }
  out.end_array().key("due");
  if (const auto due = engine.due()) {
    out.number(due->ms);
  } else {
    out.null();
  }
  out.key("rolled").begin_array();
  const auto rolled = engine.rolled();
  for (const session::Rolled& piece : rolled) write_rolled(out, piece, names);
  out.end_array().key("snapshot").raw(engine.snapshot());
  audit_rolled(planned, rolled, pack);
}

base::Result<Planned> plan_for(const base::Json& json, const Pack& pack, const Context& context) {
  auto request = model::read_request(json, pack, context.clock);
  if (request) return plan(std::move(*request), pack, context);
  base::Error error = std::move(request.error());
  error.field = error.field.empty() ? "request" : "request." + error.field;
  return std::unexpected(std::move(error));
}

}  // namespace

base::Result<Guided> guide(std::string_view input, const Pack& pack, const Context& context) {
  auto read = read_session(input, pack);
  if (!read) return std::unexpected(std::move(read.error()));
  auto planned = plan_for(read->request, pack, context);
  if (!planned) return std::unexpected(std::move(planned.error()));
  Guided guided{std::move(*planned), std::move(read->events), {}};
  JsonWriter out;
  out.begin_object().key("format").string("unknot/session@1").key("plan");
  out.raw(guided.planned.json);
  if (guided.planned.answer.plan) {
    write_session(out, guided, read->preferences, pack);
  } else {
    out.key("commands").begin_array().end_array().key("due").null();
    out.key("rolled").begin_array().end_array().key("snapshot").null();
  }
  guided.json = out.end_object().take();
  return guided;
}

}  // namespace unknot::coach
