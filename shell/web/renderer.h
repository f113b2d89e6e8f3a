// Draws Dear ImGui's draw data with WebGL 2. The context is its own and nobody else's, so
// it never asks the context anything: each question would wait for all drawing before it.
// When the context is lost nothing is drawn until it comes back.
#pragma once

#include <cstdint>

#include "ui/theme.h"

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;
struct ImTextureData;

namespace linli::shell {

class Renderer {
 public:
  Renderer();
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  void lose_context();
  void restore_context();
  bool lost() const { return lost_; }

  void draw(ui::Colour ground);

 private:
  void make_program();
  void update_texture(ImTextureData& texture);
  void draw_list(const ImDrawData& data, const ImDrawList& list);
  void draw_command(const ImDrawData& data, const ImDrawCmd& command);

  bool lost_ = false;
  uint32_t program_ = 0;
  uint32_t vertices_ = 0;
  uint32_t indices_ = 0;
  int32_t projection_ = -1;
};

}  // namespace linli::shell
