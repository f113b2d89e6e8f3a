#include "unit/store/ledger_script.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

namespace linli::store {
namespace {

std::vector<std::string> script_names() {
  std::vector<std::string> names;
  const std::string folder = std::string(LINLI_SOURCE_DIR) + "/tests/unit/store/ledger";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class LedgerScripts : public ::testing::TestWithParam<std::string> {};

TEST_P(LedgerScripts, ComesOutAsWritten) {
  std::ifstream file(std::string(LINLI_SOURCE_DIR) + "/tests/unit/store/ledger/" + GetParam() +
                     ".txt");
  ASSERT_TRUE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  LedgerScript().run(text.str());
}

INSTANTIATE_TEST_SUITE_P(Ledger, LedgerScripts, ::testing::ValuesIn(script_names()),
                         [](const auto& script) { return script.param; });

}  // namespace
}  // namespace linli::store
