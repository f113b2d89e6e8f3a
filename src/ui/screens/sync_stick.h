// Carrying records on a stick: saves a file, and reads one after telling what is in it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/exchange.h"

namespace linli::ui {

struct Ui;

class SyncStick {
 public:
  void opened();
  // Answers may come while another tab is shown.
  void listen(Ui& ui);
  void draw(Ui& ui);

 private:
  void draw_export(Ui& ui);
  void draw_import(Ui& ui);
  void draw_summary(Ui& ui);
  void save(Ui& ui);

  std::optional<app::ExportWhat> exporting_;  // waits until everything is sealed
  std::unique_ptr<app::Exporter> exporter_;
  uint32_t picking_ = 0;
  std::optional<app::ImportedFile> file_;
  std::optional<base::Error> error_;
};

}  // namespace linli::ui
