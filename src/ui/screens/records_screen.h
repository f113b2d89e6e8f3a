// Records: the review queue, one record at `records/re_…`, a new report at `records/new`.
#pragma once

#include "ui/screen.h"
#include "ui/screens/record_form.h"
#include "ui/screens/record_page.h"
#include "ui/screens/record_queue.h"

namespace linli::ui {

class RecordsScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  RecordQueue queue_;
  RecordPage page_;
  RecordForm form_;
};

}  // namespace linli::ui
