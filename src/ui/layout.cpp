#include "ui/layout.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

// Remembers a length; asks for another frame when what was guessed was wrong.
void remember(Ui& ui, uint32_t id, float length) {
  Memory::Slot& slot = ui.memory.at(id);
  if (!slot.known || std::abs(slot.numbers[0] - length) > 0.5f) {
    slot.known = true;
    slot.numbers[0] = length;
    ui.wants_frame = true;
  }
}

float remembered(Ui& ui, uint32_t id) { return ui.memory.at(id).numbers[0]; }

}  // namespace

void Layout::begin(Ui&, uint32_t id, Rect area, float gap) {
  Box box;
  box.id = id;
  box.area = {area.x, area.y, area.width, 0};
  box.gap = gap;
  box.x = area.x;
  box.y = area.y;
  boxes_.push_back(box);
}

float Layout::end(Ui&) {
  CHECK(!boxes_.empty());
  const float height = boxes_.back().area.height;
  boxes_.pop_back();
  return height;
}

uint32_t Layout::line_id() const {
  const Box& box = boxes_.back();
  return mix_ids(box.id, 0x11000u + static_cast<uint32_t>(box.lines));
}

float Layout::room() const {
  const Box& box = boxes_.back();
  const float right = box.area.x + box.area.width;
  if (box.kind == Kind::column) {
    return box.area.width;
  }
  if (box.kind == Kind::grid || !box.shares.empty()) {
    const auto count =
        box.kind == Kind::grid ? static_cast<size_t>(box.columns) : box.shares.size();
    const float all = box.area.width - box.gap * static_cast<float>(count - 1);
    if (box.kind == Kind::grid) {
      return all / static_cast<float>(count);
    }
    float sum = 0;
    for (const float share : box.shares) {
      sum += share;
    }
    return all * box.shares[std::min(static_cast<size_t>(box.items), count - 1)] / sum;
  }
  return std::max(0.0f, right - box.x - (box.items > 0 ? box.gap : 0));
}

void Layout::next_line(Ui& ui) {
  Box& box = boxes_.back();
  remember(ui, line_id(), box.line);
  remember(ui, mix_ids(line_id(), 1), box.x - box.area.x - box.lead);
  if (box.spring >= 0) {
    remember(ui, mix_ids(line_id(), 2), box.x - box.spring);
  }
  box.spring = -1;
  box.lead = 0;
  box.slack = 0;
  box.y += box.line + box.gap;
  box.x = box.area.x;
  box.line = 0;
  box.items = 0;
  ++box.lines;
}

Rect Layout::begin_item(Ui& ui, float width) {
  {
    Box& box = boxes_.back();
    // What follows a spacer for the first time has taken no room yet: the spacer gives way.
    const float left = box.area.x + box.area.width - box.x - (box.items > 0 ? box.gap : 0);
    const float pull = std::clamp(width - left, 0.0f, box.slack);
    box.x -= pull;
    box.spring -= pull;
    box.slack -= pull;
    const bool full = box.kind == Kind::grid ? box.items == box.columns
                                             : box.kind == Kind::row && box.wrap && box.items > 0 &&
                                                   width > room() + 0.5f;
    if (full) {
      next_line(ui);
    }
  }
  Box& box = boxes_.back();
  const float wide = room();
  float taken = width <= 0 ? wide : std::min(width, wide);
  if (box.kind == Kind::column) {
    float x = box.area.x;
    if (box.align != Align::start) {
      x += (box.area.width - taken) * (box.align == Align::center ? 0.5f : 1.0f);
    }
    const float y = box.area.height > 0 ? box.area.y + box.area.height + box.gap : box.area.y;
    return {x, y, taken, 0};
  }
  if (box.kind == Kind::grid || !box.shares.empty()) {
    taken = wide;
  }
  if (box.items == 0 && box.align != Align::start && box.shares.empty()) {
    // Where all fit in one line the line is as long as all of them: a line that was cut too
    // early, because its beginning was not known yet, would stay cut.
    const float all = remembered(ui, mix_ids(box.id, 5));
    const bool fits = all <= box.area.width + 0.5f;
    const float used = fits ? all : remembered(ui, mix_ids(line_id(), 1));
    const float free = used > 0 ? std::max(0.0f, box.area.width - used) : 0;
    box.lead = free * (box.align == Align::center ? 0.5f : 1.0f);
    box.x = box.area.x + box.lead;
  }
  return {box.x + (box.items > 0 ? box.gap : 0), box.y, taken, 0};
}

void Layout::end_item(Ui&, Rect item) {
  Box& box = boxes_.back();
  box.widest = std::max(box.widest, item.x + item.width - box.area.x);
  if (box.kind == Kind::column) {
    box.area.height = item.y + item.height - box.area.y;
    return;
  }
  if (box.behind >= 0) {
    box.behind += box.gap + item.width;
  }
  box.all += (box.all > 0 ? box.gap : 0) + item.width;
  box.x = item.x + item.width;
  box.line = std::max(box.line, item.height);
  ++box.items;
  box.area.height = box.y + box.line - box.area.y;
}

