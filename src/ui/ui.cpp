#include "ui/ui.h"

namespace linli::ui {

namespace {

constexpr uint32_t offset_basis = 2166136261u;
constexpr uint32_t prime = 16777619u;

uint32_t never_zero(uint32_t hash) { return hash == 0 ? 1 : hash; }

}  // namespace

uint32_t mix_ids(uint32_t parent, uint32_t child) {
  uint32_t hash = parent ^ offset_basis;
  for (int shift = 0; shift < 32; shift += 8) {
    hash = (hash ^ ((child >> shift) & 0xFFu)) * prime;
  }
  hash ^= hash >> 15;
  return never_zero(hash * 0x2c1b3c6du);
}

uint32_t mix_ids(uint32_t parent, std::string_view key) {
  uint32_t hash = offset_basis;
  for (const char byte : key) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
  }
  return mix_ids(parent, hash);
}

uint32_t Ui::id(std::string_view key) const {
  return mix_ids(keys.empty() ? offset_basis : keys.back(), key);
}

const TwinEvent* Ui::twin_event(uint32_t node, TwinEvent::Kind kind) const {
  if (twin_events == nullptr) {
    return nullptr;
  }
  const TwinEvent* last = nullptr;
  for (const TwinEvent& event : *twin_events) {
    if (event.node == node && event.kind == kind) {
      last = &event;
    }
  }
  return last;
}

bool Ui::activated(uint32_t node) const {
  return twin_event(node, TwinEvent::Kind::activate) != nullptr;
}

const TwinEvent* Ui::text_event(uint32_t node) const {
  return twin_event(node, TwinEvent::Kind::text);
}

const app::Event* Ui::answer(uint32_t request) const {
  if (events == nullptr || request == 0) {
    return nullptr;
  }
  for (const app::Event& event : *events) {
    if (event.request == request) {
      return &event;
    }
  }
  return nullptr;
}

}  // namespace linli::ui
