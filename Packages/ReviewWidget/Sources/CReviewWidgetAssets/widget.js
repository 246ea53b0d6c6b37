// Yui: a review form on any page. One line puts it there:
//
//   <script src="https://CITY/reviews/widget.js" data-service="SLUG" async></script>
//
// data-mode   inline (usual), button (opens a dialog), banner (at the foot of the window)
// data-lang   ja, ja-simple, en, zh-Hans, ko, vi; else the language of the page around it
// data-place, data-channel, data-ending   as in the address of the form
//
// It lives in a shadow root, sets no cookie, asks nobody but Yui and never throws into the page.
// It tells the page what happens by events that bubble: yui-review:shown, opened, closed,
// submitted, queued, unavailable, error.
try {
  const script = document.currentScript;
  const base = new URL(script?.src || "/", location.href).origin;

  // What is said where Yui can't be asked for words.
  const CALM = {
    ja: "ただいま評価を受け付けていません。",
    "ja-simple": "いまは 評価が できません。",
    en: "Reviews are not available at the moment.",
    "zh-Hans": "目前无法评价。",
    ko: "지금은 평가할 수 없습니다.",
    vi: "Hiện chưa thể đánh giá.",
  };

  const languageOf = (tag) => {
    const [language, ...rest] = (tag || "").toLowerCase().split("-");
    if (language === "ja") return rest.includes("simple") ? "ja-simple" : "ja";
    if (language === "zh") return "zh-Hans";
    return ["en", "ko", "vi"].includes(language) ? language : null;
  };

  // ---- What waits to be sent: in localStorage, sent once under the key it was given first.

  const STORE = `yui-review ${base}`;
  const KEPT = 23 * 3600e3; // Yui knows a key for a day

  const waiting = () => {
    try {
      return JSON.parse(localStorage.getItem(STORE)) || [];
    } catch {
      return [];
    }
  };

  const keep = (items) => {
    try {
      if (items.length) localStorage.setItem(STORE, JSON.stringify(items));
      else localStorage.removeItem(STORE);
      return true;
    } catch {
      return false; // no room, or none for us
    }
  };

  const send = async ({ path, key, body }) => {
    const answer = await fetch(base + path, {
      method: "POST",
      mode: "cors",
      credentials: "omit",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key },
      body,
    });
    return answer.status;
  };

  // What was answered for good is not sent again; what met a busy server is.
  const isSettled = (status) => status !== 429 && status < 500;

  // Who is told what became of an item that waited.
  const later = new Map();

  const flush = async () => {
    for (const item of waiting()) {
      let status = 410; // too old to be sent
      try {
        if (Date.now() - item.at <= KEPT) status = await send(item);
      } catch {
        return;
      }
      if (!isSettled(status)) return;
      keep(waiting().filter((other) => other.key !== item.key));
      later.get(item.key)?.(status);
      later.delete(item.key);
    }
  };

  const flushOnce = () => {
    const run = () => flush().catch(() => {});
    // One window of the site sends at a time.
    if (navigator.locks) navigator.locks.request(STORE, { ifAvailable: true }, (lock) => lock && run());
    else run();
  };

  const newKey = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, "0")
    ).join("");

  // ---- Elements

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(key, "");
      else if (value !== undefined && value !== null && value !== false)
        element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child != null));
    return element;
  };

  // {手続|てつづき} is a word with its reading.
  const spoken = ({ text, lang }) => {
    const parts = text.split(/\{([^{}|]+)\|([^{}|]+)\}/);
    const nodes = [];
    for (let index = 0; index < parts.length; index += 3) {
      if (parts[index]) nodes.push(parts[index]);
      if (parts[index + 1])
        nodes.push(
          make("ruby", {}, parts[index + 1], make("rp", {}, "（"), make("rt", {}, parts[index + 2]), make("rp", {}, "）"))
        );
    }
    return make("span", { lang }, nodes);
  };

  const plain = ({ text }) => text.replace(/\{([^{}|]+)\|[^{}|]+\}/g, "$1");

  const FACES = [
    "M13 29c2-5 12-5 14 0",
    "M14 28c3-3 9-3 12 0",
    "M14 27h12",
    "M13 25c3 4 11 4 14 0",
    "M12 23.5c1 9 15 9 16 0z",
  ];

  const face = (index) => {
    const SVG = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 40 40");
    svg.setAttribute("aria-hidden", "true");
    const circle = document.createElementNS(SVG, "circle");
    for (const [key, value] of [["cx", 20], ["cy", 20], ["r", 17]]) circle.setAttribute(key, value);
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", "M14 15.5v2M26 15.5v2" + FACES[index]);
    svg.append(circle, path);
    return svg;
  };

  const CSS = `
:host{--page:#fff;--text:#333;--strong:#1a1a1a;--weak:#595959;--line:#767676;--tint:#e8f1fe;--key:#0017c1;--key-hover:#00118f;--on-key:#fff;--error:#ce0000;all:initial;display:block;color:var(--text);font:1rem/1.7 "Noto Sans JP","Hiragino Sans","Yu Gothic UI",Meiryo,sans-serif;color-scheme:light dark}
@media(prefers-color-scheme:dark){:host{--page:#11141b;--text:#e0e4ec;--strong:#f5f7fb;--weak:#a8b0c0;--line:#7a8499;--tint:#18243f;--key:#9db7f9;--key-hover:#c5d7fb;--on-key:#000060;--error:#ff9696}}
*{box-sizing:border-box}
[hidden]{display:none!important}
:lang(zh){font-family:"Noto Sans SC","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
:lang(ko){font-family:"Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic","Noto Sans CJK KR",sans-serif;word-break:keep-all}
:lang(vi){font-family:"Noto Sans","Segoe UI",Roboto,sans-serif}
.box{max-width:40rem;padding:1.25rem 1rem;border:1px solid var(--line);border-radius:1rem;background:var(--page);color:var(--text);overflow-wrap:anywhere}
h2{margin:0 0 1rem;color:var(--strong);font-size:1.25rem;line-height:1.5}
h2 small{display:block;color:var(--weak);font-size:.875rem;font-weight:400}
p{margin:.5rem 0 0}
fieldset,.field{min-width:0;margin:0 0 1.5rem;padding:0;border:0}
legend,.field label{display:block;padding:0;color:var(--strong);font-weight:700}
.mark{margin-left:.5rem;color:var(--weak);font-size:.875rem;font-weight:400}
.support,.note{margin:.25rem 0 0;color:var(--weak);font-size:.875rem}
.support>span{display:block}
.error{color:var(--error);font-size:.9375rem}
.tiles{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:.375rem;margin-top:.5rem}
.steps{display:grid;grid-template-columns:repeat(auto-fit,minmax(2.75rem,1fr));gap:.375rem;margin-top:.5rem}
.tile,.choice{position:relative;display:flex;cursor:pointer}
.tile input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.look{display:flex;flex:1;flex-direction:column;align-items:center;min-height:2.75rem;padding:.5rem .125rem;border:1px solid var(--line);border-radius:.75rem;color:var(--strong);font-size:.875rem;letter-spacing:0;line-height:1.3;text-align:center}
:lang(ja) .look{word-break:keep-all}
.look b{font-size:1.25rem}
.steps .look{justify-content:center;padding:0;border-radius:.5rem}
.steps .look b{font-size:1rem}
svg{width:2.25rem;height:2.25rem;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round}
svg circle{fill:var(--tint)}
input:checked+.look{border-color:var(--key);background:var(--tint);box-shadow:inset 0 0 0 2px var(--key);color:var(--key)}
input:checked+.look circle{fill:#ffd43d;stroke:#1a1a1a}
input:checked+.look path{stroke:#1a1a1a}
.choice{gap:.5rem;align-items:flex-start;min-height:2.75rem;padding:.5rem 0}
.choice input{flex:none;width:1.5rem;height:1.5rem;margin:.125rem 0;accent-color:var(--key)}
textarea{display:block;width:100%;min-height:7rem;margin-top:.5rem;padding:.75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--page);color:var(--strong);font:inherit}
button{min-height:3rem;padding:.5rem 1.5rem;border:2px solid var(--key);border-radius:.5rem;background:var(--key);color:var(--on-key);font:inherit;font-weight:700;cursor:pointer}
button:hover{background:var(--key-hover);border-color:var(--key-hover)}
button.plain{border-color:transparent;background:none;color:var(--key);text-decoration:underline}
:focus-visible,input:focus-visible+.look{outline:4px solid #000;outline-offset:2px;box-shadow:0 0 0 2px #ffd43d}
@media(prefers-color-scheme:dark){:focus-visible,input:focus-visible+.look{outline-color:#ffd43d;box-shadow:0 0 0 2px #000}}
h2:focus-visible{outline:0;box-shadow:none}
dialog{width:min(42rem,calc(100vw - 1rem));max-height:calc(100dvh - 1rem);padding:0;border:0;border-radius:1rem;background:none}
dialog::backdrop{background:#0009}
.bar{display:flex;justify-content:flex-end}
.banner{position:fixed;inset:auto 0 0;z-index:2147483000;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:center;padding:.75rem 1rem;border-top:1px solid var(--line);background:var(--page)}
rt{font-size:.6em}
@media(forced-colors:active){input:checked+.look{border:4px solid Highlight}}
@media print{:host{display:none}}
`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);

  // ---- The element

  class YuiReview extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      this.start().catch(() => this.giveUp());
    }

    get mode() {
      return this.dataset.mode === "button" || this.dataset.mode === "banner"
        ? this.dataset.mode
        : "inline";
    }

    get language() {
      return (
        languageOf(this.dataset.lang) ||
        languageOf(this.closest("[lang]")?.lang) ||
        languageOf(navigator.language) ||
        "ja"
      );
    }

    tell(name, detail = {}) {
      this.dispatchEvent(
        new CustomEvent(`yui-review:${name}`, {
          bubbles: true,
          composed: true,
          detail: { service: this.dataset.service, ...detail },
        })
      );
    }

    get path() {
      return `/api/reviews/services/${encodeURIComponent(this.dataset.service || "")}`;
    }

    async start() {
      const query = new URLSearchParams({ lang: this.language });
      if (this.dataset.ending) query.set("ending", this.dataset.ending);
      const answer = await fetch(`${base}${this.path}/form?${query}`, { credentials: "omit" });
      if (!answer.ok) return this.giveUp();
      this.form = await answer.json();
      if (!this.form.open) return this.say(this.form.words.closed, "unavailable");
      if (this.mode === "inline") return this.showForm(this.shadowRoot);
      this.showInvitation();
    }

    // A calm line in place of the form: unknown, closed, or nobody there.
    giveUp() {
      const lang = this.language;
      this.say({ text: CALM[lang], lang }, "unavailable");
    }

    say(words, event) {
      const lang = words.lang || this.form?.lang;
      this.shadowRoot.replaceChildren(
        make("div", { class: "box", role: "status", lang }, make("p", {}, spoken(words)))
      );
      this.tell(event);
    }

    showInvitation() {
      const { words, lang } = this.form;
      const open = make("button", { type: "button", "aria-haspopup": "dialog" }, spoken(words.invite));
      const dialog = make("dialog", { "aria-labelledby": "title", lang });
      // The browser tells of a closed dialog in a turn of its own; a quick hand has it open again by
      // then, so opening settles what the last closing left.
      let isOpen = false;
      const settle = () => {
        if (!isOpen) return;
        isOpen = false;
        if (dialog.dataset.done) dialog.replaceChildren();
        delete dialog.dataset.done;
        open.focus();
        this.tell("closed");
      };
      open.addEventListener("click", () => {
        settle();
        if (!dialog.firstChild) this.showForm(dialog);
        dialog.showModal();
        isOpen = true;
        dialog.querySelector("h2")?.focus();
        this.tell("opened");
      });
      dialog.addEventListener("close", () => dialog.open || settle());
      dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
      if (this.mode === "button") {
        this.shadowRoot.replaceChildren(make("div", { lang }, open), dialog);
        return;
      }
      const dismissed = `${STORE} ${this.dataset.service}`;
      try {
        if (sessionStorage.getItem(dismissed)) return;
      } catch {}
      const away = make("button", { type: "button", class: "plain" }, spoken(words.close));
      const banner = make("section", { class: "banner", lang, "aria-label": plain(words.title) }, open, away);
      away.addEventListener("click", () => {
        banner.remove();
        try {
          sessionStorage.setItem(dismissed, "1");
        } catch {}
        this.tell("closed");
      });
      this.shadowRoot.replaceChildren(banner, dialog);
    }

    showForm(place) {
      const { words, name, lang, questions } = this.form;
      const title = make("h2", { id: "title", tabindex: -1 }, make("small", {}, spoken(name)), spoken(words.title));
      const form = make("form", { novalidate: true }, questions.map((question) => this.field(question)));
      const note = make("p", { class: "note" }, spoken(words.privacy));
      const status = make("p", { role: "status" });
      const button = make("button", { type: "submit" }, spoken(words.send));
      form.append(note, make("p", {}, button), status);
      const box = make("div", { class: "box", lang }, title, words.intro && make("p", {}, spoken(words.intro)), form);
      if (place !== this.shadowRoot) {
        const close = make("button", { type: "button", class: "plain" }, spoken(words.close));
        close.addEventListener("click", () => place.close());
        box.prepend(make("div", { class: "bar" }, close));
      }
      form.addEventListener("change", () => this.offerReasons(form));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.submit(form, status, button).catch(() => {
          status.replaceChildren(spoken(words.failed));
          button.removeAttribute("aria-disabled");
          this.tell("error");
        });
      });
      this.shownAt = performance.now();
      this.key = newKey();
      place.replaceChildren(box);
      this.offered = this.countOffer().then((status) => {
        if (status === 403) this.giveUp();
        else this.tell("shown");
        return status === 204;
      });
    }

    // That the form was shown is counted once, and a response says so; a page that may not show it
    // is told here.
    async countOffer() {
      try {
        const answer = await fetch(`${base}${this.path}/offers`, {
          method: "POST",
          credentials: "omit",
          keepalive: true,
        });
        return answer.status;
      } catch {
        return 0;
      }
    }

    field({ kind, label, support, options, min, max }) {
      const { words } = this.form;
      const head = [
        spoken(label),
        make("span", { class: "mark" }, spoken(kind === "score" ? words.required : words.optional)),
      ];
      const hints = [support, kind === "comment" && words.tooLong].filter(Boolean);
      const help = hints.length > 0 ? make("p", { class: "support", id: `${kind}-support` }, hints.map(spoken)) : null;
      const error = make("p", { class: "error", id: `${kind}-error`, hidden: true });
      const described = [`${kind}-error`, help && `${kind}-support`].filter(Boolean).join(" ");
      if (kind === "comment") {
        const box = make("textarea", { id: kind, name: kind, rows: 4, "aria-describedby": described });
        return make("div", { class: "field" }, make("label", { for: kind }, head), help, box, error);
      }
      const control = options
        ? this.choices(kind, options)
        : make(
            "div",
            { class: "steps" },
            Array.from({ length: max - min + 1 }, (_, index) => {
              const value = min + index;
              return make(
                "label",
                { class: "tile" },
                make("input", { type: "radio", name: kind, value }),
                make("span", { class: "look" }, make("b", {}, String(value)))
              );
            })
          );
      return make("fieldset", { "aria-describedby": described }, make("legend", {}, head), help, control, error);
    }

    choices(kind, options) {
      if (kind === "score")
        return make(
          "div",
          { class: "tiles" },
          options.map(({ value, label }, index) =>
            make(
              "label",
              { class: "tile" },
              make("input", { type: "radio", name: kind, value }),
              make("span", { class: "look" }, face(index), make("b", {}, value), spoken(label))
            )
          )
        );
      const type = kind === "reasons" ? "checkbox" : "radio";
      return make(
        "div",
        {},
        options.map(({ value, label, scores }) =>
          make(
            "label",
            { class: "choice", "data-scores": scores && scores.join(" ") },
            make("input", { type, name: kind, value }),
            spoken(label)
          )
        )
      );
    }

    // A reason that goes with high scores is not offered beside a low one.
    offerReasons(form) {
      const score = form.elements.score?.value;
      for (const choice of form.querySelectorAll("[data-scores]")) {
        const isOffered = !score || choice.dataset.scores.split(" ").includes(score);
        choice.hidden = !isOffered;
        choice.querySelector("input").disabled = !isOffered;
      }
    }

    mistake(form, kind, words) {
      const line = form.querySelector(`#${kind}-error`);
      line.replaceChildren("＊", spoken(words));
      line.hidden = false;
      for (const input of form.querySelectorAll(`[name=${kind}]`)) input.setAttribute("aria-invalid", "true");
      form.querySelector(`[name=${kind}]`).focus();
    }

    async submit(form, status, button) {
      const { words, lang } = this.form;
      if (button.getAttribute("aria-disabled")) return;
      for (const line of form.querySelectorAll(".error")) line.hidden = true;
      for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
      const data = new FormData(form);
      const comment = (data.get("comment") || "").trim();
      if (!data.get("score")) return this.mistake(form, "score", words.choose);
      if ([...comment].length > 1000) return this.mistake(form, "comment", words.tooLong);
      button.setAttribute("aria-disabled", "true");
      status.replaceChildren(spoken(words.sending));
      // Nobody reads and answers within a second; a program that does is told apart so.
      await new Promise((go) => setTimeout(go, Math.max(0, 1000 - (performance.now() - this.shownAt))));
      const body = { score: Number(data.get("score")), language: lang, offered: await this.offered };
      if (data.getAll("reasons").length) body.reasons = data.getAll("reasons");
      if (data.get("goal")) body.goal = data.get("goal");
      for (const kind of ["ease", "clarity", "nps"]) if (data.get(kind)) body[kind] = Number(data.get(kind));
      if (comment) body.comment = comment;
      if (this.dataset.place) body.place = this.dataset.place;
      if (this.dataset.channel) body.channel = this.dataset.channel;
      if (/^(done|refused|error)$/.test(this.dataset.ending)) body.ending = this.dataset.ending;
      const item = {
        path: `${this.path}/responses`,
        key: this.key,
        body: JSON.stringify(body),
        at: Date.now(),
      };
      let outcome;
      try {
        outcome = await send(item);
      } catch {
        outcome = 0;
      }
      if (outcome === 0 || !isSettled(outcome)) {
        if (!keep([...waiting(), item])) throw new Error("not sent");
        const box = form.closest(".box");
        later.set(item.key, (status) => this.sentLater(box, status));
        return this.thank(form, words.queued, "queued");
      }
      if (outcome === 409) return this.say(words.closed, "unavailable");
      if (outcome >= 400) throw new Error("refused");
      this.thank(form, words.use, "submitted");
    }

    // What waited has gone out: where it said so, it says what became of it.
    sentLater(box, status) {
      const { words } = this.form;
      const isTaken = status < 400;
      if (isTaken) box.querySelector("h2").replaceChildren(spoken(words.thanks));
      box
        .querySelector("[role=status]")
        .replaceChildren(spoken(isTaken ? words.use : status === 409 ? words.closed : words.failed));
      this.tell(isTaken ? "submitted" : "error");
    }

    thank(form, words, event) {
      const box = form.closest(".box");
      const title = make("h2", { id: "title", tabindex: -1 }, spoken(this.form.words[event === "queued" ? "title" : "thanks"]));
      const bar = box.querySelector(".bar");
      box.replaceChildren(...(bar ? [bar] : []), title, make("p", { role: "status" }, spoken(words)));
      const dialog = box.closest("dialog");
      if (dialog) dialog.dataset.done = "1";
      title.focus();
      this.tell(event);
    }
  }

  if (!customElements.get("yui-review")) customElements.define("yui-review", YuiReview);
  const put = () => {
    if (script?.dataset.service === undefined) return;
    const element = document.createElement("yui-review");
    Object.assign(element.dataset, script.dataset);
    if (script.closest("body")) script.after(element);
    else document.body.append(element);
  };
  if (document.body) put();
  else addEventListener("DOMContentLoaded", put);
  addEventListener("online", flushOnce);
  flushOnce();
} catch {
  // A browser too old for it goes without; the link beside the script is there for it.
}
