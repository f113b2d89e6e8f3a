#include "sync/operation_codec.h"

#include <gtest/gtest.h>

#include "base/crypto.h"
#include "unit/sync/replica.h"

namespace linli::sync {
namespace {

using base::ErrorCode;

constexpr const char* salt = "00112233445566778899aabbccddeeff";

TEST(OperationCodec, WritesTheCanonicalForm) {
  TestReplica replica(1);
  core::AttendanceSignedOut out;
  out.attendance = core::AttendanceId("at_01KANKQCP300000000000000A1");
  out.out_day = base::day_of({2026, 11, 22});
  out.out_minute = 605;
  out.method = core::SignMethod::phone_tail;
  const WrittenOperation written = write_operation(replica.operation(out), salt);
  EXPECT_EQ(written.text,
            R"({"actor":"p_01KANKQCP300000000000000P1","at":"2026-11-22T08:01:02.004Z","data":)"
            R"({"attendance":"at_01KANKQCP300000000000000A1","method":"phone_tail",)"
            R"("out_day":"2026-11-22","out_minute":605},"day":"2026-11-22",)"
            R"("id":"01M814BPHK00000000000031N1","kind":"attendance.signed_out@1"})");
  EXPECT_TRUE(written.payload.empty());
  const auto read = read_operation(std::string_view(written.text));
  ASSERT_TRUE(read.ok()) << read.error().where;
  const auto& body = std::get<core::AttendanceSignedOut>(read.value().operation.body);
  EXPECT_EQ(body.out_minute, 605);
  EXPECT_EQ(body.method, core::SignMethod::phone_tail);
  EXPECT_FALSE(body.helper.has_value());
}

TEST(OperationCodec, PrivateFieldsTravelInThePayloadOnly) {
  TestReplica replica(1);
  core::PersonRegistered person;
  person.person = test_person;
  person.roles = {core::PersonRole::recipient};
  person.details.emplace().name.text = "陈\"阿婆";
  person.details->phone = core::Note{"13800000000"};
  const WrittenOperation written = write_operation(replica.operation(person), salt);
  EXPECT_EQ(written.payload,
            R"({"name":"陈\"阿婆","phone":"13800000000","salt":")" + std::string(salt) + "\"}");
  EXPECT_EQ(written.text.find("陈"), std::string::npos);
  EXPECT_EQ(written.text.find("138"), std::string::npos);

  auto read = read_operation(std::string_view(written.text));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().commitment, payload_commitment(written.payload));
  core::Operation operation = read.value().operation;
  EXPECT_FALSE(std::get<core::PersonRegistered>(operation.body).details.has_value());
  ASSERT_TRUE(attach_payload(operation, written.payload).ok());
  EXPECT_EQ(std::get<core::PersonRegistered>(operation.body).details->name.text, "陈\"阿婆");