Rect Layout::place(Ui& ui, float width, float height) {
  Rect item = begin_item(ui, width);
  item.height = height;
  end_item(ui, item);
  if (boxes_.back().kind == Kind::row) {
    item.y += std::max(0.0f, (remembered(ui, line_id()) - height) / 2);
  }
  return item;
}

uint32_t Layout::begin_nested(Ui& ui, Rect& item, float padding, float gap) {
  Box& parent = boxes_.back();
  if (parent.kind == Kind::grid || !parent.shares.empty()) {
    item.height = remembered(ui, line_id());
  }
  Box box;
  box.id = mix_ids(parent.id, 0x22000u + parent.children++);
  box.area = {item.x + padding, item.y + padding, std::max(1.0f, item.width - 2 * padding), 0};
  box.gap = gap;
  boxes_.push_back(box);
  return box.id;
}

float Layout::end_nested(Ui& ui, float padding) {
  const float height = boxes_.back().area.height + 2 * padding;
  remember(ui, mix_ids(boxes_.back().id, "height"), height);
  boxes_.pop_back();
  return height;
}

void Layout::push(Ui& ui, Kind kind, float width, float gap) {
  CHECK(!boxes_.empty());
  Rect area = begin_item(ui, width);
  Box& parent = boxes_.back();
  Box box;
  box.kind = kind;
  box.id = mix_ids(parent.id, 0x22000u + parent.children++);
  if (parent.kind == Kind::row) {
    const float height = remembered(ui, mix_ids(box.id, 3));
    area.y += std::max(0.0f, (remembered(ui, line_id()) - height) / 2);
  }
  box.area = area;
  box.gap = gap;
  box.x = area.x;
  box.y = area.y;
  boxes_.push_back(std::move(box));
}

Rect Layout::pop(Ui& ui) {
  if (boxes_.back().behind >= 0) {
    remember(ui, mix_ids(boxes_.back().id, 4), boxes_.back().behind);
  }
  if (boxes_.back().align != Align::start) {
    remember(ui, mix_ids(boxes_.back().id, 5), boxes_.back().all);
  }
  if (boxes_.back().kind != Kind::column && boxes_.back().items > 0) {
    const float height = boxes_.back().area.height;
    next_line(ui);
    boxes_.back().area.height = height;
  }
  Box box = std::move(boxes_.back());
  boxes_.pop_back();
  remember(ui, mix_ids(box.id, 3), box.area.height);
  Box& parent = boxes_.back();
  Rect item = box.area;
  if (parent.kind == Kind::row) {
    item.y = parent.y;
  }
  end_item(ui, item);
  return item;
}

Column::Column(Ui& ui, float gap, float width) : ui_(ui) {
  ui.layout.push(ui, Layout::Kind::column, width, gap);
}
Column::~Column() { ui_.layout.pop(ui_); }

Row::Row(Ui& ui, RowStyle style) : ui_(ui) {
  ui.layout.push(ui, Layout::Kind::row, 0, style.gap);
  ui.layout.boxes_.back().align = style.align;
  ui.layout.boxes_.back().wrap = style.wrap;
}
Row::Row(Ui& ui, std::initializer_list<float> shares, float gap) : ui_(ui) {
  ui.layout.push(ui, Layout::Kind::row, 0, gap);
  ui.layout.boxes_.back().shares = shares;
}
Row::~Row() { ui_.layout.pop(ui_); }

Grid::Grid(Ui& ui, float least_width, float gap, int columns_max) : ui_(ui) {
  ui.layout.push(ui, Layout::Kind::grid, 0, gap);
  Layout::Box& box = ui.layout.boxes_.back();
  const float fit = (box.area.width + gap) / (least_width + gap);
  box.columns = std::clamp(static_cast<int32_t>(fit), 1, columns_max);
}
Grid::~Grid() { ui_.layout.pop(ui_); }

void spacer(Ui& ui) {
  Layout::Box& box = ui.layout.boxes_.back();
  CHECK(box.kind == Layout::Kind::row && box.behind < 0);
  box.behind = 0;
  const float left = box.area.x + box.area.width - box.x;
  if (box.wrap && box.items > 0 && remembered(ui, mix_ids(box.id, 4)) > left + 0.5f) {
    ui.layout.next_line(ui);
    return;
  }
  const float after = remembered(ui, mix_ids(ui.layout.line_id(), 2));
  const float right = box.area.x + box.area.width - after;
  box.slack = std::max(0.0f, right - box.x);
  box.x += box.slack;
  box.spring = box.x;
}

void gap(Ui& ui, float height) { ui.layout.place(ui, 0, height); }

}  // namespace linli::ui
