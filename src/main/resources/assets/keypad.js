// Large keys on the screen for kana, numbers, codes and dates. An input asks for them by data-pad;
// without this module the device's own keyboard is used.
const pad = document.querySelector("[data-keypad]");
const EMPTY = "";
const ACTS = { del: "1字けす", clear: "ぜんぶけす", space: "空白", small: "小さい字", mark: "゛゜" };
const KANA = [
  "アカサタナハマヤラワー",
  "イキシチニヒミ　リヲ・",
  "ウクスツヌフムユル　",
  "エケセテネヘメ　レ　",
  "オコソトノホモヨロン",
];
const ROWS = {
  number: [..."123", "del", ..."456", "clear", ..."789", "-", EMPTY, "0"],
  code: [..."1234567890", ..."ABCDEFGHIJ", ..."KLMNOPQRST", ..."UVWXYZ", "-", "space", "del", "clear"],
  date: ["令和", ..."123", "年", "平成", ..."456", "月", "昭和", ..."789", "日", "大正", "元", "0", "del", "clear"],
  kana: [
    ...KANA[0], ...KANA[1], ...KANA[2], "mark", ...KANA[3], "small", ...KANA[4], "del",
    "space", "clear",
  ],
};
const NEXT = {};
for (const ring of [
  "カガ", "キギ", "クグ", "ケゲ", "コゴ", "サザ", "シジ", "スズ", "セゼ", "ソゾ", "タダ", "チヂ", "ツヅ",
  "テデ", "トド", "ハバパ", "ヒビピ", "フブプ", "ヘベペ", "ホボポ", "ウヴ",
]) {
  [...ring].forEach((letter, i) => (NEXT[letter] = ring[(i + 1) % ring.length]));
}
const BIG = "アイウエオツヤユヨワ";
const LITTLE = "ァィゥェォッャュョヮ";

if (pad) {
  const keys = pad.querySelector("[data-keypad-keys]");
  const shows = pad.querySelector("[data-keypad-shows]");
  let input = null;

  const write = (change) => {
    const [text, at] = change(input.value, input.selectionStart ?? input.value.length);
    input.value = text;
    input.setSelectionRange?.(at, at);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    show();
  };
  const show = () => (shows.textContent = input.type === "password" ? "●".repeat(input.value.length) : input.value);
  const put = (letter) => write((text, at) => [text.slice(0, at) + letter + text.slice(at), at + letter.length]);
  const turn = (of) => write((text, at) => [text.slice(0, Math.max(0, at - 1)) + of(text[at - 1] ?? "") + text.slice(at), at]);
  const turnSmall = (letter) => {
    const big = BIG.indexOf(letter);
    const little = LITTLE.indexOf(letter);
    return big >= 0 ? LITTLE[big] : little >= 0 ? BIG[little] : letter;
  };
  const act = {
    del: () => write((text, at) => [text.slice(0, Math.max(0, at - 1)) + text.slice(at), Math.max(0, at - 1)]),
    clear: () => write(() => ["", 0]),
    space: () => put("　"),
    mark: () => turn((letter) => NEXT[letter] ?? letter),
    small: () => turn(turnSmall),
  };

  const open = (field) => {
    input = field;
    const kind = field.dataset.pad;
    keys.className = `keypad-keys is-${kind}`;
    keys.replaceChildren(
      ...ROWS[kind].map((name) => {
        const key = document.createElement("button");
        key.type = "button";
        key.textContent = ACTS[name] ?? name;
        key.className = ACTS[name] ? "key is-act" : name.trim() === EMPTY ? "key is-none" : "key";
        key.disabled = !ACTS[name] && name.trim() === EMPTY;
        key.addEventListener("pointerdown", (event) => event.preventDefault());
        key.addEventListener("click", () => (act[name] ?? (() => put(name)))());
        return key;
      }),
    );
    const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    pad.querySelector("[data-keypad-label]").textContent = label?.textContent.trim() ?? "";
    pad.hidden = false;
    document.body.classList.add("has-keypad");
    show();
    const below = field.getBoundingClientRect().bottom - (innerHeight - pad.offsetHeight - 40);
    if (below > 0) {
      scrollBy({ top: below });
    }
  };
  const close = () => {
    pad.hidden = true;
    document.body.classList.remove("has-keypad");
  };

  for (const field of document.querySelectorAll("[data-pad]")) {
    if (ROWS[field.dataset.pad]) {
      field.inputMode = "none";
      field.addEventListener("focus", () => open(field));
      field.addEventListener("input", show);
    }
  }
  pad.querySelector("[data-keypad-close]").addEventListener("click", close);
  document.addEventListener("focusin", (event) => {
    if (!pad.contains(event.target) && !ROWS[event.target.dataset?.pad]) {
      close();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!pad.hidden && !pad.contains(event.target) && event.target !== input) {
      close();
    }
  });
}
