# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The resolver validates, and the zone's signatures are wrong: with CD it answers.
expect_cause=name.dnssec_bogus
target=https://$NAME/
proof="dig $NAME; dig +cd +short $NAME"
proof_match="SERVFAIL.*$S4"
build() {
	net far
	dns_py "$NAME!bogus" "$NAME=$S4"
}
