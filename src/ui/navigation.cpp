#include "ui/navigation.h"

#include <algorithm>

#include "ui/look.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/screens/registry.h"
#include "ui/scroll.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

constexpr std::string_view more_route = "more";

struct Item {
  std::string_view route;
  std::string_view label;
  Icon icon;
};

struct Kind {
  Role role = Role::link;
  bool current = false;
  bool stacked = false;
};

// An entry with the icon before the words (rail) or above them (bar, narrow rail).
bool draw_entry(Ui& ui, const Item& item, Rect rect, Kind kind) {
  const Palette& colours = ui.theme.colours();
  const bool current = kind.current;
  const bool stacked = kind.stacked;
  const uint32_t on = kind.role == Role::link ? state_current : state_checked;
  const Press state = press(ui, kind.role, ui.id(item.route), item.label, rect, current ? on : 0u);
  const Rect ground = inset(rect, stacked ? 2 : 0);
  if (current) {
    fill(ground, ui.theme.tone(Tone::accent).soft, radius::m);
  } else if (state.hovered) {
    fill(ground, colours.hover, radius::m);
  }
  const Colour ink = current ? ui.theme.tone(Tone::accent).text : colours.text_soft;
  const float icon = ui.theme.icon();
  if (stacked) {
    const TextStyle style = TextStyle::caption;
    const float line = ui.theme.line_height(style);
    const float top = rect.y + (rect.height - icon - line) / 2;
    draw_icon(ui, item.icon, rect.x + (rect.width - icon) / 2, top, icon, ink);
    const float width = std::min(text_width(ui, item.label, style), rect.width - 4);
    draw_line_within(ui, item.label, rect.x + (rect.width - width) / 2, top + icon, width + 1,
                     style, ink);
  } else {
    const TextStyle style = current ? TextStyle::strong : TextStyle::body;
    const float line = ui.theme.line_height(style);
    draw_icon(ui, item.icon, rect.x + space::m, rect.y + (rect.height - icon) / 2, icon, ink);
    const float x = rect.x + space::m + icon + space::m;
    draw_line_within(ui, item.label, x, rect.y + (rect.height - line) / 2,
                     rect.x + rect.width - x - space::s, style, current ? ink : colours.text);
  }
  if (state.focused) {
    focus_ring(ui, inset(ground, 4), radius::m);
  }
  return state.clicked;
}

void draw_item(Ui& ui, const Item& item, Rect rect, bool current, bool stacked) {
  if (draw_entry(ui, item, rect, {Role::link, current, stacked})) {
    ui.go(std::string(item.route));
  }
}

void draw_bar(Ui& ui, std::string_view current, Rect bar) {
  fill(bar, ui.theme.colours().surface);
  fill({bar.x, bar.y, bar.width, ui.theme.border()}, ui.theme.colours().line);
  std::vector<Item> items;
  bool found = false;
  for (const ScreenEntry& entry : screen_entries()) {
    if (entry.place == Place::main && items.size() < phone_bar_items) {
      items.push_back({entry.route, ui.tr(entry.title), entry.icon});
      found = found || entry.route == current;
    }
  }
  items.push_back({more_route, ui.tr(app::Str::widget_more), Icon::menu});
  const float width = bar.width / static_cast<float>(items.size());
  float x = bar.x;
  for (const Item& item : items) {
    const bool here = item.route == current || (item.route == more_route && !found);
    draw_item(ui, item, {x, bar.y + 2, width, bar.height - 2}, here, true);
    x += width;
  }
}

void draw_rail(Ui& ui, std::string_view current, Rect rail, bool narrow) {
  fill(rail, ui.theme.colours().surface);
  fill({rail.x + rail.width - ui.theme.border(), rail.y, ui.theme.border(), rail.height},
       ui.theme.colours().line);
  ScrollArea area(ui, "rail", rail, narrow ? space::xs : space::m, space::s, space::xs);
  if (!narrow) {
    const float line = ui.theme.line_height(TextStyle::title);
    const Rect brand = ui.layout.place(ui, 0, line + 2 * space::l);
    const float icon = ui.theme.icon() * 1.2f;
    draw_icon(ui, Icon::need, brand.x + space::m, brand.y + (brand.height - icon) / 2, icon,
              ui.theme.colours().accent);
    const float x = brand.x + space::m + icon + space::s;
    draw_line_within(ui, ui.tr(app::Str::app_name), x, brand.y + (brand.height - line) / 2,
                     brand.x + brand.width - x, TextStyle::title, ui.theme.colours().text);
  }
  const float height = narrow
                           ? ui.theme.icon() + ui.theme.line_height(TextStyle::caption) + space::l
                           : ui.theme.control();
  for (const Place place : {Place::main, Place::more}) {
    if (place == Place::more) {
      const Rect rule = ui.layout.place(ui, 0, space::l);
      fill({rule.x + space::m, rule.y + space::s, rule.width - 2 * space::m, 1},
           ui.theme.colours().line);
    }
    for (const ScreenEntry& entry : screen_entries()) {
      if (entry.place == place) {
        draw_item(ui, {entry.route, ui.tr(entry.title), entry.icon}, ui.layout.place(ui, 0, height),
                  entry.route == current, narrow);
      }
    }
  }
  const Rect rule = ui.layout.place(ui, 0, space::l);
  fill({rule.x + space::m, rule.y + space::s, rule.width - 2 * space::m, 1},
       ui.theme.colours().line);
  const bool large = ui.density == Density::large;
  if (draw_entry(ui, {"large-mode", ui.tr(app::Str::widget_large_mode), Icon::large_text},
                 ui.layout.place(ui, 0, height), {Role::button, large, narrow})) {
    toggle_large_mode(ui);
  }
  if (draw_entry(ui, {"other-language", ui.tr(app::Str::widget_other_language), Icon::language},
                 ui.layout.place(ui, 0, height), {Role::button, false, narrow})) {
    switch_language(ui);
  }
}

}  // namespace

Rect draw_navigation(Ui& ui, std::string_view current) {
  const float width = ui.viewport.width;
  const float height = ui.viewport.height;
  Rect bounds;
  Rect rest;
  if (ui.phone()) {
    const float bar = ui.theme.icon() + ui.theme.line_height(TextStyle::caption) + space::l + 2;
    bounds = {0, height - bar, width, bar};
    rest = {0, 0, width, height - bar};
  } else {
    const float rail =
        ui.width_class == WidthClass::desk ? 150 + ui.theme.body() * 5 : 40 + ui.theme.body() * 3;
    bounds = {0, 0, rail, height};
    rest = {rail, 0, width - rail, height};
  }
  KeyScope keys(ui, "navigation");
  const int32_t region =
      record_open(ui, Role::region, ui.id("region"), ui.tr(app::Str::widget_menu), bounds);
  static_cast<void>(region);
  if (ui.phone()) {
    draw_bar(ui, current, bounds);
  } else {
    draw_rail(ui, current, bounds, ui.width_class == WidthClass::tablet);
  }
  ui.semantics.close();
  return rest;
}

}  // namespace linli::ui
