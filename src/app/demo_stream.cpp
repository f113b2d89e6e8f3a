#include "app/demo_stream.h"

#include <algorithm>

#include "base/limits.h"

namespace linli::app {

void DemoStream::add(DemoTime time, const core::PersonId& actor, core::Body body) {
  const int64_t moment = int64_t{day(time.day).number} * base::minutes_per_day + time.minute;
  timed_.push_back({moment, timed_.size(), actor, std::move(body)});
}

std::string DemoStream::digits(size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += static_cast<char>('0' + random_.below(10));
  return text;
}

std::string DemoStream::hex64() {
  std::string text;
  for (int i = 0; i < 64; ++i) text += "0123456789abcdef"[random_.below(16)];
  return text;
}

std::string DemoStream::ulid_text(int64_t unix_millis) {
  unsigned char bytes[10];
  for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(random_.below(256));
  return base::ulid(unix_millis, bytes);
}

std::vector<core::Operation> DemoStream::in_order() && {
  std::sort(timed_.begin(), timed_.end(), [](const Timed& a, const Timed& b) {
    return a.moment != b.moment ? a.moment < b.moment : a.position < b.position;
  });
  std::vector<core::Operation> operations;
  operations.reserve(timed_.size());
  int64_t millis = 0;
  for (Timed& timed : timed_) {
    // Some milliseconds apart, so that ids sort as the operations follow each other.
    millis = std::max(timed.moment * 60 * 1000, millis + 7);
    core::Operation operation;
    operation.id = core::OperationId(ulid_text(millis));
    operation.at_millis = millis;
    operation.day = base::Day{static_cast<int32_t>(timed.moment / base::minutes_per_day)};
    operation.actor = timed.actor;
    operation.body = std::move(timed.body);
    operations.push_back(std::move(operation));
  }
  return operations;
}

}  // namespace linli::app
