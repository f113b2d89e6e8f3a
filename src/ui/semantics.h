// What the canvas shows, said as data: the page makes a transparent DOM twin of it for
// screen readers, keyboards, text input and tests. Widgets record nodes in reading
// order; screens never do. It must never hold what the screen does not show.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linli::ui {

enum class Role : uint8_t {
  screen,   // main landmark; name = title of the document
  region,   // landmark with a name (navigation, search, form …)
  heading,  // level 1..3
  text,
  button,
  link,
  checkbox,
  switch_,
  radio,
  radio_group,
  text_field,  // single or multi line, see states
  combo_box,   // opens a list of options
  option,
  tab,
  tab_list,
  list,
  list_item,
  table,
  row,
  column_header,
  cell,
  dialog,
  alert,     // live, assertive
  status,    // live, polite
  progress,  // value 0..100
  image,     // name says what it shows
  separator,
};

enum State : uint32_t {
  state_none = 0,
  state_disabled = 1u << 0,
  state_checked = 1u << 1,
  state_selected = 1u << 2,
  state_expanded = 1u << 3,
  state_collapsed = 1u << 4,
  state_required = 1u << 5,
  state_invalid = 1u << 6,
  state_multiline = 1u << 7,
  state_password = 1u << 8,
  state_numeric = 1u << 9,   // mobile keyboard with digits
  state_focused = 1u << 10,  // ask the page to focus this twin now
  state_modal = 1u << 11,
  state_busy = 1u << 12,
  state_current = 1u << 13,  // aria-current
  state_read_only = 1u << 14,
  state_search = 1u << 15,
  state_clipped = 1u << 16,  // scrolled out of sight: readable, reached by focus, never by pointer
};

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;  // CSS pixels from the canvas' corner
};

struct Node {
  uint32_t id = 0;      // stable while the widget lives (hash of its key path)
  int32_t parent = -1;  // index in the vector, -1 for the root
  Role role = Role::text;
  uint32_t states = state_none;
  int32_t level = 0;     // heading level, or position in set when set_size > 0
  int32_t set_size = 0;  // rows or items in all, also those not drawn
  Rect rect;             // of text fields: where the words stand, without the field's own padding
  float text_size = 0;   // of text fields: font size in CSS pixels
  std::string name;
  std::string value;
  std::string description;  // error text or hint
};

class Semantics {
 public:
  void begin_frame();
  // Adds a node under the innermost open one and returns its index.
  int32_t add(Role role, uint32_t id, std::string_view name, Rect rect, uint32_t states = 0);
  int32_t open(Role role, uint32_t id, std::string_view name, Rect rect, uint32_t states = 0);
  // Like open, but beside the screen instead of inside it: dialogs, sheets, messages.
  int32_t open_above(Role role, uint32_t id, std::string_view name, Rect rect, uint32_t states = 0);
  void close();
  Node& at(int32_t index) { return nodes_[static_cast<size_t>(index)]; }
  int32_t innermost() const { return open_.empty() ? -1 : open_.back(); }
  const std::vector<Node>& nodes() const { return nodes_; }
  // Changes whenever anything a reader could notice changed since the last frame.
  uint64_t fingerprint() const;

 private:
  std::vector<Node> nodes_;
  std::vector<int32_t> open_;
};

}  // namespace linli::ui
