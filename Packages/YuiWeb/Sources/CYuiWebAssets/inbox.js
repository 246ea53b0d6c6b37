// Working through cases by keyboard, on top of pages that work without; no global names.
{
  "use strict";

  const form = document.getElementById("inbox");
  const rows = [...document.querySelectorAll("[data-case]")];
  const dialog = document.getElementById("keys");
  const part = (name) => document.querySelector(`[data-script="${name}"]`);
  const boxes = rows.map((row) => row.querySelector('input[name="case"]')).filter(Boolean);
  const link = (row) => row?.querySelector(".case__link");
  const memory = `inbox:${location.pathname}`;

  const current = () => rows.findIndex((row) => row.contains(document.activeElement));

  const go = (index) => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    link(row)?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  };

  // What is ticked is counted, and one box ticks all.
  const all = part("all");
  const count = part("count");
  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    for (const row of rows) {
      row.classList.toggle("is-chosen", row.querySelector("input:checked") !== null);
    }
    if (count) count.textContent = ticked ? count.dataset.words.replace("{n}", ticked) : "";
    const box = all?.querySelector("input");
    if (box) {
      box.checked = ticked > 0 && ticked === boxes.length;
      box.indeterminate = ticked > 0 && ticked < boxes.length;
    }
  };
  if (all && boxes.length) {
    all.hidden = false;
    all.addEventListener("change", (event) => {
      for (const box of boxes) box.checked = event.target.checked;
      tell();
    });
    form.addEventListener("change", tell);
    tell();
  }

  // After a change the list comes back: the eyes should find the case, or else its place.
  const remember = () => {
    const row = rows[current()] ?? rows.find((row) => row.querySelector("input:checked"));
    if (row) sessionStorage.setItem(memory, `${row.dataset.case} ${rows.indexOf(row)}`);
  };
  const place = sessionStorage.getItem(memory);
  if (place !== null && rows.length) {
    sessionStorage.removeItem(memory);
    const [number, index] = place.split(" ");
    const same = rows.findIndex((row) => row.dataset.case === number);
    go(same >= 0 ? same : Number(index));
  }

  // The form that is on its way, once every question was answered.
  let sent = null;
  window.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    sent = event.target;
    if (sent === form) remember();
  });

  // Each text of a case has a form of its own: who sends another would lose what was typed.
  const texts = [...document.querySelectorAll("#case textarea")];
  window.addEventListener("beforeunload", (event) => {
    // What came back with an error is kept nowhere either.
    const isKept = (box) => box.value === box.defaultValue && !box.matches("[aria-invalid]");
    if (texts.some((box) => !isKept(box) && box.form !== sent)) event.preventDefault();
    sent = null;
  });

  // A key that does nothing says why.
  const said = part("said");
  const say = (reason, what = "") => {
    said.textContent = said.dataset[reason].replace("{what}", what);
    return true;
  };

  // A button that is pressed by its key, as if by hand, so that it asks what it asks.
  const press = (key) => {
    const button = document.querySelector(`button[data-key="${CSS.escape(key)}"]`);
    const move = document.querySelector(`[data-move="${CSS.escape(key)}"]`)?.textContent;
    if (!button) return move ? say("state", move) : false;
    if (button.form !== form || boxes.some((box) => box.checked)) {
      button.click();
      return true;
    }
    const row = rows[current()];
    const box = row?.querySelector('input[name="case"]');
    if (!box) return say("none");
    const states = button.dataset.from?.split(" ");
    if (states && !states.includes(row.dataset.state)) return say("state", move);
    box.checked = true;
    tell();
    button.click();
    // Who answers the question with no has chosen nothing.
    if (sent !== form) box.checked = false;
    tell();
    return true;
  };

  const open = (selector) => {
    const target = document.querySelector(selector);
    if (!target) return false;
    const fold = target.closest("details");
    if (fold) fold.open = true;
    target.focus();
    return true;
  };

  const follow = (selector) => {
    const target = document.querySelector(selector);
    target?.click();
    return Boolean(target);
  };

  const keys = {
    j: () => (rows.length ? (go(current() + 1), true) : follow('a[data-key="j"]')),
    k: () => (rows.length ? (go(current() < 0 ? 0 : current() - 1), true) : follow('a[data-key="k"]')),
    x: () => {
      const box = rows[current()]?.querySelector('input[name="case"]');
      box?.click();
      return Boolean(box);
    },
    o: () => {
      const target = link(rows[current()]);
      target?.click();
      return Boolean(target);
    },
    u: () => follow('a[data-key="u"]'),
    t: () => open("#field-case-tag"),
    n: () => open("#field-note"),
    "/": () => open("#case-search"),
    "?": () => (dialog.showModal(), true),
  };

  // Single keys can be switched off (WCAG 2.1.4): who dictates would press them by speaking.
  const isOn = () => localStorage.getItem("inbox-keys") !== "off";
  const toggle = part("switch");
  if (toggle) {
    toggle.checked = isOn();
    toggle.addEventListener("change", () => {
      localStorage.setItem("inbox-keys", toggle.checked ? "on" : "off");
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || dialog.open || !isOn()) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    said.textContent = "";
    // A key that is held down acts once: the case under it may be another by then.
    const act = keys[event.key] ?? (() => !event.repeat && press(event.key));
    if (act()) event.preventDefault();
  });

  const help = part("help");
  help.hidden = false;
  help.querySelector("button").addEventListener("click", () => dialog.showModal());
}
