#include "ui/screens/evidence_strip.h"

#include "app/app.h"
#include "app/words.h"
#include "base/crypto.h"
#include "base/limits.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/photo_tile.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

void EvidenceStrip::draw(Ui& ui, core::EvidenceSubject subject, std::string_view subject_id,
                         const std::vector<store::EvidenceRow>& evidence) {
  const KeyScope keys(ui, "evidence");
  if (request_ != 0) {
    if (const app::Event* event = ui.answer(request_)) {
      request_ = 0;
      take_picture(ui, *event);
    }
  }
  text(ui, "label", ui.tr(Str::records_evidence), {.style = TextStyle::strong});
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::warning);
  if (evidence.empty()) soft_text(ui, "none", ui.tr(Str::records_no_evidence));
  Row row(ui);
  for (const store::EvidenceRow& one : evidence) {
    const float shape =
        one.height > 0 ? static_cast<float>(one.width) / static_cast<float>(one.height) : 1.0f;
    const std::string name = ui.say(Str::records_photo_of,
                                    {{"day", app::day_text(one.day, ui.app.today(), ui.language)}});
    if (photo_tile(ui, one.blob, name, {.width_to_height = shape}) == PhotoAction::open) {
      show(ui, one);
    }
  }
  if (add_photo_tile(ui, "add") && request_ == 0) {
    subject_ = subject;
    subject_id_ = subject_id;
    problem_.clear();
    request_ = ui.requests.add(app::PickFile{"image/*", true, true});
  }
}

void EvidenceStrip::take_picture(Ui& ui, const app::Event& event) {
  if (event.kind != app::Event::Kind::file) {
    if (event.code != "cancelled") problem_ = ui.tr(Str::records_photo_failed);
    return;
  }
  if (event.bytes.size() > base::photo_bytes_max) {
    problem_ = ui.tr(Str::records_photo_too_large);
    return;
  }
  const std::string hash = base::sha256_hex(event.bytes);
  const base::Status kept = ui.app.log().put_blob(hash, event.bytes, false);
  if (!kept.ok()) {
    problem_ = ui.say(app::word(kept.error().code), {{"where", kept.error().where}});
    return;
  }
  const auto recorded = ui.app.dispatch(core::EvidenceAttached{
      subject_, core::Title{subject_id_}, core::Hash{hash},
      static_cast<int32_t>(event.bytes.size()), static_cast<int32_t>(event.number),
      static_cast<int32_t>(event.number2)});
  problem_ = problem_of(ui, recorded);
  if (stands(recorded)) ui.toasts.add(std::string(ui.tr(Str::records_photo_kept)), Tone::success);
}

void EvidenceStrip::show(Ui& ui, const store::EvidenceRow& row) {
  const auto bytes = ui.app.log().blob(row.blob);
  if (!bytes.has_value()) {
    ui.toasts.add(std::string(ui.tr(Str::records_photo_elsewhere)), Tone::info);
    return;
  }
  ui.requests.add(app::ShowPicture{std::string(ui.tr(Str::records_evidence)), *bytes});
}

}  // namespace linli::ui
