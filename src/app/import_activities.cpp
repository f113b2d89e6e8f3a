#include "app/import_activities.h"

#include "store/query_activity.h"

namespace linli::app {
namespace {

std::optional<core::Title> title_of(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<core::Title>(core::Title{text});
}

core::ActivityPlanned activity_of(const ActivityTableRow& row, const core::ActivityId& activity,
                                  const core::ImportId& import_id) {
  core::ActivityPlanned planned;
  planned.activity = activity;
  planned.name.text = row.name;
  planned.activity_kind = row.activity_kind;
  planned.from_day = row.from_day;
  planned.to_day = row.to_day;
  if (row.days_are_months) planned.days_are_months = true;
  planned.place = title_of(row.place);
  planned.description = title_of(row.description);
  planned.serial = row.serial;
  planned.import_id = import_id;
  return planned;
}

}  // namespace

base::Result<ImportPreview> preview_activities(store::Database& state, std::string_view text,
                                               TextEncoding encoding) {
  base::Result<ActivityTable> table = read_activity_table(text);
  if (!table.ok()) return table.error();
  ImportPreview preview;
  preview.encoding = encoding;
  preview.table = std::move(table).value();
  for (ActivityTableRow& row : preview.table.rows) {
    if (row.good() && store::same_activity(state, row.name, row.from_day, row.place)) {
      row.problems.push_back({Column::name, RowProblem::already_here, 0});
      ++preview.already_here_rows;
    } else if (row.good()) {
      ++preview.good_rows;
      preview.heads_known += row.head_count.value_or(0);
      preview.heads_unknown += row.head_count ? 0 : 1;
    } else {
      ++preview.problem_rows;
    }
  }
  return preview;
}

base::Result<Imported> import_activities(App& app, const ImportPreview& preview) {
  Imported imported;
  imported.import_id = app.new_id<core::ImportId>();
  for (const ActivityTableRow& row : preview.table.rows) {
    if (!row.good()) continue;
    const auto activity = app.new_id<core::ActivityId>();
    const auto planned = app.dispatch(activity_of(row, activity, imported.import_id));
    if (!planned.ok()) return planned.error();
    if (row.head_count) {
      core::HeadsCounted heads;
      heads.activity = activity;
      heads.head_count = row.head_count;
      heads.import_id = imported.import_id;
      const auto counted = app.dispatch(heads);
      if (!counted.ok()) return counted.error();
    }
    ++imported.activities;
  }
  return imported;
}

base::Status undo_import(App& app, const core::ImportId& import_id) {
  const auto undone = app.dispatch(core::ImportUndone{import_id});
  return undone.ok() ? base::success() : base::Status(undone.error());
}

}  // namespace linli::app
