#pragma once

namespace unknot::safety {

int limit();

}  // namespace unknot::safety
