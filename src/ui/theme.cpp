#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace linli::ui {

namespace {

// Warm paper, persimmon accent, jade for what went well.
constexpr Palette light{.ground = rgb(0xFAF5EF),
                        .surface = rgb(0xFFFFFF),
                        .sunken = rgb(0xF3EBE1),
                        .hover = rgb(0xF7EFE6),
                        .line = rgb(0xE8DDD1),
                        .outline = rgb(0x8F7F73),
                        .text = rgb(0x2A211C),
                        .text_soft = rgb(0x685A51),
                        .text_disabled = rgb(0xA4978D),
                        .accent = rgb(0xB8431A),
                        .accent_hover = rgb(0xA33913),
                        .accent_pressed = rgb(0x8B2F0E),
                        .on_accent = rgb(0xFFFFFF),
                        .focus = rgb(0x1D4ED8),
                        .shadow = with_alpha(rgb(0x5B3A22), 0x16),
                        .scrim = with_alpha(rgb(0x1E1612), 0x80),
                        .tones = {{rgb(0xF1EAE2), rgb(0x554840), rgb(0x685A51), rgb(0xFFFFFF)},
                                  {rgb(0xFDEBE1), rgb(0x9B3510), rgb(0xB8431A), rgb(0xFFFFFF)},
                                  {rgb(0xE2F2EA), rgb(0x17634A), rgb(0x1E7558), rgb(0xFFFFFF)},
                                  {rgb(0xFFF1D0), rgb(0x7A4D00), rgb(0x8F5B00), rgb(0xFFFFFF)},
                                  {rgb(0xFCE6EA), rgb(0xA1112F), rgb(0xB31837), rgb(0xFFFFFF)},
                                  {rgb(0xE4EFF9), rgb(0x1F5485), rgb(0x27639B), rgb(0xFFFFFF)}},
                        .series = {rgb(0xC9532A), rgb(0x1E7558), rgb(0x27639B), rgb(0xB07A10),
                                   rgb(0x7C4A8E), rgb(0x5F7F1F), rgb(0xB2456E), rgb(0x685A51)}};

constexpr Palette dark{.ground = rgb(0x1A1614),
                       .surface = rgb(0x262019),
                       .sunken = rgb(0x1F1A16),
                       .hover = rgb(0x322A23),
                       .line = rgb(0x3D342C),
                       .outline = rgb(0x9A8B7E),
                       .text = rgb(0xF7EFE8),
                       .text_soft = rgb(0xCBBBAF),
                       .text_disabled = rgb(0x7F7268),
                       .accent = rgb(0xF3956C),
                       .accent_hover = rgb(0xF8A883),
                       .accent_pressed = rgb(0xE07F55),
                       .on_accent = rgb(0x33130A),
                       .focus = rgb(0x8DB8FF),
                       .shadow = with_alpha(rgb(0x000000), 0x40),
                       .scrim = with_alpha(rgb(0x000000), 0xA0),
                       .tones = {{rgb(0x332B25), rgb(0xD8C9BE), rgb(0xCBBBAF), rgb(0x231B16)},
                                 {rgb(0x43261A), rgb(0xF8B08F), rgb(0xF3956C), rgb(0x33130A)},
                                 {rgb(0x17342A), rgb(0x86D6B4), rgb(0x5CC29A), rgb(0x06251A)},
                                 {rgb(0x3B2D10), rgb(0xF2C66A), rgb(0xE5B24A), rgb(0x2B1E00)},
                                 {rgb(0x44202A), rgb(0xFF9DB0), rgb(0xF2778F), rgb(0x33060F)},
                                 {rgb(0x1B2F44), rgb(0x9CC8F2), rgb(0x74B0EA), rgb(0x07223C)}},
                       .series = {rgb(0xF3956C), rgb(0x5CC29A), rgb(0x74B0EA), rgb(0xE5B24A),
                                  rgb(0xC695DA), rgb(0xA9CC5E), rgb(0xF08BB0), rgb(0xCBBBAF)}};

constexpr Palette high{.ground = rgb(0xFFFFFF),
                       .surface = rgb(0xFFFFFF),
                       .sunken = rgb(0xF2F2F2),
                       .hover = rgb(0xF2F2F2),
                       .line = rgb(0x000000),
                       .outline = rgb(0x000000),
                       .text = rgb(0x000000),
                       .text_soft = rgb(0x262626),
                       .text_disabled = rgb(0x5C5C5C),
                       .accent = rgb(0x7D2500),
                       .accent_hover = rgb(0x5C1B00),
                       .accent_pressed = rgb(0x3F1200),
                       .on_accent = rgb(0xFFFFFF),
                       .focus = rgb(0x0A36C9),
                       .shadow = with_alpha(rgb(0x000000), 0x00),
                       .scrim = with_alpha(rgb(0x000000), 0xB0),
                       .tones = {{rgb(0xFFFFFF), rgb(0x000000), rgb(0x262626), rgb(0xFFFFFF)},
                                 {rgb(0xFFFFFF), rgb(0x7D2500), rgb(0x7D2500), rgb(0xFFFFFF)},
                                 {rgb(0xFFFFFF), rgb(0x004D33), rgb(0x004D33), rgb(0xFFFFFF)},
                                 {rgb(0xFFFFFF), rgb(0x5A3900), rgb(0x5A3900), rgb(0xFFFFFF)},
                                 {rgb(0xFFFFFF), rgb(0x85001D), rgb(0x85001D), rgb(0xFFFFFF)},
                                 {rgb(0xFFFFFF), rgb(0x003A75), rgb(0x003A75), rgb(0xFFFFFF)}},
                       .series = {rgb(0x7D2500), rgb(0x004D33), rgb(0x003A75), rgb(0x5A3900),
                                  rgb(0x4B1463), rgb(0x36500A), rgb(0x7A0F40), rgb(0x262626)}};

float linear(uint32_t channel) {
  const float value = static_cast<float>(channel) / 255.0f;
  return value <= 0.04045f ? value / 12.92f : std::pow((value + 0.055f) / 1.055f, 2.4f);
}

float luminance(Colour colour) {
  return 0.2126f * linear(colour & 0xFF) + 0.7152f * linear((colour >> 8) & 0xFF) +
         0.0722f * linear((colour >> 16) & 0xFF);
}

}  // namespace

