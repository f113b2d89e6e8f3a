#include "ui/semantics.h"

#include "base/check.h"

namespace linli::ui {

namespace {

constexpr uint64_t prime = 1099511628211u;

void take(uint64_t& hash, uint64_t value) {
  hash = (hash ^ value) * prime;
  hash ^= hash >> 29;
}

void take(uint64_t& hash, std::string_view text) {
  for (const char byte : text) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
  }
  take(hash, text.size());
}

// Quarters of a pixel: finer moves are not worth a patch of the twin.
void take(uint64_t& hash, float length) {
  take(hash, static_cast<uint64_t>(static_cast<int64_t>(length * 4)));
}

}  // namespace

void Semantics::begin_frame() {
  nodes_.clear();
  open_.clear();
}

int32_t Semantics::add(Role role, uint32_t id, std::string_view name, Rect rect, uint32_t states) {
  const auto index = static_cast<int32_t>(nodes_.size());
  Node node;
  node.id = id;
  node.parent = open_.empty() ? -1 : open_.back();
  node.role = role;
  node.states = states;
  node.rect = rect;
  node.name = name;
  nodes_.push_back(std::move(node));
  return index;
}

int32_t Semantics::open(Role role, uint32_t id, std::string_view name, Rect rect, uint32_t states) {
  const int32_t index = add(role, id, name, rect, states);
  open_.push_back(index);
  return index;
}

int32_t Semantics::open_above(Role role, uint32_t id, std::string_view name, Rect rect,
                              uint32_t states) {
  const int32_t index = open(role, id, name, rect, states);
  at(index).parent = -1;
  return index;
}

void Semantics::close() {
  CHECK(!open_.empty());
  open_.pop_back();
}

uint64_t Semantics::fingerprint() const {
  uint64_t hash = 14695981039346656037u;
  for (const Node& node : nodes_) {
    take(hash, (static_cast<uint64_t>(node.id) << 32) | node.states);
    take(hash, (static_cast<uint64_t>(node.role) << 32) | static_cast<uint32_t>(node.parent));
    take(hash, (static_cast<uint64_t>(node.level) << 32) | static_cast<uint32_t>(node.set_size));
    take(hash, node.rect.x);
    take(hash, node.rect.y);
    take(hash, node.rect.width);
    take(hash, node.rect.height);
    take(hash, node.text_size);
    take(hash, node.name);
    take(hash, node.value);
    take(hash, node.description);
  }
  return hash;
}

}  // namespace linli::ui
