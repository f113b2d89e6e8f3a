#include "store/person_private.h"

#include <string>
#include <vector>

#include "core/person_name.h"

namespace linli::store {
namespace {

std::string text_of(const std::optional<core::Note>& note) {
  return note.has_value() ? note->text : std::string();
}

void add_parts(Database& state, int64_t row, const std::vector<std::string>& parts) {
  Statement& insert = state.prepare("INSERT OR IGNORE INTO search_private(part, row) VALUES(?, ?)");
  for (const std::string& part : parts) insert.bind(part, row).execute();
}

}  // namespace

void add_person_private(Database& state, const core::PersonId& person, int64_t roles,
                        int64_t categories, const std::optional<core::PersonPrivate>& details) {
  const core::PersonPrivate texts = details.value_or(core::PersonPrivate{});
  Statement& insert =
      state
          .prepare(
              "INSERT INTO person_private(person, initials, name, phone, address,"
              " emergency_contact, identity_number, note, roles, categories, listed)"
              " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) RETURNING row")
          .bind(person, core::name_initials(texts.name.text), texts.name.text,
                core::phone_digits(text_of(texts.phone)), text_of(texts.address),
                text_of(texts.emergency_contact), text_of(texts.identity_number),
                text_of(texts.note), roles, categories);
  if (!insert.step()) return;
  const int64_t row = insert.integer(0);
  insert.step();
  add_parts(state, row, core::search_parts(texts.name.text, text_of(texts.phone)));
}

void set_person_sets(Database& state, const core::PersonId& person, int64_t roles,
                     int64_t categories) {
  state.prepare("UPDATE person_private SET roles = ?, categories = ? WHERE person = ?")
      .bind(roles, categories, person)
      .execute();
}

void set_person_details(Database& state, const core::PersonId& person,
                        const core::PersonPrivate& details) {
  state
      .prepare(
          "UPDATE person_private SET initials = ?, name = ?, phone = ?, address = ?,"
          " emergency_contact = ?, identity_number = ?, note = ? WHERE person = ?")
      .bind(core::name_initials(details.name.text), details.name.text,
            core::phone_digits(text_of(details.phone)), text_of(details.address),
            text_of(details.emergency_contact), text_of(details.identity_number),
            text_of(details.note), person)
      .execute();
  index_person(state, person);
}

void set_person_listed(Database& state, const core::PersonId& person, bool listed) {
  state.prepare("UPDATE person_private SET listed = ? WHERE person = ?")
      .bind(listed, person)
      .execute();
}

void index_person(Database& state, const core::PersonId& person) {
  Statement& own =
      state.prepare("SELECT row, listed FROM person_private WHERE person = ?").bind(person);
  if (!own.step()) return;
  const int64_t row = own.integer(0);
  const bool listed = own.integer(1) != 0;
  own.reset();
  state.prepare("DELETE FROM search_private WHERE row = ?").bind(row).execute();
  if (!listed) return;
  std::vector<std::string> parts;
  Statement& texts = state
                         .prepare(
                             "SELECT name, phone FROM person_private WHERE person = ?1 OR person IN"
                             " (SELECT person FROM person WHERE merged_into = ?1) ORDER BY row")
                         .bind(person);
  while (texts.step()) {
    for (std::string& part : core::search_parts(texts.text(0), texts.text(1))) {
      parts.push_back(std::move(part));
    }
  }
  Statement& cards =
      state
          .prepare(
              "SELECT card_number FROM card WHERE replaced = 0 AND (person = ?1 OR person IN"
              " (SELECT person FROM person WHERE merged_into = ?1)) ORDER BY card_number")
          .bind(person);
  while (cards.step()) parts.push_back(core::search_key(cards.text(0)));
  add_parts(state, row, parts);
}

void erase_person_private(Database& state, const core::PersonId& person) {
  state
      .prepare(
          "UPDATE person_private SET initials = '', name = '', phone = '', address = '',"
          " emergency_contact = '', identity_number = '', note = '', listed = 0"
          " WHERE person = ?")
      .bind(person)
      .execute();
  index_person(state, person);
}

}  // namespace linli::store
