// A device that is killed at any moment comes back with everything it said it had kept,
// and with the rows that folding its log from nothing gives.
#include <filesystem>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "property/pooled_operation.h"
#include "unit/app/device.h"

namespace linli::app {
namespace {

namespace files = std::filesystem;

class Folder {
 public:
  explicit Folder(const char* name) : path_(files::temp_directory_path() / name) {
    files::remove_all(path_);
    files::create_directories(path_);
  }
  ~Folder() { files::remove_all(path_); }
  OpenAt at() const { return {path_ / "log.db", path_ / "state.db", "", Mode::desk}; }
  // What a killed process leaves behind.
  void copy_from(const Folder& other) {
    files::remove_all(path_);
    files::copy(other.path_, path_);
  }

 private:
  files::path path_;
};

int64_t known_operations(App& app) {
  store::Statement& row = app.state().prepare("SELECT count(*) FROM folded");
  RC_ASSERT(row.step());
  const int64_t count = row.integer(0);
  row.reset();
  return count;
}

TEST(ProjectorProperty, AKilledDeviceLosesNothingItAcknowledged) {
  EXPECT_TRUE(rc::check("kill at any moment", [] {
    Folder live("linli_live");
    Folder copy("linli_copy");
    Device device(1, live.at());
    device.found();
    property::Dice dice(*rc::gen::inRange<uint64_t>(0, 1'000'000'000));
    int64_t acknowledged = 2;
    const int steps = *rc::gen::inRange(5, 20);
    for (int step = 0; step < steps; ++step) {
      switch (dice.below(8)) {
        case 0:
          device.seal();
          break;
        case 1:
          device.app().work(static_cast<int>(1 + dice.below(5)));
          break;
        case 2:
          if (dice.below(3) == 0) RC_ASSERT(device.app().projector().start_refold().ok());
          break;
        default: {
          const auto recorded = device.app().record_as(device.founder, property::pooled_body(dice));
          RC_ASSERT(recorded.ok());
          ++acknowledged;
        }
      }
    }
    copy.copy_from(live);
    Device again(1, copy.at());
    again.work();
    RC_ASSERT(known_operations(again.app()) == acknowledged);
    const std::string hash = again.hash();
    RC_ASSERT(again.app().projector().start_refold().ok());
    again.work();
    RC_ASSERT(again.hash() == hash);
    device.work();
    RC_ASSERT(device.hash() == hash);
  }));
}

TEST(ProjectorProperty, ErasedTextsLeaveTheFiles) {
  const std::string secret = "欧阳娜娜住在朝内大街";
  Folder live("linli_erased");
  Device device(2, live.at());
  device.found();
  core::PersonRegistered person;
  person.person = device.app().new_id<core::PersonId>();
  person.details = core::PersonPrivate{{secret}, {}, core::Note{secret}, {}, {}, {}};
  ASSERT_TRUE(device.app().dispatch(person).ok());
  device.seal();
  device.work();
  const auto found = [&] {
    for (const auto& entry :
         files::directory_iterator(files::path(live.at().log_path).parent_path())) {
      std::FILE* file = std::fopen(entry.path().c_str(), "rb");
      std::string bytes(static_cast<size_t>(entry.file_size()), '\0');
      bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
      std::fclose(file);
      if (bytes.find(secret) != std::string::npos) return true;
    }
    return false;
  };
  EXPECT_TRUE(found());
  core::PersonErased erased;
  erased.person = person.person;
  ASSERT_TRUE(device.app().dispatch(erased).value().outcome.is_applied());
  device.seal();
  device.work();
  EXPECT_FALSE(found());
}

}  // namespace
}  // namespace linli::app
