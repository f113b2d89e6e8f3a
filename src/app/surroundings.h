// What the shell last told of the world around the program: address, connection, room
// on the device, an update that waits. Only news; nothing here is kept or decided.
#pragma once

#include <cstdint>
#include <string>

#include "app/request.h"

namespace linli::app {

struct Surroundings {
  std::string page_address;
  bool online = true;
  bool update_ready = false;
  bool storage_known = false;
  bool storage_kept = false;  // the browser promised not to clear it
  int64_t storage_used_bytes = 0;
  int64_t storage_quota_bytes = 0;

  // True when the event was such news and changed something.
  bool notice(const Event& event);
};

}  // namespace linli::app
