#include "app/csv.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace linli::app {
namespace {

std::vector<std::vector<std::string>> fields_of(std::string_view text) {
  const auto parsed = parse_csv(text);
  EXPECT_TRUE(parsed.ok());
  std::vector<std::vector<std::string>> rows;
  if (!parsed.ok()) return rows;
  for (const CsvRow& row : parsed.value()) rows.push_back(row.fields);
  return rows;
}

using Rows = std::vector<std::vector<std::string>>;

TEST(Csv, ReadsWhatTheStandardAllows) {
  EXPECT_EQ(fields_of("a,b\nc,d"), (Rows{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(fields_of("a,b\r\nc,d\r\n"), (Rows{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(fields_of("\xEF\xBB\xBF序号,活动"), (Rows{{"序号", "活动"}}));
  EXPECT_EQ(fields_of("\"a,b\",\"c\"\"d\",\"e\nf\""), (Rows{{"a,b", "c\"d", "e\nf"}}));
  EXPECT_EQ(fields_of("a,,\n"), (Rows{{"a", "", ""}}));
  EXPECT_EQ(fields_of(",b"), (Rows{{"", "b"}}));
  EXPECT_EQ(fields_of("a\n\n \n,,\nb"), (Rows{{"a"}, {"b"}}));
  EXPECT_EQ(fields_of(""), Rows{});
}

TEST(Csv, KnowsTheLineOfEachRow) {
  const auto parsed = parse_csv("a\n\"b\nb\"\n\nc\n");
  ASSERT_TRUE(parsed.ok());
  ASSERT_EQ(parsed.value().size(), 3u);
  EXPECT_EQ(parsed.value()[1].line, 2);
  EXPECT_EQ(parsed.value()[2].line, 5);
}

TEST(Csv, NamesTheLineOfABrokenQuote) {
  const auto open = parse_csv("a,b\nc,\"d\ne,f\n");
  ASSERT_FALSE(open.ok());
  EXPECT_EQ(open.error().code, base::ErrorCode::row_invalid);
  EXPECT_EQ(open.error().where, "2");
  EXPECT_FALSE(parse_csv("\"a\"b,c").ok());
}

TEST(Csv, RefusesWhatIsNotUtf8OrTooLarge) {
  const auto gbk = parse_csv("a,b\n\xD0\xF2\xBA\xC5,c\n");
  ASSERT_FALSE(gbk.ok());
  EXPECT_EQ(gbk.error().code, base::ErrorCode::not_utf8);
  EXPECT_EQ(gbk.error().where, "2");
  EXPECT_EQ(parse_csv(std::string(base::import_bytes_max + 1, 'a')).error().code,
            base::ErrorCode::too_large);
}

TEST(Csv, WritesWhatItReads) {
  const std::vector<std::string> fields = {"a", "b,c", "d\"e", "f\ng", ""};
  EXPECT_EQ(fields_of(csv_row(fields)), Rows{fields});
}

}  // namespace
}  // namespace linli::app
