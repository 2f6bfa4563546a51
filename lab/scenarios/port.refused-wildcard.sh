# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The zone has a wildcard, by which every name of it has this address; the service does not run.
expect_cause=port.refused expect_certainty='proven likely'
target=https://$NAME/
proof="dig +short $NAME A; dig +short naze$PORT.$DOMAIN A; dig +short naze$PORT.invalid A | wc -l; curl -sS $target"
proof_match="^$S4\\n$S4\\n0\\n.*curl: \\(7\\)"
build() {
	net far
	dns "address=/$DOMAIN/$S4"
}
