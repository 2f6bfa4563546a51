#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages that are missing for the purposes named: build, test, ci.
# No daemon is started by it, and where nothing is missing nothing is asked of the network.
set -euo pipefail
build='gcc libc6-dev make meson ninja-build pkg-config libssl-dev libjansson-dev libmnl-dev libutf8proc-dev libidn2-0 libcmocka-dev python3'
test='iproute2 nftables iptables dnsmasq-base nginx openssl curl netcat-openbsd bind9-dnsutils iputils-ping procps util-linux python3 python3-jsonschema tinyproxy-bin mariadb-server mariadb-client python3-pymysql python3-cryptography postgresql-15 pgbouncer openssh-server openssh-client'
ci='git clang-14 clang-tidy-14 clang-format-14 libclang-rt-14-dev llvm-14 mandoc'

if ! command -v dpkg-query >/dev/null; then
	echo "deps: not a Debian system; see tools/deps.sh for the list of what is needed" >&2
	exit 0
fi
missing=()
for purpose; do
	for p in ${!purpose}; do
		dpkg-query -W -f='${db:Status-Abbrev}' "$p" 2>/dev/null | grep -q '^ii' || missing+=("$p")
	done
done
[ ${#missing[@]} -eq 0 ] && exit 0

sudo=()
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo >/dev/null || { echo "deps: as root, please: apt-get install ${missing[*]}" >&2; exit 1; }
	sudo=(sudo)
fi
# invoke-rc.d asks this file whether a freshly installed daemon may start: it may not.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
	trap '"${sudo[@]}" rm -f $policy' EXIT
	printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee $policy >/dev/null
	"${sudo[@]}" chmod 755 $policy
fi
install() {
	"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" </dev/null >"$log" 2>&1
}
log=$(mktemp)
echo "deps: installing ${missing[*]}"
if ! install; then
	"${sudo[@]}" apt-get update -q </dev/null >>"$log" 2>&1 || true
	install || { tail -30 "$log" >&2; exit 1; }
fi
rm -f "$log"
