// Power fails at every single change of a run of commits, with every kind of partial
// survival: what SQLite acknowledged must be there, and the file must be whole.
#include <gtest/gtest.h>

#include "vfs/simulated_disk.h"

namespace linli::vfs_test {
namespace {

constexpr int commits = 12;

// Returns how many rows were acknowledged before the disk failed.
int insert_until_failure(SimulatedDisk& disk) {
  Connection db(disk, "log.db");
  if (db.open_result() != SQLITE_OK ||
      db.run("CREATE TABLE IF NOT EXISTS t (a INTEGER PRIMARY KEY, b BLOB NOT NULL)") !=
          SQLITE_OK) {
    return 0;
  }
  for (int i = 1; i <= commits; ++i) {
    if (db.run("INSERT INTO t (a, b) VALUES (" + std::to_string(i) + ", zeroblob(1500))") !=
        SQLITE_OK) {
      return i - 1;
    }
    if (i == commits / 2) {
      db.number("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }
  return commits;
}

class Crash : public testing::Test {
 protected:
  void SetUp() override {
    disks();
    disk_.erase_all();
  }
  void TearDown() override { disk_.erase_all(); }
  SimulatedDisk& disk_ = SimulatedDisk::instance();
};

TEST_F(Crash, LosesNothingThatWasAcknowledged) {
  const int64_t before = disk_.changes();
  ASSERT_EQ(insert_until_failure(disk_), commits);
  const int64_t all_changes = disk_.changes() - before;
  ASSERT_GT(all_changes, commits * 2);
  for (const Survival survival :
       {Survival::nothing, Survival::first_half, Survival::odd_ones, Survival::everything}) {
    for (int64_t at = 0; at <= all_changes; ++at) {
      disk_.erase_all();
      disk_.fail_after(at);
      const int acknowledged = insert_until_failure(disk_);
      disk_.crash(survival);
      Connection db(disk_, "log.db");
      ASSERT_EQ(db.open_result(), SQLITE_OK) << "change " << at;
      ASSERT_EQ(db.text("PRAGMA integrity_check"), "ok") << "change " << at;
      if (acknowledged > 0) {
        const int64_t rows = db.number("SELECT count(*) FROM t");
        ASSERT_GE(rows, acknowledged) << "change " << at;
        ASSERT_LE(rows, acknowledged + 1) << "change " << at;
      }
    }
  }
}

TEST_F(Crash, FullDiskRefusesTheCommitAndKeepsTheRest) {
  Connection db(disk_, "log.db");
  ASSERT_EQ(db.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB NOT NULL)"), SQLITE_OK);
  ASSERT_EQ(db.run("INSERT INTO t (a, b) VALUES (1, zeroblob(5000))"), SQLITE_OK);
  disk_.set_quota(60000);
  EXPECT_EQ(db.run("INSERT INTO t (a, b) VALUES (2, zeroblob(90000))"), SQLITE_FULL);
  EXPECT_EQ(db.number("SELECT count(*) FROM t"), 1);
  EXPECT_EQ(db.run("INSERT INTO t (a, b) VALUES (3, zeroblob(100))"), SQLITE_OK);
  disk_.set_quota(-1);
  EXPECT_EQ(db.run("INSERT INTO t (a, b) VALUES (2, zeroblob(90000))"), SQLITE_OK);
  EXPECT_EQ(db.number("SELECT sum(a) FROM t"), 6);
  EXPECT_EQ(db.text("PRAGMA integrity_check"), "ok");
}

TEST_F(Crash, AnyOtherFailureIsAnInputOutputError) {
  Connection db(disk_, "log.db");
  ASSERT_EQ(db.run("CREATE TABLE t (a INTEGER PRIMARY KEY)"), SQLITE_OK);
  disk_.fail_after(0);
  EXPECT_EQ(db.run("INSERT INTO t (a) VALUES (1)"), SQLITE_IOERR);
  disk_.crash(Survival::nothing);
}

TEST_F(Crash, OnlyTheFixedSetOfFilesCanBeOpened) {
  EXPECT_EQ(Connection(disk_, "other.db").open_result(), SQLITE_CANTOPEN);
}

}  // namespace
}  // namespace linli::vfs_test
