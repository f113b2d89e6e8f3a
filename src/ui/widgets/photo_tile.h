// A photo as a tile that can be opened, and the tile that adds one. The picture itself
// is a texture the shell made from the photo's bytes; 0 shows an icon in its place.
#pragma once

#include <cstdint>
#include <string_view>

namespace linli::ui {

struct Ui;

struct PhotoOptions {
  uint64_t texture = 0;
  float width_to_height = 1;  // of the picture; it is cut to the square
  bool removable = false;
};

enum class PhotoAction : unsigned char { none, open, remove };

PhotoAction photo_tile(Ui& ui, std::string_view key, std::string_view name,
                       const PhotoOptions& options = {});
// True when pressed.
bool add_photo_tile(Ui& ui, std::string_view key);

}  // namespace linli::ui
