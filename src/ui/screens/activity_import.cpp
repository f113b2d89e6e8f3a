#include "ui/screens/activity_import.h"

#include "app/app.h"
#include "app/words.h"
#include "ui/screens/activity_list.h"
#include "ui/screens/person_words.h"
#include "ui/toasts.h"
#include "ui/ui.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"

namespace linli::ui {

using app::Str;

namespace {

app::TextEncoding encoding_of(std::string_view name) {
  return name == "gbk" ? app::TextEncoding::gbk : app::TextEncoding::utf8;
}

Str encoding_word(app::TextEncoding encoding) {
  return encoding == app::TextEncoding::gbk ? Str::activities_encoding_gbk
                                            : Str::activities_encoding_utf8;
}

std::string error_text(const Ui& ui, const base::Error& error) {
  return ui.say(app::word(error.code), {{"where", error.where}});
}

}  // namespace

void ActivityImport::opened(Ui&) { *this = ActivityImport(); }

void ActivityImport::draw(Ui& ui) {
  if (request_ != 0) {
    if (const app::Event* event = ui.answer(request_)) {
      request_ = 0;
      take_file(ui, *event);
    }
  }
  back_link(ui, ui.tr(Str::activities_title), "activities");
  heading(ui, "title", ui.tr(Str::activities_import), 1);
  soft_text(ui, "intro", ui.tr(Str::activities_import_intro));
  if (!problem_.empty()) banner(ui, "problem", problem_, Tone::danger);
  if (imported_.has_value()) {
    if (banner(
            ui, "imported",
            ui.say(Str::activities_imported, {{"count", app::number_text(imported_->activities)}}),
            Tone::success, {.action = ui.tr(Str::activities_undo)})) {
      undo(ui);
      return;
    }
    if (primary_button(ui, "to_list", ui.tr(Str::activities_to_list), Icon::activity)) {
      ui.go("activities");
    }
    return;
  }
  if (!preview_.has_value()) {
    Card card(ui);
    if (empty_state(ui, "choose", Icon::upload, ui.tr(Str::activities_choose_file),
                    ui.tr(Str::activities_choose_hint), ui.tr(Str::activities_choose_file)) &&
        request_ == 0) {
      request_ = ui.requests.add(app::PickFile{".csv,text/csv,text/plain", false, false});
    }
    return;
  }
  draw_preview(ui);
}

void ActivityImport::take_file(Ui& ui, const app::Event& event) {
  problem_.clear();
  if (event.kind != app::Event::Kind::file) {
    if (event.code != "cancelled") problem_ = ui.tr(Str::activities_file_failed);
    return;
  }
  file_ = event.name;
  auto preview = app::preview_activities(ui.app.state(), event.bytes, encoding_of(event.text));
  if (!preview.ok()) {
    problem_ = error_text(ui, preview.error());
    return;
  }
  preview_ = std::move(preview).value();
}

void ActivityImport::draw_preview(Ui& ui) {
  {
    Card card(ui);
    heading(ui, "file", file_, 2);
    caption(ui, "encoding", ui.tr(encoding_word(preview_->encoding)));
    Grid grid(ui, 220, space::s);
    key_value(ui, "good", ui.tr(Str::activities_rows_good), app::number_text(preview_->good_rows),
              Tone::success);
    key_value(ui, "here", ui.tr(Str::activities_rows_here),
              app::number_text(preview_->already_here_rows));
    key_value(ui, "bad", ui.tr(Str::activities_rows_bad), app::number_text(preview_->problem_rows),
              preview_->problem_rows > 0 ? Tone::danger : Tone::neutral);
    key_value(ui, "unknown", ui.tr(Str::activities_rows_unknown),
              app::number_text(preview_->heads_unknown));
  }
  {
    Row row(ui);
    if (primary_button(ui, "import",
                       ui.say(Str::activities_import_count,
                              {{"count", app::number_text(preview_->good_rows)}}),
                       Icon::check) &&
        preview_->good_rows > 0) {
      import(ui);
      return;
    }
    if (button(ui, "other", ui.tr(Str::activities_other_file))) {
      preview_.reset();
      return;
    }
  }
  Card card(ui);
  const List list(ui, "rows", ui.tr(Str::activities_rows));
  for (const app::ActivityTableRow& row : preview_->table.rows) {
    const KeyScope keys(ui, std::to_string(row.line));
    draw_row(ui, row);
  }
}

void ActivityImport::draw_row(Ui& ui, const app::ActivityTableRow& row) {
  std::string second;
  if (row.good()) {
    store::ActivityRow shown;
    shown.from_day = row.from_day;
    shown.to_day = row.to_day;
    shown.days_are_months = row.days_are_months;
    second = facts({ui.say(Str::activities_line, {{"line", app::number_text(row.line)}}),
                    days_text(ui, shown), row.place});
  } else {
    std::vector<std::string> parts = {
        ui.say(Str::activities_line, {{"line", app::number_text(row.line)}})};
    for (const app::CellProblem& problem : row.problems) {
      parts.push_back(
          ui.say(app::sentence(problem.problem), {{"figure", app::number_text(problem.figure)}}));
    }
    second = facts(parts);
  }
  const store::Heads heads{row.head_count.value_or(0), row.head_count.has_value() ? 0 : 1};
  list_row(ui, "row",
           row.name.empty() ? ui.tr(Str::activities_nameless) : std::string_view(row.name),
           {.second = second,
            .end = row.good() ? heads_text(ui, heads) : std::string(ui.tr(Str::activities_left)),
            .end_tone = row.good() ? Tone::success : Tone::danger,
            .icon = row.good() ? Icon::check : Icon::warning,
            .opens = false});
}

void ActivityImport::import(Ui& ui) {
  auto imported = app::import_activities(ui.app, *preview_);
  if (!imported.ok()) {
    problem_ = error_text(ui, imported.error());
    return;
  }
  imported_ = imported.value();
}

void ActivityImport::undo(Ui& ui) {
  const base::Status undone = app::undo_import(ui.app, imported_->import_id);
  if (!undone.ok()) {
    problem_ = error_text(ui, undone.error());
    return;
  }
  ui.toasts.add(std::string(ui.tr(Str::activities_undone)), Tone::success);
  imported_.reset();
  preview_.reset();
}

}  // namespace linli::ui
