#include "ui/screens/item_form.h"

#include "app/app.h"
#include "app/words.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "ui/screens/amount_words.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/number_stepper.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/toggle.h"

namespace linli::ui {

using app::Str;

namespace {
constexpr int64_t price_max = 100000;
constexpr int64_t stock_max = 100000;
}  // namespace

void ItemForm::open_new(Ui& ui) {
  *this = ItemForm();
  open_ = true;
  coin_minutes_ = coin_minutes_today(ui);
}

void ItemForm::open_existing(Ui& ui, const store::ItemRow& item) {
  open_new(ui);
  existing_ = item;
  name_ = item.name;
  description_ = item.description;
  kind_ = static_cast<int>(item.item_kind);
  purse_ = item.purse == core::Purse::coin ? 0 : 1;
  price_ = item.purse == core::Purse::coin ? item.price * 2 / coin_minutes_ : item.price;
  on_shelf_ = item.shelf == core::ShelfState::on_shelf;
}

void ItemForm::save(Ui& ui) {
  core::ItemOffered offered;
  offered.item = existing_ ? existing_->item : ui.app.new_id<core::ItemId>();
  offered.item_kind = static_cast<core::ItemKind>(kind_);
  offered.name.text = base::trimmed(name_);
  const std::string description = base::trimmed(description_);
  if (!description.empty()) offered.description = core::Title{description};
  offered.purse = purse_ == 0 ? core::Purse::coin : core::Purse::points;
  offered.price = purse_ == 0 ? price_ * coin_minutes_ / 2 : price_;
  if (existing_) offered.cost_fen = existing_->cost_fen;
  offered.shelf = on_shelf_ ? core::ShelfState::on_shelf : core::ShelfState::off_shelf;
  const core::ItemId item = offered.item;
  auto recorded = ui.app.dispatch(std::move(offered));
  if (stands(recorded) && stock_ != 0) {
    recorded = ui.app.dispatch(core::StockReceived{item, static_cast<int32_t>(stock_)});
  }
  problem_ = problem_of(ui, recorded);
  if (!stands(recorded)) return;
  open_ = false;
  ui.toasts.add(std::string(ui.tr(Str::shop_saved)), Tone::success);
}

void ItemForm::draw(Ui& ui) {
  Dialog dialog(ui, "item_form", ui.tr(existing_ ? Str::shop_edit_item : Str::shop_add_item),
                open_);
  if (!dialog) return;
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  segmented(ui, "kind", ui.tr(Str::shop_kind), kind_,
            {std::string(ui.tr(app::word(core::ItemKind::gift))),
             std::string(ui.tr(app::word(core::ItemKind::service)))});
  text_field(ui, "name", ui.tr(Str::shop_name), name_,
             {.placeholder = ui.tr(Str::shop_name_example),
              .required = true,
              .length_max = static_cast<int>(base::title_code_points_max)});
  text_field(ui, "description", ui.tr(Str::shop_description), description_,
             {.length_max = static_cast<int>(base::title_code_points_max)});
  segmented(ui, "purse", ui.tr(Str::shop_paid_with), purse_,
            {std::string(ui.tr(app::word(core::Purse::coin))),
             std::string(ui.tr(app::word(core::Purse::points)))});
  number_stepper(ui, "price", ui.tr(Str::shop_price), price_,
                 {.least = 1,
                  .most = price_max,
                  .unit = ui.tr(purse_ == 0 ? Str::coins_half_unit : Str::shop_points_unit)});
  if (kind_ == 0) {
    number_stepper(ui, "stock", ui.tr(Str::shop_stock_in), stock_,
                   {.least = -stock_max, .most = stock_max, .hint = ui.tr(Str::shop_stock_hint)});
  }
  switch_row(ui, "shelf", ui.tr(Str::shop_on_shelf), on_shelf_);
  Row row(ui, {.align = Align::end});
  if (button(ui, "cancel", ui.tr(Str::app_cancel))) open_ = false;
  if (button(ui, "save", ui.tr(Str::app_save),
             {.kind = ButtonKind::primary, .disabled = base::trimmed(name_).empty()})) {
    save(ui);
  }
}

}  // namespace linli::ui
