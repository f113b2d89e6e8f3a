#include "app/surroundings.h"

namespace linli::app {

bool Surroundings::notice(const Event& event) {
  switch (event.kind) {
    case Event::Kind::page_address:
      page_address = event.text;
      return true;
    case Event::Kind::online:
      online = event.number != 0;
      return true;
    case Event::Kind::update_ready:
      update_ready = true;
      return true;
    case Event::Kind::storage:
      storage_known = true;
      storage_kept = event.text == "persisted";
      storage_used_bytes = event.number;
      storage_quota_bytes = event.number2;
      return true;
    default:
      return false;
  }
}

}  // namespace linli::app
