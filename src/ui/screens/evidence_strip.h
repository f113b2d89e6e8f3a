// The photos that belong to something: tiles in a row, one to add from camera or file.
// A picture is kept by its hash in the log before the fact that names it is recorded.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/request.h"
#include "core/field_types.h"
#include "store/query_record.h"

namespace linli::ui {

struct Ui;

class EvidenceStrip {
 public:
  // Draws `evidence`; new pictures are attached to `subject_id`.
  void draw(Ui& ui, core::EvidenceSubject subject, std::string_view subject_id,
            const std::vector<store::EvidenceRow>& evidence);

 private:
  void take_picture(Ui& ui, const app::Event& event);
  void show(Ui& ui, const store::EvidenceRow& row);

  uint32_t request_ = 0;
  core::EvidenceSubject subject_ = core::EvidenceSubject::record;
  std::string subject_id_;
  std::string problem_;
};

}  // namespace linli::ui
