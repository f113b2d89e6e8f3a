// Collects the operations of the demo branch with the moment each is made at, and gives
// them back in the order of time. Ids come from the seed, times from the given day; no
// clock is read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/demo_random.h"
#include "core/operation.h"

namespace linli::app {

// A moment of the demo: days from today (negative: past) and the minute of the day.
struct DemoTime {
  int32_t day = 0;
  int32_t minute = 0;
};

class DemoStream {
 public:
  DemoStream(base::Day today, uint64_t seed) : today_(today), random_(seed) {}

  base::Day day(int32_t offset) const { return base::Day{today_.number + offset}; }
  base::Day today() const { return today_; }
  DemoRandom& random() { return random_; }

  // Operations of one moment keep the order in which they were added.
  void add(DemoTime time, const core::PersonId& actor, core::Body body);

  template <class IdType>
  IdType new_id() {
    const std::string prefix(IdType::prefix());
    return IdType(prefix + (prefix.empty() ? "" : "_") + ulid_text(0));
  }
  std::string digits(size_t count);
  std::string hex64();

  std::vector<core::Operation> in_order() &&;

 private:
  struct Timed {
    int64_t moment;  // minutes since 1970
    size_t position;
    core::PersonId actor;
    core::Body body;
  };
  std::string ulid_text(int64_t unix_millis);

  base::Day today_;
  DemoRandom random_;
  std::vector<Timed> timed_;
};

}  // namespace linli::app
