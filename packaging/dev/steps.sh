# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by ./run, ./test and .ci/run; source it from the project's root. Bash 5, Debian 12.
# Every step is quiet, shows that it moves, keeps its whole output in build/NAME.log, and says what to do when it fails.

set -euo pipefail
mkdir -p build
# One cache for every build folder: paths inside the project do not count.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1 NINJA_STATUS='[%f/%t] '

say() { printf '%s\n' "$*"; }
stop() { printf '\n%s\n' "$*" >&2; exit 1; }

# How many compilers at once: one a core, but no more than memory carries (about 1.2 GB each).
jobs_here() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/MemAvailable/{print int($2 / 1200000)}' /proc/meminfo 2>/dev/null || echo "$cores")
    [ "$memory" -lt 1 ] && memory=1
    [ "$memory" -lt "$cores" ] && cores=$memory
    echo "$cores"
}

# step NAME "What happens" HELP command...: runs the command with its output in build/NAME.log. Shows how far it is: in
# place on a terminal, every half minute elsewhere.
step() {
    local title=$2 help=$3 log="build/$1.log" pid start shown=0 now at
    shift 3
    start=$SECONDS
    # A process group of its own: Ctrl+C must not leave a compiler running behind it.
    set -m
    LC_ALL=C.UTF-8 "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    set +m
    # shellcheck disable=SC2064 # this step's own pid
    trap "kill -INT -- -$pid 2>/dev/null; kill -TERM -- -$pid 2>/dev/null; printf '\\nStopped.\\n' >&2; exit 130" INT TERM HUP
    while kill -0 "$pid" 2>/dev/null; do
        now=$((SECONDS - start))
        at=$(grep -aoE '^\[ *[0-9]+/[0-9]+\]' "$log" 2>/dev/null | tail -n 1 || true)
        if [ -t 1 ]; then
            printf '\r\033[K%s %s %ss' "$title" "$at" "$now"
        elif [ $((now - shown)) -ge 30 ]; then
            say "$title $at ${now}s"
            shown=$now
        fi
        sleep 0.2
    done
    trap - INT TERM HUP
    local code=0
    wait "$pid" || code=$?
    [ -t 1 ] && printf '\r\033[K'
    if [ "$code" -ne 0 ]; then
        {
            printf '%s: this did not work.\n\n' "$title"
            grep -aE 'error|Error|ERROR|FAILED|E: ' "$log" | head -n 12 || true
            printf '\nLast lines:\n'
            tail -n 12 "$log"
            printf '\n%s\nThe whole output: %s\n' "$help" "$PWD/$log"
        } >&2
        return "$code"
    fi
    now=$((SECONDS - start))
    # What took no time needs no line.
    if [ "$now" -ge 2 ]; then say "$title: done in ${now}s"; fi
}

# install_packages LIST...: installs what is missing of the named files in packaging/dev. Asks dpkg, and skips even that
# for seconds' sake only when the list is the one that was complete last time and dpkg's database has not changed.
install_packages() {
    local list missing stamp wanted
    list=$(cat "$@" | sed 's/#.*//' | tr -s ' \n' '\n' | sed '/^$/d' | sort -u)
    stamp="build/.packages-$(printf '%s' "$list" | cksum | cut -d' ' -f1)"
    if [ -e "$stamp" ] && [ ! /var/lib/dpkg/status -nt "$stamp" ]; then return 0; fi
    command -v dpkg-query >/dev/null || stop "This is not Debian. Install the packages named in packaging/dev/packages-*.txt in your system's way,
then build with: cmake --preset release && cmake --build --preset release"
    # shellcheck disable=SC2086 # one word a package
    missing=$(comm -23 <(printf '%s\n' "$list") \
        <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' $list 2>/dev/null | awk '$1 == "ii" {print $2}' | sort -u))
    if [ -n "$missing" ]; then
        wanted=$(printf '%s\n' "$missing" | wc -l)
        local as_root=()
        if [ "$(id -u)" -ne 0 ]; then
            # shellcheck disable=SC2086
            command -v sudo >/dev/null || stop "$wanted packages are missing and only root may install them. As root, run:
  apt-get install --no-install-recommends ${missing//$'\n'/ }"
            as_root=(sudo)
            [ -t 0 ] && { say "$wanted packages are missing; sudo may ask for your password."; sudo -v; }
        fi
        local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
        local offline="Check the network and the sources in /etc/apt, then start again: what is already there is kept."
        step apt-update "Looking up packages" "$offline" "${apt[@]}" update
        # shellcheck disable=SC2086
        step apt-install "Installing $wanted packages (once)" "$offline" \
            "${apt[@]}" install --no-install-recommends $missing
    fi
    rm -f build/.packages-*
    : >"$stamp"
}

# build_preset PRESET TARGET [-D...]: configures when needed and builds; quick when nothing has changed.
build_preset() {
    local preset=$1 target=$2 stamp="build/$1/.options"
    shift 2
    local options="$*"
    if [ ! -f "build/$preset/build.ninja" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$options" ]; then
        step "configure-$preset" "Preparing the build" \
            "If a package is named above, install it; otherwise remove build/$preset and start again." \
            cmake --preset "$preset" "$@"
        printf '%s' "$options" >"$stamp"
    fi
    step "build-$preset" "Building (the first time takes minutes)" \
        "If memory ran out, close other programs and start again: what is built is kept. Otherwise remove build/$preset and start again." \
        cmake --build --preset "$preset" --target "$target" -j "$(jobs_here)"
}
