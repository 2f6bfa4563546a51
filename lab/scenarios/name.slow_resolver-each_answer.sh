# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The only name server takes more than a second for each answer, however often the same is asked.
expect_status=degraded expect_cause=name.slow_resolver
target=http://$NAME/
proof="time dig +short $NAME A; time dig +short $NAME A; curl -sS $target"
proof_match="real\\s+0m1.*real\\s+0m1.*hello"
build() {
	net far
	dns_py "$NAME=$S4" delay=1.2
	http
}
