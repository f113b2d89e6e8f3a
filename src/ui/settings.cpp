#include "ui/settings.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/app.h"

namespace linli::ui {

namespace {

constexpr std::string_view scheme_words[] = {"light", "dark", "contrast", "system"};

}  // namespace

DeviceSettings read_device_settings(app::App& app) {
  DeviceSettings settings;
  const std::string scheme = app.setting("scheme");
  for (size_t i = 0; i < std::size(scheme_words); ++i) {
    if (scheme == scheme_words[i]) {
      settings.scheme = static_cast<SchemeChoice>(i);
    }
  }
  const std::string size = app.setting("text_dp");
  if (!size.empty()) {
    settings.text_dp =
        std::clamp(static_cast<float>(std::atoi(size.c_str())), text_dp_least, text_dp_most);
  }
  settings.large = app.setting("large") == "on";
  return settings;
}

void write_device_settings(app::App& app, const DeviceSettings& settings) {
  // A setting that could not be kept is no reason to stop anybody's work.
  static_cast<void>(app.set_setting("scheme", scheme_words[static_cast<int>(settings.scheme)]));
  static_cast<void>(app.set_setting("text_dp", std::to_string(std::lround(settings.text_dp))));
  static_cast<void>(app.set_setting("large", settings.large ? "on" : "off"));
}

}  // namespace linli::ui
