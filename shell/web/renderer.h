// Draws Dear ImGui's draw data with WebGL 2 through its OpenGL 3 backend. The context is
// made by the worker; when it is lost nothing is drawn until it comes back.
#pragma once

#include "ui/theme.h"

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

  void begin_frame();
  void draw(ui::Colour ground);

 private:
  bool lost_ = false;
};

}  // namespace linli::shell
