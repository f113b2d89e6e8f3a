// Dear ImGui's font loader over Fonts: measures and packs a glyph the first time it is
// shown at a size and pixel ratio. The one place that knows the atlas' insides.
#pragma once

struct ImFont;
struct ImFontAtlas;

namespace linli::ui {

class Fonts;

// Adds a font of this weight; `fonts` must outlive the atlas.
ImFont* add_drawn_font(ImFontAtlas& atlas, Fonts& fonts, int weight);

}  // namespace linli::ui
