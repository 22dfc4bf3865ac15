// The whole state as JSON (docs/formats/snapshot.md). Moments are left out: where a host's clock
// begins means nothing, so the same session on another clock gives the same bytes.

#include <algorithm>

#include "machine.hpp"
#include "unknot/base/json.hpp"

namespace unknot::session {

using base::JsonWriter;
using knowledge::name_of;
using knowledge::Pack;

namespace {

void write_optional(JsonWriter& out, std::string_view key, std::optional<std::int64_t> value) {
  out.key(key);
  if (value) {
    out.number(*value);
  } else {
    out.null();
  }
}

void write_numbers(JsonWriter& out, std::string_view key, const std::vector<std::int32_t>& all) {
  out.key(key).begin_array();
  for (const std::int32_t value : all) out.number(value);
  out.end_array();
}

void write_way(JsonWriter& out, const model::Alternative& way, const Pack& pack) {
  out.key("technique").string(pack[way.technique].id);
  out.key("tool").number(static_cast<std::int64_t>(way.tool));
  out.key("variant").string(name_of(way.variant));
}

void write_step(JsonWriter& out, const StepRun& run, const model::Alternative& way,
                const Pack& pack) {
  out.key("over").boolean(run.over).key("reason");
  if (run.over) {
    out.string(name_of(run.reason));
  } else {
    out.null();
  }
  write_way(out, way, pack);
  write_numbers(out, "sets", run.sets);
  out.key("set").number(static_cast<std::int64_t>(run.set));
  out.key("rolled_seconds").number(run.rolled_seconds);
  write_optional(out, "level", run.level);
}

void write_area(JsonWriter& out, std::string_view id, const AreaRun& area) {
  out.begin_object().key("area").string(id).key("over");
  if (area.over) {
    out.string(name_of(*area.over));
  } else {
    out.null();
  }
  out.key("strong").boolean(area.strong);
  out.key("rung_most");
  if (area.at_most) {
    out.number(area.at_most->rung).key("pascals_most").number(area.at_most->pascals);
  } else {
    out.null().key("pascals_most").null();
  }
  out.end_object();
}

void write_piece(JsonWriter& out, const Rolled& piece, const Pack& pack) {
  out.begin_object().key("step").number(static_cast<std::int64_t>(piece.step));
  out.key("area").string(pack[piece.area].id).key("side").string(name_of(piece.side));
  write_way(out, piece.way, pack);
  write_numbers(out, "sets", piece.sets);
  write_optional(out, "level", piece.level);
  out.end_object();
}

void write_muscles(JsonWriter& out, const safety::MuscleSeconds& left, const Pack& pack) {
  out.key("muscles").begin_array();
  for (std::size_t m = 0; m < left.size(); ++m) {
    out.begin_object().key("muscle").string(pack.muscles[m].id);
    out.key("left_seconds").number(left[m][0]).key("right_seconds").number(left[m][1]);
    out.end_object();
  }
  out.end_array();
}

/// Muscles that had no rest since they were held.
void write_held(JsonWriter& out, const Stillness& stillness, std::int64_t now, const Pack& pack) {
  out.key("held").begin_array();
  for (std::size_t m = 0; m < pack.muscles.size(); ++m) {
    for (model::SideIndex side = 0; side < model::side_count; ++side) {
      const Stillness::Held& held = stillness.muscles()[m][side];
      if (stillness.held_ms(held, now) == 0) continue;
      out.begin_object().key("muscle").string(pack.muscles[m].id);
      out.key("side").string(name_of(model::side_at(side)));
      out.key("held_ms").number(held.held_ms);
      out.key("rest_ms").number(stillness.rest_ms(held, now)).end_object();
    }
  }
  out.end_array();
}

}  // namespace

std::string Machine::snapshot() const {
  const View now = view();
  JsonWriter out;
  out.begin_object().key("format").string("unknot/snapshot@1").key("knowledge").string(pack_.hash);
  out.key("phase").string(name_of(now.phase)).key("paused");
  if (paused_) {
    out.string(name_of(pause_));
  } else {
    out.null();
  }
  out.key("over");
  if (over()) {
    out.string(name_of(reason_));
  } else {
    out.null();
  }
  out.key("step").number(static_cast<std::int64_t>(step_));
  out.key("phase_ms").number(now.phase_ms).key("phase_length_ms").number(now.phase_length_ms);
  out.key("set_ms").number(set_ms_).key("pass").number(pass_).key("pass_ms").number(pass_ms_);
  out.key("session_ms").number(session_ms_).key("session_left_ms").number(now.session_left_ms);
  write_optional(out, "level_ms", question_ ? std::optional(question_->left_ms) : std::nullopt);
  write_optional(out, "pain_ms", pain_ ? std::optional(pain_->left_ms) : std::nullopt);
  out.key("written").number(static_cast<std::int64_t>(written_));
  out.key("steps").begin_array();
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    out.begin_object();
    write_step(out, runs_[i], choice(i, runs_[i].way), pack_);
    const std::int64_t rest_ms = std::max<std::int64_t>(runs_[i].rest_until_ms - session_ms_, 0);
    out.key("rest_ms").number(rest_ms).end_object();
  }
  out.end_array().key("rolled").begin_array();
  for (const Rolled& piece : pieces_) write_piece(out, piece, pack_);
  out.end_array().key("areas").begin_array();
  for (std::size_t a = 0; a < areas_.size(); ++a) {
    const AreaRun& area = areas_[a];
    if (area.over || area.strong || area.at_most) write_area(out, pack_.places[a].id, area);
  }
  out.end_array();
  write_muscles(out, ledger_.muscles(), pack_);
  write_held(out, stillness_, session_ms_, pack_);
  return out.end_object().take();
}

}  // namespace unknot::session
