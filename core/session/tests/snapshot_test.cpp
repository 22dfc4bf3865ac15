// The whole state as JSON, field by field.

#include "small_session.hpp"

namespace unknot::session::small {
namespace {

const Draft plan_of_two =
    rolls("l", "hamstrings_stick", "stick", {20, 20}) + rolls("lr", "piriformis_hold", "ball");

struct Part {
  const char* name;
  const char* script;
  const char* part;  ///< Must stand in the snapshot.
};

TEST(Snapshot, SaysEverything) {
  const std::vector<Part> rows{
      {"before", "0 tick", R"("phase":"waiting","paused":null,"over":null,"step":0,)"},
      {"getting ready", "0 start, 10",
       R"("phase":"get_ready","paused":null,"over":null,"step":0,"phase_ms":10000,)"
       R"("phase_length_ms":25000,"set_ms":0,"pass":0,"pass_ms":0,"session_ms":10000,)"},
      {"a pass", "0 start, 0 ready, 6",
       R"("phase":"strokes","paused":null,"over":null,"step":0,"phase_ms":6000,)"
       R"("phase_length_ms":20000,"set_ms":6000,"pass":2,"pass_ms":2000,)"
       R"("session_ms":6000,"session_left_ms":144000,"level_ms":null,"pain_ms":null,)"
       R"("written":0,)"},
      {"what is rolled", "0 start, 0 ready, 5.5",
       R"("rolled":[{"step":0,"area":"hamstrings","side":"left",)"
       R"("technique":"hamstrings_stick","tool":6,"variant":"lighter","sets":[6],)"
       R"("level":null}],"areas":[])"},
      {"a step", "0 start, 0 ready, 5 level 4",
       R"("steps":[{"over":false,"reason":null,"technique":"hamstrings_stick","tool":6,)"
       R"("variant":"lighter","sets":[20,20],"set":0,"rolled_seconds":5,"level":4,)"
       R"("rest_ms":0})"},
      {"a rest", "0 start, 0 ready, 21",
       R"("set":1,"rolled_seconds":20,"level":null,"rest_ms":14000})"},
      {"paused", "0 start, 0 ready, 5 pause", R"("phase":"strokes","paused":"asked",)"},
      {"hurt", "0 start, 0 ready, 5 it_hurt, 7", R"("level_ms":null,"pain_ms":4000,)"},
      {"asked", "0 start, 0 ready, 5 skip, 7", R"("level_ms":4000,"pain_ms":null,)"},
      {"skipped", "0 start, 0 ready, 5 skip", R"({"over":true,"reason":"skipped",)"},
      {"an area", "0 start, 0 ready, 5 level 8",
       R"("areas":[{"area":"hamstrings","over":"level","strong":false,"rung_most":null,)"
       R"("pascals_most":null}])"},
      {"over", "0 start, 0 ready, 5 stop", R"("phase":"over","paused":null,"over":"stopped",)"},
      {"written", "0 start, 0 ready, 5 stop", R"("written":1,)"},
      {"muscles", "0 start, 0 ready, 5",
       R"({"muscle":"","left_seconds":85,"right_seconds":90},{"muscle":"","left_seconds":90,)"},
      {"nothing held", "0 start, 0 ready, 5", R"("held":[]})"},
      {"held", "0 start, 0 skip, 0 ready, 5 skip, 6",
       R"("held":[{"muscle":"","side":"left","held_ms":5000,"rest_ms":14000},)"
       R"({"muscle":"","side":"left","held_ms":5000,"rest_ms":14000}]})"},
      {"held no more", "0 start, 0 skip, 0 ready, 5 skip, 20",
       R"("side":"right","held_ms":5000,"rest_ms":15000}]})"},
  };
  for (const Part& row : rows) {
    Guided guided(plan_of_two);
    static_cast<void>(guided.after(row.script));
    const std::string all = guided.engine.snapshot();
    EXPECT_NE(all.find(row.part), std::string::npos) << row.name << ": " << row.part << "\n" << all;
  }
}

}  // namespace
}  // namespace unknot::session::small
