#include "ui/screens/record_queue.h"

#include <algorithm>

#include "app/app.h"
#include "app/words.h"
#include "ui/screens/person_words.h"
#include "ui/toasts.h"
#include "ui/told.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int page_rows = 50;

bool passes(int filter, const store::RecordRow& row) {
  switch (filter) {
    case 1:
      return row.overlaps || row.appealed;
    case 2:
      return row.source == core::RecordSource::back_entry;
    default:
      return true;
  }
}

}  // namespace

bool RecordQueue::clear(const Ui& ui, const store::RecordRow& row) const {
  return row.source == core::RecordSource::attendance && !row.overlaps && !row.appealed &&
         row.minutes > 0 && row.volunteer != ui.app.session().person();
}

void RecordQueue::read(Ui& ui) {
  if (revision_ == ui.app.revision()) return;
  revision_ = ui.app.revision();
  rows_ = store::review_queue(ui.app.state(), std::nullopt, wanted_);
  count_ = store::review_queue_count(ui.app.state());
  clear_ = std::count_if(rows_.begin(), rows_.end(),
                         [&](const store::RecordRow& row) { return clear(ui, row); });
}

void RecordQueue::draw(Ui& ui) {
  read(ui);
  {
    Row row(ui);
    heading(ui, "title", ui.tr(Str::records_title), 1);
    spacer(ui);
    if (clear_ > 0) {
      const std::string label =
          ui.say(Str::records_approve_clear, {{"count", app::number_text(clear_)}});
      if (button(ui, "clear", label, {.icon = Icon::check})) asking_ = true;
    }
    if (primary_button(ui, "report", ui.tr(Str::records_report), Icon::add)) ui.go("records/new");
  }
  soft_text(ui, "intro", ui.say(Str::records_intro, {{"count", app::number_text(count_)}}));
  segmented(ui, "filter", ui.tr(Str::records_filter), filter_,
            {std::string(ui.tr(Str::records_all)), std::string(ui.tr(Str::records_doubtful)),
             std::string(ui.tr(app::word(core::RecordSource::back_entry)))});
  const bool any = std::any_of(rows_.begin(), rows_.end(), [this](const store::RecordRow& row) {
    return passes(filter_, row);
  });
  if (!any) {
    Card card(ui);
    empty_state(ui, "none", Icon::record, ui.tr(Str::records_none), ui.tr(Str::records_none_hint));
  } else {
    Card card(ui);
    const List list(ui, "queue", ui.tr(Str::records_title));
    for (const store::RecordRow& row : rows_) {
      if (passes(filter_, row)) draw_row(ui, row);
    }
  }
  if (show_more(ui, "more", count_ - static_cast<int64_t>(rows_.size()))) {
    wanted_ += page_rows;
    revision_ = 0;
    ui.wants_frame = true;
  }
  if (ask(ui, "approve_clear", ui.tr(Str::records_approve_title),
          ui.say(Str::records_approve_what, {{"count", app::number_text(clear_)}}),
          ui.tr(Str::records_approve), asking_) == Answer::yes) {
    approve_clear(ui);
  }
}

void RecordQueue::draw_row(Ui& ui, const store::RecordRow& row) {
  std::vector<std::string> parts = {
      row.service_kind_name, app::near_day_text(row.service_day, ui.app.today(), ui.language),
      base::minute_text(row.from_minute), std::string(ui.tr(app::word(row.source)))};
  if (row.evidence_count > 0) {
    parts.push_back(ui.say(Str::records_photos, {{"count", app::number_text(row.evidence_count)}}));
  }
  if (row.first_review_done) parts.emplace_back(ui.tr(Str::records_second_needed));
  if (row.appealed) parts.emplace_back(ui.tr(Str::records_appealed));
  if (row.overlaps) parts.emplace_back(ui.tr(Str::records_overlaps));
  const std::string second = facts(parts);
  const std::string name = name_text(ui, row.volunteer_name, Names::whole);
  if (list_row(ui, row.record.view(), name,
               {.second = second,
                .end = app::span_text(row.minutes, ui.language),
                .end_tone = row.overlaps || row.appealed ? Tone::warning : Tone::neutral,
                .avatar = name})) {
    ui.go("records/" + row.record.str());
  }
}

void RecordQueue::approve_clear(Ui& ui) {
  int64_t approved = 0;
  int64_t left = 0;
  const std::vector<store::RecordRow> rows = rows_;
  for (const store::RecordRow& row : rows) {
    if (!clear(ui, row)) continue;
    const auto recorded = ui.app.dispatch(core::RecordApprove{row.record, row.minutes});
    const bool applied = recorded.ok() && recorded.value().outcome.is_applied();
    ++(applied ? approved : left);
  }
  ui.toasts.add(ui.say(Str::records_approved_count, {{"count", app::number_text(approved)}}),
                Tone::success);
  if (left > 0) {
    ui.toasts.add(ui.say(Str::records_left_count, {{"count", app::number_text(left)}}),
                  Tone::warning);
  }
}

}  // namespace linli::ui
