#include "ui/theme.h"

#include <gtest/gtest.h>

namespace linli::ui {
namespace {

constexpr Scheme schemes[] = {Scheme::light, Scheme::dark, Scheme::contrast};

TEST(Theme, WordsStandOutFromTheirGround) {
  for (const Scheme scheme : schemes) {
    SCOPED_TRACE(static_cast<int>(scheme));
    const Palette& c = palette(scheme);
    for (const Colour ground : {c.ground, c.surface, c.sunken, c.hover}) {
      EXPECT_GE(contrast(c.text, ground), 7.0f);
      EXPECT_GE(contrast(c.text_soft, ground), 4.5f);
    }
    for (const Colour ground : {c.accent, c.accent_hover, c.accent_pressed}) {
      EXPECT_GE(contrast(c.on_accent, ground), 4.5f);
    }
    for (const ToneColours& tone : c.tones) {
      EXPECT_GE(contrast(tone.text, tone.soft), 4.5f);
      EXPECT_GE(contrast(tone.text, c.surface), 4.5f);
      EXPECT_GE(contrast(tone.text, c.hover), 4.5f);
      EXPECT_GE(contrast(tone.text, c.sunken), 4.5f);
      EXPECT_GE(contrast(tone.on_strong, tone.strong), 4.5f);
      EXPECT_GE(contrast(c.text, tone.soft), 4.5f);
    }
  }
}

TEST(Theme, BordersAndFiguresCanBeSeen) {
  for (const Scheme scheme : schemes) {
    SCOPED_TRACE(static_cast<int>(scheme));
    const Palette& c = palette(scheme);
    EXPECT_GE(contrast(c.outline, c.surface), 3.0f);
    EXPECT_GE(contrast(c.focus, c.surface), 3.0f);
    EXPECT_GE(contrast(c.focus, c.ground), 3.0f);
    for (const Colour colour : c.series) {
      EXPECT_GE(contrast(colour, c.surface), 3.0f);
    }
  }
}

TEST(Theme, TextAndTargetsFollowTheNorms) {
  Theme theme;
  EXPECT_EQ(theme.body(), 18);
  EXPECT_EQ(theme.target(), 44);
  theme.density = Density::large;
  EXPECT_GE(theme.body(), 22);
  EXPECT_EQ(theme.target(), 60);
  for (float size = 10; size < 40; size += 3) {
    theme.text_dp = size;
    EXPECT_GE(theme.body(), 16);
    EXPECT_LE(theme.body(), 30);
    for (const TextStyle style : {TextStyle::caption, TextStyle::body, TextStyle::display}) {
      EXPECT_GE(theme.line_height(style), theme.size(style) * 1.3f);
    }
    EXPECT_GE(theme.control(), theme.target());
  }
}

}  // namespace
}  // namespace linli::ui
