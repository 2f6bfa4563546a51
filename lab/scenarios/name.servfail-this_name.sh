# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# It fails for this name only; others resolve.
expect_cause=name.servfail
target=http://$NAME/
proof="dig $NAME; dig +short $OTHER"
proof_match="SERVFAIL.*$S4"
build() {
	net far
	dns_py "$NAME!2" "$OTHER=$S4"
	http
}
