# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The only name server never answers a question for AAAA: each look-up waits for it.
expect_status=degraded expect_cause=name.slow_resolver
target=http://$NAME/
proof="time getent ahosts $NAME; dig +short $NAME A; curl -4 -sS $target"
proof_match="real.*0m[1-9].*$S4.*hello"
build() {
	net far
	dns_py "$NAME=$S4" AAAA!silent
	http
	resolv "nameserver $D4" 'options timeout:2'
}
