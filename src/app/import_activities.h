// Imports a table of activities: first a preview that says what each row would become,
// then one operation per activity and head-count under one import id, which undoes them
// together. It must never import a row that has a problem or that is here already.
#pragma once

#include <cstdint>
#include <string_view>

#include "app/activity_table.h"
#include "app/app.h"

namespace linli::app {

// What the bytes of the file were before the shell made them UTF-8; told to the person.
enum class TextEncoding : uint8_t { utf8, utf8_with_mark, gbk };

struct ImportPreview {
  TextEncoding encoding = TextEncoding::utf8;
  ActivityTable table;
  int32_t good_rows = 0;
  int32_t already_here_rows = 0;
  int32_t problem_rows = 0;   // all others
  int64_t heads_known = 0;    // sum over good rows
  int32_t heads_unknown = 0;  // good rows without a head-count
};

base::Result<ImportPreview> preview_activities(store::Database& state, std::string_view text,
                                               TextEncoding encoding);

struct Imported {
  core::ImportId import_id;
  int32_t activities = 0;
};

// Records the good rows. When storage fails on the way, what was recorded before stays
// and belongs to the import id all the same.
base::Result<Imported> import_activities(App& app, const ImportPreview& preview);

base::Status undo_import(App& app, const core::ImportId& import_id);

}  // namespace linli::app