Colour mix(Colour from, Colour to, float share) {
  Colour out = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const auto a = static_cast<float>((from >> shift) & 0xFF);
    const auto b = static_cast<float>((to >> shift) & 0xFF);
    out |= static_cast<Colour>(std::lround(a + (b - a) * share)) << shift;
  }
  return out;
}

const Palette& palette(Scheme scheme) {
  switch (scheme) {
    case Scheme::dark:
      return dark;
    case Scheme::contrast:
      return high;
    case Scheme::light:
      break;
  }
  return light;
}

float Theme::body() const {
  const float least = density == Density::large ? 22.0f : 16.0f;
  return std::clamp(text_dp, least, 30.0f);
}

float Theme::size(TextStyle style) const {
  switch (style) {
    case TextStyle::caption:
      return std::round(body() * 0.875f);
    case TextStyle::title:
      return std::round(body() * 1.11f);
    case TextStyle::heading:
      return std::round(body() * 1.33f);
    case TextStyle::display:
      return std::round(body() * 1.67f);
    case TextStyle::figure:
      return std::round(body() * 1.9f);
    case TextStyle::body:
    case TextStyle::strong:
      break;
  }
  return body();
}

float Theme::line_height(TextStyle style) const {
  const bool small = style == TextStyle::body || style == TextStyle::caption;
  return std::round(size(style) * (small ? 1.5f : 1.4f));
}

int Theme::weight(TextStyle style) const {
  switch (style) {
    case TextStyle::caption:
    case TextStyle::body:
      return 400;
    case TextStyle::strong:
    case TextStyle::title:
      return 500;
    case TextStyle::heading:
    case TextStyle::display:
    case TextStyle::figure:
      break;
  }
  return 700;
}

float Theme::target() const { return density == Density::large ? 60.0f : 44.0f; }

float Theme::control() const {
  return std::max(target() + 4, line_height(TextStyle::body) + 2 * space::m);
}

float Theme::icon() const { return std::round(body() * 1.3f); }

float contrast(Colour a, Colour b) {
  const float la = luminance(a);
  const float lb = luminance(b);
  return (std::max(la, lb) + 0.05f) / (std::min(la, lb) + 0.05f);
}

}  // namespace linli::ui
