// What every frame must keep to: two nodes of one id would be one element of the page.
#pragma once

#include <set>

#include <gtest/gtest.h>

#include "ui/semantics.h"

namespace linli::ui {

inline void expect_own_ids(const Semantics& semantics) {
  std::set<uint32_t> ids;
  for (const Node& node : semantics.nodes()) {
    EXPECT_TRUE(ids.insert(node.id).second)
        << "a second node of one id: " << node.name << ", role " << static_cast<int>(node.role);
  }
}

}  // namespace linli::ui
