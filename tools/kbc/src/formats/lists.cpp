// The lists of the catalogue (docs/formats/lists.md), one definition a list.

#include "formats/schema_builder.hpp"
#include "unknot/model/request.hpp"

namespace unknot::kbc::formats {

namespace {

namespace limits = model::limits;

constexpr model::Range not_negative{0, 1'000'000'000};

Schema words() { return list_of(sentence()); }
Schema ids_of(std::string_view kind) { return list_of(id_of(kind)); }
Schema sources() { return ids_of("source").says("What it rests on."); }
Schema form() { return any_text().set("pattern", json_text("^[a-z][a-z0-9_]*$")); }

Members begin(Schema id, std::string_view what) {
  return Members()
      .required("id", std::move(id).says(what))
      .required("name", sentence().says("For people."));
}

Schema weights() {
  return Schema()
      .set("type", json_text("object"))
      .set("propertyNames", id_of("area").take())
      .set("additionalProperties", integer({0, 100}).take())
      .says("How much it asks of each area, 0 to 100: our judgement.");
}

Members place(std::string_view kind) {
  return begin(id_of(kind), "Of the place.")
      .required("plain", sentence().says("Everyday words."))
      .required("part", form().says("Body part it is grouped under."))
      .required("sides", list_of(choice<model::Side>())
                             .set("minItems", json_number(1))
                             .says("left and right, or middle."))
      .required("aliases", words().says("Other everyday words, lower case."));
}

Schema area() {
  return place("area")
      .required("muscles", ids_of("muscle").says("Areas that share one overlap."))
      .required("neighbours", ids_of("area").says("Areas next to it."))
      .required("overlaps", ids_of("area").says("Other areas that share a muscle."))
      .required("landmarks", sentence().says("Where it lies."))
      .required("article", boolean().says("One of the article's areas."))
      .required("sources", sources())
      .object(Others::ignored);
}

Schema other_place(std::string_view kind) {
  return place(kind)
      .required("covers", ids_of("area").says("Areas treated as if named."))
      .required("around", ids_of("area").says("Areas offered instead."))
      .required("reason", sentence().says("Why it is never rolled, or what to know."))
      .required("sources", sources())
      .object(Others::ignored);
}

Schema variant() {
  return Members()
      .required("kind", choice<knowledge::VariantKind>().says("How much weight."))
      .required("load_permille",
                integer({0, 1000}).says("1/1000 of body weight that lies on the tool."))
      .required("how", sentence().says("What the person changes."))
      .required("estimated", boolean().says("The load is our estimate, not a measurement."))
      .object(Others::ignored);
}

Schema fault() {
  return Members()
      .required("fault", sentence().says("What often goes wrong."))
      .required("correction", sentence().says("What to do instead."))
      .object(Others::ignored);
}

Schema technique() {
  using namespace knowledge;
  return begin(id_of("technique"), "Of the technique.")
      .required("area", id_of("area").says("What it rolls."))
      .required("tool", choice<ToolKind>().says("With what."))
      .required("place", choice<Support>().says("Where."))
      .required("position", id_of("position").says("Of the body there."))
      .required("motion", choice<Motion>().says("Slow passes, or still pressure."))
      .required("laterality", choice<Laterality>().says("One side at a time, or both at once."))
      .required("loads", ids_of("place").says("Parts it leans on."))
      .required("setup_seconds", integer(not_negative).says("s, to get onto the tool."))
      .required("position_setup_seconds", integer(not_negative).says("s, to get into position."))
      .required("seconds_per_pass",
                integer(not_negative).says("s one way; 0: the usual pace of a session."))
      .required("fit", integer({0, 100}).says("How well tool and place suit the area."))
      .required("start", sentence().says("Landmark where the path begins."))
      .required("end", sentence().says("Landmark where the path ends."))
      .required("direction", sentence().says("The way between them."))
      .required("clear_of", ids_of("zone").says("Zones it keeps away from."))
      .required("setup", words().says("In the order in which the body moves."))
      .required("cues", words().says("To be said while rolling."))
      .required("cautions", words().says("What to mind."))
      .required("faults", list_of(fault()).says("What often goes wrong."))
      .required("variants", list_of(variant()).says("From light to hard."))
      .required("signed_by", sentence().or_null().says("Physiotherapist; null: nobody yet."))
      .required("sources", sources())
      .object(Others::ignored);
}

Schema preset() {
  using namespace knowledge;
  return begin(id_of("preset"), "Of the tool.")
      .required("preset", Schema().set("const", json_flag(true)).says("An everyday tool."))
      .required("kind", choice<ToolKind>().says("What it is."))
      .required("density", choice<Density>().says("How hard."))
      .required("surface", choice<Surface>().says("smooth or textured."))
      .required("temperature", choice<Temperature>().says("Used cold or warm."))
      .required("vibration", boolean().says("Whether it vibrates."))
      .required("diameter_cm",
                tenths({0, 10 * limits::diameter_tenths_cm.most}).says("cm; 0: not stated."))
      .required("rung", integer(limits::rung).says("Of the tool ladder."))
      .required("aliases", words().says("Other names, lower case."))
      .required("hint", sentence().says("How to tell."))
      .object(Others::ignored);
}

Schema tool_kind() {
  return begin(choice<knowledge::ToolKind>(), "Of the kind.")
      .required("preset", Schema().set("const", json_flag(false)).says("A kind of tool."))
      .required("description", sentence().says("What it is."))
      .required("suits", sentence().says("What it is good for."))
      .required("sources", sources())
      .object(Others::ignored);
}

Schema number() {
  return Members()
      .required("key", form().says("Its name within the rule."))
      .required("value", integer().says("In unit."))
      .required("unit", choice<knowledge::Unit>().says("Of value."))
      .required("basis", choice<knowledge::Basis>().says("What it rests on."))
      .required("sources", sources())
      .object(Others::ignored);
}

Schema rule() {
  return begin(id_of("rule"), "Of the rule.")
      .required("summary", sentence().says("What it demands."))
      .required("reason", sentence().says("Why."))
      .required("known", sentence().says("What research knows about it."))
      .required("basis", choice<knowledge::Basis>().says("What it rests on."))
      .required("numbers", list_of(number()).says("Its numbers."))
      .required("places", ids_of("place").says("Places that it names."))
      .required("sources", sources())
      .object(Others::ignored);
}

/// Effects that are there: flags are true, lists have something in them.
class EffectKeys final : public kbc::Fields {
 public:
  void flag(Key key, Flag&, Traits) override {
    members.optional(key.toml,
                     Schema().set("const", json_flag(true)).says("Holds when it is there."));
  }
  void refs(Key key, Many<Str>&, Space space, Traits) override {
    members.optional(key.toml,
                     ids_of(space == Space::position ? "position" : "area").says("Barred."));
  }
  void integer(Key key, Int&, Range range, Traits) override {
    members.optional(key.toml,
                     formats::integer({range.least, range.most}).says("From that week on."));
  }
  void ref(Key key, Str&, Space, Traits) override {
    members.optional(key.toml, id_of("place").says("Only with pain there."));
  }
  Members members;
};

Schema condition() {
  EffectKeys keys;
  EffectsRow row;
  describe(keys, row);
  return begin(id_of("condition"), "Of the condition.")
      .required("question", sentence().says("The line a person answers."))
      .required("says", sentence().says("What is done about it and why."))
      .required("needs_at", boolean().says("Without a place it is refused, asking where."))
      .required("effects",
                std::move(keys.members).object(Others::ignored).says("What it does to a plan."))
      .required("basis", choice<knowledge::Basis>().says("What it rests on."))
      .required("sources", sources())
      .object(Others::ignored);
}

Schema red_flag() {
  return begin(id_of("red_flag"), "Of the warning sign.")
      .required("question", sentence().says("One line of the list that is asked."))
      .required("urgency", choice<knowledge::Urgency>().says("How soon."))
      .required("text", sentence().says("What to do; {number} is the country's."))
      .required("sources", sources())
      .object(Others::ignored);
}

Schema activity() {
  return begin(id_of("activity"), "Of the activity.")
      .required("why", sentence().says("What it asks of the body."))
      .required("aliases", words().says("Other names, lower case."))
      .required("weights", weights())
      .required("sources", sources())
      .object(Others::ignored);
}

Schema goal() {
  return begin(choice<knowledge::GoalKind>(), "Of the goal.")
      .required("description", sentence().says("What it means."))
      .required("weights", weights())
      .required("sources", sources())
      .object(Others::ignored);
}

Schema claim() {
  using namespace knowledge;
  return begin(id_of("claim"), "Of the claim.")
      .required("topic", choice<Topic>().says("What it speaks about."))
      .required("kind", choice<ClaimKind>().says("What kind of statement it is."))
      .required("grade", choice<Grade>().says("How well it stands today."))
      .required("known", sentence().says("What research knows about it."))
      .required("place", id_of("place").or_null().says("What it is about."))
      .required("rule", id_of("rule").or_null().says("That follows from it."))
      .required("sources", sources())
      .object(Others::ignored);
}

Schema source() {
  return begin(id_of("source"), "Of the source.")
      .required("address", any_text().says("DOI, PubMed or page, without https://; may be empty."))
      .required("verified", choice<knowledge::Verified>().says("How it was checked."))
      .required("note", any_text().says("What was read, what it is good for."))
      .object(Others::ignored);
}

}  // namespace

Document lists_schema() {
  Schema defs;
  const auto add = [&defs](std::string_view name, Schema row) {
    defs.set(name, list_of(std::move(row)).take());
  };
  add("areas", area());
  add("zones", other_place("zone"));
  add("regions", other_place("region"));
  add("techniques", technique());
  add("tools", Schema().set("anyOf", json_list({preset().take(), tool_kind().take()})));
  add("rules", rule());
  add("conditions", condition());
  add("red_flags", red_flag());
  add("activities", activity());
  add("goals", goal());
  add("claims", claim());
  add("sources", source());
  return document(formats_folder, "lists.schema.json",
                  Schema()
                      .title("Lists of the catalogue")
                      .says("One definition a list. Readers ignore fields they do not know.")
                      .set("type", json_text("array"))
                      .set("$defs", std::move(defs).take()));
}

}  // namespace unknot::kbc::formats
