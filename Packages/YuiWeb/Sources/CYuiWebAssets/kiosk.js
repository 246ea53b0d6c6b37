// A kiosk: one question after the other, sent without leaving the page, ready for the next visitor.
// What can't be sent waits in this browser and is sent once. Without this, the page is a form.
{
  "use strict";

  const form = document.querySelector("[data-kiosk]");
  if (form) {
    const WARNING = 30_000, RESET = 45_000, THANKS = 8_000, RETRY = 15_000, MOST_KEPT = 1_000;
    const find = (name) => document.querySelector(`[data-kiosk-${name}]`);
    const [thanks, idle, kept, alert] = ["thanks", "idle", "kept", "alert"].map(find);
    const steps = [...form.querySelectorAll("[data-kiosk-step]")];
    const [back, next] = ["back", "next"].map((action) =>
      form.querySelector(`[data-kiosk-action="${action}"]`));
    const send = form.querySelector("[type=submit]");
    // What takes the focus of a step: the group, whose name is read, or the box to write into.
    const places = steps.map((step) => {
      const place = step.querySelector("fieldset, textarea");
      if (place.matches("fieldset")) place.tabIndex = -1;
      return place;
    });
    let current = 0;

    // What waits: each with a name of its own, by which the server knows what it has already.
    const store = `yui-kiosk ${form.dataset.kiosk}`;
    const waiting = () => JSON.parse(localStorage.getItem(store) ?? "[]");
    const keep = (items) => {
      localStorage.setItem(store, JSON.stringify(items.slice(-MOST_KEPT)));
      kept.textContent = items.length
        ? kept.dataset.kioskKept.replace("{n}", items.length) : "";
    };

    // Whatever goes with an answer is told that there is none any more.
    const clear = () => {
      form.reset();
      form.dispatchEvent(new Event("change"));
    };

    let isSending = false;
    const sendWaiting = async () => {
      if (isSending) return;
      isSending = true;
      try {
        for (let items = waiting(); items.length; items = waiting()) {
          const answer = await fetch(form.dataset.kiosk, {
            method: "POST",
            headers: { "Content-Type": "application/json", "Idempotency-Key": items[0].key },
            body: JSON.stringify(items[0].body),
          });
          // Busy is for later; any other refusal would be the same again.
          if (answer.status >= 500 || answer.status === 408 || answer.status === 429) break;
          keep(waiting().filter((item) => item.key !== items[0].key));
        }
      } catch {
        // No network: the next round, or the event that it is back.
      } finally {
        isSending = false;
      }
    };

    const answers = (withComment) => {
      const data = new FormData(form);
      const number = (name) => data.get(name) ? Number(data.get(name)) : undefined;
      return {
        score: number("score"), goal: data.get("goal") || undefined, ease: number("ease"),
        clarity: number("clarity"), nps: number("nps"), reasons: data.getAll("reasons"),
        comment: withComment && data.get("comment") || undefined, channel: "kiosk",
        place: data.get("place") || undefined, language: document.documentElement.lang,
      };
    };

    const take = (withComment) => {
      const key = Array.from(crypto.getRandomValues(new Uint8Array(16)),
        (byte) => byte.toString(16).padStart(2, "0")).join("");
      keep([...waiting(), { key, body: answers(withComment) }]);
      sendWaiting();
    };

    const show = (index, focus = true) => {
      current = index;
      steps.forEach((step, place) => { step.hidden = place !== index; });
      back.hidden = index === 0;
      next.hidden = index === 0 || index === steps.length - 1;
      send.hidden = index === 0;
      send.classList.toggle("button--solid", next.hidden);
      send.classList.toggle("button--outline", !next.hidden);
      alert.textContent = "";
      scrollTo(0, 0);
      if (focus) places[index].focus();
    };

    // In the language it began in; a page that can't be reached is not gone to.
    const startOver = async () => {
      clear();
      form.hidden = false;
      thanks.hidden = true;
      idle.textContent = "";
      show(0, false);
      if (document.documentElement.lang === "ja") return;
      try {
        if ((await fetch(form.dataset.home)).ok) location.replace(form.dataset.home);
      } catch {
        // Offline it stays in this language.
      }
    };

    const finish = (withComment) => {
      take(withComment);
      clear();
      form.hidden = true;
      thanks.hidden = false;
      thanks.focus();
    };

    // Whoever goes away has said what they touched; words in the making are theirs.
    let touched = Date.now();
    const look = () => {
      const passed = Date.now() - touched;
      const isUntouched = !form.hidden && current === 0
        && !form.querySelector("[name=score]:checked");
      if (!thanks.hidden) {
        if (passed > THANKS) startOver();
      } else if (passed > RESET) {
        if (form.querySelector("[name=score]:checked")) take(false);
        if (!isUntouched || document.documentElement.lang !== "ja") startOver();
        touched = Date.now();
      } else if (passed > WARNING && !isUntouched) {
        if (!idle.textContent) idle.textContent = form.dataset.soon;
      }
    };
    for (const kind of ["pointerdown", "keydown", "input"]) {
      addEventListener(kind, () => {
        touched = Date.now();
        if (idle.textContent) idle.textContent = "";
      });
    }
    setInterval(look, 1_000);
    setInterval(sendWaiting, RETRY);
    addEventListener("online", sendWaiting);

    // A face that is touched leads on; arrow keys only move between faces, and Enter leads on.
    const goOn = () => { if (steps.length > 1) show(1); else finish(true); };
    let isPointer = false;
    steps[0].addEventListener("pointerdown", () => { isPointer = true; });
    steps[0].addEventListener("keydown", (event) => {
      isPointer = false;
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (form.querySelector("[name=score]:checked")) goOn();
    });
    steps[0].addEventListener("change", () => {
      if (!isPointer) return;
      isPointer = false;
      goOn();
    });
    back.addEventListener("click", () => show(current - 1));
    next.addEventListener("click", () => show(current + 1));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!form.querySelector("[name=score]:checked")) {
        show(0);
        alert.textContent = form.dataset.missing;
        return;
      }
      finish(true);
    });
    find("again").addEventListener("click", (event) => {
      event.preventDefault();
      startOver();
    });
    // Another language is no step in the browser's history either.
    for (const link of document.querySelectorAll(".kiosk__languages a")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        location.replace(link.href);
      });
    }
    addEventListener("pageshow", clear);

    clear();
    keep(waiting());
    show(0, false);
    sendWaiting();
  }
}
