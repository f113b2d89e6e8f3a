#include "ui/font_loader.h"

#include <cstdio>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/fonts.h"

namespace linli::ui {

namespace {

// Share of the em square above the baseline, as Chinese fonts have it.
constexpr float ascent_share = 0.88f;

bool init_source(ImFontAtlas*, ImFontConfig*) { return true; }

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar code_point) { return code_point >= 0x20; }

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size * ascent_share;
  baked->Descent = -baked->Size * (1.0f - ascent_share);
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*,
                ImWchar code_point, ImFontGlyph* glyph, float* advance) {
  static GlyphBitmap bitmap;
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  auto& fonts = **static_cast<Fonts**>(source->FontData);
  bitmap = {};
  if (!fonts.draw(code_point, baked->Size * density, static_cast<int>(source->FontNo), bitmap)) {
    return false;
  }
  if (advance != nullptr) {
    *advance = bitmap.advance / density;
    return true;
  }
  glyph->Codepoint = code_point & 0x3FFFFFFu;
  glyph->AdvanceX = bitmap.advance / density;
  if (bitmap.width <= 0 || bitmap.height <= 0) {
    return true;
  }
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
  if (id == ImFontAtlasRectId_Invalid) {
    return false;
  }
  ImTextureRect* const rect = ImFontAtlasPackGetRect(atlas, id);
  glyph->X0 = bitmap.left / density;
  glyph->Y0 = baked->Ascent + bitmap.top / density;
  glyph->X1 = glyph->X0 + static_cast<float>(bitmap.width) / density;
  glyph->Y1 = glyph->Y0 + static_cast<float>(bitmap.height) / density;
  glyph->Visible = true;
  glyph->Colored = bitmap.coloured;
  glyph->PackId = id;
  const ImTextureFormat format = bitmap.coloured ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, bitmap.pixels.data(),
                                     format, bitmap.width * (bitmap.coloured ? 4 : 1));
  return true;
}

const ImFontLoader& loader() {
  static const ImFontLoader made = [] {
    ImFontLoader out;
    out.Name = "drawn";
    out.FontSrcInit = init_source;
    out.FontSrcContainsGlyph = contains;
    out.FontBakedInit = init_baked;
    out.FontBakedLoadGlyph = load_glyph;
    return out;
  }();
  return made;
}

}  // namespace

ImFont* add_drawn_font(ImFontAtlas& atlas, Fonts& fonts, int weight) {
  ImFontConfig config;
  std::snprintf(config.Name, sizeof config.Name, "drawn %d", weight);
  // The atlas keeps a copy of these bytes, so they are the address and not the fonts.
  Fonts* address = &fonts;
  config.FontData = &address;
  config.FontDataSize = static_cast<int>(sizeof address);
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = 18;
  config.FontNo = static_cast<ImU32>(weight);
  config.EllipsisChar = 0x2026;
  atlas.SetFontLoader(&loader());
  return atlas.AddFont(&config);
}

}  // namespace linli::ui
