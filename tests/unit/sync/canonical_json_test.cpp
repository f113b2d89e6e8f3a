#include "sync/canonical_json.h"

#include <gtest/gtest.h>

#include "unit/sync/vectors.h"

namespace linli::sync {
namespace {

using base::ErrorCode;

TEST(CanonicalJson, ReadsTheGoodVectors) {
  for (const auto vectors = read_vectors("canonical.json"); const auto& one : vectors["good"]) {
    const std::string text = bytes_of(one);
    JsonDocument document;
    ASSERT_TRUE(document.read(text, JsonForm::canonical).ok()) << one["name"];
    EXPECT_EQ(canonical_text(document.root()), text) << one["name"];
    ASSERT_TRUE(document.read(text, JsonForm::any).ok()) << one["name"];
    EXPECT_EQ(canonical_text(document.root()), text) << one["name"];
  }
}

TEST(CanonicalJson, RefusesTheBadVectors) {
  for (const auto vectors = read_vectors("canonical.json"); const auto& one : vectors["bad"]) {
    const std::string text = bytes_of(one);
    JsonDocument document;
    const base::Status status = document.read(text, JsonForm::canonical);
    ASSERT_FALSE(status.ok()) << one["name"];
    EXPECT_EQ(status.error().code == ErrorCode::not_canonical, one["code"] == "not_canonical")
        << one["name"] << " " << base::name(status.error().code) << " " << status.error().where;
  }
}

TEST(CanonicalJson, RewritesWhatAnEditorDid) {
  struct Row {
    const char* text;
    const char* canonical;
  };
  const Row rows[] = {
      {" { \"b\" : [ 1 , true ] , \"a\" : null } \n", R"({"a":null,"b":[1,true]})"},
      {R"(["\/\u0061\u90bb\ud83d\ude00\u001F"])", "[\"/a邻😀\\u001f\"]"},
      {R"({"b":{"y":1,"x":[]},"a":{}})", R"({"a":{},"b":{"x":[],"y":1}})"},
  };
  for (const Row& row : rows) {
    JsonDocument document;
    ASSERT_TRUE(document.read(row.text, JsonForm::any).ok()) << row.text;
    const std::string canonical = canonical_text(document.root());
    EXPECT_EQ(canonical, row.canonical);
    EXPECT_TRUE(document.read(canonical, JsonForm::canonical).ok());
  }
}

TEST(CanonicalJson, SaysWhere) {
  struct Row {
    const char* text;
    ErrorCode code;
    const char* where;
  };
  const Row rows[] = {
      {"{\"a\":1, \"b\":2}", ErrorCode::not_canonical, "7"},
      {"{\"b\":1,\"a\":2}", ErrorCode::not_canonical, "7"},
      {"[1,2.5]", ErrorCode::not_json, "3"},
      {"[\"a\xFF\"]", ErrorCode::not_utf8, "3"},
      {"[1,2", ErrorCode::not_json, "4"},
  };
  for (const Row& row : rows) {
    JsonDocument document;
    const base::Status status = document.read(row.text, JsonForm::canonical);
    ASSERT_FALSE(status.ok()) << row.text;
    EXPECT_EQ(status.error().code, row.code) << row.text;
    EXPECT_EQ(status.error().where, row.where) << row.text;
  }
}

TEST(CanonicalJson, GivesAccessToValues) {
  const std::string text = R"({"flag":true,"list":[1,"two\n",null],"n":-7,"word":"邻里"})";
  JsonDocument document;
  ASSERT_TRUE(document.read(text, JsonForm::canonical).ok());
  const JsonValue root = document.root();
  EXPECT_EQ(root.count(), 4u);
  EXPECT_TRUE(root.member("flag").boolean());
  EXPECT_EQ(root.member("n").integer(), -7);
  EXPECT_EQ(root.member("word").string(), "邻里");
  EXPECT_EQ(root.member("word").plain_string(), "邻里");
  const JsonValue list = root.member("list");
  EXPECT_EQ(list.count(), 3u);
  EXPECT_EQ(list.bytes(), R"([1,"two\n",null])");
  EXPECT_EQ(list.first().next().string(), "two\n");
  EXPECT_FALSE(list.first().next().plain_string().has_value());
  EXPECT_TRUE(list.first().next().next().is(JsonType::null));
  EXPECT_FALSE(list.first().next().next().next().exists());
  EXPECT_FALSE(root.member("absent").exists());
  EXPECT_FALSE(root.member("n").member("x").exists());
}

TEST(JsonObjectWriter, SortsItsMembers) {
  JsonObjectWriter object;
  object.integer("b", 2);
  object.string("a.b", "x\"y");
  object.boolean("a", true);
  object.raw("@", "[]");
  EXPECT_EQ(object.finish(), R"({"@":[],"a":true,"a.b":"x\"y","b":2})");
  EXPECT_EQ(JsonObjectWriter().finish(), "{}");
}

}  // namespace
}  // namespace linli::sync
