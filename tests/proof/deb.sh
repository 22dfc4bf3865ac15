#!/usr/bin/env bash
# The .deb files in a Debian 12 that has nothing else: apt installs them, the program runs for a
# plain user, a program is built on the library, and after removal nothing is left behind.
#
# Root only. The bare systems are kept in build/proof; a run works on a copy of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
proof=$PWD/build/proof
root=$proof/run

fail() {
  echo "tests/proof/deb.sh: $*" >&2
  exit 1
}
[ "$(id -u)" = 0 ] || fail "needs root, for debootstrap and chroot"
debs=(build/deb/unknot_*.deb build/deb/libunknot-dev_*.deb build/deb/unknot-voice_*.deb)
[ -f "${debs[0]}" ] && [ -f "${debs[1]}" ] && [ -f "${debs[2]}" ] || fail 'build/deb has no packages: run "make deb" first'

within() { # ROOT COMMAND...
  local where=$1
  shift
  chroot "$where" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"
}
as_user() { chroot --userspec=65534:65534 "$root" env -i PATH=/usr/bin:/bin "$@"; }
# What apt says matters only when it fails.
apt() { # ROOT ARGUMENTS...
  within "$1" apt-get -qq -y --no-install-recommends "${@:2}" >"$proof/apt.log" 2>&1 || {
    cat "$proof/apt.log" >&2
    fail "apt-get ${*:2} failed"
  }
}

# Sources and proxies of the machine's own apt: no host is named here.
bare_system() {
  local to=$1 part=$1.part mirror
  mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' |
    awk '$1 == "bookworm" { print $2; exit }')
  [ -n "$mirror" ] || fail "apt knows no source of bookworm"
  echo "making a bare Debian 12 in ${to#"$PWD/"}"
  rm -rf "$part"
  debootstrap --variant=minbase bookworm "$part" "$mirror" >"$proof/debootstrap.log" 2>&1 || {
    tail -20 "$proof/debootstrap.log" >&2
    fail "debootstrap failed"
  }
  rm -f "$part/etc/apt/sources.list"
  cp -a /etc/apt/sources.list* "$part/etc/apt/"
  apt-config dump | grep -i '::proxy' >"$part/etc/apt/apt.conf.d/90proxy" || true
  cp -L /etc/resolv.conf "$part/etc/resolv.conf"
  apt "$part" update
  mv "$part" "$to"
}

system_with_compiler() {
  local to=$1
  echo "making one with a compiler in ${to#"$PWD/"}"
  rm -rf "$to.part"
  cp -a "$proof/bookworm" "$to.part"
  apt "$to.part" update
  apt "$to.part" install g++ cmake make
  apt "$to.part" clean
  mv "$to.part" "$to"
}

copy_of() { # SYSTEM DEB: into $root, the package in /
  rm -rf "$root"
  cp -a "$proof/$1" "$root"
  cp "$2" "$root/package.deb"
  apt "$root" update
}

# Every name in the system but apt's and dpkg's own books.
names() {
  (cd "$root" && find . -xdev \( -path ./var/lib/apt -o -path ./var/lib/dpkg \
    -o -path ./var/cache -o -path ./var/log -o -path ./tmp \) -prune -o -print | sort)
}

says() { # PATTERN COMMAND...: as a plain user; what it printed stays in $output
  local pattern=$1
  shift
  output=$(as_user "$@") || fail "'$*' ended with $?: $output"
  grep -q -- "$pattern" <<<"$output" || fail "'$*' did not say '$pattern': $output"
  echo "ok: $*"
}

prove_program() {
  copy_of bookworm "${debs[0]}"
  names >"$proof/before"
  apt "$root" install /package.deb
  local version
  version=$(dpkg-deb -f "${debs[0]}" Version)
  says "^unknot ${version%-*}$" unknot version
  says '^Today: ' unknot plan --example
  says '"outcome":"plan"' sh -c 'unknot example | unknot plan --request - --format json'
  echo "$output" >"$root/tmp/plan.json"
  says '"clean":true' unknot check --json /tmp/plan.json
  sed 's/"sets":\[/&300,/' "$root/tmp/plan.json" >"$root/tmp/changed.json"
  says '^dose_range, step 1' sh -c 'unknot check /tmp/changed.json; [ $? = 1 ]'
  local file
  for file in man/man1/unknot.1.gz bash-completion/completions/unknot \
    zsh/vendor-completions/_unknot fish/vendor_completions.d/unknot.fish; do
    [ -s "$root/usr/share/$file" ] || fail "/usr/share/$file is not there"
  done
  echo "ok: manual page and completion are where Debian looks"
  says 'no spoken clips' unknot doctor
  cp "${debs[2]}" "$root/voice.deb"
  apt "$root" install /voice.deb
  says 'De, en, es in /usr/share/unknot/clips' unknot doctor
  within "$root" rm /voice.deb
  nothing_left unknot-voice unknot
}

prove_library() {
  copy_of bookworm-compiler "${debs[1]}"
  names >"$proof/before"
  apt "$root" install /package.deb
  cp -a examples/cmake "$root/tmp/example"
  chown -R 65534:65534 "$root/tmp/example"
  says 'Built target' sh -c 'cmake -S /tmp/example -B /tmp/example/build &&
    cmake --build /tmp/example/build'
  says '"clean":true' /tmp/example/build/embeds_unknot
  nothing_left libunknot-dev
}

nothing_left() { # PACKAGE...
  local left
  apt "$root" purge --autoremove "$@"
  names >"$proof/after"
  left=$(diff "$proof/before" "$proof/after") || fail "removing $* changed what is there: $left"
  if within "$root" dpkg-query -W "$@" >/dev/null 2>&1; then fail "dpkg still knows one of $*"; fi
  echo "ok: nothing is left of $*"
}

lintian --allow-root --fail-on error,warning \
  --suppress-tags-from-file cmake/debian/lintian_tolerated.txt "${debs[@]}"
echo "ok: lintian"
mkdir -p "$proof"
[ -d "$proof/bookworm" ] || bare_system "$proof/bookworm"
prove_program
[ -d "$proof/bookworm-compiler" ] || system_with_compiler "$proof/bookworm-compiler"
prove_library
rm -rf "$root"
