// The same cases over every disk: the store must not notice where it lives.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

#include <gtest/gtest.h>

#include "vfs/disk.h"

namespace linli::vfs_test {
namespace {

constexpr const char* key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

class Vfs : public testing::TestWithParam<Disk*> {
 protected:
  void SetUp() override { disk().erase_all(); }
  void TearDown() override { disk().erase_all(); }
  Disk& disk() { return *GetParam(); }

  // Calls the VFS itself, below SQLite.
  sqlite3_vfs& vfs() { return *sqlite3_vfs_find(disk().vfs()); }
  bool exists(const std::string& name) {
    int there = 0;
    vfs().xAccess(&vfs(), disk().path(name).c_str(), SQLITE_ACCESS_EXISTS, &there);
    return there != 0;
  }
};

std::string case_name(const testing::TestParamInfo<Disk*>& info) {
  std::string name = info.param->vfs();
  for (char& c : name) {
    c = c == '-' ? '_' : c;
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Disks, Vfs, testing::ValuesIn(disks()), case_name);

TEST_P(Vfs, CreatesInWalModeWithoutSharedMemory) {
  Connection db(disk(), "log.db");
  ASSERT_EQ(db.open_result(), SQLITE_OK);
  EXPECT_EQ(db.text("PRAGMA journal_mode"), "wal");
  EXPECT_EQ(db.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL)"), SQLITE_OK);
  EXPECT_EQ(db.run("INSERT INTO t (a, b) VALUES (1, '助浴')"), SQLITE_OK);
  EXPECT_EQ(db.text("SELECT b FROM t"), "助浴");
  EXPECT_FALSE(exists("log.db-shm"));
}

TEST_P(Vfs, ReopensWithEverythingThatWasCommitted) {
  {
    Connection db(disk(), "log.db");
    ASSERT_EQ(db.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)"), SQLITE_OK);
    for (int i = 1; i <= 200; ++i) {
      ASSERT_EQ(db.run("INSERT INTO t (a, b) VALUES (" + std::to_string(i) + ", zeroblob(3000))"),
                SQLITE_OK);
    }
  }
  Connection db(disk(), "log.db");
  EXPECT_EQ(db.number("SELECT count(*) FROM t"), 200);
  EXPECT_EQ(db.text("PRAGMA integrity_check"), "ok");
}

// As people tap: one small row, one commit. tests/browser/bench reads the printed figure.
TEST_P(Vfs, CommitsOneByOne) {
  using Clock = std::chrono::steady_clock;
  constexpr int commits = 300;
  Connection db(disk(), "log.db");
  ASSERT_EQ(db.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL)"), SQLITE_OK);
  const std::string row(400, 'x');
  std::vector<int64_t> micros;
  for (int i = 0; i < commits; ++i) {
    const Clock::time_point begin = Clock::now();
    ASSERT_EQ(db.run("INSERT INTO t (b) VALUES ('" + row + "')"), SQLITE_OK);
    micros.push_back(
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin).count());
  }
  EXPECT_EQ(db.number("SELECT count(*) FROM t"), commits);
  std::sort(micros.begin(), micros.end());
  std::printf("commit_micros_p50 %d\n", static_cast<int>(micros[commits / 2]));
}

TEST_P(Vfs, RollsBack) {
  Connection db(disk(), "state.db");
  ASSERT_EQ(db.run("CREATE TABLE t (a INTEGER PRIMARY KEY)"), SQLITE_OK);
  ASSERT_EQ(db.run("BEGIN"), SQLITE_OK);
  ASSERT_EQ(db.run("INSERT INTO t (a) VALUES (1), (2), (3)"), SQLITE_OK);
  EXPECT_EQ(db.number("SELECT count(*) FROM t"), 3);
  ASSERT_EQ(db.run("ROLLBACK"), SQLITE_OK);
  EXPECT_EQ(db.number("SELECT count(*) FROM t"), 0);
}

TEST_P(Vfs, CheckpointTruncatesTheWal) {
  Connection db(disk(), "log.db");
  ASSERT_EQ(db.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)"), SQLITE_OK);
  ASSERT_EQ(db.run("INSERT INTO t (b) VALUES (zeroblob(500000))"), SQLITE_OK);
  EXPECT_TRUE(exists("log.db-wal"));
  EXPECT_EQ(db.number("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
  EXPECT_FALSE(exists("log.db-wal"));
  EXPECT_EQ(db.number("SELECT length(b) FROM t"), 500000);
}

TEST_P(Vfs, VacuumMakesTheFileSmaller) {
  Connection db(disk(), "log.db");
  ASSERT_EQ(db.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)"), SQLITE_OK);
  ASSERT_EQ(db.run("INSERT INTO t (b) VALUES (zeroblob(2000000))"), SQLITE_OK);
  ASSERT_EQ(db.run("DELETE FROM t"), SQLITE_OK);
  const int64_t before = db.number("PRAGMA page_count");
  ASSERT_EQ(db.run("VACUUM"), SQLITE_OK);
  EXPECT_EQ(db.number("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
  EXPECT_LT(db.number("PRAGMA page_count"), before / 10);
}

TEST_P(Vfs, RollbackJournalWorksToo) {
  Connection db(disk(), "state.db");
  ASSERT_EQ(db.text("PRAGMA journal_mode = DELETE"), "delete");
  ASSERT_EQ(db.run("CREATE TABLE t (a INTEGER PRIMARY KEY)"), SQLITE_OK);
  ASSERT_EQ(db.run("BEGIN; INSERT INTO t (a) VALUES (1); COMMIT"), SQLITE_OK);
  ASSERT_EQ(db.run("BEGIN; DELETE FROM t; ROLLBACK"), SQLITE_OK);
  EXPECT_EQ(db.number("SELECT count(*) FROM t"), 1);
  EXPECT_EQ(db.text("PRAGMA integrity_check"), "ok");
}

TEST_P(Vfs, TwoFilesDoNotMix) {
  Connection log(disk(), "log.db");
  Connection state(disk(), "state.db");
  ASSERT_EQ(log.run("CREATE TABLE l (a INTEGER)"), SQLITE_OK);
  ASSERT_EQ(state.run("CREATE TABLE s (a INTEGER)"), SQLITE_OK);
  EXPECT_EQ(log.text("SELECT group_concat(name) FROM sqlite_master"), "l");
  EXPECT_EQ(state.text("SELECT group_concat(name) FROM sqlite_master"), "s");
}

TEST_P(Vfs, ShortReadsAreFilledWithZeros) {
  std::vector<char> memory(static_cast<size_t>(vfs().szOsFile));
  auto* file = reinterpret_cast<sqlite3_file*>(memory.data());
  // The name ends as SQLite ends it, with empty parameters behind.
  std::string name = disk().path("log.db") + std::string(4, '\0');
  ASSERT_EQ(vfs().xOpen(&vfs(), name.c_str(), file,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_DB, nullptr),
            SQLITE_OK);
  ASSERT_EQ(file->pMethods->xWrite(file, "abc", 3, 10), SQLITE_OK);
  char bytes[8];
  std::memset(bytes, 'x', sizeof bytes);
  EXPECT_EQ(file->pMethods->xRead(file, bytes, 8, 9), SQLITE_IOERR_SHORT_READ);
  EXPECT_EQ(std::string(bytes, 8), std::string("\0abc\0\0\0\0", 8));
  sqlite3_int64 size = 0;
  EXPECT_EQ(file->pMethods->xFileSize(file, &size), SQLITE_OK);
  EXPECT_EQ(size, 13);
  EXPECT_EQ(file->pMethods->xTruncate(file, 11), SQLITE_OK);
  EXPECT_EQ(file->pMethods->xSync(file, SQLITE_SYNC_FULL), SQLITE_OK);
  EXPECT_EQ(file->pMethods->xFileSize(file, &size), SQLITE_OK);
  EXPECT_EQ(size, 11);
  file->pMethods->xClose(file);
}

TEST_P(Vfs, EncryptedFilesOpenOnlyWithTheirKey) {
  {
    Connection db(disk(), "log.db", key);
    ASSERT_EQ(db.open_result(), SQLITE_OK);
    ASSERT_EQ(db.run("CREATE TABLE t (a TEXT NOT NULL)"), SQLITE_OK);
    ASSERT_EQ(db.run("INSERT INTO t (a) VALUES ('芦奶奶')"), SQLITE_OK);
  }
  {
    Connection db(disk(), "log.db");
    EXPECT_EQ(db.number("SELECT count(*) FROM t"), -1);
  }
  Connection db(disk(), "log.db", key);
  EXPECT_EQ(db.text("SELECT a FROM t"), "芦奶奶");
}

}  // namespace
}  // namespace linli::vfs_test
