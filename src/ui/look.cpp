#include "ui/look.h"

#include "app/app.h"
#include "ui/settings.h"
#include "ui/ui.h"

namespace linli::ui {

void toggle_large_mode(Ui& ui) {
  DeviceSettings settings = read_device_settings(ui.app);
  settings.large = !settings.large;
  write_device_settings(ui.app, settings);
  ui.wants_frame = true;
}

void switch_language(Ui& ui) {
  const app::Language other =
      ui.language == app::Language::zh_cn ? app::Language::en : app::Language::zh_cn;
  // A setting that could not be kept is no reason to stop anybody's work.
  static_cast<void>(ui.app.set_setting("language", app::tag(other)));
  ui.wants_frame = true;
}

}  // namespace linli::ui