  EXPECT_FALSE(attach_payload(operation, R"({"phone":"1","salt":"x"})").ok());
  EXPECT_FALSE(attach_payload(operation, "[]").ok());
  core::Operation without = replica.operation(core::NeedClaim{});
  EXPECT_FALSE(attach_payload(without, written.payload).ok());
}

// One valid operation, changed in one place.
TEST(OperationCodec, SaysWhatIsWrongAndWhere) {
  const std::string good =
      R"({"actor":"","at":"2026-11-22T08:01:02.004Z","data":)"
      R"({"gender":"woman","person":"p_01KANKQCP300000000000000P1","categories":["poor"],)"
      R"("roles":["recipient"],"skills":[]},"day":"2026-11-22",)"
      R"("id":"01KANKQCP30000000000061M7X","kind":"person.registered@1"})";
  struct Row {
    const char* from;
    const char* to;
    ErrorCode code;
    const char* where;
  };
  const Row rows[] = {
      {"\"gender\":\"woman\",", "", ErrorCode::wrong_shape, "data.gender"},
      {"\"woman\"", "7", ErrorCode::wrong_shape, "data.gender"},
      {"\"woman\"", "\"robot\"", ErrorCode::update_needed, "data.gender"},
      {"[\"recipient\"]", "[\"recipient\",\"guest\"]", ErrorCode::update_needed, "data.roles[1]"},
      {"[\"recipient\"]", "{}", ErrorCode::wrong_shape, "data.roles"},
      {"\"p_01KANKQCP300000000000000P1\"", "\"n_01KANKQCP300000000000000P1\"",
       ErrorCode::wrong_shape, "data.person"},
      {"\"skills\":[]", "\"birth_year\":2147483648,\"skills\":[]", ErrorCode::wrong_shape,
       "data.birth_year"},
      {"\"skills\":[]", "\"birth_year\":null,\"skills\":[]", ErrorCode::wrong_shape,
       "data.birth_year"},
      {"person.registered@1", "person.registered@2", ErrorCode::unknown_kind,
       "person.registered@2"},
      {"person.registered@1", "person.cloned@1", ErrorCode::unknown_kind, "person.cloned@1"},
      {"person.registered@1", "person", ErrorCode::wrong_shape, "kind"},
      {"\"2026-11-22\"", "\"2026-11-31\"", ErrorCode::wrong_shape, "day"},
      {"\"actor\":\"\"", "\"actor\":\"x\"", ErrorCode::wrong_shape, "actor"},
  };
  JsonDocument document;
  ASSERT_TRUE(document.read(good, JsonForm::any).ok());
  ASSERT_TRUE(read_operation(document.root()).ok());
  for (const Row& row : rows) {
    std::string text = good;
    const size_t at = text.find(row.from);
    ASSERT_NE(at, std::string::npos) << row.from;
    text.replace(at, std::string(row.from).size(), row.to);
    ASSERT_TRUE(document.read(text, JsonForm::any).ok()) << text;
    const auto read = read_operation(document.root());
    ASSERT_FALSE(read.ok()) << row.to;
    EXPECT_EQ(read.error().code, row.code) << row.to;
    EXPECT_EQ(read.error().where, row.where);
    EXPECT_EQ(needs_update(read.error()),
              row.code == ErrorCode::update_needed || row.code == ErrorCode::unknown_kind);
  }
}

TEST(OperationCodec, PassesOverFieldsOfALaterMinor) {
  TestReplica replica(1);
  std::string text = replica.text(replica.founding());
  text.replace(text.find("\"founder\""), 0, "\"a_new_field\":[1,{\"x\":null}],");
  const auto read = read_operation(std::string_view(text));
  ASSERT_TRUE(read.ok()) << read.error().where;
  EXPECT_EQ(std::get<core::SpaceFounded>(read.value().operation.body).name.text, "朝西");
}

TEST(OperationCodec, TextsHaveTheirLimits) {
  TestReplica replica(1);
  core::CourseDefined course;
  course.course = core::CourseId("co_01KANKQCP300000000000000C1");
  for (int i = 0; i < 120; ++i) course.name.text += "课";
  EXPECT_TRUE(read_operation(std::string_view(replica.text(course))).ok());
  course.name.text += "课";
  const auto read = read_operation(std::string_view(replica.text(course)));
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::too_large);
  EXPECT_EQ(read.error().where, "data.name");
}

TEST(OperationCodec, TheEnvelopeOfAnUnknownKindIsReadable) {
  JsonDocument document;
  const std::string text =
      R"({"actor":"p_01KANKQCP300000000000000P1","at":"2026-11-22T08:01:02.004Z","data":{"x":[]},)"
      R"("day":"2026-11-22","hub_at":"2026-11-22T08:00:00.000Z","id":"01KANKQCP30000000000061M7X",)"
      R"("kind":"moon.landed@3"})";
  ASSERT_TRUE(document.read(text, JsonForm::canonical).ok());
  const auto envelope = read_envelope(document.root());
  ASSERT_TRUE(envelope.ok());
  EXPECT_EQ(envelope.value().kind, "moon.landed@3");
  EXPECT_EQ(envelope.value().id.view(), "01KANKQCP30000000000061M7X");
  EXPECT_EQ(envelope.value().hub_at_millis, base::parse_instant("2026-11-22T08:00:00.000Z"));
}

}  // namespace
}  // namespace linli::sync
