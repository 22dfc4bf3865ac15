#include "formats/parts.hpp"

#include "unknot/journal/limits.hpp"
#include "unknot/knowledge/enums.hpp"

namespace unknot::kbc::formats {

namespace limits = model::limits;

Schema says() { return sentence().says("A sentence for people; programs read the other fields."); }

Schema variant() {
  return choice<knowledge::VariantKind>().says("How much body weight goes onto the tool.");
}

Schema rung() {
  return integer(limits::rung)
      .says("Of the tool ladder: 1 soft smooth, 2 medium smooth, 3 firm smooth, 4 textured.");
}

Schema intensity() {
  return integer(limits::intensity)
      .says("Estimate of the pressure of technique, tool and variant.");
}

Schema tool() { return text(limits::tool_id_length).says("Id of one of the request's tools."); }

Schema level_target() {
  return list_of(integer(limits::level), 2)
      .set("minItems", json_number(2))
      .says("How strong it should feel, lowest and highest, of 10.");
}

Schema record_id(std::string_view says) {
  return any_text()
      .set("pattern", json_text("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$"))
      .says(says);
}
Schema a_word(std::string_view says) {
  return any_text()
      .set("pattern", json_text("^[a-z][a-z0-9_]*$"))
      .set("maxLength", json_number(static_cast<std::int64_t>(journal::limits::word_length)))
      .says(says);
}
}  // namespace unknot::kbc::formats
