#include "ui/screens/registry.h"

#include "ui/screens/gallery_screen.h"
#include "ui/screens/needs_screen.h"
#include "ui/screens/people_screen.h"

namespace linli::ui {

namespace {

template <class T>
std::unique_ptr<Screen> make() {
  return std::make_unique<T>();
}

}  // namespace

const std::vector<ScreenEntry>& screen_entries() {
  using app::Str;
  static const std::vector<ScreenEntry> entries = {
      {"needs", Str::needs_title, Icon::need, Place::main, &make<NeedsScreen>},
      {"people", Str::people_title, Icon::people, Place::main, &make<PeopleScreen>},
      {"gallery", Str::gallery_title, Icon::gallery, Place::more, &make<GalleryScreen>},
  };
  return entries;
}

}  // namespace linli::ui
