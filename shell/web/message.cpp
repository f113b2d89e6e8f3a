#include "shell/web/message.h"

#include <cstring>

#include "base/check.h"
#include "shell/web/bridge.h"

namespace linli::shell {
namespace {

constexpr char tag_number = 1;
constexpr char tag_bytes = 2;

}  // namespace

double MessageReader::number() {
  CHECK(at_ + 1 + sizeof(double) <= message_.size() && message_[at_] == tag_number);
  double value = 0;
  std::memcpy(&value, message_.data() + at_ + 1, sizeof value);
  at_ += 1 + sizeof value;
  return value;
}

std::string MessageReader::text() {
  uint32_t size = 0;
  CHECK(at_ + 1 + sizeof size <= message_.size() && message_[at_] == tag_bytes);
  std::memcpy(&size, message_.data() + at_ + 1, sizeof size);
  at_ += 1 + sizeof size;
  CHECK(size <= message_.size() - at_);
  std::string value(message_.substr(at_, size));
  at_ += size;
  return value;
}

MessageWriter& MessageWriter::number(double value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  message_.push_back(tag_number);
  message_.append(bytes, sizeof bytes);
  return *this;
}

MessageWriter& MessageWriter::text(std::string_view value) {
  const auto size = static_cast<uint32_t>(value.size());
  char bytes[sizeof size];
  std::memcpy(bytes, &size, sizeof size);
  message_.push_back(tag_bytes);
  message_.append(bytes, sizeof bytes);
  message_.append(value);
  return *this;
}

void send(const std::string& message) {
  linli_send(message.data(), static_cast<int32_t>(message.size()));
}

}  // namespace linli::shell
