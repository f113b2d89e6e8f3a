// The tokens of the design system: colours by meaning, distances, corner radii, type
// sizes and motion. Widgets take every colour and length from here; a screen names
// none itself. A test reads the contrast of every pair that carries text.
#pragma once

#include <cstdint>

namespace linli::ui {

// As draw lists want it: 0xAABBGGRR.
using Colour = uint32_t;

constexpr Colour rgb(uint32_t hex) {
  return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | ((hex >> 16) & 0xFFu);
}
constexpr Colour with_alpha(Colour colour, uint32_t alpha) {
  return (colour & 0x00FFFFFFu) | (alpha << 24);
}
Colour mix(Colour from, Colour to, float share);

enum class Scheme : uint8_t { light, dark, contrast };
inline constexpr int scheme_count = 3;

// Large targets and text for the kiosk and the large mode.
enum class Density : uint8_t { regular, large };

// What a badge, a banner or a number means. Never shown by colour alone.
enum class Tone : uint8_t { neutral, accent, success, warning, danger, info };
inline constexpr int tone_count = 6;

struct ToneColours {
  Colour soft;       // ground of badges and banners
  Colour text;       // words and icons on soft and on surface
  Colour strong;     // filled ground
  Colour on_strong;  // words on strong
};

struct Palette {
  Colour ground;     // behind everything
  Colour surface;    // cards, fields
  Colour sunken;     // wells, tracks, table heads
  Colour hover;      // quiet things under the pointer
  Colour line;       // hair lines and card borders
  Colour outline;    // borders of fields and switches, 3:1 on surface
  Colour text;       // main words
  Colour text_soft;  // second words, still 4.5:1
  Colour text_disabled;
  Colour accent;  // the one warm colour: primary action, selection
  Colour accent_hover;
  Colour accent_pressed;
  Colour on_accent;
  Colour focus;  // ring around what the keyboard holds
  Colour shadow;
  Colour scrim;  // behind dialogs
  ToneColours tones[tone_count];
  Colour series[8];  // charts, in this order
};

const Palette& palette(Scheme scheme);

// Distances in dp. Everything on screen stands on these.
namespace space {
inline constexpr float xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32, xxxl = 48;
}
namespace radius {
inline constexpr float s = 8, m = 12, l = 18, pill = 999;
}

enum class TextStyle : uint8_t {
  caption,  // hints, table heads
  body,
  strong,   // body, heavier
  title,    // heading 3: cards
  heading,  // heading 2: parts of a screen
  display,  // heading 1: the screen
  figure,   // big numbers
};

struct Theme {
  Scheme scheme = Scheme::light;
  Density density = Density::regular;
  float text_dp = 18;  // 16..30; large density reads it as at least 22
  bool reduced_motion = false;

  const Palette& colours() const { return palette(scheme); }
  const ToneColours& tone(Tone tone) const { return colours().tones[static_cast<int>(tone)]; }

  float body() const;
  float size(TextStyle style) const;         // font size
  float line_height(TextStyle style) const;  // at least 1.35 of the size
  int weight(TextStyle style) const;         // 400, 500, 700
  float target() const;                      // least height of what can be pressed: 44 or 60
  float control() const;                     // height of buttons and fields, at least target()
  float icon() const;                        // beside body text
  float border() const { return scheme == Scheme::contrast ? 2.0f : 1.0f; }
  // How long a change takes, in seconds; 0 when motion is reduced.
  float quick() const { return reduced_motion ? 0.0f : 0.12f; }
  float slow() const { return reduced_motion ? 0.0f : 0.25f; }
};

// WCAG contrast, 1..21.
float contrast(Colour a, Colour b);

}  // namespace linli::ui
