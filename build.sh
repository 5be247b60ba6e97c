#!/usr/bin/env bash
# 勾稽：构建、试用、测试、测速。
#
#   ./build.sh                 构建命令行程序、网页（dist/site/）和单文件网页（dist/gouji.html）
#   ./build.sh serve [端口]    构建，并在本机提供网页
#   ./build.sh test            全部检查与测试
#   ./build.sh bench [文件]    构建，并测量核对一份报告要多久
#   ./build.sh accuracy [例数] 在随机报告里各种错误能否查出，清白的报告有无误报（默认一万例）

# What is missing is installed: Debian packages and rustup's component rust-src. Only Rust itself must be there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
mkdir -p "${CARGO_TARGET_DIR:-target}"
CARGO_TARGET_DIR=$(cd "${CARGO_TARGET_DIR:-target}" && pwd)
export CARGO_TARGET_DIR
modules=$CARGO_TARGET_DIR/modules
glue=$CARGO_TARGET_DIR/glue

# --- What must be there

say() { printf '\n== %s\n' "$*"; }

die() {
  printf '\n%s\n' "$*" >&2
  exit 2
}

has() { command -v "$1" >/dev/null; }

# Installs Debian packages. Callers look first whether the thing is there: a machine that has it is not asked.
add_packages() {
  local sudo=
  has apt-get || die "本机缺少以下软件（Debian 软件包名）：$*。请先安装，再运行 ./build.sh。"
  if [ "$(id -u)" != 0 ]; then
    has sudo || die "本机缺少软件包，请管理员执行：apt-get install $*，再运行 ./build.sh。"
    sudo=sudo
  fi
  say "安装软件包：$*"
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

need_to_build() {
  has cargo || die '请先安装 Rust（rustup），再运行 ./build.sh。'
  has cc || add_packages gcc libc6-dev
  has node || add_packages nodejs
}

need_chromium() {
  has chromium || add_packages chromium
  ! has apt-get || [ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || add_packages fonts-noto-cjk
}

# Programs whose files the tests read.
need_producers() {
  need_chromium
  { has lowriter && has localc; } || add_packages libreoffice-writer libreoffice-calc
}

# Readers of PDF to compare with. What cannot be had is told when it is its turn.
need_competitors() { # FOLDER
  mkdir -p "$1"
  has pdftotext || (add_packages poppler-utils)
  [ -x "$1/venv/bin/python" ] || { python3 -m venv "$1/venv" && "$1/venv/bin/pip" install -q pdfplumber==0.11.10; }
  [ -e "$1/node_modules/pdfjs-dist" ] || npm install --no-audit --no-fund --silent --prefix "$1" pdfjs-dist@5.4.530
}

need_browser() {
  need_chromium
  has npm || add_packages npm
  # npm writes this list last: if it is newer than the lock file, all is there.
  [ tests/browser/node_modules/.package-lock.json -nt tests/browser/package-lock.json ] ||
    npm ci --prefix tests/browser --no-audit --no-fund
}

# The browsers besides Chromium in which the page must work; older Chromiums come with the tests' packages.
need_browsers() {
  local missing=()
  need_browser
  has firefox-esr || missing+=(firefox-esr)
  has WebKitWebDriver || missing+=(webkit2gtk-driver)
  has Xvfb || missing+=(xvfb)
  [ ${#missing[@]} = 0 ] || add_packages "${missing[@]}"
}

# --- Compiling for the web

# The standard library of the ready-made target holds instructions that the oldest browsers lack, so it is compiled anew
# from its source. Two compilers can have that: rustup's, with the component rust-src, and Debian's for the web.
rustup_can() {
  local library
  library=$(rustc --print sysroot)/lib/rustlib
  [ -e "$library/src/rust/library/std/Cargo.toml" ] && compgen -G "$library/*/bin/rust-lld" >/dev/null
}

debian_can() {
  [ -x /usr/bin/cargo ] && [ -e /usr/lib/rustlib/src/rust/library/std/Cargo.toml ] && has wasm-ld-19
}

need_web_compiler() {
  has wasm-opt || add_packages binaryen
  rustup_can || debian_can && return
  say '准备网页编译器'
  { has rustup && rustup component add rust-src && rustup_can; } ||
    add_packages rustc-web cargo-web rust-web-src lld-19
}

compile_for_web() ( # FEATURE
  cargo=cargo
  if ! rustup_can; then
    cargo=/usr/bin/cargo
    export RUSTC=/usr/bin/rustc CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19
  fi
  # What Chromium 86 understands, no more. A panic would end the worker without a word anyway: leave out its messages.
  flags='-Ctarget-cpu=mvp -Ctarget-feature=+mutable-globals,+sign-ext,+nontrapping-fptoint,+bulk-memory'
  flags+=' -Zunstable-options -Cpanic=immediate-abort'
  flags+=' -Cllvm-args=-inline-threshold=25' # the usual for "z", for the dependencies too
  unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS # would hide the flags of the target
  # cdylib alone: beside an rlib it would not be optimised as a whole (a tenth larger, a third slower).
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags RUSTC_BOOTSTRAP=1 \
    "$cargo" rustc --profile wasm --lib --crate-type cdylib --target wasm32-unknown-unknown \
    --no-default-features --features "$1" -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size
)

# Whether none of what a module was compiled from, as the compiler listed it in the .d file, is newer.
is_fresh() { # MODULE
  local sources
  [ -e "$1.wasm" ] && read -a sources < <(sed 's/^[^:]*: //' "$1.d") &&
    [ -z "$(find "${sources[@]}" Cargo.toml Cargo.lock build.sh -newer "$1.wasm" 2>&1)" ]
}

# The checker and, each in a module of its own, the readers of heavy files. To cargo they are all the same library, of
# which it keeps only the last, so what is still fresh is found out here.
make_module() { # NAME FEATURE
  local module=$modules/$1 built=$CARGO_TARGET_DIR/wasm32-unknown-unknown/wasm/gouji
  is_fresh "$module" && return
  compile_for_web "$2"
  mkdir -p "$modules"
  cp "$built.d" "$module.d"
  cp "$built.wasm" "$module.wasm"
}

# What the compiler leaves: the hundredth part of a module, told of no more than Chromium 86 understands.
optimise() { # MODULE
  wasm-opt --mvp-features --enable-mutable-globals --enable-sign-ext --enable-nontrapping-float-to-int \
    --enable-bulk-memory -O3 "$1" -o "$1"
}

make_glue() {
  cargo build --quiet --locked --manifest-path tools/bindgen/Cargo.toml --target-dir "$CARGO_TARGET_DIR/bindgen"
  local bindgen=$CARGO_TARGET_DIR/bindgen/debug/gouji-bindgen name
  for name in "$@"; do
    "$bindgen" no-modules "$modules/$name.wasm" "$glue"
    optimise "$glue/${name}_bg.wasm"
    "$bindgen" check "$glue/${name}_bg.wasm"
  done
}

# --- The jobs

build() {
  need_to_build
  need_web_compiler
  say '构建命令行程序'
  cargo build --release
  say '构建网页'
  make_module gouji checker
  make_module gouji-office office
  make_module gouji-legacy legacy
  make_module gouji-pdf pdf
  make_glue gouji gouji-office gouji-legacy gouji-pdf
  "$CARGO_TARGET_DIR/release/gouji" rules --format json >"$glue/rules.json"
  node tools/assemble.mjs www "$glue" dist
}

say_what_to_open() {
  say '核对示例报告'
  "$CARGO_TARGET_DIR/release/gouji" check dist/sample.html || [ $? = 1 ] # 1: faults were found, as they should be
  cat <<END

构建完成。
  单文件网页（双击即可使用）  $PWD/dist/gouji.html
  网页（放到任意静态站点）    $PWD/dist/site/
  npm 软件包                  $PWD/dist/npm/
  命令行                      $CARGO_TARGET_DIR/release/gouji check 文件
END
}

serve() {
  build
  node tools/serve.mjs dist/site "$@"
}

run_tests() {
  need_to_build
  say '格式与写法'
  for manifest in Cargo.toml tools/bindgen/Cargo.toml; do
    cargo fmt --check --manifest-path $manifest
  done
  cargo clippy --locked --all-targets -- -D warnings
  cargo clippy --locked --manifest-path tools/bindgen/Cargo.toml --target-dir "$CARGO_TARGET_DIR/bindgen" -- -D warnings
  say '测试'
  need_producers
  GOUJI_PRODUCERS=all cargo test --locked
  build
  say '在浏览器中测试'
  need_browsers
  npm run --prefix tests/browser types
  GOUJI_BROWSERS=all npm test --prefix tests/browser
}

bench() {
  local report long
  build
  need_browser
  report=$(realpath "${1:-dist/sample.html}")
  say '本机程序'
  long=$CARGO_TARGET_DIR/long.html
  GOUJI_REPORT=$report GOUJI_LONG=$long cargo bench --bench check
  say '网页'
  node tools/bench.mjs "$glue" dist "$report" "$long"
  say '损坏的文件'
  cargo bench --bench damage
  if [ -n "${GOUJI_CORPUS-}" ]; then
    say '与其他 PDF 工具比较'
    need_competitors "$CARGO_TARGET_DIR/competitors" || true
    node tools/compare/pdf.mjs "$glue" "$CARGO_TARGET_DIR/release/gouji" "$CARGO_TARGET_DIR/competitors" "$GOUJI_CORPUS"
  fi
}

accuracy() {
  need_to_build
  cargo bench --bench accuracy -- "${1:-10000}"
}

case ${1-} in
  '')
    build
    say_what_to_open
    ;;
  serve) serve "${@:2}" ;;
  test) run_tests ;;
  bench) bench "${@:2}" ;;
  accuracy) accuracy "${@:2}" ;;
  *) die "$(sed -n '2,/^$/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}")" ;;
esac
