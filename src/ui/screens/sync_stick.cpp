#include "ui/screens/sync_stick.h"

#include "app/app.h"
#include "app/sync_driver.h"
#include "app/words.h"
#include "store/query_devices.h"
#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr float column_width = 420;
constexpr int64_t bundles_per_frame = 50;

std::string count_words(Ui& ui, Str words, int64_t count) {
  return ui.say(words, {{"count", app::number_text(count)}});
}

}  // namespace

void SyncStick::opened() {
  file_.reset();
  error_.reset();
}

void SyncStick::listen(Ui& ui) {
  if (exporting_ && ui.app.sync().all_sealed()) {
    if (exporter_ == nullptr) exporter_ = std::make_unique<app::Exporter>(ui.app, *exporting_);
    ui.wants_frame = true;
    if (!exporter_->step(bundles_per_frame)) save(ui);
  }
  const app::Event* picked = picking_ == 0 ? nullptr : ui.answer(picking_);
  if (picked == nullptr) {
    return;
  }
  picking_ = 0;
  if (picked->kind != app::Event::Kind::file) {
    return;
  }
  auto read = app::ImportedFile::read(ui.app, picked->bytes);
  if (read) {
    file_ = std::move(read).value();
  } else {
    error_ = read.error();
  }
}

void SyncStick::draw(Ui& ui) {
  Grid grid(ui, column_width, space::l, 2);
  draw_export(ui);
  draw_import(ui);
}

void SyncStick::draw_export(Ui& ui) {
  Card card(ui);
  heading(ui, "export", ui.tr(Str::sync_export_title));
  text(ui, "export_words", ui.tr(Str::sync_export_words));
  if (exporting_) {
    busy(ui, "sealing", ui.tr(Str::sync_exporting));
    ui.frame_in(1);
    return;
  }
  Row row(ui);
  std::optional<app::ExportWhat> what;
  if (button(ui, "unsent", ui.tr(Str::sync_export_unsent), {.icon = Icon::download})) {
    what = app::ExportWhat::unsent;
  }
  if (button(ui, "all", ui.tr(Str::sync_export_all), {.icon = Icon::usb})) {
    what = app::ExportWhat::everything;
  }
  if (what) {
    exporting_ = what;
    ui.app.sync().seal_now();
    ui.wants_frame = true;
  }
}

void SyncStick::save(Ui& ui) {
  const app::ExportedFile file = exporter_->finish();
  exporter_.reset();
  exporting_.reset();
  ui.wants_frame = true;
  if (file.bundles == 0) {
    ui.toasts.add(std::string(ui.tr(Str::sync_export_nothing)), Tone::info);
    return;
  }
  ui.requests.add(app::SaveFile{file.name, file.text, "application/json"});
  ui.toasts.add(ui.say(Str::sync_exported,
                       {{"name", file.name}, {"count", app::number_text(file.operations)}}),
                Tone::success);
}

void SyncStick::draw_import(Ui& ui) {
  Card card(ui);
  heading(ui, "import", ui.tr(Str::sync_import_title));
  text(ui, "import_words", ui.tr(Str::sync_import_words));
  if (error_) {
    banner(ui, "error", ui.say(app::word(error_->code), {{"where", error_->where}}), Tone::danger);
  }
  {
    Row row(ui);
    if (button(ui, "choose", ui.tr(Str::sync_import_choose), {.icon = Icon::upload})) {
      file_.reset();
      error_.reset();
      picking_ = ui.requests.add(app::PickFile{".json,application/json", false, false});
      ui.wants_frame = true;
    }
  }
  if (file_) {
    draw_summary(ui);
  }
}

void SyncStick::draw_summary(Ui& ui) {
  const app::FileSummary& summary = file_->summary();
  std::string devices;
  for (const core::ReplicaId& replica : summary.replicas) {
    const std::string name = store::device_name(ui.app.state(), replica);
    if (!devices.empty()) {
      devices += ui.language == app::Language::en ? ", " : "、";
    }
    devices += name.empty() ? std::string(ui.tr(Str::sync_device_founding)) : name;
  }
  text(ui, "summary",
       ui.say(Str::sync_import_summary,
              {{"count", app::number_text(summary.operations)}, {"devices", devices}}),
       {.style = TextStyle::strong});
  if (summary.new_operations > 0) {
    text(ui, "new", count_words(ui, Str::sync_import_new, summary.new_operations));
  }
  if (summary.not_at_hub_bundles > 0) {
    text(ui, "not_at_hub",
         count_words(ui, Str::sync_import_not_at_hub, summary.not_at_hub_bundles));
  }
  if (summary.receipts > 0) {
    text(ui, "receipts", count_words(ui, Str::sync_import_receipts, summary.receipts));
  }
  if (summary.unproven_receipts > 0) {
    banner(ui, "unproven", count_words(ui, Str::sync_import_unproven, summary.unproven_receipts),
           Tone::warning);
  }
  if (summary.early_bundles > 0) {
    banner(ui, "early", count_words(ui, Str::sync_import_early, summary.early_bundles),
           Tone::warning);
  }
  if (summary.forked_bundles > 0) {
    banner(ui, "forked", count_words(ui, Str::sync_import_forked, summary.forked_bundles),
           Tone::warning);
  }
  if (!summary.refused.empty()) {
    const base::Error& first = summary.refused.front();
    const std::string why = ui.say(app::word(first.code), {{"where", first.where}});
    banner(ui, "refused",
           ui.say(Str::sync_import_refused,
                  {{"count", app::number_text(static_cast<int64_t>(summary.refused.size()))},
                   {"why", why}}),
           Tone::danger);
  }
  if (summary.new_bundles == 0 && summary.receipts == 0 && summary.payloads == 0) {
    text(ui, "nothing", ui.tr(Str::sync_import_nothing_new));
    return;
  }
  Row row(ui);
  if (!primary_button(ui, "take", ui.tr(Str::sync_import_take), Icon::check)) {
    return;
  }
  const auto taken = file_->take(ui.app);
  file_.reset();
  ui.wants_frame = true;
  if (!taken) {
    error_ = taken.error();
    return;
  }
  ui.toasts.add(count_words(ui, Str::sync_import_done, taken.value().stored_operations),
                Tone::success);
  ui.app.sync().try_now();
}

}  // namespace linli::ui
