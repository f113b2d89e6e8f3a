#include "ui/screens/shop_catalogue.h"

#include "app/app.h"
#include "app/words.h"
#include "store/query_today.h"
#include "ui/screens/amount_words.h"
#include "ui/ui.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {
constexpr int items_max = 200;
}

void ShopCatalogue::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  coin_minutes_ = coin_minutes_today(ui);
  items_ = store::list_items(ui.app.state(), std::nullopt, items_max);
  open_ = store::today_counts(ui.app.state(), ui.app.today()).open_redemptions;
}

void ShopCatalogue::draw(Ui& ui) {
  read(ui);
  {
    Row row(ui);
    heading(ui, "title", ui.tr(Str::shop_title), 1);
    spacer(ui);
    if (button(ui, "add", ui.tr(Str::shop_add_item), {.icon = Icon::add})) form_.open_new(ui);
    const std::string pick_up =
        ui.say(Str::shop_hand_over_count, {{"count", app::number_text(open_)}});
    if (primary_button(ui, "open", pick_up, Icon::gift)) ui.go("shop/open");
  }
  segmented(ui, "kind", ui.tr(Str::shop_kind), filter_,
            {std::string(ui.tr(Str::shop_all)), std::string(ui.tr(app::word(core::ItemKind::gift))),
             std::string(ui.tr(app::word(core::ItemKind::service)))});
  bool any = false;
  {
    Grid grid(ui, 260, space::l);
    for (const store::ItemRow& item : items_) {
      if (filter_ == 1 && item.item_kind != core::ItemKind::gift) continue;
      if (filter_ == 2 && item.item_kind != core::ItemKind::service) continue;
      any = true;
      const KeyScope keys(ui, item.item.view());
      draw_item(ui, item);
    }
  }
  if (!any && empty_state(ui, "none", Icon::cart, ui.tr(Str::shop_none), ui.tr(Str::shop_none_hint),
                          ui.tr(Str::shop_add_item))) {
    form_.open_new(ui);
  }
  form_.draw(ui);
}

void ShopCatalogue::draw_item(Ui& ui, const store::ItemRow& item) {
  Card card(ui);
  {
    Row row(ui);
    badge(ui, "kind", ui.tr(app::word(item.item_kind)), Tone::accent,
          item.item_kind == core::ItemKind::gift ? Icon::gift : Icon::heart);
    if (item.shelf == core::ShelfState::off_shelf) {
      badge(ui, "shelf", ui.tr(app::word(item.shelf)), Tone::neutral);
    } else if (item.item_kind == core::ItemKind::gift && item.left() <= 0) {
      badge(ui, "stock", ui.tr(Str::shop_sold_out), Tone::danger);
    } else if (item.low) {
      badge(ui, "stock", ui.tr(Str::shop_few), Tone::warning);
    }
  }
  heading(ui, "name", item.name, 3);
  if (!item.description.empty()) soft_text(ui, "description", item.description);
  text(ui, "price", amount_text(ui, item.purse, item.price, coin_minutes_),
       {.style = TextStyle::figure, .tone = Tone::accent});
  if (item.item_kind == core::ItemKind::gift) {
    caption(ui, "left", ui.say(Str::shop_left, {{"count", app::number_text(item.left())}}));
  }
  Row row(ui);
  const bool can = item.shelf == core::ShelfState::on_shelf &&
                   (item.item_kind == core::ItemKind::service || item.left() > 0);
  if (button(ui, "redeem", ui.tr(Str::shop_redeem), {.icon = Icon::cart, .disabled = !can})) {
    const std::string_view person = ui.route.parameter("person");
    ui.go("shop/" + item.item.str() +
          (person.empty() ? std::string() : "?person=" + std::string(person)));
  }
  if (icon_button(ui, "edit", ui.say(Str::shop_edit_named, {{"name", item.name}}), Icon::edit)) {
    form_.open_existing(ui, item);
  }
}

}  // namespace linli::ui
