// Messages between C++ and web/messages.js: one byte of kind, then values, each a byte
// that says what it is (a number or bytes) and its bytes in little-endian order. A
// message never carries a pointer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace linli::shell {

// What JavaScript pushes.
enum class Input : uint8_t {
  viewport = 1,
  pointer,
  wheel,
  key,
  pinch,
  twin,
  event,
  context_lost,
  context_restored,
};

// What C++ sends.
enum class Output : uint8_t {
  request = 1,
  semantics,
  style,
  crash,
  unusable_store,
};

// Reads the values in the order in which they were written; CHECKs that they are there,
// because both sides are this program.
class MessageReader {
 public:
  explicit MessageReader(std::string_view message) : message_(message) {}
  uint8_t kind() const { return static_cast<uint8_t>(message_[0]); }
  double number();
  int64_t integer() { return static_cast<int64_t>(number()); }
  float real() { return static_cast<float>(number()); }
  bool flag() { return number() != 0; }
  std::string text();

 private:
  std::string_view message_;
  size_t at_ = 1;
};

class MessageWriter {
 public:
  explicit MessageWriter(Output kind) { message_.push_back(static_cast<char>(kind)); }
  MessageWriter& number(double value);
  MessageWriter& text(std::string_view value);
  const std::string& message() const { return message_; }

 private:
  std::string message_;
};

void send(const std::string& message);

}  // namespace linli::shell
