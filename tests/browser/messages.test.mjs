// The numbers and fields that C++ and JavaScript must both know.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { source_dir } from './harness/paths.mjs';

const read = (name) => readFile(path.join(source_dir, name), 'utf8');
const load = (name) => import(path.join(source_dir, name));
const without_comments = (text) => text.replace(/\/\/[^\n]*/g, '');

// Names of an enum's values with their numbers.
function enum_values(text, name) {
  const body = without_comments(text).match(new RegExp(`enum (?:class )?${name}[^{]*\\{([^}]*)\\}`))[1];
  const values = {};
  let next = 0;
  for (const item of body.split(',').map((part) => part.trim()).filter(Boolean)) {
    const [value, number] = item.split('=').map((part) => part.trim());
    const shift = number?.match(/^1u << (\d+)$/);
    next = shift ? 2 ** Number(shift[1]) : number === undefined ? next : Number(number);
    values[value] = next;
    next += 1;
  }
  return values;
}

const snake_case = (name) => name.replace(/(?<!^)(?=[A-Z])/g, '_').toLowerCase();

test('messages have the same numbers', async () => {
  const header = await read('shell/web/message.h');
  const { input, output } = await load('web/messages.js');
  assert.deepEqual({ ...input }, enum_values(header, 'Input'));
  assert.deepEqual({ ...output }, enum_values(header, 'Output'));
});

test('events have the same numbers', async () => {
  const { event_kind, twin_event } = await load('web/messages.js');
  assert.deepEqual({ ...event_kind }, enum_values(await read('src/app/request.h'), 'Kind'));
  assert.deepEqual({ ...twin_event }, enum_values(await read('src/ui/ui.h'), 'Kind'));
});

test('requests are in the same order and have the same fields', async () => {
  const header = without_comments(await read('src/app/request.h'));
  const { request_names } = await load('web/messages.js');
  const variant = header.match(/std::variant<([^>]*)>/)[1].split(',').map((name) => name.trim());
  assert.deepEqual([...request_names], variant.map(snake_case));
  const { fields } = await load('web/request_fields.js');
  for (const name of variant) {
    const body = header.match(new RegExp(`struct ${name} \\{([^}]*)\\}`))[1];
    const members = [...body.matchAll(/\w[\w:]*\s+(\w+)\s*(?:=[^;]*)?;/g)].map((match) => match[1]);
    assert.deepEqual(Object.keys(fields[snake_case(name)]), members, name);
  }
});

test('roles and states of the twin are the same', async () => {
  const header = await read('src/ui/semantics.h');
  const { role_names, state } = await load('web/semantics_wire.js');
  const roles = Object.keys(enum_values(header, 'Role')).map((name) => name.replace(/_$/, ''));
  assert.deepEqual([...role_names], roles);
  const { state_none, ...states } = enum_values(header, 'State');
  assert.equal(state_none, 0);
  const expected = Object.fromEntries(
    Object.entries(states).map(([name, number]) => [name.replace(/^state_/, ''), number]),
  );
  assert.deepEqual({ ...state }, expected);
});

test('a message survives the way there and back', async () => {
  const { decode, encode, text_of } = await load('web/messages.js');
  const values = [1.5, -7, true, '𬱖㛃龘 🏠', '', new Uint8Array([0, 255])];
  const [a, b, c, d, e, f] = decode(encode(6, values));
  assert.deepEqual([a, b, c], [1.5, -7, 1]);
  assert.deepEqual([text_of(d), text_of(e)], ['𬱖㛃龘 🏠', '']);
  assert.deepEqual([...f], [0, 255]);
});
