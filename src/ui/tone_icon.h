// The icon that goes with a tone, so that colour is never the only signal.
#pragma once

#include "generated/icons.h"
#include "ui/theme.h"

namespace linli::ui {

constexpr Icon tone_icon(Tone tone) {
  switch (tone) {
    case Tone::success:
      return Icon::accept;
    case Tone::warning:
      return Icon::warning;
    case Tone::danger:
      return Icon::danger;
    case Tone::accent:
      return Icon::heart;
    case Tone::info:
    case Tone::neutral:
      break;
  }
  return Icon::info;
}

}  // namespace linli::ui
