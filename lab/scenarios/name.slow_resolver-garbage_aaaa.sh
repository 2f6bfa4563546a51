# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name server answers questions for IPv6 addresses with bytes that are no answer: programs wait on.
expect_status=degraded
expect_cause=name.slow_resolver
target=http://$NAME/
proof="dig +short $NAME; time getent ahosts $NAME"
proof_match="^$S4\n.*real\s+0m[1-9]"
build() {
	net far 4
	dns_py "$NAME=$S4" 'AAAA!garbage'
	http
}
