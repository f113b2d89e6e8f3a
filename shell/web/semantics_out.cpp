#include "shell/web/semantics_out.h"

#include <cstdint>
#include <string_view>

#include "shell/web/message.h"

namespace linli::shell {
namespace {

template <class Number>
void put(std::string& message, Number value) {
  static_assert(sizeof(Number) == 4);
  message.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_text(std::string& message, std::string_view text) {
  put(message, static_cast<uint32_t>(text.size()));
  message.append(text);
}

}  // namespace

std::string write_semantics(const ui::Semantics& semantics, uint32_t texts_read) {
  std::string message;
  message.push_back(static_cast<char>(Output::semantics));
  put(message, texts_read);
  put(message, static_cast<uint32_t>(semantics.nodes().size()));
  for (const ui::Node& node : semantics.nodes()) {
    put(message, node.id);
    put(message, node.parent);
    put(message, static_cast<uint32_t>(node.role));
    put(message, node.states);
    put(message, node.level);
    put(message, node.set_size);
    put(message, node.rect.x);
    put(message, node.rect.y);
    put(message, node.rect.width);
    put(message, node.rect.height);
    put(message, node.text_size);
    put_text(message, node.name);
    put_text(message, node.value);
    put_text(message, node.description);
  }
  return message;
}

}  // namespace linli::shell
