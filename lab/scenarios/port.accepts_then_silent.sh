# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A mail server that should speak first says nothing: it is stopped.
expect_cause=port.accepts_then_silent
target=smtp://$S4
proof="nc -vz -w2 $S4 25; timeout 3 nc -d $S4 25; echo rc=\$?"
proof_match='succeeded.*rc=124'
build() {
	net far
	tcp 25 silent
}
