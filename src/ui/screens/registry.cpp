#include "ui/screens/registry.h"

#include "ui/screens/activities_screen.h"
#include "ui/screens/coins_screen.h"
#include "ui/screens/founding_screen.h"
#include "ui/screens/gallery_screen.h"
#include "ui/screens/join_screen.h"
#include "ui/screens/kiosk_screen.h"
#include "ui/screens/more_screen.h"
#include "ui/screens/needs_screen.h"
#include "ui/screens/people_screen.h"
#include "ui/screens/records_screen.h"
#include "ui/screens/settings_screen.h"
#include "ui/screens/shop_screen.h"
#include "ui/screens/staff_screen.h"
#include "ui/screens/sync_screen.h"
#include "ui/screens/today_screen.h"

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
      {"today", Str::today_title, Icon::home, Place::main, &make<TodayScreen>},
      {"needs", Str::needs_title, Icon::need, Place::main, &make<NeedsScreen>},
      {"people", Str::people_title, Icon::people, Place::main, &make<PeopleScreen>},
      {"activities", Str::activities_title, Icon::activity, Place::main, &make<ActivitiesScreen>},
      {"records", Str::records_title, Icon::record, Place::main, &make<RecordsScreen>},
      {"coins", Str::coins_title, Icon::coin, Place::main, &make<CoinsScreen>},
      {"shop", Str::shop_title, Icon::cart, Place::main, &make<ShopScreen>},
      {"sync", Str::sync_nav, Icon::sync, Place::more, &make<SyncScreen>},
      {"settings", Str::settings_title, Icon::settings, Place::more, &make<SettingsScreen>},
      {"kiosk", Str::kiosk_title, Icon::kiosk, Place::bare, &make<KioskScreen>},
      {"staff", Str::staff_title, Icon::sign_in, Place::bare, &make<StaffScreen>, 760},
      {"founding", Str::founding_title, Icon::branch, Place::bare, &make<FoundingScreen>, 640},
      {"join", Str::founding_join_title, Icon::link, Place::bare, &make<JoinScreen>, 640},
      {"gallery", Str::gallery_title, Icon::gallery, Place::hidden, &make<GalleryScreen>},
      {"more", Str::widget_more, Icon::menu, Place::hidden, &make<MoreScreen>},
  };
  return entries;
}

}  // namespace linli::ui
