// Importing an activity table: choose the file, see row by row what will be made and what
// can't be read and why, import the good rows, undo. Nothing is recorded before the button.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/import_activities.h"
#include "app/request.h"

namespace linli::ui {

struct Ui;

class ActivityImport {
 public:
  void opened(Ui& ui);
  void draw(Ui& ui);

 private:
  void take_file(Ui& ui, const app::Event& event);
  void draw_preview(Ui& ui);
  void draw_row(Ui& ui, const app::ActivityTableRow& row);
  void import(Ui& ui);
  void undo(Ui& ui);

  uint32_t request_ = 0;
  std::string file_;
  std::optional<app::ImportPreview> preview_;
  std::optional<app::Imported> imported_;
  std::string problem_;
};

}  // namespace linli::ui
