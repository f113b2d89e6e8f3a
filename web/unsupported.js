// For browsers too old for modules: says so in a language that they understand.
(function () {
  var language = /^zh/i.test(navigator.language || '') ? 'zh-CN' : 'en';
  var strings = window.linli_page_strings[language];
  var panel = document.getElementById('panel');
  var title = document.createElement('h1');
  var text = document.createElement('p');
  title.appendChild(document.createTextNode(strings.unsupported_title));
  text.appendChild(document.createTextNode(strings.unsupported_text));
  panel.appendChild(title);
  panel.appendChild(text);
  panel.removeAttribute('hidden');
})();
