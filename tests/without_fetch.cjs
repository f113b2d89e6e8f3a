// The loader of Emscripten 3.1.6 takes Node.js for a browser when it sees fetch().
delete globalThis.fetch;
